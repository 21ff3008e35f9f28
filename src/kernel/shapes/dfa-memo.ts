// Many starts of one DFA are not linear ("aaaa…" against `a*b`): every MEMO_STEP bytes a memo says where an earlier start
// got to from this (address, rule, state) and where the longest match on the way ended, so that a later one goes on from
// there and the whole stays linear. It holds for one scan: addresses mean other bytes in the next one.
import { MEMO, MEMO_SIZE, MEMO_SLOTS } from "../abi";

export const MEMO_STEP: usize = 32;

// A memo's entry: checkpoint u32 (see `checkpointOf`), rule and state u16 each; how far the way led and how far the end
// of the longest match is, from there, and the states at both, u16 each; NO_END where there was no match.
const M_KEY: usize = 4;
const M_TO: usize = 8;
const M_TO_STATE: usize = 10;
const M_END: usize = 12;
const M_END_STATE: usize = 14;
const NO_END: u32 = 0xffff;
/** Kinds of checkpoints: of a rule's pattern, of what stands before its capture group. */
export const OF_WHOLE: u32 = 0;
export const OF_HEAD: u32 = 1;
/** Added to a rule's number: the way has come by the checkpoint inside a character, and the state is the one behind it. */
export const INSIDE: u32 = 0x4000;
/** A number of a rule without what is added to it. */
export const RULE: u32 = 0x3fff;
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

/** Checkpoints of the run, two words each: address, rule and state. */
const checkpoints = memory.data(1040);

/** The checkpoint inside the character from `p` to `next`, which are its first byte and the one after it; 0: none. */
// @inline
export function checkpointInside(p: usize, next: usize): usize {
  const last = (next - 1) & ~(MEMO_STEP - 1);
  return last > p ? last : 0;
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
export function remember(to: usize, state: u32, kind: u32): void {
  for (let i: u32 = 0; i < Run.checkpoints; i++) {
    const p = <usize>load<u32>(checkpoints + i * 8);
    const key = load<u32>(checkpoints + i * 8, 4);
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
export class Known {
  static to: usize = 0;
  static state: u32 = 0;
}

/** Whether the memo knows the way from `p` on in `state`. The checkpoint is noted. */
// @inline
export function isKnown(p: usize, rule: u32, state: u32, kind: u32): bool {
  const noted = checkpoints + Run.checkpoints * 8;
  const key = (rule << 16) | state;
  store<u32>(noted, <u32>p);
  store<u32>(noted, key, 4);
  Run.checkpoints++;
  const checkpoint = checkpointOf(p, kind);
  const slot = memoSlot(checkpoint, key);
  return load<u32>(slot) == checkpoint && load<u32>(slot, M_KEY) == key;
}

/**
 * Goes the known way from `p` on, as far as its longest match ends before `stop`: into `Known`, and the match into
 * `Run`. False: it does not.
 */
export function recall(p: usize, rule: u32, state: u32, stop: usize, kind: u32): bool {
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
