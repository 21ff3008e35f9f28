/** Text in a notation, and the same redacted. */
export type NotationCase = readonly [input: string, expected: string];

const ESC = "\x1b[";
const body = `MIIEvQIBADANBgkqhkiG9w0BAQEFAASC${"Bk/+".repeat(8)}`;

/** A mark of a PEM block, put together so that none stands here. */
function mark(word: string): string {
  return `-----${word} PRIVATE KEY-----`;
}

/** The secrets stand between « and ». */
function marked(text: string): NotationCase {
  return [text.replace(/[«»]/g, ""), text.replace(/«[^»]*»/gs, "[REDACTED]")];
}

/** By what the notation is about. The credentials are plain words or put together here. */
// biome-ignore format: a table
export const notationCases: Readonly<Record<string, readonly NotationCase[]>> = {
  "colour codes": [
    [`${ESC}36mpassword${ESC}39m=${ESC}33mhunter22x${ESC}39m ok`, `${ESC}36mpassword${ESC}39m=${ESC}33m[REDACTED]${ESC}39m ok`],
    [`"${ESC}36mpassword${ESC}0m": "${ESC}33mhunter22x${ESC}0m", "a": 1`, `"${ESC}36mpassword${ESC}0m": "${ESC}33m[REDACTED]${ESC}0m", "a": 1`],
    [`password: hunter${ESC}1m22x${ESC}0m\n`, `password: [REDACTED]${ESC}1m${ESC}0m\n`],
    [`password: hunter${ESC}1;31m22${ESC}0mx, ok`, `password: [REDACTED]${ESC}1;31m${ESC}0m, ok`],
    [`Authorization: Bearer hunter${ESC}1m22x${ESC}0m\n`, `Authorization: Bearer [REDACTED]${ESC}1m${ESC}0m\n`],
    [`{"m":"password=hunter\\u001b[1m22x\\u001b[0m"}`, `{"m":"password=[REDACTED]\\u001b[1m\\u001b[0m"}`],
    [`{"password":"hunter\\u001b[1m22x\\u001b[0m"}`, `{"password":"[REDACTED]\\u001b[1m\\u001b[0m"}`],
    [`password: ${ESC}32m'hunter22x'${ESC}39m, id: ${ESC}33m7${ESC}39m`, `password: ${ESC}32m'[REDACTED]'${ESC}39m, id: ${ESC}33m7${ESC}39m`],
    [`password: [ ${ESC}32m'hunter22x'${ESC}39m, ${ESC}32m'swordfish1'${ESC}39m ], id: 7`, `password: [ ${ESC}32m'[REDACTED]'${ESC}39m, ${ESC}32m'[REDACTED]'${ESC}39m ], id: 7`],
    [`password: { a: ${ESC}32m'hunter22x'${ESC}39m }, id: 7`, `password: [REDACTED]${ESC}32m${ESC}39m, id: 7`],
    [`password: ${ESC}1mnull${ESC}22m, id: 7`, `password: ${ESC}1mnull${ESC}22m, id: 7`],
    [`${ESC}1;36mcookie${ESC}39m=${ESC}33msession=hunter22x${ESC}39m ok`, `${ESC}1;36mcookie${ESC}39m=${ESC}33msession=[REDACTED]${ESC}39m ok`],
    [`Cookie: a=hunter${ESC}1m22x${ESC}0m; b=swordfish1\n`, `Cookie: a=[REDACTED]${ESC}1m${ESC}0m; b=[REDACTED]\n`],
  ],
  declarations: [
    ['val password: String = "hunter22x"', 'val password: String = "[REDACTED]"'],
    ['var apiToken string = "hunter22x"', 'var apiToken string = "[REDACTED]"'],
    ['$token .= "hunter22x";', '$token .= "[REDACTED]";'],
    ['if creds.Secret != "hunter22x" {', 'if creds.Secret != "[REDACTED]" {'],
    ["if password != confirmation {", "if password != confirmation {"],
    ['api_token :::= "hunter22x"', 'api_token :::= "[REDACTED]"'],
  ],
  "query strings": [
    ['<a href="/v1?id=7&amp;password=hunter22x&amp;page=2">', '<a href="/v1?id=7&amp;password=[REDACTED]&amp;page=2">'],
    ["/login?next=%2Fv1%3Fpassword%3Dhunter%252622x%26page%3D2&ok=1", "/login?next=%2Fv1%3Fpassword%3D[REDACTED]%26page%3D2&ok=1"],
    ["/v1?q=%7B%22cookie%22%3A%22a%3Dhunter22x%3B%20b%3Dswordfish1%22%7D&a=1", "/v1?q=%7B%22cookie%22%3A%22a%3D[REDACTED]%3B%20b%3D[REDACTED]%22%7D&a=1"],
    ["/v1?id=7&password=hunter22x&page=2", "/v1?id=7&password=[REDACTED]&page=2"],
  ],
  credentials: [
    ["{authorization=[Bearer correcthorse], id=[7]}", "{authorization=[Bearer [REDACTED]], id=[7]}"],
    ["{authorization=[FILTERED], id=[7]}", "{authorization=[FILTERED], id=[7]}"],
    ["Authorization: Bearer hunter22x\n", "Authorization: Bearer [REDACTED]\n"],
    ['{"authorization":"Basic aHVudGVyMjI="}', '{"authorization":"Basic [REDACTED]"}'],
    ["curl -H 'Authorization: Basic aHVudGVyMjI=' -v", "curl -H 'Authorization: Basic [REDACTED]' -v"],
    ["/v1?q=%7B%22authorization%22%3A%22Bearer%20hunter22x%22%7D&a=1", "/v1?q=%7B%22authorization%22%3A%22Bearer%20[REDACTED]%22%7D&a=1"],
    ["authorization=Bearer+hunter22x&a=1", "authorization=Bearer+[REDACTED]&a=1"],
    [
      "Authorization: AWS4-HMAC-SHA256 Credential=AK/20150830/iam/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b131\n",
      "Authorization: AWS4-HMAC-SHA256 Credential=AK/20150830/iam/aws4_request, SignedHeaders=host;x-amz-date, Signature=[REDACTED]\n",
    ],
    [
      '{"authorization":"Digest username=\\"a\\", realm=\\"b c\\", response=\\"5d672d79c15b131\\", qop=auth","id":7}',
      '{"authorization":"Digest username=\\"a\\", realm=\\"b c\\", response=\\"[REDACTED]\\", qop=auth","id":7}',
    ],
    ["Authorization: OAuth oauth_consumer_key=\"k\", oauth_signature=\"aHVudGVy%3D\", oauth_version=\"1.0\"\n", "Authorization: OAuth oauth_consumer_key=\"k\", oauth_signature=\"[REDACTED]\", oauth_version=\"1.0\"\n"],
    ["Authorization: SharedAccessSignature sr=a.example&sig=aHVudGVy%3d&se=14&skn=name\n", "Authorization: SharedAccessSignature sr=a.example&sig=[REDACTED]&se=14&skn=name\n"],
    ['Authorization: Token token="hunter22x", nonce="def"\n', 'Authorization: Token token="[REDACTED]", nonce="def"\n'],
    ["Authorization: Token hunter22x\n", "Authorization: Token [REDACTED]\n"],
    ['Authorization: Frobnicate id="hunter22x", sig=swordfish1 path=/a\n', 'Authorization: Frobnicate id="[REDACTED]", sig=[REDACTED] path=/a\n'],
    ["authorization: Digest username=a status=200 token=hunter22x\n", "authorization: Digest username=a status=200 token=[REDACTED]\n"],
    ["Authorization: XYZ4-HMAC-SHA256 Credential=AK/iam, Signature=5d672d79c15b131\n", "Authorization: XYZ4-HMAC-SHA256 Credential=[REDACTED], Signature=[REDACTED]\n"],
    ["authorization: api_key hunter22x\n", "authorization: api_key [REDACTED]\n"],
    ["authorization: 5d672d79c15b131 status=200\n", "authorization: [REDACTED] status=200\n"],
    ["authorization: failed for user=bob\n", "authorization: failed for user=bob\n"],
  ],
  blocks: [
    [`x\n${mark("BEGIN")}\n${body}\nAbc=\n${mark("END")}\n`, `x\n${mark("BEGIN")}\n[REDACTED]\n[REDACTED]\n${mark("END")}\n`],
    [`{"privateKey":"${mark("BEGIN")}\\n${body}\\nAbc=\\n${mark("END")}\\n","a":1}`, `{"privateKey":"${mark("BEGIN")}\\n[REDACTED]\\n${mark("END")}\\n","a":1}`],
    [`key: '${mark("BEGIN")}\\n' +\n  '${body}\\n' +\n  '${mark("END")}',\n id: 7`, `key: '${mark("BEGIN")}\\n' +\n  '[REDACTED]\\n' +\n  '${mark("END")}',\n id: 7`],
    [`string(99) "${mark("BEGIN")}\n${body}\nAbc=\n${mark("END")}"\n`, `string(99) "${mark("BEGIN")}\n[REDACTED]\n[REDACTED]\n${mark("END")}"\n`],
    [`private_key: |\n  ${mark("BEGIN")}\n  ${body}\n  ${mark("END")}\nid: 7`, `private_key: |\n  ${mark("BEGIN")}\n  [REDACTED]\n  ${mark("END")}\nid: 7`],
    [`["${mark("BEGIN")}","${body}","${mark("END")}"]`, `["${mark("BEGIN")}","[REDACTED]","${mark("END")}"]`],
    [`{"m":"${mark("BEGIN")}","id":"correcthorsebatterystaple"}`, `{"m":"${mark("BEGIN")}","id":"correcthorsebatterystaple"}`],
    [`k = "${mark("BEGIN")}\\n"\n +   "${body}\\n"\n +   "Abc=\\n"\n + "${mark("END")}"`, `k = "${mark("BEGIN")}\\n"\n +   "[REDACTED]\\n"\n +   "[REDACTED]\\n"\n + "${mark("END")}"`],
    [`a=${mark("BEGIN").replaceAll(" ", "%20")}%0A${body}%0A${mark("END").replaceAll(" ", "%20")}&b=2`, `a=${mark("BEGIN").replaceAll(" ", "%20")}%0A[REDACTED]%0A${mark("END").replaceAll(" ", "%20")}&b=2`],
    [`private_key=${mark("BEGIN").replaceAll(" ", "%20")}%0A${body}&b=correcthorsebatterystaple`, `private_key=${mark("BEGIN").replaceAll(" ", "%20")}%0A[REDACTED]&b=correcthorsebatterystaple`],
    [`%22${mark("BEGIN")}%0A${body}%0A${mark("END")}%22`, `%22${mark("BEGIN")}%0A[REDACTED]%0A${mark("END")}%22`],
  ],
  "blocks of text": [
    ['<a><saml:Assertion ID="x">\n <b>secret</b>\n</saml:Assertion></a>', '<a><saml:Assertion [REDACTED]\n\n</saml:Assertion></a>'],
    ['{"m":"<saml:Assertion ID=\\"x\\"><b>secret</b></saml:Assertion>","id":7}', '{"m":"<saml:Assertion [REDACTED]</saml:Assertion>","id":7}'],
    ['{"m":"<saml:Assertion ID=\\"x\\"><b>secret","id":7}', '{"m":"<saml:Assertion [REDACTED]","id":7}'],
    ["&lt;saml:Assertion ID=&quot;x&quot;&gt;secret&lt;/saml:Assertion&gt; ok", "&lt;saml:Assertion [REDACTED]&lt;/saml:Assertion&gt; ok"],
    ["<saml:Assertion ID='x'><b>secret\n2025-11-22 ERROR next line", "<saml:Assertion [REDACTED]\n2025-11-22 ERROR next line"],
    ["<Assertion result='failed'><message>x</message></Assertion>", "<Assertion result='failed'><message>x</message></Assertion>"],
  ],
  commands: [
    ["curl -s -u deploy:hunter22x https://a.example/\n", "curl -s -u deploy:[REDACTED] https://a.example/\n"],
    ["curl https://a.example/ \\\n  --user 'api:hunter22x' \\\n  -v\n", "curl https://a.example/ \\\n  --user 'api:[REDACTED]' \\\n  -v\n"],
    ["docker run -u 1000:1000 image\n", "docker run -u 1000:1000 image\n"],
    ["sshpass -p hunter22x ssh a@b.example\n", "sshpass -p [REDACTED] ssh a@b.example\n"],
    ["mysql -u root -phunter22x -e 'select 1'\n", "mysql -u root -p[REDACTED] -e 'select 1'\n"],
    ["docker run --name mysql -p3306:3306 mysql\n", "docker run --name mysql -p3306:3306 mysql\n"],
    ["machine a.example login bob password hunter22x\n", "machine a.example login bob password [REDACTED]\n"],
    ["CREATE USER 'bob'@'%' IDENTIFIED BY 'hunter22x';", "CREATE USER 'bob'@'%' IDENTIFIED BY '[REDACTED]';"],
    ["ALTER ROLE bob WITH PASSWORD 'hunter22x' CREATEDB;", "ALTER ROLE bob WITH PASSWORD '[REDACTED]' CREATEDB;"],
    ["db.example:5432:app:bob:hunter22x\n", "db.example:5432:app:bob:[REDACTED]\n"],
  ],
  "values over lines": [
    ['; name="password"\r\n\r\nhunter 22x\r\n--x7--\r\n', '; name="password"\r\n\r\n[REDACTED]\r\n--x7--\r\n'],
    ['{"body":"; name=\\"password\\"\\r\\n\\r\\nhunter22x\\r\\n--x7","id":7}', '{"body":"; name=\\"password\\"\\r\\n\\r\\n[REDACTED]\\r\\n--x7","id":7}'],
    ["id: 7\npassword: |\n  hunter22x\nok: true\n", "id: 7\npassword: |\n  [REDACTED]\nok: true\n"],
    ["a:\n  password: >-\n    hunter\n    22x\n  ok: true\n", "a:\n  password: >-\n    [REDACTED]\n    \n  ok: true\n"],
    ['{"m":"password: |\\n  hunter22x\\nid: 7","a":1}', '{"m":"password: |\\n  [REDACTED]\\nid: 7","a":1}'],
    ["env:\n  - name: DB_PASSWORD\n    value: hunter22x\n  - name: TZ\n    value: UTC\n", "env:\n  - name: DB_PASSWORD\n    value: [REDACTED]\n  - name: TZ\n    value: UTC\n"],
    ["{\n  name: 'password',\n  value: 'hunter22x'\n}", "{\n  name: 'password',\n  value: '[REDACTED]'\n}"],
    ["<property>\n <name>db.password</name>\n <value>hunter22x</value>\n</property>", "<property>\n <name>db.password</name>\n <value>[REDACTED]</value>\n</property>"],
    ["<user><password>hunter&amp;22 x</password></user>", "<user><password>[REDACTED]</password></user>"],
    ["<password>\n  hunter22x\n</password>", "<password>\n  [REDACTED]\n</password>"],
    ['<o:Password Type="a#PasswordText">hunter22x</o:Password>', '<o:Password Type="a#PasswordText">[REDACTED]</o:Password>'],
    ['{"m":"&lt;password&gt;hunter22x&lt;/password&gt;"}', '{"m":"&lt;password&gt;[REDACTED]&lt;/password&gt;"}'],
    ['{"m":"use <token> here","id":7}', '{"m":"use <token> here","id":7}'],
  ],
  arrays: [
    ["{password=[hunter22x, swordfish1], id=[7]}", "{password=[[REDACTED], [REDACTED]], id=[7]}"],
    ["passwords: [['hunter22x'], ['swordfish1']], id: 7", "passwords: [REDACTED], id: 7"],
  ],
  pairs: [
    ['[["password","hunter22x"],["id","7"]]', '[["password","[REDACTED]"],["id","7"]]'],
    ["[('Accept', '*/*'), ('Password', 'hunterxx'), ('X', '7')]", "[('Accept', '*/*'), ('Password', '[REDACTED]'), ('X', '7')]"],
    ["[(b'host', b'a'), (b'password', b'hunter22x')]", "[(b'host', b'a'), (b'password', b'[REDACTED]')]"],
    ['[{"accept", "*/*"}, {"password", "hunter22x"}]', '[{"accept", "*/*"}, {"password", "[REDACTED]"}]'],
    ['{"rawHeaders":["Host","a","Authorization","Bearer hunter22x","Accept","*/*"]}', '{"rawHeaders":["Host","a","Authorization","Bearer [REDACTED]","Accept","*/*"]}'],
    ["rawHeaders: [\n  'Host',\n  'a',\n  'X-Api-Key',\n  'hunter22x',\n  'Accept'\n]", "rawHeaders: [\n  'Host',\n  'a',\n  'X-Api-Key',\n  '[REDACTED]',\n  'Accept'\n]"],
    ['{"argv":["deploy","--password","hunter22x","-v"]}', '{"argv":["deploy","--password","[REDACTED]","-v"]}'],
    ['{"msg":"Invalid authentication token","error_type":"AuthError"}', '{"msg":"Invalid authentication token","error_type":"AuthError"}'],
    ['{"fields":["password","token","name"]}', '{"fields":["password","token","name"]}'],
    ['{"required":["password","hunter22x"]}', '{"required":["password","hunter22x"]}'],
    ['["x_and_authorization","remote_ip","request_id"]', '["x_and_authorization","remote_ip","request_id"]'],
    ['{"allowHeaders":["Content-Type","Authorization","X-Api-Key","X-Requested-With"]}', '{"allowHeaders":["Content-Type","Authorization","X-Api-Key","X-Requested-With"]}'],
    ['f("token", "name")', 'f("token", "name")'],
  ],
  separators: [
    ["user[password]=hunter22x&a=1", "user[password]=[REDACTED]&a=1"],
    ["password[]=hunter22x&a=1", "password[]=[REDACTED]&a=1"],
    ["access_tokens[0]=hunter22x a", "access_tokens[0]=[REDACTED] a"],
    ["password%5B%5D=hunter22x&a=1", "password%5B%5D=[REDACTED]&a=1"],
    ["fd->secret->state = 7", "fd->secret->state = 7"],
  ],
  wrappers: [
    'password: Optional("«hunter22x»"), id: 7', "password=Optional[«hunter22x»], id=7", 'password = Just "«hunter22x»", id = 7',
    "password=SecretStr('«hunter22x»') ok", '#{id => 7,password => <<"«hunter22x»">>,ok => true}', '[{password,"«hunter22x»"},{id,7}]',
    "PASSWORD=$'«hunter22x»' ok", "password: !!str «hunter22x»\n", "password: &a «hunter22x»\n", 'password="""«hunter 22x»""" ok',
    "password: <Buffer «68 75 6e 74»>, id: 7", "{:id 7, :client-secret \"«hunter22x»\", :ok true}",
  ].map(marked),
  "doubled quotes": [
    "SET password = '«it''s me»' WHERE", "SET password = '«hun''ter»', id = 7", "password='' id=7",
    '7,"{""id"":7,""password"":""«hunter22x»"",""ok"":true}",ok', 'a,"{""password"":""«hunter 22x»""}",b', '"{""pin"":«1234»,""ok"":1}"',
  ].map(marked),
  elements: [
    '<Data Name="Id">7</Data><Data Name="Password">«hunter22x»</Data>', '<property name="password">«hunter22x»</property>',
    "<password><![CDATA[«hunter22x»]]></password>", "<token><value>«hunter22x»</value></token>", '<a data-id="token">text</a>',
    "<member><name>password</name><value><string>«hunter22x»</string></value></member>",
  ].map(marked),
  tables: [
    "| name | value |\n|---|---|\n| password | «hunter22x» |\n", " id       | 7\n password | «hunter22x»\n ok       | t\n", "| password | note |\n|---|---|\n| a | b |\n",
    " password | note\n----------+------\n a | b\n", "| id | password | email |\n", "-[ RECORD 1 ]-\npassword | «hunter22x»\n-[ RECORD 2 ]-\n",
    "+---+---+\n| password | note |\n+---+---+\n",
  ].map(marked),
  "without a separator": [
    "#define DB_PASSWORD \"«hunter22x»\"\n", "%define token «hunter22x»\n", "aws configure set aws_secret_access_key «hunter22x»\n", "setx API_KEY «hunter22x»\n",
    "the password is «hunter22x» now", "password for deploy: «hunter22x»\n", "the token is invalid", "Failed password for root from 10.0.0.7", "password is base64 encoded",
    'client.setPassword("«hunter22x»");', 'getPassword("name")', "cs1Label=password cs1=«hunter22x» outcome=ok", "name=password&value=«hunter22x»&ok=1",
    'addHeader("X-Api-Key", "«swordfish»")', "config: password -> «hunter22x»\n", '~ password = "«hunter22x»" -> "«swordfish»"\n', '~ password = "«hunter22x»" -> (sensitive value)\n', "~ token = «hunter22x» -> «swordfish»\n",
    '["Host","a.example","Password","«swordfish»","Accept","*/*"]', '["Name","Password","Email"]', "token=valid,id=7",
  ].map(marked),
  "names of which a part is none": [
    '{"_tok":"«hunter22x»","_id":7}', "GET /?a=%26tok%3D«hunter22x»&b=1", 'client.setBearer("«hunter22x»");', 'client.setTok("«hunter22x»");', "a_tok=7",
    '<add key="PrivateKeyBase64" value="«hunter22x»" />', '{:id 7, :reset-password "link", :ok true}', "ALTER ROLE bob PASSWORD '«it''s me»' LOGIN;", "ENCRYPTED PASSWORD '«my own»'",
    "curl -sS -udeploy:«hunter22x» https://a.example/", "curl -su 'deploy:«hunter22x»' https://a.example/", "{ auth: 'ann:«hunter22x»', host: 'a' }", '{"auth":"ann:«hunter22x»"}', 'auth: "https://a.example/"',
    '#define AUTHORIZATION "«hunter22x»"\n', "SET cookie = 'sid=«''hunter22x»' WHERE id = 7", '$("#add-password")', 'addPassword = "#add-password"', "    char secret_key[] = {",
  ].map(marked),
  "hexadecimal escapes": [
    [String.raw`"{\x22password\x22:\x22hunter22x\x22,\x22a\x22:1}"`, String.raw`"{\x22password\x22:\x22[REDACTED]\x22,\x22a\x22:1}"`],
    [String.raw`"{\x22bearer\x22: 12345678,\x22a\x22:1}"`, String.raw`"{\x22bearer\x22: \x22[REDACTED]\x22,\x22a\x22:1}"`],
    [
      String.raw`{\x22m\x22:\x22{\x5C\x22password\x5C\x22:\x5C\x22hun\x5C\x5C\x5C\x22ter22x\x5C\x22,\x5C\x22b\x5C\x22:1}\x22}`,
      String.raw`{\x22m\x22:\x22{\x5C\x22password\x5C\x22:\x5C\x22[REDACTED]\x5C\x22,\x5C\x22b\x5C\x22:1}\x22}`,
    ],
    [String.raw`{\x22m\x22:\x22{\x5C\x22password\x5C\x22: 12345678}\x22}`, String.raw`{\x22m\x22:\x22{\x5C\x22password\x5C\x22: \x5C\x22[REDACTED]\x5C\x22}\x22}`],
    [String.raw`[\x22X-Api-Key\x22,\x22hunter22x\x22]`, String.raw`[\x22X-Api-Key\x22,\x22[REDACTED]\x22]`],
    [String.raw`{"m":"{\\x22password\\x22:\\x22hunter22x\\x22}"}`, String.raw`{"m":"{\\x22password\\x22:\\x22[REDACTED]\\x22}"}`],
    [String.raw`user=ann\x0D\x0Apassword=hunter22x\x0Aid=7`, String.raw`user=ann\x0D\x0Apassword=[REDACTED]\x0Aid=7`],
  ],
  "glued escapes": [
    "Auth: password=«hunter22x» ok", `&lt;p&gt;password: «Df34D&amp;lt;345»&lt;/p&gt;`, "Set-Cookie: a=«\x02junk»; Path=/\n", "password=[«correcthorse»]", "password=[your password]",
    `{"privateKey":"${mark("BEGIN")}\\n«${body}\\nZm9vYg==»\\n${mark("END")}"}`,
  ].map(marked),
};
