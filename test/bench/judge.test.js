// The measure itself: it must not flatter.
import { describe, expect, test } from "vitest";
import { compareFigures } from "../../bench/eval/figures.ts";
import { absent, covered, isFound, isFoundAt } from "../../bench/eval/judge.ts";

const span = (start, end) => ({ rule: "test/rule", start, end });
const secret = "abcdefghijklmnopqrst";

test("overlapping and unordered spans count a character once", () => {
  expect(covered([span(4, 10), span(0, 6)], 0, 20)).toBe(10);
  expect(covered([span(0, 100)], 10, 20)).toBe(10);
});

describe("found", () => {
  const text = `key=${secret} end`;
  test("whole", () => expect(isFound(text, secret, [span(4, 24)], "key=[REDACTED] end")).toBe(true));
  test("not when a half is left", () => {
    expect(isFound(text, secret, [span(4, 24)], `key=[REDACTED]${secret.slice(10)} end`)).toBe(false);
  });
  test("not when the spans cover less than 90 %", () => {
    expect(isFound(text, secret, [span(4, 21)], "key=[REDACTED]rst end")).toBe(false);
  });
  test("not when it stands elsewhere in the output", () => {
    expect(isFound(`${text} ${secret}`, secret, [span(4, 24)], `key=[REDACTED] end ${secret}`)).toBe(false);
  });
  test("a short secret is judged by the spans alone", () => {
    expect(isFound("path=/data k=data", "data", [span(13, 17)], "path=/data k=[REDACTED]")).toBe(true);
    expect(isFound("path=/data k=data", "data", [], "path=/data k=data")).toBe(false);
  });
  test("at its place", () => {
    expect(isFoundAt(text, 4, 24, [span(4, 24)], "key=[REDACTED] end")).toBe(true);
    expect(isFoundAt(text, 4, 24, [], text)).toBe(false);
  });
  test("absent", () => expect(absent(`x${secret}x`, secret)).toBe(false));
});

test("a figure that fell, rose above its ceiling or is gone is named", () => {
  const committed = { atLeast: { a: 0.9, b: 1 }, atMost: { c: 3 } };
  expect(compareFigures({ atLeast: { a: 0.9, b: 1 }, atMost: { c: 3 } }, committed)).toEqual([]);
  expect(compareFigures({ atLeast: { a: 0.8 }, atMost: { c: 4 } }, committed)).toEqual([
    "a: 0.8 < 0.9",
    "b: no longer measured",
    "c: 4 > 3",
  ]);
});
