// A string among the values of an INSERT that is longer than one is looked at: it is searched in parts, and the statement
// goes on after it, so that a long text hides none of the values after it. One over lines is hidden over lines.
import { VALUE_ANY } from "../abi";
import { LITERAL_MOST } from "../reading/bounds";
import { isQuote } from "../reading/character";
import { BACKSLASH } from "../reading/chars";
import { skipLineEnd } from "../reading/skip";
import { isInClause, MODE_SEARCH, State, TUPLE } from "../reading/state";
import { endRows, Rows, STATEMENT } from "../reading/table-state";
import { at, is, Text, undecided, WORD } from "../reading/text";
import { endsCell, stringEndWithin } from "./sql-cell";

/** Searches what stands before `end`, where the statement goes on. */
export function searchTo(end: usize): void {
  Rows.mark = STATEMENT;
  Rows.at = end;
  Rows.escapes = 0;
  Rows.secret = State.lines;
  Rows.rule = State.rule;
  Rows.column = State.step;
  Rows.level = State.level;
  State.array = 0;
  State.mode = MODE_SEARCH;
}

/** Where the part that begins at `p` ends: not among quotes and backslashes, which belong together. */
export function literalPart(p: usize, code: u32): usize {
  let end = p + LITERAL_MOST;
  while (end > p + 1 && (load<u8>(end - 1) == BACKSLASH || <u32>load<u8>(end - 1) == code)) end--;
  return end;
}

/**
 * The address of the line below the line end at `p`, if the secret string of a statement goes on there and ends in reach as
 * a value does; 0 if it does not.
 */
export function skipLineInLiteral(p: usize): usize {
  const isClause = isInClause() && State.kind == VALUE_ANY;
  if ((State.array != TUPLE && !isClause) || !isQuote(State.code)) return 0;
  const line = skipLineEnd(p);
  if (line == p) return 0;
  const end = stringEndWithin(line, State.code, State.form, State.count, LITERAL_MOST);
  // No word goes on after the quote of a clause: `it's`.
  return end != 0 && (isClause ? !is(at(end), WORD) : endsCell(end)) ? line : 0;
}

/** Whether a line ends in the literal [p, end). */
export function goesOnBelow(p: usize, end: usize): bool {
  while (p < end && skipLineEnd(p) == p) p++;
  return p < end;
}

/** The statement goes on after the string that has these quotes. */
export function keepLiteral(code: u32, form: i32, count: u32): void {
  Rows.escapes = code | ((<u32>form) << 8) | (count << 12);
}

/** Goes on in the string at `p`: to its next part or to its end, where the statement goes on; 0: more text is needed. */
export function goOnInLiteral(p: usize): usize {
  const code = Rows.escapes & 0xff;
  Text.hitEnd = false;
  const end = stringEndWithin(p, code, <i32>((Rows.escapes >>> 8) & 15), Rows.escapes >>> 12, LITERAL_MOST);
  const isCell = end != 0 && endsCell(end);
  if (undecided()) return 0;
  if (end == 0 && p + LITERAL_MOST <= Text.limit) {
    Rows.at = literalPart(p, code);
    return p;
  }
  Rows.escapes = 0;
  Rows.at = end;
  if (!isCell) endRows();
  return p;
}
