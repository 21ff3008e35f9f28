import { RedactorConfigError } from "../../src/config-error.ts";
import { ACCEPT, buildDfa, type Dfa } from "../../src/program/automaton/dfa.ts";
import { parsePattern } from "../../src/program/pattern/pattern.ts";

/** One character per byte. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function isWordByte(byte: number | undefined): boolean {
  return byte !== undefined && /\w/.test(String.fromCharCode(byte));
}

/** The end of the longest match that starts at `start`, or -1. */
export function runDfa(dfa: Dfa, haystack: Uint8Array, start: number): number {
  const before = haystack[start - 1];
  const kind = before === undefined || before === 0x0a ? 0 : isWordByte(before) ? 1 : 2;
  let state = dfa.starts[kind];
  let end = -1;
  for (let at = start; at <= haystack.length && state !== 0; at += 1) {
    const byte = haystack[at];
    const byteClass = byte === undefined ? dfa.classCount - 1 : dfa.classes[byte]!;
    const to = dfa.transitions[state * dfa.classCount + byteClass]!;
    if (to & ACCEPT) end = at;
    state = to & ~ACCEPT;
  }
  return end;
}

/** The same by JavaScript's backtracking: every end is tried, the last first. */
export function createOracle(source: string, ignoreCase: boolean): (text: string, start: number) => number {
  const ends = new Map<number, RegExp>();
  const endingBefore = (rest: number): RegExp => {
    const known =
      ends.get(rest) ?? new RegExp(`(?:${source})(?=[^]{${rest}}(?![^]))`, ignoreCase ? "iy" : "y");
    ends.set(rest, known);
    return known;
  };
  return (text, start) => {
    for (let end = text.length; end >= start; end -= 1) {
      const regExp = endingBefore(text.length - end);
      regExp.lastIndex = start;
      if (regExp.test(text)) return end;
    }
    return -1;
  };
}

/** Undefined for a pattern that is refused: nested repeats of alternatives can need too many states. */
export function buildIfSmall(source: string, ignoreCase = false): Dfa | undefined {
  try {
    return buildDfa(parsePattern(source, { ignoreCase }).whole, source);
  } catch (error) {
    if (error instanceof RedactorConfigError && error.code === "pattern-too-large") return undefined;
    throw error;
  }
}
