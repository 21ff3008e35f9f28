// Matches of shapes that are found and not taken yet. At one place where a fragment ends, the best of all rules
// counts (`Best`). It is taken once the names in front of it have been looked at and no other can come before it; none
// is looked for twice.
//
// - Pending: found at places that the search has passed, as a stack: the one on top starts first. Of two, the one
//   that was found later starts before the other, or it is not kept: it would begin in what the other keeps.
// - Ahead: found at places that the search has not come to, in their order.
import {
  AHEAD,
  AHEAD_MOST,
  CANDIDATE_SIZE,
  CHECK_ISSUED,
  DECISION_LIMIT,
  PENDING_MOST,
  R_CHECK,
  STATE,
  STATE_PENDING,
} from "../abi";
import { ruleAt } from "../reading/program-view";
import { Text } from "../reading/text";

/** No address: after all of them. */
export const NONE: usize = usize.MAX_VALUE;

/** The best candidate so far at one place: leftmost, then longest, then the rule that comes first. */
export class Best {
  static found: bool = false;
  static start: usize = 0;
  static end: usize = 0;
  static rule: u32 = 0;
  static flags: u32 = 0;
  static kind: u32 = 0;
  /** The match goes on after the text that is there; `state` says where in its pattern it is. */
  static open: bool = false;
  static state: u32 = 0;
  /** Earliest start of a candidate that needs more text to be decided, 0: none. */
  static waiting: usize = 0;
  /** Earliest byte that such a candidate may replace. */
  static hold: usize = 0;
}

export function resetBest(): void {
  Best.found = false;
  Best.waiting = 0;
  Best.hold = 0;
}

/** Whether a match that starts like the best one cannot be told from it before there is more text: one of them still grows. */
export function isUndecided(end: usize, open: bool): bool {
  if (!open && !Best.open) return false;
  if (open && !Best.open && end >= Best.end) return false;
  return !(Best.open && !open && Best.end >= end);
}

// A record: start, end, last byte of the fragment u32, rule u16, state u16, flags u8, kind u8, open u8.
const C_END: usize = 4;
const C_PLACE: usize = 8;
const C_RULE: usize = 12;
const C_STATE: usize = 14;
const C_FLAGS: usize = 16;
const C_KIND: usize = 17;
const C_OPEN: usize = 18;

const pending = memory.data(80, 16);

export class Pending {
  static count: u32 = 0;
}

export class Ahead {
  /** Number of the first record, and of the first after the last. */
  static first: u32 = 0;
  static end: u32 = 0;
  /** Earliest start of a candidate there that needs more text, and the earliest byte that one may replace; 0: none. */
  static waiting: usize = 0;
  static hold: usize = 0;
  /** Not all that was found ahead is known: from where the search goes on, all is tried again. */
  static isLost: bool = false;
}

function storeBest(record: usize, place: usize): void {
  store<u32>(record, <u32>Best.start);
  store<u32>(record, <u32>Best.end, C_END);
  store<u32>(record, <u32>place, C_PLACE);
  store<u16>(record, <u16>Best.rule, C_RULE);
  store<u16>(record, <u16>Best.state, C_STATE);
  store<u8>(record, <u8>Best.flags, C_FLAGS);
  store<u8>(record, <u8>Best.kind, C_KIND);
  store<u8>(record, Best.open ? 1 : 0, C_OPEN);
}

function loadBest(record: usize): void {
  Best.found = true;
  Best.start = <usize>load<u32>(record);
  Best.end = <usize>load<u32>(record, C_END);
  Best.rule = <u32>load<u16>(record, C_RULE);
  Best.state = <u32>load<u16>(record, C_STATE);
  Best.flags = <u32>load<u8>(record, C_FLAGS);
  Best.kind = <u32>load<u8>(record, C_KIND);
  Best.open = load<u8>(record, C_OPEN) != 0;
}

// @inline
function pendingAt(i: u32): usize {
  return pending + <usize>i * CANDIDATE_SIZE;
}

/** Where the first pending candidate starts, or NONE. */
// @inline
export function pendingStart(): usize {
  return Pending.count == 0 ? NONE : <usize>load<u32>(pendingAt(Pending.count - 1));
}

/** The best candidate, found at `place`, is pending now. */
export function pushPending(place: usize): void {
  if (Pending.count != 0) {
    const top = pendingAt(Pending.count - 1);
    const start = <usize>load<u32>(top);
    if (Best.start > start) return;
    if (Best.start == start) {
      const end = <usize>load<u32>(top, C_END);
      if (Best.end < end || (Best.end == end && Best.rule > <u32>load<u16>(top, C_RULE))) return;
      Pending.count--;
    }
  }
  if (Pending.count == PENDING_MOST) {
    // The one that starts last.
    memory.copy(pending, pendingAt(1), (PENDING_MOST - 1) * CANDIDATE_SIZE);
    Pending.count--;
  }
  storeBest(pendingAt(Pending.count), place);
  Pending.count++;
}

/** Forgets what is pending and starts before `p`. */
// @inline
export function dropPending(p: usize): void {
  while (pendingStart() < p) Pending.count--;
}

/** The best candidate was found ahead, at `place`. */
export function pushAhead(place: usize): void {
  if (Ahead.end == AHEAD_MOST) {
    Ahead.isLost = true;
    return;
  }
  storeBest(aheadAt(Ahead.end), place);
  Ahead.end++;
}

export function noteWaitingAhead(): void {
  if (Ahead.waiting == 0 || Best.waiting < Ahead.waiting) Ahead.waiting = Best.waiting;
  if (Ahead.hold == 0 || Best.hold < Ahead.hold) Ahead.hold = Best.hold;
  Ahead.isLost = true;
}

export function clearAhead(): void {
  Ahead.first = 0;
  Ahead.end = 0;
  Ahead.waiting = 0;
  Ahead.hold = 0;
  Ahead.isLost = false;
}

/** Where the fragment of the first candidate ahead ends, or NONE. */
// @inline
export function aheadPlace(): usize {
  if (Ahead.first == Ahead.end) return NONE;
  return aheadPlaceOf(Ahead.first);
}

/** Forgets what was found ahead at places before `p`. */
export function dropAhead(p: usize): void {
  while (aheadPlace() < p) Ahead.first++;
  if (Ahead.first == Ahead.end) Ahead.first = Ahead.end = 0;
}

// @inline
function aheadAt(i: u32): usize {
  return <usize>AHEAD + <usize>i * CANDIDATE_SIZE;
}

/** Where candidate number `i` ahead starts. */
// @inline
export function aheadStart(i: u32): usize {
  return <usize>load<u32>(aheadAt(i));
}

/** Where its fragment ends. */
// @inline
export function aheadPlaceOf(i: u32): usize {
  return <usize>load<u32>(aheadAt(i), C_PLACE);
}

/** Moves the record of candidate number `from` ahead to that of `to`. */
// @inline
export function moveAhead(from: u32, to: u32): void {
  if (from != to) memory.copy(aheadAt(to), aheadAt(from), CANDIDATE_SIZE);
}

/** Candidate number `i` ahead, found at `place`, is the best one now. */
export function storeAhead(i: u32, place: usize): void {
  storeBest(aheadAt(i), place);
}

/** The first one ahead becomes the best candidate of its place. */
export function takeAhead(): void {
  resetBest();
  loadBest(aheadAt(Ahead.first));
  Ahead.first++;
}

/**
 * Makes the best candidate of the first pending one and those ahead that start there or before. False: two that start
 * alike cannot be told apart yet.
 */
export function chooseBest(): bool {
  let isChosen = true;
  loadBest(pendingAt(Pending.count - 1));
  for (let i = Ahead.first; i < Ahead.end; i++) {
    const record = aheadAt(i);
    const start = <usize>load<u32>(record);
    if (start > Best.start) continue;
    const end = <usize>load<u32>(record, C_END);
    if (start < Best.start) {
      isChosen = true;
    } else {
      if (isWithinPatience(start) && isUndecided(end, load<u8>(record, C_OPEN) != 0)) isChosen = false;
      if (end < Best.end || (end == Best.end && <u32>load<u16>(record, C_RULE) > Best.rule)) continue;
    }
    loadBest(record);
  }
  if (!isGuessed(Best.rule)) return isChosen;
  const waits = Ahead.waiting > Best.start && Best.end > Ahead.waiting && isWithinPatience(Best.start);
  chooseWithin();
  return isChosen && !waits;
}

/** Whether a rule knows its tokens by how they are put together only. */
export function isGuessed(rule: u32): bool {
  return load<u8>(ruleAt(rule), R_CHECK) == CHECK_ISSUED;
}

/** Makes the best candidate of the first one ahead that starts within it and that a rule knows: `user_ghp_…` is GitHub's. */
function chooseWithin(): void {
  const from = Best.start;
  const to = Best.end;
  for (let i = Ahead.first; i < Ahead.end; i++) {
    const record = aheadAt(i);
    const start = aheadStart(i);
    if (start <= from || start >= to || isGuessed(<u32>load<u16>(record, C_RULE))) continue;
    if (Best.start == from || start < Best.start || (start == Best.start && isLonger(record)))
      loadBest(record);
  }
}

/** Whether what starts where the best candidate does is longer, or as long and of a rule that comes before. */
function isLonger(record: usize): bool {
  const end = <usize>load<u32>(record, C_END);
  return end > Best.end || (end == Best.end && <u32>load<u16>(record, C_RULE) < Best.rule);
}

/** Whether more text may change how far what starts at `start` matches before it counts as decided. */
function isWithinPatience(start: usize): bool {
  return !Text.final && Text.limit <= start + DECISION_LIMIT;
}

/** Keeps for the next scan, which goes on at `from`, what was found before that. */
export function savePending(from: usize): void {
  const old = load<u32>(STATE + STATE_PENDING);
  if (Pending.count == 0 && old == 0) return;
  let count: u32 = 0;
  for (let i: u32 = 0; i < Pending.count; i++) {
    const record = pendingAt(i);
    if (<usize>load<u32>(record, C_PLACE) >= from) continue;
    const saved = savedAt(count++);
    memory.copy(saved, record, CANDIDATE_SIZE);
    store<u32>(saved, <u32>(load<u32>(record) - <u32>from));
    store<u32>(saved, <u32>(load<u32>(record, C_END) - <u32>from), C_END);
    store<u32>(saved, 0, C_PLACE);
  }
  store<u32>(STATE + STATE_PENDING, count);
  // Two sessions that know the same have the same state.
  for (; count < old; count++) memory.fill(savedAt(count), 0, CANDIDATE_SIZE);
}

// @inline
function savedAt(i: u32): usize {
  return <usize>STATE + STATE_PENDING + 4 + <usize>i * CANDIDATE_SIZE;
}

export function loadPending(from: usize): void {
  Pending.count = load<u32>(STATE + STATE_PENDING);
  for (let i: u32 = 0; i < Pending.count; i++) {
    const record = pendingAt(i);
    memory.copy(record, savedAt(i), CANDIDATE_SIZE);
    store<u32>(record, load<u32>(record) + <u32>from);
    store<u32>(record, load<u32>(record, C_END) + <u32>from, C_END);
  }
}
