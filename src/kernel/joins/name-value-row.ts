// Rows of two cells, name and value, as psql, mysql, Markdown and console.table print them. A row of column
// names looks the same, so the name has to be the first cell, the value the last one, and where the value may
// be a column's name, no rule may follow as it does after a heading.

import { isPartOfWord, mayBegin, WORDS } from "../frames/plain-words";
import { Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { escapeBefore, isQuote } from "../reading/character";
import { BAR, BOX_CORNER, COLON, HYPHEN, isDigit, OPEN_BRACKET, PLUS } from "../reading/chars";
import { skipBar, skipBlanks, skipLineEnd, startsLine } from "../reading/skip";
import { at, BLANK, classOf, END, is, NAME, Text, wideAt } from "../reading/text";

/** A row that is longer is none of a listing. */
const ROW_MOST: usize = 512;

/** The value of the row in which the bar before `p` stands after the name; 0: it is none. */
export function behindCell(p: usize): usize {
  const value = skipBlanks(p);
  Key.value = value;
  const line = rowStart();
  if (line == 0) return 0;
  const end = rowEnd(value);
  if (end == 0 || (classOf(at(value)) & END && !isQuote(at(value)))) return 0;
  if (isBehindRule(line)) return 0;
  // Asked only where the row does not tell: the line would have to wait for the next one.
  if (isColumnName(value) && isBeforeRule(end)) return 0;
  if (hasWordsInCell(value)) Key.wrap = WORDS;
  return value;
}

/** Whether the cell at `p` holds several words and nothing else. */
function hasWordsInCell(p: usize): bool {
  let hasGap = false;
  for (const most = p + ROW_MOST; p < most; p++) {
    const c = at(p);
    if (is(c, BLANK)) {
      const next = skipBlanks(p);
      if (skipBar(next) != next || skipLineEnd(next) != next || next >= Text.limit) return hasGap;
      if (!mayBegin(at(next))) return false;
      hasGap = true;
    } else if (skipBar(p) != p || skipLineEnd(p) != p || p >= Text.limit) return hasGap;
    else if (!isPartOfWord(c)) return false;
  }
  return false;
}

/** Whether the cell at `p` holds but letters, blanks and "_", as the name of a column does. */
function isColumnName(p: usize): bool {
  if (!is(at(p), NAME)) return false;
  while (is(at(p), NAME) || is(at(p), BLANK)) {
    if (isDigit(at(p))) return false;
    p++;
  }
  return (classOf(at(p)) & END) != 0 || skipLineEnd(p) != p || skipBar(p) != p;
}

/** Where the row starts whose first cell the name is, 0: it is another cell. */
function rowStart(): usize {
  let p = backOverBlanks(Name.start);
  if (p > Text.begin && load<u8>(p - 1) == BAR) p = backOverBlanks(p - 1);
  else if (p >= Text.begin + 3 && skipBar(p - 3) == p && load<u8>(p - 1) != BAR) p = backOverBlanks(p - 3);
  return startsLine(p) ? p : 0;
}

function backOverBlanks(p: usize): usize {
  const least = p - min(64, p - Text.begin);
  while (p > least && is(load<u8>(p - 1), BLANK)) p--;
  return p;
}

/** Returns the address after the line end of the row whose last cell starts at `p`, 0: others follow. */
function rowEnd(p: usize): usize {
  for (const most = p + ROW_MOST; p < most; p++) {
    if (p >= Text.limit) return Text.final ? p : at(p) + p;
    const line = skipLineEnd(p);
    if (line != p) return line;
    const bar = skipBar(p);
    if (bar == p) continue;
    const q = skipBlanks(bar);
    if (q >= Text.limit) return Text.final ? q : at(q) + q;
    const next = skipLineEnd(q);
    return next != q ? next : 0;
  }
  return 0;
}

/** Whether a rule of dashes follows the row that ends before `end`, as it does after a heading. */
function isBeforeRule(end: usize): bool {
  if (end >= Text.limit && Text.final) return false;
  let q = skipBlanks(end);
  const bar = skipBar(q);
  if (bar != q) {
    q = skipBlanks(bar);
    if (at(q) == COLON) q++;
  }
  // psql writes `-[ RECORD 2 ]` between rows.
  return at(q) == HYPHEN && at(q + 1) != OPEN_BRACKET;
}

/** Whether the line over the one at `line` is the top of a box, "+--" or "┌──". */
function isBehindRule(line: usize): bool {
  if (line < Text.begin + 2) return false;
  let p = min(line - 1, escapeBefore(line));
  const least = p - min(120, p - Text.begin);
  while (p > least && !startsLine(p) && !isQuote(load<u8>(p - 1))) p--;
  return at(p) == PLUS || wideAt(p) == BOX_CORNER;
}
