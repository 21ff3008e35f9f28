// Characters that end an unquoted value or belong to it, depending on what follows.
import { MAX_ESCAPES } from "../reading/bounds";
import { FORM_ENTITY, FORM_HEX, FORM_PERCENT, FORM_UNICODE, VALUE_COOKIES, VALUE_SET_COOKIE } from "../abi";
import { Char, isAt, isQuote, isRepeated, readChar } from "../reading/character";
import { State, TUPLE } from "../reading/state";
import { END, MAYBE_END, NAME, Text, at, classOf, is, skipPlain } from "../reading/text";

/** Whether the delimiter `c` at `p` ends an unquoted value, or is one of its characters. */
export function endsHere(p: usize, c: u32): bool {
  if (c == 0x5c) return endsAtEscape(p) && !(isCookie() && isControl(Char.code));
  if (c >= 0x80) return isWideDelimiter(p, c);
  if (c == 0x25) {
    readChar(p);
    // What is encoded more often than the separator belongs to the value.
    if (Char.form != FORM_PERCENT || State.separator != FORM_PERCENT || Char.count > State.separatorCount) return false;
    if (Char.code == 0x7c || Char.code == 0x5e) return isParameter(p + Char.length);
    return Char.code == 0x26 || Char.code == 0x3b || Char.code <= 0x20 || isQuote(Char.code) || Char.code == 0x7d || Char.code == 0x2c;
  }
  if (c == 0x26) {
    readChar(p);
    // What is escaped once more than the markup is text: `&amp;lt;`.
    if (Char.form == FORM_ENTITY) return Char.count == 0 || isQuote(Char.code);
    if (isAmpersand(p)) return isParameter(p + 5) || (classOf(at(p + 5)) & END) != 0;
    return State.separator == FORM_PERCENT || isParameter(p + 1);
  }
  if (c == 0x2c && (State.array == 1 || State.array == TUPLE)) return true;
  if (c == 0x5b) return isEscapeInBrackets(p);
  if (c == 0x7c || c == 0x5e) return isParameter(p + 1);
  const next = at(p + 1);
  if (classOf(next) & END) return true;
  if (next == 0x5c) return endsAtEscape(p + 1);
  if (next == 0x2c || next == 0x3b || next == 0x29 || next == 0x5d || next == 0x7d) return true;
  // `request{uri=/a?token=…}: started`, as Rust's tracing writes a span before a message.
  if (next == 0x3a && c == 0x7d) return (classOf(at(p + 2)) & END) != 0;
  if (c == 0x2c || c == 0x3b) return next == 0x7b || isParameter(p + 1);
  return false;
}

/** A comma, a full stop, a semicolon or a closing bracket of Chinese and Japanese at `p`. */
function isWideDelimiter(p: usize, c: u32): bool {
  const second = at(p + 1);
  const third = at(p + 2);
  if (c == 0xe3) return second == 0x80 && (third - 0x81 < 2 || third == 0x8d || third == 0x91);
  return second == 0xbc && (third == 0x8c || third == 0x89 || third == 0x9b);
}

/** `[\r]` and `[\n]` at `p`, as Apache's HTTP client logs line ends. */
export function isEscapeInBrackets(p: usize): bool {
  if (at(p + 1) != 0x5c) return false;
  readChar(p + 1);
  return (Char.code == 13 || Char.code == 10) && at(p + 1 + Char.length) == 0x5d;
}

/** Behind the "&" at `p`, which `Char` holds, and what is left of an `&amp;`. */
export function behindAmpersand(p: usize): usize {
  return at(p) == 0x26 && isAmpersand(p) ? p + 5 : p + Char.length;
}

/** `&amp;` at `p`, which separates parameters in a URL in HTML. */
function isAmpersand(p: usize): bool {
  return at(p + 1) == 0x61 && at(p + 2) == 0x6d && at(p + 3) == 0x70 && at(p + 4) == 0x3b;
}

/** Whether no word goes on at `p`: white space, a quote or the like, also escaped. */
export function endsWord(p: usize): bool {
  const c = at(p);
  return (classOf(c) & END) != 0 || (c == 0x5c && endsAtEscape(p));
}

/** Whether the backslashes at `p` escape a line end or a quote, which a value does not hold unquoted. */
function endsAtEscape(p: usize): bool {
  let n: u32 = 1;
  while (n < MAX_ESCAPES && at(p + n) == 0x5c) n++;
  const d = at(p + n);
  Char.code = d;
  if (d == 0x6e || d == 0x72 || d == 0x74 || isQuote(d) || d <= 0x20) return true;
  if (d != 0x75 && d != 0x78) return false;
  readChar(p);
  // An entity of which the "&" is escaped, `\u0026amp;lt;`: as in `endsHere`.
  if (Char.form == FORM_UNICODE && Char.count >= 512) return isQuote(Char.code);
  return (Char.form == FORM_UNICODE || Char.form == FORM_HEX) && (Char.code <= 0x20 || isQuote(Char.code) || Char.code == 0x26 || Char.code == 0x3c || Char.code == 0x3e);
}

/** Whether `name=` or `name:` stands at `p`, so that what stands before it was the end of a value. */
function isParameter(p: usize): bool {
  let q = p;
  while (q < p + 64) {
    const c = at(q);
    if (c == 0x25 && isSeparator(q)) break;
    if (!is(c, NAME) && c != 0x5b && c != 0x5d && c != 0x25) break;
    q++;
  }
  return q > p && isSeparator(q);
}

function isSeparator(p: usize): bool {
  readChar(p);
  return Char.code == 0x3d || Char.code == 0x3a;
}

export function isCookie(): bool {
  return State.kind == VALUE_COOKIES || State.kind == VALUE_SET_COOKIE;
}

/** A control that ends nothing: a cookie ought not to hold it, and may (RFC 6265 section 5.2). */
export function isControl(c: u32): bool {
  return (c - 1 < 0x1f && c != 0x1b && c != 9 && c != 10 && c != 13) || c == 0x7f;
}

/** `''` in a string of SQL or YAML, `""` in one of CSV or Basic: a quote of the text at `p`, and no end of it. */
export function isDoubled(p: usize): bool {
  readChar(p);
  const c = Char.code;
  const second = p + Char.length;
  if (!isRepeated(second)) return false;
  const next = at(second + Char.length);
  return next != c && (classOf(next) & (END | MAYBE_END)) == 0 && next != 0x3a;
}

/** `]]>` behind a value in `<![CDATA[`. */
export function endsCdata(p: usize): bool {
  return at(p + 1) == 0x5d && isAt(p + 2, 0x3e);
}

/** Behind what cannot end the value at `p`; behind more backslashes than are counted, the next character can be no end either. */
export function behindPlain(p: usize): usize {
  while (State.longRun != 0 && p < Text.limit) {
    if (load<u8>(p) != 0x5c) State.longRun = 0;
    p++;
  }
  return p < Text.limit ? skipPlain(p, Text.limit) : p;
}
