import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/index.ts";
import { textWords } from "../../../src/rules/words/text-words.ts";

const redactor = createRedactor();
const marked = /«[^»]*»/g;

describe.each(textWords.map((row) => [row.list, row] as const))("words in texts: %s", (_list, row) => {
  test.each([row.example, row.not])("%s", (text) => {
    expect(redactor.redact(text.replace(marked, (secret) => secret.slice(1, -1)))).toBe(
      text.replace(marked, "[REDACTED]"),
    );
  });

  test("are in lower case, each once", () => {
    expect(row.words).toBe(row.words.toLowerCase());
    expect(new Set(row.words.split(" ")).size).toBe(row.words.split(" ").length);
  });
});
