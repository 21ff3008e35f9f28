// Values that a statement binds, each on a line of its own after it:
//
//   binding parameter (2:VARCHAR) <- [marzipan-otter-4]
//   binding parameter [2] as [VARCHAR] - [marzipan-otter-4]
//   stmt.setString(2, "marzipan-otter-4")
//   Bind parameter [1] to: marzipan-otter-4
import { SPAN_FIRST, SPAN_LAST } from "../abi";
import { LIST_SETTER, LIST_SQL_BINDINGS } from "../abi-words";
import { BINDINGS_MOST, ROW_MOST, WORD_MOST } from "../reading/bounds";
import { Char, isQuote, readChar } from "../reading/character";
import {
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DIGIT_0,
  HYPHEN,
  isDigit,
  isNewline,
  OPEN_BRACKET,
  OPEN_PAREN,
  SPACE,
} from "../reading/chars";
import { skipBlanks, skipLineEnd } from "../reading/skip";
import { addSpan } from "../reading/spans";
import { BOUND, endRows, Rows } from "../reading/table-state";
import { at, is, Text, undecided, WORD } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { isInnocent } from "../shapes/placeholder";
import { stringEnd } from "./sql-cell";

/** Between the number of a value and the value. */
const TYPE_MOST: usize = 64;

class Bound {
  /** The first value has 0. */
  static number: u32 = 0;
  static start: usize = 0;
  static end: usize = 0;
}

/** Reads the value whose number stands after the word that goes on at `p`. Returns whether all of it is there. */
export function readBound(p: usize): bool {
  let q = p;
  for (const most = p + WORD_MOST; q < most && is(at(q), WORD); ) q++;
  q = skipBlanks(q);
  if (at(q) != OPEN_BRACKET && at(q) != OPEN_PAREN) return false;
  const digits = ++q;
  let number: u32 = 0;
  while (q < digits + 2 && isDigit(at(q))) number = number * 10 + at(q++) - DIGIT_0;
  if (q == digits) return false;
  const c = at(q);
  const value = c == CLOSE_BRACKET ? behindWord(q + 1) : 0;
  if (value != 0) {
    // Counted from 0.
    Bound.number = number;
    return readToLineEnd(value);
  }
  if (number == 0) return false;
  Bound.number = number - 1;
  if (c == COMMA) return readString(skipBlanks(q + 1));
  return (c == COLON || c == CLOSE_BRACKET) && readInBrackets(q);
}

/** Returns the address after a word and a colon at `p`, R2DBC's ` to: `, or 0. */
function behindWord(p: usize): usize {
  let q = p + 1;
  for (const most = p + WORD_MOST; q < most && is(at(q), WORD); ) q++;
  return at(p) == SPACE && q > p + 1 && at(q) == COLON && at(q + 1) == SPACE ? q + 2 : 0;
}

function readString(p: usize): bool {
  readChar(p);
  if (!isQuote(Char.code)) return false;
  Bound.start = p + Char.length;
  const length = Char.length;
  const end = stringEnd(Bound.start, Char.code, Char.form, Char.count);
  Bound.end = end - length;
  return end != 0;
}

/** Reads the value at `p`, which its line ends. */
function readToLineEnd(p: usize): bool {
  let q = p;
  for (const most = p + ROW_MOST; q < most && at(q) != 0 && skipLineEnd(q) == q && !isQuote(at(q)); ) q++;
  Bound.start = p;
  Bound.end = q;
  return q > p && (skipLineEnd(q) != q || (q >= Text.limit && Text.final));
}

/** Reads the value in the brackets after `p`, which close at the end of their line. */
function readInBrackets(p: usize): bool {
  let q = p + 1;
  for (const most = p + TYPE_MOST; q < most; q++) {
    const c = at(q);
    if (c == 0 || isNewline(c)) return false;
    if (c == OPEN_BRACKET && load<u8>(q - 1) == SPACE && load<u8>(q - 2) == HYPHEN) break;
    // Hibernate 4: `binding parameter [2] as [VARCHAR] - marzipan-otter-4`.
    const isDash = c == SPACE && load<u8>(q - 1) == HYPHEN && load<u8>(q - 2) == SPACE;
    if (isDash && at(q + 1) != OPEN_BRACKET) return readToLineEnd(q + 1);
  }
  if (at(q) != OPEN_BRACKET) return false;
  Bound.start = ++q;
  for (const most = q + ROW_MOST; q < most; q++) {
    const c = at(q);
    if (c == 0 || isNewline(c)) return false;
    if (c != CLOSE_BRACKET) continue;
    const next = q + 1;
    const isOver = skipLineEnd(next) != next || (next >= Text.limit && Text.final);
    Bound.end = q;
    readChar(next);
    if (isOver || isQuote(Char.code)) return true;
  }
  return false;
}

// `Rows.column`: a value's line is looked at, or the next one is looked for.
const AT_LINE: u32 = 0;
const BEHIND_LINE: u32 = 1;
/** `Rows.escapes`: a line has been read. */
const BEGUN: u32 = 1;
/** The next value stands so many lines on at most. */
const LINES_MOST = 3;

/** Looks at the lines of the values from the one at `line` on; a bit of `secret` is a secret value. */
export function enterBoundLines(line: usize, rule: u32, secret: u32): void {
  // Another column of the same statement, of which no line has been read.
  const isMore = Rows.mark == BOUND && Rows.at == line && Rows.escapes != BEGUN;
  Rows.secret = isMore ? Rows.secret | secret : secret;
  Rows.mark = BOUND;
  Rows.rule = rule;
  Rows.column = AT_LINE;
  Rows.level = 0;
  Rows.escapes = 0;
  Rows.at = line;
}

/** Goes on with the lines of values at `p`, which `Rows.at` is; 0: more text is needed. */
export function stepBound(p: usize): usize {
  Text.hitEnd = false;
  if (Rows.column == BEHIND_LINE) {
    const next = findNext(p);
    if (undecided()) return 0;
    Rows.column = AT_LINE;
    Rows.at = next;
    if (next == p) endRows();
    return p;
  }
  const isRead = readBound(p + lengthOfListed(LIST_SETTER | LIST_SQL_BINDINGS, p));
  if (undecided()) return 0;
  if (!isRead) {
    endRows();
    return p;
  }
  Rows.at = Bound.end;
  Rows.column = BEHIND_LINE;
  Rows.escapes = BEGUN;
  const isSecret = Bound.number < 32 && ((Rows.secret >>> Bound.number) & 1) != 0;
  if (!isSecret || Bound.start < Text.floor || isInnocent(Bound.start, Bound.end, false)) return p;
  addSpan(Bound.start, Bound.end, Rows.rule, SPAN_FIRST | SPAN_LAST);
  Text.floor = Bound.end;
  return Bound.end;
}

/** The word that begins the next value after `p`; `p` if there is none. */
function findNext(p: usize): usize {
  let lines = 0;
  for (let q = p; q < p + BINDINGS_MOST && lines < LINES_MOST; q++) {
    const c = at(q);
    if (c == 0) return p;
    if (isNewline(c)) lines++;
    if (!is(c, WORD) || is(load<u8>(q - 1), WORD)) continue;
    const length = lengthOfListed(LIST_SETTER | LIST_SQL_BINDINGS, q);
    if (length != 0 && readBound(q + length)) return q;
  }
  return p;
}
