import { describe, expect, test } from "vitest";
import * as abi from "../../src/kernel/abi.ts";
import { isSafe, makeSafe, quoteMark } from "../../src/redaction/notation.ts";

const flagsOf = (form: number, count: number): number =>
  (form << abi.SPAN_FORM_SHIFT) | (count << abi.SPAN_COUNT_SHIFT) | abi.SPAN_FIRST | abi.SPAN_QUOTE;

test.each([
  [abi.FORM_RAW, 0, '"'],
  [abi.FORM_BACKSLASH, 1, '\\"'],
  [abi.FORM_BACKSLASH, 3, '\\\\\\"'],
  [abi.FORM_UNICODE, 1, "\\u0022"],
  [abi.FORM_UNICODE, 2, "\\\\u0022"],
  [abi.FORM_PERCENT, 0, "%22"],
  [abi.FORM_PERCENT, 2, "%252522"],
  [abi.FORM_ENTITY, 0, "&quot;"],
  [abi.FORM_ENTITY, 1, "&amp;quot;"],
  [abi.FORM_HEX, 1, "\\x22"],
  [abi.FORM_HEX, 2, "\\\\x22"],
  [abi.FORM_HEX, 1 | (2 << 8), "\\x5C\\x5C\\x22"],
  [abi.FORM_HEX, 2 | (1 << 8), "\\\\x5C\\\\x22"],
])("a quote in the form %d, escaped %d times", (form, count, mark) => {
  expect(quoteMark(flagsOf(form, count))).toBe(mark);
});

describe("what would break a notation", () => {
  test.each([
    ["a'b\"c`d\\e", "a_b_c_d_e"],
    ["\0\n\x1b\x7f\x85", "_____"],
    ["\u2028\u2029", "__"],
    ["\ud800 \udfff \u{1f600}", "_ _ \u{1f600}"],
  ])("gives way: %j", (text, safe) => {
    expect(makeSafe(text)).toBe(safe);
    expect(isSafe(text)).toBe(false);
    expect(isSafe(safe)).toBe(true);
  });

  test("and nothing else does", () => {
    const text = "[REDACTED:a/b-c] <é \u{1f600}> & {x} (y); %41 = ~";
    expect(makeSafe(text)).toBe(text);
    expect(isSafe(text)).toBe(true);
  });
});
