import { expect, test } from "vitest";
import { proseOf, readDocument, USER_DOCUMENTS } from "./documents.ts";
import { TURNS, turnsIn } from "./turns.ts";

test.each([...USER_DOCUMENTS, "SECURITY.md"])("%s is in plain words", (name) => {
  // Generated tables are worded where they are made.
  const text = proseOf(readDocument(name).replace(/<!-- (\w+):begin -->[\s\S]*<!-- \1:end -->/g, ""));
  expect(turnsIn(text)).toEqual([]);
});

test.each(TURNS)("$example: refused", ({ turn, example }) => {
  expect(example).toMatch(turn);
});

test("plain words are not refused", () => {
  expect(
    turnsIn("The line is not JSON, so it is skipped; the filter reports it after the last line."),
  ).toEqual([]);
});
