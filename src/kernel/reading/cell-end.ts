// Where a cell of a table's row ends, in quotes or without.

import { FORM_BACKSLASH } from "../abi";
import { ESCAPED_TAB, markLength, skipCellText, skipRowEnd } from "./cell";
import { Char, readChar } from "./character";
import { BACKSLASH, QUOTE, TAB } from "./chars";
import { skipInLine } from "./skip";
import { Rows } from "./table-state";
import { at, Text } from "./text";

/** What was found out of the last cell. */
export class Cell {
  /** A quote before it closes nowhere in reach, or lines later; it has so many backslashes. */
  static isLeftOpen: bool = false;
  static count: u32 = 0;
  /** Where the text in quotes ends, and the address after its quote. */
  static end: usize = 0;
  static next: usize = 0;
}

// What ends a text in quotes.
export const NOTHING: u32 = 0;
export const CLOSE: u32 = 1;
export const LINE: u32 = 2;

/** Where the cell at `p` ends: at a mark, at the end of its line or of the string that holds it; 0: not before `most`. */
export function cellEnd(p: usize, most: usize): usize {
  const text = skipQuotedCell(p, most);
  if (text >= most) return 0;
  const kind = skipBare(text, most);
  return kind != NOTHING || Cell.end >= Text.limit ? Cell.end : 0;
}

export function endsCell(p: usize): bool {
  return (at(p) == 0 && p >= Text.limit) || markLength(p, Rows.mark) != 0 || skipRowEnd(p) != p;
}

export function skipBare(p: usize, most: usize): u32 {
  let q = skipCellText(p, most);
  while (q < most && !endsCell(q)) q = skipCellText(q + 1, most);
  Cell.end = q;
  Cell.next = q;
  if (q < most) return q >= Text.limit ? NOTHING : LINE;
  endPart(q);
  return NOTHING;
}

/** Whether the character that was read is a quote around a cell: of CSV, where `%22b` and `&quot;b` are text. A tab ends a cell whatever stands around it. */
export function quotesCell(): bool {
  return Char.code == QUOTE && Char.form <= FORM_BACKSLASH && Rows.mark != TAB && Rows.mark != ESCAPED_TAB;
}

/**
 * Reads on in a cell in quotes that have so many backslashes, up to its closing quote: one is doubled in it, and a
 * backslash before one is text. A line end is text, too, but where the text is in one line.
 */
export function skipQuoted(p: usize, most: usize, count: u32, isInLine: bool): u32 {
  Cell.isLeftOpen = false;
  let q = skipInLine(p, most, QUOTE, QUOTE, QUOTE);
  for (; q < Text.limit && q < most; q = skipInLine(q, most, QUOTE, QUOTE, QUOTE)) {
    let r = q;
    while (r < most && at(r) == BACKSLASH) r++;
    // The row's own escapes are the last ones of a run.
    const lineEnd = r - min(r - q, <usize>Rows.escapes);
    const line = skipRowEnd(lineEnd);
    if (line != lineEnd) {
      Cell.end = lineEnd;
      Cell.next = lineEnd;
      if (isInLine) return LINE;
      Cell.isLeftOpen = true;
      q = line;
      continue;
    }
    const isClose = at(r) == QUOTE && (<u32>(r - q) & count) == count;
    q = r + 1;
    if (!isClose) continue;
    readChar(q);
    if (Char.code == QUOTE && Char.count == count) {
      q += Char.length;
      continue;
    }
    Cell.end = r - count;
    Cell.next = q;
    return CLOSE;
  }
  endPart(min(q, Text.limit));
  return NOTHING;
}

/** A part of a cell ends at `p`, or before the character there. */
function endPart(p: usize): void {
  while (p < Text.limit && (load<u8>(p) & 0xc0) == 0x80) p--;
  Cell.end = p;
  Cell.next = p;
}

/**
 * After the closing quote of the quoted cell at `p`; `p` if the cell is in no quotes, which those are not that close
 * nowhere in reach after a line end; `most` if it goes on over there.
 */
function skipQuotedCell(p: usize, most: usize): usize {
  readChar(p);
  Cell.isLeftOpen = false;
  if (!quotesCell()) return p;
  const count = Char.count;
  const kind = skipQuoted(p + Char.length, most, count, false);
  Cell.count = count;
  const isOverLines = Cell.isLeftOpen;
  if (kind == CLOSE) {
    Cell.isLeftOpen = false;
    return !isOverLines || endsCell(Cell.next) ? Cell.next : p;
  }
  if (most <= Text.limit) return isOverLines ? p : most;
  // More text may close it.
  Text.hitEnd = true;
  return p;
}
