import { describe, expect, test } from "vitest";
import { captureGroup, type OwnRule } from "../../src/config/own-rules.ts";
import { createRedactor } from "../../src/index.ts";

const redacted = (rule: OwnRule, text: string): string => createRedactor({ rules: [rule] }).redact(text);

describe("a rule of one's own", () => {
  // biome-ignore format: a table
  test.each<[what: string, rule: OwnRule, text: string, expected: string]>([
    ["entropy", { id: "acme/a", pattern: "\\bk[0-9a-z]{12}\\b", entropy: 3 }, "k1a2b3c4d5e6f kaaaaaaaaaaaa", "[REDACTED] kaaaaaaaaaaaa"],
    ["entropy of the group", { id: "acme/a", pattern: "code ([0-9a-z]{12})", entropy: 3 }, "code 1a2b3c4d5e6f code aaaaaaaaaaaa", "code [REDACTED] code aaaaaaaaaaaa"],
    ["keywords", { id: "acme/a", pattern: "\\b[0-9a-f]{8}\\b", keywords: ["door", "gate"] }, "door code 1234abcd\nGATE=1234abcd\ncode 1234abcd", "door code [REDACTED]\nGATE=[REDACTED]\ncode 1234abcd"],
    ["keywords, with another value between", { id: "acme/a", pattern: "\\b[0-9a-f]{8}\\b", keywords: ["door"] }, "door: the code 1234abcd, commit 1234abcd", "door: the code [REDACTED], commit 1234abcd"],
    ["keywords, in JSON", { id: "acme/a", pattern: "\\b[0-9a-f]{8}\\b", keywords: ["door"] }, '{"doorCode":"1234abcd","b":"1234abcd"}', '{"doorCode":"[REDACTED]","b":"1234abcd"}'],
    ["keywords that the pattern has", { id: "acme/a", pattern: "door_[0-9a-f]{8}", keywords: ["door"] }, "door_1234abcd", "[REDACTED]"],
    ["allowed values", { id: "acme/a", pattern: "\\bt-[0-9a-f]{4}\\b", allow: ["t-0000", { pattern: "t-f[0-9]{3}" }] }, "t-12ab t-0000 t-f123 t-f12a", "[REDACTED] t-0000 t-f123 [REDACTED]"],
    ["allowed values of the group", { id: "acme/a", pattern: "t=\\(([0-9a-f]{4})\\)", allow: ["0000"] }, "t=(12ab) t=(0000)", "t=([REDACTED]) t=(0000)"],
    ["all of them", { id: "acme/a", pattern: "\\b[0-9a-f]{8}\\b", keywords: ["door"], allow: ["00000000"], entropy: 2 }, "door 1234abcd\ndoor 00000000\ndoor 11111111", "door [REDACTED]\ndoor 00000000\ndoor 11111111"],
    ["a censor", { id: "acme/a", pattern: "t-[0-9a-f]{4}", censor: "mask" }, "t-12ab password=hunter2", "****** password=[REDACTED]"],
    ["a censor of a key", { id: "acme/a", key: ["door code"], censor: "label" }, "doorCode=4711", "doorCode=[REDACTED:acme/a]"],
  ])("has %s", (_, rule, text, expected) => {
    expect(redacted(rule, text)).toBe(expected);
  });

  test.each<[rule: object, message: RegExp]>([
    [{ id: "a/b", pattern: "x", entropy: 9 }, /entropy must be a number of bits from 0\.1 to 8, not 9/],
    [
      { id: "a/b", pattern: "x", entropy: 3, check: "luhn" },
      /has a check and entropy; it can have one of them/,
    ],
    [{ id: "a/b", pattern: "x", keywords: "y" }, /keywords must be a list of strings, not "y"/],
    [{ id: "a/b", pattern: "x", allow: [3] }, /allow must be a list of strings and \{ pattern: "…" \}/],
    [{ id: "a/b", pattern: "xyz", censor: "foo" }, /unknown censor "foo"/],
    [{ id: "a/b", key: ["door"], allow: ["x"] }, /unknown field "allow"/],
  ])("%j is refused", (rule, message) => {
    expect(() => createRedactor({ rules: [rule as OwnRule] })).toThrow(message);
  });
});

test.each([
  ["a(b)c", "(b)"],
  ["a\\((b|(?:c)(d))e", "(b|(?:c)(d))"],
  ["[(](x[)]y)", "(x[)]y)"],
  ["[])(](x)", "(x)"],
  ["(?:a)(b)", "(b)"],
  ["a(?:b)", undefined],
])("the capture group of %s", (pattern, group) => {
  const found = captureGroup(pattern);
  expect(found && pattern.slice(...found)).toBe(group);
});
