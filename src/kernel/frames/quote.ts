// A quote as strings know it: how it is written, and whether it can open a string where it stands.
import { FORM_BACKSLASH, FORM_PERCENT, FORM_RAW, FORM_UNICODE } from "../abi";
import { NAME_MOST } from "../reading/bounds";
import { Char, codeBefore, isQuote, readChar } from "../reading/character";
import {
  APOSTROPHE,
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  isNewline,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SEMICOLON,
  SLASH,
  SPACE,
  TAB,
} from "../reading/chars";
import { beforeColours } from "../reading/skip";
import { at, BLANK, END, is, isOneOf, NAME, Text, WORD } from "../reading/text";

/** The quote that was read last, as strings know it: its escaping without that of what it holds. */
export class Quote {
  static code: u32 = 0;
  static form: i32 = 0;
  static count: u32 = 0;
  static start: usize = 0;
  static end: usize = 0;
  /** It is two of the quotes of a string around. */
  static isDoubled: bool = false;
}

/** Reads the character at `p` into `Quote`, if it is a quote. `Quote.end` is the address after it in either case. */
export function readQuote(p: usize): bool {
  const c = at(p);
  Quote.isDoubled = false;
  if (c == BACKSLASH && isLongRun(p)) {
    Quote.end = p + LONG_RUN;
    Char.code = 0;
    return false;
  }
  readChar(p);
  Quote.code = Char.code;
  Quote.form = Char.form;
  Quote.count = Char.count;
  Quote.start = p;
  Quote.end = p + Char.length;
  if (Char.code == BACKSLASH && Char.form == FORM_PERCENT) {
    // `%5C%22`: a quote that is escaped in what was encoded.
    readChar(Quote.end);
    if (Char.form == FORM_PERCENT) Quote.end += Char.length;
    Char.code = 0;
    return false;
  }
  return isQuote(Char.code);
}

/** So many backslashes are passed at a time: those that are left tell the same of the quote after them. */
const LONG_RUN: usize = 64;

function isLongRun(p: usize): bool {
  for (let i: usize = 0; i < LONG_RUN; i++) if (at(p + i) != BACKSLASH) return false;
  return true;
}

/** Whether what stands before the quote lets it open a string: a delimiter, a blank, a prefix such as b'…' or u"…". */
export function canOpen(): bool {
  // Two that are one of the text have nothing to enclose here.
  if (Quote.isDoubled && isDelimiter(at(Quote.end)) && !isStructural()) return false;
  // What is percent-encoded holds no blank that is not.
  if (Quote.form == FORM_PERCENT && is(at(Quote.end), BLANK)) return false;
  const before = codeBefore(beforeColours(Quote.start));
  if (before == SPACE || before == TAB) return !is(at(Quote.end), BLANK) || isStructural() || isClosedAhead();
  if (!is(before, WORD)) return before != DOT && before != SLASH && before < 0x80;
  // b'…', u"…", N'…'
  return (
    Quote.start > Text.begin + 1 &&
    Quote.form <= FORM_UNICODE &&
    isPrefixLetter(before) &&
    !is(codeBefore(Quote.start - 1), WORD)
  );
}

/** A string that begins with a blank is looked at so far for its end. */
const CLOSE_MOST: usize = 256;

/** Whether the next quote of the kind closes a string, `' is x:' `, and opens none. */
function isClosedAhead(): bool {
  let p = Quote.end;
  const code = Quote.code;
  const form = Quote.form;
  const count = Quote.count;
  for (const most = p + CLOSE_MOST; p < most; p += Char.length) {
    readChar(p);
    if (p >= Text.limit || isNewline(Char.code)) return false;
    if (Char.code != code || Char.form != form || Char.count != count) continue;
    const next = at(p + Char.length);
    return isDelimiter(next) && (!is(codeBefore(p), BLANK) || isOneOf(next, ",;)]}"));
  }
  return false;
}

/** Whether the raw quote at `p` stands where JSON opens its strings: `{"`, `["`, `,"`, `:"`, or after a blank in between. */
export function opensPlainly(p: usize): bool {
  if (p < Text.begin + 2 || p + 1 >= Text.limit) return false;
  let c = <u32>load<u8>(p - 1);
  if (c == SPACE) c = load<u8>(p - 2);
  return c == COLON || c == COMMA || c == OPEN_BRACE || c == OPEN_BRACKET;
}

/** Whether the raw quote at `p` stands where JSON closes its strings: in front of `,`, `:`, `}` or `]`. */
export function closesPlainly(p: usize): bool {
  if (p + 1 >= Text.limit) return false;
  const c = <u32>load<u8>(p + 1);
  return c == COLON || c == COMMA || c == CLOSE_BRACE || c == CLOSE_BRACKET;
}

/** Whether the quote stands after a bracket, a comma, a colon, `=`, `=>` or at its line's start, blanks aside. */
export function isStructural(): bool {
  let q = beforeColours(Quote.start);
  const least = q - min(MAX_BLANKS, q - Text.begin);
  while (q > least && is(load<u8>(q - 1), BLANK)) q--;
  const c = codeBefore(beforeColours(q));
  return isOneOf(c, "{[,:=>\n\r");
}

const MAX_BLANKS: usize = 64;

/** b'…', u"…", r'…', f"…", N'…', E'…', L"…" of languages and SQL. */
function isPrefixLetter(c: u32): bool {
  return isOneOf(c, "burfnelBURFNEL");
}

/** What may stand after a string: blanks, line ends, brackets, separators. */
export function isDelimiter(c: u32): bool {
  return is(c, END) || isOneOf(c, ",:;=)]}|.&+?![(");
}

/**
 * The address after `\\''` at `p`, where a string in `code` with `count` backslashes has closed: how a shell writes an
 * apostrophe in one, `'it'\\''s'`; `p` if something else stands there.
 */
export function skipShellQuote(p: usize, code: u32, count: u32): usize {
  if (code != APOSTROPHE || at(p) != BACKSLASH) return p;
  readChar(p);
  if (Char.code != code || Char.form != FORM_BACKSLASH || Char.count <= count) return p;
  const next = p + Char.length;
  readChar(next);
  return Char.code == code && Char.count == count ? next + Char.length : p;
}

/** After a quote that a backslash stands before, the next one is looked for so far. */
const NEXT_QUOTE_MOST: usize = 512;

/**
 * Returns the address after the quote that ends a string in such quotes, the one before `p` although `backslashes` stand in
 * front of it, or one after what a shell and SQL write for a quote; 0 if the backslash escapes it. For a shell, SQL and XML
 * a backslash is a character, `A='\\' B='x'`. Then a value can end there, and the next quote of this kind opens a string; an
 * apostrophe may also be the last one of its line, or of the string in double quotes that it `isInString`.
 */
export function closeLiterally(
  p: usize,
  backslashes: u32,
  code: u32,
  form: i32,
  count: u32,
  isInString: bool,
): usize {
  const close = skipLiteralQuotes(p, code, form, count);
  if (close == 0) return 0;
  readChar(close);
  const isApostrophe = code == APOSTROPHE;
  const ends = is(Char.code, BLANK) || isOneOf(Char.code, isApostrophe ? ",;)" : ">/");
  // `Password="x1y2z3\";Database=app`: in a connection string, too.
  const isInSettings = !isApostrophe && Char.code == SEMICOLON && isMember(close + Char.length);
  const isLast = isApostrophe || isInSettings;
  if (close >= Text.limit ? !isApostrophe : !ends && !isInSettings && !isLineEndAround(backslashes)) return 0;
  const most = close + NEXT_QUOTE_MOST;
  let q = close;
  for (; q < most && q < Text.limit; q += Char.length) {
    readChar(q);
    if (isLineEndAround(backslashes) || (isInString && at(q) == QUOTE && closesPlainly(q)))
      return isLast ? close : 0;
    if (Char.code != code) continue;
    if (Char.form != form || Char.count != count) return 0;
    const before = codeBefore(q);
    readChar(q + Char.length);
    const opens = before == EQUALS || (isApostrophe && isBeforeString(before));
    // A value may begin with a bracket: `"[REDACTED]"`.
    return opens && (!isDelimiter(Char.code) || isOneOf(Char.code, "[({")) ? close : 0;
  }
  if (q < most) Text.hitEnd = true;
  return q < most && isLast ? close : 0;
}

/** Whether a name of words and "=" stand at `p`. */
function isMember(p: usize): bool {
  let q = p;
  for (const most = p + NAME_MOST; q < most && (is(at(q), NAME) || at(q) == SPACE); ) q++;
  return q > p && at(q) == EQUALS;
}

/** So many apostrophes of a shell's are gone over in a word. */
const MAX_JOINTS = 4;

/**
 * The address after the quote that closes what the one before `p` may be: itself, or the last of a row in which each two are
 * one, `'\\'''`, or the first after a shell's apostrophe, `'\\'\\'''`; 0: none does.
 */
function skipLiteralQuotes(p: usize, code: u32, form: i32, count: u32): usize {
  for (let i = 0; i < MAX_JOINTS; i++) {
    const joint = skipShellQuote(p, code, count);
    if (joint != p) {
      p = joint;
      for (const most = p + NEXT_QUOTE_MOST; ; p += Char.length) {
        readChar(p);
        if (Char.code == code) break;
        if (p >= most || p >= Text.limit || isNewline(Char.code)) return 0;
      }
      p += Char.length;
      continue;
    }
    if (!isQuoteOf(p, code, form, count)) return p;
    const second = p + Char.length;
    if (!isQuoteOf(second, code, form, count)) return 0;
    p = second + Char.length;
  }
  return 0;
}

/** Whether the quote `code` stands at `p`, written so; the character there is then in `Char`. */
export function isQuoteOf(p: usize, code: u32, form: i32, count: u32): bool {
  readChar(p);
  return Char.code == code && Char.form == form && Char.count == count;
}

/** Whether `Char` is an end of the line around a string in which so many backslashes escape a quote. */
function isLineEndAround(backslashes: u32): bool {
  return isNewline(Char.code) && Char.form <= FORM_BACKSLASH && Char.count < backslashes;
}

// @inline
function isBeforeString(c: u32): bool {
  return is(c, BLANK) || isOneOf(c, "(,:[{");
}

/** Of so many quotes in a row none is doubled: from a chunk's begin on, nobody could tell which belong together. */
export const MAX_DOUBLED: u32 = 32;

/** How many raw quotes of its kind stand in a row after it, up to some. */
export function rowLength(): u32 {
  if (Quote.form != FORM_RAW) return 0;
  let length: u32 = 0;
  while (length < MAX_DOUBLED && at(Quote.end + length) == Quote.code) length++;
  return length;
}

function isInLongRun(): bool {
  const least = Quote.start - min(MAX_DOUBLED, Quote.start - Text.begin);
  let first = Quote.start;
  while (first > least && load<u8>(first - 1) == Quote.code) first--;
  const most = first + MAX_DOUBLED;
  let end = Quote.end;
  while (end < most && at(end) == Quote.code) end++;
  return end >= most;
}

/** The address after the quote, and after a second one: `""` of CSV and `''` of SQL are a character of the string. */
export function skipDoubled(): usize {
  if (Quote.form == FORM_RAW && isInLongRun()) return Quote.end;
  const end = skipShellQuote(Quote.end, Quote.code, Quote.count);
  if (end != Quote.end) return end;
  if (Quote.isDoubled) return end + min(rowLength(), 2);
  return isQuoteOf(end, Quote.code, Quote.form, Quote.count) ? end + Char.length : end;
}
