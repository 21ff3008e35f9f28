// What a member's string ends in is not gone on with in the next member: a call's arguments, a list's items, a tag.
import { expect, test } from "vitest";
import { createRedactor } from "../../../src/index.ts";

const { redact } = createRedactor();
const secret = "sesame-4-you-7";

test.each([
  'Relay->auth("ann',
  "::log_in('",
  '"->SetBasicAuth("ann',
  'ftp_login(a,"b',
  `mysql:host=db',"PASSWORD x`,
  "pgsql:host=db\",'a(",
  `auth = ("credentials={`,
  `{"auth":["`,
  `<input name="password" type="hidden" valued="x">"a`,
  `netloc='ann`,
])("%j in a member hides no other one", (text) => {
  const [msg, user] = [text, '{"to":"ann@example.com"}'];
  const document = { level: 30, msg, password: secret, user, tail: "plain words" };
  const redacted = JSON.parse(redact(JSON.stringify(document)));
  expect(redacted).toMatchObject({ level: 30, password: "[REDACTED]", tail: "plain words" });
  const behind = { msg, user, password: secret };
  expect(JSON.parse(redact(JSON.stringify(behind)))).toMatchObject({ user, password: "[REDACTED]" });
});

test.each([
  [`<u ua="-VPASSPHRASE" password="${secret}" x="1"/>`, '<u ua="-VPASSPHRASE" password="[REDACTED]" x="1"/>'],
  [
    `msg="-then-private_key" password="${secret}" dur=3ms`,
    'msg="-then-private_key" password="[REDACTED]" dur=3ms',
  ],
  [
    `{'msg': 'dblib:host=", \\':#: to', 'password': '${secret}', 'x': 1}`,
    `{'msg': 'dblib:host=", \\':#: to', 'password': '[REDACTED]', 'x': 1}`,
  ],
])("%s", (text, expected) => {
  expect(redact(text)).toBe(expected);
});
