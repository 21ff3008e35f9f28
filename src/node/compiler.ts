// Replaces `program/extension/compiler.ts` in what is built for Node: read as JavaScript, the compiler of patterns is
// more than all else that options need, and names and exact texts need none of it. Nor do the catalogue's own rules that
// have to be asked for: what the build has compiled of them, which takes a second for all, is in a file.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type * as compiler from "../program/extension/compiler.ts";
import type { Compiled } from "../program/image/compile-shape.ts";
import type { Rule } from "../rules/rule.ts";
import { allRules } from "./all-rules.ts";

/** The fields of a shape that are bytes, in the order of the file. */
const AUTOMATA = ["dfa", "headDfa", "endDfa"] as const;

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

/** Its bytes, and where in them the shape of each rule begins. */
interface Prepared {
  readonly bytes: Buffer;
  readonly starts: ReadonlyMap<Rule, number>;
}

let prepared: Prepared | undefined;

function preparedShape(rule: Rule): Compiled | undefined {
  prepared ??= readPrepared();
  const { bytes, starts } = prepared;
  const at = starts.get(rule);
  if (at === undefined) return undefined;
  const size = bytes.readUInt32LE(at);
  const shape: Record<string, unknown> = JSON.parse(bytes.toString("latin1", at + 4, at + 4 + size));
  let from = at + 4 + size;
  for (const name of AUTOMATA) {
    const length = shape[name];
    if (typeof length !== "number") continue;
    shape[name] = bytes.subarray(from, from + length);
    from += length;
  }
  return shape as unknown as Compiled;
}

/** As `build/prepare-catalogue.ts` writes it. */
function readPrepared(): Prepared {
  const bytes = readFileSync(join(import.meta.dirname, "opt-in.bin"));
  const rules = allRules().filter(({ optIn }) => optIn);
  const starts = rules.map((rule, i) => [rule, bytes.readUInt32LE(4 * i)] as const);
  return { bytes, starts: new Map(starts.filter(([, at]) => at > 0)) };
}
