import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../structure/files.ts";
import { DOCUMENTS, readDocument, USER_DOCUMENTS } from "./documents.ts";
import { anchorsOf, deadLinks, linksOf } from "./links.ts";

const repository = { root, read: readDocument };

describe.each(DOCUMENTS)("%s", (name) => {
  const text = readDocument(name);

  test("has no dead link", () => {
    expect(deadLinks(name, text, repository)).toEqual([]);
  });

  test("names files that are there", () => {
    const paths = [...text.matchAll(/`([a-z][\w-]*(?:\/[\w.-]+)+\.(?:ts|js|json|jsonl|log|md))`/g)].map(
      ([, path]) => path!,
    );
    const missing = paths.filter(
      (path) => ![path, `src/${path}`].some((each) => existsSync(join(root, each))),
    );
    expect(missing).toEqual([]);
  });
});

test("README leads to every document of docs", () => {
  const links = linksOf(readDocument("README.md")).map((link) => link.split("#")[0]);
  const reached = new Set(
    links.flatMap((link) => [link, ...(link?.startsWith("docs/") ? onward(link) : [])]),
  );
  expect(USER_DOCUMENTS.filter((name) => name !== "README.md" && !reached.has(name))).toEqual([]);
});

function onward(document: string): string[] {
  return linksOf(readDocument(document)).map((link) => `docs/${link.split("#")[0]}`);
}

describe("a dead link is", () => {
  const check = (markdown: string) => deadLinks("docs/filter.md", markdown, repository);

  test("one to a file that is not there", () => {
    expect(check("[a](pino.md) [b](../README.md)")).toEqual([]);
    expect(check("[a](pino-2.md)")).toEqual(["pino-2.md"]);
    expect(check("[a](README.md)")).toEqual(["README.md"]);
  });

  test("one to a heading that is not there", () => {
    expect(check("# A b\n[a](#a-b) [b](options.md#paths-and-remove)")).toEqual([]);
    expect(check("# A b\n[a](#b)")).toEqual(["#b"]);
    expect(check("[a](options.md#path)")).toEqual(["options.md#path"]);
  });

  test("none in code or to another site", () => {
    expect(check("`[a](nowhere.md)` [b](https://host.example/nowhere.md)")).toEqual([]);
  });

  test("told by GitHub's anchors", () => {
    expect(anchorsOf("# What's new, in `scrubjay`?\n## A_b — c\n```sh\n# not this\n```\n")).toEqual([
      "whats-new-in-scrubjay",
      "a_b--c",
    ]);
  });
});
