import { describe, expect, test } from "vitest";
import { hostile } from "../../bench/hostile.ts";
import { isLong } from "../long.ts";
import { expectLinear, exponentOf, fitted, MOST_EXPONENT, sizes } from "./fit.ts";

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

describe("work is linear", () => {
  test.each(hostile.map(([name, unit, head = ""]) => [name, unit, head] as const))(
    "in %s",
    (name, unit, head) => expectLinear(name, unit, undefined, head),
  );

  test.each(userRules)("in the user's own %s", async (pattern, units) => {
    const options = { rules: ["!*", { id: "user/rule", pattern }] };
    for (const unit of units)
      await expectLinear(`${pattern} in ${JSON.stringify(unit)}`, unit, options, "", 128 * 1024);
  });

  const quadratic = (size: number): number => {
    let steps = 0;
    for (let i = 0; i < size; i++) for (let k = i; k < size; k++) steps++;
    return steps;
  };

  test("and the checker would know if it were not", () => {
    expect(exponentOf([1024, 4096].map((size) => [size, quadratic(size)]))).toBeGreaterThan(MOST_EXPONENT);
  });

  test.runIf(isLong)("and so would the clock", () => {
    expect(fitted(quadratic, sizes(1 << 14)).exponent).toBeGreaterThan(MOST_EXPONENT);
  });
});
