import { describe, expect, test } from "vitest";
import { redact } from "../../../src/index.ts";
import { PLACEHOLDER_LIMIT } from "../../../src/kernel/abi.ts";
import { headerRules } from "../../../src/rules/names/headers.ts";
import { keyRules } from "../../../src/rules/names/keys.ts";
import { oauthRules } from "../../../src/rules/names/oauth.ts";
import type { KeyRule } from "../../../src/rules/rule.ts";
import { bareInnocentValues, innocentValues } from "../../../src/rules/values/innocent-values.ts";
import { authSchemes } from "../../../src/rules/web/schemes.ts";
import { decide, entriesOf } from "../../oracle/name-oracle.ts";

const rules: readonly KeyRule[] = [...keyRules, ...headerRules, ...oauthRules];

const entries = entriesOf(rules);
const lettersOf = (entry: string): string => entry.replace(/[=_ ]/g, "");
const ruleOf = (name: string): string | undefined => decide(name, entries)?.id;

const sensitive: Readonly<Record<string, string>> = {
  "key/password":
    "password Password db_password DB_PASSWORD dbPassword userPassword dbpassword password1 new_password " +
    "passwordConfirmation password_hash encrypted_password PGPASSWORD MYSQL_PWD pwd Pwd passwd passphrase " +
    "passcode pass db-pass smtpPass my_pw REACT_APP_PASS CURLOPT_USERPWD PSWRD x-kc-api-passphrase " +
    "requirepass_password sslkeystore.password password_digest one_time_password REDISCLI_AUTH mat_khau x_auth_password default_password " +
    "reset_password newPassword passwordEu DB_PASSWORD_PROD passwordConfirmed password_2 docker_password_123_dkr_ecr_eu DATABASE_PASSWD DB_PASS_PROD",
  "key/secret":
    "secret client_secret clientSecret CLIENTSECRET app-secret webhookSecret jwt_secret SECRET_KEY secretKey " +
    "secretkey secret_key_base aws_secret_access_keys TOTP_SHARED_SECRET cf-access-client-secret " +
    "x-hasura-admin-secret oauth_token_secret signing_secret x-finicity-secret " +
    "STRIPE_SECRET_KEY_TEST clientSecretStaging secret_value",
  "key/token":
    "token Token access_token accessToken ACCESSTOKEN refresh_token refreshToken id_token x-auth-token " +
    "X-Amz-Security-Token PRIVATE-TOKEN JOB-TOKEN botToken session_token admin_token adminToken developer_token " +
    "exchange_token backend_token helper_token coinbase_token ATLASSIAN_TOKEN OP_SERVICE_ACCOUNT_TOKEN " +
    "x-pw-accesstoken x-trackertoken bot_token7 registration-token device_token subject_token logout_token " +
    "hub.verify_token jwt userJwt bearer circle-token X-MS-TOKEN-AAD-ACCESS-TOKEN x-goog-iam-authorization-token " +
    "newToken onNewToken HOMEPAGE_TOKEN token_old authToken1Prod tokenBackup bot_token_3_eu",
  "key/csrf-token": "csrf_token X-CSRF-Token xsrf-token csrfToken _csrf authenticity_token Jenkins-Crumb",
  "key/api-key":
    "api_key apiKey apikey API-KEY x-api-key X-Goog-Api-Key hapikey userapikey wsapikey x-miteapikey app_key " +
    "DD-APPLICATION-KEY x-auth-key AWS_ACCESS_KEY access_key access_key_secret SharedAccessKey AccountKey " +
    "Ocp-Apim-Subscription-Key x-functions-key NEW_RELIC_LICENSE_KEY SUPABASE_SERVICE_ROLE_KEY fastly-key " +
    "OPENAI_KEY x-auth-user-service-key IO_KEY API_KEY_PROD apiKeyEu api_key_1",
  "key/private-key":
    "private_key privateKey PRIVATE_KEY_B64 encryption_key ENCRYPTION_KEY signingKey hmac_key master_key " +
    "PresharedKey psk sessionKey seedPhrase mnemonic x-parse-master-key",
  "key/credentials": "credentials userCredentials aws_creds",
  "key/session-cookie": "JSESSIONID PHPSESSID connect.sid laravel_session session_cookie x-metabase-session",
  "key/session-id": "session_id sessionId SESSIONID x-session-id",
  "key/one-time-code":
    "otp user_otp totp mfaCode mfa_code pin card_pin userPin otp_attempt recovery_codes verification_code npm-otp",
  "key/signature":
    "X-Amz-Signature X-Goog-Signature x-hub-signature-256 Stripe-Signature x-slack-signature CB-ACCESS-SIGN api_sig kc-api-sign",
  "header/authorization":
    "Authorization authorization HTTP_AUTHORIZATION Proxy-Authorization REDIRECT_HTTP_AUTHORIZATION " +
    "req.headers.authorization x-forwarded-authorization X-Serverless-Authorization postbacks-authorization",
  "header/cookie": "Cookie HTTP_COOKIE req.headers.cookie cs-cookie cookies",
  "header/set-cookie": "Set-Cookie set_cookie res.headers.set-cookie setCookie",
  "header/api-key":
    "X-Vercel-Protection-Bypass X-Honeycomb-Team X-ZUMO-AUTH X-Registry-Auth X-Sentry-Auth x-query-key x-ba-key X-Mashape-Key",
  "oauth/authorization-code": "auth_code authorizationCode pre-authorized_code",
  "oauth/code-verifier": "code_verifier codeVerifier oauth_verifier",
  "oauth/device-code": "device_code user_code",
  "oauth/assertion":
    "client_assertion X-JWT-Assertion x-goog-iap-jwt-assertion software_statement id_token_hint",
  "oauth/signature": "oauth_signature openid.sig",
  "saml/message": "SAMLResponse SAMLart wresult",
};

const innocent =
  "key code state nonce status_code error_code token_type tokenCount max_tokens prompt_tokens totalTokens tokens " +
  "max_token page_token nextPageToken next_token continuationToken syncToken eos_token pad_token ElevatedToken wtoken " +
  "token_endpoint expires_in passwordChangedAt password_changed_at password_policy passwordLength has_password " +
  "requires_password forgot_password show_password OLDPWD bypass fastcgi_pass compass passed passthrough " +
  "spin pinned shipping opinion author authority keyboard monkey turkey public_key foreign_key primaryKey partition_key " +
  "sort_key cache_key row_key object_key routing_key event_key idempotency_key Idempotency-Key access_key_id accessKeyId " +
  "AWS_ACCESS_KEY_ID key_id kid publishable_key secretName secret_name secretary imagePullSecrets cookie_consent " +
  "cookieConsent sessionDuration session Session SubjectUserSid ProcessId sid sig signature hash IMPHASH digest etag " +
  "www-authenticate proxy-authenticate x-app-id x-auth-email x-request-id sec-websocket-key X-Amz-Credential " +
  "X-Amz-SignedHeaders x-atlassian-token code_challenge client_assertion_type subject_token_type oauth_consumer_key " +
  "client_id clientId assertion ticket license auth ssl.client.auth request_uri response xauth xkey authorization_url " +
  "credentialsProvider with_credentials TerminalSessionId externalSecret chpasswd kbn-xsrf db-passwd-file PASSWORD_FILE token_url " +
  "host_key hostkey contentHash documentHash secretId QPSK NAN_FUNC_SRF ssh_host_key_fingerprint tokenHash token_hash secretVersion authTokenExpiry secretsManagerArn keyId apiKeyOwner private_key_path api_key_prefix credential_provider canarytoken " +
  "MergeByKey passRate pass_through password_protected_status isTokenValid useToken has_api_key TokenElevationType bearer_format accessibility basis design map mapping grasp zip_code country_code opcode";

describe("key rules", () => {
  const named: [string, string][] = Object.entries(sensitive).flatMap(([id, names]) =>
    names.split(" ").map((name) => [name, id]),
  );
  test.each(named)("%s is %s", (name, id) => {
    expect(ruleOf(name)).toBe(id);
  });
  test.each(innocent.split(" "))("%s is innocent", (name) => {
    expect(ruleOf(name)).toBeUndefined();
  });
  test("words in front, as in a sentence", () => {
    expect(ruleOf("JSON.parse: Unexpected token")).toBeUndefined();
    expect(ruleOf("Failed to refresh token")).toBeUndefined();
    expect(ruleOf("Invalid username or password")).toBeUndefined();
    expect(ruleOf("the refresh token")).toBe("key/token");
    expect(ruleOf("Debugger PIN")).toBe("key/one-time-code");
  });

  test("ids are unique and well-formed", () => {
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^(?:key|header|oauth|saml)\/[a-z]+(?:-[a-z]+)*$/);
  });

  test("every rule has a sample above", () => {
    expect(Object.keys(sensitive).sort()).toEqual(rules.map((rule) => rule.id).sort());
  });

  test("no name stands twice, and each is well-formed", () => {
    const entries = rules.flatMap((rule) => [...rule.key, ...(rule.not ?? [])]);
    for (const entry of entries)
      expect(entry).toMatch(/^[=_]?[a-z0-9\u0080-\uffff]+(?: [a-z0-9\u0080-\uffff]+)*$/);
    const letters = entries.map(lettersOf);
    expect(letters.filter((word, at) => letters.indexOf(word) !== at)).toEqual([]);
  });

  test("every `not` overrules a key", () => {
    const keys = rules.flatMap((rule) => rule.key).filter((key) => key[0] !== "=");
    const idle = rules
      .flatMap((rule) => rule.not ?? [])
      .filter((not) => !keys.some((key) => lettersOf(not).endsWith(lettersOf(key))));
    expect(idle).toEqual([]);
  });
});

describe("auth schemes", () => {
  test("are tokens, once each", () => {
    const words = authSchemes.map((scheme) => scheme.word.toLowerCase());
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    for (const word of words) expect(word).toMatch(/^[a-z0-9_-]+$/);
  });
  test("parameters are lower case", () => {
    for (const scheme of authSchemes) {
      for (const param of scheme.secretParams ?? []) expect(param).toMatch(/^[a-z0-9_]+$/);
    }
  });
});

describe("innocent values", () => {
  const patterns = [...bareInnocentValues, ...innocentValues].map(
    (pattern) => new RegExp(`^(?:${pattern})$`, "is"),
  );
  const isInnocent = (value: string): boolean => patterns.some((pattern) => pattern.test(value));

  test.each([
    ..."null nil None undefined true FALSE yes NO NaN N/A - [REDACTED] [REDACTED:github/pat] [Redacted] [FILTERED]".split(
      " ",
    ),
    ..."[REDACTED:github/pat#6f1c0a9e] *** ******** (hidden) <redacted> REDACTED MASKED __REDACTED__ -------- xxxx XXX".split(
      " ",
    ),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template that was not filled in
    ..."<token> <your-api-key> ${TOKEN} $TOKEN {{token}} %s %v %(password)s {token} :token #{token} <%=token%>".split(
      " ",
    ),
    ..."your-api-key YOUR_API_KEY your_token_here yourpassword my-secret-key process.env.TOKEN config.token".split(
      " ",
    ),
    ..."expired invalid missing required Error: TypeError: ETIMEDOUT invalid_grant 401 0 12 0x14ede63a5a70002".split(
      " ",
    ),
    ..."/home/me/src /run/secrets/db C:\\slave\\test /auto/wstimstack/rpms amd64 no-check same-origin 26.1.2 • •••• …".split(
      " ",
    ),
    "{{ token }}",
    "[object Object]",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the same
    "${{ secrets.TOKEN }}",
    "is too short (minimum is 8 characters)",
    "must be a string",
    "can't be blank",
    "Token{78af589",
    "java.lang.IllegalStateException:",
    "os.getenv(",
    "os.environ[",
    "[REDACTED 40 bytes]",
    "<Your API key>",
    "YOUR API KEY",
    ..."(set) -9223372036854775808 0x52908400098527886e0f7030069857d2e4169ee7 inherit requires erforderlich obligatoire".split(
      " ",
    ),
    "1234 bytes",
    "required|min:8",
    "Hash::make($request-",
    "PlainCredentials(username=",
  ])("%s is no secret", (value) => {
    expect(isInnocent(value)).toBe(true);
  });

  test.each([
    ..."hunter2 password secret admin changeme test test123 letmein s3cr3t 123 1234 123456 593-762-075 abc".split(
      " ",
    ),
    ..."correct-horse xkcd Pa55w0rd! iloveyou welcome1 dragon monkey qwerty master mypassword p@ssw0rd root guest".split(
      " ",
    ),
    `${"a1B2".repeat(10)}`,
    `/${"a1B2".repeat(9)}/x9`,
    `${"0123456789abcdef".repeat(4)}`,
    `0x${"0123456789abcdef".repeat(4)}`,
    "correct horse battery staple",
    "$2b$10$abcdefghijklmnopqrstuv",
    "eyJhbGci...",
  ])("%s is one", (value) => {
    expect(isInnocent(value)).toBe(false);
  });

  test.each([
    ["quoted", (value: string) => JSON.stringify({ password: value })],
    ["unquoted", (value: string) => `password=${value} user=ann`],
    ["before a sentence goes on", (value: string) => `password: ${value}, and more`],
  ])("none is longer than the limit: %s", (_name, place) => {
    const longest = `${"a".repeat(PLACEHOLDER_LIMIT - 5)}error`;
    expect(redact(place(longest))).toBe(place(longest));
    expect(redact(place(`a${longest}`))).toBe(place("[REDACTED]"));
  });
});
