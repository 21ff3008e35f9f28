// What stands between a command and the password that its rule takes is looked at, too, and nothing is found twice.
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";

const { redact } = createRedactor();

/** What is found stands in «»; the rest stays. */
const cases: readonly string[] = [
  "7z a backup.7z password=«hunter22x» -p«hunter33y» files",
  'curl -H "Authorization: Bearer «hunter22x»" -ujoe:«hunter33y» https://example.com',
  "mysqladmin -u root --token=«hunter22x» password «hunter33y»",
  "docker login --password «hunter22x» -u joe -p «hunter33y»",
  // A command inside of another one's arguments.
  "7z a mysqladmin password «hunter22x» -p«hunter33y» files",
  // The head of the second one is the first one's password.
  "7z a -p«mysqladmin» password hunter33y",
  "7z a backup.7z passwords=none -p«hunter33y» files",
];

const plain = (text: string): string => text.replace(/[«»]/g, "");
const redacted = (text: string): string => text.replace(/«[^»]*»/g, "[REDACTED]");

function streamed(text: string, size: number): string {
  const redactor = createByteRedactor();
  const bytes = Buffer.from(text);
  const out: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; from += size)
    out.push(...redactor.push(bytes.subarray(from, from + size)));
  return Buffer.concat([...out, ...redactor.end()]).toString();
}

describe("in front of what a command's rule takes", () => {
  test.each(cases)("%s", (text) => {
    expect(redact(plain(text))).toBe(redacted(text));
  });

  test.each(cases)("byte by byte and in other chunks: %s", (text) => {
    for (const size of [1, 2, 7, 31]) expect(streamed(plain(text), size)).toBe(redacted(text));
  });
});

test("a token longer than the patience of two patterns that both begin with it is taken, not waited for", () => {
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?>\r\n<ns0:Response xmlns:ns0="urn:oasis:names:tc:SAML:2.0:protocol">';
  const response = Buffer.from(xml + "<a>b</a>".repeat(2_000)).toString("base64");
  const redactor = createByteRedactor();
  const out = redactor.push(Buffer.from(`{"text":"${response}","n":1}\n`));
  expect(Buffer.concat(out).toString()).toBe('{"text":"[REDACTED]","n":1}\n');
});
