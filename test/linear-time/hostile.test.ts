import { describe, expect, test } from "vitest";
import { within } from "../long.ts";
import { expectLinear, fitted, LARGEST, MOST_EXPONENT, sizes } from "./fit.ts";

const hostile: readonly (readonly [name: string, unit: string, head?: string])[] = [
  ["anchors only", "ghp_"],
  ["anchors and spaces", "ghp_ "],
  ["almost tokens", "ghp_aaaa xoxb- sk- AKIA "],
  ["heads of tokens", "eyJ"],
  ["almost JWTs", "eyJhbGciOi."],
  ["quotes", '"'],
  ["apostrophes", "'"],
  ["backslashes", "\\"],
  ["escaped quotes", '\\"'],
  ["\\u0022", "\\u0022"],
  ["entities", "&quot;"],
  ["nested entities", "&amp;"],
  ["ampersands", "&"],
  ["commas", ","],
  ["semicolons", ";"],
  ["percent", "%25"],
  ["one run", "a"],
  ["one run of letters and digits", "aB3"],
  ["://", "://"],
  ["URLs without an end", "://a:a"],
  ["a@", "a@"],
  ["brackets under names", '"password":['],
  ["brackets under a name", "[", '"password":['],
  ["objects under a name", '{"a":', '"password":'],
  ["a cookie header of semicolons", ";", "Cookie: a=b"],
  ["a cookie header of names", "a; ", "Cookie: "],
  ["cookies", "a=bcdefgh; ", "Cookie: "],
  ['"value"', '"value"'],
  ["names and values", '"password","value",'],
  ["names of names", '"password",'],
  ["password=", "password="],
  ["password: ", "password: "],
  ['password="', 'password="'],
  ["Authorization: ", "Authorization: "],
  ["colours", "password\x1b["],
  ["names with dots", "password."],
  ["names and digits", "password1"],
  ["begin marks", "-----BEGIN RSA PRIVATE KEY-----\n"],
  ["dashes", "-"],
  ["tags", "<password>"],
  ["open tags", "<password a="],
  ["lines", "\n"],
  ["line ends behind a name", "\n", "password:"],
  ["blanks behind a name", " ", "password="],
  ["host's own marks", "password\xfe"],
  ["long line of a value", "\\n", 'password="'],
];

const userRules: readonly (readonly [pattern: string, units: readonly string[]])[] = [
  ["a[^b]*b", ["a", "ab", " a"]],
  ["(?:ab|ba)*c", ["ab", "a", "abba"]],
  ["x.*y", ["x", "xy", "x\n"]],
  ["[0-9a-f]{32}", ["a", "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f ", "0123456789abcdef"]],
  ["\\w+@\\w+", ["a", "a@", "@"]],
  ["(?:a|b)*abb{5}", ["a", "abb"]],
  ["[a-z]{3,60}tok_", ["a", "tok", "aaatok_"]],
  ["(?:[ab]{1,9}c){1,9}d", ["abc", "abcd"]],
];

describe("time is linear", { timeout: within(60_000) }, () => {
  test.each(hostile.map(([name, unit, head = ""]) => [name, unit, head] as const))(
    "in %s",
    (name, unit, head) => expectLinear(name, unit, undefined, head),
  );

  test.each(userRules)("in the user's own %s", (pattern, units) => {
    const options = { rules: ["!*", { id: "user/rule", pattern }] };
    for (const unit of units)
      expectLinear(`${pattern} in ${JSON.stringify(unit)}`, unit, options, "", LARGEST / 4);
  });

  test("and the checker would know if it were not", () => {
    const bytes = new Uint8Array(1 << 14).fill(97);
    const quadratic = (size: number): void => {
      for (let i = 0; i < size; i++) for (let k = i; k < size; k++) if (bytes[k] === 98) return;
    };
    expect(fitted(quadratic, sizes(1 << 14)).exponent).toBeGreaterThan(MOST_EXPONENT);
  });
});
