// What compiles patterns: most of what options may need, and only rules and patterns of one's own do.
import type { Rule } from "../../rules/rule.ts";
import { type Compiled, compileRule as compileAnew } from "../image/compile-shape.ts";

export { buildNibbleTables } from "../fragments/nibble-tables.ts";
export { compileInnocent } from "../image/compile-shape.ts";

/** What was compiled last: rules are tried before they are used, and several redactors have the same. */
const compiled = new Map<string, Compiled | undefined>();
const COMPILED_MOST = 1_000;

/** As `compileRule` of the image, which it remembers. */
export function compileRule(rule: Rule, isOwn: boolean): Compiled | undefined {
  if (!isOwn) return compileAnew(rule, isOwn);
  const key = JSON.stringify(rule);
  if (compiled.has(key)) return compiled.get(key);
  const shape = compileAnew(rule, isOwn);
  if (compiled.size === COMPILED_MOST) compiled.clear();
  compiled.set(key, shape);
  return shape;
}
