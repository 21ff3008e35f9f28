import { describe, expect, test } from "vitest";
import { createRedactor, type RedactorOptions } from "../src/redactor.ts";

/** Sizes in bytes, each twice the one before. */
const sizes = (largest: number): number[] => [3, 2, 1, 0].map((halvings) => largest >> halvings);
const largest = Number(process.env["SCRUBJAY_LINEAR_KB"] ?? 512) * 1024;

const MOST_EXPONENT = 1.3;
const TRIALS = 4;

/** Slope of log(time) over log(size), by least squares. */
function exponentOf(points: readonly (readonly [size: number, ms: number])[]): number {
  const logs = points.map(([size, ms]) => [Math.log(size), Math.log(ms)] as const);
  const mean = (k: 0 | 1) => logs.reduce((sum, point) => sum + point[k], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const top = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return top / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

/** The best of some fits: another process' noise only makes things slower, now and then. */
function fitted(run: (size: number) => void, all: readonly number[]): { exponent: number; rate: number } {
  let exponent = Number.POSITIVE_INFINITY;
  let rate = 0;
  for (let trial = 0; trial < TRIALS && exponent > MOST_EXPONENT; trial++) {
    const points = all.map((size) => [size, Math.min(time(run, size), time(run, size))] as const);
    exponent = Math.min(exponent, exponentOf(points));
    const [size, ms] = points.at(-1)!;
    rate = Math.max(rate, size / ms / 1000);
  }
  return { exponent, rate };
}

function time(run: (size: number) => void, size: number): number {
  const start = performance.now();
  run(size);
  return performance.now() - start;
}

const rates: string[] = [];

function expectLinear(
  name: string,
  unit: string,
  options: RedactorOptions | undefined,
  head = "",
  most = largest,
): void {
  const redactor = createRedactor(options);
  const inputs = new Map(sizes(most).map((size) => [size, Buffer.alloc(size, unit, "latin1")]));
  for (const input of inputs.values()) input.write(head, "latin1");
  const { exponent, rate } = fitted((size) => redactor.redact(inputs.get(size)!), [...inputs.keys()]);
  rates.push(`${rate.toFixed(1).padStart(8)} MB/s  ^${exponent.toFixed(2)}  ${name}`);
  expect(exponent, `${rate.toFixed(1)} MB/s`).toBeLessThan(MOST_EXPONENT);
}

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

describe("time is linear", { timeout: 60_000 }, () => {
  test.each(hostile.map(([name, unit, head = ""]) => [name, unit, head] as const))(
    "in %s",
    (name, unit, head) => expectLinear(name, unit, undefined, head),
  );

  test.each(userRules)("in the user's own %s", (pattern, units) => {
    const options = { rules: ["!*", { id: "user/rule", pattern }] };
    for (const unit of units)
      expectLinear(`${pattern} in ${JSON.stringify(unit)}`, unit, options, "", largest / 4);
  });

  test("and the checker would know if it were not", () => {
    const bytes = new Uint8Array(1 << 13).fill(97);
    const quadratic = (size: number): void => {
      for (let i = 0; i < size; i++) for (let k = i; k < size; k++) if (bytes[k] === 98) return;
    };
    expect(fitted(quadratic, sizes(1 << 13)).exponent).toBeGreaterThan(MOST_EXPONENT);
  });

  test("at these rates", () => {
    if (process.env["SCRUBJAY_RATES"]) console.log(rates.sort().join("\n"));
    expect(rates.length).toBeGreaterThan(hostile.length);
  });
});
