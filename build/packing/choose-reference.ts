// Which row a row is told by: the one that, by a rough count of bits, leaves least to tell.
import {
  ACCEPT,
  BY_FARTHER,
  BY_LIKE,
  BY_PREVIOUS,
  BY_STEP,
  STATE,
} from "../../src/kernel/unpack/contexts.ts";
import type { Rows } from "./automata.ts";

/** A row that another is told by, of the automaton before with {@link BY_STEP}. */
export interface Reference {
  readonly kind: number;
  readonly state: number;
}

/** So many rows back is looked. */
const MOST_BACK = 250;

// In bits.
const EXCEPTION = 9;
const CHANGE = 4;
const NEXT_STATE = 1;
const NO_CHANGE = 0.3;
/** Good enough to look no further. */
const GOOD = 4;

export function chooseReference(rows: Rows, state: number): Reference {
  const row = rows.rowOf(state);
  let best = { kind: BY_PREVIOUS, state: state - 1, bits: Number.POSITIVE_INFINITY };
  const consider = (kind: number, from: number, bits: number): void => {
    const all = bits + bitsFor(rows, row, rows.referenceOf(kind, from), kind, best.bits - bits);
    if (all < best.bits) best = { kind, state: from, bits: all };
  };
  const partner = rows.partners[state]!;
  if (partner > 0) consider(BY_STEP, partner, 0.3);
  if (best.bits <= GOOD) return best;
  const like = rows.likes[state]!;
  if (like > 0 && like < state - 1) consider(BY_LIKE, like, 1);
  consider(BY_PREVIOUS, state - 1, 1.5);
  for (let back = 2; back <= Math.min(state, MOST_BACK); back++) {
    consider(BY_FARTHER, state - back, 3 + Math.log2(back) * 1.1);
  }
  return best;
}

/** What stands in the place of each state, and in the how-manieth comparison that was: this is asked millions of times. */
const images = new Uint16Array(0x10000);
const comparedIn = new Float64Array(0x10000);
let comparisons = 0;

/** @param most Where it takes more, the number is of no interest */
function bitsFor(rows: Rows, row: Uint16Array, reference: Uint16Array, kind: number, most: number): number {
  comparisons++;
  let bits = 0;
  for (let i = 0; i < row.length && bits < most; i++) {
    const there = reference[i]!;
    const value = row[i]!;
    if (comparedIn[there] === comparisons) {
      if (images[there] !== value) bits += EXCEPTION;
      continue;
    }
    comparedIn[there] = comparisons;
    images[there] = value;
    if (kind === BY_STEP) bits += isExpected(rows, there, value) ? NO_CHANGE : CHANGE + 1;
    else bits += there === value ? NO_CHANGE : isNew(rows, value) ? NEXT_STATE : CHANGE;
  }
  return bits;
}

function isNew(rows: Rows, value: number): boolean {
  return (value & STATE) > rows.last;
}

/** Whether a state is what one of the automaton before leads to expect. */
function isExpected(rows: Rows, there: number, value: number): boolean {
  const state = there & STATE;
  const own = state === 0 ? 0 : rows.partnered[state]!;
  const isOwn = state !== 0 && own === 0 ? isNew(rows, value) : own === (value & STATE);
  return isOwn && (there & ACCEPT) === (value & ACCEPT);
}
