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
} from "./abi";
import { HEX, Text, WORD, before, is } from "./text";

const MEMO_STEP: usize = 32;
const MEMO_ENTRY: usize = 20;

export class Run {
  /** End of the longest match so far, 0: none. */
  static end: usize = 0;
  /** State in which that end was reached: where to go on from `end`. */
  static endState: u32 = 0;
  /** Neither dead nor out of patience: the text ended first. */
  static alive: bool = false;
  static generation: u32 = 0;
  static checkpoints: u32 = 0;
}

/** Checkpoint states since the last accept, two words each: address, state. */
const checkpoints = memory.data(1032);

@inline
export function startState(dfa: usize, p: usize): u32 {
  const previous = before(p);
  const context: usize = previous == 10 ? 0 : is(previous, WORD) && !endsEscape(p) ? 1 : 2;
  return load<u16>(dfa + DFA_STARTS + context * 2);
}

/**
 * Whether the word character before `p` is the last of an escape or a colour code, behind which a word
 * starts: `\n`, `\u003d`, `%3D`, `%253D`, `ESC[31m`.
 */
function endsEscape(p: usize): bool {
  const c = before(p);
  const slash = before(p - 1) == 0x5c;
  if (c == 0x6d) {
    let q = p - 1;
    while (p - q < 16 && (is(before(q), HEX) || before(q) == 0x3b)) q--;
    // ESC, or its end as it is escaped: \x1b, \033, \e.
    const escape = before(q - 1);
    return before(q) == 0x5b && (escape == 0x1b || (escape | 0x20) == 0x62 || escape == 0x33 || escape == 0x65);
  }
  if (slash) return c == 0x6e || c == 0x72 || c == 0x74;
  if (!is(c, HEX) || !is(before(p - 1), HEX)) return false;
  let q = p - 2;
  while (before(q) == 0x35 && before(q - 1) == 0x32 && p - q < 10) q -= 2;
  if (before(q) == 0x25) return true;
  if (before(q) == 0x78) return before(q - 1) == 0x5c;
  return before(p - 4) == 0x75 && before(p - 5) == 0x5c;
}

@inline
function memoSlot(p: usize, rule: u32, state: u32): usize {
  const hash = ((<u32>p) * 0x9e3779b1) ^ (((rule << 16) | state) * 0x85ebca6b);
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
          Run.alive = Run.end != 0;
          return remember(rule, to, state);
        }
        if (to != p) {
          p = to;
          continue;
        }
      }
    }
    const t = <u32>load<u16>(transitions + ((state * classCount + load<u8>(classes + load<u8>(p))) << 1));
    if (t & DFA_ACCEPT) {
      Run.end = p;
      Run.endState = state;
      Run.checkpoints = 0;
    }
    state = t & ~DFA_ACCEPT;
    if (state == 0) return remember(rule, p, 0);
    p++;
  }
  if (p < Text.limit) {
    Run.alive = Run.end != 0; // out of patience: only what has matched already goes on
    return remember(rule, p, state);
  }
  if (Text.final) {
    const t = <u32>load<u16>(transitions + ((state * classCount + classCount - 1) << 1));
    if (t & DFA_ACCEPT) {
      Run.end = p;
      Run.endState = state;
    }
    return;
  }
  Text.hitEnd = true;
  Run.alive = true;
}

/** Whether a match can still become one when more text comes: the pattern is alive at the end. */
export function isAliveAtEnd(program: u32, rule: u32, start: usize): bool {
  const dfa: usize = PROGRAM + program;
  runPattern(dfa, rule, start, startState(dfa, start));
  return Run.alive;
}
