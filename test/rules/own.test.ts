import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/index.ts";

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

test("a token whose alphabet holds dots, cut short by an ellipsis, which stays", () => {
  for (const head of ["hvs.", "ya29."]) {
    expect(createRedactor().redact(`got ${head}a0Af... then`)).toBe("got [REDACTED]... then");
  }
});
