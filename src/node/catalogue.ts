// Stands in for `rules/catalogue.ts` in what is built for Node: the rules are in a module that bundlers take, and what
// stands in it is JSON, which is read sooner than the module would be.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rule } from "../rules/rule.ts";

const text: string = readFileSync(join(import.meta.dirname, "rules.js"), "utf8");

export const catalogue: readonly Rule[] = JSON.parse(
  text.slice(text.indexOf("["), text.lastIndexOf("]") + 1),
);
