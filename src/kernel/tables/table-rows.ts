// The rows of a table whose heading has been read: what stands in its secret columns.

import { FORM_BACKSLASH, SPAN_FIRST, SPAN_LAST } from "../abi";
import { leaveFrame, narrow } from "../frames/frame";
import { Strings } from "../frames/open-strings";
import { readTo } from "../frames/strings";
import { TABLE_ROW_MOST } from "../reading/bounds";
import { COLUMNS_MOST, ESCAPED_TAB, markLength, skipRowEnd, skipSpaces } from "../reading/cell";
import { Char, isQuote, isRepeated, readChar } from "../reading/character";
import { BAR, COLON, EQUALS, HYPHEN, isBox, PLUS, QUOTE, SPACE, TAB } from "../reading/chars";
import { takesAnyWord } from "../reading/program-view";
import { skipBar } from "../reading/skip";
import { addSpan } from "../reading/spans";
import { BOUND, endRows, isInLiteral, ROW, Rows, RULE, RULED, STATEMENT } from "../reading/table-state";
import { at, Text, undecided, wideAt } from "../reading/text";
import { isInnocent } from "../shapes/placeholder";
import { stepBound } from "./bound-lines";
import { stepRuled } from "./ruled-table";
import { resumeTuple } from "./sql-insert";

/** Goes on with the table at `p`, which `Rows.at` is or lies behind; 0: more text is needed. */
export function stepRows(p: usize): usize {
  if (p != Rows.at && !isInLiteral()) return goOnBelow(p);
  if (Rows.mark == STATEMENT) return resumeTuple(p);
  if (Rows.mark == BOUND) return stepBound(p);
  if (Rows.mark == RULED) return stepRuled(p);
  // The table ends with the string that holds it.
  readTo(p);
  narrow(min(Rows.level, Strings.depth), p);
  const next = stepRow(p);
  leaveFrame();
  return next;
}

/** A value went over the cell that was looked for, and ends at `p`: the next row is looked at again; 0: more text is needed. */
function goOnBelow(p: usize): usize {
  const hasCells = Rows.mark != STATEMENT && Rows.mark != BOUND && Rows.mark != RULED;
  Text.hitEnd = false;
  let line = p;
  if (hasCells) for (const most = p + TABLE_ROW_MOST; line < most && skipRowEnd(line) == line; ) line++;
  const next = hasCells ? skipRowEnd(line) : line;
  if (undecided()) return 0;
  if (next == line) {
    endRows();
    return p;
  }
  Rows.at = next;
  Rows.column = ROW;
  return p;
}

function stepRow(p: usize): usize {
  if (Rows.column < RULE) return stepCell(p);
  Text.hitEnd = false;
  const behind = behindRule(p);
  const isRow = behind == 0 && Rows.column == ROW && isRowAt(p);
  if (undecided()) return 0;
  if (behind != 0) {
    Rows.at = behind;
    Rows.column = ROW;
    return behind;
  }
  if (isRow) seek(p, 0);
  else endRows();
  return p;
}

/** The secret cell at `p`. */
function stepCell(p: usize): usize {
  const end = cellEnd(p);
  let start = skipSpaces(p);
  let last = end;
  while (last > start && load<u8>(last - 1) == SPACE) last--;
  readChar(start);
  const length = Char.length;
  const isQuoted = isQuote(Char.code) && last >= start + 2 * length && isRepeated(last - length);
  if (isQuoted) {
    start += length;
    last -= length;
  }
  const isAnyWord = isQuoted && takesAnyWord(Rows.rule);
  if (last > start && start >= Text.floor && !isInnocent(start, last, false, isAnyWord)) {
    addSpan(start, last, Rows.rule, SPAN_FIRST | SPAN_LAST);
    Text.floor = last;
  }
  const mark = markLength(end, Rows.mark);
  if (mark != 0) seek(end + mark, Rows.column + 1);
  else seekRow(end);
  return end;
}

/** Looks for the next secret cell from the one at `p` on. */
function seek(p: usize, column: u32): void {
  for (;;) {
    if (column < COLUMNS_MOST && ((Rows.secret >>> column) & 1) != 0) {
      Rows.at = p;
      Rows.column = column;
      return;
    }
    const end = cellEnd(p);
    const length = markLength(end, Rows.mark);
    if (length == 0) return seekRow(end);
    p = end + length;
    column++;
  }
}

/** The row ends at `p`: the next one starts behind it, if it was a line's end. */
function seekRow(p: usize): void {
  const next = skipRowEnd(p);
  Rows.at = next;
  Rows.column = ROW;
  if (next == p) endRows();
}

/** Behind the line at `p` if it is but a rule, `----+----`, `|---|---|`, `+---+`; else 0. */
function behindRule(p: usize): usize {
  let dashes = 0;
  let q = p;
  for (const most = p + TABLE_ROW_MOST; q < most; q++) {
    const c = at(q);
    if (c == HYPHEN || c == EQUALS) dashes++;
    else if (isBox(wideAt(q))) {
      if (skipBar(q) == q) dashes++;
      q += 2;
    } else if (c != PLUS && c != BAR && c != COLON && c != SPACE) break;
  }
  const next = skipRowEnd(q);
  return dashes >= 2 && next != q ? next : 0;
}

/** Whether the line at `p` has as many cells as the heading. */
function isRowAt(p: usize): bool {
  let cells: u32 = 0;
  for (let q = p; q <= p + TABLE_ROW_MOST; ) {
    const end = cellEnd(q);
    if (end == 0) return false;
    cells++;
    const length = markLength(end, Rows.mark);
    if (length == 0) return cells == Rows.columns && (end >= Text.limit || skipRowEnd(end) != end);
    q = end + length;
  }
  return false;
}

/** Where the cell at `p` ends: at a mark, at the end of its line or of the string that holds it; 0: it does not end. */
function cellEnd(p: usize): usize {
  const most = p + TABLE_ROW_MOST;
  for (let q = skipQuotedCell(p, most); q < most; q++) {
    if ((at(q) == 0 && q >= Text.limit) || markLength(q, Rows.mark) != 0 || skipRowEnd(q) != q) return q;
  }
  return 0;
}

/**
 * Behind the closing quote of the quoted cell of CSV at `p`, where a quote is doubled and a backslash before one is text;
 * a line end in it is text, too. `p` if the cell is in no quotes: `%22b` and `&quot;b` are its text, and so is a quote that closes
 * nowhere in the row.
 */
function skipQuotedCell(p: usize, most: usize): usize {
  readChar(p);
  // A tab ends a cell whatever stands around it.
  const isQuoted = Char.code == QUOTE && Char.form <= FORM_BACKSLASH;
  if (!isQuoted || Rows.mark == TAB || Rows.mark == ESCAPED_TAB) return p;
  const own = Char.count;
  const length = Char.length;
  let isOverLines = false;
  let q = p + length;
  while (q < Text.limit && q < most) {
    const line = skipRowEnd(q);
    if (line != q) {
      // In a string, an escaped line end is the table's.
      if (Rows.escapes != 0) return p;
      isOverLines = true;
      q = line;
      continue;
    }
    readChar(q);
    const isClose = Char.code == QUOTE && Char.form <= FORM_BACKSLASH && (Char.count & own) == own;
    q += Char.length;
    if (!isClose) continue;
    readChar(q);
    if (Char.code == QUOTE && Char.count == own) {
      q += length;
      continue;
    }
    const ends = !isOverLines || markLength(q, Rows.mark) != 0 || skipRowEnd(q) != q || q >= Text.limit;
    return ends ? q : p;
  }
  // More text may close it.
  if (isOverLines && q >= Text.limit) Text.hitEnd = true;
  return p;
}
