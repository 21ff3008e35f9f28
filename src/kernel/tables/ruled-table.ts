// Tables without marks between their cells, whose heading is underlined: PowerShell's, and psql's of one column.
//
//   Name Password         Role          password
//   ---- --------         ----         ----------
//   ann  marzipan-otter-4 admin         marzipan-otter-4
//
// The runs of dashes say where a column begins, and the next run where it ends. A heading of words in capitals, two blanks
// or more between them, needs none: so command lines print what they list.
//
//   NAME   TOKEN             EXPIRES
//   ann    marzipan-otter-4  2026-03-02
import { CHECK_NONE, R_CHECK, R_VALUE, SPAN_FIRST, SPAN_LAST, VALUE_ANY } from "../abi";
import { Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { HEADING_BACK_MOST, ROW_MOST } from "../reading/bounds";
import { skipSpaces } from "../reading/cell";
import { HYPHEN, isLower, isNewline, isUpper, LINE_FEED, OPEN_PAREN, RETURN, SPACE } from "../reading/chars";
import { ruleAt } from "../reading/program-view";
import { addSpan } from "../reading/spans";
import { MODE_SEARCH, State } from "../reading/state";
import { endRows, IN_SECRET, REST, ROW, Rows, RULE, RULED } from "../reading/table-state";
import { at, before, is, NAME, Text, undecided } from "../reading/text";
import { leaveWindow, readOnTo } from "../reading/window";
import { isInnocent } from "../shapes/placeholder";

/** In `Rows.column`: the row's secret cell begins. */
const CELL: u32 = 0;
/** A column begins and ends within so many bytes of its line. */
const COLUMN_MOST: usize = 250;
/** In place of a column's end: it is the last one. */
const TO_LINE_END: u32 = 255;
/** In `Rows.columns`: there is one column, and blanks stand around it, or none. */
const PADDED: u32 = 1;
const ALONE: u32 = 2;

function lineEnd(p: usize): usize {
  for (const most = p + ROW_MOST; p < most; p++) if (at(p) == 0 || isNewline(at(p))) return p;
  return p;
}

/** Whether the line at `p` is longer than is looked at, up to `end`. */
function isLongLine(p: usize, end: usize): bool {
  return end == p + ROW_MOST && end < Text.limit && !isNewline(at(end));
}

function skipLine(p: usize): usize {
  return at(p) == 0 ? p : at(p) == RETURN && at(p + 1) == LINE_FEED ? p + 2 : p + 1;
}

/** Whether the name up to `end`, of the rule, stands in a line that may be such a heading; `Rows` then waits for its dashes. */
export function entersRuled(end: usize, rule: u32): bool {
  const record = ruleAt(rule);
  const isJudged = load<u8>(record, R_CHECK) != CHECK_NONE || load<u8>(record, R_VALUE) != VALUE_ANY;
  if (Rows.mark != 0) leaveWindow();
  if (Rows.mark != 0 || isJudged || (at(end) != SPACE && !isNewline(at(end)))) return false;
  readOnTo(end);
  // After the name there is another column, or the line ends.
  const next = skipSpaces(end);
  readOnTo(next);
  if (!isNewline(at(next)) && !isUpper(at(next))) return false;
  leaveWindow();
  const start = Name.start;
  const least = start - min(HEADING_BACK_MOST, start - Text.begin);
  let line = start;
  while (line > least && !isNewline(load<u8>(line - 1))) line--;
  if (!isNewline(before(line))) return false;
  // All words begin with a capital, or there is one after a blank.
  const isPadded = at(line) == SPACE && start > line;
  let words = 0;
  let isSpread = !isPadded;
  let to: u32 = 0;
  let q = line;
  for (const most = line + COLUMN_MOST; q < most && !isNewline(at(q)); q++) {
    const c = at(q);
    if (c == 0 || (c != SPACE && !is(c, NAME))) return false;
    if (isLower(c)) isSpread = false;
    if (c == SPACE || (q > line && at(q - 1) != SPACE)) continue;
    words++;
    if (words > 1 && (q < line + 2 || at(q - 2) != SPACE)) isSpread = false;
    if (q > start && to == 0) to = <u32>(q - line);
    if (!isUpper(c) && !isPadded) return false;
    if (isPadded && words > 1) return false;
  }
  if (undecided() || !isNewline(at(q))) return false;
  Rows.mark = RULED;
  Rows.columns = words > 1 ? 0 : isPadded ? PADDED : ALONE;
  Rows.secret = <u32>(start - line);
  Rows.rule = rule;
  Rows.escapes = isSpread && words > 1 ? (to == 0 ? TO_LINE_END : to) : 0;
  Rows.level = 0;
  Rows.column = RULE;
  Rows.at = skipLine(q);
  Key.value = end;
  State.mode = MODE_SEARCH;
  return true;
}

/** Goes on with the table at `p`, which `Rows.at` is or lies after; 0: more text is needed. */
export function stepRuled(p: usize): usize {
  if (p != Rows.at) {
    // A value went over the cell that was to be taken.
    if (Rows.column == RULE) {
      endRows();
      return p;
    }
    Rows.column = REST;
    Rows.open = 0;
  }
  Text.hitEnd = false;
  const end = lineEnd(p);
  const isLast = end >= Text.limit;
  if (isLast && !Text.final) return 0;
  const isLong = isLongLine(p, end);
  const next = isLong ? end : skipLine(end);
  // A line feed may follow, and from here on `Rows` is changed.
  if (undecided()) return 0;
  if (Rows.column == CELL) return takeCell(p, end, next, isLong);
  if (Rows.column == REST) return takeRest(p, end, next, isLong);
  let isKnown = Rows.column == RULE && readRule(p, end);
  if (isKnown) {
    Rows.escapes = 0;
  } else if (Rows.escapes != 0 || Rows.column == ROW) {
    if (Rows.column == RULE) Rows.secret |= Rows.escapes << 8;
    Rows.column = ROW;
    isKnown = isRow(p, end);
  }
  if (!isKnown) {
    endRows();
    return p;
  }
  const cell = Rows.columns == PADDED ? skipSpaces(p) : p + (Rows.secret & 0xff);
  const hasCell = Rows.column == ROW && cell < end && load<u8>(cell) != SPACE;
  if (!hasCell) {
    leaveLine(next, isLong);
    return p;
  }
  Rows.at = cell;
  Rows.column = CELL;
  return p;
}

/** Goes on after the line that ends before `next`, or with the rest of it. */
function leaveLine(next: usize, isLong: bool): void {
  Rows.at = next;
  Rows.column = isLong ? REST : ROW;
  // Where the text ends there is no further line.
  if (next >= Text.limit && Text.final) endRows();
}

/** Whether the line [p, end) holds but runs of dashes, one of them at the name; the column is then that run's. */
function readRule(p: usize, end: usize): bool {
  const name = p + Rows.secret;
  let from: usize = 0;
  let to: u32 = TO_LINE_END;
  for (let q = p; q < end; q++) {
    const c = at(q);
    if (c != HYPHEN && c != SPACE) return false;
    if (c != HYPHEN || (q > p && load<u8>(q - 1) == HYPHEN)) continue;
    if (q <= name) from = q + 1;
    else if (to == TO_LINE_END) to = <u32>(q - p);
  }
  if (from == 0 || (Rows.columns != PADDED && from - 1 != name) || name >= end || load<u8>(name) != HYPHEN)
    return false;
  Rows.secret |= to << 8;
  Rows.column = ROW;
  // The rule is no row.
  Rows.at = end;
  return true;
}

/** Whether the line [p, end) is a row: not empty, no count of rows, and of one column one word, or after a blank. */
function isRow(p: usize, end: usize): bool {
  if (p == end || at(p) == OPEN_PAREN) return false;
  if (Rows.columns == PADDED) return at(p) == SPACE;
  const column = p + (Rows.secret & 0xff);
  const behind = Rows.secret >>> 8;
  if (end + 1 < column || (column < end && column > p && load<u8>(column - 1) != SPACE)) return false;
  if (behind != TO_LINE_END && p + behind <= end && load<u8>(p + behind - 1) != SPACE) return false;
  if (Rows.escapes != 0) return isSpreadRow(p, end, column);
  if (Rows.columns != ALONE) return true;
  for (let q = p; q < end; q++) if (at(q) == SPACE) return false;
  return true;
}

/** The same where no dashes stand below the heading: two blanks are on both sides of the cell, or the line begins or ends. */
function isSpreadRow(p: usize, end: usize, column: usize): bool {
  if (column >= end || load<u8>(column) == SPACE) return false;
  if (column > p && (column < p + 2 || load<u8>(column - 2) != SPACE)) return false;
  let q = column;
  while (q < end && load<u8>(q) != SPACE) q++;
  return q == end || (q + 1 < end && load<u8>(q + 1) == SPACE);
}

/** Takes the secret cell at `p` of the line that ends at `end`; of a longer line, the cell may go on there. */
function takeCell(p: usize, end: usize, next: usize, isLong: bool): usize {
  const width = (Rows.secret >>> 8) - (Rows.secret & 0xff);
  const isWord = Rows.escapes != 0;
  const isToEnd = isWord || Rows.secret >>> 8 == TO_LINE_END;
  let last = isToEnd ? end : min(end, p + <usize>width);
  while (last > p && load<u8>(last - 1) == SPACE) last--;
  // What is hidden already may be shorter than what stood there, and other cells are nearer.
  let word = p;
  while (word < last && load<u8>(word) != SPACE) word++;
  if (isWord) last = word;
  const isOpen = isLong && isToEnd && last == end;
  if (p >= Text.floor && (isOpen || (!isInnocent(p, last, false) && !isInnocent(p, word, false)))) {
    addSpan(p, last, Rows.rule, SPAN_FIRST | (isOpen ? 0 : SPAN_LAST));
    Text.floor = last;
    if (isOpen) Rows.open = IN_SECRET;
  } else last = p;
  leaveLine(next, isLong);
  return last;
}

/** Takes what belongs to the secret cell of the rest of a line, [p, end). */
function takeRest(p: usize, end: usize, next: usize, isLong: bool): usize {
  if ((Rows.open & IN_SECRET) == 0) {
    leaveLine(next, isLong);
    return p;
  }
  let last = p;
  while (last < end && (Rows.escapes == 0 || load<u8>(last) != SPACE)) last++;
  const isOpen = isLong && last == end;
  addSpan(p, last, Rows.rule, isOpen ? 0 : SPAN_LAST);
  Text.floor = last;
  if (!isOpen) Rows.open = 0;
  leaveLine(next, isLong);
  return last;
}
