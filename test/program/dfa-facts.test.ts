// What is read off an automaton before it is run.
import { describe, expect, test } from "vitest";
import { buildDfa } from "../../src/program/automaton/dfa.ts";
import { kindsIn } from "../../src/program/automaton/dfa-kinds.ts";
import { type DfaRecord, encodeDfa, firstBytes } from "../../src/program/automaton/dfa-record.ts";
import { literalsDfa } from "../../src/program/automaton/literals.ts";
import { type Subset, Subsets } from "../../src/program/automaton/subsets.ts";
import type { Walk } from "../../src/program/automaton/walk.ts";
import { parsePattern } from "../../src/program/pattern/pattern.ts";
import { bytesOf, runDfa } from "./matching.ts";

const record = (source: string): DfaRecord => encodeDfa(buildDfa(parsePattern(source).whole, source));

describe("the bytes that a match starts with", () => {
  /** Over a colour code, a match goes on: ESC, and a backslash. */
  const COLOURS = [0x1b, 0x5c];
  const setOf = (text: string, more: readonly number[] = COLOURS): number =>
    [...bytesOf(text), ...more].reduce((set, byte) => set | (1 << (byte & 31)), 0) >>> 0;
  const ALL = 0xffffffff;

  test.each([
    ["ab", [["a", "b", setOf("b")]]],
    [
      "[ab]c|dc",
      [
        ["a", "c", setOf("c")],
        ["d", "e", setOf("c")],
      ],
    ],
    [
      "ac|bd",
      [
        ["a", "b", setOf("c")],
        ["b", "c", setOf("d")],
      ],
    ],
    ["a[bc]?d", [["a", "b", setOf("bcd")]]],
    ["a", [["a", "b", ALL]]],
    ["a\\b", [["a", "b", ALL]]],
    [
      "(?:a|bc)",
      [
        ["a", "b", ALL],
        ["b", "c", setOf("c")],
      ],
    ],
  ] as const)("%s", (source, expected) => {
    const bytes = expected.map(([from, end, seconds]) => [from.charCodeAt(0), end.charCodeAt(0), seconds]);
    expect(firstBytes(record(source))).toEqual(bytes);
  });
});

describe("the kinds of bytes in a match", () => {
  /** Numbers of kinds in both words of a set. */
  const [OTHER, DIGIT, LOWER, UPPER, SPACE] = [0, 1, 31, 32, 63];
  const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
    const char = String.fromCharCode(byte);
    return /\d/.test(char)
      ? DIGIT
      : /[a-z]/.test(char)
        ? LOWER
        : /[A-Z]/.test(char)
          ? UPPER
          : byte === 32
            ? SPACE
            : OTHER;
  });
  const numbersIn = (words: readonly [number, number]): readonly number[] =>
    Array.from({ length: 64 }, (_, kind) => kind).filter((kind) => (words[kind >> 5]! >>> (kind & 31)) & 1);

  test.each([
    ["[a-z]+", { allowed: [LOWER], needed: [LOWER], first: [LOWER] }],
    ["[A-Z]+", { allowed: [UPPER], needed: [UPPER], first: [UPPER] }],
    ["[0-9][A-Z]", { allowed: [DIGIT, UPPER], needed: [DIGIT, UPPER], first: [DIGIT, UPPER] }],
    ["[A-Z][0-9]?", { allowed: [DIGIT, UPPER], needed: [UPPER], first: [UPPER] }],
    ["[0-9A-Z]x", { allowed: [DIGIT, LOWER, UPPER], needed: [LOWER], first: [LOWER] }],
    ["a [0-9]", { allowed: [DIGIT, LOWER, SPACE], needed: [DIGIT, LOWER, SPACE], first: [LOWER] }],
    [" [0-9]", { allowed: [DIGIT, SPACE], needed: [DIGIT, SPACE], first: [] }],
    ["a|[0-9]", { allowed: [DIGIT, LOWER], needed: [], first: [] }],
    ["-[A-Z]", { allowed: [OTHER, UPPER], needed: [OTHER, UPPER], first: [OTHER, UPPER] }],
  ])("%s", (source, { allowed, needed, first }) => {
    const found = kindsIn(record(source), kinds, (byte) => byte === 32);
    expect(numbersIn(found.allowed)).toEqual(allowed);
    expect(numbersIn(found.needed)).toEqual(needed);
    expect(numbersIn(found.neededFirst)).toEqual(first);
  });
});

test("allowed texts are whole, in either case of ASCII", () => {
  const texts = ["Sesame", "ses", "x[Y-9", "Zürich"];
  const dfa = literalsDfa(texts);
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const isWhole = (text: string) => runDfa(dfa, utf8(text), 0) === utf8(text).length;
  expect(["SESAME", "sesame", "SES", "X[y-9", "züRICH"].filter((text) => !isWhole(text))).toEqual([]);
  expect(["sesam", "sesamex", "x{y-9", "x[y-Y", "y", "ZÜRICH", "tftbnf"].filter(isWhole)).toEqual([]);
});

test("subsets of one hash are told apart by their states and what stands before", () => {
  const subsets = new Subsets();
  const numberOf = (states: readonly number[], previous: Subset["previous"]): number => {
    const has = (state: number) => states.includes(state);
    const reached = { reached: Int32Array.from(states), count: states.length, hash: 4, has };
    return subsets.numberOf({ ...reached, hasLook: false, isMatch: false } as unknown as Walk, previous);
  };
  const sets = [[1, 2], [1, 3], [4], [2, 1, 5], [4, 5]] as const;
  expect(sets.map((states) => numberOf(states, 0))).toEqual([0, 1, 2, 3, 4]);
  expect(sets.map((states) => numberOf([...states].reverse(), 0))).toEqual([0, 1, 2, 3, 4]);
  expect(subsets.count).toBe(5);
  // The byte before is part of the hash: 4 and 1 make the one that 5 and 0 do.
  expect(numberOf([1, 2], 1)).toBe(5);
});
