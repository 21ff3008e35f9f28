import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../structure/files.ts";

/** What users read. */
export const USER_DOCUMENTS: readonly string[] = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`)
    .sort(),
];

/** All documents of the project. */
export const DOCUMENTS: readonly string[] = [
  ...USER_DOCUMENTS,
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "DESIGN.md",
  "SECURITY.md",
];

export const readDocument = (name: string): string => readFileSync(join(root, name), "utf8");

/** A document without its fenced blocks and code spans. */
export const proseOf = (markdown: string): string =>
  markdown.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "``");
