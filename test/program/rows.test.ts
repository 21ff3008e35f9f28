// How rows become automata.
import { describe, expect, test } from "vitest";
import { isBeforeWords } from "../../src/program/rows/groups.ts";
import { LOOP_BYTES, loopOf } from "../../src/program/rows/loops.ts";
import { node } from "../../src/program/rows/symbols.ts";
import { buildTagged } from "../../src/program/rows/tagged-automaton.ts";

describe("a tagged automaton", () => {
  test.each([1, 31, 32, 33, 63, 64])("of %i patterns says which can still match, and which have", (count) => {
    // Each is a letter for its number by twenty and one for the rest.
    const letters = "abcdefghijklmnopqrst";
    const texts = Array.from({ length: count }, (_, i) => letters[Math.floor(i / 20)]! + letters[i % 20]!);
    const { classes, classCount, transitions, accepts, reach } = buildTagged(texts.map((text) => node(text)));
    const go = (text: string): number =>
      [...text].reduce((state, c) => transitions[state * classCount + classes[c.charCodeAt(0)]!]!, 1);
    const numbers = texts.map((_, i) => i);
    expect(reach[1]).toEqual(numbers);
    expect(reach[go("a")]).toEqual(numbers.filter((i) => i < 20));
    expect(texts.map((text) => accepts[go(text)])).toEqual(numbers.map((i) => [i]));
    expect(texts.map((text) => reach[go(text)])).toEqual(numbers.map(() => []));
    expect([go("za"), go("aaa")]).toEqual([0, 0]);
  });
});

describe("what a state is passed over by", () => {
  const signsOf = (pattern: string, isInWord: boolean): string => {
    const bytes = loopOf(buildTagged([node(pattern)]), 1, isInWord);
    expect(bytes.length).toBe(LOOP_BYTES);
    return Array.from({ length: 128 }, (_, c) => c)
      .filter((c) => (bytes[c & 15]! >> (c >> 4)) & 1)
      .map((c) => String.fromCharCode(c))
      .join("");
  };
  const SIGNS = "!#$()*+-./";
  const ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  test("is all that leads back to it, but quotes, escapes and separators", () => {
    expect(signsOf("[^~]*~", false)).toBe(` ${SIGNS}${ALNUM}<>?@[]^_{|}`.split("").sort().join(""));
  });

  test("within a word is letters and digits", () => {
    expect(signsOf("[^~]*~", true)).toBe(ALNUM);
  });

  test("is nothing where it is few, and nothing in what matches no more", () => {
    expect(signsOf("[a-j]*~", false)).toBe("ABCDEFGHIJabcdefghij");
    expect(signsOf("[a-i]*~", false)).toBe("");
    expect(loopOf(buildTagged([node("a")]), 0, false)).toEqual(Array(LOOP_BYTES).fill(0));
  });
});

test.each([
  [" is set to ", true],
  ["[a-z ]+", false],
  [" *: *set to ", false],
  [" *=> *", false],
  [" +", false],
  [" -> ", false],
  ["(?:set to)? *", false],
])("a row whose name a word follows: %j %s", (between, expected) => {
  expect(isBeforeWords({ id: "row", between, example: "" })).toBe(expected);
});
