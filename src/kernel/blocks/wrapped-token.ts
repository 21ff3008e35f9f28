// A token or a body of base64 that was wrapped at a column (64 in PEM, 76 in MIME) goes on over lines. Each
// line has to show that it belongs: a line as wide as the one before it and made of nothing but such
// characters, or the shorter last one. So there is no end to miss, and nothing else is swallowed. In `curl --trace-ascii` an
// offset stands in front of 64 characters.
import { COLUMNS, SPAN_FIRST, SPAN_LAST } from "../abi";
import { Char, codeBefore, isAt, isQuote, readChar, startBefore } from "../reading/character";
import {
  AMPERSAND,
  BACKSLASH,
  COLON,
  DOT,
  EQUALS,
  HYPHEN,
  isDigit,
  isLower,
  isUpper,
  LESS,
  LINE_FEED,
  PERCENT,
  RETURN,
  SEMICOLON,
  SPACE,
  UNDERSCORE,
} from "../reading/chars";
import { skipLineEnd } from "../reading/skip";
import { addSpan } from "../reading/spans";
import { MODE_SEARCH, MODE_WRAP_END, MODE_WRAP_LINE, State } from "../reading/state";
import { ALNUM, at, BASE64, HEX, is, Text, undecided } from "../reading/text";
import { behindIndent } from "../values/over-lines";

/** Nobody wraps wider; what is longer is one line. */
const WIDTH_MOST: u32 = 128;
/** What stands on the first line, after a name there, has at least so many characters. */
const FIRST_LEAST: u32 = 20;
/** Two lines of one width are no accident from here on. */
const WIDTH_LEAST: u32 = 40;
const UNKNOWN: u32 = 0xffff;
/** Characters of a traced line after its offset, of at least four digits. */
const TRACED_WIDTH: u32 = 64;
const OFFSET_LEAST: usize = 4;
const OFFSET_MOST: usize = 8;

/** Base64, base64url, and the dots of a JWT. */
// @inline
function isBody(c: u32): bool {
  return is(c, BASE64) || c == HYPHEN || c == DOT || c == UNDERSCORE;
}

/** A match starts at `p`. */
function measureFirst(p: usize): void {
  State.width = 0;
  State.wrapped = 0;
  State.column = UNKNOWN;
  State.inString = UNKNOWN;
  const least = p - <usize>COLUMNS;
  let q = p;
  for (let n: u32 = 0; q > least; n++) {
    const isPlain = q >= Text.begin + 2 && !mayEndEscape(q);
    const c = isPlain ? <u32>load<u8>(q - 1) : q > Text.begin ? codeBefore(q) : 10;
    if (isQuote(c) && State.inString == UNKNOWN) State.inString = n;
    if (c == LINE_FEED || c == RETURN) {
      State.column = n;
      return;
    }
    q = isPlain ? q - 1 : startBefore(q);
  }
}

/** Whether an escape or an entity may end before `p`; of most characters, their two last bytes say no. */
// @inline
function mayEndEscape(p: usize): bool {
  const c = <u32>load<u8>(p - 1);
  const previous = <u32>load<u8>(p - 2);
  return previous == BACKSLASH || c == SEMICOLON || (is(c, HEX) && is(previous, HEX));
}

/**
 * [start, end) belongs to the match: its begin, its end or both. Where no line can end after all of it, nothing of this is
 * asked for: half of a value's time.
 */
export function measurePart(start: usize, end: usize, isFirst: bool, isLast: bool): void {
  if (isFirst && isLast) {
    State.width = UNKNOWN;
    const c = end < Text.limit ? <u32>load<u8>(end) : 10;
    if (c != LINE_FEED && c != RETURN && c != BACKSLASH && c != PERCENT && c != AMPERSAND) return;
  }
  if (isFirst) measureFirst(start);
  measure(start, end);
}

/** [p, end) belongs to the match. */
export function measure(p: usize, end: usize): void {
  let width = State.width;
  for (; p < end && width <= WIDTH_MOST; p++) width = isBody(load<u8>(p)) ? width + 1 : UNKNOWN;
  State.width = width;
}

/** Whether what was matched can have been cut where its line ends. */
export function mayWrap(): bool {
  return State.width >= FIRST_LEAST && State.width <= WIDTH_MOST;
}

/** Whether the value that ends at `p` can go on in the next line. */
export function isWrappedAt(p: usize): bool {
  if (p >= Text.limit || !mayWrap() || State.array != 0) return false;
  const c = <u32>load<u8>(p);
  return c == LINE_FEED || c == RETURN || (c == BACKSLASH && (State.code == 0 || skipLineEnd(p) != p));
}

/** At the end of the match at `p`: over a line end. Returns 0 where more text is needed. */
export function stepWrapEnd(p: usize): usize {
  Text.hitEnd = false;
  const line = skipLineEnd(p);
  if (undecided()) return 0;
  State.mode = line == p ? MODE_SEARCH : MODE_WRAP_LINE;
  return line;
}

/** The line at `p`, which belongs to the match or does not. Returns 0 where more text is needed. */
export function stepWrapLine(p: usize): usize {
  Text.hitEnd = false;
  const traced = skipOffset(p);
  const isTraced = traced != p && goesOnTraced(<u32>(traced - p));
  const from = isTraced ? traced : behindIndent(p);
  let q = from;
  let counted: u32 = 0;
  let width: u32 = 0;
  Line.digit = Line.upper = Line.lower = Line.innerUpper = Line.padded = false;
  for (; width <= WIDTH_MOST; width++) {
    const escaped = padding(q);
    const c = escaped != 0 ? EQUALS : at(q);
    // "=" pads the end; what stands after one is a value, and the line a name and it.
    if (!isBody(c) || (c != EQUALS && Line.padded)) break;
    Line.padded = c == EQUALS;
    if (is(c, ALNUM)) counted++;
    if (isDigit(c)) Line.digit = true;
    else if (isLower(c)) Line.lower = true;
    else if (isUpper(c)) {
      Line.upper = true;
      if (q > from) Line.innerUpper = true;
    }
    q += max(1, escaped);
  }
  // A rule of "=====" is none.
  const isLine =
    width > 0 && width <= WIDTH_MOST && counted * 2 >= width && (isTraced ? at(q) != COLON : isOver(q));
  const full = isLine && (isTraced ? width == TRACED_WIDTH : isFull(width, <u32>(from - p)));
  const taken = full || (isLine && (isTraced ? width < TRACED_WIDTH : isLast(width)));
  if (undecided()) return 0;
  State.mode = MODE_SEARCH;
  if (!taken) return p;
  addSpan(from, q, State.rule, SPAN_FIRST | SPAN_LAST);
  Text.floor = q;
  if (full) {
    State.mode = MODE_WRAP_END;
    State.width = width;
    State.wrapped = 1;
  }
  return q;
}

/** Returns the address after an offset at `p` and what ends it, `0040: `; `p`: none stands there. */
function skipOffset(p: usize): usize {
  let q = p;
  for (const most = p + OFFSET_MOST; q < most && is(at(q), HEX); ) q++;
  return q < p + OFFSET_LEAST || at(q) != COLON || at(q + 1) != SPACE ? p : q + 2;
}

/** Whether the line before is a traced one and full, if `offset` characters stand in front of its text, too. */
function goesOnTraced(offset: u32): bool {
  return State.wrapped != 0 ? State.width == TRACED_WIDTH : lineWidth() == offset + TRACED_WIDTH;
}

/** What the line's characters are. */
class Line {
  static digit: bool = false;
  static upper: bool = false;
  static lower: bool = false;
  /** A capital after the first character. */
  static innerUpper: bool = false;
  static padded: bool = false;
}

/** Bytes of a "=" at `p` that JSON has escaped, as `\u003d`; 0: none. */
function padding(p: usize): usize {
  return at(p) == BACKSLASH && isAt(p, EQUALS) ? Char.length : 0;
}

/** Whether the body's line is over at `p`, with the line or what closes the value. */
function isOver(p: usize): bool {
  const c = at(p);
  if (p >= Text.limit || c == AMPERSAND) return true;
  if (skipLineEnd(p) != p) return true;
  readChar(p);
  return isQuote(Char.code) || Char.code == LESS || Char.code == AMPERSAND;
}

/** Width of the first line with what stands before the value, or 0. */
function lineWidth(): u32 {
  return State.column <= WIDTH_MOST ? State.column + State.width : 0;
}

/** The same where the line is the first one in a string. */
function stringWidth(): u32 {
  return State.inString <= WIDTH_MOST ? State.inString + State.width : 0;
}

function isFull(width: u32, indent: u32): bool {
  if (State.wrapped != 0) return width == State.width;
  if (width < WIDTH_LEAST) return false;
  const line = lineWidth();
  return width == State.width || width == line || width + indent == line || width == stringWidth();
}

// @inline
function isUsual(width: u32): bool {
  return width == 64 || width == 76;
}

/** Whether a line narrower than those before it is the last one, and no word that stands there alone. */
function isLast(width: u32): bool {
  if (State.wrapped != 0) {
    // "done", "Error" and "OK" are words; 1 in 10 random lines of three letters reads like one.
    const isWord = !Line.digit && !Line.padded && (!Line.upper || !Line.lower || !Line.innerUpper);
    return width < State.width && !isWord;
  }
  const line = lineWidth();
  const inString = stringWidth();
  const most = isUsual(State.width) ? State.width : isUsual(line) ? line : isUsual(inString) ? inString : 0;
  return width < most && (Line.padded || (Line.digit && Line.upper && Line.lower));
}
