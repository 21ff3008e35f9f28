// Tables whose first row names the columns: CSV, TSV, and what psql, mysql and Markdown draw with bars. Once such a
// row has been read, `Rows` knows which columns are secret. Each row that follows is looked at as a whole: it belongs
// to the table if it has as many cells. What is in its other cells is searched as any text is.
import { CHECK_NONE, R_CHECK, R_VALUE, SPAN_FIRST, SPAN_LAST, VALUE_ANY } from "../abi";
import { skipLineEnd, startsLine } from "../reading/skip";
import { Key } from "../names/key-state";
import { isInnocent } from "../shapes/placeholder";
import { sensitiveName } from "../names/name-trie";
import { Run } from "../shapes/run-dfa";
import { ruleAt } from "../reading/program-view";
import { ROW, RULE, Rows, endRows } from "../reading/table-state";
import { addSpan } from "../reading/spans";
import { behindBar } from "../joins/name-value-row";
import { BLANK, NAME, Text, at, before, is, undecided } from "../reading/text";
import { HOST_CLOSE, HOST_OPEN } from "../values/text-end";

/** So far back is looked for the heading's start and the line over it; less than what is kept of the text. */
const BACK_MOST: usize = 200;
const HEADING_MOST: usize = 512;
const ROW_MOST: usize = 1024;
const CELL_MOST: usize = 40;
const COLUMNS_MOST: u32 = 32;

const BAR: u32 = 0x7c;

/** The heading that was read last. */
class Heading {
  static mark: u32 = 0;
  static columns: u32 = 0;
  static secret: u32 = 0;
  static rule: u32 = 0;
  static isPadded: bool = false;
  /** Behind the cell that was read. */
  static end: usize = 0;
  /** From here back there was no heading's start in that scan. */
  static none: usize = 0;
  static scan: u32 = 0;
}

/** Whether the sensitive name that ends at `end` stands in a heading; `Key.value` is then behind its line. */
export function isHeading(end: usize): bool {
  Key.value = end;
  const close = at(end) == 0x22 ? end + 1 : end;
  const next = skipSpaces(close);
  if (markLength(next, 0) == 0 && skipLineEnd(next) == next) return false;
  const start = headingStart(end);
  if (start == 0) return false;
  Heading.mark = 0;
  Heading.columns = 0;
  Heading.secret = 0;
  Heading.isPadded = false;
  let p = start;
  for (const most = start + HEADING_MOST; p < most; p = Heading.end) {
    if (!readCell(p, start)) return false;
    Heading.columns++;
    const line = skipLineEnd(Heading.end);
    if (line == Heading.end) {
      const length = markLength(Heading.end, Heading.mark);
      if (length == 0) return false;
      if (Heading.mark == 0) Heading.mark = length == 3 ? BAR : at(Heading.end);
      Heading.end += length;
      continue;
    }
    if (Heading.secret == 0 || Heading.columns < 2 || undecided()) return false;
    // A rule of dashes has to follow where blanks do; without one, a row of its kind over it makes it a row, too.
    if (Heading.mark == BAR ? !Heading.isPadded && isBehindRow(start, end) : Heading.isPadded || isBehindRow(start, end)) return false;
    Key.value = line;
    return true;
  }
  return false;
}

/** Takes the heading that was read last. */
export function enterRows(): void {
  Rows.mark = Heading.mark;
  Rows.columns = Heading.columns;
  Rows.secret = Heading.secret;
  Rows.rule = Heading.rule;
  Rows.at = Key.value;
  Rows.column = Heading.mark == BAR && Heading.isPadded ? RULE : ROW;
}

function skipSpaces(p: usize): usize {
  for (const most = p + 64; p < most && at(p) == 0x20; ) p++;
  return p;
}

/** How long the mark at `p` is that stands between two cells, any or `mark`; 0: there is none. */
function markLength(p: usize, mark: u32): usize {
  const c = at(p);
  if (mark != BAR && mark != 0) return c == mark ? 1 : 0;
  if (mark == 0 && (c == 0x2c || c == 0x3b || c == 9)) return 1;
  return behindBar(p) - p;
}

/** Where the line of the name that ends at `end` starts, or the string that holds it; 0: too far in front. */
function headingStart(end: usize): usize {
  const least = end - min(BACK_MOST, end - Text.begin);
  // Long lists of names are no heading: what was gone over for one name is not for the next.
  const known = Heading.scan == Run.generation ? Heading.none : 0;
  let p = end;
  for (; p > least && p != known; p--) {
    const c = <u32>load<u8>(p - 1);
    if (c == 10 || c == 13 || c == HOST_OPEN) return p;
    if (c == 0x22) {
      // The quote before a cell, or the one before a string that holds all of the table.
      const outer = p - 1 > Text.begin ? <u32>load<u8>(p - 2) : 10;
      const isCell = outer == 0x2c || outer == 0x3b || outer == 9 || outer == BAR || outer == 10 || is(outer, NAME);
      if (!isCell) return p;
    } else if ((c == 0x6e || c == 0x72) && before(p - 1) == 0x5c) {
      if (startsLine(p)) return p;
      break;
    } else if (!is(c, NAME | BLANK) && c < 0x80 && c != 0x2c && c != 0x3b && c != BAR && c - 0x28 > 1) {
      break;
    }
  }
  if (p == Text.begin) return p;
  Heading.none = end;
  Heading.scan = Run.generation;
  return 0;
}

/** Reads the name of a column at `p`: words with one blank between. Bars may stand at both ends of the row. */
function readCell(p: usize, start: usize): bool {
  let q = skipSpaces(p);
  const isQuoted = at(q) == 0x22;
  if (isQuoted) q++;
  // `(index)` of Node's `console.table`
  const isBracketed = at(q) == 0x28;
  if (isBracketed) q++;
  let last = q;
  let blanks = 0;
  for (const most = q + CELL_MOST; q < most; q++) {
    const c = at(q);
    if (is(c, NAME) || (c >= 0x80 && c < 0xfe && markLength(q, Heading.mark) == 0)) last = q + 1;
    else if (c != 0x20 || at(q + 1) == 0x20 || last != q || ++blanks > 3) break;
  }
  const isEmpty = last == skipSpaces(p) || last == p;
  const column = Heading.columns;
  if (!isEmpty && column < COLUMNS_MOST && isSecretColumn(last)) Heading.secret |= 1 << column;
  q = last;
  if (isBracketed) {
    if (at(q) != 0x29) return false;
    q++;
  }
  if (isQuoted) {
    if (at(q) != 0x22) return false;
    q++;
  }
  Heading.end = skipSpaces(q);
  if (Heading.end != q || skipSpaces(p) != p) Heading.isPadded = true;
  if (!isEmpty) return true;
  return behindBar(p) != p ? p == start : Heading.mark == BAR && skipLineEnd(Heading.end) != Heading.end;
}

function isSecretColumn(end: usize): bool {
  const rule = sensitiveName(end);
  if (rule < 0) return false;
  const record = ruleAt(<u32>rule);
  if (load<u8>(record, R_CHECK) != CHECK_NONE || load<u8>(record, R_VALUE) != VALUE_ANY) return false;
  if (Heading.secret == 0) Heading.rule = <u32>rule;
  return true;
}

/** Whether the line over the one at `line` has as many cells; of it, what lies `BACK_MOST` bytes before `end` is seen. */
function isBehindRow(line: usize, end: usize): bool {
  if (line < Text.begin + 2) return false;
  const least = end - min(BACK_MOST, end - Text.begin);
  let p = line - 1;
  if (p > least && load<u8>(p) == 10 && load<u8>(p - 1) == 13) p--;
  let cells: u32 = 1;
  for (; p > least && !startsLine(p); p--) {
    // A time: what has one before a message is a logger's line.
    if (load<u8>(p - 1) == 0x3a) return false;
    if (markLength(p - 1, Heading.mark) != 0) cells++;
  }
  return cells == Heading.columns;
}

/** Goes on with the table at `p`, which `Rows.at` is or lies behind; 0: more text is needed. */
export function stepRows(p: usize): usize {
  if (p != Rows.at) {
    endRows();
    return p;
  }
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
  while (last > start && load<u8>(last - 1) == 0x20) last--;
  const quote = load<u8>(start);
  if (last > start + 1 && (quote == 0x22 || quote == 0x27) && load<u8>(last - 1) == quote) {
    start++;
    last--;
  }
  if (last > start && start >= Text.floor && !isInnocent(start, last, false)) {
    addSpan(start, last, Rows.rule, SPAN_FIRST | SPAN_LAST);
    Text.floor = last;
  }
  const length = markLength(end, Rows.mark);
  if (length != 0) seek(end + length, Rows.column + 1);
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
  const next = skipLineEnd(p);
  Rows.at = next;
  Rows.column = ROW;
  if (next == p) endRows();
}

/** Behind the line at `p` if it is but a rule, `----+----`, `|---|---|`, `+---+`; else 0. */
function behindRule(p: usize): usize {
  let dashes = 0;
  let q = p;
  for (const most = p + ROW_MOST; q < most; q++) {
    const c = at(q);
    if (c == 0x2d || c == 0x3d) dashes++;
    else if (c == 0xe2 && (at(q + 1) & 0xfe) == 0x94) {
      if (behindBar(q) == q) dashes++;
      q += 2;
    } else if (c != 0x2b && c != BAR && c != 0x3a && c != 0x20) break;
  }
  const next = skipLineEnd(q);
  return dashes >= 2 && next != q ? next : 0;
}

/** Whether the line at `p` has as many cells as the heading. */
function isRowAt(p: usize): bool {
  let cells: u32 = 0;
  for (let q = p; q <= p + ROW_MOST; ) {
    const end = cellEnd(q);
    if (end == 0) return false;
    cells++;
    const length = markLength(end, Rows.mark);
    if (length == 0) return cells == Rows.columns && (end >= Text.limit || skipLineEnd(end) != end || at(end) == 0x22 || at(end) == HOST_CLOSE);
    q = end + length;
  }
  return false;
}

/** Where the cell at `p` ends: at a mark, at the end of its line or of the string that holds it; 0: it does not end. */
function cellEnd(p: usize): usize {
  let q = p;
  const most = p + ROW_MOST;
  if (at(q) == 0x22) {
    // A quoted cell of CSV: a quote in it is doubled.
    for (q++; q < most; q++) {
      const c = at(q);
      if (q >= Text.limit || c == 10 || c == 13) return 0;
      if (c != 0x22) continue;
      if (at(q + 1) != 0x22) {
        q++;
        break;
      }
      q++;
    }
  }
  for (; q < most; q++) {
    const c = at(q);
    if (q >= Text.limit || c == 0x22 || c == HOST_CLOSE || markLength(q, Rows.mark) != 0 || skipLineEnd(q) != q) return q;
  }
  return 0;
}
