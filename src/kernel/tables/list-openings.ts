// Where the list of values opens that a statement binds, and what stands there in front of a value.
import { LIST_SETTER, LIST_SQL_BINDINGS, LIST_SQL_ROWS, LIST_SQL_VERB } from "../abi-words";
import { skipType } from "../frames/plain-words";
import { BINDINGS_MOST, LIST_OPEN_MOST, ROW_MOST, WORD_MOST } from "../reading/bounds";
import { Char, codeBefore, isQuote, readChar, startBefore } from "../reading/character";
import {
  AT,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DOLLAR,
  EQUALS,
  isDigit,
  isLower,
  isNewline,
  LOWER_P,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUESTION,
  SEMICOLON,
  SPACE,
} from "../reading/chars";
import { backOverSpace, skipBlanks, skipInLine, skipLineEnd, skipSpace } from "../reading/skip";
import { at, fold, is, isOneOf, NAME, Text, WORD } from "../reading/text";
import { lengthOfListed } from "../reading/trie";

/** A number in a list has no more digits. */
const NUMBER_MOST: usize = 20;

/** Returns the address after `"1":` at `p`, whose quote `Char` holds, or `p`. */
function skipQuotedNumber(p: usize): usize {
  const digits = p + Char.length;
  let q = digits;
  while (q < digits + 2 && isDigit(at(q))) q++;
  readChar(q);
  if (q == digits || !isQuote(Char.code)) return p;
  q += Char.length;
  return at(q) == COLON ? skipBlanks(q + 1) : p;
}

/** Returns the address after `@p1=` at `p`, or `p`. */
function skipVariable(p: usize): usize {
  let q = p + 2;
  while (q < p + 4 && isDigit(at(q))) q++;
  if (q == p + 2) return p;
  q = skipBlanks(q);
  return at(q) == EQUALS ? skipBlanks(q + 1) : p;
}

/** Returns the address of the bracket around the type of the value at `p`: `ann(String), 7(Long)`; 0: no such list is there. */
export function skipTyped(p: usize): usize {
  const most = p + ROW_MOST;
  for (p = skipInLine(p, most, OPEN_PAREN, 0, 0); p < most; p = skipInLine(p + 1, most, OPEN_PAREN, 0, 0)) {
    const c = at(p);
    if (c == 0 || isNewline(c) || skipLineEnd(p) != p) return 0;
    if (c == OPEN_PAREN && skipType(p) != p) return p;
  }
  return 0;
}

/**
 * Returns the address of the first value of a list that only a semicolon at `p` opens, `… = $1; "ann", 7`, or a colon after a
 * bracket, `… WHERE ( id = ? ): 'ann', '7'`; or 0.
 */
export function skipSemicolon(p: usize): usize {
  const isColon = at(p) == COLON && p > Text.begin && load<u8>(p - 1) == CLOSE_PAREN;
  if ((at(p) != SEMICOLON && !isColon) || at(p + 1) != SPACE) return 0;
  readChar(p + 2);
  return isQuote(Char.code) ? p + 2 : 0;
}

/** Whether a placeholder, or a row of them, may end with `c`. */
function endsPlaceholder(c: u32): bool {
  return c == CLOSE_PAREN || c == QUESTION || isDigit(c);
}

/** Whether `values:` stands before the bracket `p`, as node-postgres' member: in SQL the word has no colon. */
function isBehindValues(p: usize): bool {
  let end = backOverSpace(p, Text.begin);
  if (end <= Text.begin + 1 || load<u8>(end - 1) != COLON) return false;
  if (isQuote(codeBefore(--end))) end = startBefore(end);
  let q = end;
  for (const least = end - min(WORD_MOST, end - Text.begin); q > least && is(load<u8>(q - 1), WORD); ) q--;
  return q < end && q + lengthOfListed(LIST_SQL_ROWS, q) == end;
}

/**
 * Whether a list without a word in front of it opens at the bracket `p`: `values ($1, $2) ["ann", "…"]`, `= ?: ['…']`, and
 * after the statement's string `values (?, ?)', ['ann', '…']`. A column's name has no quote there.
 */
export function opensBareList(p: usize): bool {
  if (p < Text.begin + 3) return false;
  if (at(p) == OPEN_BRACKET && isBehindValues(p)) return true;
  const gap = <u32>load<u8>(p - 1);
  if (gap != SPACE && !isNewline(gap)) return false;
  const before = <u32>load<u8>(p - 2);
  const last = <u32>load<u8>(p - 3);
  if (before == COLON && !endsPlaceholder(last)) return false;
  if (before == COMMA && !isQuote(last)) return false;
  if (at(p) == OPEN_PAREN && before != COMMA && !endsPlaceholder(before)) return false;
  let q = skipBlanks(p + 1);
  readChar(q);
  if (isQuote(Char.code)) return !isKey(q + Char.length);
  // At a line's start a number is a time, `[2026-01-02 03:04:05]`; an error's code is none, `[42102-224]`.
  const digits = q;
  while (q < digits + NUMBER_MOST && isDigit(at(q))) q++;
  return gap == SPACE && q > digits && (at(q) == COMMA || (at(q) == CLOSE_BRACKET && !isSign(q + 1)));
}

/** Whether the string that begins at `p` is a name in brackets, and no value of a list: `["password"]=>`, `[0]=>`. */
function isKey(p: usize): bool {
  let q = p;
  for (const most = p + WORD_MOST; q < most && is(at(q), NAME); ) q++;
  readChar(q);
  return isQuote(Char.code) && at(q + Char.length) == CLOSE_BRACKET && isSign(q + Char.length + 1);
}

function isSign(p: usize): bool {
  return isOneOf(at(skipBlanks(p)), "=:");
}

/** Returns how many words with a blank between stand in the bracket whose content begins at `p`, as Go prints a list; 0: other things do. */
export function countWords(p: usize): u32 {
  let words: u32 = 0;
  let isInside = false;
  let isText = true;
  for (const most = p + ROW_MOST; p < most; p++) {
    const c = at(p);
    // `[rows affected]`
    if (c == CLOSE_BRACKET) return isInside && !isText ? words : 0;
    if (c != SPACE && !isLower(c)) isText = false;
    if (c == 0 || isNewline(c) || isOneOf(c, ",'\"[{}\\") || skipLineEnd(p) != p) return 0;
    if (c == SPACE && !isInside) return 0;
    if (c != SPACE && !isInside) words++;
    isInside = c != SPACE;
  }
  return 0;
}

/**
 * Whether a list of so many words opens at the bracket `p` after a statement, in its line, `… = $1 WHERE id = $2 [ann 7]`, or
 * as all of the next one, where a date is followed by more: `[02/Mar/2026:09:14:01 +0000] "GET /"`.
 *
 * @param isLine It is the statement's line
 */
export function opensWords(p: usize, count: u32, isLine: bool): bool {
  if (count < 2 || p == Text.begin || countWords(p + 1) != count) return false;
  if (isLine) return load<u8>(p - 1) == SPACE;
  let end = p;
  while (at(end) != CLOSE_BRACKET) end++;
  return isNewline(load<u8>(p - 1)) && (at(end + 1) == 0 || skipLineEnd(end + 1) != end + 1);
}

/**
 * Whether the row at `p` is a pair of a column's name and its value, as ActiveRecord prints them: the name stands in the
 * statement before it, and says itself whether the value is secret.
 */
function isNamed(p: usize): bool {
  readChar(p);
  if (!isQuote(Char.code)) return false;
  const name = p + Char.length;
  let end = name;
  while (end < name + WORD_MOST && is(at(end), NAME)) end++;
  readChar(end);
  if (end == name || !isQuote(Char.code)) return false;
  const length = end - name;
  const least = max(Text.begin, name - min(BINDINGS_MOST, name - Text.begin));
  for (let q = p - length; q > least; q--) {
    let i: usize = 0;
    while (i < length && load<u8>(q + i) == load<u8>(name + i)) i++;
    if (i == length && !is(load<u8>(q - 1), NAME) && !is(load<u8>(q + length), NAME)) return true;
  }
  return false;
}

/** Returns the address after a remark at `p`, SQLAlchemy's `(insertmanyvalues) 1/1 (ordered)`, or `p`. */
function skipRemark(p: usize): usize {
  if (at(p) != OPEN_PAREN) return p;
  let q = p + 1;
  for (const most = p + WORD_MOST; q < most && (isLower(at(q)) || isOneOf(at(q), " ;")); ) q++;
  return q > p + 1 && at(q) == CLOSE_PAREN ? q + 1 : p;
}

/** Returns the address after the type of a slice of Go and its brace, `interface {}{`, at `p`, or 0. */
function skipSliceType(p: usize): usize {
  let q = p;
  for (const most = p + WORD_MOST; q < most && (is(at(q), NAME) || isOneOf(at(q), " {}")); q++) {
    if (at(q) == OPEN_BRACE && at(q + 1) != CLOSE_BRACE) return q > p ? q + 1 : 0;
  }
  return 0;
}

/** Returns the address after a cast at `p`, OpenJPA's `(String) `, or `p`. */
export function skipCast(p: usize): usize {
  let q = p + 1;
  for (const most = p + WORD_MOST; q < most && is(at(q), WORD); ) q++;
  return at(p) == OPEN_PAREN && q > p + 1 && at(q) == CLOSE_PAREN && at(q + 1) == SPACE ? q + 2 : p;
}

/**
 * In the list that opens a few bytes after `p`, at its first value; 0: none opens, or another word stands in front of it
 * that says what it is: `bind : binding parameter (1:VARCHAR)`, `bind values : insert into users (name)`.
 */
export function skipOpening(p: usize): usize {
  for (const most = p + LIST_OPEN_MOST; p < most; p++) {
    const c = at(p);
    const startsWord = is(c, WORD) && !is(load<u8>(p - 1), WORD);
    if (startsWord && lengthOfListed(LIST_SQL_BINDINGS | LIST_SETTER | LIST_SQL_VERB, p) != 0) return 0;
    if (c == OPEN_BRACE && skipNumber(p + 1) != p + 1) return p + 1;
    // PostgreSQL: DETAIL:  parameters: $1 = 'ann', $2 = '…'
    if (c == DOLLAR && skipNumber(p) != p) return p;
    if (c == COLON && skipTyped(skipBlanks(p + 1)) != 0) return skipBlanks(p + 1);
    // Go: []interface {}{"ann", 7}
    if (c == OPEN_BRACKET && at(p + 1) == CLOSE_BRACKET) return skipSliceType(p + 2);
    const remark = skipRemark(p);
    if (remark != p) {
      p = remark - 1;
      continue;
    }
    if (skipCast(p) != p) return skipCast(p);
    if (c == OPEN_BRACKET || c == OPEN_PAREN) {
      const q = skipSpace(p + 1);
      const inner = at(q);
      if (inner != OPEN_BRACKET && inner != OPEN_PAREN) return q;
      // A list of rows.
      const first = skipSpace(q + 1);
      return isNamed(first) ? 0 : first;
    }
    if (c == 0 || isNewline(c) || c == COMMA || c == SEMICOLON || c == OPEN_BRACE) return 0;
  }
  return 0;
}

/** What is said of a bound value in brackets is no longer. */
const FACET_MOST: usize = 40;

/** Returns the address after `[Type: String (4000)]` at `p`, or `p`. */
function skipTypeFacet(p: usize): usize {
  let q = p + 1;
  for (const most = p + FACET_MOST; q < most && is(at(q), WORD); ) q++;
  if (q == p + 1 || at(q) != COLON || at(q + 1) != SPACE) return p;
  for (; q < p + FACET_MOST; q++) if (at(q) == CLOSE_BRACKET) return q + 1;
  return p;
}

/** Returns the address after `(Size = 64)` or `[Type: String (4000)]` at `p`, or `p`. */
export function skipFacet(p: usize): usize {
  if (at(p) == OPEN_BRACKET) return skipTypeFacet(p);
  if (at(p) != OPEN_PAREN) return p;
  let hasSign = false;
  for (let q = p + 1; q < p + FACET_MOST; q++) {
    const c = at(q);
    if (c == CLOSE_PAREN) return hasSign ? q + 1 : p;
    if (c == EQUALS) hasSign = true;
    else if (!is(c, WORD) && c != SPACE) return p;
  }
  return p;
}

/** Returns the address after all that is said of the bound value that ends before `p`, or `p`. */
export function skipFacets(p: usize): usize {
  let end = p;
  for (let next = skipBlanks(p); skipFacet(next) != next; next = skipBlanks(end)) end = skipFacet(next);
  return end;
}

/** Returns the address after `$1 = `, `1: `, `"1":` or `@p1=` in front of a bound value, or `p`. */
export function skipNumber(p: usize): usize {
  if (at(p) == AT && fold(at(p + 1)) == LOWER_P) return skipVariable(p);
  readChar(p);
  if (isQuote(Char.code)) return skipQuotedNumber(p);
  const isDollar = at(p) == DOLLAR;
  const digits = isDollar ? p + 1 : p;
  let q = digits;
  while (q < digits + 2 && isDigit(at(q))) q++;
  if (q == digits) return p;
  const sign = skipSpace(q);
  if (at(sign) != (isDollar ? EQUALS : COLON) || at(sign + 1) != SPACE) return p;
  return sign + 2;
}
