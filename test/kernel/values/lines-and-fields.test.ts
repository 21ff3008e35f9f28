// A line never changes what is found in the next one, nor a cell or a string what is found beside it, but where the
// later text shows by itself that it goes on.
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { marked } from "../cases/marked.ts";

const begin = `-----${"BEGIN PRIVATE KEY"}-----`;
const body = "Bk+/".repeat(12);
const token = `${"hf_"}${"aBcDeFgHiJ0123456789".repeat(2).slice(0, 34)}`;

const cases: Readonly<Record<string, readonly string[]>> = {
  "behind a key's begin mark": [
    `${begin}\ngot «${token}» now`,
    `${begin}\nDB_PASSWORD=«marzipan-otter-4»\n`,
    `${begin}\nCEF:0|Vendor|App|1|100|login|5|id=7 password=«hunter22x» ok=true\n`,
    `${begin}\nid ${body} password: «hunter22x»\n`,
    `${begin}\nPORT=8080\nPASSWORD=«hunter22x»\n`,
    `${begin} password: «hunter22x»\n`,
    `${begin}\n-- password=«hunter22x»\n`,
    `{"Env":["UA=${begin}","PASSWORD=«hunter22x»"]}`,
    String.raw`level=info msg="AUTHORIZATION=Bearer «hunter22x»\nUA=\n" pid=7`,
    String.raw`{"msg":"PASSWORD=«hunter22x two»\nnext=here"}`,
    String.raw`<password><![CDATA[«=\\»]]></password><ok>true</ok>`,
    String.raw`<password>«hunter2\»</password><ok>true</ok>`,
    // A rival that is looked at first stands in another string of the same depth.
    `[{"v":"=\\\\\\"ALTER ROLE a PASSWORD '«auth»\\\\\\" :  \\\\\\"9sK+qa=pgp_sym_decrypt(Wli, '«jO:h},v4)I»"}]`,
    "machine a login b password \npassword: «hunter22x»",
    String.raw`{"msg":"Ua: ${begin} «${body}»\r\nAuthorization: Bearer «hunter22x»\r\n"}`,
    `{"msg":"${begin}","secretAccessKeys":"«hunter22x»"}`,
    "CEF:0|Vendor|App|1|100|login|5|ua=password (hex):  authorization=Bearer «hunter22x»",
    "user=ann ua=password: token=«hunter22x» id=7",
    '"password": [\n[09:14:01] app: user=ann, id=7',
    '"password": [\n{"id":7,"authorization":"Bearer «Zq8Lw2Xk9Vb4»"}',
    '{"ua":"?token=«$6$»","password":"«hunter22x»"}',
    // What does go on.
    `${begin}\n«${body}»\n«Abc=»\npassword: «hunter22x»\n`,
    `${begin}\n2026-03-01 app: «${body}»\n`,
    `${begin}#«012${body}»#012`,
    `{"key":"${begin}\\t«${body}»"}`,
    // A whole line of a key that a logger wrote on after: 60 characters of mixed kinds; less is no line, nor a path.
    `note=${begin}\n«${body.repeat(2).slice(0, 56)}9Abc» done`,
    `note=${begin}\n${body.repeat(2).slice(0, 55)}9Abc done`,
    `note=${begin}\n${"/var/lib/node".repeat(5)} done`,
    `note=${begin}\n${"0123456789abcdef".repeat(4)} done`,
  ],
  "of a value to its end": [
    "UPDATE users SET id = 7, password = '«=''»', ok = true WHERE x = 7",
    "SELECT * FROM users WHERE password = '«it''s, ''two'',»' AND ok = true",
    String.raw`{"q":"password = \"«say \"\"x\"\", 22»\" AND ok = 1"}`,
    "near 'PASSWORD '«hunter2»'' at line 1",
    'msg="password="«hunter2»"" x=1',
    "password='', x='y'",
    'array(1) {\n  ["password"]=>\n  string(8) "«hunter2»""\n}\n',
    String.raw`{"msg":"  [\"password\"]=>\n  string(8) \"«hunter2»\"\"\n}\n"}`,
    "password = '''«hunter22x»'''",
    "{\n  password: '«one hunter\\n»' +\n    '«two»' +\n    '«three»',\n  ok: true\n}",
    "password: '«x1y2z3»' +\nuser: 'ann'",
    "<user><password>«=]]&gt;»</password></user>",
    "GET /v1?id=7&password=«%22AUTH%22%20%22»&ok=true HTTP/1.1",
    "GET /v1?q=%7B%22password%22%3A%22«hunter%2022x»%22%7D&ok=true HTTP/1.1",
  ],
  "behind a line that is open": [
    `${begin}\ngot auth" :  "«9sK+qasFhUhu/nP4-gFn» now`,
    `password=«${"\\".repeat(66)}»\ntoken: «hunter22x»`,
    '{"level":30,"msg":"id,password,ok\\\n{"id":7,"password":"«hunter22x»","ok":true}',
    "INSERT INTO u (id, password) VALUES (7,\n2025-11-22T14:08:03.512Z DEBUG [http] request password: «hunter22x»\n",
    '<password><value>\nclient.setId(7); client.setPassword("«hunter22x»");',
    "<password>\n«x1y2z3x1y2z3»\n</password>",
  ],
  "behind an assertion": [
    '{"ua":"<saml:Assertion «--token=»","password":"«hunter22x»"}',
    "UA='<saml:Assertion ' PASSWORD='«hunter22x»'",
    '{"ua":"{\\"<saml:Assertion \\":1}","password":"«hunter22x»"}',
    "<saml:Assertion \npassword: «hunter22x»\n",
    "<saml:Assertion\npassword: «hunter22x»\n",
  ],
  "behind a member without a value": [
    '{"password": {"password":\npassword: «hunter22x»\n',
    '{"password": {"msg":\ngot it now\n',
  ],
  "behind a member that stays": [
    `{"password":{"id":"${begin}","a":"«hunter22x»"}}`,
    `{"password":{\n  "id":"${begin}",\n  "a":"«hunter22x»"}}`,
  ],
  "beside an element": [
    "<user><ua>password(&#39;</ua><password>«hunter22x»</password></user>",
    `<user><ua>Password:${"\\".repeat(40)}</ua><password>«hunter22x»</password></user>`,
    "<user><ua>&lt;saml:Assertion </ua><password>«hunter22x»</password></user>",
    "<user><ua>command: bPASS «S»</ua><password>«hunter22x»</password></user>",
    "<user><ua>a1 LOGIN ann </ua><password>«hunter22x»</password></user>",
    "<user><ua>-u ann:</ua><name>hunter22x</name></user>",
    '<user><ua><![CDATA[{"password":"]]></ua><token><![CDATA[«hunter22x»]]></token></user>',
    '<ua><![CDATA[</x>password="]]></ua><token>«hunter22x»</token>',
    "<user><ua>{&quot;a&quot;:{&quot;password&quot;:{</ua><token>«hunter22x»</token></user>",
    String.raw`{"m":"\u003cua\u003epassword('\u003c/ua\u003e\u003cid\u003ehunter\u003c/id\u003e"}`,
    String.raw`{"m":"<ua>password('<\/ua><id>hunter<\/id>"}`,
    // What is no element.
    "std::vector<int> x; /a password='«hunter 22x»'",
    "password -> «hunter22x»</",
    '<13>1 2025-11-22T14:08:03Z h app 7 - - {"password":"«=</password»"}',
    'from <ann@a.example> {"password":"«=</password»"}',
    'List<String> token = "«hunter</a»"',
    // What relates out of one.
    "<b>Password:</b> «x1y2z3Qw8»<br>",
    "<name>password</name><value>«hunter22x»</value>",
  ],
  "beside a line of a string": [
    String.raw`{"msg":"Ua: password={ann: {x\r\nToken: «hunter22x»\r\n"}`,
    String.raw`level=info msg="UA=password: &quot;\nTOKEN=«hunter22x»\n" pid=7`,
    String.raw`level=info msg="Ua: <password>«candle»\r\nToken: «hunter22x»\r\n" pid=7`,
    String.raw`{"msg":"Ua: <saml:Assertion \r\nToken: «hunter22x»\r\n"}`,
    String.raw`{"msg":"<saml:Assertion «ID='x'>\n <a/>\n»</saml:Assertion> ok"}`,
    String.raw`{"msg":"ua\tpassword\n<saml:Assertion \t«hunter22x»\n"}`,
  ],
  "beside a quote of another kind": [
    `{ ua: '"AUTH" "«password»', token: '«hunter22x»' }`,
    `client.setUa("(Struct) password('«password»"); client.setToken("«hunter22x»");`,
    `{ ' : XAUTH "«~RNr3@2S-(S»': 'x', token: '«hunter22x»' }`,
    'User { ua: Some("a1 LOGIN ann "), token: Some("«hunter22x»") }',
  ],
  "beside a cell of an INSERT": [
    `INSERT INTO u (a, password) VALUES ('${"ab cd ".repeat(400)}', '«hunter22x»')`,
    "INSERT INTO u (a, password) VALUES ('INSERT INTO t (password) VALUES (=', '«hunter22x»')",
    "INSERT INTO u (a, password) VALUES ('=', '«hunter22x»')",
    "INSERT INTO u (a, password) VALUES ('user[password]', '«hunter22x»')",
    `INSERT INTO u (a, password) VALUES ('«${token}»', '«hunter22x»'), ('b', '«candle»')`,
    "INSERT INTO u (a, password) VALUES ('it''s =', '«hunter22x»')",
    String.raw`{"q":"INSERT INTO u (a, password) VALUES (\"say \\\"=\\\"\", \"«hunter22x»\")"}`,
    'INSERT INTO u (id, password) VALUES (\n"password": "«hunter22x»",\n',
    'INSERT INTO u (password) VALUES (\n"name": "ann",\n',
    `INSERT INTO u (id, password) VALUES (\ngot «${token}», 7)`,
    // What does go on.
    "INSERT INTO u (id, password) VALUES (\n7,\n'«hunter22x»'\n),\n(\nNULL, '«candle»')",
    "INSERT INTO u (a, password) VALUES (now(), '«hunter22x»'), (concat('=', 'b'), '«candle»')",
  ],
  "beside a cell of a table": [
    'ua\tpassword\n{"password":"\t«hunter22x»\n',
    "ua\tpassword\npassword='\t«hunter22x»\n",
    "ua\tsize\tpassword\nPassword:\t1234\t«hunter22x»\n",
    '{"body":"ua,password\\n\\"=,\\",\\"«hunter22x»\\"\\n"}',
    // In its own cell, a value is found.
    "ua\tpassword\ntoken=«k3v9q7»\t«hunter22x»\n",
  ],
  "in quotes that are doubled": [
    String.raw`7,"{""id"":7,""password"":""«ann\nhunter22x»"",""ok"":true}",ok`,
    String.raw`7,"{""ua"":""ALTER ROLE a PASSWORD '"",""password"":""«say \""x\"" 22»""}",ok`,
  ],
  "in quotes of other kinds": [
    String.raw`{ msg: '{"id":7,"password":"«say \"x\"»","ok":true}', pid: 7 }`,
    String.raw`ID=7 PASSWORD='«it'\''s»' OK=true`,
    "GET /v1?a=%28%22&password=«say%20%22x%22%2022» HTTP/1.1",
    String.raw`level=info msg="Ua: {\"password\":\"\r\nAuthorization: Bearer «hunter22x»\r\n" pid=7`,
  ],
  "in tables that are strings": [
    String.raw`{"msg":"ua\tpassword\nPassword:\t«hunter22x»\n","pid":7}`,
    String.raw`{"msg":"\"id\",\"password\"\n7,\"«Bearer x1y2z3»\"\n","pid":7}`,
  ],
  "beside a string": [
    '{"msg":{"a":"-u ann:"},"b":"x"}',
    '{"id":{"value":"a1 LOGIN ann "},"msg":"x"}',
    '{"a1 LOGIN ann ":0}',
    '["-u","ann:«hunter22x»"]',
    '{"bar -u ann":"zork99","x-U":"zork99","flag":"-u","b":"zork99"}',
    String.raw`{"msg":"{\"note\":\"x-U\",\"ok\":true,\"a -u b\":\"zork99\"}"}`,
    '{"auth":"ann:«hunter22x»"}',
  ],
  "beside an open quote of another kind": [String.raw`{"=$': string(7) \"\\\\":"","token":"«hunter22x»"}`],
  "beside parameters": [
    String.raw`{"value":"'''<token>«(\"»"}`,
    "GET /v1?Proxy-Authorization%3A%20AWS4-HMAC-SHA256%20Credential%3Dx=x&token=«hunter22x» HTTP/1.1",
    '{"field" : "password" , "oldValue" : 0 , "newValue" : "«hunter22x»"}',
  ],
  "of characters that are escaped": [
    String.raw`{"msg":"{password: {password\u003db\u0027"}`,
    String.raw`{"msg":"\u0022«` +
      `${"A".repeat(20)}gzdmFqTFEC4FpkP600ULa0OHDHVRazMFi6geqyh»` +
      String.raw`sB3hX9v66jf64KvHXeGRHGTLo\u0022"}`,
    String.raw`{"docker login -p \t«password»":"x"}`,
    String.raw`{"msg":"docker login -p \u0000"}`,
    `{"password":"«${"\\".repeat(64)}»","id":7}`,
    `{"password":"«${"\\".repeat(66)}\\"»","id":7}`,
    String.raw`{"msg":"password: |\n  «say \"x\"»"}`,
    String.raw`{"msg":"password: |\n  «a\\»"}`,
    String.raw`{"msg":"{\u0022password\u0022:\u0022«: \u0026quot;»\u0022}"}`,
    String.raw`{"msg":"\u0026quot;password\u0026quot;:\u0026quot;«hunter22x»\u0026quot;"}`,
    `{"a${'\\"'.repeat(20)}":48,"<password>«hunter22x»":"x"}`,
    String.raw`{"password":{"user":"\u001b[0mann\u001b[33m","a":"«hunter22x»"}}`,
    String.raw`{"password":"«hunter22x\\»\u001b[1m"}`,
    String.raw`{"a":"={\"name\":\"password\",\"value\":\"«\\»","b":"x"}`,
    String.raw`{"a":"={\"name\":\"password\",\"value\":\"\"}"}`,
  ],
};

describe.each(Object.entries(cases))("%s", (_, texts) => {
  test.each(texts.map(marked))("%j", (text, expected) => {
    expectAnywhereCut(text, expected);
  });
});

test.each([
  [
    "<saml:Assertion\n  ID='x'>\n hunter22x\n</saml:Assertion>\n",
    "<saml:Assertion\n[REDACTED]\n\n</saml:Assertion>\n",
  ],
  [
    "msg='<saml:Assertion ID=\"x\">\n hunter22x\n</saml:Assertion>'\n",
    "msg='<saml:Assertion [REDACTED]\n\n</saml:Assertion>'\n",
  ],
])("an assertion goes on over lines: %j", expectAnywhereCut);

function expectAnywhereCut(text: string, expected: string): void {
  expect(createRedactor({}).redact(text)).toBe(expected);
  const stream = createByteRedactor({});
  const bytes = Buffer.from(text);
  for (let cut = 1; cut < bytes.length; cut++) {
    const chunks = [bytes.subarray(0, cut), bytes.subarray(cut)];
    const out = [...chunks.flatMap((chunk) => stream.push(chunk)), ...stream.end()];
    expect(Buffer.concat(out).toString(), `cut at ${cut}`).toBe(expected);
  }
}
