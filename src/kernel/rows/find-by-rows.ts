// Runs the rows of joins and wrappers, which the program holds as automata over characters.
import {
  FORM_PERCENT,
  FORM_RAW,
  HARMLESS_AUTOMATA,
  HARMLESS_ROWS,
  HARMLESS_SIZE,
  P_BETWEEN,
  P_BETWEEN_WORDS,
  P_HARMLESS,
  P_VALUE_FIRST,
  P_WRAP_ROWS,
  P_WRAPS,
  PROGRAM,
  ROW_AHEAD,
  ROW_ANY,
  ROW_BARE_NAME,
  ROW_BEFORE,
  ROW_CAPITALS,
  ROW_EMPTY,
  ROW_FLAGS,
  ROW_KIND,
  ROW_LIST,
  ROW_NAME,
  ROW_NONE,
  ROW_OTHER_NAME,
  ROW_OVER_LINES,
  ROW_OWN_NAME,
  ROW_PAIR,
  ROW_SEPARATOR,
  ROW_SIZE,
  ROW_WORDS,
  VALUE_ANY,
} from "../abi";
import { ANY_SIGNS } from "../frames/any-signs";
import { forgetWords, WORDS, Words } from "../frames/plain-words";
import { Key } from "../names/key-state";
import { ruleOfName } from "../names/pair-name";
import { Char, readChar } from "../reading/character";
import { COLON, EQUALS } from "../reading/chars";
import { word } from "../reading/program-view";
import { skipLineEnd } from "../reading/skip";
import { CHANGES_MEMBER } from "../reading/state";
import { Text, undecided } from "../reading/text";
import { leaveWindow } from "../reading/window";
import {
  findAllBefores,
  fitsBefore,
  forgetBefores,
  isRuledOutBefore,
  joinRow,
  standsBefore,
} from "./befores";
import { Characters, getCharacter, MAX_BETWEEN, returnTo, startCharacters } from "./characters";
import { aliveRows } from "./harmless-rows";
import { closeValue, fitsAhead } from "./row-ahead";
import { fitsRow } from "./row-values";
import { MAX_BEHIND, MAX_MATCHES, Matches, matchAt, runForward } from "./run-row";
import { isInCapitals, runOverName } from "./tagged";

/** A long token that begins like a type's name is no wrapper, and must not wait for one. */
const MAX_WRAPPER: i32 = 128;

class Asked {
  static names: u64 = 0; // a bit for each pattern that the name is; 0: not asked
}

/** What a row can say instead of where the value is. */
export const NO_ROW: usize = 0;
export const NO_VALUE: usize = 1;

/** Returns where the value starts of the name that is closed before `p`: an address, NO_ROW or NO_VALUE. */
export function findByRows(p: usize, kind: u32): usize {
  startCharacters(p);
  forgetBefores();
  Asked.names = 0;
  forgetWords();
  let value = findByAutomaton(p, PROGRAM + word(P_BETWEEN), kind);
  const words = word(P_BETWEEN_WORDS);
  if (words != 0 && !undecided() && !isBehindSign(p)) {
    const farther = findByAutomaton(p, PROGRAM + words, kind);
    if (undecided()) {
      if (value > NO_VALUE) Key.value = value;
      return NO_ROW;
    }
    if (farther > value) value = farther;
    // Once more, as what is known of the value is that of the other row.
    else if (farther != NO_ROW) value = findByAutomaton(p, PROGRAM + word(P_BETWEEN), kind);
  }
  if (value > NO_VALUE) leaveWindow();
  const isSure = Key.wrap == ANY_SIGNS || (Key.wrap == WORDS && Words.isSure);
  return value > NO_VALUE && !isSure && isHarmless(p, value, kind) ? NO_VALUE : value;
}

/** Whether a separator follows the name that is closed before `p`: then no word does. */
function isBehindSign(p: usize): bool {
  returnTo(p);
  return getCharacter(0) && (Characters.symbol == COLON || Characters.symbol == EQUALS);
}

/** The same of the rows of one automaton. */
function findByAutomaton(p: usize, automaton: usize, kind: u32): usize {
  runForward(p, automaton, MAX_BETWEEN);
  if (!undecided()) return firstFitting(0, kind);
  keepOpen();
  return NO_ROW;
}

/** Whether a row that says so reads on over the value at `value` of the name that is closed before `p`. */
function isHarmless(p: usize, value: usize, kind: u32): bool {
  // A row that leads farther has not been decided: `password:\n  "…"`, at the end of that text.
  const isWaiting = undecided();
  const table: usize = PROGRAM + word(P_HARMLESS);
  const most = <i32>min(<usize>MAX_BETWEEN, value - p + MAX_BEHIND);
  returnTo(p);
  const alive = aliveRows(table);
  if (!v128.any_true(alive)) return false;
  let entry = table + HARMLESS_AUTOMATA;
  for (let left = load<u32>(table); left > 0; left--, entry += HARMLESS_SIZE) {
    if (!v128.any_true(v128.and(alive, v128.load(entry, HARMLESS_ROWS)))) continue;
    const names = load<u64>(entry, 8);
    if (names != 0 && (namesThatFit() & names) == 0) continue;
    runForward(p, PROGRAM + load<u32>(entry), most);
    if (undecided()) {
      Key.value = !isWaiting && skipLineEnd(value) != value ? Text.limit : value;
      return true;
    }
    if (firstFitting(value, kind) == NO_VALUE) return true;
  }
  return false;
}

/** Returns what the rows say that have matched from `least` on: an address, NO_ROW or NO_VALUE. */
function firstFitting(least: usize, kind: u32): usize {
  let nearest: usize = NO_ROW;
  for (let i = Matches.count - 1; i >= 0 && i >= Matches.count - MAX_MATCHES; i--) {
    const slot = matchAt(i);
    const value = <usize>load<u32>(slot);
    if (value < least) break;
    const list = <usize>load<u32>(slot, 4);
    const last = list + <usize>load<u16>(list) * 2;
    for (let entry = list + 2; entry <= last; entry += 2) {
      const row = joinRow(entry);
      const name = <u64>load<u8>(row, ROW_NAME);
      if (name != 0 && ((namesThatFit() >>> name) & 1) == 0) continue;
      if (isRuledOutBefore(load<u8>(row, ROW_BEFORE))) continue;
      const flags = <u32>load<u8>(row, ROW_FLAGS);
      if ((flags & ROW_CAPITALS) != 0 && !isInCapitals()) continue;
      if ((flags & ROW_BARE_NAME) != 0 && Key.code != 0) continue;
      const valueKind = <u32>load<u8>(row, ROW_KIND);
      if (valueKind == ROW_WORDS && Key.code == 0) Key.mayBeWords = true;
      if (Key.isOwn && isNone(valueKind)) continue;
      if (valueKind == ROW_EMPTY || valueKind == ROW_NONE) {
        if (!fitsBefore(load<u8>(row, ROW_BEFORE))) continue;
        return NO_VALUE;
      }
      // What stands before costs the most, and is looked at last; without it, the row has looked at nothing.
      const hitEnd = Text.hitEnd;
      const fits = fitsRow(row, value, kind) && fitsAhead(row, value, load<u16>(slot, 10));
      if (!fits && Text.hitEnd == hitEnd) continue;
      if (!fitsBefore(load<u8>(row, ROW_BEFORE))) {
        // Where a string begins, it may.
        if (fits && Key.mayBeWords) Key.mayEndWithFrame = true;
        Text.hitEnd = hitEnd;
        continue;
      }
      if (!fits) continue;
      if (valueKind == ROW_OWN_NAME || valueKind == ROW_OTHER_NAME) return NO_VALUE;
      closeValue(row, value);
      Key.sign = load<u8>(row, ROW_SEPARATOR);
      Key.isOverLines = (flags & ROW_OVER_LINES) != 0;
      Key.separator = load<u8>(slot, 8);
      Key.separatorCount = load<u32>(slot, 12);
      if ((flags & ROW_PAIR) == 0) return value;
      Key.changes = CHANGES_MEMBER;
      nearest = value;
    }
  }
  return nearest;
}

/** Returns a bit for each pattern that the whole name is, and 1. */
function namesThatFit(): u64 {
  if (Asked.names == 0) Asked.names = 1 | runOverName();
  return Asked.names;
}

/** Returns the rule of the name that stands after the value of the one that is closed before `p`, or -1. */
export function ruleBehindValue(p: usize): i32 {
  startCharacters(p);
  runForward(p, PROGRAM + word(P_VALUE_FIRST), MAX_BETWEEN);
  if (undecided()) return -1;
  for (let i = Matches.count - 1; i >= 0 && i >= Matches.count - MAX_MATCHES; i--) {
    const rule = ruleOfName(load<u32>(matchAt(i)));
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
  if (Matches.count == 0) {
    Key.value = Text.limit;
    return;
  }
  findAllBefores();
  const last = matchAt(Matches.count - 1);
  for (let i = Matches.count - 2; i >= 0 && i >= Matches.count - MAX_MATCHES; i--) {
    const slot = matchAt(i);
    if (hasAny(load<u32>(last, 4))) break;
    if (!isWithin(load<u32>(slot, 4), load<u32>(last, 4))) return;
  }
  const value = <usize>load<u32>(last);
  // At a line's end there is no value: it can only be on the next one.
  Key.value = skipLineEnd(value) != value ? Text.limit : value;
}

/** Whether a row of the list matches here whatever the value is: then none that is shorter counts. */
function hasAny(list: usize): bool {
  const last = list + <usize>load<u16>(list) * 2;
  for (let entry = list + 2; entry <= last; entry += 2) {
    const row = joinRow(entry);
    if (
      load<u8>(row, ROW_KIND) == ROW_ANY &&
      load<u8>(row, ROW_NAME) == 0 &&
      load<u8>(row, ROW_AHEAD) == 0 &&
      standsBefore(load<u8>(row, ROW_BEFORE))
    )
      return true;
  }
  return false;
}

/** Whether all rows of the list at `part` that can match here are in the one at `whole`; both ascend. */
function isWithin(part: usize, whole: usize): bool {
  const last = part + <usize>load<u16>(part) * 2;
  const lastOfWhole = whole + <usize>load<u16>(whole) * 2;
  let other = whole + 2;
  for (let entry = part + 2; entry <= last; entry += 2) {
    const number = <u32>load<u16>(entry);
    const row = joinRow(entry);
    if (!standsBefore(load<u8>(row, ROW_BEFORE))) continue;
    const flags = load<u8>(row, ROW_FLAGS);
    if ((flags & ROW_CAPITALS) != 0 && !isInCapitals()) continue;
    // Of a pair's members the nearest counts.
    if ((flags & ROW_PAIR) != 0) return false;
    while (other <= lastOfWhole && <u32>load<u16>(other) < number) other += 2;
    if (other > lastOfWhole || <u32>load<u16>(other) != number) return false;
  }
  return true;
}

function isPercentEncoded(p: usize): bool {
  readChar(p);
  return Char.form == FORM_PERCENT;
}

/** Returns the address after the wrapper at `p`, or `p`. */
export function skipWrapper(p: usize): usize {
  Key.isRawValue = Key.code == 0 && Key.separator == FORM_RAW;
  const inside = findInWrapper(p);
  Key.isRawValue = false;
  return inside;
}

function findInWrapper(p: usize): usize {
  startCharacters(p);
  runForward(p, PROGRAM + word(P_WRAPS), MAX_WRAPPER);
  for (let i = Matches.count - 1; i >= 0 && i >= Matches.count - MAX_MATCHES; i--) {
    const slot = matchAt(i);
    const value = <usize>load<u32>(slot);
    const list = <usize>load<u32>(slot, 4);
    const last = list + <usize>load<u16>(list) * 2;
    for (let entry = list + 2; entry <= last; entry += 2) {
      const row = PROGRAM + word(P_WRAP_ROWS) + <usize>load<u16>(entry) * ROW_SIZE;
      const separator = <u32>load<u8>(row, ROW_SEPARATOR);
      if (separator != 0 && separator != Key.sign) continue;
      if (!fitsRow(row, value, VALUE_ANY)) continue;
      if (!fitsAhead(row, value, load<u16>(slot, 10))) continue;
      // What is percent-encoded after a separator that is not is the value's: `password=b%27`.
      if (Key.code == 0 && Key.separator == FORM_RAW && isPercentEncoded(value)) continue;
      closeValue(row, value);
      Key.isWrapped = true;
      if ((load<u8>(row, ROW_FLAGS) & ROW_LIST) != 0) Key.isArray = true;
      return value;
    }
  }
  return p;
}
