// Runs the rows of joins and wrappers, which the program holds as automata over characters.
import {
  FORM_PERCENT,
  P_BETWEEN,
  P_HARMLESS,
  P_JOINS,
  P_VALUE_FIRST,
  P_WRAP_ROWS,
  P_WRAPS,
  PROGRAM,
  ROW_AHEAD,
  ROW_ANY,
  ROW_BEFORE,
  ROW_CAPITALS,
  ROW_EMPTY,
  ROW_FLAGS,
  ROW_KIND,
  ROW_LIST,
  ROW_NAME,
  ROW_NONE,
  ROW_OTHER_NAME,
  ROW_OWN_NAME,
  ROW_PAIR,
  ROW_SEPARATOR,
  ROW_SIZE,
  SYMBOL_LINE,
  SYMBOL_UNKNOWN,
  VALUE_ANY,
} from "../abi";
import { Key } from "../names/key-state";
import { ruleOfName } from "../names/pair-name";
import { Char } from "../reading/character";
import { COLON, COMMA, EQUALS } from "../reading/chars";
import { word } from "../reading/program-view";
import { skipLineEnd } from "../reading/skip";
import { CHANGES_MEMBER } from "../reading/state";
import { Text, undecided } from "../reading/text";
import { closeValue, fitsAhead, fitsRow } from "./row-values";
import { Position, symbolAt } from "./symbols";
import { isInCapitals, isLast, listOf, nextState, runBackward, runOverName } from "./tagged";

/** So many characters may stand between a name and its value. */
const MAX_BETWEEN: i32 = 512;
/** What stands behind the place of a value tells in so many characters that there is none: a longer token goes out. */
const MAX_BEHIND: i32 = 192;
/** A long token that begins like a type's name is no wrapper, and must not wait for one. */
const MAX_WRAPPER: i32 = 128;

/** The places where rows have matched, the last ones: address, list, how the separator before it was written. */
const MAX_ACCEPTS: i32 = 32;
const ACCEPTS: usize = memory.data(512);

class Run {
  static accepts: i32 = 0;
  static befores: u64 = 0; // a bit for each pattern before the name, once they have run
  static names: u64 = 0; // the same of the name
  static isOwn: bool = false; // the name is a user's own
}

// @inline
function acceptAt(i: i32): usize {
  return ACCEPTS + ((<usize>i & (MAX_ACCEPTS - 1)) << 4);
}

/** What a row can say instead of where the value is. */
export const NO_ROW: usize = 0;
export const NO_VALUE: usize = 1;

/**
 * Returns where the value starts of the name that is closed before `p`: an address, NO_ROW or NO_VALUE.
 *
 * @param isOwn The name is a user's own: whatever stands there is its value
 */
export function findByRows(p: usize, kind: u32, isOwn: bool): usize {
  runForward(PROGRAM + word(P_BETWEEN), p, MAX_BETWEEN);
  if (undecided()) {
    keepOpen();
    return NO_ROW;
  }
  Run.befores = 0;
  Run.names = 0;
  Run.isOwn = isOwn;
  const value = firstFitting(0, kind);
  return value > NO_VALUE && isHarmless(p, value, kind) ? NO_VALUE : value;
}

/** Whether a row that says so reads on over the value at `value` of the name that is closed before `p`. */
function isHarmless(p: usize, value: usize, kind: u32): bool {
  const automata: usize = PROGRAM + word(P_HARMLESS);
  for (let i: usize = <usize>load<u32>(automata); i > 0; i--) {
    runForward(
      PROGRAM + load<u32>(automata + i * 4),
      p,
      <i32>min(<usize>MAX_BETWEEN, value - p + MAX_BEHIND),
    );
    if (undecided()) {
      Key.value = skipLineEnd(value) != value ? Text.limit : value;
      return true;
    }
    if (firstFitting(value, kind) == NO_VALUE) return true;
  }
  return false;
}

/** Returns what the rows say that have matched from `least` on: an address, NO_ROW or NO_VALUE. */
function firstFitting(least: usize, kind: u32): usize {
  let nearest: usize = NO_ROW;
  for (let i = Run.accepts - 1; i >= 0 && i >= Run.accepts - MAX_ACCEPTS; i--) {
    const slot = acceptAt(i);
    const value = <usize>load<u32>(slot);
    if (value < least) break;
    const list = <usize>load<u32>(slot, 4);
    const length = <usize>load<u8>(list);
    for (let j: usize = 1; j <= length; j++) {
      const row = PROGRAM + word(P_JOINS) + <usize>load<u8>(list + j) * ROW_SIZE;
      const before = <u64>load<u8>(row, ROW_BEFORE);
      if (before != 0) {
        if (Run.befores == 0) Run.befores = 1 | runBackward();
        if (((Run.befores >>> before) & 1) == 0) continue;
      }
      const name = <u64>load<u8>(row, ROW_NAME);
      if (name != 0) {
        if (Run.names == 0) Run.names = 1 | runOverName();
        if (((Run.names >>> name) & 1) == 0) continue;
      }
      if ((load<u8>(row, ROW_FLAGS) & ROW_CAPITALS) != 0 && !isInCapitals()) continue;
      const valueKind = <u32>load<u8>(row, ROW_KIND);
      if (valueKind == ROW_EMPTY) return NO_VALUE;
      if (Run.isOwn && isNone(valueKind)) continue;
      if (valueKind == ROW_NONE) return NO_VALUE;
      if (!fitsRow(valueKind, value, kind) || !fitsAhead(row, value)) continue;
      if (valueKind == ROW_OWN_NAME || valueKind == ROW_OTHER_NAME) return NO_VALUE;
      closeValue(row, value);
      Key.sign = load<u8>(row, ROW_SEPARATOR);
      Key.separator = load<i32>(slot, 8);
      Key.separatorCount = load<u32>(slot, 12);
      if ((load<u8>(row, ROW_FLAGS) & ROW_PAIR) == 0) return value;
      Key.changes = CHANGES_MEMBER;
      nearest = value;
    }
  }
  return nearest;
}

/** Returns the rule of the name that stands behind the value of the one that is closed before `p`, or -1. */
export function ruleBehindValue(p: usize): i32 {
  runForward(PROGRAM + word(P_VALUE_FIRST), p, MAX_BETWEEN);
  if (undecided()) return -1;
  for (let i = Run.accepts - 1; i >= 0 && i >= Run.accepts - MAX_ACCEPTS; i--) {
    const rule = ruleOfName(load<u32>(acceptAt(i)));
    if (rule >= 0) return rule;
  }
  return -1;
}

function isNone(valueKind: u32): bool {
  return valueKind == ROW_NONE || valueKind == ROW_OWN_NAME || valueKind == ROW_OTHER_NAME;
}

/**
 * While more text may still change what matches, the output goes on to where a value can start at the earliest: a
 * prompt, `Password: `, is seen before it is answered. Where all rows that have matched have also matched at the last
 * place, that is it; without any, it is what has not arrived.
 */
function keepOpen(): void {
  if (Run.accepts == 0) {
    Key.value = Text.limit;
    return;
  }
  const befores = runBackward();
  const last = acceptAt(Run.accepts - 1);
  for (let i = Run.accepts - 2; i >= 0 && i >= Run.accepts - MAX_ACCEPTS; i--) {
    const slot = acceptAt(i);
    if (hasAny(load<u32>(last, 4), befores)) break;
    if (!isWithin(load<u32>(slot, 4), load<u32>(last, 4), befores)) return;
  }
  const value = <usize>load<u32>(last);
  // At a line's end there is no value: it can only be on the next one.
  Key.value = skipLineEnd(value) != value ? Text.limit : value;
}

/** Whether a row of the list matches here whatever the value is: then none that is shorter counts. */
function hasAny(list: usize, befores: u64): bool {
  const length = <usize>load<u8>(list);
  for (let j: usize = 1; j <= length; j++) {
    const row = PROGRAM + word(P_JOINS) + <usize>load<u8>(list + j) * ROW_SIZE;
    const before = <u64>load<u8>(row, ROW_BEFORE);
    if (
      load<u8>(row, ROW_KIND) == ROW_ANY &&
      load<u8>(row, ROW_NAME) == 0 &&
      load<u8>(row, ROW_AHEAD) == 0 &&
      (before == 0 || ((befores >>> before) & 1) != 0)
    )
      return true;
  }
  return false;
}

/** Whether all rows of the list at `part` that can match here are in the one at `whole`; both ascend. */
function isWithin(part: usize, whole: usize, befores: u64): bool {
  const length = <usize>load<u8>(part);
  const most = <usize>load<u8>(whole);
  let k: usize = 1;
  for (let j: usize = 1; j <= length; j++) {
    const number = <u32>load<u8>(part + j);
    const row = PROGRAM + word(P_JOINS) + <usize>number * ROW_SIZE;
    const before = <u64>load<u8>(row, ROW_BEFORE);
    if (before != 0 && ((befores >>> before) & 1) == 0) continue;
    const flags = load<u8>(row, ROW_FLAGS);
    if ((flags & ROW_CAPITALS) != 0 && !isInCapitals()) continue;
    // Of a pair's members the nearest counts.
    if ((flags & ROW_PAIR) != 0) return false;
    while (k <= most && <u32>load<u8>(whole + k) < number) k++;
    if (k > most || <u32>load<u8>(whole + k) != number) return false;
  }
  return true;
}

/** Returns the address after the wrapper at `p`, or `p`. */
export function skipWrapper(p: usize): usize {
  runForward(PROGRAM + word(P_WRAPS), p, MAX_WRAPPER);
  for (let i = Run.accepts - 1; i >= 0 && i >= Run.accepts - MAX_ACCEPTS; i--) {
    const slot = acceptAt(i);
    const value = <usize>load<u32>(slot);
    const list = <usize>load<u32>(slot, 4);
    const length = <usize>load<u8>(list);
    for (let j: usize = 1; j <= length; j++) {
      const row = PROGRAM + word(P_WRAP_ROWS) + <usize>load<u8>(list + j) * ROW_SIZE;
      const separator = <u32>load<u8>(row, ROW_SEPARATOR);
      if (separator != 0 && separator != Key.sign) continue;
      const kind = <u32>load<u8>(row, ROW_KIND);
      if (kind != ROW_ANY && !fitsRow(kind, value, VALUE_ANY)) continue;
      if (!fitsAhead(row, value)) continue;
      closeValue(row, value);
      Key.isWrapped = true;
      if ((load<u8>(row, ROW_FLAGS) & ROW_LIST) != 0) Key.isArray = true;
      return value;
    }
  }
  return p;
}

/** Runs `automaton` over at most `most` characters from `p` on and notes where rows match. */
function runForward(automaton: usize, p: usize, most: i32): void {
  Run.accepts = 0;
  let form: i32 = 0;
  let count: u32 = 0;
  let hasSeparator = false;
  let state: u32 = 1;
  for (let i = 0; i < most; i++) {
    if (Run.accepts == 1 && most > i + MAX_BEHIND) most = i + MAX_BEHIND;
    if (p >= Text.limit && isLast(automaton, state)) return;
    let symbol = symbolAt(p);
    const isEnd = p >= Text.limit;
    // What is percent-encoded behind a separator that is not, `a=%3Db`, is the value's.
    const isMore = Char.form == FORM_PERCENT && (form != FORM_PERCENT || Char.count > count);
    if (isEnd) {
      if (!Text.final) return;
      symbol = SYMBOL_LINE;
      Position.next = p;
    } else if (hasSeparator && isMore) {
      symbol = SYMBOL_UNKNOWN;
    } else if (symbol == COLON || symbol == EQUALS || symbol == COMMA) {
      hasSeparator = true;
      form = Char.form;
      count = Char.count;
    }
    state = nextState(automaton, state, symbol);
    if (state == 0) return;
    p = Position.next;
    const list = listOf(automaton, state);
    if (list != 0) {
      const slot = acceptAt(Run.accepts);
      store<u32>(slot, <u32>p);
      store<u32>(slot, <u32>list, 4);
      store<i32>(slot, form, 8);
      store<u32>(slot, count, 12);
      Run.accepts++;
    }
    if (isEnd) return;
  }
}
