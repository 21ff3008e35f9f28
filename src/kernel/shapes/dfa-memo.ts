// Many starts of one DFA are not linear ("aaaa…" against `a*b`): every MEMO_STEP bytes a memo says where an earlier start
// got to from this (address, rule, state) and where the longest match on the way ended, so that a later one goes on from
// there and the whole stays linear. It holds for one scan: addresses mean other bytes in the next one.
import { MEMO, MEMO_SIZE, MEMO_SLOTS, ROW_MEMO, ROW_MEMO_BITS, ROW_MEMO_SIZE } from "../abi";
import { leaveWindow, readAsIn, readOnTo, storeWindow, Window } from "../reading/window";

export const MEMO_STEP: usize = 32;

// A memo's entry: checkpoint u32 (see `checkpointOf`), rule and state u16 each; how far the way led and how far the end
// of the longest match is, from there, and the states at both, u16 each; NO_END where there was no match. Above how far the
// way led, three bits say how much farther was read.
const M_KEY: usize = 4;
const M_TO: usize = 8;
const M_TO_STATE: usize = 10;
const M_END: usize = 12;
const M_END_STATE: usize = 14;
const NO_END: u32 = 0xffff;

/** Bits of how far a way led, which is 4 KB at most; above them, how many times eight bytes farther was read. */
const TO_BITS: u32 = 13;
const TO_MASK: u32 = (1 << TO_BITS) - 1;
const BEYOND_STEP: usize = 8;
/** More was read than the bits say, or what is no byte of the text. */
const ANYWHERE: u32 = 7;
/** Kinds of checkpoints: of a rule's pattern, of what stands before its capture group. */
export const OF_WHOLE: u32 = 0;
export const OF_HEAD: u32 = 1;
/** Added to a rule's number: the way has come by the checkpoint inside a character, and the state is the one after it. */
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
  static scan: u32 = 0;
  /** The same as far as the memos have room for it. */
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
  if (Run.checkpoints == 0) return;
  const beyond = readBeyond(to);
  for (let i: u32 = 0; i < Run.checkpoints; i++) {
    const p = <usize>load<u32>(checkpoints + i * 8);
    const key = load<u32>(checkpoints + i * 8, 4);
    const checkpoint = checkpointOf(p, kind);
    const slot = memoSlot(checkpoint, key);
    store<u32>(slot, checkpoint);
    store<u32>(slot, key, M_KEY);
    store<u16>(slot, <u16>(<u32>(to - p) | (beyond << TO_BITS)), M_TO);
    store<u16>(slot, <u16>state, M_TO_STATE);
    store<u16>(slot, <u16>(Run.end >= p ? Run.end - p : NO_END), M_END);
    store<u16>(slot, <u16>Run.endState, M_END_STATE);
  }
}

/** How much farther than `to` has been read for the stop that is looked at. */
function readBeyond(to: usize): u32 {
  if (Window.first == 0) return ANYWHERE;
  if (Window.last <= to) return 0;
  return <u32>min(<usize>ANYWHERE, (Window.last - to + BEYOND_STEP - 1) / BEYOND_STEP);
}

/** Forgets what the last scan learnt: addresses mean other bytes now. */
export function resetMemo(): void {
  Run.scan++;
  Run.generation++;
  if (Run.generation < GENERATIONS) return;
  Run.generation = 1;
  memory.fill(MEMO, 0, MEMO_SLOTS * MEMO_SIZE);
  memory.fill(ROW_MEMO, 0, ROW_MEMO_SIZE << ROW_MEMO_BITS);
  memory.fill(REJECTED, 0, REJECTED_SIZE << REJECTED_BITS);
  memory.fill(RULED_OUT, 0, RULED_OUT_SIZE * (RULED_OUT_MASK + 1));
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
  const to = <u32>load<u16>(slot, M_TO);
  Known.to = p + <usize>(to & TO_MASK);
  Known.state = load<u16>(slot, M_TO_STATE);
  if (to >>> TO_BITS == ANYWHERE) leaveWindow();
  else readOnTo(Known.to + <usize>(to >>> TO_BITS) * BEYOND_STEP);
  return Known.to != p;
}

// Matches of a pattern that were none after all: a joint in a token is a stop, and from each of them the forty starts
// before it are tried again. `fk-` without end took 340 times the time of clean JSON a byte.

/** Entries of 16 bytes: the start u32, the rule u16, the scan u16, and what was read, u32 twice. */
const REJECTED_SIZE: usize = 16;
const REJECTED_BITS: u32 = 8;
const REJECTED: usize = memory.data(16 << 8, 8);

// @inline
function rejectedAt(rule: u32, start: usize): usize {
  return (
    REJECTED +
    <usize>(((<u32>start * 0x9e3779b1) ^ (rule * 0x85ebca6b)) >>> (32 - REJECTED_BITS)) * REJECTED_SIZE
  );
}

// @inline
function rejectedKey(rule: u32, start: usize): u64 {
  return <u64>start | ((<u64>rule) << 32) | ((<u64>Run.generation) << 48);
}

/** Whether what the rule matches from `start` on was rejected in this scan. */
// @inline
export function isRejected(rule: u32, start: usize): bool {
  const slot = rejectedAt(rule, start);
  if (load<u64>(slot) != rejectedKey(rule, start)) return false;
  readAsIn(slot + 8, start);
  return true;
}

/** What the rule matches from `start` on is none, however far it was looked at. */
export function noteRejected(rule: u32, start: usize): void {
  const slot = rejectedAt(rule, start);
  store<u64>(slot, rejectedKey(rule, start));
  storeWindow(slot + 8, start);
}

// Of fragments whose distance from the start is open, one after the other leads to the same starts.

/**
 * Entries of 20 bytes: the fragment's and the scan, the starts that are ruled out from there to before here, and what was
 * read for that, all u32.
 */
const RULED_OUT_SIZE: usize = 20;
const RULED_OUT_MASK: u32 = 127;
const RULED_OUT: usize = memory.data(20 * 128, 8);

// @inline
function ruledOutAt(entry: u32): usize {
  return RULED_OUT + <usize>(entry & RULED_OUT_MASK) * RULED_OUT_SIZE;
}

/** Returns the first start from `first` on that fragments of the entry have not ruled out in this scan. */
// @inline
export function ruledOutTo(entry: u32, first: usize): usize {
  const slot = ruledOutAt(entry);
  if (load<u32>(slot) != ((entry << 13) | Run.generation) || <usize>load<u32>(slot, 4) > first) return first;
  const until = <usize>load<u32>(slot, 8);
  if (until <= first) return first;
  readAsIn(slot + 12, first);
  return until;
}

/** No match starts in [from, to), of which those that are new were found out from what the window says. */
// @inline
export function ruleOut(entry: u32, from: usize, to: usize): void {
  const slot = ruledOutAt(entry);
  const isLonger = load<u32>(slot) == ((entry << 13) | Run.generation) && <usize>load<u32>(slot, 8) >= from;
  store<u32>(slot, (entry << 13) | Run.generation);
  store<u32>(slot, <u32>(isLonger ? min(from, <usize>load<u32>(slot, 4)) : from), 4);
  store<u32>(slot, <u32>to, 8);
  const front = isLonger ? load<u32>(slot, 12) : 0;
  storeWindow(slot + 12, to);
  store<u32>(slot, max(front, load<u32>(slot, 12)), 12);
}
