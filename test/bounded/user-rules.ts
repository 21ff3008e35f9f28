import fc from "fast-check";
import { RedactorConfigError } from "../../src/config-error.ts";
import { createRedactor } from "../../src/redactor/redactor.ts";
import type { ShapeRule } from "../../src/rules/rule.ts";
import { arbitraryPattern } from "../program/arbitrary-pattern.ts";
import { between, createRandom, pick } from "../samples/random.ts";

const CLASSES = ["[a-z0-9]", "[A-Za-z0-9_-]", "[0-9a-f]", "[A-Z2-7]", "\\w"];
const ARGUMENTS = [String.raw`[^\n]* `, String.raw`(?:[^\s]+ )*`, ".*"];

/** Rules as users write them: tokens with a prefix, arguments of commands, and any pattern that there can be. */
export function userRules(count: number, seed: number): readonly ShapeRule[] {
  const random = createRandom(seed);
  const word = (least: number, most: number): string =>
    Array.from({ length: between(least, most, random) }, () =>
      pick("abcdefghijklmnopqrstuvwxyz", random),
    ).join("");
  const any = fc.sample(arbitraryPattern, { numRuns: 20 * count, seed }).map(({ ours }) => ours);
  const kinds: readonly (() => string)[] = [
    () => `${word(2, 5)}_${pick(CLASSES, random)}{${between(8, 40, random)}}`,
    () => `\\b${word(3, 6)} ${pick(ARGUMENTS, random)}--?${word(1, 8)}[ =]([^\\s]+)`,
    () =>
      `${pick(CLASSES, random)}{${between(3, 24, random)}}[-.]${pick(CLASSES, random)}{${between(4, 24, random)}}`,
    () => any.pop() ?? word(4, 8),
  ];
  const rules: ShapeRule[] = [];
  while (rules.length < count) {
    const rule = { id: `user/rule-${rules.length}`, pattern: pick(kinds, random)() };
    if (isAccepted(rule)) rules.push(rule);
  }
  return rules;
}

/** Patterns that need too many states, or match nothing but the empty text, are refused. */
function isAccepted(rule: ShapeRule): boolean {
  try {
    createRedactor({ rules: ["!*", rule] });
    return true;
  } catch (error) {
    if (error instanceof RedactorConfigError) return false;
    throw error;
  }
}
