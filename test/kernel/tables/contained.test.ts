// What one string, element or statement holds decides nothing about another.
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/index.ts";
import { expectAtEveryCut } from "../cases/at-every-cut.ts";
import { marked } from "../cases/marked.ts";

const BEGIN = `-----${"BEGIN PRIVATE"} KEY-----`;

// biome-ignore format: one case a line
const cases: Readonly<Record<string, readonly string[]>> = {
  "a backslash before a quote of a shell, SQL and XML": [
    String.raw`ID=7 PASSWORD='«\»' OK=true`,
    String.raw`UA='\' PASSWORD='«hunter22x»' OK=true`,
    String.raw`{"msg":"UA='\\' PASSWORD='«hunter22x»'"}`,
    String.raw`INSERT INTO users (ua, password) VALUES ('\', '«hunter22x»')`,
    String.raw`<user ua="\" password="«hunter22x»"/>`,
    String.raw`{ a: 'x\' }', password: '«it\'s me»', c: 'y' }`,
    String.raw`{ password: '«say \'hi\', he said»', c: 'x' }`,
    String.raw`{ msg: '{"password":"«\' =>»","ok":true}', pid: 7 }`,
  ],
  "a quote in the text of a string, and a name on the same line": [
    'ua="x &quot; y" token=«hunter22x»\n',
    'msg="a \\" c" token=«hunter22x»\n',
    '"a \\x22 b" password=«hunter22x»\n',
    '{"a":"b \\" c"} token=«hunter22x»\n',
    'ua="x &quot; y" msg=hi token="«hunter22x»"\n',
    '{ ua: " &#34; ", password: "«hunter22x»" }\n',
    '"%22><token:«hunter22x»\n',
  ],
  "a flag that is a text, and the name behind it": [
    '{Ua:"-secret" Password:"«hunter22x»" Z:"plain"}',
    '{Ua:"--token" Password:"«hunter22x»" Z:"plain"}',
    'ua="-password" password="«hunter22x»"',
  ],
  "an element that begins with a comma": [
    '{"key":[",hunter2x9KqZp7Lw","x"]}',
    '[{"key":[", hunter2x9KqZp7Lw"]}]',
  ],
  "a name that ends in a backslash of its own": [
    String.raw`{"password\\":"«hunter22x»","ok":1}`,
    String.raw`{"a":"{\"password\\\\\":\"«hunter22x»\",\"ok\":1}"}`,
    String.raw`{"password\\\\":{"ua\\":"«hunter22x»"},"ok":1}`,
  ],
  "a row of apostrophes behind a backslash": [
    String.raw`SELECT * FROM users WHERE id = 7 AND password = '«\''»' AND ok = true`,
    String.raw`ID=7 PASSWORD='«x\'\''»' OK=true`,
    String.raw`INSERT INTO users (ua, password) VALUES ('\''', '«hunter22x»')`,
    String.raw`curl -s -H 'Ua: \'\''=Password:' -H 'Password: «hunter22x»' https://a.example/`,
    String.raw`UA='\'\'' password='«\''»' PASSWORD='«hunter22abc»'`,
    String.raw`['it\'s', 'a\'\'b', password: '«x\'y»', 'c']`,
  ],
  "line ends of a string, and of one in it": [
    String.raw`7,"{""ua"":""\n  '"",""password"":""«say \""x\"" 22»""}",ok`,
    String.raw`7,"{""USER ann\nPASS '"":""x"",""authorization"":""Bearer «hunter22x»""}",ok`,
    String.raw`{"msg":"GET / HTTP/1.1\r\nUa: snmpget -A \"«4I»\r\nPassword: «hunter22x»\r\n"}`,
    String.raw`{"msg":"UA={\"password\":\"«\\»\nPASSWORD=«hunter22x»\n"}`,
    String.raw`{"a":"UA={\"password\":\"«x1y2\\\\new»\",\"ok\":1}"}`,
    String.raw`{ msg: '[app]\nua = {"password":"\npassword = «hunter22x»\n', pid: 7 }`,
    String.raw`{:id 7, :password "«Authorization:\npassword»", :ok true}`,
    String.raw`{"msg":"{:password \"«Authorization:\\npassword»\", :ok true}"}`,
  ],
  "backslashes at the end of a string of nginx": [
    String.raw`"POST /a" 200 "{\x22ua\x22:\x22\x5C\x5C\x22,\x22password\x22:\x22«hunter22x»\x22}" 12`,
    String.raw`"POST /a" 200 "{\x22\x5C\x5C\x5C\x22\x22:\x22\x22,\x22password\x22:\x22«hunter22x»\x22}" 12`,
  ],
  "JSON in CSV in JSON": [
    String.raw`{"msg":"7,\"{\"\"id\"\":7,\"\"password\"\":\"\"«\\\"\"name\\\"\",\\\"\"»\"\",\"\"ok\"\":true}\",ok"}`,
  ],
  "a quote or an escape in a cell": [
    'ua\tpassword\n"\t«hunter22x»\n',
    'ua\tpassword\n\\\\"\t«hunter22x»\n',
    String.raw`{"msg":"{\"log\":\"password\\tua\\tid\\n«hunter22x»\\t>\\\\n\\t7\\n\"}"}`,
  ],
  "an assertion in a section or a string": [
    "<u><ua><![CDATA[<saml:Assertion ]]></ua><password>«hunter22x»</password></u>",
    String.raw`{"msg":"<saml:Assertion «say »\"x\""}`,
    String.raw`{"msg":"<saml:Assertion «a\\nb»"}`,
  ],
  "quotes and blanks in a string as in a line": [
    String.raw`{"msg":"password: «a\"b'c» x"}`,
    String.raw`{"msg":"password=«x\"type»\":\"string\""}`,
    String.raw`{"msg":"apiKeys: [ \t«x1y2z3»"}`,
    String.raw`{"msg":"{\"a\":{\"password\":{\t"}`,
  ],
  "what a value was, and what it is": [String.raw`{"id":7,"password":"«\\\"->»","ok":true}`],
  "a row of quotes in a string of SQL, and in CSV": [
    "SELECT * FROM users WHERE ua = ''' password=''' AND ip = '192.0.2.7' AND token = '«x1y2z3»'",
    "SELECT * FROM users WHERE ua = 'Password:''''''' AND password = '«x1y2z3»'",
    `UPDATE users SET ua = '("''''''', password = '«say "x" 22»' WHERE x = 7`,
    "SELECT * FROM users WHERE ua = '=$''<password><value>«=$''»' AND password = '«hunter22x»'",
    String.raw`7,"{""ua"":""\""\""\"""",""password"":""«hunter22x»""}",ok`,
    "SELECT * FROM users WHERE id = 7 AND password = '«'',''password'':''»' AND ok = true",
    "SELECT * FROM users WHERE id = 7 AND password = '«''s»' AND ok = true",
    String.raw`UPDATE users SET id = 7, password = '«\''password»', ok = true WHERE x = 7`,
    "password = '''«abc def»''' y",
  ],
  "a string that begins with a blank": [
    '{:ua " Password:", :ip "192.0.2.7", :password "«hunter22x»"}',
    "+ deploy --ua ' Password:' --password '«hunter22x»'",
    'say " x and password="«hunter22»" ok',
    `5" x 3" password="«hunter22»" y`,
  ],
  "a member behind a name": [`ua=Password: password="«it's me 22»"`, `password: «foo» bar="x"`],
  "a parameter of a query and the blank behind it": [
    "GET /v1?password=«hunter22x»&xauthorization=x HTTP/1.1",
    "GET /v1?password=«hunter22x»&authorization=Bearer%20«hunter33x» HTTP/1.1",
    "GET /v1?password=«hunter22x»&ua=Authorization%3A%20Bearer%20 HTTP/1.1",
    "GET /v1?password=«hunter22x»&Password%3A= HTTP/1.1",
    "[09:14:01] app: user=password=«hunter22x»&ua=%22%2C%22password%22%3A%22, id=7",
    `ua=%22 password="«hunter22x two»"`,
  ],
  "a pattern that begins in one string and ends in another": [
    String.raw`{"ua"=>"jedis.auth(\"", "host"=>"a.example", "password"=>"«hunter22x»"}`,
    String.raw`{"msg":"map[\"ua\":\"\\\"AUTH\\\" \\\"\" \"id\":7 \"password\":\"«hunter22x»\"]"}`,
    String.raw`{"msg":"<user ua=\"radtest \" id=\"7\"/>"}`,
    String.raw`{"msg":"UA=docker login -p \nPASSWORD=«hunter22x»\n"}`,
    '"AUTH" "«hunter22x»"',
  ],
  "a statement in a cell": [
    'ua,password\n"INSERT INTO t (password) VALUES (=","«hunter22x»"\nb,«hunter33x»\n',
  ],
  "backslashes before an entity": [
    String.raw`<pre>{&quot;note&quot;:&quot;x \\&quot;,&quot;password&quot;:&quot;«a\\»&quot;,&quot;ok&quot;:true}</pre>`,
    String.raw`<pre>{&quot;password&quot;:&quot;«a\&quot;b»&quot;,&quot;ok&quot;:true}</pre>`,
    String.raw`{"msg":"<pre>{&quot;password&quot;:&quot;«a\\&quot;b»&quot;,&quot;ok&quot;:true}</pre>"}`,
    String.raw`<value>&#39;{&quot;password&quot;:&quot;«\»</value><x>y</x>`,
  ],
  "members whose names only end in a word of pairs": [
    '[{"name":"password","value":{"password":{"oldValue":"«x»"}}}]',
    '{"key":"password","value":{"stringValue":"«x1y2z3»"}}',
  ],
  "a value in quotes that a shape stops in": [
    `{:id 7, :password "«it's»", :ok true}`,
    `the PASSWORD '«hunter\\'22x»' is`,
  ],
  "an apostrophe in an argument of several words": [
    `{"argv":["deploy","--client-secret=«it's me 22»","--ok=true"]}`,
    `["DB_PASSWORD=«it's me 22»"]`,
  ],
  "what is encoded behind a separator that is not": [
    "GET /?password=«b%27x»&ok=true HTTP/1.1",
    "GET /?password=«hunter22x»&ua=aws%20configure%20set%20password%20 HTTP/1.1",
    "GET /?password=«hunter22x»&%3Dpassword= HTTP/1.1",
    `GET /?password=«hunter22x»&${"a7%2F".repeat(90)}=x HTTP/1.1`,
  ],
  "the end of an element's text": [
    "<u><ua>PASSWORD '</ua><note>x1y2z3</note></u>",
    "<user><password>\\n«hunter22x»</password></user>".replace("\\n«", "«\\n"),
    "<member><name>password</name><value>«,hunter22x»</value></member>",
  ],
  "a key's mark in a string": [
    `{"msg":"${BEGIN}«sesame»","x":1}`,
    `{"msg":"must begin with ${BEGIN}","x":"word"}`,
  ],
  "a bare member that ends with a name": [
    "CEF:0|A|B|1|1|x|5|ua=Password: id=7 password=«hunter22x»",
    "ua=Password: «hunter22x»",
  ],
  "a corner in a string": ['{"msg":"password"}\n{"msg":0,"└":"x"}\n'],
  "lists and settings, however they are laid out": [
    '{"credentials":["«ann»","«hunter22x»"]}',
    '{\n  "credentials": [\n    "«ann»",\n    "«hunter22x»"\n  ]\n}',
    '{"msg":"password = «correct horse battery»","x":"a"}',
  ],
};

describe.each(Object.entries(cases))("%s", (_, texts) => {
  test.each(texts)("%j", (text) => {
    const [input, expected] = marked(text);
    const bytes = (each: string) => Buffer.from(each).toString("latin1");
    expectAtEveryCut(bytes(input), bytes(expected));
  });
});

describe("a long text among the values of an INSERT", () => {
  const { redact } = createRedactor();
  const rest = ", 'hunter22x'), ('b', 'hunter33x');\n";
  const redacted = ", '[REDACTED]'), ('b', '[REDACTED]');\n";

  test.each([
    ["words", "plain words ".repeat(700)],
    ["members", "a=b ".repeat(2500)],
    ["doubled apostrophes", "it''s ".repeat(1500)],
    ["backslashes", "\\\\'' ".repeat(1500)],
  ])("of %s hides no credential behind it", (_name, text) => {
    const start = `INSERT INTO users (bio, password) VALUES ('${text}'`;
    expect(redact(start + rest)).toBe(start + redacted);
  });

  test("is searched", () => {
    const start = `INSERT INTO users (bio, password) VALUES ('${"token=hunter44x ".repeat(400)}'`;
    expect(redact(start + rest)).toBe(start.replaceAll("hunter44x", "[REDACTED]") + redacted);
  });
});

test("a group whose pattern may begin anew takes no more than its word", () => {
  const { redact } = createRedactor();
  const text = `${"}IDENTIFIED BY }}7z -p}7z -p".repeat(400)}\nnext line\n`;
  const out = redact(text);
  expect(out.length).toBeGreaterThan(text.length);
  expect(out).toContain("\nnext line\n");
});

test.each([
  { "password\\": 4815 },
  { "password\\\\": 4815 },
  { a: JSON.stringify({ "password\\": 4815, b: 1 }) },
])("a number under a name that ends in a backslash stays JSON: %j", (value) => {
  const { redact } = createRedactor();
  const text = redact(JSON.stringify(value));
  expect(text).not.toContain("4815");
  expect(JSON.parse(text)).toEqual(redact(value));
});
