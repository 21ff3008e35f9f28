import type { KeyRule } from "./rule.ts";

/** `token0` … `token9`, as programs that hold several name them. */
const numbered = (name: string): string[] => Array.from({ length: 10 }, (_, i) => `${name} ${i}`);

/**
 * Names whose value is a credential whoever the issuer is. Notation: see {@link KeyRule.key}.
 *
 * What is left out, and why (counted in 53 MB of real logs): `key`, `code`, `state`, `sig`, `sid`, `hash`, `pat`,
 * `ticket`, `assertion`, `auth`, `session` and `signature` alone are status codes, cache keys, Windows security
 * identifiers, signals, failed assertions and IDS signatures; `tokens` is a count. They stand here
 * only with a telling word before them; where they are credentials, a URL or a shape says so.
 */
// biome-ignore format: tables of names
export const keyRules: readonly KeyRule[] = [
  {
    id: "key/password",
    name: "Password",
    source: "https://cwe.mitre.org/data/definitions/532.html",
    key: [
      "password", "passwords", "passwd", "passwds", "passphrase", "passphrases", "passcode", "passcodes",
      "passwort", "kennwort", "contrasena", "mot de passe", "senha", "lozinka", "=haslo", "=heslo", "losenord", "passord",
      "adgangskode", "salasana", "=jelszo", "=parola", "=sifre", "=clave", "=mdp", "pwd", "pwds", "pswd", "psswd",
      "passwrd", "passworsd", "passowrd", "wachtwoord", "pswrd", "psword", "pasword", "paswd", "paswrd", "psswrd", "pssword", "_pass", "_pw",
      "dbpass", "userpass", "mysqlpass", "pgpass", "rootpass", "adminpass", "smtppass", "mailpass",
      "proxypass", "ftppass", "sshpass", "storepass", "keypass", "ldappass", "redispass", "bindpw", "rootpw",
      "userpw", "adminpw", "dbpw", "=clave secreta", "=clave acceso", "contrasenya", "palavra passe", "mat khau", "kata sandi",
      "contraseña", "clave de acceso", "=hasło", "lösenord", "=jelszó", "=şifre", "mật khẩu", "пароль", "密码", "密碼", "口令", "パスワード",
      "비밀번호", "암호", "รหัสผ่าน", "كلمة المرور", "كلمة السر", "סיסמה", "סיסמא", "κωδικός", "парола", "zugangscode", "=geslo", "=zaporka", "=slaptazodis", "rediscli auth", ...numbered("password"), ...numbered("passwd"), ...numbered("passphrase"),
      ...numbered("pwd"), "password value", "password text", "password string", "password plain",
      "password plaintext", "password raw", "password base64", "password b64", "password confirmation",
      "password confirm", "password confirmed", "password confirmed again", "password repeat",
      "password repeated", "password again", "password verify", "password hash", "password hashed",
      "password digest", "password md5", "password sha1", "password sha256", "password salt", "passwd hash",
      "pwd hash", "passhash", "ntlm hash", "_nt hash", "_lm hash", "password new", "password old",
      "password current",
    ],
    not: [
      "oldpwd", "base passwd", "chpasswd", "_full hash pass", "_has password", "_no password", "_is password",
      "_use password", "_need password", "_requires password", "_require password", "_required password",
      "_needs password", "_without password", "_forgot password", "_forgotten password", "_reset password",
      "_resetting password", "_change password", "_changed password", "_changing password",
      "_update password", "_updated password", "_updating password", "_verifying password",
      "_validate password", "_validating password", "_hashing password", "_hash password",
      "_compare password", "_comparing password", "_check password", "_checking password", "_show password",
      "_hide password", "_reveal password", "_toggle password", "_remember password", "_save password",
      "_allow password", "_permit empty passwords", "_weak password", "_common password", "_expired password",
      "_user name or password", "_user or password", "_login or password", "_email or password",
      "_username and or password", "_fastcgi pass", "_uwsgi pass", "_scgi pass", "_grpc pass", "_by pass",
      "_test pass", "_tests pass", "_first pass", "_second pass", "_single pass", "_render pass", "_low pass",
      "_high pass", "_band pass", "_shader pass", "_compiler pass", "_optimization pass", "_boarding pass",
      "_season pass", "_did pass", "_will pass", "_should pass", "_expected pass", "_unexpected pass",
      "_num pass", "_total pass",
    ],
    phrases: [
      "username or password", "user name or password", "user or password", "login or password",
      "email or password", "account or password", "_render pass", "_shader pass", "_compiler pass",
      "_optimization pass",
    ],
  },
  {
    id: "key/secret",
    name: "Secret",
    key: [
      "secret", "=secrets", "client secrets", "app secrets", "shared secrets", "api secrets", "_scrt",
      "client srt", ...numbered("secret"), "secret value", "secret text", "secret string", "secret base64",
      "secret b64", "secret hash", "secret data", "secret key", "secret keys", "secret access keys",
      ...numbered("secret key"), "secret key base", "secret key base64", "secret phrase", "vault secret id",
      "approle secret id", "secret answer", "security answer",
    ],
    not: [
      "_pull secret", "_existing secret", "_tls secret", "_created secret", "_create secret",
      "_creating secret", "_delete secret", "_deleted secret", "_deleting secret", "_updated secret",
      "_mount secret", "_is secret", "_has secret", "_no secret", "_kubernetes secret", "_k8s secret",
      "_from secret", "_get secret", "_external secret",
    ],
  },
  {
    id: "key/token",
    name: "Token",
    key: [
      "token", ...numbered("token"), "sonar login", "token value", "token string", "token data", "token raw",
      "token base64", "token b64", "token hash", "raw tokens", "access tokens", "refresh tokens",
      "api tokens", "auth tokens", "bearer tokens", "id tokens", "session tokens", "user tokens",
      "device tokens", "push tokens", "access tok", "auth tok", "=tok", "jwt", "jwts", "=bearer",
      "oauth2 bearer", "jwt string", "bearer auth", "auth bearer", "github pat", "gitlab pat", "_gh pat",
      "_ado pat", "=jeton", "токен", "令牌", "トークン", "토큰", "_azure pat", "azure devops pat", "_git pat", "_airtable pat", "one time login url",
      "magic link", "magic url", "password reset url", "password reset link",
    ],
    not: [
      // Cursors and the like.
      "page token", "next token", "_prev token", "_previous token", "continuation token", "pagination token",
      "_cursor token", "_sync token", "_delta token", "_skip token", "_resume token", "_marker token",
      "_scroll token", "_starting token", "_watch token", "_change token", "_concurrency token",
      "_fencing token", "_idempotency token", "_client request token", "cancellation token", "_cancel token",
      "_stopping token", "_abort token",
      // Language models and parsers.
      "_max token", "_max new token", "_min token", "_stop token", "_eos token", "_bos token", "_pad token",
      "_unk token", "_sep token", "_cls token", "_mask token", "_eot token", "_special token", "_added token",
      "_start token", "_end token", "_begin token", "_first token", "_last token", "_per token",
      "_prompt token", "_completion token", "_input token", "_output token", "_reasoning token",
      "_cached token", "_total token", "_image token", "_unexpected token", "_unrecognized token",
      "_unknown token", "_expected token", "_illegal token", "_lookahead token", "_keyword token",
      "_operator token", "_punctuation token", "_syntax token", "_string token", "_design token",
      "_color token", "_css token",
      // Coins.
      "_base token", "_quote token", "_native token", "_reward token", "_collateral token", "_erc20 token",
      "_lp token", "_nft token", "_swap token", "_governance token",
      // Windows, Android, constants, claims, prose.
      "_elevated token", "_request channel token", "_pipe token", "wtoken", "_window token",
      "_activity token", "public key token", "json web token", "_x atlassian token", "_decoded token", "_decoding token", "_decoded jwt",
      "_parsed token", "_parsed jwt", "_is token", "_has token", "_no token", "_use token", "_requires token",
      "_require token", "_without token", "_number of token", "_verified token", "_verifying token",
      "_validating token", "_refreshing token", "_fetching token", "_getting token", "_parsing token",
      "_generating token", "_revoking token", "_acquiring token", "_requesting token",
      "_fetching access token", "_getting access token", "_refreshing access token",
      "_obtaining access token", "_requesting access token", "_to refresh token", "_to get token",
      "_to fetch token", "_to get access token", "_to fetch access token", "_to refresh access token",
      "_to obtain access token", "_to verify token",
    ],
    phrases: [
      "unexpected token", "illegal token", "unrecognized token", "activity token", "_page token", "_next token",
      "continuation token", "cancellation token", "_sync token", "_resume token", "_stop token", "_window token",
      "public key token", "_css token", "_design token", "_color token", "_lock token",
    ],
  },
  {
    id: "key/csrf-token",
    name: "CSRF token",
    key: [
      "_csrf", "_xsrf", "csrf token", "xsrf token", "csrf middleware token", "request verification token",
      "authenticity token", "anti forgery token", "jenkins crumb", "=crumb",
    ],
    not: ["_kbn xsrf", "_osd xsrf", "_enable csrf", "_disable csrf"],
  },
  {
    id: "key/api-key",
    name: "API key",
    key: [
      "api key", "api keys", ...numbered("api key"), "api key value", "api key secret", "api key base64",
      "api pass", "app key", "application key", "auth key", "authentication key", "authorization key",
      "access key", "access keys", "access key secret", "subscription key", "license key", "licence key",
      "activation key", "admin key", "_server key", "sdk key", "deploy key", "deployment key",
      "developer key", "integration key", "ingestion key", "ingest key", "functions key", "service role key",
      "user service key", "account key", ...numbered("account key"), "azure storage key", "shared key",
      "gateway key", "partner key", "merchant key", "_rest key", "webhook key", "token secret key",
      "openai key", "anthropic key", "claude key", "gemini key", "mistral key", "cohere key", "groq key",
      "azure key", "sendgrid key", "mailgun key", "mailchimp key", "postmark key", "twilio key",
      "datadog key", "_dd key", "cloudflare key", "fastly key", "stripe key", "algolia key", "heroku key",
      "_io key", "mws key", "github key", "gitlab key", "linkedin key", "hubspot key", "snyk key", "loki key",
      "pinecone key", "deepseek key", "openrouter key", "perplexity key", "tavily key", "elevenlabs key",
      "deepgram key", "airtable key", "supabase key", "new relic key", "pagerduty key", "opsgenie key",
      "provision device key", "jina key", "replicate key", "facebook key", "twitter key", "dropbox key",
      "mapbox key", "maps key",
    ],
    not: [
      "_public api key", "_publishable api key", "_public shared key", "_html access key", "_no api key",
      "_has api key", "_is api key", "_requires api key", "_require api key", "_without api key",
    ],
  },
  {
    id: "key/private-key",
    name: "Private or secret key material",
    key: [
      "private key", "private keys", "priv key", "prv key", "private key pem", "private key value",
      "private key data", "private key base64", "private key b64", "private jwk", "encryption key",
      "encryption keys", "decryption key", "enc key", "crypt key", "crypto key", "cipher key", "aes key",
      "aes 256 key", "_des key", "hmac key", "_mac key", "signing key", "signing keys", "_sign key",
      "signature key", "jwt key", "cookie key", "cookie keys", "session key", "session keys", "master key",
      "root key", "unseal key", "unseal keys", ...numbered("unseal key"), "recovery key", "symmetric key",
      "pre shared key", "_psk", "wpa key", "wep key", "wifi key", "passkey", "seed phrase", "recovery phrase",
      "mnemonic", "mnemonic phrase", "wallet key", "app key base64", "fernet key", "密钥", "密鑰", "私钥", "秘密鍵",
    ],
    not: [
      "_public encryption key", "_public signing key", "_public sign key", "_group root key",
      "_registry root key", "user signing key", "_assembly mnemonic", "_opcode mnemonic", "_instruction mnemonic", "_no psk",
    ],
  },
  {
    id: "key/credentials",
    name: "Credentials",
    key: [
      "credentials", "credential", "creds", "_cred", "basic auth", "http auth", "proxy auth", "auth header",
    ],
    not: [
      "_supplied credentials", "_amz credential", "_goog credential", "_tos credential",
      "_public key credential", "_allow credentials", "_with credentials", "_include credentials",
      "_no credentials", "_use credentials", "_has credentials", "_requires credentials",
    ],
    phrases: ["supplied credentials", "hmac sha256 credential", "ecdsa p256 sha256 credential", "rsa sha256 credential"],
  },
  {
    id: "key/session-cookie",
    name: "Session cookie",
    key: [
      "sessid", "jsessionid", "jsessionid sso", "connect sid", "koa sess", "koa sess sig", "session sig",
      "_gh sess", "laravel session", "gitlab session", "grafana session", "metabase session",
      "next auth session", "authelia session", "user session same site", "keycloak session",
      "keycloak identity", "asp net session id", "auth session id", "php session id", "qsessionid",
      "session cookie", "auth cookie", "sso cookie", "login cookie", "remember me cookie", "erlang cookie",
      "magic cookie", "sapisid", "secure 1psid", "secure 3psid", "estsauth", "estsauthpersistent", "fedauth",
      "aspxauth", "cf authorization", "roblosecurity",
    ],
  },
  {
    // Opt-in: a bearer credential on the web, but in logs mostly what a request is followed by.
    id: "key/session-id",
    name: "Session id",
    source: "https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude",
    optIn: true,
    key: ["session id", "session ids", "session ident", "session hash"],
    not: [
      "_terminal session id", "_logon session id", "_window session id", "_trace session id",
      "_debug session id",
    ],
  },
  {
    id: "key/one-time-code",
    name: "One-time code or PIN",
    key: [
      "_otp", "otp attempt", "_totp", "_hotp", "otp code", "otp value", "mfa code", "mfa codes", "2fa code", "2fa codes",
      "tfa code", "two factor code", "two factor auth code", "second factor code", "verification code",
      "security code", "sms code", "one time code", "one time key", "_pin", "pin number", "pin hash",
      "recovery code", "recovery codes", "backup code", "backup codes", "scratch code", "scratch codes",
      "access code", "login code", "magic code", "activation code", "reset code", "unlock code", "_puk",
      "authenticator code", "otp secret", "otp seed", "otpauth", "otp auth url",
    ],
    not: [
      "_gpio pin", "_led pin", "_data pin", "_clock pin", "_analog pin", "_digital pin", "_reset pin",
      "_output pin", "_input pin", "_erlang otp", "_no pin", "_is pin", "_has pin", "_requires otp",
      "_require otp",
    ],
  },
  {
    id: "key/signature",
    name: "Request signature",
    key: [
      "amz signature", "amz sig", "goog signature", "_oss signature", "_cos signature", "_q signature",
      "_tos signature", "hub signature", "hub signature 256", "slack signature", "twilio signature",
      "stripe signature", "_line signature", "svix signature", "gitlab signature", "shopify signature",
      "hmac signature", "webhook signature", "auth signature", "api signature", "api sig", "api sign",
      "bfx signature", "cloudfront signature", "url signature", "=x signature", "hmac sha1", "hmac sha512",
      // Not alone, where it says how what follows was made: `"hmac-sha256:08ba…"` is what Vault's audit log hides.
      "x hmac sha256", "shopify hmac sha256", "webhook hmac sha256", "payload hmac sha256", "=hmac", "request hmac", "sas sig", "sas signature", "payload signature 256",
      "square signature", "docusign signature 1", "access sign", "bapi sign",
    ],
  },
];
