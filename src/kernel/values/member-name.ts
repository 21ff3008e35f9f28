// How members of an object are written: names with and without quotes, and the signs after them.
import { CHECK_NONE, FORM_BACKSLASH, FORM_RAW, R_CHECK, SPAN_COUNT_SHIFT, SPAN_FORM_SHIFT } from "../abi";
import { Frame } from "../frames/frame";
import { Key } from "../names/key-state";
import { wholeName } from "../names/sensitive-name";
import { BLANKS_MOST, MEMBER_NAME_MOST } from "../reading/bounds";
import { Char, isAt, isQuote, isQuoteAt, readChar } from "../reading/character";
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  EQUALS,
  GREATER,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SLASH,
} from "../reading/chars";
import { ruleAt } from "../reading/program-view";
import { skipBlanks, skipColours, skipLineEnd, skipSpace } from "../reading/skip";
import { State } from "../reading/state";
import { at, BLANK, END, is, MAYBE_END, NAME, Text } from "../reading/text";
import { Value } from "./text-end";
import { valueEnd } from "./value-end";

/** Whether the container whose first member may stand at `p` has members: a string, a bracket, or a name and its sign. */
export function hasMembers(p: usize): bool {
  p = skipSpace(p);
  readChar(p);
  if (isQuote(Char.code) || isOpening(Char.code)) return true;
  // `{:user=>"…"}` of Ruby
  if (Char.code == COLON) p += Char.length;
  return skipBareName(p) != p || isBareList(p);
}

/**
 * Whether the line at `p`, which is not indented, goes on with JSON: a string begins it or a bracket closes, or a number, a
 * word or an open bracket is all of it but a comma. A log's next line may begin with a bracket, and goes on after it.
 */
export function startsMember(p: usize): bool {
  const c = at(p);
  if (isAt(p, QUOTE) || isClosing(c)) return true;
  if (isOpening(c)) return isClosing(at(p + 1)) || isLineEnd(p + 1);
  const end = skipBare(p);
  return end != p && isLineEnd(at(end) == COMMA ? end + 1 : end);
}

/** Whether nothing but blanks stands at `p` before its line ends. */
function isLineEnd(p: usize): bool {
  const end = skipBlanks(p);
  return skipLineEnd(end) != end;
}

/** Whether the line that ends at `p` ends with a comma or an open bracket: JSON goes on below it. */
export function endsOpenly(p: usize): bool {
  const least = p - min(BLANKS_MOST, p - Text.begin);
  while (p > least && is(load<u8>(p - 1), BLANK)) p--;
  return p > least && (load<u8>(p - 1) == COMMA || isOpening(load<u8>(p - 1)));
}

/** A number or a word with a comma or a bracket after it. */
function isBareList(p: usize): bool {
  const q = skipBare(p);
  const c = at(skipSpace(q));
  return q > p && (c == COMMA || c == CLOSE_BRACKET);
}

/** Where the string ends whose quote is at `p`; 0: not within a name's length, or with the text. */
export function stringEnd(p: usize): usize {
  readChar(p);
  const start = p + Char.length;
  const limit = Text.limit;
  const isCut = start + MEMBER_NAME_MOST < limit;
  if (isCut) Text.limit = start + MEMBER_NAME_MOST;
  State.code = Char.code;
  State.form = Char.form;
  State.count = Char.count;
  let q = start;
  do {
    const stop = valueEnd(q);
    q = stop != 0 && Value.resume != 0 ? Value.resume : stop;
  } while (q != 0 && Value.resume != 0);
  const isOver = q != 0 && q < Text.limit;
  Text.limit = limit;
  Text.hitEnd = !isOver && !isCut;
  State.code = 0;
  State.longRun = 0;
  return isOver ? q : 0;
}

/** The address after the quote at `close` or after colour codes there, if it is one like that at `open`. */
export function skipQuote(close: usize, open: usize): usize {
  readChar(open);
  const code = Char.code;
  const quote = skipColours(close);
  readChar(quote);
  return Char.code == code ? quote + Char.length : close;
}

/** The address after ":", "=" or "=>" after blanks at `p`, or 0. */
export function skipSign(p: usize): usize {
  p = skipBlanks(p);
  readChar(p);
  if (Char.code == EQUALS) {
    const q = p + Char.length;
    return at(q) == GREATER ? q + 1 : q;
  }
  return Char.code == COLON ? p + Char.length : 0;
}

/** The address after a name without quotes and its sign at `p`, or `p`. */
export function skipBareName(p: usize): usize {
  const q = skipWord(p);
  if (q == p) return p;
  const value = skipSign(q);
  return value == 0 || at(value) == SLASH ? p : value;
}

/**
 * Whether the next member of a line is at `p`, its value in quotes, or its name a credential's whose value is not judged:
 * `ua=Password: token="…"`, `ua=Password: authorization=Bearer …`.
 */
export function isNextMember(p: usize): bool {
  const q = skipWord(p);
  if (q == p || at(q) != EQUALS) return false;
  if (isQuoteAt(q + 1)) return true;
  const rule = wholeName(q);
  return rule >= 0 && <u32>load<u8>(ruleAt(<u32>rule), R_CHECK) == CHECK_NONE && !is(at(q + 1), END);
}

export function skipWord(p: usize): usize {
  const most = p + MEMBER_NAME_MOST;
  while (p < most && is(at(p), NAME)) p++;
  return p;
}

/** The address after what can end no bare value at `p`. */
export function skipBare(p: usize): usize {
  const most = p + MEMBER_NAME_MOST;
  while (p < most && !is(at(p), END | MAYBE_END) && p < Text.limit) p++;
  return p;
}

export function isOpening(c: u32): bool {
  return c == OPEN_BRACE || c == OPEN_BRACKET;
}

export function isClosing(c: u32): bool {
  return c == CLOSE_BRACE || c == CLOSE_BRACKET;
}

/**
 * The flags of the quotes that a value gets: those of the name's string, as it opens, where that is known. The one that
 * closes it may stand after backslashes of the name's.
 */
export function quotesOfName(): u32 {
  let form: u32 = Key.form;
  let count = Key.count;
  const open = Frame.nameString - 1;
  if (form == FORM_BACKSLASH && Frame.nameString > Text.begin && <u32>load<u8>(open) == Key.code) {
    let escapes: u32 = 0;
    while (escapes < count && open - escapes > Text.begin && load<u8>(open - escapes - 1) == BACKSLASH)
      escapes++;
    count = escapes;
    if (count == 0) form = FORM_RAW;
  }
  return (form << SPAN_FORM_SHIFT) | (count << SPAN_COUNT_SHIFT);
}
