import { pieces } from "../../kernel/cases/pieces.ts";
import type { Choices } from "../choices.ts";
import { head, innocentName, plainValue, sample, sensitiveName } from "./words.ts";

/** Between a name and its value, or where one is expected. */
// biome-ignore format: a table of marks
const joins: readonly string[] = [
  "=", ":", ": ", "=>", " => ", " = ", "='", '="', "=[", "={", "=(", ':"', ": '", ": [", ": {", "->", " -> ", " := ", "==", "!=",
  "%3D", "%3D%22", "&#61;", "\\u003d", " is ", " ", "\t", " | ", " - ", ",", '","', "','", "\",\"value\":\"", "[]=", "[0]=", "]=",
  ">", "</", ">\n", " for deploy: ", " lautet: ", ':\n  ', ": |\n  ", ": >-\n", "::", "?:", "..", " provided: ", "=$'", "=b'", "=r\"",
  ": []string{", ": Some(", ": Optional(", "(", "('", '("', ": &quot;", "=\\\"", "=\\\\\\\"", "\x1b[0m=\x1b[33m", ": string(7) \"",
];

/** What opens a string, a list or an element, and what closes one. */
// biome-ignore format: a table of marks
const brackets: readonly string[] = [
  "'", '"', "`", "(", ")", "[", "]", "{", "}", "<", ">", "<<", "<<<", "\"\"\"", "'''", "\\", "\\\"", "\\'", "\\\\", "\\u0022", "%22", "&quot;",
  "&#34;", "&", "&amp;", "?", "#", "%", "%25", "$(", "${", "{{", "<!--", "-->", "<![CDATA[", "]]>", "/*", "*/", "//", "--", "|", "||", ";", ",",
];

/** What begins a construct of its own. */
// biome-ignore format: a table of lines' parts
const constructs: readonly string[] = [
  "Password:", "Enter password: ", "password for ann:", "INSERT INTO t (password) VALUES (", "insert into t(a,password)values(1,'",
  "INSERT INTO t (", "VALUES (", "--password", "--password ", "--token=", "-p", "-u ann:", "--user ann:", "mysql -u root -p", "curl -u ann:",
  "sshpass -p ", "redis-cli -a ", "docker login -p ", "net user ann ", "aws configure set password ", "setx API_KEY ", "config set requirepass ",
  "<password>", "<password", "<password><value>", '<property name="password" value="', '<input name="SAMLResponse" value="', "<saml:Assertion ",
  "SAMLResponse=", "Cookie: ", "Cookie: {sig=--", "Set-Cookie: a=", "Cookie: a=b; ", "cookie=a%3D", "Authorization: ", "Authorization: Bearer ",
  "Authorization: Digest ", "Authorization: Basic\r\n ", "Authorization:\n", "Bearer ", "Proxy-Authorization: AWS4-HMAC-SHA256 Credential=",
  `-----${"BEGIN PRIVATE KEY"}-----`, `-----${"BEGIN RSA PRIVATE KEY"}-----\n`, "-----END PRIVATE KEY-----", "-----BEGIN", "-----END", `-----${"BEGIN PGP PRIVATE KEY BLOCK"}-----`,
  "Private-Lines: 8\n", "Private-MAC", "https://ann:", "https://ann:hunter22x@", "://", "@", "334 UGFzc3dvcmQ6", "AUTH LOGIN", "USER ann\nPASS ", "> PASS ",
  "AUTH PLAIN ", "a1 LOGIN ann ", '"AUTH" "', "user,password\n", "id\tpassword\ttoken\n", "| password | note |\n|---|---|\n", " id | password \n----+----\n",
  '"password","name"', '{"password":"', '{"name":"password","value":"', '{"password":[', '{"a":{"password":{', "{password: {", "password: {\n", "password: |\n  ",
  "params: [", "rawHeaders: [ 'Authorization', ", "['--password', '", '["--token","', "argv: [deploy, --password, ", "args: --password\n", "password \\\n", "password=\\\n",
  '","password":"', '\\","password":"', '\\\\","password":"', '"},{"password":"', '"}\n{"password":"', '","value":"', '":"', '\\":\\"', "','password':'", "' password='", '" password="',
  "\\u0022,\\u0022password\\u0022:\\u0022", "%22,%22password%22:%22", "&quot;,&quot;password&quot;:&quot;", "\\", "\\\\", "\\\\\\", '\\"', '"\\', "'\\", "\"'", "</password>", "</ua><password>", "?token=", "&token=", "%26token%3D", "#token=",
  "stdout P token=", "machine a login b password ", "export TOKEN=", "#define PASSWORD ", "password ->", "~ password = ", "token was ", "mnemonic: abandon ability able about ",
  "client.setPassword(\"", "setBearer(", "array(2) {\n  [\"password\"]=>\n", "string(9) \"", "(Struct) password", "<td>password</td>", "WHERE password = '", "SET password = ",
  "ALTER ROLE a PASSWORD '", "IDENTIFIED BY '", "CREATE USER a ", "Key (token)=(", "$1 = '", "DETAIL:  parameters: $1 = '", "token [", "credentials: {", "apiKeys: [", "secret:\n  - ",
  '"type":"string"', '"type":"', "schema", "pass", "PASS", "PASS: ", "test: pass", "[REDACTED]", "[REDACTED", "[scrubjay: line withheld]",
];

// biome-ignore format: a list
const filler: readonly string[] = [
  "x", " ", "a b ", "\n", "\r\n", "\r", "\t", "\v", "\f", "  ", "\n  ", "\n\t", "\n- ", "\n> ", "\n\n", "é", "…", "\u2028", "\x85", "\xa0", "\u200b", "\xad", "😀",
  "\x1b[31m", "\x1b[0m", "\x1b]8;;", "\x1b[", "\x1b", "\x00", "\x07", "\x7f", "\ufeff", "\ufffd", "=".repeat(40),
];

const longParts: readonly string[] = [
  "Aa7/",
  "Aa7_",
  "A",
  "9",
  "ab ",
  "\\",
  '"',
  "=",
  "[",
  "(",
  "{",
  "<a>",
  "a=b;",
  "password ",
  "%25",
];

/** One part of a text that somebody writes who wants to confuse the redactor. */
function part(choices: Choices): string {
  switch (choices.below(12)) {
    case 0:
    case 1:
      return sensitiveName(choices);
    case 2:
    case 3:
      return choices.pick(joins);
    case 4:
      return choices.pick(brackets);
    case 5:
    case 6:
      return choices.pick(constructs);
    case 7:
      return plainValue(choices);
    case 8:
      return choices.pick(filler);
    case 9:
      return choices.isOneOf(2) ? sample(choices) : head(choices);
    case 10:
      return choices.isOneOf(4)
        ? choices.pick(longParts).repeat(1 + choices.below(choices.isOneOf(8) ? 5000 : 300))
        : innocentName(choices);
    default:
      return choices.pick(pieces).replace(/[\xfe\xff]/g, "ÿ");
  }
}

/** Any text of the kernel's own anchors, seldom empty. */
export function attack(choices: Choices): string {
  return choices.list(3, 12, () => part(choices)).join("");
}

/** The same in one line. */
export function attackInLine(choices: Choices): string {
  return attack(choices).replace(/[\r\n]+/g, " ");
}
