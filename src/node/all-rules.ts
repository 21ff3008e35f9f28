// Replaces `config/all-rules.ts` in what is built for Node: the rules are in a module that bundlers take, and what
// stands in it is JSON, which is read sooner than the module would be, and only for options that need to know of rules.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rule } from "../rules/rule.ts";

let rules: readonly Rule[] | undefined;

export function allRules(): readonly Rule[] {
  rules ??= read();
  return rules;
}

function read(): readonly Rule[] {
  const text = readFileSync(join(import.meta.dirname, "rules.js"), "utf8");
  return JSON.parse(text.slice(text.indexOf("["), text.lastIndexOf("]") + 1));
}
