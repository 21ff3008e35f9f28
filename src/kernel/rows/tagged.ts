// An automaton of rows: its states, which rows have matched in each, and its runs before a name and over it.
import {
  P_BEFORE,
  P_ROW_NAMES,
  P_ROW_NAMES_EXACT,
  PROGRAM,
  SYMBOL_LINE,
  SYMBOL_OTHER_QUOTE,
  SYMBOL_OWN_QUOTE,
  SYMBOL_UNKNOWN,
  TAGGED_CLASSES,
  TAGGED_ROW,
  TAGGED_STATES,
} from "../abi";
import { Frame } from "../frames/frame";
import { Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { GREATER, isUpper, LESS, SEMICOLON, UNDERSCORE } from "../reading/chars";
import { word } from "../reading/program-view";
import { BLANK, is, Text } from "../reading/text";
import { loadAhead, readOnTo } from "../reading/window";
import { readyRows } from "../shapes/folded-automaton";
import { isPoint, MEMO_FROM, noteMatched, RowMemo, recallRun, rememberRun, startPoints } from "./row-memo";
import { Position, symbolBefore } from "./symbols";

/** Patterns before a name reach so far back. */
const MAX_BEFORE: i32 = 200;
/** The memo notes a way from so many places at once. */
const POINTS_BACK: u32 = 4;

// @inline
function rowOf(automaton: usize, state: u32): usize {
  return automaton + TAGGED_STATES + <usize>(state * (load<u32>(automaton) + TAGGED_ROW)) * 2;
}

/** Returns the state after `symbol`; 0: nothing can match any more. */
export function nextState(automaton: usize, state: u32, symbol: u32): u32 {
  const symbolClass = <usize>load<u8>(automaton + TAGGED_CLASSES + symbol);
  return load<u16>(rowOf(automaton, state) + (TAGGED_ROW + symbolClass) * 2);
}

/** Returns the list of the rows that have matched in `state`, u16 each, of which the first is its length; 0: none has. */
export function listOf(automaton: usize, state: u32): usize {
  const list = <usize>load<u16>(rowOf(automaton, state));
  return list == 0 ? 0 : PROGRAM + load<u32>(automaton, 4) + list * 2;
}

/** Returns the number of the characters over which a run stays in `state`, 0: they are few. */
// @inline
export function loopOf(automaton: usize, state: u32): u32 {
  return load<u16>(rowOf(automaton, state), 4);
}

// @inline
function setOfLoop(automaton: usize, loop: u32): usize {
  return PROGRAM + load<u32>(automaton, 12) + ((<usize>loop) << 4);
}

/** Whether the byte at `p` is one of those of `loop`: most often the first one is not. */
// @inline
export function isInLoop(automaton: usize, loop: u32, p: usize): bool {
  if (p >= Text.limit) return false;
  const c = <u32>load<u8>(p);
  return c < 128 && ((<u32>load<u8>(setOfLoop(automaton, loop) + (c & 15)) >>> (c >>> 4)) & 1) != 0;
}

/** Returns the address of the first byte from `p` on that is none of those of `loop`, `end` at the latest. */
export function skipLoop(automaton: usize, loop: u32, p: usize, end: usize): usize {
  const byLow = v128.load(setOfLoop(automaton, loop));
  const byHigh = v128(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0);
  const nibble = i8x16.splat(15);
  for (; p < end; p += 16) {
    const v = loadAhead(p);
    const kinds = v128.and(
      i8x16.swizzle(byLow, v128.and(v, nibble)),
      i8x16.swizzle(byHigh, v128.and(i16x8.shr_u(v, 4), nibble)),
    );
    const others = i8x16.bitmask(i8x16.eq(kinds, i8x16.splat(0)));
    if (others != 0) return min(p + <usize>ctz(others), end);
  }
  return end;
}

/** Whether nothing can match after `state`: what has matched there waits for no more text. */
// @inline
export function isLast(automaton: usize, state: u32): bool {
  return load<u16>(rowOf(automaton, state), 2) == 0;
}

/** Returns a bit for each pattern that can match after `state`, the first one's is 2. */
function reach(automaton: usize, state: u32): u64 {
  return load<u64>(PROGRAM + load<u32>(automaton, 8) + <usize>load<u16>(rowOf(automaton, state), 2) * 8);
}

/** Returns a bit for each pattern that has matched in `state`, the first one's is 2. */
export function accepted(automaton: usize, state: u32): u64 {
  const list = state == 0 ? 0 : listOf(automaton, state);
  if (list == 0) return 0;
  let found: u64 = 0;
  const last = list + <usize>load<u16>(list) * 2;
  for (let entry = list + 2; entry <= last; entry += 2) found |= (<u64>1) << (<u64>load<u16>(entry) + 1);
  return found;
}

/** Between a name and the end of its element are no more. */
const BLANKS_BEFORE_TAG: usize = 16;

/** Whether "<" stands at `p`, after blanks. */
function isBeforeTag(p: usize): bool {
  let q = p;
  for (const most = min(Text.limit, p + BLANKS_BEFORE_TAG); q < most && is(load<u8>(q), BLANK); ) q++;
  readOnTo(q);
  return q < Text.limit && load<u8>(q) == LESS;
}

/** Returns a bit for each of the `wanted` patterns of a group that stand before the name; perhaps others', too. */
export function runBackward(group: u32, wanted: u64): u64 {
  const offset = load<u32>(PROGRAM + word(P_BEFORE) + ((<usize>group) << 2));
  if (offset == 0) return 0;
  const automaton: usize = PROGRAM + offset;
  readyRows(automaton);
  let state: u32 = 1;
  let found: u64 = 0;
  let p = Name.start;
  const isElement = isBeforeTag(Key.nameEnd);
  // Nothing in the string that the name ends counts, or what a memo says.
  const hasMemo = Frame.nameString == 0 && !isElement;
  startPoints();
  for (let i = 0; i < MAX_BEFORE; i++) {
    if (hasMemo && i >= MEMO_FROM && isPoint(p)) {
      // What matches beyond the reach of this run is none, so the ways that are noted are short.
      if (RowMemo.points == POINTS_BACK) rememberRun(automaton, p, state, i);
      if (recallRun(automaton, state, p, i) && i + RowMemo.count < MAX_BEFORE) {
        state = RowMemo.state;
        i += RowMemo.count;
        p = RowMemo.to;
        found |= RowMemo.matched;
        noteMatched(RowMemo.matched);
        rememberRun(automaton, p, state, i);
        if (state == 0 || (reach(automaton, state) & wanted & ~found) == 0) break;
      }
    }
    let symbol = symbolBefore(p);
    // `<td>&lt;td&gt;password</td>`: in an element's text, a bracket that is escaped is text.
    if (isElement && (symbol == LESS || symbol == GREATER) && load<u8>(p - 1) == SEMICOLON)
      symbol = SYMBOL_UNKNOWN;
    // A string begins after its quote, and reads like a line's start.
    if (p <= Text.begin) startPoints();
    if (p <= Text.begin && Frame.isString) {
      found |= accepted(automaton, nextState(automaton, state, SYMBOL_OTHER_QUOTE));
    }
    state = nextState(automaton, state, symbol);
    if (state == 0) {
      rememberRun(automaton, p, 0, i);
      break;
    }
    // What stands in the string that the name ends leads to no value outside of it.
    if (Frame.nameString == 0 || Position.next < Frame.nameString) {
      const matched = accepted(automaton, state);
      if (matched != 0) noteMatched(matched);
      found |= matched;
    }
    if (Position.next == p || (reach(automaton, state) & wanted & ~found) == 0) break;
    p = Position.next;
  }
  return found;
}

/** Returns a bit for each pattern that the name is, from its start to its end. */
export function runOverName(): u64 {
  return runOver(word(P_ROW_NAMES)) | runOver(word(P_ROW_NAMES_EXACT));
}

function runOver(offset: usize): u64 {
  if (offset == 0) return 0;
  const automaton: usize = PROGRAM + offset;
  readyRows(automaton);
  let state: u32 = 1;
  for (let p = Name.start; p < Key.nameEnd && state != 0; p++) {
    state = nextState(automaton, state, load<u8>(p));
  }
  return accepted(automaton, state);
}

/** Whether the name is in capitals: `PASSWORD`, `SECRET_ACCESS_KEY`. */
export function isInCapitals(): bool {
  for (let p = Name.start; p < Key.nameEnd; p++) {
    if (!isUpper(load<u8>(p)) && load<u8>(p) != UNDERSCORE) return false;
  }
  return true;
}

// @inline
export function isQuoteSymbol(symbol: u32): bool {
  return symbol == SYMBOL_OWN_QUOTE || symbol == SYMBOL_OTHER_QUOTE;
}

/** Whether a row matches where the string around ends at the quote that follows, and its text with it. */
export function mayEndAtQuote(automaton: usize, state: u32): bool {
  const next = nextState(automaton, state, SYMBOL_LINE);
  return next != 0 && listOf(automaton, next) != 0;
}
