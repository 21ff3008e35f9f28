// Quotes, "<" and ">" in the middle of an unquoted value, which end one elsewhere: `12'Xk9Vb4`, `NLQ|FXt8>XoZy`.
import { FORM_BACKSLASH, FORM_RAW, FORM_UNICODE, VALUE_COOKIES, VALUE_SET_COOKIE } from "../abi";
import { DEPTH, Frame } from "../frames/frame";
import { entry, escapesOf } from "../frames/open-strings";
import { isDelimiter, skipShellQuote } from "../frames/quote";
import { Key } from "../names/key-state";
import { NAME_MOST } from "../reading/bounds";
import { Char, isQuote, isRepeated, readChar } from "../reading/character";
import {
  APOSTROPHE,
  BACKTICK,
  CLOSE_BRACKET,
  DELETE,
  EQUALS,
  GREATER,
  isDigit,
  isNewline,
  LESS,
  OPEN_BRACKET,
  PERCENT,
  SLASH,
} from "../reading/chars";
import { isOwnRule } from "../reading/program-view";
import { State } from "../reading/state";
import { ALNUM, at, BLANK, before, classOf, END, HEX, is, isOneOf, NAME, Text } from "../reading/text";
import { leaveWindow } from "../reading/window";
import { isMixed } from "../shapes/kinds";
import { innocentEnd } from "../shapes/placeholder";

/** The name of a tag is no longer, and of a token no more is looked at. */
const TAG_MOST: usize = 32;
/** A token in angle brackets, or after one, is not shorter. */
const TOKEN_LEAST: usize = 8;
/** So far back an open tag is looked for. */
const OPEN_MOST: usize = 160;

/** Whether the value goes on after the angle bracket `c` at `p`: it stands in a word, and opens or closes no tag. */
export function isAngleInValue(p: usize, c: u32): bool {
  if (c != LESS && c != GREATER) return false;
  leaveWindow();
  if (p <= Text.begin || !is(at(p + 1), ALNUM)) return false;
  // In front of a value most are placeholders, `password=<none>`; under a user's own names none is.
  const isCookie = State.kind == VALUE_COOKIES || State.kind == VALUE_SET_COOKIE;
  if (!is(load<u8>(p - 1), ALNUM))
    return (isCookie || c == LESS) && (isToken(isCookie ? skipMarks(p + 1) : p + 1) || isOwnRule(State.rule));
  if (isCookie) return true;
  return c == LESS ? !opensTag(p + 1) : !closesTag(p);
}

/** Whether digits and letters of both cases stand at `p`, enough of them for a token. */
function isToken(p: usize): bool {
  let q = p;
  for (const most = p + TAG_MOST; q < most && is(at(q), NAME); ) q++;
  return q >= p + TOKEN_LEAST && isMixed(p, q, true);
}

/** Whether the word at `p` is the name of a tag by what stands after it. */
function opensTag(p: usize): bool {
  let q = p;
  for (const most = p + TAG_MOST; q < most && is(at(q), NAME); ) q++;
  if (hasDigitInWord(p, q)) return false;
  const c = at(q);
  return c == GREATER || c == SLASH || c == 0 || is(c, BLANK) || isNewline(c);
}

/** Whether a tag is open in the line before `p`. */
function closesTag(p: usize): bool {
  const least = p - min(OPEN_MOST, p - Text.begin);
  for (let q = p; q > least; q--) {
    const c = <u32>load<u8>(q - 1);
    if (c == LESS) return true;
    if (c == GREATER || isNewline(c)) return false;
  }
  return false;
}

/** The address after the quote at `p`, with the escapes of a shell, if the value goes on there; `p` if it ends. */
export function skipQuoteInValue(p: usize): usize {
  const joint = at(p) == APOSTROPHE ? skipShellJoint(p) : p;
  return joint != p ? joint : isQuoteInValue(p) ? p + 1 : p;
}

/** Whether the value goes on after the quote at `p`, which stands between characters of it: `12'Xk9Vb4`. */
function isQuoteInValue(p: usize): bool {
  if (at(p) == APOSTROPHE ? isRowBetweenLetters(p) : isBetweenLetters(p, p + 1)) return true;
  return isParameter() && isBeforeWord(at(p) == APOSTROPHE ? p : p + 1);
}

/** Whether the value is one of a query or a cookie, which no quotes enclose. */
export function isParameter(): bool {
  return State.inQuery || State.kind == VALUE_COOKIES || State.kind == VALUE_SET_COOKIE;
}

/** Whether the quote in `Char` is one of the text of the string that is looked into, which a line has without escapes. */
export function isQuoteOfText(): bool {
  if (Text.escapes < 0 || !isQuote(Char.code)) return false;
  if (Char.form == FORM_UNICODE) return <i32>Char.count == Text.escapes + 1;
  return Char.form == FORM_BACKSLASH && <i32>Char.count == 2 * Text.escapes + 1;
}

/** The address after the quote of the text at `p`, which stands in a value, with its backslashes; `p` if none does. */
export function skipQuoteOfText(p: usize): usize {
  readChar(p);
  const next = p + Char.length;
  return isQuoteOfText() && isBetweenLetters(p, next) ? next : p;
}

/** Whether letters or digits stand before `p` and at `next`. */
export function isBetweenLetters(p: usize, next: usize): bool {
  return p > Text.begin && is(load<u8>(p - 1), ALNUM) && is(at(next), ALNUM);
}

/** Whether the raw apostrophe at `p` stands in a word, and a later one closes what the first opened: `password='a'b1', id=7`. */
export function isInQuotedWord(p: usize): bool {
  if (State.code != APOSTROPHE || State.form != FORM_RAW || at(p) != APOSTROPHE) return false;
  let q = p;
  for (const most = p + NAME_MOST; q < most; q++) {
    const c = at(q);
    if (c == APOSTROPHE ? !isBetweenLetters(q, q + 1) : is(c, END)) break;
  }
  return q != p && at(q) == APOSTROPHE && is(before(q), ALNUM) && isDelimiter(at(q + 1));
}

/**
 * The address after the apostrophe at `p` as a shell writes it in the string that the value stands in, `'a'\\''b'`, where the
 * value goes on; `p` where none is.
 */
function skipShellJoint(p: usize): usize {
  const level = Frame.level & DEPTH;
  if (level == 0 || load<u8>(entry(level)) != APOSTROPHE) return p;
  const end = skipShellQuote(p + 1, APOSTROPHE, <u32>escapesOf(level));
  return end != p + 1 && (classOf(at(end)) & END) == 0 ? end : p;
}

/** Whether the apostrophe at `p` is one of a row between letters or digits. */
function isRowBetweenLetters(p: usize): bool {
  let start = p;
  const least = p - min(MARKS_MOST, p - Text.begin);
  while (start > least && load<u8>(start - 1) == APOSTROPHE) start--;
  let end = p + 1;
  for (const most = p + MARKS_MOST; end < most && at(end) == APOSTROPHE; ) end++;
  return isBetweenLetters(start, end);
}

/**
 * The address after pairs of quotes of `length` at `p` in front of a word, unlike the names that they would close, or of what
 * replaced it; `p` if there are none.
 */
export function skipEmptyStrings(p: usize, length: usize): usize {
  if (Key.code != 0 || Key.doubled || Key.sign != EQUALS) return p;
  let next = p;
  for (const most = p + MARKS_MOST * length; next < most; next += 2 * length) {
    readChar(p);
    if (!isRepeated(next) || !isRepeated(next + length)) break;
  }
  return next != p && (is(at(next), ALNUM) || at(next) == OPEN_BRACKET) ? next : p;
}

/** More brackets and apostrophes in a row are not looked at. */
const MARKS_MOST: usize = 8;

/** Whether a word or what is encoded stands after the brackets and apostrophes at `p`, which end no parameter. */
export function isBeforeWord(p: usize): bool {
  const q = skipMarks(p);
  return q != p || is(at(p), ALNUM) || at(p) == PERCENT;
}

/** Whether `c` is no letter, and ends neither a parameter nor a cookie. */
function isMark(c: u32): bool {
  return (
    c == APOSTROPHE || c == BACKTICK || !(c >= DELETE || is(c, ALNUM) || is(c, END) || isOneOf(c, "&;#%\\"))
  );
}

/** The address after the brackets and apostrophes at `p` that are the first of a parameter's value, `''x1y2z3`; `p` if no word follows. */
export function skipMarks(p: usize): usize {
  let q = p;
  for (const most = p + MARKS_MOST; q < most && isMark(at(q)); ) q++;
  return is(at(q), ALNUM) || at(q) == PERCENT ? q : p;
}

/** So many letters and digits after brackets are a token's, if one of the first stands before a letter. */
const TOKEN_PART: usize = 6;

/** Whether letters and digits as a token has them stand after the brackets at `p`: `))x1Y2z3w4`. */
export function isBeforeToken(p: usize): bool {
  for (const most = p + MARKS_MOST; p < most; ) {
    const mask = at(p) == OPEN_BRACKET ? innocentEnd(p) : p;
    if (mask > p + 2 && load<u8>(mask - 1) == CLOSE_BRACKET) p = mask;
    else if (isOneOf(at(p), ")]}([{$")) p++;
    else if (at(p) == PERCENT && is(at(p + 1), HEX) && is(at(p + 2), HEX)) p += 3;
    else break;
  }
  let q = p;
  for (const most = p + TAG_MOST; q < most && is(at(q), ALNUM); ) q++;
  return q >= p + TOKEN_PART && hasDigitInWord(p, q);
}

/** Whether a digit stands before a letter in [p, end). */
function hasDigitInWord(p: usize, end: usize): bool {
  for (; p + 1 < end; p++) if (isDigit(load<u8>(p)) && !isDigit(load<u8>(p + 1))) return true;
  return false;
}
