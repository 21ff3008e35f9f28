// What an attacker may choose, a password or the text beside it, hides neither the value nor the next one.
import { describe, expect, test } from "vitest";
import { redact } from "../../../src/index.ts";
import { expectAtEveryCut } from "../cases/at-every-cut.ts";
import { marked } from "../cases/marked.ts";

const S = "Zq9sC42f83XbLV8krnnQEfy";
const KEY = `-----${"BEGIN PRIVATE KEY"}-----`;
const PGP = `-----${"BEGIN PGP PRIVATE KEY BLOCK"}-----`;

// biome-ignore format: a table
const cases: Readonly<Record<string, readonly string[]>> = {
  "calls, paths and templates in quotes, of other than plain words": [
    ...[`${S}()`, "hunter2()", `a.${S}()`, `getX(${S})`, `//${S}`, "//hunter2", `a:/${S}`, `/run/${S}`, `/etc/${S}/x`, `,${S}=`, `,${S}:`, `$( ${S})`, `self.${S}`, `env.${S}`, `id=${S}`, `${S}.txt`, `true'']${S}`, `null''${S}`, `<d>''${S}`, `+ ${S} +`, `${S}(?`, `${S}($1`, `rd(:${S}`]
      .map((value) => `{"password":"«${value}»","z":1}`),
    String.raw`{"password":"«C:\\${S}»"}`,
    ...["getPassword()", "config.getPassword(user1)", "bin2hex(random_bytes(32))", "/run/secrets/db", "/en/enterprise-server@3.0/authentication/keeping-your-account/creating-a-password", "/home/ann/.ssh/id_rsa", "self.password", "process.env.DB_PASSWORD2", "db.txt", ", password: "]
      .map((value) => `{"password":"${value}","z":1}`),
    String.raw`{"password":"C:\\keys\\db.txt"}`,
    `password = «${S}()»`, `token: «//${S}»`, "password = getPassword2()", "token: //host1.example/x1y2z3", "token: // as it was given",
  ],
  "a credential with a sign of equality": [
    `Authorization: Bearer «${S}=x»`, `Authorization: Bearer «${S}=1», x`, `Authorization: Token «abc=${S}»`,
    `{"headers":{"Authorization":"Bearer «${S}=c»"}}`,
    `Authorization: Token token="«${S}»", nonce="a"`, "Authorization: Bearer realm=\"x\"",
    `Authorization: Signature keyId=a,algorithm=b,signature=«${S}»`,
  ],
  "a key's mark in a member, and the next one": [
    `{\n "msg": "${KEY}",\n "password": "«${S}»"\n}`, `{\n "msg": "${KEY}@",\n "password": "«${S}»"\n}`,
    `{\n "msg": "${PGP}",\n "password": "«${S}»",\n "x": 1\n}`, `Map(2) {\n  'm' => '${KEY}',\n  'password' => '«${S}»'\n}`,
    `msg ${KEY}\n  password: "«${S}»"\n`,
  ],
  "cells of CSV": [
    `t,msg,password,u\n1,"a\nb",«${S}»,x\n2,"c",«${S}»,y`, `t,msg,password,u\n1,"a\rb",«${S}»,x\n2,x,«${S}»,y`,
    `t,msg,password,u\n1,"a\r\nb ""c""",«${S}»,x\n2,x,«${S}»,y`,
    `t,password,u\n1,"«//${S}»",z\n1,"«,${S}=»",z`,
    `t,msg,password,u\n1,"a,«${S}»,x\n2,x,«${S}»,y`,
  ],
  "a header or a list that does not go on": [
    `<r m="x\n Authorization: Basic " password="«${S}»"/>`, `curl -H ' Authorization: ' --password '«${S}»' x`,
    `"Authorization":"« Bearer ${S}»"`, `password=[ «${S}»`,
  ],
  "quotes and brackets in a parameter and a cookie": [
    `https://h/?password=''«${S}»&r=1`, `https://h/?password=«))${S}»&r=1`, `https://h/?password=«a'%20${S}»&r=1`,
    `user=1&password=«-'${S}»&x=1`, `https://h/?password=«*'${S}»`, `Cookie: sid='«'${S}»; b=«1»`,
    `Cookie: sid=«%2F'%60${S}»; b=«1»`, `'https://h/?password=«${S}»'`, `(https://h/?password=«${S}»)`,
  ],
  "marks before, in and after what nothing encloses": [
    ...["))", "}}", ")]", "))(", "))$(", "))%22", "}}%27"].map((marks) => `password=«${marks}${S}» id=7`),
    ...["))", "}}", ")'"].map((marks) => `GET /?password=«${marks}${S}»&x=1`), `GET /?token='«${S}» HTTP/1.1`,
    `GET /?token='«${S}»'&x=1`, `GET /?token={«${S}»&x=1`, `GET /?token=[«${S}»&x=1`, `GET /?token=«${S}''${S}»&x=1`,
    `GET /?token=«${S}(»'&x=1`, `GET /?token=''«%5C${S}»&x=1`, `GET /?token=''[REDACTED]&x=1`, `GET /?token=«;'${S}»&x=1`,
    `Cookie: sid=«))${S}»; b=«${S}»`, `Cookie: sid='«''${S}»; b=«${S}»`, `Cookie: sid='«${S}»'; b=«${S}»`, `Cookie: sid=«${S}>${S}»; b=«1»`,
    `password=''''«${S}» id=7`, `password=«${S}''${S}» id=7`, `password=«${S}&quot;${S}» id=7`, `password=«${S}<${S}» id=7`,
    `password=«${S}{»\nok=true`, `password=[«${S}» id=7`, `password={«${S}» id=7`, `password='«${S}» id=7`,
    "x(e.token))return t", "password: }}text", 'password=Foo1{a="«x1y2z3»"}',
  ],
  "a bracket in a field that closes nowhere in its line": [
    ...["[", "{", "[[", "[{", "{["].map((open) => `10.0.0.7 - password=${open} [22/Nov/2025:14:08:03 +0000] "GET /a HTTP/1.1" 200 512 "-" "curl/8.1"`),
    ...["[", "{", "{a:"].map((open) => `14:08:03 10.0.0.7 GET /a 80 token=${open} 200 512 curl/8.1 host-7`),
    ...["[", "{"].map((open) => `14:08:03 10.0.0.7 GET /a 80 password=${open}«${S}» 200 512 [ok] host-7`),
    `{"ua":"curl/8.1 password=[ [a] b","n":"it is"}`, `password=[ "GET /a" 200`, `password=[«${S}» ok\nnext line`,
    // What closes, or goes on in its line or the next one, is a list or an object.
    `password=[«${S}» «${S}»] id=7`, `password=[«x1[y2» «a4b5c6»] id=7`, `password=[ «x1y2z3» «a4b5c6» ] id=7`, `secret: { a: '«${S}»', b: '«a4b5»`,
    `password=[«${S}», «a4b5c6»`, `password={User:ann Pass:«${S}»`, `password=[ «x1y2z3» «a4b5c6»\n  d ]`,
    `{ secret: { a: '«${S}»',\n  b: '«a4b5c6»' } }`,
  ],
  "strings of an array whose values are judged": [
    ...["postgres://ann:«hunter22x»@h", "password=«x1y2z3»", "curl -u ann:«hunter22x» x", "https://h/?token=«x1y2z3»&a=b"].flatMap((text) => [
      `{"keys":["${text}"],"n":7}`, `{"keys":["a","${text}","«${S}»"],"n":7}`, `keys: ['a b', '${text}', '«${S}»'] id=7`,
      `{"m":"{\\"keys\\":[\\"a\\",\\"${text}\\",\\"«${S}»\\"]}"}`, `keys:\n- '${text}'\n- 'a'\n`,
    ]),
    `auth: ['basic', 'ann', '«x1y2z3»'] id=7`, `{"auth":["basic","ann","«x1y2z3»"],"n":7}`, `auth: ['bearer', 'ann', 'x1y2z3']`,
    `{"keys":["password: ","«${S}»"],"n":7}`, `{"keys":["it is","password"],"n":"x1y2z3"}`, `{"keys":["${"a b ".repeat(128)}","password=«x1y2z3»"],"n":7}`,
  ],
  "a string that ends, and the next one": [
    `curl -H '\ttok: ' --password '«${S}»'`, `curl -d " password: " --token "«${S}»"`, `password: '« ${S}»' x`, `{"authorization":"Bearer a='«${S}»","n":1}`,
    `CEF:0|a|b|1|2|n|5|msg=x password='«${S}» src=10.0.0.1`,
    `LEEF:1.0|a|b|1|2|token="«${S}»\tsrc=10.0.0.1\tdst=10.0.0.2`, `msg=password: "«${S}» src=10.0.0.1`, `password: "«${S} and more»`, String.raw`id=7 password="«a=b; c=${S}\n»" ok=true`, `{"msg":"password='«${S}» ok=true\\nid='"}`,
    '{"rawHeaders":["User-Agent","--secret","Accept","a/b"]}', `{"rawHeaders":["Accept","a/b"],"argv":["--secret","«${S}»"]}`,
    `{"rawHeaders":["User-Agent","--secret","X-Api-Key","«${S}»"]}`, `["rawHeaders: [","--secret","«${S}»"]`,
    'pw":a="b', `{"ua":"aws configure set password «${S}=»","a":1}`, `{"ua":"Your password is: «${S}:»","authorization":"Bearer «${S}»"}`,
    `{ authorization: 'Bearer\npassword: «${S}»`, `password=«p[%22»`, `Config[id=7, dbPassword=Optional[«${S}%2Fab»], ok=true]`, `password=Some(«x1y2z3(» )`, `password '[REDACTED]"`, `https://a/conda/t/token=«${S}» /`,
  ],
  "escapes and masks before a credential in quotes": [
    String.raw`{"password":"«${"$"}{\"${S}»","id":7}`, String.raw`{"password":"«a:\"${S}»","id":7}`, `{"password":"«[REDACTED]''${S}»","id":7}`,
    `{"password":"«[REDACTED]', ${S}»","id":7}`, `{"password":"«***''${S}»"}`, String.raw`{"password":"«***\"${S}»"}`,
    `[{"name":"password","value":"«-&quot;${S}»"}]`, `[{"name":"password","value":"«-%22${S}»"}]`,
    `SET password = '«''''''${S}»'`, `{"token":"«//${S}»"}`, String.raw`{"token":"«a:\\${S}»"}`,
    String.raw`{"Authorization":"Bearer \n«${S}»","id":7}`, `Authorization: Bearer «//${S}»`, `Authorization: Bearer «,]${S}»`,
    String.raw`curl -H 'Authorization: Bearer «${S}'\''${S}»' x`,
    String.raw`{"password":"${"$"}{conf[\"a\"]}"}`, `password="${"$"}{conf["a"]}"`, String.raw`{"token":"C:\\Users\\ann7b"}`,
  ],
  "the text of an element": [
    `<password>«ab\n${S}»</password>`.replace("\n", "»\n«"), `<password>«ab»\n<id>${S}</id></password>`, `<password>«ab»\n${S}\n<id>7</id>`,
    `<password>none\n«${S}»\n</password>`, `<password>[REDACTED]\n  «${S}»\n  «${S}»</password>`,
    String.raw`{"m":"<password>«ab\n${S}»</password>"}`,
    `<Data Name="password">«&#39;&#39;${S}»</Data>`, `<Data Name="password"> «${S}»</Data>`, `<key>password</key><string>«&#39;&#39;${S}»</string>`,
    `<name>password</name><value> «${S}»</value>`, `<password> «${S}\\»</password>`,
    `<password>«''${S}»</password>`, `<password>«&quot;&quot;${S}»</password>`, `<password>«*&lt;${S}»</password>`,
    `<password> «${S}&lt;x»</password>`, `<password>«&apos;&gt;${S}»</password>`, `user-agent: <password>@<host>`,
  ],
};

for (const [title, texts] of Object.entries(cases)) {
  describe(title, () => {
    test.each(texts)("%j", (text) => expectAtEveryCut(...marked(text)));
  });
}

test("a value that goes over a cell of CSV hides no other row", () => {
  const text = `t,msg,password,u\n1,"tok=\\",${S},"a"\n2,x,${S},y\n3,x,${S},y`;
  expect(redact(text)).not.toContain(S);
});

test("a bracket that does not close hides no header", () => {
  for (const text of [`q=password=[ Authorization: Bearer ${S}`, `password=[  Authorization: Bearer ${S} x`])
    expect(redact(text)).not.toContain(S);
});

test.each(["x password\\", "a:password\\", "k=password\\"])(
  "a number under %j is quoted as its name is",
  (name) => {
    for (const value of [-1.5, 1e-7, 1e21, 12345]) {
      const document = { [name]: value, z: 0 };
      expect(JSON.parse(redact(JSON.stringify(document)))).toEqual({ [name]: "[REDACTED]", z: 0 });
      const nested = JSON.parse(redact(JSON.stringify({ m: JSON.stringify(document) })));
      expect(JSON.parse(nested.m)).toEqual({ [name]: "[REDACTED]", z: 0 });
    }
  },
);
