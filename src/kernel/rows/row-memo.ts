// Names that stand close together have rows read the same characters again and again: at every eighth byte, a memo says
// how far an earlier run got from this (address, automaton, state) without a match, so that a later one goes on there. It
// holds for one scan and one frame, and says nothing that another run would not find out.
import { ROW_MEMO, ROW_MEMO_BITS, ROW_MEMO_SIZE } from "../abi";
import { Key } from "../names/key-state";
import { Text } from "../reading/text";
import { leaveWindow, readOnTo, Window } from "../reading/window";
import { Run } from "../shapes/dfa-memo";

/** A run that dies within so many characters needs no memo: from 24 on, `key={` took 400 steps a byte, from here 340. */
export const MEMO_FROM: i32 = 4;
/** Bytes between the places that are noted. */
const STEP: usize = 8;

// An entry: two keys u64 each, the frame's bounds u32 each, how far u32, the state there u16, characters u16, and a bit for
// each pattern that has matched on the way u64, and how far was read u32, 0: it cannot be said.

/** Places that the run came by: address u32, characters so far u16, state u16, and what has matched since u64. */
const POINT: usize = 16;
const MOST_POINTS: u32 = 24;
const POINTS: usize = memory.data(16 * 24, 8);

export class RowMemo {
  static points: u32 = 0;
  /** Where the run goes on: the address, the state there, and how many characters lie between. */
  static to: usize = 0;
  static state: u32 = 0;
  static count: i32 = 0;
  static matched: u64 = 0;
}

/** Begins a run, or forgets the places of one that depends on more than a memo knows. */
// @inline
export function startPoints(): void {
  RowMemo.points = 0;
}

/** Whether ways are noted from `p` on. */
// @inline
export function isPoint(p: usize): bool {
  return (p & (STEP - 1)) == 0;
}

// @inline
function keyOf(automaton: usize, p: usize): u64 {
  return ((<u64>automaton) << 32) | <u64>p;
}

/** What else a run depends on: the state, the quote that encloses the name, and in which scan. */
// @inline
function contextOf(state: u32): u64 {
  const quote = (Key.code << 12) | ((<u32>Key.form) << 8) | (min(Key.count, 255) & 255);
  return ((<u64>quote) << 32) | <u64>((state << 13) | Run.generation);
}

/** A name is looked at on its line and in its string, by turns: what is known of one is not where the other's is. */
// @inline
function slotOf(key: u64, state: u32): usize {
  const place = <u32>key + ((<u32>Text.begin) << 4);
  const hash = (place * 0x9e3779b1) ^ (<u32>(key >>> 32) * 0x85ebca6b) ^ (state * 0xc2b2ae35);
  return <usize>ROW_MEMO + <usize>(hash >>> (32 - ROW_MEMO_BITS)) * ROW_MEMO_SIZE;
}

/**
 * Whether an earlier run has come by here, the `i`th character, which is at `p`, and found nothing from here up to
 * `RowMemo.to`. The place is noted: from it, this run may get farther.
 */
export function recallRun(automaton: usize, state: u32, p: usize, i: i32): bool {
  if (Key.count > 255) return false;
  if (RowMemo.points < MOST_POINTS) {
    const point = POINTS + <usize>RowMemo.points * POINT;
    store<u32>(point, <u32>p);
    store<u16>(point, i, 4);
    store<u16>(point, state, 6);
    store<u64>(point, 0, 8);
    RowMemo.points++;
  }
  const key = keyOf(automaton, p);
  const slot = slotOf(key, state);
  if (
    load<u64>(slot) != key ||
    load<u64>(slot, 8) != contextOf(state) ||
    <usize>load<u32>(slot, 16) != Text.begin ||
    <usize>load<u32>(slot, 20) != Text.limit
  )
    return false;
  const last = <usize>load<u32>(slot, 40);
  if (last == 0) leaveWindow();
  else readOnTo(last);
  RowMemo.to = load<u32>(slot, 24);
  RowMemo.state = load<u16>(slot, 28);
  RowMemo.count = load<u16>(slot, 30);
  RowMemo.matched = load<u64>(slot, 32);
  return true;
}

/** The patterns have matched after all noted places. */
export function noteMatched(patterns: u64): void {
  for (let n: u32 = 0; n < RowMemo.points; n++) {
    const point = POINTS + <usize>n * POINT;
    store<u64>(point, load<u64>(point, 8) | patterns, 8);
  }
}

/** From the noted places on nothing was found up to the `i`th character, which is at `to`; the state is `state` there. */
// @inline
export function rememberRun(automaton: usize, to: usize, state: u32, i: i32): void {
  if (RowMemo.points != 0) rememberPoints(automaton, to, state, i);
}

function rememberPoints(automaton: usize, to: usize, state: u32, i: i32): void {
  // What depends on the text's end does not hold for a longer one.
  if (Text.hitEnd) RowMemo.points = 0;
  const last = Window.first == 0 ? 0 : max(Window.last, to);
  for (let n: u32 = 0; n < RowMemo.points; n++) {
    const point = POINTS + <usize>n * POINT;
    const own = <u32>load<u16>(point, 6);
    const key = keyOf(automaton, load<u32>(point));
    const slot = slotOf(key, own);
    store<u64>(slot, key);
    store<u64>(slot, contextOf(own), 8);
    store<u32>(slot, <u32>Text.begin, 16);
    store<u32>(slot, <u32>Text.limit, 20);
    store<u32>(slot, <u32>to, 24);
    store<u16>(slot, state, 28);
    store<u16>(slot, i - load<u16>(point, 4), 30);
    store<u64>(slot, load<u64>(point, 8), 32);
    store<u32>(slot, <u32>last, 40);
  }
  RowMemo.points = 0;
}
