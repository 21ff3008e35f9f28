// Names that are values themselves, and the values that stand under a name of their own: {name: "…", value: "…"}.
import { backOverSpace, skipBlanks, skipSpace } from "../reading/skip";
import { Key, openQuote } from "../names/key-state";
import { isInnocent } from "../shapes/placeholder";
import { Name } from "../names/name-trie";
import { Char, codeBefore, isAt, isQuote, isQuoteAt, readChar, startBefore } from "../reading/character";
import { behindSign } from "./separators";
import { CHANGES_MEMBER } from "../reading/state";
import { NAME, Text, WORD, at, fold, is } from "../reading/text";
import { unwrap } from "./type-wrappers";

/** A path in front of a name is no longer. */
const PATH_MOST: usize = 100;

/** Whether the name is itself the value of another one: `name: password`, `name="password"`. */
export function isNamed(): bool {
  let p = Name.start;
  // `/app/db_password` of AWS' parameter store
  const least = p - min(PATH_MOST, p - Text.begin);
  if (codeBefore(p) == 0x2f) while (p > least && isOfPath(codeBefore(p))) p = startBefore(p);
  Name.start = p;
  if (Key.code != 0) {
    p = openQuote();
    if (p == 0) return false;
  }
  p = backOverSpace(p, Text.begin);
  // `"path":["password"]`
  if (codeBefore(p) == 0x5b) p = backOverSpace(startBefore(p), Text.begin);
  const c = codeBefore(p);
  return c == 0x3a || c == 0x3d;
}

/** The slash with a backslash in front, as PHP writes it, too. */
function isOfPath(c: u32): bool {
  return is(c, NAME) || c == 0x2f || c == 0x5c;
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
  if (!isAt(q, 0x3a)) return 0;
  Short.start = skipBlanks(q + Char.length);
  Short.end = behindWord(Short.start);
  q = skipBlanks(Short.end);
  return q > Short.start && isAt(q, 0x2c) ? skipSpace(q + Char.length) : 0;
}

/** Behind the string at `p`, or the number or word, if it is short and plain; else `p`. */
function behindWord(p: usize): usize {
  readChar(p);
  const quoted = isQuote(Char.code);
  if (quoted && (Char.code != Key.code || Char.form != Key.form || Char.count != Key.count)) return p;
  let q = quoted ? p + Char.length : p;
  const most = q + MEMBER_MOST;
  while (q < most && (is(at(q), NAME) || (quoted && (at(q) == 0x20 || at(q) == 0x2f || at(q) == 0x3a)))) q++;
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
  if (length < 3) return false;
  const last = length == 3 ? p : p + length - min(length, 5);
  if (fold(at(last)) != 0x76 || fold(at(last + 1)) != 0x61 || fold(at(last + 2)) != 0x6c) return false;
  return length == 3 || (length >= 5 && fold(at(last + 3)) == 0x75 && fold(at(last + 4)) == 0x65);
}

/** Whether one of a few words, packed little-endian, stands at `p`. */
function isOfChange(p: usize, length: usize): bool {
  if (length < 2 || length > 8) return false;
  let word: u64 = 0;
  for (let i: usize = 0; i < length; i++) word |= <u64>fold(at(p + i)) << (8 * i);
  if (length <= 4) return word == 0x646c6f || word == 0x77656e || word == 0x6d6f7266 || word == 0x6f74; // old new from to
  if (word == 0x65726f666562 || word == 0x7265746661) return true; // before after
  return word == 0x73756f6976657270 || word == 0x746e6572727563; // previous current
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
  if (Char.code == 0x7b) return behindValueName(skipSpace(p + Char.length));
  if (Char.code != 0x3a && Char.code != 0x3d) return 0;
  Key.sign = Char.code;
  p = behindSign(p);
  return p == 0 ? 0 : unwrap(p);
}
