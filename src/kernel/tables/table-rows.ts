// The rows of a table whose heading has been read: which lines are rows. What stands in their cells, `row-cells.ts` says.

import { leaveFrame, narrow } from "../frames/frame";
import { Strings } from "../frames/open-strings";
import { readTo } from "../frames/strings";
import { TABLE_ROW_MOST } from "../reading/bounds";
import { findRowEnd, skipRowEnd } from "../reading/cell";
import { BAR, COLON, EQUALS, HYPHEN, isBox, isLower, NUMBER_SIGN, PLUS, SPACE, TAB } from "../reading/chars";
import { skipBar } from "../reading/skip";
import {
  BOUND,
  endRows,
  IN_CELL,
  isInLiteral,
  LEFT_OPEN,
  LONG_ROW,
  REST,
  ROW,
  Rows,
  RULED,
  STATEMENT,
} from "../reading/table-state";
import { at, Text, undecided, wideAt } from "../reading/text";
import { stepBound } from "./bound-lines";
import {
  closeTail,
  enterRow,
  findTail,
  isOpen,
  isRowAt,
  opensSecret,
  stepCell,
  stepInCell,
} from "./row-cells";
import { stepRuled } from "./ruled-table";
import { resumeTuple } from "./sql-insert";

/** Goes on with the table at `p`, which `Rows.at` is or lies after; 0: more text is needed. */
export function stepRows(p: usize): usize {
  const isInOne = (Rows.open & IN_CELL) != 0;
  if (Rows.mark == RULED) return stepRuled(p);
  if (p != Rows.at && !isInOne && !isInLiteral()) return goOnBelow(p);
  if (Rows.mark == STATEMENT) return resumeTuple(p);
  if (Rows.mark == BOUND) return stepBound(p);
  if (Rows.column == REST) return goOnBelow(p);
  // The table ends with the string that holds it.
  readTo(p);
  narrow(min(Rows.level, Strings.depth), p);
  const next = isInOne ? stepInCell(p) : Rows.column < REST ? stepCell(p) : stepRow(p);
  leaveFrame();
  return next;
}

/**
 * Looks for the next row from `p` on: a value went over the cell that was to be taken and ends there, or the row is longer
 * than is looked at. 0: more text is needed.
 */
function goOnBelow(p: usize): usize {
  const hasLines = Rows.mark != STATEMENT && Rows.mark != BOUND;
  Text.hitEnd = false;
  const most = p + TABLE_ROW_MOST;
  const line = hasLines ? findRowEnd(p, most) : p;
  const isLong = hasLines && line == most;
  const next = hasLines && !isLong ? skipRowEnd(line) : line;
  if (undecided() || (hasLines && line >= Text.limit && !Text.final)) return 0;
  if (next == line && !isLong) {
    endRows();
    return p;
  }
  Rows.open &= ~LONG_ROW;
  Rows.at = next;
  Rows.column = isLong ? REST : ROW;
  return p;
}

function stepRow(p: usize): usize {
  Text.hitEnd = false;
  const behind = behindRule(p);
  const mayBeRow = behind == 0 && Rows.column == ROW;
  const tail = mayBeRow && (Rows.open & LEFT_OPEN) != 0 ? findTail(p) : 0;
  const isRow = mayBeRow && tail == 0 && isRowAt(p);
  if (undecided()) return 0;
  if (behind != 0) {
    Rows.at = behind;
    Rows.column = ROW;
    return behind;
  }
  if (tail != 0) closeTail(p, tail);
  else if (isRow || opensSecret()) enterRow(p);
  else if (isOpen()) return goOnBelow(p);
  else endRows();
  return p;
}

/** After the line at `p` if it is only a rule, `----+----`, `|---|---|`, `+---+`, or Zeek's `#types`; else 0. */
function behindRule(p: usize): usize {
  // A cell may be but the sign.
  if (Rows.mark == TAB && at(p) == NUMBER_SIGN && isLower(at(p + 1))) {
    const end = findRowEnd(p, p + TABLE_ROW_MOST);
    return skipRowEnd(end) != end ? skipRowEnd(end) : 0;
  }
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
