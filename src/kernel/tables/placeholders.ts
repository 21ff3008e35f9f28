// Which placeholders of a statement are secret: `password = ?`, `(name, password) VALUES ($1, $2)`.
import { LIST_SQL_VERB } from "../abi-words";
import { wholeName } from "../names/sensitive-name";
import { BOUND_BACK_MOST, BOUND_ROWS_MOST } from "../reading/bounds";
import { Char, codeBefore, isQuote, readChar, startBefore } from "../reading/character";
import {
  AT,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DIGIT_0,
  DOLLAR,
  EQUALS,
  isDigit,
  isNewline,
  LOWER_P,
  LOWER_S,
  OPEN_PAREN,
  PERCENT,
  QUESTION,
  SEMICOLON,
} from "../reading/chars";
import { isOfCell } from "../reading/program-view";
import { backOverSpace, skipSpace } from "../reading/skip";
import { ALNUM, at, BLANK, classOf, END, fold, is, MAYBE_END, NAME, Text } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { bareEnd, skipName, stringEnd } from "./sql-cell";

export const BINDINGS_LIST: u32 = 32;

/** What a statement binds, read so far. */
export class Bindings {
  /** A bit for each secret value. */
  static secret: u32 = 0;
  /** The number of the next placeholder that has none of its own. */
  static next: u32 = 0;
  /** How many there are, by their numbers. */
  static count: u32 = 0;
  /** Blanks stand between the values of the list that was found. */
  static isSpaced: bool = false;
  /** The word that begins the first of the values where each has a line of its own; 0: none has. */
  static line: usize = 0;
}

/** Whether the value under the name that ends before `end` is one of those that need no judging. */
export function isSecretColumn(end: usize): bool {
  const rule = wholeName(end);
  return rule >= 0 && isOfCell(<u32>rule);
}

/** The number of one digit or two at `p`. */
export function numberAfter(p: usize): u32 {
  const number = at(p) - DIGIT_0;
  return isDigit(at(p + 1)) ? number * 10 + at(p + 1) - DIGIT_0 : number;
}

/** Length of the placeholder at `p` (`?`, `%s`, `$1`, `:1`), 0: none. It is counted; the secret one's bit is set. */
function countPlaceholder(p: usize, isSecret: bool): usize {
  const c = at(p);
  let length: usize = 0;
  let number = Bindings.next;
  if (c == QUESTION || (c == PERCENT && at(p + 1) == LOWER_S)) {
    length = c == QUESTION ? 1 : 2;
    // `?1` of H2 and SQLite
    if (c == QUESTION && isDigit(at(p + 1))) {
      length = 2;
      number = at(p + 1) - DIGIT_0 - 1;
    }
    Bindings.next++;
  } else if (c == AT && fold(at(p + 1)) == LOWER_P && isDigit(at(p + 2))) {
    // @p0 of .NET
    length = isDigit(at(p + 3)) ? 4 : 3;
    number = numberAfter(p + 2);
  } else if ((c == DOLLAR || c == COLON) && isDigit(at(p + 1))) {
    length = isDigit(at(p + 2)) ? 3 : 2;
    number = numberAfter(p + 1) - 1;
  }
  if (length == 0 || is(at(p + length), ALNUM)) return 0;
  if (isSecret && number < BINDINGS_LIST) Bindings.secret |= 1 << number;
  if (number < BINDINGS_LIST) Bindings.count = max(Bindings.count, number + 1);
  return length;
}

/**
 * Reads the rows of placeholders whose first value is at `p`; a bit of `columns` is a secret column. Returns the address
 * after the last row, 0 if a secret column has a value of its own there or none is secret.
 */
export function skipBoundRows(p: usize, columns: u32): usize {
  Bindings.secret = 0;
  Bindings.next = 0;
  Bindings.count = 0;
  let column: u32 = 0;
  for (const most = p + BOUND_ROWS_MOST; p < most; ) {
    p = skipSpace(p);
    const isSecret = column < BINDINGS_LIST && ((columns >>> column) & 1) != 0;
    let end = p + countPlaceholder(p, isSecret);
    if (end == p) {
      readChar(p);
      const isString = isQuote(Char.code);
      if (isSecret && (isString || at(skipName(p)) == OPEN_PAREN)) return 0;
      end = isString ? stringEnd(p + Char.length, Char.code, Char.form, Char.count) : bareEnd(p);
      if (end <= p) return 0;
    }
    p = skipSpace(end);
    column++;
    if (at(p) == CLOSE_PAREN) {
      const next = skipSpace(p + 1);
      const first = at(next) == COMMA ? skipSpace(next + 1) : 0;
      if (first == 0 || at(first) != OPEN_PAREN) return Bindings.secret != 0 ? p + 1 : 0;
      p = first;
      column = 0;
    } else if (at(p) != COMMA) {
      return 0;
    }
    p++;
  }
  return 0;
}

/** Reads the placeholder at `p`, the value of a secret name; returns the address after it, 0 if there is none. */
export function skipBoundValue(p: usize): usize {
  Bindings.secret = 0;
  Bindings.next = countBefore(p);
  Bindings.count = Bindings.next;
  if (Bindings.next == BINDINGS_LIST) return 0;
  const length = countPlaceholder(p, true);
  if (length == 0 || Bindings.secret == 0) return 0;
  // `$6$…` is a hash of a password.
  return (classOf(at(p + length)) & (END | MAYBE_END)) != 0 ? p + length : 0;
}

/** How many placeholders like the one at `p` stand before it on its line; BINDINGS_LIST: too far to be seen. */
function countBefore(p: usize): u32 {
  const c = at(p);
  let count: u32 = 0;
  if (c != QUESTION && c != PERCENT) return 0;
  for (let q = p; q > Text.begin; ) {
    if (p - q >= BOUND_BACK_MOST) return BINDINGS_LIST;
    q--;
    const before = <u32>load<u8>(q);
    // The statement begins its string.
    if (isQuote(before) && lengthOfListed(LIST_SQL_VERB, q + 1) != 0) break;
    // A statement over lines is indented.
    if (isNewline(before) && !is(at(q + 1), BLANK)) break;
    if (before == c && (c == QUESTION || at(q + 1) == LOWER_S)) count++;
  }
  return min(count, BINDINGS_LIST);
}

/** Counts the placeholders that start in [p, end). */
export function countPlaceholders(p: usize, end: usize): void {
  for (; p < end; p++) {
    const c = at(p);
    const isStart = c == QUESTION || c == PERCENT || c == DOLLAR || c == COLON || c == AT;
    if (isStart) countPlaceholder(p, isSecretBefore(p));
  }
}

/** Notes which of the placeholders in the statement [p, end) are secret. */
export function readPlaceholders(p: usize, end: usize): void {
  Bindings.secret = 0;
  Bindings.next = 0;
  Bindings.count = 0;
  let lines = 0;
  let q = p;
  for (; q < end; q++) {
    const c = at(q);
    if (c == 0 || c == SEMICOLON) break;
    // A statement over lines is indented.
    if (isNewline(c) && !is(at(q + 1), BLANK) && ++lines > 2) break;
  }
  countPlaceholders(p, q);
}

/** Whether a secret name and an equals sign stand before `p`. */
export function isSecretBefore(p: usize): bool {
  let q = backOverSpace(p, Text.begin);
  if (q == Text.begin || load<u8>(q - 1) != EQUALS) return false;
  q = backOverSpace(q - 1, Text.begin);
  if (q > Text.begin && isQuote(codeBefore(q))) q = startBefore(q);
  // [Password] of SQL Server
  if (q > Text.begin && load<u8>(q - 1) == CLOSE_BRACKET) q--;
  return q > Text.begin && is(fold(load<u8>(q - 1)), NAME) && isSecretColumn(q);
}
