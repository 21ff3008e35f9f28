import { harmless, joins as rows } from "../../../src/rules/joins/joins.ts";
import { wrappers } from "../../../src/rules/joins/wrappers.ts";
import type { Choices } from "../choices.ts";
import { plainValue, sensitiveName } from "./words.ts";

/** What stands before the credential in the rows' examples: all that a row leads from. */
const ofRows: readonly string[] = [
  ...new Set(
    [...rows, ...harmless, ...wrappers]
      .map(({ example }) => example.slice(0, example.indexOf("«")))
      .filter((text) => text !== ""),
  ),
];

const BEGIN = (kind: string): string => `-----${"BEGIN"} ${kind}-----`;
const TIME = "2026-03-02T09:14:01.118Z";

/** What begins something that the lines or fields after it may go on with, where they say so. */
// biome-ignore format: a table
const heads: readonly string[] = [
  // Prompts and dialogs.
  "Password:", "Password: ", "Enter password:", "Password for ann:", "334 UGFzc3dvcmQ6", "AUTH LOGIN", "AUTH PLAIN", "331 Please specify the password.", "+OK send PASS", "login: ann\nPassword:", "[sudo] password for ann:",
  // Statements.
  "INSERT INTO users (id, password) VALUES (", "INSERT INTO users (id, password) VALUES (7, '", "INSERT INTO users (id, password, ok) VALUES", "UPDATE users SET password = '", "INSERT INTO t (a, password) VALUES ($1, $2)", "binding parameter (2:VARCHAR) <- [", "Parameters=[@p0='", "DETAIL:  parameters: $1 = '", "WHERE password = ? AND id = ?",
  // Blocks.
  BEGIN("PRIVATE KEY"), BEGIN("RSA PRIVATE KEY"), BEGIN("OPENSSH PRIVATE KEY"), BEGIN("PGP PRIVATE KEY BLOCK"), `${BEGIN("PRIVATE KEY")}\n${"Bk+/".repeat(16)}`, `key="${BEGIN("PRIVATE KEY")}`, "PuTTY-User-Key-File-2: ssh-rsa", "Private-Lines: 8", "Private-Lines: 8\n",
  // Dumps and tables.
  "id,password", "id,password,ok", "password\tid", " id | password \n----+----------", "| id | password |", "| id | password |\n|---|---|", "NAME   TOKEN   AGE", "Name Password\n---- --------", "COPY users (id, password) FROM stdin;", "id,password\n7,\"", "array(1) {\n  [\"password\"]=>", "  [\"password\"]=>\n  string(9) \"", "$1 = \"password\"",
  // Values below their names.
  "Authorization:", "Authorization: Bearer", "Authorization: Basic\n", "Cookie:", "Cookie: a=b;", "Set-Cookie: a=b; ", "password:", "password: |", "password: >-", "password: \"", "password = \\", "password=\\", "tokens:", "secrets:\n  - x", "password =>", "\"password\": [", "\"password\": {", "{\"password\":", "{\"password\":\"", "{\"cookie\": [\"a=b\",", "password = (", "password = '''", "password = \"\"\"", "<password>", "<password", "<password><![CDATA[", "<saml:Assertion", "SAMLResponse=", "SAMLResponse=PHNhbWw", "token=eyJhbGciOiJIUzI1NiJ9", "export TOKEN=$(", "cat <<EOF\npassword=", "password <<", "mysql -u root -p \\", "curl -H 'Authorization: Bearer ", "curl -u ann:", "--password", "--password \\", "machine a login b password",
  // A record that a container's runtime has cut.
  `${TIME} stdout P token=Zq8Lw2Xk`, `${TIME} stdout P password: hunter`, `${TIME} stderr P {"password":"hunter`, '{"log":"token=Zq8Lw2Xk","stream":"stdout"}', `${TIME} stdout P ${BEGIN("PRIVATE KEY")}`,
];

// biome-ignore format: a list
const before: readonly string[] = ["", "", `${TIME} INFO [app] `, "> ", '"', "'", "{\"ua\":\"", "  ", "- ", "+ "];

/** The beginning of something that what stands after it may go on with. */
export function opening(choices: Choices): string {
  const picked = choices.pick(choices.isOneOf(3) ? heads : ofRows);
  const text = choices.isOneOf(3) ? picked.replace(/password/, () => sensitiveName(choices)) : picked;
  const start = choices.isOneOf(3) ? choices.pick(before) : "";
  return `${start}${text}${choices.isOneOf(5) ? plainValue(choices) : ""}${choices.isOneOf(6) ? " " : ""}`;
}
