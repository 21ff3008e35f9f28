// Tables whose first row names the columns: CSV, TSV, and what psql, mysql and Markdown draw with bars. Once such a
// row has been read, `Rows` knows which columns are secret. Each row that follows is looked at as a whole: it belongs
// to the table if it has as many cells. What is in its other cells is searched as any text is.

import { FORM_RAW, R_VALUE, VALUE_ANY } from "../abi";
import { Strings } from "../frames/open-strings";
import { readTo } from "../frames/strings";
import { Key } from "../names/key-state";
import { wholeName } from "../names/sensitive-name";
import { CELL_MOST, HEADING_BACK_MOST, HEADING_MOST } from "../reading/bounds";
import { COLUMNS_MOST, ESCAPED_TAB, markLength, skipSpaces } from "../reading/cell";
import { Char, isAt, isQuote, readChar } from "../reading/character";
import {
  AMPERSAND,
  APOSTROPHE,
  BACKSLASH,
  BAR,
  CLOSE_PAREN,
  COLON,
  COMMA,
  isAscii,
  isDigit,
  LINE_FEED,
  LOWER_N,
  LOWER_R,
  LOWER_T,
  NUMBER_SIGN,
  OPEN_PAREN,
  PERCENT,
  QUOTE,
  RETURN,
  SEMICOLON,
  SPACE,
  TAB,
} from "../reading/chars";
import { isOfCell, ruleAt } from "../reading/program-view";
import { skipBar, skipLineEnd, startsLine } from "../reading/skip";
import { ROW, Rows, RULE } from "../reading/table-state";
import { at, BLANK, before, is, isOneOf, NAME, Text, undecided } from "../reading/text";
import { leaveWindow, readBackTo, readOnTo } from "../reading/window";
import { Run } from "../shapes/dfa-memo";
import { Copied, skipCopyHead } from "./copied-rows";

/** The heading that was read last. */
class Heading {
  static mark: u32 = 0;
  static columns: u32 = 0;
  static secret: u32 = 0;
  static rule: u32 = 0;
  static isPadded: bool = false;
  /** A label stands in front of it: no browser's cookie is in such a table, but what RDP calls one, a user's name. */
  static isLabelled: bool = false;
  /** How many backslashes its line's end has. */
  static escapes: u32 = 0;
  /** After the cell that was read. */
  static end: usize = 0;
  /** From here back there was no heading's start in that scan. */
  static none: usize = 0;
  static scan: u32 = 0;
}

/** Whether the sensitive name that ends at `end` stands in a heading; `Key.value` is then after its line. */
export function isHeading(end: usize): bool {
  Key.value = end;
  if (Rows.mark != 0) leaveWindow();
  // A row that is known is none.
  if (Rows.mark != 0 && end < Rows.at && Rows.column != RULE) return false;
  const close = isAt(end, QUOTE) ? end + Char.length : end;
  const next = skipSpaces(close);
  readOnTo(next + 2);
  const c = at(next);
  const following = at(next + 1);
  if (isQuote(Char.code) || isEscape(c) || (c == RETURN && isEscape(following))) leaveWindow();
  const isLastCopied = c == CLOSE_PAREN && following == SPACE;
  if (markLength(next, 0) == 0 && skipLineEnd(next) == next && !isLastCopied) return false;
  const start = headingStart(end);
  if (start == 0) return false;
  leaveWindow();
  if (startsCopy(start)) return true;
  if (undecided() || isLastCopied) return false;
  Heading.mark = 0;
  Heading.columns = 0;
  Heading.secret = 0;
  Heading.isPadded = false;
  const first = skipLabel(start);
  if (first == 0) return false;
  Heading.isLabelled = first != start;
  let p = first;
  for (const most = first + HEADING_MOST; p < most; p = Heading.end) {
    if (!readCell(p, first)) return false;
    Heading.columns++;
    const line = skipLineEnd(Heading.end);
    if (line == Heading.end) {
      const length = markLength(Heading.end, Heading.mark);
      if (length == 0) return false;
      if (Heading.mark == 0) Heading.mark = markAt(Heading.end);
      Heading.end += length;
      continue;
    }
    if (Heading.secret == 0 || Heading.columns < 2 || undecided()) return false;
    // A line that goes on.
    if (at(Heading.end) == BACKSLASH && at(Heading.end + 1) == LINE_FEED) return false;
    // A rule of dashes has to follow where blanks do; without one, a row of its kind over it makes it a row, too.
    if (
      Heading.mark == BAR
        ? !Heading.isPadded && isBehindRow(start, end)
        : Heading.isPadded || isBehindRow(start, end)
    )
      return false;
    readChar(Heading.end);
    Heading.escapes = Char.form == FORM_RAW ? 0 : Char.count;
    Key.value = line;
    return true;
  }
  return false;
}

/** Returns the address after what says that a heading follows, Zeek's `#fields` and its tab, at `p`, or `p`; 0: another remark is there. */
function skipLabel(p: usize): usize {
  if (at(p) != NUMBER_SIGN) return p;
  let q = p + 1;
  for (const most = p + CELL_MOST; q < most && is(at(q), NAME); ) q++;
  return at(q) == TAB && q > p + 1 ? q + 1 : 0;
}

/** Whether the head of a COPY is at `p`. */
function startsCopy(p: usize): bool {
  const line = skipCopyHead(p);
  if (line == 0) return false;
  Heading.columns = Copied.columns;
  Heading.secret = Copied.secret;
  Heading.rule = <u32>wholeName(Copied.name);
  Heading.escapes = Copied.escapes;
  Heading.mark = Copied.escapes == 0 ? TAB : ESCAPED_TAB;
  Heading.isPadded = false;
  Key.value = line;
  return true;
}

/** What stands between the cells of the row that has a mark at `p`. */
function markAt(p: usize): u32 {
  if (skipBar(p) != p) return BAR;
  const c = at(p);
  return c == BACKSLASH ? ESCAPED_TAB : c;
}

/** Takes the heading that was read last. */
export function enterRows(): void {
  readTo(Key.value);
  Rows.mark = Heading.mark;
  Rows.escapes = Heading.escapes;
  Rows.level = Strings.depth;
  Rows.columns = Heading.columns;
  Rows.secret = Heading.secret;
  Rows.rule = Heading.rule;
  Rows.at = Key.value;
  Rows.column = Heading.mark == BAR && Heading.isPadded ? RULE : ROW;
}

// @inline
function isEscape(c: u32): bool {
  return c == BACKSLASH || c == PERCENT || c == AMPERSAND;
}

/** Where the line of the name that ends at `end` starts, or the string that holds it; 0: too far in front. */
function headingStart(end: usize): usize {
  const least = end - min(HEADING_BACK_MOST, end - Text.begin);
  // Long lists of names are no heading: what was gone over for one name is not for the next.
  const known = Heading.scan == Run.scan ? Heading.none : 0;
  let p = end;
  // A cell that closes has its quote before it, whatever stands before that: `("id", "password")`.
  let isInCell: bool = isAt(end, QUOTE) && Char.length == 1;
  for (; p > least && p != known; p--) {
    const c = <u32>load<u8>(p - 1);
    if (c == QUOTE && isInCell && p > Text.begin + 1 && isOneOf(load<u8>(p - 2), "( ")) {
      isInCell = false;
      continue;
    }
    if (c == LINE_FEED || c == RETURN) return p;
    if (c == NUMBER_SIGN) {
      const isAtLine = p - 1 == Text.begin || load<u8>(p - 2) == LINE_FEED;
      if (isAtLine) return p - 1;
      break;
    }
    if (c == QUOTE) {
      leaveWindow();
      // The quote before a cell, or the one before a string that holds all of the table.
      let quote = p - 1;
      while (quote > Text.begin && load<u8>(quote - 1) == BACKSLASH) quote--;
      const outer = quote > Text.begin ? <u32>load<u8>(quote - 1) : 10;
      if (quote < p - 1 && isQuote(outer)) return quote;
      if (!is(outer, NAME) && !isOneOf(outer, ",;\t|\n")) return p;
      isInCell = quote == p - 1 && is(outer, NAME);
      p = quote + 1;
    } else if (c == APOSTROPHE) {
      return p;
    } else if (c == LOWER_T && before(p - 1) == BACKSLASH) {
      p--;
    } else if ((c == LOWER_N || c == LOWER_R) && before(p - 1) == BACKSLASH) {
      if (startsLine(p)) return p;
      break;
    } else if (
      !is(c, NAME | BLANK) &&
      isAscii(c) &&
      c != COMMA &&
      c != SEMICOLON &&
      c != BAR &&
      c != OPEN_PAREN &&
      c != CLOSE_PAREN
    ) {
      break;
    }
  }
  readBackTo(p - 2);
  if (p == known) leaveWindow();
  if (p == Text.begin) return p;
  Heading.none = end;
  Heading.scan = Run.scan;
  return 0;
}

/** Reads the name of a column at `p`: words with one blank between. Bars may stand at both ends of the row. */
function readCell(p: usize, start: usize): bool {
  let q = skipSpaces(p);
  const isQuoted = isAt(q, QUOTE);
  if (isQuoted) q += Char.length;
  // `(index)` of Node's `console.table`
  const isBracketed = at(q) == OPEN_PAREN;
  if (isBracketed) q++;
  let last = q;
  let blanks = 0;
  let isNumber = true;
  for (const most = q + CELL_MOST; q < most; q++) {
    const c = at(q);
    if (is(c, NAME) || (!isAscii(c) && markLength(q, Heading.mark) == 0)) {
      last = q + 1;
      if (!isDigit(c)) isNumber = false;
    } else if (c != SPACE || at(q + 1) == SPACE || last != q || ++blanks > 3) break;
  }
  const isEmpty = last == skipSpaces(p) || last == p;
  // `17 user changed password`: a row of data.
  if (!isEmpty && isNumber) return false;
  const column = Heading.columns;
  if (!isEmpty && column < COLUMNS_MOST && isSecretColumn(last)) Heading.secret |= 1 << column;
  q = last;
  if (isBracketed) {
    if (at(q) != CLOSE_PAREN) return false;
    q++;
  }
  if (isQuoted) {
    if (!isAt(q, QUOTE)) return false;
    q += Char.length;
  }
  Heading.end = skipSpaces(q);
  if (Heading.end != q || skipSpaces(p) != p) Heading.isPadded = true;
  if (!isEmpty) return true;
  return skipBar(p) != p ? p == start : Heading.mark == BAR && skipLineEnd(Heading.end) != Heading.end;
}

function isSecretColumn(end: usize): bool {
  const rule = wholeName(end);
  if (rule < 0) return false;
  if (!isOfCell(<u32>rule)) return false;
  if (Heading.isLabelled && load<u8>(ruleAt(<u32>rule), R_VALUE) != VALUE_ANY) return false;
  if (Heading.secret == 0) Heading.rule = <u32>rule;
  return true;
}

/** Whether the line over the one at `line` has as many cells; of it, what lies `HEADING_BACK_MOST` bytes before `end` is seen. */
function isBehindRow(line: usize, end: usize): bool {
  if (line < Text.begin + 2) return false;
  const least = end - min(HEADING_BACK_MOST, end - Text.begin);
  let p = line - 1;
  if (p > least && load<u8>(p) == LINE_FEED && load<u8>(p - 1) == RETURN) p--;
  let cells: u32 = 1;
  for (; p > least && !startsLine(p); p--) {
    // A time: what has one before a message is a logger's line.
    if (load<u8>(p - 1) == COLON) return false;
    if (markLength(p - 1, Heading.mark) != 0) cells++;
  }
  return cells == Heading.columns;
}
