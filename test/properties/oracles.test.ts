import { expect, test } from "vitest";
import { changedIn, isRedactedText, lostIn } from "./oracles.ts";

test.each([
  ["a b c", "a [REDACTED] c"],
  ["a b c", "[REDACTED]"],
  ['{"a":12', '{"a":"[REDACTED]"'],
  ["a \x1b[1mb\x1b[0m c", "a [REDACTED]\x1b[1m\x1b[0m c"],
])("%j may become %j", (text, out) => expect(isRedactedText(text, out)).toBe(true));

test.each([
  ["a b c", "a [REDACTED] d"],
  ["a b c", "a b"],
  ["a b c", "x [REDACTED]"],
  ["a b c d", "a [REDACTED] x [REDACTED] d"],
  ["abab", "ab[REDACTED]abab"],
])("%j may not become %j", (text, out) => expect(isRedactedText(text, out)).toBe(false));

test.each([
  [{ a: "b" }, { a: "[REDACTED]" }],
  [{ a: { b: 1 } }, { a: "[REDACTED]" }],
  [
    ["x", 1],
    ["x", "[REDACTED]"],
  ],
  [{ a: '{"pin":1234}' }, { a: '{"pin":"[REDACTED]"}' }],
])("%j may become %j", (value, out) => expect(changedIn(value, out)).toBeUndefined());

test.each([
  [{ a: "b" }, { a: "c" }],
  [{ a: "b" }, { a: "[REDACTED]", b: 1 }],
  [{ a: "b" }, { b: "b" }],
  [["x", 1], ["x"]],
  [{ a: 1 }, { a: "1" }],
  [{ a: '{"b":"c"}' }, { a: '{"b":"[REDACTED]' }],
])("%j may not become %j", (value, out) => expect(changedIn(value, out)).toBeDefined());

test("a match is lost where any of its characters is", () => {
  const match = { rule: "a/b", start: 2, end: 6 };
  expect(lostIn([match], [{ rule: "c/d", start: 10, end: 17 }], 10)).toBeUndefined();
  expect(
    lostIn(
      [match],
      [
        { ...match, end: 4 },
        { ...match, start: 4 },
      ],
      0,
    ),
  ).toBeUndefined();
  expect(lostIn([match], [{ ...match, end: 5 }], 0)).toBe(match);
  expect(lostIn([match], [{ ...match, start: 3 }], 0)).toBe(match);
});
