import { describe, expect, test } from "vitest";
import { buildDfa } from "../../src/program/automaton/dfa.ts";
import { parsePattern } from "../../src/program/pattern/pattern.ts";
import { relaxPattern } from "../../src/program/pattern/relax.ts";
import { bytesOf, runDfa } from "./matching.ts";

const relax = (source: string) => relaxPattern(parsePattern(source).whole);

function alphabetOf(source: string): string {
  const { alphabet } = relax(source)!;
  return String.fromCharCode(...[...alphabet.keys()].filter((byte) => alphabet[byte] === 1));
}

const DIGITS = "0123456789";
const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ALNUM = `${DIGITS}${UPPER}${UPPER.toLowerCase()}`;

describe("relaxPattern", () => {
  test.each([
    ["gh[pousr]_[A-Za-z0-9]{36}", "ghs_", { min: 4, max: 4 }, ALNUM, 36],
    ["\\bgh[pousr]_\\b[A-Za-z0-9]{36}\\b", "gho_", { min: 4, max: 4 }, ALNUM, 36],
    ["vendor_pat_[0-9]{22}_[0-9A-Z]{59}", "vendor_pat_", { min: 11, max: 11 }, `${DIGITS}${UPPER}_`, 82],
    ["sk_(?:live|test)_[0-9]{24,}", "sk_test_", { min: 8, max: 8 }, DIGITS, 24],
    ["(?:org-)?key-[0-9.]+", "org-key-", { min: 4, max: 8 }, `.${DIGITS}`, 1],
    ["ab{3}[0-9]*", "abbb", { min: 4, max: 4 }, DIGITS, 0],
    ["abc([0-9]{2})x", "abc", { min: 3, max: 3 }, `${DIGITS}x`, 3],
    ["(?i)key:[0-9]{3}", "KeY:", { min: 4, max: 4 }, DIGITS, 3],
    ["abcx*", "abc", { min: 3, max: 3 }, "x", 0],
  ])("%s", (source, sample, prefixLength, alphabet, bodyMin) => {
    const relaxed = relax(source)!;
    expect(relaxed.prefixLength).toEqual(prefixLength);
    expect(alphabetOf(source)).toBe(alphabet);
    expect(relaxed.bodyMin).toBe(bodyMin);
    expect(runDfa(buildDfa(relaxed.prefix, source), bytesOf(sample), 0)).toBe(sample.length);
  });

  test.each([
    ["a short head", "ab[0-9]{30}"],
    ["an optional head", "(?:abc)?[0-9]{30}"],
    ["no head", "[0-9]{30}abc"],
    ["a branch without a head", "(?:abcd|[0-9]{4})[0-9]{30}"],
    ["a rest that is empty", "abcd"],
    ["a rest of boundaries", "abcd\\b"],
    ["white space in the rest", "abcd[\\w ]{30}"],
    ["quotes in the rest", "abcd[0-9]{30}['\"]"],
    ["control characters in the rest", "abcd[\\x00-9]{30}"],
    ["bytes beyond ASCII in the rest", "abcd[^\\x00- \"'`]{30}"],
  ])("is undefined for %s", (_, source) => {
    expect(relax(source)).toBeUndefined();
  });
});
