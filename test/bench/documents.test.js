import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { replaceTable, TABLES } from "../../build/documents.js";

test.each(Object.entries(TABLES))("the table %s has one place in %s", (name, document) => {
  const text = readFileSync(new URL(`../../${document}`, import.meta.url), "utf8");
  expect(text.split(`<!-- ${name}:begin -->`)).toHaveLength(2);
  expect(text.split(`<!-- ${name}:end -->`)).toHaveLength(2);
});

test("a table takes the place of the old one", () => {
  const text = "a\n<!-- t:begin -->\nold\n<!-- t:end -->\nb\n";
  expect(replaceTable(text, "t", "new")).toBe("a\n<!-- t:begin -->\nnew\n<!-- t:end -->\nb\n");
  expect(() => replaceTable(text, "other", "new")).toThrow("no place for the table other");
});
