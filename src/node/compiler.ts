// Stands in for `program/extension/compiler.ts` in what is built for Node: read as JavaScript, the compiler of patterns is
// more than all else that options need, and names and exact texts need none of it.
import type * as compiler from "../program/extension/compiler.ts";

/** A file of its own (`build/library.js`); that it is CommonJS is what lets it be loaded without waiting. */
declare function require(path: "./compiler.cjs"): typeof compiler;

export const buildNibbleTables: typeof compiler.buildNibbleTables = (windows) =>
  require("./compiler.cjs").buildNibbleTables(windows);

export const compileInnocent: typeof compiler.compileInnocent = (pattern, isOwn) =>
  require("./compiler.cjs").compileInnocent(pattern, isOwn);

export const compileRule: typeof compiler.compileRule = (rule, isOwn) =>
  "key" in rule ? undefined : require("./compiler.cjs").compileRule(rule, isOwn);
