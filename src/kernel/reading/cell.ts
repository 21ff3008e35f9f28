// What stands between a table's cells.

import { BLANKS_MOST } from "./bounds";
import { Char, readChar } from "./character";
import { BACKSLASH, BAR, COMMA, isNewline, LINE_FEED, LOWER_T, RETURN, SEMICOLON, SPACE, TAB } from "./chars";
import { skipBar, skipInLine, skipLineEnd } from "./skip";
import { Rows } from "./table-state";
import { at, Text } from "./text";

/** Columns that `Rows.secret` has bits for. */
export const COLUMNS_MOST: u32 = 32;

/** The first byte of a bar that is drawn. */
const DRAWN_BAR: u32 = 0xe2;

export function skipSpaces(p: usize): usize {
  for (const most = p + BLANKS_MOST; p < most && at(p) == SPACE; ) p++;
  return p;
}

/** Between the cells of a table in a string, a tab is written as an escape. */
export const ESCAPED_TAB: u32 = LOWER_T;

/** Whether those of the backslashes before `p` belong to the escape in `Char`: a row's own come in pairs of it. */
function isInEscape(p: usize): bool {
  let q = p;
  while (q > Text.begin && load<u8>(q - 1) == BACKSLASH) q--;
  return ((p - q) & (2 * Char.count - 1)) != 0;
}

/** How long the mark at `p` is that stands between two cells, any or `mark`; 0: there is none. */
export function markLength(p: usize, mark: u32): usize {
  const c = at(p);
  if (c == BACKSLASH && (mark == ESCAPED_TAB || mark == 0)) {
    readChar(p);
    const isOwn = Rows.mark != ESCAPED_TAB || Char.count == Rows.escapes;
    return Char.code == TAB && isOwn && !isInEscape(p) ? Char.length : 0;
  }
  if (mark == ESCAPED_TAB) return 0;
  if (mark != BAR && mark != 0) return c == mark ? 1 : 0;
  if (mark == 0 && (c == COMMA || c == SEMICOLON || c == TAB)) return 1;
  // Markdown's bar in a cell, `\\|`.
  if (c == BAR && p > Text.begin && load<u8>(p - 1) == BACKSLASH) return 0;
  return skipBar(p) - p;
}

/** The address after the end of a row at `p`, which is written as the heading's was; `p` if none is there. */
export function skipRowEnd(p: usize): usize {
  if (isNewline(at(p))) return skipLineEnd(p);
  if (Rows.escapes == 0) return p;
  readChar(p);
  return isNewline(Char.code) && Char.count == Rows.escapes && !isInEscape(p) ? skipLineEnd(p) : p;
}

/** Returns the address after the bytes from `p` on at which no cell ends, up to `most` or the text's end. */
export function skipCellText(p: usize, most: usize): usize {
  const mark = Rows.mark == ESCAPED_TAB ? BAR : Rows.mark;
  return skipInLine(p, most, mark, BAR, DRAWN_BAR);
}

/** Where the row at `p` ends, before `most` and the text's end, or the nearer of these. */
export function findRowEnd(p: usize, most: usize): usize {
  const end = min(most, Text.limit);
  let q = skipInLine(p, end, LINE_FEED, RETURN, RETURN);
  while (q < end && skipRowEnd(q) == q) q = skipInLine(q + 1, end, LINE_FEED, RETURN, RETURN);
  return q;
}
