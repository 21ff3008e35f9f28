import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/index.ts";
import { harmless, joins } from "../../src/rules/joins/joins.ts";
import { valuesFirst } from "../../src/rules/joins/pairs.ts";
import { wrappers } from "../../src/rules/joins/wrappers.ts";

const redactor = createRedactor({});
/** Told from a word by its digits, and from a number by its letters. */
const SECRET = "x1y2z3";

describe.each([
  ["joins", joins],
  ["what is no value", harmless],
  ["wrappers", wrappers],
  ["values in front of names", valuesFirst],
] as const)("the rows of %s", (_, rows) => {
  test("have ids of their own", () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test.each(rows.filter(({ example }) => example !== "").map((row) => [row.id, row.example] as const))(
    "%s finds its example: %s",
    (_id, example) => {
      const secret = `${SECRET}Qw8`;
      const input = example.replace(/[«»]/g, "").replaceAll(SECRET, secret);
      expect(redactor.redact(input)).toBe(example.replace(/«[^»]*»/g, "[REDACTED]"));
    },
  );

  test.each(rows.flatMap((row) => (row.not === undefined ? [] : [[row.id, row.not] as const])))(
    "%s leaves its near miss: %s",
    (_id, text) => expect(redactor.redact(text)).toBe(text),
  );
});
