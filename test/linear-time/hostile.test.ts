import { describe, expect, test } from "vitest";
import { hostile } from "../../bench/hostile.js";
import { within } from "../long.ts";
import { expectLinear, fitted, LARGEST, MOST_EXPONENT, sizes } from "./fit.ts";

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

describe("time is linear", { timeout: within(180_000) }, () => {
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
