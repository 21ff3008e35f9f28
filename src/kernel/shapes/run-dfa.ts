// Runs one rule's DFA from one start. A DFA alone is linear, many starts are not ("aaaa…" against
// `a*b`): every MEMO_STEP bytes a memo says where an earlier start got to from this (address, rule,
// state) without a match, so that a later one goes on from there and the whole stays linear.
import {
  DECISION_LIMIT,
  DFA_ACCEPT,
  DFA_CLASSES,
  DFA_STARTS,
  DFA_TRANSITIONS,
  MEMO,
  MEMO_SLOTS,
  PROGRAM,
} from "../abi";
import { APOSTROPHE, BACKSLASH, ESCAPE, LINE_FEED, QUOTE, RETURN } from "../reading/chars";
import { endsEscape, skipColours, startsLine } from "../reading/skip";
import { before, is, Text, undecided, WORD } from "../reading/text";

const MEMO_STEP: usize = 32;
/** Between two ends of a match that is repeated without end. */
const GAP_MOST: usize = 64;
const MEMO_ENTRY: usize = 20;

export class Run {
  /** End of the longest match so far, 0: none. */
  static end: usize = 0;
  /** State in which that end was reached: where to go on from `end`. */
  static endState: u32 = 0;
  /** Not dead: the text ended first, or what matched goes on where patience ends. */
  static alive: bool = false;
  static generation: u32 = 0;
  static checkpoints: u32 = 0;
}

/** Checkpoint states since the last accept, two words each: address, state. */
const checkpoints = memory.data(1032);

// @inline
export function startState(dfa: usize, p: usize): u32 {
  const previous = before(p);
  let context: usize = previous == LINE_FEED ? 0 : 2;
  if (is(previous, WORD)) context = !endsEscape(p, previous) ? 1 : startsLine(p) ? 3 : 2;
  else if (previous == QUOTE || previous == APOSTROPHE || previous == RETURN) context = 3;
  return load<u16>(dfa + DFA_STARTS + context * 2);
}

/** Whether nothing matches that starts with the byte at `p`: behind a letter, or on in a line, most patterns do not. */
// @inline
export function isDead(dfa: usize, state: u32, p: usize): bool {
  const column = <u32>load<u8>(dfa + DFA_CLASSES + load<u8>(p));
  return p < Text.limit && load<u16>(dfa + DFA_TRANSITIONS + ((state * load<u16>(dfa) + column) << 1)) == 0;
}

// @inline
function memoSlot(p: usize, rule: u32, state: u32): usize {
  const hash = (<u32>p * 0x9e3779b1) ^ (((rule << 16) | state) * 0x85ebca6b);
  return MEMO + ((hash >>> 16) & (MEMO_SLOTS - 1)) * <u32>MEMO_ENTRY;
}

function isKnown(slot: usize, p: usize, rule: u32, state: u32): bool {
  return (
    load<u32>(slot) == Run.generation &&
    load<u32>(slot, 4) == <u32>p &&
    load<u32>(slot, 8) == ((rule << 16) | state)
  );
}

/** From every checkpoint since the last accept the way led to `state` at `p`; state 0: to nothing. */
function remember(rule: u32, to: usize, toState: u32): void {
  for (let i: u32 = 0; i < Run.checkpoints; i++) {
    const p = load<u32>(checkpoints + i * 8);
    const state = load<u32>(checkpoints + i * 8, 4);
    const slot = memoSlot(p, rule, state);
    store<u32>(slot, Run.generation);
    store<u32>(slot, p, 4);
    store<u32>(slot, (rule << 16) | state, 8);
    store<u32>(slot, <u32>to, 12);
    store<u32>(slot, toState, 16);
  }
}

/** Forgets what the last scan learnt: addresses mean other bytes now. */
export function resetMemo(): void {
  Run.generation++;
}

/**
 * Follows the DFA at `dfa` from `start` on, beginning in `state`, up to its death, the end of the text
 * or the decision limit; the result is in `Run`.
 */
export function runPattern(dfa: usize, rule: u32, start: usize, state: u32): void {
  const classCount = <u32>load<u16>(dfa);
  const classes = dfa + DFA_CLASSES;
  const transitions = dfa + DFA_TRANSITIONS;
  const stop = min(Text.limit, start + DECISION_LIMIT);
  Run.end = 0;
  Run.alive = false;
  Run.checkpoints = 0;
  let p = start;
  let behindCode: usize = 0;
  while (p < stop) {
    if ((p & (MEMO_STEP - 1)) == 0 && p != start) {
      store<u32>(checkpoints + Run.checkpoints * 8, <u32>p);
      store<u32>(checkpoints + Run.checkpoints * 8, state, 4);
      Run.checkpoints++;
      const slot = memoSlot(p, rule, state);
      if (isKnown(slot, p, rule, state)) {
        const to = <usize>load<u32>(slot, 12);
        state = load<u32>(slot, 16);
        if (state == 0) return remember(rule, to, 0);
        if (to >= stop && stop < Text.limit) {
          Run.alive = goesOn(stop);
          return remember(rule, to, state);
        }
        if (to != p) {
          p = to;
          continue;
        }
      }
    }
    const c = <u32>load<u8>(p);
    const t = <u32>load<u16>(transitions + ((state * classCount + load<u8>(classes + c)) << 1));
    // Behind a colour code, what has matched in front of it has been told already.
    if ((t & DFA_ACCEPT) != 0 && p != behindCode) {
      Run.end = p;
      Run.endState = state;
      Run.checkpoints = 0;
    }
    if ((c == ESCAPE || c == BACKSLASH) && p != start) {
      const next = behindColours(p);
      if (next == 0) return;
      if (next != p) {
        p = next;
        behindCode = next;
        continue;
      }
    }
    state = t & ~DFA_ACCEPT;
    if (state == 0) return remember(rule, p, 0);
    p++;
  }
  if (p < Text.limit) {
    Run.alive = goesOn(p);
    return remember(rule, p, state);
  }
  if (Text.final) {
    const t = <u32>load<u16>(transitions + ((state * classCount + classCount - 1) << 1));
    if ((t & DFA_ACCEPT) != 0 && p != behindCode) {
      Run.end = p;
      Run.endState = state;
    }
    return;
  }
  Text.hitEnd = true;
  Run.alive = true;
}

/** Out of patience at `p`: only what has just matched goes on, not what could have become a longer match since. */
function goesOn(p: usize): bool {
  return Run.end != 0 && p - Run.end <= GAP_MOST;
}

/**
 * Behind the colour codes at `p`: a token goes on as if they were not there. 0: they may go on behind the
 * text, `Run` is alive.
 */
export function behindColours(p: usize): usize {
  const hitEnd = Text.hitEnd;
  Text.hitEnd = false;
  const next = skipColours(p);
  if (undecided()) {
    Run.alive = true;
    return 0;
  }
  Text.hitEnd = hitEnd;
  return next;
}

/** Whether a match can still become one when more text comes: the pattern is alive at the end. */
export function isAliveAtEnd(program: u32, rule: u32, start: usize): bool {
  const dfa: usize = PROGRAM + program;
  runPattern(dfa, rule, start, startState(dfa, start));
  return Run.alive;
}
