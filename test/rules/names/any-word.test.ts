// Under a name that needs no judging of its value, a quoted word is a value, whatever it says elsewhere.
import { describe, expect, test } from "vitest";
import { redact } from "../../../src/index.ts";
import { bareInnocentValues } from "../../../src/rules/values/innocent-values.ts";

const names = ["password", "db_passwd", "client_secret", "apiKey", "encryption_key"];
const words = [
  "x",
  "7",
  "42",
  "500",
  "-123",
  "yes",
  "OFF",
  "ok",
  "basic",
  "never",
  "1.2.3",
  "$hunter",
  ":hunter",
];

const NOTATIONS: Readonly<Record<string, (name: string, value: string) => string>> = {
  JSON: (name, value) => `{"user":"ann","${name}":"${value}"}`,
  "a string in JSON": (name, value) => JSON.stringify({ msg: `{"${name}":"${value}"}` }),
  inspect: (name, value) => `{ ${name}: '${value}', n: 1 }`,
  Rust: (name, value) => `Config { ${name}: Some("${value}") }`,
};

describe("in quotes any word is a value", () => {
  test.each(Object.entries(NOTATIONS))("%s", (_, write) => {
    for (const name of names) {
      for (const word of words) expect(redact(write(name, word))).toBe(write(name, "[REDACTED]"));
    }
  });
  test("each is innocent outside of them", () => {
    const patterns = bareInnocentValues.map((pattern) => new RegExp(`^(?:${pattern})$`, "i"));
    expect(words.filter((word) => !patterns.some((pattern) => pattern.test(word)))).toEqual([]);
    for (const word of words) expect(redact(`using password: ${word}`)).toBe(`using password: ${word}`);
  });
});

describe("these stay", () => {
  test.each([
    '{"password":"true","secret":"null"}',
    '{"password":"$DB_PASSWORD","secret":"$pw"}',
    '{"password":":password"}',
    '{"password":"[REDACTED]","apiKey":"***"}',
    // A status, a scheme, a count: a name like "token" or "authorization" stands in front of these, too.
    '{"token":"ok","accessToken":"7"}',
    '{"authorization":"basic"}',
    '{"elevatedToken":"Yes","token":"500"}',
    "AccountKey={3};Password={0}",
    '{"pass":12,"fail":3}',
  ])("%s", (text) => {
    expect(redact(text)).toBe(text);
  });
});
