// What somebody types into one field, quotes and brackets in any escape, takes nothing of the fields beside it.
import { describe, test } from "vitest";
import { expectAtEveryCut } from "../cases/at-every-cut.ts";
import { marked } from "../cases/marked.ts";

const BEGIN = `-----${"BEGIN PRIVATE"} KEY-----`;

// biome-ignore format: one case a line
const cases: Readonly<Record<string, readonly string[]>> = {
  "a backslash before a quote of SQL, and one that is two": [
    String.raw`INSERT INTO t (ua, password, z) VALUES ('x\''y', '«hunter22x»', 'plain')`,
    String.raw`INSERT INTO t (ua, password, z) VALUES ('x\'y', '«hunter22x»', 'plain')`,
    String.raw`INSERT INTO t (ua, password, z) VALUES ('x\', '«hunter22x»', 'plain')`,
  ],
  "a backslash at an attribute's end, whatever is open in it": [
    String.raw`<i ua="&#39;token:\" password="«hunter22x»">`,
    String.raw`<i ua="'token:\" password="«hunter22x»" z="plain">`,
    String.raw`<i ua='&quot;token:\' password='«hunter22x»'>`,
    String.raw`{"html":"'<a b=\"token:\" d=\"e\">","z":"plain"}`,
  ],
  "a quote in a word of a record, whose string a later one closes": [
    "User{id=7, password='«a'b1c2»', name='ann'}", "User(id=7, password='«a1'b1'c2»')", "{ password: '«a1'b1c2»', x: 'y' }",
    "password='«abc1»'d e='x'", "password='«abc1»'def name='ann'", "password='«abc1»'def, name'", "password='«abc1»'d",
    `User{password='«abc1»'${"d".repeat(96)}', x=1}`, `User{password='«abc1'${"d".repeat(94)}»', x=1}`,
  ],
  "a backslash before the quote of a connection string": [
    String.raw`Password="«x1y2z3\»";Database=app`, String.raw`Password="«x1y2z3\»";Initial Catalog="app";Encrypt=yes`,
    String.raw`{"c":"Server=h;Password=\"«x1y2z3\\»\";Database=app","n":"it"}`,
    String.raw`Password="«x1\";y2z3»";Database=app`, String.raw`password="«x1\";y2=z3»" ok=1`, String.raw`password="«x1\"; y2»" ok=1`,
  ],
  "a backslash before an entity, whatever is open in the string": [
    "{&quot;ua&quot;:&quot;`\\\\&quot;,&quot;password&quot;:&quot;«hunter22x»&quot;}",
    "{&quot;ua&quot;:&quot;`\\&quot;&quot;,&quot;password&quot;:&quot;«hunter22x»&quot;}",
    "{&quot;ua&quot;:&quot;'\\\\&quot;,&quot;password&quot;:&quot;«hunter22x»&quot;}",
  ],
  "a cell that begins with an escaped quote, or with one that closes nowhere": [
    "ua,password,z\n%22b,«hunter22x»,plain\nx,«hunter23x»,plain\n",
    "ua,password,z\n\\x22b,«hunter22x»,plain\nx,«hunter23x»,plain\n",
    "ua,password,z\n\\u0022b,«hunter22x»,plain\nx,«hunter23x»,plain\n",
    "ua,password,z\n&quot;b,«hunter22x»,plain\nx,«hunter23x»,plain\n",
    'ua,password,z\n"b,«hunter22x»,plain\nx,«hunter23x»,plain\n',
    'ua,password,z\n"b, c",«hunter22x»,plain\n"b ""x""",«hunter23x»,plain\n',
  ],
  "a quote in a parameter of a query, and one without a value": [
    "GET /?ua=token%3D'&password=«hunter22x»&z=plain HTTP/1.1",
    "GET /?token='&password=«hunter22x»&z=plain HTTP/1.1",
    "GET /?password=«hunter22x»&x HTTP/1.1",
    '{"url":"/?password=«hunter22x»&x&y=plain"}',
    '<a href="/?password=«hunter22x»&amp;x">',
    "password=«hunter&22x»",
  ],
  "an apostrophe at a cell's start": [
    "ua,password,z\n'Authorization:,«hunter22x»,plain\nx,«hunter23x»,plain\n",
    "ua;password;z\n'token=;«hunter22x»;plain\nx;«hunter23x»;plain\n",
    "INSERT INTO t (ua,password,z) VALUES ('\\'':pw={', '«hunter22x»', 'plain')",
  ],
  "a key's mark in a cell, escaped quotes in one, and a bar": [
    `ua,password,z\n${BEGIN},«hunter22x»,plain\n`,
    `ua,password,z\n${BEGIN}«${"Bk+/".repeat(12)}»,«hunter22x»,plain\n`,
    "ua,password\n%22--password=,«hunter22x»\nx,«hunter23x»\n",
    "ua;password\n\\x22Authorization: ;«hunter22x»\n",
    "| ua | password |\n|---|---|\n| a\\|b | «hunter22x» |\n| a \\| b | «hunter23x» |\n",
    String.raw`INSERT INTO t (ua, password) VALUES ('\/>', '«hunter22x»')`,
    String.raw`INSERT INTO t (ua, password) VALUES ('\''<a>', '«hunter22x»')`,
  ],
  "a backslash before a bracket of a tag, and entities in an attribute": [
    String.raw`<b><ua x="s">name="password" value="«\»</ua><password x="s">«hunter22x»</password></b>`,
    String.raw`<i x="{&quot;ua&quot;:&quot;--password='«\\»&quot;,&quot;password&quot;:&quot;«hunter22x»&quot;}"/>`,
    "user-agent: <password>, authorization: Bearer «hunter22x», x-plain: plain",
  ],
  "a text with a blank at both ends, a second mark of a key, an open statement": [
    '{:ua " Authorization: Bearer ", :password "«hunter22x»"}',
    `user-agent: ${BEGIN}${BEGIN}, authorization: Bearer «hunter22x», x-plain: plain`,
    "Array\n(\n    [ua] => INSERT INTO t (password) VALUES (\n    [password] => «hunter22x»\n)",
    String.raw`INSERT INTO t (ua, password) VALUES ('\'' ', '«hunter22x»')`,
    String.raw`INSERT INTO t (ua, password) VALUES ('\'')', '«hunter22x»')`,
  ],
  "a command at the end of a string of Erlang and of a call": [
    '[{ua,<<"mysql -p">>},{password,<<"«hunter22x»">>}]',
    '(f("mysql -p");password="«hunter22x»")',
  ],
  "cells of a table and a statement in a string, and entities with a line end": [
    String.raw`{"msg":"ua,password,z\nPassword:,«hunter22x»,plain\n","pid":7}`,
    String.raw`{"msg":"INSERT INTO users (ua,password) VALUES ('\\'','«hunter22x»')","pid":7}`,
    String.raw`{"msg":"INSERT INTO users (ua,password) VALUES ('\\','«hunter22x»')","pid":7}`,
    String.raw`<i x="{&quot;ua&quot;:&quot;\npassword=&quot;,&quot;z&quot;:&quot;plain&quot;}"></i>`,
    'map["ua":"--pass" "password":"«hunter22x»"]',
  ],
  "a header's name as a column": [
    "id,authorization,z\n7,«Bearer hunter22x»,plain\n",
    "id\tcookie\tz\n7\t«sid=hunter22x; a=b»\tplain\n",
    "INSERT INTO t (id, authorization, z) VALUES (7, '«Bearer hunter22x»', 'plain')",
  ],
  "a password among a scheme's parameters": [
    "Authorization: token\tpassword=«hunter22x» z=plain",
    'Authorization: Token user="ann", password="«hunter22x»"',
  ],
  "a template that begins in one string and ends in another": [
    '{"password":"«<%hunter22x»","z":"%>"}',
    '{"password":["«{{a»","«hunter22x»","}}"]}',
    `{'password': '«\${a»', 'z': '}'}`,
    'password="«<%hunter22x»" z="%>"',
    'password="{{ lookup("env", "PASS") }}" z="plain"',
    "password={{ lookup('env', \"PASS\") | default '' }}",
  ],
  "an element's text behind a blank": [
    "<password> «hunter22x»</password>",
    "<ns:password type=\"x\"> «two words»</ns:password><z>plain</z>",
    "&lt;password&gt; «hunter22x»&lt;/password&gt;",
    "the <password> means the </passphrase> of yours",
    "<token> means a <b>word</b>",
  ],
  "an apostrophe in a URL's password": [
    "postgres://u:«a'hunter22x»@h/db",
    "postgres://u:«'hunter22x»@h/db",
    "url='postgres://u:«hunter22x'»@h/db'",
    String.raw`{"url":"postgres://u:«a\u0027hunter22x»@h/db"}`,
    "['http://a.example:80','ann@a.example']",
    "'http://a.example:8080', 'ann@a.example'",
  ],
  "a word that begins with a placeholder or a bracket": [
    "password=«[REDACTED]hunter22x» z=plain",
    "password=«{1}hunter22x» z=plain",
    "password={1} z=plain",
    'password = []my.Type+"x"',
  ],
};

describe.each(Object.entries(cases))("%s", (_what, texts) => {
  test.each(texts)("%j", (text) => {
    expectAtEveryCut(...marked(text));
  });
});
