// Every notation again as the content of a string: what is found in a line is found there, and nothing else changes.
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import { all, exceptions, inBytes, inChunks, nested, wraps } from "../cases/nested.ts";
import { notationCases } from "../cases/notation-cases.ts";

const redactor = createRedactor({});

/** The others are cut in `nested-cuts.test.ts`. */
const CUT = ["json", "json in json", "a variable of nginx"];

test("the exceptions are of cases that exist, and are some", () => {
  const inputs = all.flatMap(([, cases]) => cases.map(([input]) => input));
  for (const [start] of exceptions) expect(inputs.filter((input) => input.startsWith(start)).length).toBe(1);
});

describe.each(Object.keys(wraps))("in %s", (name) => {
  test.each(all)("%s", (_group, cases) => {
    for (const [input, expected] of nested(name, cases)) {
      expect(redactor.redact(input)).toBe(expected);
      expect(redactor.redact(expected), "twice").toBe(expected);
      if (CUT.includes(name)) expect(inBytes(input), "byte by byte").toBe(expected);
    }
  });
});

/**
 * Percent-encoded as a whole. Notations that no one puts into a parameter (commands, dialogs, tables, lists, YAML) are
 * not read there, nor are brackets that are encoded.
 */
const inParameters = ["declarations", "query strings", "separators", "doubled quotes"];

test.each(inParameters)("in a parameter of a URL: %s", (group) => {
  for (const [plain, redacted] of notationCases[group]!) {
    const wrap = (text: string) => `GET /?q=${encodeURIComponent(text)} 200`;
    const input = wrap(plain);
    const expected = wrap(redacted).replaceAll("%5BREDACTED%5D", "[REDACTED]");
    expect(redactor.redact(input)).toBe(expected);
    expect(redactor.redact(expected), "twice").toBe(expected);
    expect(inChunks([...Buffer.from(input)].map((byte) => Uint8Array.of(byte))), "byte by byte").toBe(
      expected,
    );
  }
});
