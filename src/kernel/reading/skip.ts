// What stands between the parts of a notation and means nothing: blanks, line ends, colour codes.

import { FORM_BACKSLASH, FORM_PERCENT } from "../abi";
import { BLANKS_MOST, COLOUR_MOST, MAX_COLOUR_ESCAPES } from "./bounds";
import { Char, codeBefore, escapeBefore, readChar, startBefore } from "./character";
import {
  AMPERSAND,
  BACKSLASH,
  BAR,
  BOX_BAR,
  BOX_HEAVY_BAR,
  COLON,
  DIGIT_0,
  DIGIT_1,
  DIGIT_3,
  ESCAPE,
  isDigit,
  isLower,
  LINE_FEED,
  LOWER_B,
  LOWER_E,
  LOWER_M,
  LOWER_N,
  LOWER_R,
  LOWER_U,
  LOWER_X,
  OPEN_BRACKET,
  PERCENT,
  RETURN,
  SEMICOLON,
  SPACE,
  TAB,
} from "./chars";
import { at, BLANK, fold, is, Text, wideAt } from "./text";
import { leaveWindow, readBackTo } from "./window";

/** After what introduces a colour code at `p`, `ESC [` raw or as \u001b, \x1b, \033 or \e; 0: none. */
function behindIntroducer(p: usize): usize {
  let q = p;
  if (at(p) == ESCAPE) {
    q = p + 1;
  } else {
    while (q < p + MAX_COLOUR_ESCAPES && at(q) == BACKSLASH) q++;
    const count = <u32>(q - p);
    if (count == 0 || (count & (count - 1)) != 0) return 0;
    const c = at(q);
    if (c == LOWER_U && at(q + 1) == DIGIT_0 && at(q + 2) == DIGIT_0 && isOneB(q + 3)) q += 5;
    else if (c == LOWER_X && isOneB(q + 1)) q += 3;
    else if (c == DIGIT_0 && at(q + 1) == DIGIT_3 && at(q + 2) == DIGIT_3) q += 3;
    else if (c == LOWER_E) q++;
    else return 0;
  }
  return at(q) == OPEN_BRACKET ? q + 1 : 0;
}

// @inline
function isOneB(p: usize): bool {
  return at(p) == DIGIT_1 && fold(at(p + 1)) == LOWER_B;
}

/**
 * Where colour codes begin at `p`, or after backslashes there that are the text's own: of `\\\\\\u001b[31m`, two are one
 * and the third begins the code. 0 if there are none.
 */
export function findColours(p: usize): usize {
  let start = p;
  if (at(p) == BACKSLASH) {
    let q = p + 1;
    while (q <= p + MAX_COLOUR_ESCAPES && at(q) == BACKSLASH) q++;
    const count = q - p;
    if (count > MAX_COLOUR_ESCAPES) return 0;
    start += count & (count - 1);
  }
  return skipColours(start) == start ? 0 : start;
}

/** After colour codes (ECMA-48 `ESC [ … letter`) at `p`, raw or escaped, at most 64 bytes of them. */
export function skipColours(p: usize): usize {
  const most = p + BLANKS_MOST;
  while (p < most) {
    const c = at(p);
    if (c != ESCAPE && c != BACKSLASH) return p;
    let q = behindIntroducer(p);
    if (q == 0) return p;
    const parameters = q + COLOUR_MOST;
    while (q < parameters && (isDigit(at(q)) || at(q) == SEMICOLON || at(q) == COLON)) q++;
    if (!isLower(fold(at(q)))) return p;
    p = q + 1;
  }
  return p;
}

/** Returns the address after blanks, raw or percent-encoded, and colour codes at `p`, at most 64 bytes of them. */
export function skipBlanks(p: usize): usize {
  const most = p + BLANKS_MOST;
  while (p < most) {
    const c = at(p);
    if (is(c, BLANK)) {
      p++;
    } else if (c == ESCAPE || c == BACKSLASH) {
      const q = skipColours(p);
      if (q != p) p = q;
      else if (isTabInString(p)) p += Char.length;
      else return p;
    } else if (c == PERCENT) {
      readChar(p);
      if (Char.code != SPACE) return p;
      p += Char.length;
    } else {
      return p;
    }
  }
  return p;
}

/** Whether a tab of the string that is looked into stands at `p`, as an escape; it is then in `Char`. */
function isTabInString(p: usize): bool {
  if (Text.escapes < 0) return false;
  leaveWindow();
  readChar(p);
  return Char.code == TAB && <i32>Char.count == Text.escapes + 1;
}

/**
 * After the bytes from `p` on, up to `most` or the text's end, that are none of three and begin no line end, 16 at a time.
 * Byte by byte, a table of 28 columns took 25 times as long as clean JSON.
 */
export function skipInLine(p: usize, most: usize, first: u32, second: u32, third: u32): usize {
  const end = min(most, Text.limit);
  if (p >= end) return p;
  for (; p < end; p += 16) {
    const v = v128.load(p);
    const lines = v128.or(isByte(v, LINE_FEED), isByte(v, RETURN));
    const escapes = v128.or(isByte(v, BACKSLASH), v128.or(isByte(v, PERCENT), isByte(v, AMPERSAND)));
    const marks = v128.or(isByte(v, first), v128.or(isByte(v, second), isByte(v, third)));
    const stops = i8x16.bitmask(v128.or(lines, v128.or(escapes, marks)));
    if (stops != 0) return min(p + <usize>ctz(stops), end);
  }
  return end;
}

// @inline
function isByte(v: v128, c: u32): v128 {
  return i8x16.eq(v, i32x4.splat(c * 0x01010101));
}

/** Returns the address after one line end at `p`, raw or escaped; `p` itself where there is none. */
export function skipLineEnd(p: usize): usize {
  const c = at(p);
  if (c == LINE_FEED) return p + 1;
  if (c != RETURN && c != BACKSLASH && c != PERCENT && c != AMPERSAND) return p;
  readLineEnd(p);
  if (Char.code == LINE_FEED) return p + Char.length;
  if (Char.code != RETURN) return p;
  const q = p + Char.length;
  readLineEnd(q);
  return Char.code == LINE_FEED ? q + Char.length : q;
}

/** The same as `readChar`, and %5Cn, the escape of a line end in text that was then percent-encoded. */
function readLineEnd(p: usize): void {
  readChar(p);
  if (Char.code != BACKSLASH || Char.form != FORM_PERCENT) return;
  const c = at(p + Char.length);
  if (c != LOWER_N && c != LOWER_R) return;
  Char.code = c == LOWER_N ? LINE_FEED : RETURN;
  Char.length++;
}

/** After the bar between two cells at `p`, "|" or one that is drawn; `p` itself where there is none. */
export function skipBar(p: usize): usize {
  if (at(p) == BAR) return p + 1;
  const c = wideAt(p);
  return c == BOX_BAR || c == BOX_HEAVY_BAR ? p + 3 : p;
}

/** Whether a line starts at `p`, also after an escaped line end. */
export function startsLine(p: usize): bool {
  const c = codeBefore(p);
  return c == LINE_FEED || c == RETURN;
}

/** Returns the address after blanks, and up to two line ends and what indents the next line. */
export function skipSpace(p: usize): usize {
  let q = skipBlanks(p);
  for (let i = 0; i < 2; i++) {
    const next = skipLineEnd(q);
    if (next == q) return q;
    q = skipBlanks(at(q) == BACKSLASH ? skipTabs(next, q) : next);
  }
  return q;
}

/** Returns the address after tabs at `p`, which are escaped as the line end at `line` in front of them is. */
function skipTabs(p: usize, line: usize): usize {
  if (at(p) != BACKSLASH) return p;
  leaveWindow();
  readChar(line);
  const count = Char.count;
  for (const most = p + BLANKS_MOST; p < most; p += Char.length) {
    readChar(p);
    if (Char.code != TAB || Char.form != FORM_BACKSLASH || Char.count != count) break;
  }
  return p;
}

/** Before blanks and line ends, also escaped (`\n`, `%20`), that end at `p`: back to what they follow. */
export function backOverSpace(p: usize, begin: usize): usize {
  const least = p - min(BLANKS_MOST, p - begin);
  while (p > least) {
    const c = <u32>load<u8>(p - 1);
    if (is(c, BLANK) || c == LINE_FEED || c == RETURN) {
      p--;
      continue;
    }
    const start = escapeBefore(p);
    if (start == p || start < least) return p;
    const code = codeBefore(p);
    if (!is(code, BLANK) && code != LINE_FEED && code != RETURN) return p;
    p = start;
    while (p > least && load<u8>(p - 1) == BACKSLASH) p--;
  }
  return p;
}

/** Whether a colour code (`ESC [ 1 ; 36 m`, also escaped) ends before `p`. */
export function endsColour(p: usize): bool {
  if (load<u8>(p - 1) != LOWER_M) return false;
  readBackTo(p - 3);
  if (p < Text.begin + 3) return false;
  p--;
  const least = p - min(COLOUR_MOST, p - Text.begin - 1);
  while (p > least && (isDigit(load<u8>(p - 1)) || load<u8>(p - 1) == SEMICOLON)) p--;
  readBackTo(p - 2);
  if (load<u8>(p - 1) != OPEN_BRACKET || p - 1 <= Text.begin) return false;
  const c = <u32>load<u8>(p - 2);
  return c == ESCAPE || fold(c) == LOWER_B || c == DIGIT_3 || c == LOWER_E; // \u001b, \x1b, \033, \e
}

/** The address before the colour codes that end at `p`. */
export function beforeColours(p: usize): usize {
  while (p > Text.begin && load<u8>(p - 1) == LOWER_M && endsColour(p)) {
    p--;
    while (load<u8>(p - 1) != OPEN_BRACKET) p--;
    p = startBefore(p - 1);
    while (p > Text.begin && load<u8>(p - 1) == BACKSLASH) p--;
  }
  return p;
}

/**
 * Whether the letter or digit before `p` is the last one of an escape, and so no letter of a word: `\n`, `%3D`,
 * `%253D`, `\u0026`, `\x3d`, `ESC [ 36 m`.
 */
export function endsEscape(p: usize, last: u32): bool {
  return last == LOWER_M ? endsColour(p) : escapeBefore(p) != p;
}
