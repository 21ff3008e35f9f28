import { describe, expect, test } from "vitest";
import { readText, repositoryFiles } from "./files.ts";

const MOST_LINES = 300;

/** Data, not code: how many lines there are is not chosen. */
const isData = (file: string): boolean => /\.(?:json|jsonl|log|md)$/.test(file);

describe("files of src, test and bench", () => {
  const lengths = repositoryFiles()
    .filter((file) => /^(?:src|test|bench)\//.test(file) && !isData(file))
    .map((file) => ({ file, lines: readText(file).split("\n").length - 1 }));
  const tooLong = lengths.filter(({ lines }) => lines > MOST_LINES);

  test(`have at most ${MOST_LINES} lines`, () => {
    expect(lengths.length).toBeGreaterThan(100);
    expect(tooLong).toEqual([]);
  });
});
