// Pairs of name and value: ("Authorization", "Bearer …"), {name: "…", value: "…"}, and flat lists of
// names and values. A list of column names or of headers that are allowed looks nearly the same, so a
// pair needs a reason: its name opens a bracket that holds but two strings, or is a header's name.
import { CHECK_ENTROPY, VALUE_ANY } from "../abi";
import { backOverSpace, skipColours, skipSpace } from "../reading/skip";
import { passes } from "../shapes/check";
import { Key, isFlag, openQuote } from "../names/key-state";
import { innocentEnd } from "../shapes/placeholder";
import { Name } from "../names/name-trie";
import { behindMembers } from "./name-as-value";
import { Char, codeBefore, isAt, isQuote, readChar, startBefore } from "../reading/character";
import { isDefined } from "./commands-and-prose";
import { State } from "../reading/state";
import { BLANK, NAME, Text, WORD, at, before, fold, is, undecided } from "../reading/text";
import { Value, quotedEnd } from "../values/text-end";
import { unwrap } from "./type-wrappers";

/** A value that is longer is no name of a column. */
const LOOK_AHEAD: usize = 1024;

/** Behind the comma at `p`, which `Char` holds, where the name is followed by its value. */
export function behindComma(p: usize, kind: u32): usize {
  const q = skipSpace(p + Char.length);
  Key.value = q;
  const next = behindMembers(q);
  if (next != 0 || undecided()) return next;
  const value = unwrap(q);
  readChar(value);
  if (!isQuote(Char.code) || Char.form != Key.form || Char.count != Key.count) return 0;
  if (isFlag()) return Char.code == Key.code ? value : 0;
  const open = openQuote();
  if (open == 0) return 0;
  readChar(value);
  Key.value = value;
  return isPair(open, value, kind) ? value : 0;
}

/** The byte before the space and colours in front of `p`. */
function sign(p: usize): usize {
  const c = before(p);
  // b'name', u"name"
  if (p > Text.begin && (fold(c) == 0x62 || fold(c) == 0x75)) p--;
  return backOverSpace(p, Text.begin);
}

/** Whether the quoted name at `open` and the string at `value`, whose quote `Char` holds, are a pair. */
function isPair(open: usize, value: usize, kind: u32): bool {
  const start = value + Char.length;
  State.code = Char.code;
  State.form = Char.form;
  State.count = Char.count;
  State.longRun = 0;
  State.kind = VALUE_ANY;
  const end = behindString(start);
  if (end == 0) return !Text.hitEnd || Text.final ? Text.limit - start >= LOOK_AHEAD : false;
  readChar(end);
  const after = skipColours(end + Char.length);
  readChar(skipSpace(after));
  const closing = Char.code == 0x5d || Char.code == 0x29 || Char.code == 0x7d;
  const place = sign(open);
  const c = codeBefore(place);
  const bracket = startBefore(place);
  const name = isNameLike(start, end);
  const header = kind != VALUE_ANY || isHeaderLike();
  if (c == 0x28 || c == 0x7b || c == 0x5b) {
    const outer = codeBefore(backOverSpace(bracket, Text.begin));
    const listed = outer == 0x5b || outer == 0x2c || outer == 0x28;
    const isMember = c != 0x5b || (outer != 0x3a && outer != 0x3d);
    if (closing && isMember && (!name || listed)) return true;
    if (closing && isMember && c == 0x28 && (kind != VALUE_ANY || isDefined(bracket))) return true;
    // `addHeader("X-Api-Key", "…")`, and no list of headers.
    if (closing && c == 0x28 && isHeaderLike() && !isHeaderName(start, end)) return true;
  } else if (c != 0x2c) {
    return false;
  }
  if (isAt(after, 0x3a)) return false;
  // A member of a flat list, as Node's rawHeaders.
  if (header) {
    if (name && kind == VALUE_ANY) return isHeaderLike() && isAmongValues(bracket, after);
    return !name && (kind == VALUE_ANY || hasBlankOrDigit(start, end));
  }
  return !name && isMixed(start, end) && passes(CHECK_ENTROPY, start, end, 0);
}

/**
 * End of the string that starts at `p`, 0: not within LOOK_AHEAD bytes; `Text.hitEnd` where more text
 * would tell.
 */
function behindString(p: usize): usize {
  const limit = Text.limit;
  const cut = p + LOOK_AHEAD < limit;
  if (cut) Text.limit = p + LOOK_AHEAD;
  let end = p;
  for (;;) {
    const stop = quotedEnd(end);
    end = stop;
    if (stop == 0 || Value.resume == 0) break;
    end = Value.resume;
    Value.resume = 0;
  }
  const isOver = end != 0 && end < Text.limit;
  Text.limit = limit;
  Text.hitEnd = !isOver && !cut;
  State.longRun = 0;
  return isOver ? end : 0;
}

/** `X-Api-Key`, `Password`: words with a dash between, or one that is written as headers are. */
function isHeaderLike(): bool {
  let capital = <u32>load<u8>(Name.start) - 0x41 < 26;
  for (let p = Name.start; p < Key.nameEnd; p++) {
    const c = <u32>load<u8>(p);
    if (c == 0x2d) return true;
    if (p > Name.start && c - 0x61 >= 26) capital = false;
  }
  return capital;
}

/** So far back and ahead is looked for a neighbour; less than what is kept of the text before a match. */
const NEIGHBOUR: usize = 100;

/**
 * Whether the member before the comma at `comma` or the one after the next name, behind `after`, is no name
 * either: names and values by turns (`"Accept", "*\/*", "Password", "sesame"`), not the names of columns.
 */
function isAmongValues(comma: usize, after: usize): bool {
  const close = backOverSpace(comma, Text.begin);
  if (close > Text.begin + Key.quoteLength && codeBefore(close) == Key.code) {
    const end = close - Key.quoteLength;
    const least = end - min(NEIGHBOUR, end - Text.begin);
    let p = end;
    while (p > least && codeBefore(p) != Key.code) p = startBefore(p);
    // What has just been found is none in the output, either.
    if (end == Text.floor || (p > least && !isWord(p, end))) return true;
  }
  const next = behindMember(after);
  if (next == 0 || behindMember(next) == 0 || isWord(Member.start, Member.end)) return false;
  // A replacement may stand where there was a word.
  return innocentEnd(Member.start, Member.end + 1) != Member.end;
}

/** The text of the member that `behindMember` passed over. */
class Member {
  static start: usize = 0;
  static end: usize = 0;
}

/** Behind the comma at `p` and the string behind it, which goes into `Member`; 0: none. */
function behindMember(p: usize): usize {
  let q = skipSpace(p);
  if (!isAt(q, 0x2c)) return 0;
  q = skipSpace(q + Char.length);
  readChar(q);
  if (Char.code != Key.code || Char.count != Key.count) return 0;
  q += Char.length;
  Member.start = q;
  const most = q + NEIGHBOUR;
  for (; q < most && at(q) >= 0x20; q += Char.length) {
    readChar(q);
    if (Char.code != Key.code) continue;
    Member.end = q;
    return q + Char.length;
  }
  return 0;
}

/** Letters, "-" and "_" only. */
function isWord(p: usize, end: usize): bool {
  for (; p < end; p++) if (!isNameLike(p, p + 1) || load<u8>(p) == 0x2e) return false;
  return true;
}

/** `Content-Type`: a dash or a capital in it. */
function isHeaderName(p: usize, end: usize): bool {
  for (; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (c == 0x2d || c - 0x41 < 26) return true;
  }
  return false;
}

/** Letters, "-" and "_" only: a name rather than a secret. */
function isNameLike(p: usize, end: usize): bool {
  if (end - p > 28) return false;
  for (; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (!is(c, NAME) || c - 0x30 < 10) return false;
  }
  return true;
}

function hasBlankOrDigit(p: usize, end: usize): bool {
  const long = end - p >= 16;
  for (; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (is(c, BLANK) || c == 0x3d || (long && c - 0x30 < 10)) return true;
  }
  return false;
}

/** Digits beside both cases or what no name holds. */
function isMixed(p: usize, end: usize): bool {
  let digit = false;
  let upper = false;
  let lower = false;
  let other = false;
  for (; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (c - 0x30 < 10) digit = true;
    else if (c - 0x41 < 26) upper = true;
    else if (c - 0x61 < 26) lower = true;
    else if (!is(c, NAME)) other = true;
  }
  return digit && (other || (upper && lower));
}

/** Whether the name is the value of a `cs1Label=`, as CEF writes it. */
export function isLabel(): bool {
  const p = startBefore(Name.start);
  return p >= Text.begin + 5 && load<u8>(p - 5) == 0x4c && load<u8>(p - 4) == 0x61 && load<u8>(p - 1) == 0x6c;
}

/** Behind `cs1=` at `p`. */
export function behindLabelled(p: usize): usize {
  let q = p;
  while (q < p + 40 && is(at(q), WORD)) q++;
  return q > p && isAt(q, 0x3d) ? q + Char.length : 0;
}
