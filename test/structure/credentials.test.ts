import { describe, expect, test } from "vitest";
import { readText, repositoryFiles } from "./files.ts";
import { wholeTokens } from "./whole-tokens.ts";

describe("the repository", () => {
  test("holds nothing that looks like a live credential of a vendor", () => {
    const found = repositoryFiles().flatMap((file) => {
      const text = readText(file);
      return wholeTokens(text).map(
        ({ rule, start, end }) => `${file}:${lineOf(text, start)} ${rule}, ${end - start} characters`,
      );
    });
    expect(found).toEqual([]);
  });

  test("would be caught with one", () => {
    const token = ["ghp", "_", "1aB2".repeat(9)].join("");
    expect(wholeTokens(`const token = "${token}";`)).toHaveLength(1);
    expect(wholeTokens(`const token = "${token.slice(0, 20)}";`)).toHaveLength(0);
  });
});

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
