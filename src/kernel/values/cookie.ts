// Cookies: `name=value` pairs, and the attributes after the one of a Set-Cookie.

import {
  FORM_PERCENT,
  SPAN_FIRST,
  VALUE_ANY,
  VALUE_COOKIES,
  VALUE_CREDENTIALS,
  VALUE_SET_COOKIE,
} from "../abi";
import { LIST_COOKIE_DATE, LIST_COOKIE_SETTING } from "../abi-words";
import { ATTRIBUTES_MOST, COOKIE_NAME_MOST, PARAMETER_MOST } from "../reading/bounds";
import { Char, isAt, isQuoteAt } from "../reading/character";
import {
  AMPERSAND,
  BACKSLASH,
  COMMA,
  EQUALS,
  isDigit,
  PERCENT,
  SEMICOLON,
  SLASH,
  SPACE,
  UNDERSCORE,
} from "../reading/chars";
import { skipBlanks, skipColours, skipLineEnd } from "../reading/skip";
import { MODE_ATTRIBUTES, MODE_COOKIE, MODE_ELEMENT, MODE_SEARCH, MODE_VALUE, State } from "../reading/state";
import { at, BLANK, classOf, END, is, MAYBE_END, NAME, Text, undecided } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { innocentEnd } from "../shapes/placeholder";
import { startsWithScheme } from "./authorization";
import { isEmptyOrInnocent } from "./enter-text";
import { BEHIND_LINE, behindIndent } from "./over-lines";
import { endsAt, isSemicolon } from "./text-end";

/** Whether the member at `p` is a setting of a cookie, not a cookie: `cookie: { path: '/', httpOnly: true }` of sessions. */
export function isSetting(p: usize): bool {
  if (isQuoteAt(p)) p += Char.length;
  if (at(p) == UNDERSCORE) p++; // _expires
  const length = behindWord(p) - p;
  return length != 0 && length == lengthOfListed(LIST_COOKIE_SETTING, p);
}

/** Whether the bare value at `p` is read in parts: credentials after a scheme, cookies; what is folded may be. */
export function hasParts(p: usize): bool {
  if (skipLineEnd(p) != p) return true;
  if (State.kind == VALUE_CREDENTIALS) return startsWithScheme(p);
  let end = p;
  while (end < p + COOKIE_NAME_MOST && is(at(end), NAME)) end++;
  return isAt(end, EQUALS);
}

/** Into what follows the cookie that ends at `p`. An array's next cookie is its next element. */
export function intoAttributes(p: usize): usize {
  State.mode = MODE_ATTRIBUTES;
  if (State.array != 0) State.kind = VALUE_ANY;
  return p;
}

/** After a cookie that may be joined to another by a comma, as `headers.get` of fetch does; 0: more text is needed. */
export function stepJoined(p: usize): usize {
  Text.hitEnd = false;
  const next = behindAttributes(p);
  if (undecided()) return 0;
  State.mode = next == 0 ? MODE_SEARCH : MODE_COOKIE;
  State.inner = 0;
  return next == 0 ? p : next;
}

/** `; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT, name=…`: at the name, or 0. */
function behindAttributes(p: usize): usize {
  const most = p + ATTRIBUTES_MOST;
  while (p < most && at(p) == SEMICOLON) {
    const attribute = skipBlanks(p + 1);
    p = behindWord(attribute);
    if (!isAt(p, EQUALS)) continue;
    const isDate = lengthOfListed(LIST_COOKIE_DATE, attribute) != 0;
    p += Char.length;
    while (p < most && isOfAttribute(p, isDate)) p++;
  }
  if (at(p) != COMMA) return 0;
  const name = skipBlanks(p + 1);
  const end = behindWord(name);
  return end > name && isAt(end, EQUALS) ? name : 0;
}

function behindWord(p: usize): usize {
  const most = p + PARAMETER_MOST;
  while (p < most && is(at(p), NAME)) p++;
  return p;
}

/** Whether the character at `p` belongs to an attribute's value; in a date, a comma and blanks, too. */
function isOfAttribute(p: usize, isDate: bool): bool {
  const c = at(p);
  if (isDate && c == COMMA) return is(at(p + 1), BLANK) && isDigit(at(p + 2));
  if (isDate && c == SPACE) return true;
  if (c == BACKSLASH) return at(p + 1) == SLASH; // PHP's JSON
  return (classOf(c) & (END | MAYBE_END)) == 0;
}

/** `name=value` of a cookie header: the name stays. Returns where to go on, 0: more text is needed. */
export function stepCookie(p: usize): usize {
  Text.hitEnd = false;
  let q = State.inner == BEHIND_LINE ? behindIndent(p) : skipBlanks(p);
  const line = State.inner == BEHIND_LINE ? q : skipLineEnd(q);
  if (undecided()) return 0;
  if (line != q) {
    State.inner = BEHIND_LINE;
    return line;
  }
  if (State.inner == BEHIND_LINE && q == p) {
    State.mode = MODE_SEARCH;
    return p;
  }
  const most = q + COOKIE_NAME_MOST;
  const name = q;
  // A name's characters end nothing: 190 of them are looked at after each `Cookie:`.
  for (; q < most; q++) {
    const c = at(q);
    if (is(c, NAME)) continue;
    if (c == EQUALS || isSemicolon(q) || classOf(c) & END || isEquals(q) || endsAt(q) || isQuoteAt(q)) break;
  }
  if (isEquals(q) && q > name) {
    q = skipColours(q + Char.length);
    if (isQuoteAt(q) && Char.code != State.code) q += Char.length;
    const innocent = isEmptyOrInnocent(q);
    if (undecided()) return 0;
    if (!innocent) {
      State.inner = 0;
      State.mode = MODE_VALUE;
      State.flags |= SPAN_FIRST;
      State.longRun = 0;
      return q;
    }
    if (!endsAt(q)) q = innocentEnd(q);
  } else {
    if (undecided()) return 0;
    if (!isSemicolon(q) && State.array == 0) {
      // No pair at all: what is there may be anything, a name of its own kind among others.
      State.mode = MODE_SEARCH;
      return p;
    }
  }
  if (isSemicolon(q)) {
    State.inner = 0;
    if (State.kind != VALUE_SET_COOKIE) return q + Char.length;
    return intoAttributes(q);
  }
  if (undecided()) return 0;
  State.inner = 0;
  State.mode = State.array != 0 ? MODE_ELEMENT : MODE_SEARCH;
  return q;
}

/** "=", also as %3D in a percent-encoded cookie; it is then in `Char`. */
function isEquals(p: usize): bool {
  const c = at(p);
  if (c != EQUALS && c != BACKSLASH && c != AMPERSAND && (c != PERCENT || State.separator != FORM_PERCENT))
    return false;
  return isAt(p, EQUALS);
}

/** More quotes in a row end no cookie. */
const QUOTES_MOST = 4;

/** The address after the quotes of a cookie's value at `p` that another cookie follows, `a="x1y2z3"; b=…`; `p` where none is. */
export function skipClose(p: usize): usize {
  if (State.kind != VALUE_COOKIES && State.kind != VALUE_SET_COOKIE) return p;
  let next = p;
  for (let i = 0; i < QUOTES_MOST && next < Text.limit && isQuoteAt(next) && Char.code != State.code; i++)
    next += Char.length;
  return next < Text.limit && isSemicolon(next) ? next : p;
}
