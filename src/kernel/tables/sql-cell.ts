// A cell of an INSERT's values: where it ends, and whether anything in it needs to be searched.
import { FORM_BACKSLASH } from "../abi";
import { LIST_SQL_CONSTANT } from "../abi-words";
import { isEscaped } from "../frames/open-strings";
import { closeLiterally } from "../frames/quote";
import { ROW_MOST, WORD_MOST } from "../reading/bounds";
import { Char, isQuoteAt, readChar } from "../reading/character";
import {
  APOSTROPHE,
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  isAscii,
  isDigit,
  isLower,
  isNewline,
  isUpper,
  OPEN_PAREN,
  QUOTE,
  SPACE,
} from "../reading/chars";
import { skipBlanks, skipSpace } from "../reading/skip";
import { ALNUM, at, BLANK, HEX, is, isOneOf, NAME, Text, WORD } from "../reading/text";
import { lengthOfListed } from "../reading/trie";

/** A value that is passed over has no run of mixed letters and digits as long as a token. */
const TOKEN_LEAST: u32 = 16;

/** Whether a number, a placeholder (`$1`, `?`, `:name`, `@name`, `%s`), NULL or a call starts at `p`. */
export function startsBareLiteral(p: usize): bool {
  const c = at(p);
  if (isDigit(c) || isOneOf(c, "$?:@%-+")) return true;
  const end = skipName(p);
  return at(end) == OPEN_PAREN || (end > p && end - p == lengthOfListed(LIST_SQL_CONSTANT, p));
}

/** After the quote that closes the string at `p`, 0: not within `reach`. A doubled one, or one after a backslash, is text. */
export function stringEndWithin(p: usize, code: u32, form: i32, count: u32, reach: usize): usize {
  for (const most = p + reach; p < most; ) {
    readChar(p);
    const length = Char.length;
    const isSame = Char.code == code && Char.form == form && Char.count == count;
    // Of `\\'`, the second backslash escapes none.
    const isBehindPairs =
      form <= FORM_BACKSLASH &&
      Char.code == code &&
      Char.form == FORM_BACKSLASH &&
      (count == 0 ? !isEscaped(Char.count, Text.escapes) : isPaired(Char.count, count));
    const isLiteral =
      !isBehindPairs && code == APOSTROPHE && Char.code == code && Char.form == FORM_BACKSLASH && !isSame;
    if (p >= Text.limit) return 0;
    p += length;
    const close = isLiteral ? closeLiterally(p, Char.count, code, form, count, false) : 0;
    if (close != 0) return close;
    // No cell ends before a letter or a sign: the two are one of the text, `'x\\''y'`.
    const row = isLiteral ? skipRow(p, code, form, count) : p;
    if (row != p && isInText(row)) p = row;
    if (!isSame && !isBehindPairs) continue;
    readChar(p);
    if (Char.code != code || Char.form != form || Char.count != count) return p;
    p += Char.length;
  }
  return 0;
}

/** After the quotes at `p`, of which with the one before them each two are one of the text; `p` if they are not. */
function skipRow(p: usize, code: u32, form: i32, count: u32): usize {
  let isPaired = false;
  let q = p;
  for (const most = p + ROW_MOST; q < most; q += Char.length) {
    readChar(q);
    if (Char.code != code || Char.form != form || Char.count != count) break;
    isPaired = !isPaired;
  }
  return isPaired ? q : p;
}

/** Whether what stands at `p`, after quotes, is text of the cell: no end of one, or a bracket before a string's end. */
function isInText(p: usize): bool {
  if (!endsCell(p)) return true;
  let q = skipSpace(p);
  if (at(q) == COMMA) return false;
  while (isOneOf(at(q), ")]}>") && q < p + ROW_MOST) q++;
  return at(skipSpace(q)) == APOSTROPHE;
}

/** The same of a string in a row. */
export function stringEnd(p: usize, code: u32, form: i32, count: u32): usize {
  return stringEndWithin(p, code, form, count, ROW_MOST);
}

/** Whether the backslashes in front of those of a quote come in pairs: as often as the text is a string in a string. */
function isPaired(backslashes: u32, count: u32): bool {
  return backslashes > count && ((backslashes - count) & (2 * count + 1)) == 0;
}

/** After the number, the word, the placeholder or the call at `p`; strings in a call end at their quote. */
export function bareEnd(p: usize): usize {
  let depth = 0;
  let isQuoted = false;
  for (const most = p + ROW_MOST; p < most && p < Text.limit; p++) {
    const c = at(p);
    if (isNewline(c) || c == BACKSLASH) break;
    if (c == APOSTROPHE) {
      if (depth == 0) break;
      isQuoted = !isQuoted;
    } else if (!isQuoted) {
      if (c == OPEN_PAREN) depth++;
      else if (
        c == QUOTE ||
        (depth == 0 && (c == CLOSE_PAREN || c == CLOSE_BRACKET || c == CLOSE_BRACE || c == COMMA))
      )
        break;
      else if (c == CLOSE_PAREN) depth--;
    }
  }
  return p;
}

/** Whether a cell is over at `p`: before a comma, a closing bracket, a cast, or the text's end. */
export function endsCell(p: usize): bool {
  const q = skipSpace(p);
  const c = at(q);
  return (
    c == COMMA ||
    c == CLOSE_PAREN ||
    c == CLOSE_BRACKET ||
    c == CLOSE_BRACE ||
    (c == COLON && at(q + 1) == COLON) ||
    q >= Text.limit
  );
}

/** The same of a value of what is bound, also in front of another string: `["ann" "…"]`. */
export function endsBound(p: usize): bool {
  const next = skipBlanks(p);
  return endsCell(p) || (next != p && isQuoteAt(next));
}

export function skipName(p: usize): usize {
  for (const most = p + WORD_MOST; p < most && is(at(p), NAME); ) p++;
  return p;
}

/** Whether nothing in [p, end) needs to be searched: words, and no run of letters and digits as long as a token. */
export function isPlainText(p: usize, end: usize): bool {
  let run: u32 = 0;
  let digit = false;
  let letter = false;
  for (; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (!isPlain(c)) return false;
    if (!is(c, WORD)) {
      run = 0;
      digit = letter = false;
      continue;
    }
    if (isDigit(c)) digit = true;
    else if (!is(c, HEX)) letter = true;
    run++;
    if (run >= TOKEN_LEAST && digit && letter) return false;
  }
  return true;
}

/** Letters, digits, and the signs of names, addresses and numbers, quotes and brackets around them: neither `name=value` nor a URL nor JSON. */
function isPlain(c: u32): bool {
  return is(c, NAME) || isOneOf(c, " @+/,$?%'()") || !isAscii(c);
}

/** Whether the bare cell [p, end) is a number, or no word of SQL: digits beside both cases or beside signs. */
export function looksSecret(p: usize, end: usize): bool {
  if (!endsCell(end)) return false;
  if (isDigit(at(p))) return true;
  let digits = 0;
  let others = 0;
  let lower = false;
  let upper = false;
  for (let q = p; q < end; q++) {
    const c = at(q);
    if (c == OPEN_PAREN || c == SPACE) return false;
    if (isDigit(c)) digits++;
    else if (isLower(c)) lower = true;
    else if (isUpper(c)) upper = true;
    else if (!is(c, NAME)) others++;
  }
  // `$1`, `:name`, `@name` and `?1` have one sign.
  return digits != 0 && (others > 1 || (lower && upper));
}

/** Whether [p, end) are words and no call: a log's next line, which begins with a number. */
export function isPhrase(p: usize, end: usize): bool {
  for (let q = p; q < end && at(q) != OPEN_PAREN; q++)
    if (is(at(q), BLANK) && is(at(q + 1), ALNUM)) return true;
  return false;
}
