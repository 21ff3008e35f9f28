// Stands in for `program/extension/compiler.ts` in what is built for Node: read as JavaScript, the compiler of patterns is
// more than all else that options need, and names and exact texts need none of it. Nor do the catalogue's own rules that
// have to be asked for: what the build has compiled of them, which takes a second for all, is in a file.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as compiler from "../program/extension/compiler.ts";
import type { Compiled } from "../program/image/compile-shape.ts";
import type { Rule } from "../rules/rule.ts";
import { allRules } from "./all-rules.ts";

/** A file of its own (`build/library.js`); that it is CommonJS is what lets it be loaded without waiting. */
declare function require(path: "./compiler.cjs"): typeof compiler;

export const buildNibbleTables: typeof compiler.buildNibbleTables = (windows) =>
  require("./compiler.cjs").buildNibbleTables(windows);

export const compileInnocent: typeof compiler.compileInnocent = (pattern, isOwn) =>
  require("./compiler.cjs").compileInnocent(pattern, isOwn);

export const compileRule: typeof compiler.compileRule = (rule, isOwn) => {
  if ("key" in rule) return undefined;
  return (isOwn ? undefined : preparedShape(rule)) ?? require("./compiler.cjs").compileRule(rule, isOwn);
};

/** The bytes of its automata are hexadecimal digits. */
type PreparedShape = { readonly [Name in keyof Compiled]: Compiled[Name] | string };

let shapes: readonly (PreparedShape | null)[] | undefined;

function preparedShape(rule: Rule): Compiled | undefined {
  const index = allRules()
    .filter(({ optIn }) => optIn)
    .indexOf(rule);
  if (index < 0) return undefined;
  shapes ??= JSON.parse(readFileSync(join(import.meta.dirname, "opt-in.json"), "utf8"));
  const shape = shapes?.[index];
  return shape ? withBytes(shape) : undefined;
}

function withBytes(shape: PreparedShape): Compiled {
  const entries = Object.entries(shape).map(([name, value]) => [
    name,
    typeof value === "string" ? new Uint8Array(Buffer.from(value, "hex")) : value,
  ]);
  return Object.fromEntries(entries);
}
