import { describe, expect, test } from "vitest";
import { createRedactor, RedactorConfigError, type Rule } from "../../src/index.ts";

const rules = [
  { id: "acme/word", pattern: "\\b(?:token|true|x{8}|ticket-\\d+)\\b" },
  { id: "acme/group", pattern: "id=(\\w+)" },
];

describe("a user's rule redacts what it matches, though it be a placeholder", () => {
  test.each([
    ["a token b", "a [REDACTED] b"],
    ["true xxxxxxxx", "[REDACTED] [REDACTED]"],
    ["id=null id=required", "id=[REDACTED] id=[REDACTED]"],
  ])("%s", (text, expected) => {
    const redactor = createRedactor({ rules });
    expect(redactor.redact(text)).toBe(expected);
    expect(redactor.redact(expected)).toBe(expected);
  });

  test("but what is allowed, and what stands for a secret", () => {
    const redactor = createRedactor({ rules, allow: ["ticket-42"], censor: "label" });
    const once = redactor.redact("ticket-42 ticket-43 id=x1");
    expect(once).toBe("ticket-42 [REDACTED:acme/word] id=[REDACTED:acme/group]");
    expect(redactor.redact(once)).toBe(once);
  });
});

test("rules with the same id are counted together", () => {
  const rules = ["ticket-\\d+", "order-\\d+"].map((pattern) => ({ id: "acme/number", pattern }));
  const redactor = createRedactor({ rules });
  expect(redactor.redact("ticket-42 order-7")).toBe("[REDACTED] [REDACTED]");
  expect(redactor.stats()).toMatchObject({ matches: 2, byRule: { "acme/number": 2 } });
});

describe("a block of any text", () => {
  test.each([
    ["-----BEGIN LETTER-----", "-----END LETTER-----"],
    ["<letter>", "</letter>"],
    ["BEGIN:VLETTER", "END:VLETTER"],
  ])("%s", (begin, end) => {
    const redactor = createRedactor({ rules: [{ id: "acme/letter", begin, end, body: "text" }] });
    const cases = [
      [`a\n${begin}\nhello there\n${end}\nb`, `a\n${begin}\n[REDACTED]\n${end}\nb`],
      [`${begin}\nhello\n- you: 2\n${end}\nb`, `${begin}\n[REDACTED]\n\n${end}\nb`],
      [`${begin} hello there ${end} b`, `${begin} [REDACTED]${end} b`],
      [`{"a":"${begin}\\nhello\\n${end}\\nb"}`, `{"a":"${begin}[REDACTED]${end}\\nb"}`],
    ] as const;
    for (const [text, expected] of cases) {
      expect(redactor.redact(text)).toBe(expected);
      expect(redactor.redact(expected)).toBe(expected);
    }
  });
});

test("a token whose alphabet holds dots, cut short by an ellipsis, which stays", () => {
  for (const head of ["hvs.", "ya29."]) {
    expect(createRedactor().redact(`got ${head}a0Af... then`)).toBe("got [REDACTED]... then");
  }
});

describe("a user's rule that is none is refused, with what is wrong", () => {
  test.each<[unknown, RegExp]>([
    [null, /^a rule must be an object, not null$/],
    [7n, /^a rule must be an object, not 7$/],
    [{ pattern: "x1y2" }, /id must be "issuer\/kind".*, not undefined$/],
    [{ id: "Acme", pattern: "x1y2" }, /lower-case letters.*, not "Acme"$/],
    [{ id: "acme/a" }, /acme\/a has no pattern, key or begin; /],
    [{ id: "acme/a", pattern: "x1y2", ignorecase: true }, /unknown field "ignorecase".*allowed.*ignoreCase/],
    [{ id: "acme/a", pattern: "x1y2", key: ["x"] }, /unknown field "key"; with pattern/],
    [{ id: "acme/a", pattern: "x1y2", check: "lunh" }, /check must be one of .*luhn.*, not "lunh"$/],
    [{ id: "acme/a", pattern: "x1y2", ignoreCase: "yes" }, /ignoreCase must be true or false, not "yes"$/],
    [{ id: "acme/a", pattern: 7 }, /pattern must be a string, not 7$/],
    [{ id: "acme/a", key: "ssn" }, /key must be a list of strings, not "ssn"$/],
    [{ id: "acme/a", key: [7] }, /key must be a list of strings, not a list with 7$/],
    [{ id: "acme/a", key: ["ssn"], value: "cookie" }, /value must be one of .*cookies.*, not "cookie"$/],
    [{ id: "acme/a", begin: "BEGIN" }, /has a begin but no end$/],
    [
      { id: "acme/a", begin: "BEGIN", end: "END", body: "any" },
      /body must be one of base64, text, not "any"$/,
    ],
  ])("%o", (rule, message) => {
    expect(() => createRedactor({ rules: [rule as Rule] })).toThrow(RedactorConfigError);
    expect(() => createRedactor({ rules: [rule as Rule] })).toThrow(message);
  });

  test("but not for a field that is undefined", () => {
    const rule = { id: "acme/a", pattern: "ticket-\\d+", ignoreCase: undefined };
    expect(createRedactor({ rules: [rule as never] }).redact("ticket-42")).toBe("[REDACTED]");
  });
});
