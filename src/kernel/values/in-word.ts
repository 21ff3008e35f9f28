// Quotes, "<" and ">" in the middle of an unquoted value, which end one elsewhere: `12'Xk9Vb4`, `NLQ|FXt8>XoZy`.
import { FORM_BACKSLASH, FORM_UNICODE, VALUE_COOKIES, VALUE_SET_COOKIE } from "../abi";
import { Key } from "../names/key-state";
import { Char, isQuote, isRepeated, readChar } from "../reading/character";
import { EQUALS, GREATER, isNewline, LESS, OPEN_BRACKET, PERCENT, SLASH } from "../reading/chars";
import { isOwnRule } from "../reading/program-view";
import { State } from "../reading/state";
import { ALNUM, at, BLANK, is, isOneOf, NAME, Text } from "../reading/text";
import { leaveWindow } from "../reading/window";
import { isMixed } from "../shapes/placeholder";

/** The name of a tag is no longer. */
const TAG_MOST: usize = 32;
/** A token in angle brackets, or behind one, is not shorter. */
const TOKEN_LEAST: usize = 8;
/** So far back an open tag is looked for. */
const OPEN_MOST: usize = 160;

/** Whether the value goes on behind the angle bracket `c` at `p`: it stands in a word, and opens or closes no tag. */
export function isAngleInValue(p: usize, c: u32): bool {
  if (c != LESS && c != GREATER) return false;
  leaveWindow();
  if (p <= Text.begin || !is(at(p + 1), ALNUM)) return false;
  // In front of a value most are placeholders, `password=<none>`; under a user's own names none is.
  if (!is(load<u8>(p - 1), ALNUM)) return c == LESS && (isToken(p + 1) || isOwnRule(State.rule));
  return c == LESS ? !opensTag(p + 1) : !closesTag(p);
}

/** Whether digits and letters of both cases stand at `p`, enough of them for a token. */
function isToken(p: usize): bool {
  let q = p;
  for (const most = p + TAG_MOST; q < most && is(at(q), NAME); ) q++;
  return q >= p + TOKEN_LEAST && isMixed(p, q, true);
}

/** Whether the word at `p` is the name of a tag by what stands behind it. */
function opensTag(p: usize): bool {
  let q = p;
  for (const most = p + TAG_MOST; q < most && is(at(q), NAME); ) q++;
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

/** Whether the value goes on after the quote at `p`, which stands between characters of it: `12'Xk9Vb4`. */
export function isQuoteInValue(p: usize): bool {
  return isBetweenLetters(p, p + 1) || (isParameter() && isOfParameter(at(p + 1)));
}

/** Whether the value is one of a query or a cookie, which no quotes enclose. */
function isParameter(): bool {
  return State.inQuery || State.kind == VALUE_COOKIES || State.kind == VALUE_SET_COOKIE;
}

/** Whether `c` behind a quote in a parameter shows that it goes on: a letter, or what is encoded. */
function isOfParameter(c: u32): bool {
  return is(c, ALNUM) || c == PERCENT;
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

/** Whether two quotes of `length` at `p` stand in front of a word, unlike the names that they would close, or of what replaced it. */
export function isEmptyBeforeWord(p: usize, length: usize): bool {
  if (Key.code != 0 || Key.doubled || Key.sign != EQUALS) return false;
  readChar(p);
  const next = p + length;
  return isRepeated(next) && (is(at(next + length), ALNUM) || at(next + length) == OPEN_BRACKET);
}

/** More brackets in a row are not looked at. */
const BRACKETS_MOST: usize = 8;

/** Whether a word stands behind the brackets that close at `p`. */
export function isBeforeWord(p: usize): bool {
  for (const most = p + BRACKETS_MOST; p < most && isOneOf(at(p), ")]}"); ) p++;
  return is(at(p), ALNUM);
}
