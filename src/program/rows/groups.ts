// Which automata a row is in, by what stands after its name: all rows in one had 3,300 states for what stands between and as
// many for what stands before, and of several one runs.
import type { Join } from "../../rules/joins/join.ts";
import { betweenOf } from "./symbols.ts";
import { buildTagged } from "./tagged-automaton.ts";

// The groups of the patterns before a name.
/** A colon or an equals sign stands after the name, and perhaps blanks before it. */
const SIGN = 0;
/** Anything else does. */
const OTHER = 1;
/** Blanks alone do, and the value after them. */
const BLANK = 2;
/** The same, and the name's line begins in the pattern. */
const LINE = 3;

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** More blanks change nothing. */
const BLANKS = 4;

/** What a row goes on over after the name and blanks. */
interface Start {
  /** Nothing more: the value follows. */
  readonly isEnd: boolean;
  readonly has: (symbols: string) => boolean;
}

function startOf(join: Join): Start {
  const { classes, classCount, transitions, accepts } = buildTagged([betweenOf(join)]);
  const next = (state: number, symbol: string): number =>
    transitions[state * classCount + classes[symbol.charCodeAt(0)]!]!;
  const states = [1];
  for (let i = 0; i < BLANKS; i++) states.push(next(states.at(-1)!, " "));
  return {
    isEnd: states.slice(1).some((state) => accepts[state]!.length > 0),
    has: (symbols) => states.some((state) => [...symbols].some((symbol) => next(state, symbol) !== 0)),
  };
}

/** Returns the number of the group in which the row's pattern before the name is. */
export function groupOf(join: Join): number {
  const { isEnd, has } = startOf(join);
  if (isEnd) return /^(?:\(\?:)?\\n /.test(join.before ?? "") ? LINE : BLANK;
  return has(":=") ? SIGN : OTHER;
}

/** Whether a word follows the name, and neither a separator nor the value: ` is set to `. */
export function isBeforeWords(join: Join): boolean {
  const { isEnd, has } = startOf(join);
  return !isEnd && !has(":=") && has(LETTERS);
}
