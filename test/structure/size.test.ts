import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { readText, repositoryFiles } from "./files.ts";

const MOST_LINES = 300;
const MOST_FILES = 15;
/** A file for each issuer or letter. */
const LARGE_FOLDERS = ["src/rules/vendors"];

/** Data, not code: how many lines there are is not chosen. */
const isData = (file: string): boolean => /\.(?:json|jsonl|log|md)$/.test(file);

describe("files of src, build, test and bench", () => {
  const lengths = repositoryFiles()
    .filter((file) => /^(?:src|build|test|bench)\//.test(file) && !isData(file))
    .map((file) => ({ file, lines: readText(file).split("\n").length - 1 }));
  const tooLong = lengths.filter(({ lines }) => lines > MOST_LINES);

  test(`have at most ${MOST_LINES} lines`, () => {
    expect(lengths.length).toBeGreaterThan(100);
    expect(tooLong).toEqual([]);
  });
});

describe("folders of src", () => {
  test(`have at most ${MOST_FILES} files, so that each can be seen at a glance`, () => {
    const counts = new Map<string, number>();
    for (const file of repositoryFiles().filter((file) => /^src\/.*(?<!\.d)\.ts$/.test(file)))
      counts.set(posix.dirname(file), (counts.get(posix.dirname(file)) ?? 0) + 1);
    const large = [...counts].filter(([, count]) => count > MOST_FILES).map(([folder]) => folder);
    expect(large.sort()).toEqual([...LARGE_FOLDERS].sort());
  });
});
