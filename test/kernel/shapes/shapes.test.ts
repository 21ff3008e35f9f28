import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRedactor, type RedactorOptions } from "../../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { times } from "../../long.ts";
import { findShapes, type OracleRule } from "../../oracle/shape-oracle.ts";
import { bytesOf } from "../../program/matching.ts";

const numRuns = times(25);

/** Fragments that the prefilter sees by punctuation, by its tables, and at a run's start. */
const literals = ["abc", "tok_", "k-1", "aab", "x_y", "bca", "sec$", "ba.b", "c_a_b", "aQ1bQ2cQ3dQ4eQ5fQ6"];
const escaped = literals.map((text) => text.replace(/[$.]/g, "\\$&"));
const atoms = ["a", "b", "c", "[ab]", "[^a\\n]", "\\d", "\\w", "[a-c_]", ".", "-", "_"];
const looks = ["\\b", "\\B", "^", "$"];
const repeats = ["?", "*", "+", "{2}", "{1,3}", "{0,2}"];

const pattern: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 4, arbitrary: fc.constantFrom(...escaped) },
    { weight: 4, arbitrary: fc.constantFrom(...atoms) },
    { weight: 1, arbitrary: fc.constantFrom(...looks) },
    {
      weight: 3,
      arbitrary: fc.array(tie("node"), { minLength: 2, maxLength: 4 }).map((all) => all.join("")),
    },
    {
      weight: 2,
      arbitrary: fc.array(tie("node"), { minLength: 1, maxLength: 2 }).map((all) => `(?:${all.join("|")})`),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(tie("node"), fc.constantFrom(...repeats)).map(([a, b]) => `(?:${a})${b}`),
    },
  ),
})).node;

const rules: fc.Arbitrary<readonly OracleRule[]> = fc
  .array(pattern, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((each, i) => ({ id: `user/r${i}`, pattern: each })));

const text: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...literals), fc.constantFrom(..."abc_-1 .$x")), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(""))
  // Eight alike are a placeholder.
  .filter((each) => !/(.)\1{6}/.test(each));

/** Only these rules; undefined where one of them is refused. */
function only(own: readonly OracleRule[]): RedactorOptions | undefined {
  const options: RedactorOptions = { rules: ["!*", ...own], censor: "label" };
  try {
    createRedactor(options);
    return options;
  } catch (error) {
    expect(error).toHaveProperty("code", expect.stringMatching(/^(?:invalid-rule|pattern-too-large)$/));
    return undefined;
  }
}

describe("the kernel's shapes", () => {
  test("are the oracle's, at every distance from a block's start", () => {
    fc.assert(
      fc.property(
        rules,
        fc.array(text, { minLength: 1, maxLength: 16 }),
        fc.nat(64),
        (own, texts, padding) => {
          const options = only(own);
          if (options === undefined) return;
          const redactor = createRedactor(options);
          for (const each of texts) {
            for (const pad of [0, padding]) {
              const haystack = "\n".repeat(pad) + each;
              expect(redactor.scan(haystack)).toEqual(findShapes(own, haystack));
            }
          }
        },
      ),
      { numRuns },
    );
  });

  test("are the same for every cut into two chunks", () => {
    fc.assert(
      fc.property(rules, fc.array(text, { minLength: 1, maxLength: 16 }), (own, texts) => {
        const options = only(own);
        if (options === undefined) return;
        const redactor = createByteRedactor(options);
        for (const each of texts) {
          const bytes = bytesOf(each);
          const run = (...chunks: Uint8Array[]) =>
            Buffer.concat([...chunks.flatMap((chunk) => redactor.push(chunk)), ...redactor.end()]).toString(
              "latin1",
            );
          const whole = run(bytes);
          for (let cut = 1; cut < bytes.length; cut++) {
            expect(run(bytes.subarray(0, cut), bytes.subarray(cut)), `cut at ${cut}`).toBe(whole);
          }
        }
      }),
      { numRuns },
    );
  });

  test("the rule with the longest match counts, wherever its fragment is", () => {
    const own = [
      { id: "user/pair", pattern: "\\w\\w" },
      { id: "user/head", pattern: "abs[a-z0-9]{20}" },
      { id: "user/tail", pattern: "[a-z]{3}[0-9]{4}_zz_[a-z]{20}" },
    ];
    const redactor = createRedactor({ rules: ["!*", ...own] });
    const haystack = `; abs1234_zz_${"qwertyuiop".repeat(2)};`;
    expect(redactor.scan(haystack)).toEqual([{ rule: "user/tail", start: 2, end: haystack.length - 1 }]);
    expect(redactor.scan(haystack)).toEqual(findShapes(own, haystack));
  });
});
