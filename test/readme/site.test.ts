import { describe, expect, test } from "vitest";
import config from "../../site/.vitepress/config.js";
import { ENTRIES } from "../../site/paths.js";
import { readText } from "../structure/files.ts";
import { DOCUMENTS } from "./documents.ts";

describe("the documentation site", () => {
  test("has every document in its list", () => {
    const listed = config.themeConfig.sidebar
      .flatMap(({ items }: { readonly items: unknown }) => items)
      .map(({ link }: { readonly link: string }) => (link === "/" ? "README" : link.slice(1)));
    expect(listed).toEqual(expect.arrayContaining(DOCUMENTS.map((name) => name.replace(/\.md$/, ""))));
  });

  test("has a page of reference for every entry of the package", () => {
    const { exports } = JSON.parse(readText("package.json"));
    const isCode = (entry: unknown): boolean => typeof entry === "object";
    const entries = Object.keys(exports).filter((name) => isCode(exports[name]));
    expect(Object.keys(ENTRIES).sort()).toEqual(entries.map((name) => name.replace(".", "scrubjay")).sort());
  });
});
