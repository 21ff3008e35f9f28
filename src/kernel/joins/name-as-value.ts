// Names that are values themselves, and the values that stand under a name of their own: {name: "…", value: "…"}.

import { Key, openQuote } from "../names/key-state";
import { Name } from "../names/name-trie";
import { Char, codeBefore, isAt, isQuote, isQuoteAt, readChar, startBefore } from "../reading/character";
import {
  BACKSLASH,
  COLON,
  COMMA,
  EQUALS,
  GREATER,
  OPEN_BRACE,
  OPEN_BRACKET,
  SLASH,
  SPACE,
} from "../reading/chars";
import { backOverSpace, skipBlanks, skipSpace } from "../reading/skip";
import { CHANGES_MEMBER } from "../reading/state";
import { at, is, isText, lengthOfOne, NAME, Text, WORD } from "../reading/text";
import { isInnocent } from "../shapes/placeholder";
import { unwrap } from "./type-wrappers";

/** A path in front of a name is no longer. */
const PATH_MOST: usize = 100;

/** Whether the name is itself the value of another one: `name: password`, `name="password"`. */
export function isNamed(): bool {
  let p = Name.start;
  // `/app/db_password` of AWS' parameter store
  const least = p - min(PATH_MOST, p - Text.begin);
  if (codeBefore(p) == SLASH) while (p > least && isOfPath(codeBefore(p))) p = startBefore(p);
  Name.start = p;
  if (Key.code != 0) {
    p = openQuote();
    if (p == 0) return false;
  }
  p = backOverSpace(p, Text.begin);
  // `"path":["password"]`
  if (codeBefore(p) == OPEN_BRACKET) p = backOverSpace(startBefore(p), Text.begin);
  const c = codeBefore(p);
  return c == COLON || c == EQUALS;
}

/** The slash with a backslash in front, as PHP writes it, too. */
function isOfPath(c: u32): bool {
  return is(c, NAME) || c == SLASH || c == BACKSLASH;
}

/** So many members may stand between a name and its value: `"name":"…","type":"secret","value":"…"`. */
const MEMBERS_BETWEEN = 3;
const MEMBER_MOST: usize = 48;

/** The value of the member that `behindShort` passed over, with its quotes. */
class Short {
  static start: usize = 0;
  static end: usize = 0;
}

/** Behind `"value":` at `p` or a few short members further on, 0 where it does not stand there. */
export function behindMembers(p: usize): usize {
  let next = behindValueName(p);
  if (!isNamed()) return next;
  for (let i = 0; i <= MEMBERS_BETWEEN; i++) {
    if (next == 0) next = behindChangedMember(p);
    if (next != 0 && i == MEMBERS_BETWEEN) break;
    // `"oldValue":null,"newValue":"…"`
    const other = behindShort(p);
    if (next != 0 && (other == 0 || !isNothing())) break;
    if (other == 0) return 0;
    p = other;
    Key.value = p;
    next = behindValueName(p);
  }
  if (next != 0) Key.changes = CHANGES_MEMBER;
  return next;
}

/** Whether what `behindShort` passed over is empty, null or hidden. */
function isNothing(): bool {
  const quote = isQuoteAt(Short.start) ? Char.length : 0;
  const start = Short.start + quote;
  const end = Short.end - quote;
  return start >= end || isInnocent(start, end, false);
}

/** Behind the member at `p` and its comma, quoted as the name is, of a few letters, digits and signs; 0: it is another. */
function behindShort(p: usize): usize {
  let q = behindWord(p);
  if (q == p) return 0;
  q = skipBlanks(q);
  if (!isAt(q, COLON)) return 0;
  Short.start = skipBlanks(q + Char.length);
  Short.end = behindWord(Short.start);
  q = skipBlanks(Short.end);
  return q > Short.start && isAt(q, COMMA) ? skipSpace(q + Char.length) : 0;
}

/** Behind the string at `p`, or the number or word, if it is short and plain; else `p`. */
function behindWord(p: usize): usize {
  readChar(p);
  const quoted = isQuote(Char.code);
  if (quoted && (Char.code != Key.code || Char.form != Key.form || Char.count != Key.count)) return p;
  let q = quoted ? p + Char.length : p;
  const most = q + MEMBER_MOST;
  while (q < most && (is(at(q), NAME) || (quoted && (at(q) == SPACE || at(q) == SLASH || at(q) == COLON))))
    q++;
  if (!quoted) return q;
  readChar(q);
  return Char.code == Key.code && Char.form == Key.form && Char.count == Key.count ? q + Char.length : p;
}

/** Behind `"value":`, `value=`, `"val":`, `"ParameterValue":` and the like at `p`, 0 where it does not stand there. */
export function behindValueName(p: usize): usize {
  return behindMember(p, false);
}

/** The same, and behind `"old":`, `"to":` and other words for what a change begins and ends with. */
export function behindChangedMember(p: usize): usize {
  return behindMember(p, true);
}

function isValue(p: usize, length: usize): bool {
  return length == 3 ? isText(p, "val") : length >= 5 && isText(p + length - 5, "value");
}

/** Whether the word at `p` says which side of a change stands there. */
function isOfChange(p: usize, length: usize): bool {
  return length != 0 && length == lengthOfOne(p, "old new from to before after previous current");
}

function behindMember(p: usize, changes: bool): usize {
  readChar(p);
  if (isQuote(Char.code)) p += Char.length;
  let length: usize = 0;
  while (length < 24 && is(at(p + length), WORD)) length++;
  if (!isValue(p, length) && !(changes && isOfChange(p, length))) return 0;
  p += length;
  readChar(p);
  if (isQuote(Char.code)) p += Char.length;
  p = skipBlanks(p);
  readChar(p);
  // `value { string_value: "…" }`, as protobuf prints a message.
  if (Char.code == OPEN_BRACE) return behindValueName(skipSpace(p + Char.length));
  if (Char.code != COLON && Char.code != EQUALS) return 0;
  Key.sign = Char.code;
  p += Char.length;
  return unwrap(isAt(p, GREATER) ? p + Char.length : p);
}
