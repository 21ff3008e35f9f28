import type { KeyRule } from "../rule.ts";

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
    anyWord: true,
    name: "Password",
    qualified: "mixed",
    source: "https://cwe.mitre.org/data/definitions/532.html",
    key: [
      "password", "passwords", "passwd", "passwds", "passphrase", "passphrases", "passcode", "passcodes",
      "passwort", "kennwort", "contrasena", "mot de passe", "senha", "lozinka", "=haslo", "=heslo", "losenord",
      "passord", "adgangskode", "salasana", "=jelszo", "=parola", "=sifre", "=clave", "=mdp", "pwd", "pwds",
      "pswd", "psswd", "passwrd", "passworsd", "passowrd", "wachtwoord", "pswrd", "psword", "pasword", "paswd",
      "paswrd", "psswrd", "pssword", "_pass", "_pw", "dbpass", "userpass", "mysqlpass", "pgpass", "rootpass",
      "adminpass", "smtppass", "mailpass", "proxypass", "ftppass", "sshpass", "storepass", "keypass", "ldappass",
      "redispass", "requirepass", "masterauth", "bindpw", "rootpw", "userpw", "adminpw", "dbpw", "=clave secreta", "=clave acceso",
      "contrasenya", "palavra passe", "mat khau", "kata sandi", "contraseña", "clave de acceso", "=hasło",
      "lösenord", "=jelszó", "=şifre", "mật khẩu", "пароль", "密码", "密碼", "口令", "パスワード", "비밀번호", "암호", "รหัสผ่าน",
      "كلمة المرور", "كلمة السر", "סיסמה", "סיסמא", "κωδικός", "парола", "zugangscode", "=geslo", "=zaporka",
      "=slaptazodis", "rediscli auth", "password confirmation", "password confirm", "password repeat",
      "password again", "password verify", "password hash", "password hashed", "password digest", "password md5",
      "password sha1", "password sha256", "password salt", "passwd hash", "pwd hash", "passhash", "ntlm hash", "auth user info",
      "_nt hash", "_lm hash", "=phash", "newpass", "=clear text",
    ],
    not: [
      "oldpwd", "base passwd", "chpasswd", "full hash pass", "permit empty passwords", "user name or password",
      "user or password", "login or password", "email or password", "username and or password", "remember password", "fastcgi pass",
      "uwsgi pass", "scgi pass", "grpc pass", "test pass", "tests pass", "first pass", "second pass",
      "single pass", "render pass", "low pass", "high pass", "band pass", "shader pass", "compiler pass",
      "optimization pass", "boarding pass", "season pass", "expected pass", "unexpected pass", "total pass",
    ],
    phrases: [
      "username or password", "user name or password", "user or password", "login or password",
      "email or password", "account or password", "render pass", "shader pass", "compiler pass",
      "optimization pass",
    ],
  },
  {
    id: "key/secret",
    anyWord: true,
    name: "Secret",
    qualified: "mixed",
    key: [
      "secret", "=secrets", "client secrets", "app secrets", "shared secrets", "api secrets", "_scrt",
      "client srt", "secret hash", "secret key", "secret keys", "secret access keys", "secret key base",
      "secret phrase", "vault secret id", "approle secret id", "secret answer", "security answer",
    ],
    not: [
      "pull secret", "existing secret", "tls secret", "created secret", "create secret", "delete secret",
      "deleted secret", "updated secret", "mount secret", "kubernetes secret", "k8s secret", "from secret",
      "get secret", "external secret", "is secret", "libsecret",
    ],
  },
  {
    id: "key/token",
    name: "Token",
    qualified: "mixed",
    key: [
      "token", "sonar login", "raw tokens", "access tokens", "refresh tokens", "api tokens", "auth tokens",
      "bearer tokens", "id tokens", "session tokens", "user tokens", "device tokens", "push tokens", "access tok",
      "auth tok", "=tok", "jwt", "jwts", "=bearer", "oauth2 bearer", "bearer auth", "auth bearer", "github pat",
      "gitlab pat", "_gh pat", "_ado pat", "=jeton", "токен", "令牌", "トークン", "토큰", "_azure pat",
      "azure devops pat", "_git pat", "_airtable pat", "one time login url", "magic link", "magic url",
      "password reset url", "password reset link", "macaroon",
    ],
    not: [
      // Cursors and the like.
      "page token", "next page token", "next token", "prev token", "previous token", "continuation token", "pagination token",
      "cursor token", "sync token", "delta token", "skip token", "resume token", "marker token", "scroll token",
      "starting token", "watch token", "change token", "concurrency token", "fencing token", "idempotency token",
      "client request token", "cancellation token", "cancel token", "stopping token", "abort token",
      // Language models and parsers.
      "max new token", "stop token", "eos token", "bos token", "pad token", "unk token", "sep token", "cls token",
      "mask token", "eot token", "special token", "added token", "start token", "end token", "begin token",
      "first token", "last token", "per token", "prompt token", "completion token", "input token", "output token",
      "reasoning token", "cached token", "total token", "image token", "unexpected token", "unrecognized token",
      "unknown token", "expected token", "illegal token", "lookahead token", "keyword token", "operator token",
      "punctuation token", "syntax token", "string token", "design token", "color token", "css token",
      // Coins.
      "base token", "quote token", "native token", "reward token", "collateral token", "erc20 token", "lp token",
      "nft token", "swap token", "governance token",
      // Windows, Android, constants, claims, prose.
      "elevated token", "request channel token", "pipe token", "wtoken", "window token", "activity token",
      "public key token", "json web token", "x atlassian token", "decoded token", "decoded jwt", "parsed token",
      "parsed jwt", "number of token", "verified token", "obtaining access token", "to refresh token",
      "to get token", "to fetch token", "to get access token", "to fetch access token", "to refresh access token",
      "to obtain access token", "to verify token", "canary token", "hashed token", "hashed access token", "tiktoken",
    ],
    phrases: [
      "unexpected token", "illegal token", "unrecognized token", "activity token", "page token", "next token",
      "continuation token", "cancellation token", "sync token", "resume token", "stop token", "window token",
      "public key token", "css token", "design token", "color token", "lock token",
    ],
  },
  {
    id: "key/csrf-token",
    name: "CSRF token",
    qualified: "mixed",
    key: [
      "_csrf", "_xsrf", "csrf token", "csrf cookie", "xsrf cookie", "xsrf token", "csrf middleware token", "request verification token",
      "authenticity token", "anti forgery token", "jenkins crumb", "=crumb",
    ],
    not: [
      "kbn xsrf", "osd xsrf", "enable csrf", "disable csrf",
    ],
  },
  {
    id: "key/api-key",
    anyWord: true,
    name: "API key",
    qualified: "mixed",
    key: [
      "api key", "api keys", "api key secret", "api pass", "app key", "application key", "auth key",
      "authentication key", "authorization key", "access key", "access keys", "access key secret",
      "subscription key", "license key", "licence key", "activation key", "admin key", "_server key", "sdk key",
      "deploy key", "deployment key", "developer key", "integration key", "ingestion key", "ingest key",
      "functions key", "service role key", "user service key", "account key", "azure storage key", "shared key",
      "gateway key", "token key", "partner key", "merchant key", "_rest key", "webhook key", "token secret key", "openai key",
      "anthropic key", "claude key", "gemini key", "mistral key", "cohere key", "groq key", "azure key",
      "sendgrid key", "mailgun key", "mailchimp key", "postmark key", "twilio key", "datadog key", "_dd key",
      "cloudflare key", "fastly key", "stripe key", "algolia key", "heroku key", "_io key", "mws key",
      "github key", "gitlab key", "linkedin key", "hubspot key", "snyk key", "loki key", "pinecone key",
      "deepseek key", "openrouter key", "perplexity key", "tavily key", "elevenlabs key", "deepgram key",
      "airtable key", "supabase key", "new relic key", "pagerduty key", "opsgenie key", "provision device key",
      "jina key", "replicate key", "api key allowed keys", "service principal key", "_fal key", "facebook key", "twitter key", "dropbox key", "mapbox key", "maps key",
    ],
    not: [
      "public api key", "publishable api key", "public shared key", "html access key",
    ],
  },
  {
    id: "key/private-key",
    anyWord: true,
    name: "Private or secret key material",
    qualified: "mixed",
    key: [
      "private key", "private keys", "priv key", "prv key", "private key pem", "private jwk", "encryption key",
      "encryption keys", "decryption key", "enc key", "crypt key", "crypto key", "cipher key", "aes key",
      "aes 256 key", "_des key", "hmac key", "_mac key", "signing key", "signing keys", "_sign key",
      "signature key", "jwt key", "cookie key", "cookie keys", "session key", "session keys", "master key",
      "root key", "unseal key", "unseal keys", "recovery key", "symmetric key", "pre shared key", "_psk",
      "wpa key", "wep key", "wifi key", "zigbee network key", "thread network key", "passkey", "seed phrase", "recovery phrase", "mnemonic",
      "mnemonic phrase", "wallet key", "fernet key", "libsodium key", "sensitive props key", "validation key", "密钥", "密鑰", "私钥", "秘密鍵",
    ],
    not: [
      "public encryption key", "public signing key", "public sign key", "group root key", "registry root key",
      "user signing key", "assembly mnemonic", "opcode mnemonic", "cisco mnemonic", "syslog mnemonic", "message mnemonic", "event mnemonic",
      "facility mnemonic", "log mnemonic", "instruction mnemonic",
    ],
  },
  {
    id: "key/credentials",
    name: "Credentials",
    qualified: "mixed",
    key: [
      "credentials", "credential", "creds", "_cred", "basic auth", "=auth basic", "http auth", "proxy auth", "auth header",
      "=github oauth", "=gitlab oauth", "_access pair",
    ],
    not: [
      "supplied credentials", "create credential", "create credentials", "azure token credentials", "amz credential", "goog credential", "tos credential", "public key credential",
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
      "aspxauth", "cf authorization", "roblosecurity", "mysapsso2",
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
      "terminal session id", "logon session id", "window session id", "trace session id",
      "debug session id",
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
      "gpio pin", "led pin", "data pin", "clock pin", "analog pin", "digital pin", "reset pin", "output pin",
      "input pin", "erlang otp",
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
