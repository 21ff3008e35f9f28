// Runs one rule's DFA from one start. A DFA alone is linear, many starts are not ("aaaa…" against
// `a*b`): every MEMO_STEP bytes a memo says where an earlier start got to from this (address, rule,
// state) and where the longest match on the way ended, so that a later one goes on from there and the
// whole stays linear. It holds for one scan: addresses mean other bytes in the next one.
import {
  DECISION_LIMIT,
  DFA_ACCEPT,
  DFA_CLASSES,
  DFA_STARTS,
  DFA_TRANSITIONS,
  MEMO,
  MEMO_SIZE,
  MEMO_SLOTS,
  PROGRAM,
} from "../abi";
import { APOSTROPHE, BACKSLASH, ESCAPE, LINE_FEED, QUOTE, RETURN } from "../reading/chars";
import { endsEscape, skipColours, startsLine } from "../reading/skip";
import { before, is, Text, undecided, WORD } from "../reading/text";
import { leaveWindow, readBackTo, readOnTo } from "../reading/window";

const MEMO_STEP: usize = 32;
/** Between two ends of a match that is repeated without end. */
const GAP_MOST: usize = 64;

// A memo's entry: checkpoint u32 (see `checkpointOf`), rule and state u16 each; how far the way led and how far the end
// of the longest match is, from there, and the states at both, u16 each; NO_END where there was no match.
const M_KEY: usize = 4;
const M_TO: usize = 8;
const M_TO_STATE: usize = 10;
const M_END: usize = 12;
const M_END_STATE: usize = 14;
const NO_END: u32 = 0xffff;
/** Kinds of checkpoints: of a rule's pattern, of what stands before its capture group. */
const OF_WHOLE: u32 = 0;
const OF_HEAD: u32 = 1;
/** Scans that a checkpoint is told apart by; there are no more addresses of checkpoints than 2^18. */
const GENERATIONS: u32 = 1 << 13;

export class Run {
  /** End of the longest match so far, 0: none. */
  static end: usize = 0;
  /** State in which that end was reached: where to go on from `end`. */
  static endState: u32 = 0;
  /** Not dead: the text ended first, or what matched goes on where patience ends. */
  static alive: bool = false;
  /** Number of the scan. */
  static generation: u32 = 0;
  static checkpoints: u32 = 0;
}

/** Checkpoints of the run, two words each: address, state. */
const checkpoints = memory.data(1040);

// @inline
export function startState(dfa: usize, p: usize): u32 {
  readBackTo(p - 1);
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

/** An address of a checkpoint, of which kind it is and in which scan. */
// @inline
function checkpointOf(p: usize, kind: u32): u32 {
  return ((<u32>p >>> 5) << 14) | (kind << 13) | Run.generation;
}

// @inline
function memoSlot(checkpoint: u32, key: u32): usize {
  const hash = (checkpoint * 0x9e3779b1) ^ (key * 0x85ebca6b);
  return <usize>MEMO + ((hash >>> 16) & (MEMO_SLOTS - 1)) * MEMO_SIZE;
}

/**
 * From every checkpoint the way led to `state` at `to`, 0: to nothing. The match in `Run` is that of all checkpoints in
 * front of its end.
 */
function remember(rule: u32, to: usize, state: u32, kind: u32): void {
  for (let i: u32 = 0; i < Run.checkpoints; i++) {
    const p = <usize>load<u32>(checkpoints + i * 8);
    const key = (rule << 16) | load<u32>(checkpoints + i * 8, 4);
    const checkpoint = checkpointOf(p, kind);
    const slot = memoSlot(checkpoint, key);
    store<u32>(slot, checkpoint);
    store<u32>(slot, key, M_KEY);
    store<u16>(slot, <u16>(to - p), M_TO);
    store<u16>(slot, <u16>state, M_TO_STATE);
    store<u16>(slot, <u16>(Run.end >= p ? Run.end - p : NO_END), M_END);
    store<u16>(slot, <u16>Run.endState, M_END_STATE);
  }
}

/** Forgets what the last scan learnt: addresses mean other bytes now. */
export function resetMemo(): void {
  Run.generation++;
  if (Run.generation < GENERATIONS) return;
  Run.generation = 1;
  memory.fill(MEMO, 0, MEMO_SLOTS * MEMO_SIZE);
}

/** Where the memo says that the way goes on, and the state there. */
class Known {
  static to: usize = 0;
  static state: u32 = 0;
}

/** Whether the memo knows the way from `p` on in `state`. The checkpoint is noted. */
// @inline
function isKnown(p: usize, rule: u32, state: u32, kind: u32): bool {
  const noted = checkpoints + Run.checkpoints * 8;
  store<u32>(noted, <u32>p);
  store<u32>(noted, state, 4);
  Run.checkpoints++;
  const checkpoint = checkpointOf(p, kind);
  const key = (rule << 16) | state;
  const slot = memoSlot(checkpoint, key);
  return load<u32>(slot) == checkpoint && load<u32>(slot, M_KEY) == key;
}

/**
 * Goes the known way from `p` on, as far as its longest match ends before `stop`: into `Known`, and the match into
 * `Run`. False: it does not.
 */
function recall(p: usize, rule: u32, state: u32, stop: usize, kind: u32): bool {
  const slot = memoSlot(checkpointOf(p, kind), (rule << 16) | state);
  const end = <u32>load<u16>(slot, M_END);
  if (end != NO_END) {
    if (p + end >= stop) return false;
    Run.end = p + end;
    Run.endState = load<u16>(slot, M_END_STATE);
  }
  Known.to = p + <usize>load<u16>(slot, M_TO);
  Known.state = load<u16>(slot, M_TO_STATE);
  return Known.to != p;
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
    // Behind a colour code, the way so far counts.
    const isCheckpoint = (p & (MEMO_STEP - 1)) == 0 && p != start && p != behindCode;
    if (isCheckpoint && isKnown(p, rule, state, OF_WHOLE) && recall(p, rule, state, stop, OF_WHOLE)) {
      leaveWindow();
      const isOver = Known.to >= stop && stop < Text.limit;
      if (isOver) Run.alive = goesOn(stop);
      if (isOver || Known.state == 0) return remember(rule, Known.to, Known.state, OF_WHOLE);
      p = Known.to;
      state = Known.state;
      continue;
    }
    const c = <u32>load<u8>(p);
    const t = <u32>load<u16>(transitions + ((state * classCount + load<u8>(classes + c)) << 1));
    // Behind a colour code, what has matched in front of it has been told already.
    if ((t & DFA_ACCEPT) != 0 && p != behindCode) {
      Run.end = p;
      Run.endState = state;
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
    if (state == 0) {
      readOnTo(p);
      return remember(rule, p, 0, OF_WHOLE);
    }
    p++;
  }
  leaveWindow();
  if (p != behindCode) remember(rule, p, state, OF_WHOLE);
  if (p < Text.limit) {
    Run.alive = goesOn(p);
    return;
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
 * Follows the DFA of what stands before a capture group, from `start` to `end`: `Run.end` is its longest match that
 * leaves something, 0: none; `Run.alive` whether it goes on behind `end`.
 */
export function runHead(dfa: usize, rule: u32, start: usize, end: usize): void {
  const classCount = <u32>load<u16>(dfa);
  let state = startState(dfa, start);
  Run.end = 0;
  Run.alive = true;
  Run.checkpoints = 0;
  let p = start;
  while (p < end) {
    const isCheckpoint = (p & (MEMO_STEP - 1)) == 0 && p != start;
    if (isCheckpoint && isKnown(p, rule, state, OF_HEAD) && recall(p, rule, state, end, OF_HEAD)) {
      Run.alive = Known.state != 0 || Known.to >= end;
      if (Known.state == 0 || Known.to >= end) return remember(rule, Known.to, Known.state, OF_HEAD);
      p = Known.to;
      state = Known.state;
      continue;
    }
    const c = <u32>load<u8>(p);
    const column = <u32>load<u8>(dfa + DFA_CLASSES + c);
    const t = <u32>load<u16>(dfa + DFA_TRANSITIONS + ((state * classCount + column) << 1));
    if (t & DFA_ACCEPT) Run.end = p;
    const next = (c == ESCAPE || c == BACKSLASH) && p != start ? behindColours(p) : p;
    if (next > p) {
      p = next;
      continue;
    }
    state = t & ~DFA_ACCEPT;
    if (state == 0) break;
    p++;
  }
  if (state == 0) Run.alive = false;
  if (p <= end) remember(rule, p, state, OF_HEAD);
}

/**
 * Behind the colour codes at `p`: a token goes on as if they were not there. 0: they may go on behind the
 * text, `Run` is alive.
 */
export function behindColours(p: usize): usize {
  leaveWindow();
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

/**
 * Whether a match that starts at `start`, shortly before the text's end, can still become one when more text comes. Of
 * 260 such patterns a chunk nearly all die after three bytes: with `runPattern` for each they were a tenth of the time of a
 * clean log, read in chunks of 64 KB.
 */
export function isAliveAtEnd(program: u32, rule: u32, start: usize): bool {
  const dfa: usize = PROGRAM + program;
  const classCount = <u32>load<u16>(dfa);
  let state = startState(dfa, start);
  for (let p = start; p < Text.limit; p++) {
    const c = <u32>load<u8>(p);
    if ((c == ESCAPE || c == BACKSLASH) && p != start) {
      runPattern(dfa, rule, start, startState(dfa, start));
      return Run.alive;
    }
    const column = <u32>load<u8>(dfa + DFA_CLASSES + c);
    state = load<u16>(dfa + DFA_TRANSITIONS + ((state * classCount + column) << 1)) & ~DFA_ACCEPT;
    if (state == 0) return false;
  }
  return true;
}
