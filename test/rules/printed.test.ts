import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/redactor/redactor.ts";

const { redact } = createRedactor();
const random = "k3Jq9vR2xW7bN5tY8mZ4cL6pD1fH0sGa";
const hex = "9f3a7b2c4d5e6f708192a3b4c5d6e7f8";

/** What programs print by themselves, by what holds the credential; the secrets stand between « and ». */
// biome-ignore format: a table
const printed: Readonly<Record<string, readonly string[]>> = {
  "between a name and its value": [
    'Password: (string) (len=12) "«hunter22x»",',
    "     -> db.password: Str(«hunter22x»)",
    "password (from env): «hunter22x»",
    "Password ........ : «hunter22x»",
    's:8:"password";s:9:"«hunter22x»";',
    '{"a":"s:8:\\"password\\";s:9:\\"«hunter22x»\\";"}',
    'fields { key: "password" value { string_value: "«hunter22x»" } }',
    'key: "password"\nvalue {\n  string_value: "«hunter22x»"\n}',
    '<setting name="SmtpPassword" serializeAs="String"><value>«hunter22x»</value></setting>',
    '#{<<"password">> => <<"«hunter22x»">>}',
    'let password: &str = "«hunter22x»";',
    "GET /a?token=«hunter22x»}: app: started",
    "token     «9f3a7b2c4d»\nregion    eu",
    "password for root is now «hunter22x»",
    `secret was '«${random}»'`,
  ],
  "commands that set a name": [
    'proxy_set_header X-Api-Key "«hunter22x»";',
    "http-request set-header X-Api-Key «hunter22x»",
    'RequestHeader set X-Api-Key "«hunter22x»"',
    "fastcgi_param DB_PASSWORD «hunter22x»;",
    "ENV API_SECRET «hunter22x»",
    "set -gx API_KEY «hunter22x»",
  ],
  "arguments of commands": [
    'argc=4 a0="curl" a1="-u" a2="ann:«hunter22x»" a3="https://a.example"',
 "wpa_passphrase home «hunter22x»",
 "schtasks /create /ru ann /rp «hunter22x»",
    "az keyvault secret set --name a --vault-name v --value «hunter22x»",
 "mysqldump --single-transaction -p'«hunter22x»' app",
 "kadmin -p admin -w «hunter22x» -q listprincs",
 "snmpwalk -v3 -u ann -A «hunter22x» h",
    "ngrok config add-authtoken «hunter22x»", "mc alias set m http://h:9000 ann «hunter22x»",
 'dotnet user-secrets set "Stripe:Foo" "«hunter22x»"',
    "C:\\> net use Z: \\\\h\\s «hunter22x» /user:ann",
  ],
  "commands that set a secret under any name": [
    "pulumi config set --secret aws:foo «hunter22x»", "pulumi config set --path --secret 'a.b' \"«hunter22x»\"",
    "pulumi config set foo --secret «hunter22x»",
 "doppler secrets set FOO=«hunter22x» LOG_LEVEL=debug",
    "vault kv put secret/a foo=«hunter22x»", "vault kv put secret/a username=ann password=«sesame» port=5432",
    "kubectl create secret generic a --from-literal=foo=«hunter22x» --from-literal=user=ann --from-literal=bar=«hunter33x»",
    "git config --global user.token «hunter22x»", "consul kv put app/db/password «hunter22x»",
    "netlify env:set API_KEY «hunter22x»",
  ],
  "input of commands": [
 "passwd --stdin ann <<< «hunter22x»", "docker secret create x - <<< «hunter22x»",
    "echo \"«hunter22x»\" | wrangler secret put X", "echo -n «hunter22x» | gcloud secrets create db --data-file=-",
    "printf '%s' \"«hunter22x»\" | docker secret create x -", "echo «hunter22x» | gh auth login --with-token",
  ],
  "private JSON Web Keys": [
    `{\n  "kty": "EC",\n  "x": "a",\n  "crv": "P-256",\n  "d": "«${random}»"\n}`,
    `{ crv: 'Ed25519', d: '«${random}»', x: 'a', kty: 'OKP' }`,
    `{ kty: 'oct', k: '«${random}»' }`,
    `{"kty":"RSA","n":"x","e":"AQAB","d":"«${random}»","p":"«${random.repeat(3)}»","dp":"«${random}»","q":"${random}"}`,
  ],
  dialogs: [
 "USER ann\r\nPASS «hunter22x»\r\n",
    `APOP ann «${hex}»`,
    `a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:«${random}${random.slice(0, 8)}»`,
  ],
  "debug output of libraries and clients": [
    "start\npassword «k3Jq9vR2xW7b»\nend", '{"msg":"token «k3Jq9vR2xW7b»"}',
    "token IDENTIFIER42", "password required2", "the token k3Jq9vR2xW7b",
  ],
  devices: [
 "neighbor 10.0.0.2 password «hunter22x»",
 "SNMPv2c community=«hunter22x» version 2",
    "    Key Content            : «hunter22x»",
  ],
  code: [
    `{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"«${random}»"}`, `{"kty":"oct","k":"«${random}»"}`,
    `{"dp":"«${random}»"}`,
  ],
  "joined cookies": [
    "Set-Cookie: a=«hunter22x», b=«hunter33x»", "set-cookie: a=«hunter22x»; Path=/, b=«hunter33x»; HttpOnly",
    "  'set-cookie': 'a=; Path=/, b=«hunter33x»',", "Set-Cookie: a=«hunter22x»; Path=/ password=«hunter33x»",
  ],
  "what changes": [
    '{"field":"password","oldValue":"«hunter22x»","newValue":"«hunter33x»"}',
    "{ field: 'password', oldValue: null, newValue: '«hunter33x»' }",
    '{"m":"{\\"field\\":\\"password\\",\\"old\\":\\"«hunter22x»\\",\\"new\\":\\"«hunter33x»\\",\\"by\\":\\"ann\\"}"}',
    '{"path":["password"],"from":"","to":"«hunter33x»"}',
    'changed password from "«hunter22x»" to "«hunter33x»"', "ann changed password from «hunter22x» to «hunter33x» today",
    'password changed from "«hunter22x»" to "«hunter33x»"', "  ~ db_password: '«hunter22x»' => '«hunter33x»'",
    '  + db_password = null -> "«hunter33x»"', 'password: "" => "«hunter33x»"',
  ],
  sentences: [
    "logged in with password «hunter22x»",
 `Token refreshed: «${random}»`,
    `POST /password/reset/«${hex}»`,
  ],
};

describe.each(Object.entries(printed))("%s", (_, lines) => {
  test.each(lines)("%s", (line) => {
    const once = redact(line.replace(/[«»]/g, ""));
    expect(once).toBe(line.replace(/«[^»]*»/g, "[REDACTED]"));
    expect(redact(once)).toBe(once);
  });
});

// biome-ignore format: a table
test.each([
  'password = form.cleaned_data["password"]', "$token = bin2hex(random_bytes(32));", "TOKEN=`cat /run/secrets/token`",
  `DB_PASSWORD=\${DB_PASSWORD:?missing}`, "password = random_password.db.result", "render pass: shadow",
  "fn verify(token: &str) -> bool", "mutation Login($password: String!) { login }", "css token: --brand-color",
  "Culture=neutral, PublicKeyToken=b77a5c561934e089", '{"token":" the","logprob":-0.31}',
  "&Config{Secret:(*string)(0xc000012345)}", "docker build --secret id=npm,src=.npmrc .",
  'key: "password" value { null_value: NULL_VALUE }', "The token is 3600 seconds old",
  "WHERE password = crypt($1, password)", "apiKey: process.env.API_KEY!", "$token = $request->bearerToken();",
  "let token = req.headers.authorization?.split(' ')[1];", "password: Optional[str] = None",
  "the header X-Api-Key is missing", "ENV TOKEN not set", "enable password authentication",
  "PASS: test_login", "PASS: gcc.dg/a.c (test for excess errors)", "api_key: configured", "token=1523", '{"token":15339}',
  '{"token":"Hello","logprob":-0.5}', '{"id":7,"token":"Hello","special":false}', "if (password === confirmPassword) {",
  "    this.password = password;", "    self.token = token", "function login(user: string, password: string): Promise<void>",
  "type Query { secret: Int }", "  --password PASSWORD  the password", "  --api-key=KEY  your key", "usage: a [--secret SECRET]",
  "the lock token: 5a9f4d60-1111-4222-8333-123456789012", 'OK LOGIN: Client "192.0.2.1", anon password "anonymous@"',
  "changed password policy from \"weak\" to \"strong\"", 'loading password from "/etc/a"', "pulumi config set region eu-west-1",
  "pulumi config set --secret dbPassword", "docker run --name mysql -p3306:3306 mysql", "mysql -u root -p",
  "kubectl create secret tls a --cert=a.crt --key=a.key", "vault kv get secret/a", "git config user.name ann",
  '{"field":"password","oldValue":null,"newValue":"***"}',
  "password       required", "password ....... ok", "password changed to comply with policy",
  "using token bucket of size 100", "net user management", '<input name="password" type="password">\n  Forgot it?',
])("leaves alone: %s", (line) => {
  expect(redact(line)).toBe(line);
});
