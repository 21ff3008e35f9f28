import { describe, expect, test } from "vitest";
import * as abi from "../../src/kernel/abi.ts";
import { type Censor, createReplacer } from "../../src/redaction/censors.ts";
import { GAVE_UP, type MatchEvent, Replacing, SECRET_MOST } from "../../src/redaction/replacing.ts";

const FIRST = abi.SPAN_FIRST;
const LAST = abi.SPAN_LAST;
const ids = ["a/one", "b/two"];
const notAsked = (): never => {
  throw new Error("not asked for");
};

/** A replacing that notes what it records and tells. */
function replacingWith(censor: Censor, listens = true) {
  const recorded: number[] = [];
  const told: MatchEvent[] = [];
  const ledger = {
    ruleIds: ids,
    record: (rule: number) => recorded.push(rule),
    ...(listens ? { tell: (event: MatchEvent) => told.push(event) } : {}),
  };
  return { replacing: new Replacing(createReplacer(censor, ids), ledger), recorded, told };
}

describe("a match in pieces", () => {
  test("is replaced once, in its first piece, and counted and told once", () => {
    const { replacing, recorded, told } = replacingWith("label");
    expect(replacing.piece(3, 5, 1, FIRST, notAsked, notAsked)).toBe("[REDACTED:b/two]");
    expect(told).toEqual([]);
    expect(replacing.piece(5, 8, 1, 0, notAsked, notAsked)).toBe("");
    expect(replacing.piece(8, 9, 1, LAST, notAsked, notAsked)).toBe("");
    expect(recorded).toEqual([1]);
    expect(told).toEqual([{ rule: "b/two", start: 3, end: 9, checked: undefined }]);
  });

  test("is a star for each character in a mask", () => {
    const { replacing } = replacingWith("mask");
    expect(replacing.piece(0, 9, 0, FIRST, () => 4, notAsked)).toBe("****");
    expect(replacing.piece(9, 12, 0, LAST, () => 3, notAsked)).toBe("***");
    const quoted = abi.SPAN_QUOTE;
    expect(replacing.piece(0, 9, 0, FIRST | quoted, () => 2, notAsked)).toBe('"**');
    expect(replacing.piece(0, 9, 0, quoted, () => 1, notAsked)).toBe("*");
    expect(replacing.piece(9, 12, 0, LAST | quoted, () => 2, notAsked)).toBe('**"');
  });

  test("is quoted as its key is, where the notation wants a string", () => {
    const flags = abi.SPAN_QUOTE | (abi.FORM_BACKSLASH << abi.SPAN_FORM_SHIFT) | (1 << abi.SPAN_COUNT_SHIFT);
    expect(replacingWith("redacted").replacing.piece(0, 4, 0, FIRST | flags, notAsked, notAsked)).toBe(
      '\\"[REDACTED]\\"',
    );
    const { replacing } = replacingWith((secret: string) => `<${secret}>`);
    expect(replacing.piece(0, 2, 0, FIRST | flags, notAsked, () => "12")).toBe("");
    expect(replacing.piece(2, 4, 0, LAST | flags, notAsked, () => "34")).toBe('\\"<1234>\\"');
  });

  test("is told with the check's outcome", () => {
    const { replacing, told } = replacingWith("redacted");
    replacing.piece(0, 4, 0, FIRST | LAST | abi.SPAN_CHECK_PASSED, notAsked, notAsked);
    replacing.piece(5, 6, 1, FIRST | LAST | abi.SPAN_CHECK_FAILED, notAsked, notAsked);
    expect(told).toEqual([
      { rule: "a/one", start: 0, end: 4, checked: true },
      { rule: "b/two", start: 5, end: 6, checked: false },
    ]);
  });

  test("needs nobody who listens", () => {
    const { replacing, recorded } = replacingWith("redacted", false);
    expect(replacing.piece(0, 4, 0, FIRST | LAST, notAsked, notAsked)).toBe("[REDACTED]");
    expect(recorded).toEqual([0]);
  });
});

describe("a censor that wants the secret", () => {
  const sizes: number[] = [];
  const { replacing, recorded } = replacingWith((secret: string) => {
    sizes.push(secret.length);
    return `<${secret.slice(0, 3)}>`;
  });

  test("gets all of it, at its end, and nothing of the one before", () => {
    for (const [first, second] of ["abcd", "wxyz"].entries()) {
      sizes.length = 0;
      expect(replacing.piece(first, 2, 0, FIRST, notAsked, () => second.slice(0, 2))).toBe("");
      expect(replacing.piece(first, 4, 0, LAST, notAsked, () => second.slice(2))).toBe(
        `<${second.slice(0, 3)}>`,
      );
      expect(sizes).toEqual([4]);
    }
    expect(recorded).toEqual([0, 0]);
  });

  test.each([
    [[SECRET_MOST], "<xxx>"],
    [[SECRET_MOST - 1, 1], "<xxx>"],
    [[SECRET_MOST + 1], "[REDACTED]"],
    [[SECRET_MOST, 1], "[REDACTED]"],
    [[SECRET_MOST, 1, 5, 5], "[REDACTED]"],
    [[5, SECRET_MOST, 5], "[REDACTED]"],
  ])("is not asked for one that is too long: %j", (lengths, expected) => {
    sizes.length = 0;
    const out = lengths.map((length, i) => {
      const flags = (i === 0 ? FIRST : 0) | (i === lengths.length - 1 ? LAST : 0);
      return replacing.piece(0, 1, 0, flags, notAsked, () => "x".repeat(length));
    });
    expect(out.join("")).toBe(expected);
    expect(sizes.length).toBe(expected === "<xxx>" ? 1 : 0);
    // The next one is none of its business.
    expect(replacing.piece(0, 1, 0, FIRST | LAST, notAsked, () => "abcd")).toBe("<abc>");
  });

  test("does not hold what is too long to be shown", () => {
    let asked = 0;
    const text = (): string => {
      asked++;
      return "x".repeat(SECRET_MOST);
    };
    for (let i = 0; i < 9; i++) replacing.piece(0, 1, 0, i === 0 ? FIRST : 0, notAsked, text);
    expect(asked).toBe(2);
    expect(replacing.piece(0, 1, 0, LAST, notAsked, text)).toBe("[REDACTED]");
  });
});

test("a block that does not end is marked, and no match", () => {
  const { replacing, recorded, told } = replacingWith("redacted");
  expect(replacing.piece(4, 4, 0, abi.SPAN_GAVE_UP | FIRST | LAST, notAsked, notAsked)).toBe(GAVE_UP);
  expect(GAVE_UP).toBe("[scrubjay: block not ended] ");
  expect([recorded, told]).toEqual([[], []]);
});

test("a whole text", () => {
  const { replacing, told } = replacingWith((secret: string) => secret.toUpperCase());
  expect(replacing.whole(1, "abc")).toBe("ABC");
  expect(told).toEqual([{ rule: "b/two", start: 0, end: 3, checked: undefined }]);
  expect(replacingWith("mask").replacing.whole(0, "abcd")).toBe("****");
});
