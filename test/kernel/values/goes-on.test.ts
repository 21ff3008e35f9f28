// Each of these was looked at for ever: a value of which nothing is left where it stands was found again.
import { expect, test } from "vitest";
import { createRedactor } from "../../../src/index.ts";

const { redact } = createRedactor();

test.each([
  ["an encoded bracket in an object that is not encoded", `{"credential":{"":%5b`, undefined],
  [
    "and with members behind it",
    `{"credential":{"":%5b"abc","x":"sesame-4-you"}}`,
    '{"credential":{"":%5b"[REDACTED]","x":"[REDACTED]"}}',
  ],
  ["an argument that ends with its string at once", String.raw`lftp -u %27,\u003C;`, undefined],
])("%s", (_what, text, expected) => {
  expect(redact(text)).toBe(expected ?? text);
});

test("a bracket and the word that goes on behind it are one value", () => {
  expect(createRedactor().scan("password={ab}y8 z")).toEqual([{ rule: "key/password", start: 9, end: 15 }]);
});
