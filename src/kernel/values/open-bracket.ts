// Brackets and quotes that open before a value and close nowhere in its line: characters of a word, and no container that
// the line's other fields would be in.
import { FORM_BACKSLASH } from "../abi";
import { Key } from "../names/key-state";
import { CHECKED_MOST, NAME_MOST } from "../reading/bounds";
import { Char, isQuoteAt, readChar } from "../reading/character";
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  EQUALS,
  isNewline,
  OPEN_BRACE,
  RETURN,
} from "../reading/chars";
import { skipBlanks, skipLineEnd } from "../reading/skip";
import { at, BLANK, classOf, END, is, isOneOf, NAME, Text } from "../reading/text";
import { leaveWindow } from "../reading/window";
import { goesOnAt } from "./container";
import { endsOpenly, isOpening, skipBareName, skipQuote, stringEnd } from "./member-name";

/** Whether the line ends in front of the bracket or quote `close` of what opens before `p`. */
export function isOpenBefore(p: usize, close: u32): bool {
  for (const most = p + CHECKED_MOST; p < most; p++) {
    const c = at(p);
    if (c == close) return false;
    if (p >= Text.limit) return true;
    if ((c <= RETURN || c == BACKSLASH) && isLineEndOfText(p)) return true;
  }
  return false;
}

/** Whether a line of the text ends at `p`: not one of a string in it, `"a\\nb"`. */
function isLineEndOfText(p: usize): bool {
  if (at(p) != BACKSLASH) return isNewline(at(p));
  readChar(p);
  return Char.form == FORM_BACKSLASH && isNewline(Char.code) && <i32>Char.count <= Text.escapes + 1;
}

/** Whether what opens before `inside` stays open, and a word and a member, `x1y2z3 name=…`, is what it would enclose. */
export function isOpenBeforeMember(inside: usize, close: u32): bool {
  if (Key.sign != EQUALS && Key.sign != COLON) return false;
  let q = inside;
  for (const most = q + CHECKED_MOST; q < most && (classOf(at(q)) & END) == 0; ) q++;
  const name = skipBlanks(q);
  if (name == q || q == inside) return false;
  q = name;
  for (const most = q + NAME_MOST; q < most && is(at(q), NAME); ) q++;
  return q > name && at(q) == EQUALS && isOpenBefore(inside, close);
}

/** Whether a name stands at `p`, and a blank after its colon. */
export function startsName(p: usize): bool {
  for (const most = p + NAME_MOST; p < most && is(at(p), NAME); ) p++;
  return at(p) == COLON && is(at(p + 1), BLANK);
}

/**
 * Whether the bracket `c` before `inside` is a character of a field: a word or a string stands in it with a blank after, no
 * comma and no member, and it closes neither in its line nor in those below: `password=[ [22/Nov/2025:14:08:03 +0000] "GET …`.
 */
export function isInField(inside: usize, c: u32): bool {
  leaveWindow();
  let p = skipBlanks(inside);
  for (const most = p + OPENINGS_MOST; p < most && isOpening(at(p)); ) p = skipBlanks(p + 1);
  const value = skipBareName(p);
  const end = elementEnd(value != p ? skipBlanks(value) : p);
  if (end == 0) return false;
  const behind = skipBlanks(end);
  if (behind == end || isOneOf(at(behind), ",:=")) return false;
  // `{User:ann Pass:x1y2z3`, as Go prints members.
  if (value != p && skipBareName(behind) != behind) return false;
  return isOpenInLine(inside, c);
}

/** More brackets in a row are not looked at. */
const OPENINGS_MOST: usize = 8;

/** Where the word or the string at `p` ends, in front of a blank; 0: at a comma or with its line, or it is a sign. */
function elementEnd(p: usize): usize {
  if (isQuoteAt(p)) {
    const close = stringEnd(p);
    return close == 0 ? 0 : skipQuote(close, p);
  }
  let q = p;
  for (const most = p + CHECKED_MOST; q < most && !is(at(q), END); ) q++;
  return q == p || isOneOf(load<u8>(q - 1), ",:=") ? 0 : q;
}

/** Whether the bracket `open` before `inside` closes nowhere in its line, which no other goes on. */
function isOpenInLine(inside: usize, open: u32): bool {
  const close = open == OPEN_BRACE ? CLOSE_BRACE : CLOSE_BRACKET;
  let depth = 1;
  let p = inside;
  for (const most = p + CHECKED_MOST; p < most; p++) {
    const c = at(p);
    if (p >= Text.limit) return true;
    // In a word it opens nothing.
    if (c == open && is(load<u8>(p - 1), BLANK)) depth++;
    else if (c == close && --depth == 0) return false;
    else if ((c <= RETURN || c == BACKSLASH) && isLineEndOfText(p))
      return !endsOpenly(p) && !goesOnAt(skipLineEnd(p));
  }
  return false;
}
