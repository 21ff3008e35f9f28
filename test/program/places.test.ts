// Where the prefilter looks: each place with the nearest text that is none.
import { describe, expect, test } from "vitest";
import { P_SLOW } from "../../src/kernel/abi.ts";
import { jointAt, placeAt } from "../../src/program/fragments/places.ts";
import { type SpineOptions, spines } from "../../src/program/fragments/spine.ts";
import { preparedProgram } from "../../src/program/image/prepared.ts";
import { parsePattern } from "../../src/program/pattern/pattern.ts";

const wayOf = (source: string, options?: SpineOptions) =>
  spines(parsePattern(source).whole, options).reduce((longest, way) =>
    way.length > longest.length ? way : longest,
  );

const SIGN = "punctuation after a letter";
const SECOND = 'the second of two of "/", "=" and "+"';
const CAPITAL = "the second character of a word of sixteen, one of the two a capital";
const FLAG = 'after a "-", "_" or "$" that starts a word';
const TWO = "a word of two letters";
const LAST = "a word's last letter";
const ODD = "the first four characters of a word that no language has";
const LETTERS = "two letters with fourteen more token characters after them";
const DEEP = "after 36 token characters";

type Row = readonly [source: string, last: number, expected: string | undefined, start?: "in a word"];

const filled = (rows: readonly Row[]) =>
  rows.map(([source, last, expected, start]) => [source, last, expected, start] as const);

const seen: readonly Row[] = [
  ["ghp_", 3, SIGN],
  ["gh1_", 3, undefined],
  ["x://", 3, SECOND],
  ["x:a/", 3, undefined],
  ["[A-Z][a-z]{15}", 1, CAPITAL],
  ["[a-z][A-Z][a-z]{14}", 1, CAPITAL],
  ["[A-Z][a-z]{14}", 1, undefined],
  ["[a-z]{16}", 1, undefined],
  ["[A-Z][a-z]{15}", 1, undefined, "in a word"],
  ["-[0-9]", 1, FLAG],
  ["-[0-9]", 1, undefined, "in a word"],
  ["=-[0-9]", 2, FLAG],
  ["a-[0-9]", 2, undefined],
  ["ab ", 1, TWO],
  ["abc", 1, undefined],
  ["ab ", 1, undefined, "in a word"],
];

const seenOfFour: readonly Row[] = [
  ["abcd ", 3, LAST],
  ["abcd\\.", 3, undefined],
  ["abcd1\\.", 3, LAST],
  ["abcd123 ", 3, LAST],
  ["abcd1234 ", 3, undefined, "in a word"],
  ["abcd12x ", 3, undefined, "in a word"],
  ["abcd+ ", 3, undefined],
  ["a[a-z0-9][A-Z0-9]bcd", 3, ODD],
  ["a[a-z0-9][a-z]bcd", 3, undefined],
  ["ABcdef", 3, ODD],
  ["AbCdef", 3, ODD],
  ["Abcdef", 3, undefined],
  ["1 cdef", 3, undefined],
  ["1/cdef", 3, ODD],
  ["1234/f", 3, ODD],
  ["123/ef", 3, undefined],
  ["a1cde", 3, undefined],
  ["a1cdef", 3, ODD],
  ["a1cdef", 3, undefined, "in a word"],
  ["\\\\na1cdef", 5, ODD, "in a word"],
  ["%3Da1cdef", 6, ODD, "in a word"],
  ["[a-z]{16}", 3, ODD],
  ["[0-9][a-z][0-9_][a-z][0-9_]{12}", 3, ODD],
  ["[0-9_][a-z][0-9_]{14}", 3, undefined],
  ["[a-z]{15}", 3, undefined],
  ["1[a-z]{2}_{14}", 4, LETTERS, "in a word"],
  ["1[a-z]{2}_{13}", 4, undefined, "in a word"],
  ["1[a-z]_{15}", 4, undefined, "in a word"],
  ["[0-9]{36}x", 36, DEEP],
  ["[0-9]{35}x", 35, undefined],
];

const NUMBER = "a dot or a colon between a number of six digits and 32 token characters";
const SIXTEEN = "a dot or a colon between sixteen token characters and sixteen more";
const DASH = 'a "-" after 36 token characters';
const TAG =
  'a "-" or "_" between the first word of a token, of two to twelve characters, and 23 token characters';

const joints: readonly Row[] = [
  ["[0-9]{6}:[a-z]{32}", 6, NUMBER],
  ["[0-9]{6}:[a-z]{31}", 6, undefined],
  ["[0-9]{5}:[a-z]{32}", 5, undefined],
  ["[0-9]{6}(?:x|yz):[a-z]{32}", 6, undefined],
  ["[0-9]{6}:(?:!|/!)[a-z]{32}", 6, undefined],
  ["[a-z]{16}\\.[a-z]{16}", 16, SIXTEEN],
  ["[a-z]{16}/[a-z]{16}", 16, undefined],
  ["[a-z]{15}\\.[a-z]{16}", 15, undefined],
  ["[a-z]{16}\\.[a-z]{15}", 16, undefined],
  ["[a-z]{15}-\\.[a-z]{16}", 16, undefined],
  ["[a-z]{16}(?:!|/!)\\.[a-z]{16}", 16, undefined],
  ["[a-z]{16}\\.(?:!|/!)[a-z]{16}", 16, undefined],
  ["[a-z]{36}-", 36, DASH],
  ["[a-z]{35}-", 35, undefined],
  ["ab12-[a-z]{23}", 4, TAG],
  ["ab12-[a-z]{23}", 4, undefined, "in a word"],
  ["ab12-[a-z]{22}", 4, undefined],
  ["ab12-(?:!|/!)[a-z]{23}", 4, undefined],
  ["a1-[a-z]{23}", 2, undefined],
  ["ab1c-[a-z]{23}", 4, undefined],
  ["a{12}-[a-z]{23}", 12, TAG],
  ["a{13}-[a-z]{23}", 13, undefined],
];

// Of "(?:!|/!)" one way has no room: what stands there is not known.
const FEW = { maxSpines: 1 };

describe("the compiler's places", () => {
  test.each(filled(seen))("three bytes of %s up to %i: %s %s", (source, last, expected, start) => {
    expect(placeAt(wayOf(source), last, 3, start === undefined)).toBe(expected);
  });

  test.each(filled(seenOfFour))("four bytes of %s up to %i: %s %s", (source, last, expected, start) => {
    expect(placeAt(wayOf(source), last, 4, start === undefined)).toBe(expected);
  });

  test.each(filled(joints))("the joint of %s at %i: %s %s", (source, last, expected, start) => {
    expect(jointAt(wayOf(source, FEW), last, start === undefined)).toBe(expected);
  });
});

test("every rule of the catalogue has a place that gives it away: none is tried at every byte", () => {
  const { bytes } = preparedProgram();
  expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(P_SLOW, true)).toBe(0);
});
