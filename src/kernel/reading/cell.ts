// What stands between a table's cells.

import { BLANKS_MOST } from "./bounds";
import { BAR, COMMA, SEMICOLON, SPACE, TAB } from "./chars";
import { skipBar } from "./skip";
import { at } from "./text";

/** Columns that `Rows.secret` has bits for. */
export const COLUMNS_MOST: u32 = 32;

export function skipSpaces(p: usize): usize {
  for (const most = p + BLANKS_MOST; p < most && at(p) == SPACE; ) p++;
  return p;
}

/** How long the mark at `p` is that stands between two cells, any or `mark`; 0: there is none. */
export function markLength(p: usize, mark: u32): usize {
  const c = at(p);
  if (mark != BAR && mark != 0) return c == mark ? 1 : 0;
  if (mark == 0 && (c == COMMA || c == SEMICOLON || c == TAB)) return 1;
  return skipBar(p) - p;
}
