// A generated password may hold any sign: where it is the last word of its line, or one of a record of words, it ends there.
import { describe, test } from "vitest";
import { expectAtEveryCut } from "../cases/at-every-cut.ts";
import { marked } from "../cases/marked.ts";

// biome-ignore format: one case a line
const cases: Readonly<Record<string, readonly string[]>> = {
  "a line of its own": [
    "HOST=a\nPASSWORD=«Jy5V<\"$|AT%h[c,iq2huB»\nOK=1\n",
    "HOST=a\nPASSWORD=«[-*`zwb+x$r<sPc0`z-|»\nOK=1\n",
    "export DB_PASSWORD=«E%&`B=I4F!^.o_X8ZS)r»\n",
    "user: ann\n  password: «^_)A;'KJ-6BC>;83»\nok: 1\n",
    'X-Api-Key: «wIpy[R7T_\'(PLH-Py»\r\nHost: a\r\n',
    JSON.stringify({ msg: "HOST=a\nPASSWORD=«x9]Wh'(u|P3»\nOK=1", n: 1 }),
  ],
  "one that begins or ends with signs": [
    "password=«?=F)]6jc\"'e)/x1» ok=1", "token: «%ca^f-E'$6\"soe»\n", "secret=«S](j*y\\ZpfmM»", "passwd: «&?@-MyqF/~%u|U'~G!7n»\n",
    "    [api_key] => «zAS|gRrTn*:p\"4»\n", "map[a:b passwd:«cj8'!AmZ<qZ»]", "api_key=«}}***Zq8Lw2Xk9Vb4Rt6Y» ok=1", "pass: «Zé)qR'7<ü|w»\n",
    JSON.stringify({ msg: "password=«Z)q\\u0041R'7<u|w» ok=1" }).replace("\\\\u", "\\u"),
  ],
  "of a statement, a command, a URL": [
    "CREATE USER 'a'@'%' IDENTIFIED BY '«Xmg`3>m<P\"pd''M»'; -- b", "CREATE USER a IDENTIFIED BY '«|e;S^PtEb\"gQA»' ACCOUNT LOCK",
    "ALTER ROLE a WITH PASSWORD '«)v:o5z''8tX`bV»' VALID UNTIL 'x'", "curl -u 'ann:«u\"aGWC%c}F-_»' https://a.example/",
    "CREATE USER a IDENTIFIED BY '«\\hunter22»';", 'CREATE USER a IDENTIFIED BY "«\\hunter22»";', JSON.stringify({ q: "CREATE USER a IDENTIFIED BY '«\\hunter22»'", n: 1 }),
    JSON.stringify({ q: "CREATE USER a IDENTIFIED BY '\nhunter22", n: 1 }),
    ...["postgres:\\/\\/", "postgres:\\u002f\\u002f", "https:\\u002F\\u002F", "redis:%2f%2f", "redis:%252F%252F", "https:\\\\/\\\\/"].map((head) => `{"url":"${head}ann:«x1y2z3»@h","n":1}`),
    ...["postgres:\\u002e\\u002e", "redis:%2e%2e"].map((head) => `{"url":"${head}ann:x1y2z3@h","n":1}`),
    "at postgres://ann:«%3FEPG7D'%249tHnt»@db.example/a", "Driver={x};UID=ann;PWD={«4VR7'u`fi;G{n2»};Database=a",
  ],
  "the end of a line": ["2026-03-02T09:14:01Z login failed, password: «x1'y<2z»\n", "login password=«a1'b`2c»"],
  "a record of words": ["level=info password=«xm4O5Tk];+r-!a}N» ok=1", "level=info password=«b7<c\"8d» ok=1 x=2"],
};

describe.each(Object.entries(cases))("a password that is %s", (_name, texts) => {
  test.each(texts)("%j", (text) => expectAtEveryCut(...marked(text)));
});

// biome-ignore format: one case a line
test.each([
  // Other members stand in its line, or tags.
  "Password=«x1y2z3»;Server='a1',b\n", "password: «x1y2z3»,user:'a1'b\n", "password=<b>x1'y2</b>\n", "token=process.env['A1'].x|y\n",
  // It is a string, and what stands after it.
  "password='«x1y2z3»'+\"a2\"b\n", '{"a":"password=«x1y2z3»","b":"c1"}\n', "curl -d 'password=«x1y2z3»'|jq7\n",
  // A call, an index, a type.
  'User { password: Some("«K)o:n\'x7Y»"), a: "b" }', "password=getenv('A1')+x|Y2,\n", "password=cfg[\"A1\"]|Y2.b\n",
  // A tag, a member, an address.
  "<a>password=«x1Y2z3»</a><b c='d'>", "password=«x1Y2z3w4»&u='a'&b=<c>", "password=«x1Y2z3»;u=\"a1\";b=<c>",
  // Other words follow.
  '#{id => 7,db_password => <<"«x1Y2z3w4»">>,ok => true}', "a=1 password=«x1y2z3», 'b2' c=3\n", "f(a=1 password=«x1y2z3»), b=2\n",
])("%j ends where it does", (text) => expectAtEveryCut(...marked(text)));

test("a member of JSON is none, whatever the next one's name is", () => {
  const text = JSON.stringify({ password: 4815162342, "password\n": "x" });
  expectAtEveryCut(text, text.replace("4815162342", '"[REDACTED]"'));
});
