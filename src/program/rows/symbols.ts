// The characters that rows are written in, as one byte each: ASCII stands for itself, bytes of letters beyond it too.
import { SYMBOL_LINE, SYMBOL_OTHER_QUOTE, SYMBOL_OWN_QUOTE } from "../../kernel/abi.ts";
import type { Join } from "../../rules/joins/join.ts";
import { parsePattern } from "../pattern/pattern.ts";
import type { Node } from "../pattern/pattern-node.ts";

const byte = (value: number): string => `\\x${value.toString(16).padStart(2, "0")}`;

/** The row's pattern as one over symbols. */
export function toSymbols(pattern: string): string {
  const own = byte(SYMBOL_OWN_QUOTE);
  const other = byte(SYMBOL_OTHER_QUOTE);
  let inClass = false;
  let result = "";
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    if (c === "\\") {
      const next = pattern[++i]!;
      result += next === "n" ? byte(SYMBOL_LINE) : c + next;
    } else if (c === '"') {
      result += own;
    } else if (c === "'") {
      result += inClass ? own + other : `[${own}${other}]`;
    } else {
      if (c === "[" && !inClass) inClass = true;
      else if (c === "]" && inClass && !/\[\^?$/.test(result)) inClass = false;
      result += c;
    }
  }
  return result;
}

export const node = (pattern: string, exactCase = false): Node =>
  parsePattern(toSymbols(pattern), { ignoreCase: !exactCase }).whole;

export const betweenOf = ({ between, exactCase }: Join): Node => node(between, exactCase);
