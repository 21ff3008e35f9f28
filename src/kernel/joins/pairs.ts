// Pairs of name and value: ("Authorization", "Bearer …"), {name: "…", value: "…"}, and flat lists of
// names and values. A list of column names or of headers that are allowed looks nearly the same, so a
// pair needs a reason: its name opens a bracket that holds but two strings, or is a header's name.
import { CHECK_ENTROPY, VALUE_ANY } from "../abi";
import { isQuoteAtDepth, Key, openQuote } from "../names/key-state";
import { Name } from "../names/name-trie";
import { Char, codeBefore, isAt, isQuote, readChar, startBefore } from "../reading/character";
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  HYPHEN,
  isDigit,
  isLower,
  isNewline,
  isUpper,
  LOWER_B,
  LOWER_U,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  SPACE,
} from "../reading/chars";
import { backOverSpace, skipColours, skipSpace } from "../reading/skip";
import { State } from "../reading/state";
import { at, BLANK, before, fold, is, NAME, skipPlain, Text } from "../reading/text";
import { passes } from "../shapes/check";
import { innocentEnd } from "../shapes/placeholder";
import { Plain, readPlain } from "../shapes/plain-text";
import { quotedEnd } from "../values/quoted-end";
import { Value } from "../values/text-end";
import { unwrap } from "./type-wrappers";

/** A value that is longer is no name of a column. */
const LOOK_AHEAD: usize = 1024;

/** Returns the address after the comma at `p`, which `Char` holds, where the name is followed by its value. */
export function behindComma(p: usize, kind: u32): usize {
  const q = skipSpace(p + Char.length);
  Key.value = q;
  let value = unwrap(q);
  readChar(value);
  if (Char.code == OPEN_BRACKET) {
    // ["authorization", ["Bearer …"]]
    Key.isArray = true;
    value = skipSpace(value + Char.length);
    readChar(value);
  }
  if (!isQuote(Char.code) || !isQuoteAtDepth()) return 0;
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
  if (p > Text.begin && (fold(c) == LOWER_B || fold(c) == LOWER_U)) p--;
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
  if (end == 0) return (!Text.hitEnd || Text.final) && isCutPair(open, start);
  readChar(end);
  const after = skipColours(end + Char.length);
  readChar(skipSpace(after));
  const closing = Char.code == CLOSE_BRACKET || Char.code == CLOSE_PAREN || Char.code == CLOSE_BRACE;
  readPlain(start, end);
  const from = Plain.start;
  const to = Plain.end;
  const place = sign(open);
  const c = codeBefore(place);
  const bracket = startBefore(place);
  const name = isNameLike(from, to);
  const header = kind != VALUE_ANY || isHeaderLike();
  if (c == OPEN_PAREN || c == OPEN_BRACE || c == OPEN_BRACKET) {
    const outer = codeBefore(backOverSpace(bracket, Text.begin));
    const listed = outer == OPEN_BRACKET || outer == COMMA || outer == OPEN_PAREN;
    if (Key.isArray) return listed && c == OPEN_BRACKET;
    const isMember = c != OPEN_BRACKET || (outer != COLON && outer != EQUALS);
    if (closing && isMember && (!name || listed)) return true;
    if (closing && isMember && c == OPEN_PAREN && kind != VALUE_ANY) return true;
    // `addHeader("X-Api-Key", "…")`, and no list of headers.
    if (closing && c == OPEN_PAREN && isHeaderLike() && !isHeaderName(from, to)) return true;
  } else if (c != COMMA) {
    return false;
  }
  if (isAt(after, COLON)) return false;
  // A member of a flat list, as Node's rawHeaders.
  if (Key.isOwn) return (header && !name) || isAmongValues(bracket, after);
  if (header) {
    if (name && kind == VALUE_ANY) return isHeaderLike() && isAmongValues(bracket, after);
    return !name && (kind == VALUE_ANY || hasBlankOrDigit(from, to) || isAmongValues(bracket, after));
  }
  return !name && isMixed(from, to) && passes(CHECK_ENTROPY, start, end, 0);
}

/**
 * Whether the string at `start`, which its line cuts, is the value of the quoted name at `open`: it is long, or it is no name
 * and the other one the first of a list.
 */
function isCutPair(open: usize, start: usize): bool {
  const end = lineEnd(start);
  if (end - start >= LOOK_AHEAD) return true;
  const c = codeBefore(sign(open));
  return (c == OPEN_BRACKET || c == OPEN_PAREN) && !isNameLike(start, end) && skipPlain(start, end) == end;
}

/**
 * End of the string that starts at `p`, 0: not within LOOK_AHEAD bytes; `Text.hitEnd` where more text
 * would tell.
 */
function behindString(p: usize): usize {
  const limit = Text.limit;
  const final = Text.final;
  // It ends with its line, for which more text is of no use.
  const most = lineEnd(p);
  const cut = most < limit;
  if (cut) {
    Text.limit = most;
    Text.final = true;
  }
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
  Text.final = final;
  Text.hitEnd = !isOver && !cut;
  State.longRun = 0;
  return isOver ? end : 0;
}

/** End of the line of the string that starts at `p`, as far as it is looked at. */
function lineEnd(p: usize): usize {
  const most = min(p + LOOK_AHEAD, Text.limit);
  while (p < most && !isNewline(load<u8>(p))) p++;
  return p;
}

/** `X-Api-Key`, `Password`: words with a dash between, or one that is written as headers are. */
function isHeaderLike(): bool {
  let capital = isUpper(load<u8>(Name.start));
  for (let p = Name.start; p < Key.nameEnd; p++) {
    const c = <u32>load<u8>(p);
    if (c == HYPHEN) return true;
    if (p > Name.start && !isLower(c)) capital = false;
  }
  return capital;
}

/** So far back and ahead is looked for a neighbour; less than what is kept of the text before a match. */
const NEIGHBOUR: usize = 100;

/**
 * Whether the member before the comma at `comma` or the one after the next name, after `after`, is no name
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

/** Returns the address after the comma at `p` and the string after it, which goes into `Member`; 0: none. */
function behindMember(p: usize): usize {
  let q = skipSpace(p);
  if (!isAt(q, COMMA)) return 0;
  q = skipSpace(q + Char.length);
  readChar(q);
  if (Char.code != Key.code || Char.count != Key.count) return 0;
  q += Char.length;
  Member.start = q;
  const most = q + NEIGHBOUR;
  for (; q < most && at(q) >= SPACE; q += Char.length) {
    readChar(q);
    if (Char.code != Key.code) continue;
    Member.end = q;
    return q + Char.length;
  }
  return 0;
}

/** Letters, "-" and "_" only. */
function isWord(p: usize, end: usize): bool {
  for (; p < end; p++) if (!isNameLike(p, p + 1) || load<u8>(p) == DOT) return false;
  return true;
}

/** `Content-Type`: a dash or a capital in it. */
function isHeaderName(p: usize, end: usize): bool {
  for (; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (c == HYPHEN || isUpper(c)) return true;
  }
  return false;
}

/** Letters, "-" and "_" only: a name rather than a secret. */
function isNameLike(p: usize, end: usize): bool {
  if (end - p > 28) return false;
  for (; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (!is(c, NAME) || isDigit(c)) return false;
  }
  return true;
}

function hasBlankOrDigit(p: usize, end: usize): bool {
  const long = end - p >= 16;
  for (; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (is(c, BLANK) || c == EQUALS || (long && isDigit(c))) return true;
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
    if (isDigit(c)) digit = true;
    else if (isUpper(c)) upper = true;
    else if (isLower(c)) lower = true;
    else if (!is(c, NAME)) other = true;
  }
  return digit && (other || (upper && lower));
}
