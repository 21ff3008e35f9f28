import { beforeEach, describe, expect, test } from "vitest";
import { SPAN_CHECK_FAILED, SPAN_CHECK_PASSED, SPAN_FIRST } from "../../src/kernel/abi.ts";
import { type CensoredMatch, createReplacer, type Replacer } from "../../src/redaction/censors.ts";

const ids = ["a/one", "b/two"];
const nothing = (): unknown => {
  throw new Error("not asked for");
};

describe("censors of one text", () => {
  test.each([
    ["redacted", "[REDACTED]"],
    ["label", "[REDACTED:b/two]"],
    [{ text: "(gone)" }, "(gone)"],
    [{ text: "" }, ""],
  ] as const)("%j", (censor, text) => {
    const replacer = createReplacer(censor, ids);
    expect(replacer).toMatchObject({ needsText: false, isMask: false });
    expect(replacer.replacement(1, SPAN_FIRST, "")).toBe(text);
    expect(replacer.ofPath(1, nothing, ["x"])).toBe(text);
  });
});

test("a mask is as long as the secret, in characters", () => {
  const replacer = createReplacer("mask", ids);
  expect(replacer).toMatchObject({ needsText: false, isMask: true });
  expect(replacer.ofPath(0, () => "a\u{1f600}é", [])).toBe("***");
  expect(replacer.ofPath(0, () => 12345, [])).toBe("[REDACTED]");
  expect(replacer.replacement(0, 0, "abc")).toBe("");
});

describe("a function", () => {
  let seen: [unknown, CensoredMatch][];
  let replacer: Replacer;
  beforeEach(() => {
    seen = [];
    replacer = createReplacer((secret: unknown, match) => {
      seen.push([secret, match]);
      return `<${String(secret)}"\n>`;
    }, ids);
  });

  test("gets the secret, and what is known of the match", () => {
    expect(replacer).toMatchObject({ needsText: true, isMask: false });
    expect(replacer.replacement(1, SPAN_CHECK_PASSED, "x")).toBe("<x__>");
    expect(replacer.replacement(0, SPAN_CHECK_FAILED, "y")).toBe("<y__>");
    expect(replacer.replacement(0, 0, "z")).toBe("<z__>");
    expect(seen.map(([secret]) => secret)).toEqual(["x", "y", "z"]);
    expect(seen.map(([, { rule, checked }]) => [rule, checked])).toEqual([
      ["b/two", true],
      ["a/one", false],
      ["a/one", undefined],
    ]);
    expect(seen.map(([, match]) => [...match])).toEqual([[], [], []]);
  });

  test("that replaces what a path names gets the value and the path, and is written as it is", () => {
    expect(replacer.ofPath(1, () => 7, ["req", "id"])).toBe('<7"\n>');
    const [secret, match] = seen[0]!;
    expect(secret).toBe(7);
    expect([...match]).toEqual(["req", "id"]);
    expect(match).toMatchObject({ rule: "b/two", checked: undefined });
  });

  test("has to return a string, and the error does not show the secret", () => {
    const wrong = createReplacer((() => 7) as never, ids);
    expect(() => wrong.replacement(0, 0, "hunter2")).toThrow(/^a censor function must return a string$/);
  });
});

describe("what is no censor is refused", () => {
  test.each([["nope"], [null], [undefined], [7], [{}], [{ text: 7 }]])("%j", (censor) => {
    expect(() => createReplacer(censor as never, ids)).toThrow(
      expect.objectContaining({ code: "unknown-censor" }),
    );
    expect(() => createReplacer(censor as never, ids)).toThrow(
      /^unknown censor .*; allowed are "redacted", "label", "mask", \{ text: "…" \} or a function$/,
    );
  });

  test("so is a text that would break JSON", () => {
    expect(() => createReplacer({ text: 'a"b' }, ids)).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
    expect(() => createReplacer({ text: 'a"b' }, ids)).toThrow(
      /^censor text "a\\"b" has a quote, a backslash or a control/,
    );
  });
});
