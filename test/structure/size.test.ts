import { describe, expect, test } from "vitest";
import { readText, repositoryFiles } from "./files.ts";

const MOST_LINES = 300;

/** Files that may be longer, each for its reason. */
const EXEMPT: Readonly<Record<string, string>> = {
  "test/object/walk.test.ts": "TODO: to be cut by what is walked",
};

/** Data, not code: how many lines there are is not chosen. */
const isData = (file: string): boolean => /\.(?:json|jsonl|log|md)$/.test(file);

describe("files of src, test and bench", () => {
  const lengths = repositoryFiles()
    .filter((file) => /^(?:src|test|bench)\//.test(file) && !isData(file))
    .map((file) => ({ file, lines: readText(file).split("\n").length - 1 }));
  const tooLong = lengths.filter(({ lines }) => lines > MOST_LINES);

  test(`have at most ${MOST_LINES} lines`, () => {
    expect(lengths.length).toBeGreaterThan(100);
    expect(tooLong.filter(({ file }) => EXEMPT[file] === undefined)).toEqual([]);
  });

  test("that are exempt need to be", () => {
    const files = tooLong.map(({ file }) => file);
    expect(Object.keys(EXEMPT).filter((file) => !files.includes(file))).toEqual([]);
  });
});
