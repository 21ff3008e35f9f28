// The cells of a table's row. A row is read as a whole where its end is in reach. Of a longer one, a cell at a time is: a
// long text is searched in parts, or hidden in parts, and what stands after it is told as ever.

import { SPAN_FIRST, SPAN_LAST } from "../abi";
import { LIST_SQL_VERB } from "../abi-words";
import { TABLE_ROW_MOST } from "../reading/bounds";
import { COLUMNS_MOST, markLength, skipRowEnd, skipSpaces } from "../reading/cell";
import {
  Cell,
  CLOSE,
  cellEnd,
  endsCell,
  NOTHING,
  quotesCell,
  skipBare,
  skipQuoted,
} from "../reading/cell-end";
import { Char, isQuote, isRepeated, readChar } from "../reading/character";
import { CLOSE_PAREN, OPEN_PAREN, SPACE } from "../reading/chars";
import { takesAnyWord } from "../reading/program-view";
import { addSpan } from "../reading/spans";
import {
  endRows,
  IN_CELL,
  IN_QUOTES,
  IN_SECRET,
  LEFT_OPEN,
  LONG_ROW,
  OPEN_COLUMN,
  OPEN_COUNT,
  ROW,
  Rows,
} from "../reading/table-state";
import { Text, undecided } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { isInnocent } from "../shapes/placeholder";

const ALL_BITS: u32 = 255;
const NO_COLUMN: u32 = 255;

function isSecret(column: u32): bool {
  return column < COLUMNS_MOST && ((Rows.secret >>> column) & 1) != 0;
}

/** Takes the cell at `p`, of the column that `Rows.column` says; 0: more text is needed. */
export function stepCell(p: usize): usize {
  Text.hitEnd = false;
  const column = Rows.column;
  const end = cellEnd(p, p + TABLE_ROW_MOST);
  const isInRow = (Rows.open & LONG_ROW) == 0;
  if (end == 0 || (Cell.isLeftOpen && (isSecret(column) || !isInRow))) return enterCell(p, column);
  if (Cell.isLeftOpen) leaveOpen(column, Cell.count);
  if (!goOn(end, column, p)) return 0;
  if (!isSecret(column)) return p;
  takeCell(p, end);
  return end;
}

function takeCell(p: usize, end: usize): void {
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
  if (last <= start || start < Text.floor || isInnocent(start, last, false, isAnyWord)) return;
  addSpan(start, last, Rows.rule, SPAN_FIRST | SPAN_LAST);
  Text.floor = last;
}

/** Goes into the cell at `p`, whose end is not in reach. */
function enterCell(p: usize, column: u32): usize {
  readChar(p);
  const isQuoted = quotesCell();
  if (undecided()) return 0;
  Rows.open |= LONG_ROW | IN_CELL;
  Rows.at = isQuoted ? p + Char.length : p;
  if (!isQuoted) return p;
  leaveOpen(column, Char.count);
  Rows.open |= IN_QUOTES;
  return p;
}

/** Goes on in the cell at `p`: a part further or to its end; 0: more text is needed. */
export function stepInCell(p: usize): usize {
  Text.hitEnd = false;
  const open = Rows.open;
  const column = Rows.column;
  const isQuoted = (open & IN_QUOTES) != 0;
  const most = p + TABLE_ROW_MOST;
  const kind = isQuoted ? skipQuoted(p, most, open >>> OPEN_COUNT, true) : skipBare(p, most);
  const end = Cell.end;
  const next = Cell.next;
  const isAtEnd = end >= Text.limit;
  if (undecided() || (isAtEnd && !Text.final)) return 0;
  const isOver = kind != NOTHING || isAtEnd;
  const goesOn = kind == CLOSE && !endsCell(next);
  if (!isOver || goesOn) {
    // After its quotes, what is no end is text: `"a"b`.
    if (goesOn) Rows.open &= ~IN_QUOTES;
    Rows.at = goesOn ? next : end;
  } else {
    Rows.open = LONG_ROW | (kind == CLOSE ? 0 : open & ~(IN_CELL | IN_QUOTES | IN_SECRET));
    if (!goOn(kind == CLOSE ? next : end, column, p)) {
      Rows.open = open;
      return 0;
    }
  }
  if (!isSecret(column)) return p;
  const isFirst = (open & IN_SECRET) == 0;
  const isLast = isOver && !goesOn;
  const start = max(p, Text.floor);
  if (end > start || (isLast && !isFirst)) {
    addSpan(start, max(start, end), Rows.rule, (isFirst ? SPAN_FIRST : 0) | (isLast ? SPAN_LAST : 0));
    if (!isLast && Rows.mark != 0) Rows.open |= IN_SECRET;
  }
  Text.floor = max(Text.floor, end);
  return max(p, end);
}

/** The cell of the column ends at `end`: the next secret one is looked for. False: more text is needed. */
function goOn(end: usize, column: u32, p: usize): bool {
  const mark = Rows.mark;
  const open = Rows.open;
  const isLong = (open & LONG_ROW) != 0;
  const length = markLength(end, mark);
  if (length != 0) seek(end + length, column + 1, p + TABLE_ROW_MOST);
  else seekRow(end, column);
  if (!isLong || !undecided()) return true;
  Rows.mark = mark;
  Rows.open = open;
  Rows.at = p;
  Rows.column = column;
  return false;
}

/** Looks for the next secret cell from the one at `p` on, or for one that does not end before `most`. */
function seek(p: usize, column: u32, most: usize): void {
  for (;;) {
    column = min(column, COLUMNS_MOST);
    const end: usize = isSecret(column) ? 0 : cellEnd(p, most);
    // Of a longer row, nothing says that it has as many cells where the quote is text.
    const isOpen = end != 0 && Cell.isLeftOpen && (Rows.open & LONG_ROW) != 0;
    if (end == 0 || isOpen) {
      Rows.at = p;
      Rows.column = column;
      return;
    }
    if (Cell.isLeftOpen) leaveOpen(column, Cell.count);
    const length = markLength(end, Rows.mark);
    if (length == 0) return seekRow(end, column);
    p = end + length;
    column++;
  }
}

/** The row ends at `p` with this column: the next one starts after it, if it was a line's end. */
function seekRow(p: usize, column: u32): void {
  const next = skipRowEnd(p);
  const isRow =
    (Rows.open & LONG_ROW) == 0 ||
    (Rows.open & LEFT_OPEN) != 0 ||
    column + 1 == Rows.columns ||
    column == COLUMNS_MOST;
  Rows.open &= ~LONG_ROW;
  Rows.at = next;
  Rows.column = ROW;
  if (next == p || !isRow) endRows();
}

/** A quote before the cell of the column is open. */
function leaveOpen(column: u32, count: u32): void {
  Rows.open =
    (Rows.open & ALL_BITS) | LEFT_OPEN | (min(column, COLUMNS_MOST) << OPEN_COLUMN) | (count << OPEN_COUNT);
}

/** The row that was looked at last. */
class Row {
  /** Its end is not in reach. */
  static isLong: bool = false;
  /** The column of a cell in it whose quote was left open, with so many backslashes; NO_COLUMN: there is none. */
  static column: u32 = NO_COLUMN;
  static count: u32 = 0;
}

/** Whether the line at `p` has as many cells as the heading. */
export function isRowAt(p: usize): bool {
  Row.column = NO_COLUMN;
  const end = cellEnd(p, p + TABLE_ROW_MOST);
  return !isStatement(p, end) && hasCells(end, 1, p + TABLE_ROW_MOST);
}

/** Whether a statement whose list of columns is left open stands in the cell [p, end): `INSERT INTO users (id`. */
function isStatement(p: usize, end: usize): bool {
  if (end == 0 || lengthOfListed(LIST_SQL_VERB, p) == 0) return false;
  let depth = 0;
  for (let q = p; q < end; q++) {
    const c = <u32>load<u8>(q);
    if (c == OPEN_PAREN) depth++;
    else if (c == CLOSE_PAREN) depth--;
  }
  return depth > 0;
}

/** Whether, with those before the end of one at `end`, the row has as many cells as the heading; those in reach count. */
function hasCells(end: usize, cells: u32, most: usize): bool {
  noteOpen(cells);
  while (end != 0) {
    const length = markLength(end, Rows.mark);
    if (length == 0) {
      Row.isLong = false;
      return cells == Rows.columns && (end >= Text.limit || skipRowEnd(end) != end);
    }
    end = cellEnd(end + length, most);
    cells++;
    noteOpen(cells);
  }
  Row.isLong = true;
  return cells <= Rows.columns;
}

/** Notes whether the last of so many cells has been left open. */
function noteOpen(cells: u32): void {
  if (!Cell.isLeftOpen) return;
  Row.column = cells - 1;
  Row.count = Cell.count;
}

/** Whether the row that was looked at has a secret cell that it leaves open. */
export function opensSecret(): bool {
  return Row.column != NO_COLUMN && isSecret(Row.column);
}

/** Whether the line that was looked at has a cell whose quote is left open, or one before it has: it may be text. */
export function isOpen(): bool {
  if ((Rows.open & LEFT_OPEN) == 0 && Row.column != NO_COLUMN) leaveOpen(Row.column, Row.count);
  return (Rows.open & LEFT_OPEN) != 0;
}

/** Goes into the row at `p` that was looked at. */
export function enterRow(p: usize): void {
  isOpen();
  if (Row.isLong) Rows.open |= LONG_ROW;
  seek(p, 0, p + TABLE_ROW_MOST);
}

/**
 * Returns the address after the cell that was left open, if the line at `p` has its closing quote and as many cells
 * after it as are missing; else 0.
 */
export function findTail(p: usize): usize {
  const most = p + TABLE_ROW_MOST;
  const kind = skipQuoted(p, most, Rows.open >>> OPEN_COUNT, true);
  const next = Cell.next;
  if (kind != CLOSE || !endsCell(next)) return 0;
  return hasCells(next, openColumn() + 1, most) ? next : 0;
}

function openColumn(): u32 {
  return (Rows.open >>> OPEN_COLUMN) & ALL_BITS;
}

/** Goes on after the cell that was left open and ends at `end`, in the line at `p`. */
export function closeTail(p: usize, end: usize): void {
  const column = openColumn();
  Rows.open = LONG_ROW;
  const length = markLength(end, Rows.mark);
  if (length == 0) seekRow(end, column);
  else seek(end + length, column + 1, p + TABLE_ROW_MOST);
}
