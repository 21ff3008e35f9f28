import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RedactorConfigError } from "../../src/config-error.ts";
import { createRedactor, type RedactorOptions } from "../../src/redactor/redactor.ts";
import { catalogue } from "../../src/rules/catalogue.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { isLong, times } from "../long.ts";
import { arbitraryPattern } from "../program/arbitrary-pattern.ts";
import { headOf, sampleOf, sampleOfRule } from "../samples/generate.ts";
import { createRandom } from "../samples/random.ts";
import { expectLinear } from "./fit.ts";

/** Small, so that a rule takes milliseconds; what is quadratic shows from some KB on. */
const MOST_BYTES = 256 * 1024;

/** A rule's own texts, the whole and what comes close to it: each is repeated without end. */
function unitsOf(rule: Rule): readonly string[] {
  const random = createRandom(7);
  if ("begin" in rule)
    return [`${sampleOf(rule.begin, random)}\n`, `${sampleOf(rule.begin, random)}x ${rule.end}`];
  if ("key" in rule)
    return rule.key.slice(0, 2).map((name) => `${name.replace(/^[=_]+/, "").replaceAll(" ", "_")}=`);
  const sample = sampleOfRule(rule, random);
  return [sample, `${sample} `, sample.slice(0, -1), headOf(rule) || sample.slice(0, 3)];
}

/** One in some of the built-in rules in the short form, all of them in the long one. */
const step = isLong ? 1 : 40;
const chosen = catalogue.filter((_, i) => i % step === 0);

describe("work is linear under each built-in rule alone", () => {
  test.each(chosen.map((rule) => [rule.id, rule] as const))("%s", async (id, rule) => {
    for (const unit of unitsOf(rule))
      await expectLinear(JSON.stringify(unit.slice(0, 12)), unit, { rules: [id] }, "", MOST_BYTES);
  });
});

/** Patterns that need too many states, or match nothing but the empty text, are refused. */
function isAccepted(options: RedactorOptions): boolean {
  try {
    createRedactor(options);
    return true;
  } catch (error) {
    if (error instanceof RedactorConfigError) return false;
    throw error;
  }
}

/** A match; empty where what stands around it decides, and none is found by chance. */
function matchOf(pattern: string): string {
  try {
    return sampleOf(pattern, createRandom(3));
  } catch {
    return "";
  }
}

describe("work is linear under the user's rules", () => {
  test("generated ones, on their own matches and on what they are made of", async () => {
    const count = Math.min(1000, times(6));
    let measured = 0;
    for (const { ours } of fc.sample(arbitraryPattern, { numRuns: 20 * count, seed: 5 })) {
      if (measured === count) break;
      const options = { rules: ["!*", { id: "user/rule", pattern: ours }] };
      if (!isAccepted(options)) continue;
      measured++;
      const sample = matchOf(ours);
      for (const unit of new Set([sample, sample.slice(0, -1), `${sample} `, "a", "ab9_"]))
        if (unit !== "")
          await expectLinear(`${ours} in ${JSON.stringify(unit)}`, unit, options, "", MOST_BYTES);
    }
    expect(measured).toBe(count);
  });
});
