// Characters that end an unquoted value or belong to it, depending on what follows.

import {
  FORM_BACKSLASH,
  FORM_ENTITY,
  FORM_HEX,
  FORM_PERCENT,
  FORM_UNICODE,
  VALUE_COOKIES,
  VALUE_SET_COOKIE,
} from "../abi";
import { DEPTH, Frame } from "../frames/frame";
import { entry, escapesOf } from "../frames/open-strings";
import { skipShellQuote } from "../frames/quote";
import { MAX_ESCAPES, QUERY_NAME_MOST } from "../reading/bounds";
import { Char, isAt, isQuote, isQuoteAt, isRepeated, readChar } from "../reading/character";
import {
  AMPERSAND,
  APOSTROPHE,
  BACKSLASH,
  BAR,
  CARET,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DELETE,
  EQUALS,
  ESCAPE,
  GREATER,
  isAscii,
  isNewline,
  LESS,
  LINE_FEED,
  LOWER_N,
  LOWER_R,
  LOWER_T,
  LOWER_U,
  LOWER_X,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  PERCENT,
  RETURN,
  SEMICOLON,
  SPACE,
  TAB,
} from "../reading/chars";
import { isInClause, MEMBERS, State, TUPLE } from "../reading/state";
import {
  ALNUM,
  at,
  classOf,
  END,
  is,
  isOneOf,
  isText,
  isWideDelimiter,
  MAYBE_END,
  NAME,
  skipPlain,
  Text,
} from "../reading/text";
import {
  isBeforeToken,
  isBeforeWord,
  isBetweenLetters,
  isInQuotedWord,
  isParameter,
  isQuoteOfText,
} from "./in-word";

/** Whether the delimiter `c` at `p` ends an unquoted value, or is one of its characters. */
export function endsHere(p: usize, c: u32): bool {
  if (c == BACKSLASH) return endsAtEscaped(p);
  if (!isAscii(c)) return isWideDelimiter(p);
  if (c == PERCENT) {
    readChar(p);
    // What is encoded more often than the separator belongs to the value.
    if (Char.form != FORM_PERCENT || State.separator != FORM_PERCENT || Char.count > State.separatorCount)
      return false;
    if (Char.code == BAR || Char.code == CARET) return isMember(p + Char.length);
    return Char.code <= SPACE || isQuote(Char.code) || isOneOf(Char.code, "&;},");
  }
  if (c == AMPERSAND) {
    readChar(p);
    // What is escaped once more than the markup is text: `&amp;lt;`.
    if (Char.form == FORM_ENTITY)
      return isQuote(Char.code) ? !isBetweenLetters(p, p + Char.length) : Char.count == 0;
    return endsBeforeAmpersand(p + 1);
  }
  if (c == COMMA && (State.array == 1 || State.array >= TUPLE)) return true;
  if (State.array == MEMBERS && (c == CLOSE_BRACE || c == CLOSE_BRACKET)) return true;
  if (c == OPEN_BRACKET) return isEscapeInBrackets(p);
  if (c == BAR || c == CARET) return isMember(p + 1);
  if (c == CLOSE_PAREN && at(p + 1) == CLOSE_BRACKET && at(p + 2) == OPEN_PAREN) return true; // [![x](a?token=…)](b)
  // It closes one of the value's own.
  if (State.depth > 0 && State.code == 0 && isCloser(c)) return false;
  // `?password=))x1y2z3&`: brackets of the value's own.
  if (isCloser(c) && (isParameter() ? isBeforeWord(p) : isBeforeToken(p))) return false;
  if ((c == COMMA || (c == SEMICOLON && !isCookie())) && !is(at(p + 1), ALNUM)) {
    if (isParameter() ? isBeforeWord(p + 1) : isBeforeToken(p + 1)) return false;
  }
  const next = at(p + 1);
  if ((classOf(next) & END) != 0 || (c == CLOSE_BRACE && next == OPEN_BRACE)) return true;
  if (next == BACKSLASH) return endsAtEscape(p + 1);
  if (next == AMPERSAND && isQuoteAt(p + 1)) return true;
  if (
    next == COMMA ||
    (next == SEMICOLON && !isCookie()) ||
    next == CLOSE_PAREN ||
    next == CLOSE_BRACKET ||
    next == CLOSE_BRACE
  )
    return true;
  // `request{uri=/a?token=…}: started`, as Rust's tracing writes a span before a message; `def login(password=None):`.
  if (next == COLON && isCloser(c)) return (classOf(at(p + 2)) & END) != 0;
  if (c == COMMA || c == SEMICOLON) return next == OPEN_BRACE || isMember(p + 1);
  return false;
}

// @inline
export function isCloser(c: u32): bool {
  return c == CLOSE_PAREN || c == CLOSE_BRACKET || c == CLOSE_BRACE;
}

/** How many brackets [from, end) of an unquoted value opens, right after a word: `Original[`, `f(`. */
export function countOpened(from: usize, end: usize): u32 {
  let opened: u32 = 0;
  for (let p = from; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (
      (c == OPEN_PAREN || c == OPEN_BRACKET || c == OPEN_BRACE) &&
      p > Text.begin &&
      is(load<u8>(p - 1), ALNUM)
    )
      opened++;
  }
  return opened;
}

/** `[\r]` and `[\n]` at `p`, as Apache's HTTP client logs line ends. */
export function isEscapeInBrackets(p: usize): bool {
  if (at(p + 1) != BACKSLASH) return false;
  readChar(p + 1);
  return (Char.code == RETURN || Char.code == LINE_FEED) && at(p + 1 + Char.length) == CLOSE_BRACKET;
}

/** Returns the address after the "&" at `p`, which `Char` holds, and what is left of an `&amp;`. */
export function behindAmpersand(p: usize): usize {
  return at(p) == AMPERSAND && isAmpersand(p) ? p + 5 : p + Char.length;
}

/** `&amp;` at `p`, which separates parameters in a URL in HTML. */
function isAmpersand(p: usize): bool {
  return isText(p + 1, "amp;");
}

/** Whether no word goes on at `p`: white space, a quote or the like, also escaped. */
export function endsWord(p: usize): bool {
  const c = at(p);
  return (classOf(c) & END) != 0 || (c == BACKSLASH && endsAtEscape(p));
}

/** Whether the escape at `p` ends an unquoted value: an apostrophe or an ampersand in one is as without it. */
function endsAtEscaped(p: usize): bool {
  if (!endsAtEscape(p)) return false;
  if (isCookie() && isControl(Char.code)) return false;
  readChar(p);
  const next = p + Char.length;
  if (isQuoteOfText()) return !isBetweenLetters(p, next);
  if (Char.form != FORM_UNICODE && Char.form != FORM_HEX) return true;
  // After a backslash of the text's own it is no part of a word.
  const isPlain = Char.form == FORM_HEX || (Char.count & (Char.count - 1)) == 0;
  if (Char.code == APOSTROPHE && isPlain) return !isBetweenLetters(p, next);
  return Char.code != AMPERSAND || endsBeforeAmpersand(next);
}

/** Whether the "&" that ends before `next` ends an unquoted value. */
function endsBeforeAmpersand(next: usize): bool {
  if (State.inQuery) return true;
  if (isText(next, "amp;")) return isMember(next + 4, OF_QUERY) || (classOf(at(next + 4)) & END) != 0;
  return isMember(next, OF_QUERY);
}

/** Whether the backslashes at `p` escape a line end or a quote, which a value does not hold unquoted. */
function endsAtEscape(p: usize): bool {
  let n: u32 = 1;
  while (n < MAX_ESCAPES && at(p + n) == BACKSLASH) n++;
  const d = at(p + n);
  Char.code = d;
  if (d == LOWER_N || d == LOWER_R || d == LOWER_T || isQuote(d) || d <= SPACE) return true;
  if (d != LOWER_U && d != LOWER_X) return false;
  readChar(p);
  // An entity of which the "&" is escaped, `\u0026amp;lt;`: as in `endsHere`.
  if (Char.form == FORM_UNICODE && Char.count >= 256) return Char.count < 512 || isQuote(Char.code);
  return (
    (Char.form == FORM_UNICODE || Char.form == FORM_HEX) &&
    (Char.code <= SPACE ||
      Char.code == DELETE ||
      isQuote(Char.code) ||
      Char.code == AMPERSAND ||
      Char.code == LESS ||
      Char.code == GREATER)
  );
}

/** What the name of a query's parameter has in it; after other signs, "^+=" is in a password and "|a/b+c=" in a token. */
const OF_QUERY = "[]%~*+";

/** Whether `name=` or `name:` stands at `p`, so that what stands before it was the end of a value. */
function isMember(p: usize, signs: string = "[]%"): bool {
  let q = p;
  while (q < p + QUERY_NAME_MOST) {
    const c = at(q);
    if (c == PERCENT && q > p && isSeparator(q)) break;
    if (!is(c, NAME) && !isOneOf(c, signs)) break;
    q++;
  }
  return q > p && isSeparator(q);
}

function isSeparator(p: usize): bool {
  readChar(p);
  return Char.code == EQUALS || Char.code == COLON;
}

export function isCookie(): bool {
  return State.kind == VALUE_COOKIES || State.kind == VALUE_SET_COOKIE;
}

/** A control that ends nothing: a cookie ought not to hold it, and may (RFC 6265 section 5.2). */
export function isControl(c: u32): bool {
  return (c != 0 && c < SPACE && c != ESCAPE && c != TAB && c != LINE_FEED && c != RETURN) || c == DELETE;
}

/** `''` in a string of SQL or YAML, `""` in one of CSV, `'\\''` of a shell: a quote of the text at `p`, and no end of it. */
export function isDoubled(p: usize): bool {
  readChar(p);
  const c = Char.code;
  const second = p + Char.length;
  if (skipShellQuote(second, State.code, State.count) != second || isInQuotedWord(p)) return true;
  readChar(p);
  if (!isRepeated(second)) return false;
  // In SQL and CSV, each two of a row of quotes are one of the text's.
  const behind = second + Char.length;
  if (isDoubling() && (State.array == TUPLE || isInClause() || !endsLine(behind))) return true;
  const next = at(behind);
  return next != c && (classOf(next) & (END | MAYBE_END)) == 0 && next != COLON;
}

/** Whether the value's quotes are two of those around it, which escape nothing: `"{""a"":""b""}"`. */
export function isInDoubled(): bool {
  const level = Frame.level & DEPTH;
  if (State.form > FORM_BACKSLASH) return false;
  return level != 0 && load<u8>(entry(level)) == State.code && escapesOf(level) == <i32>State.count;
}

/** Whether the text or a line of it ends at `p`: PHP's var_dump escapes no quote, and its strings end there. */
function endsLine(p: usize): bool {
  if (at(p) == 0 && p >= Text.limit) return true;
  readChar(p);
  return isNewline(Char.code);
}

/** Whether two quotes in the value are one of its text, whatever follows: no string in such quotes is around it. */
function isDoubling(): bool {
  return State.form <= FORM_BACKSLASH && State.depth == 0 && isQuote(State.code) && !isInDoubled();
}

/** `]]>` after a value in `<![CDATA[`; of an element's text, what is written otherwise is text. */
export function endsCdata(p: usize): bool {
  return at(p + 1) == CLOSE_BRACKET && isAt(p + 2, GREATER) && Char.form == State.form;
}

/** After what cannot end the value at `p`; after more backslashes than are counted, the next character can be no end either. */
export function behindPlain(p: usize): usize {
  while (State.longRun == 1 && p < Text.limit) {
    const c = load<u8>(p);
    if (c != BACKSLASH) State.longRun = 0;
    if (c <= SPACE) break;
    p++;
  }
  return p < Text.limit ? skipPlain(p, Text.limit) : p;
}
