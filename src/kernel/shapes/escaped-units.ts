// An escaped character in the bytes that JSON writes for it where nothing but quotes, backslashes and controls has an
// escape: `\u003d` is "=", `\/` is "/", `\u0022` is `\"`, `\u000a` is `\n`. Patterns run over these.
import { MAX_ESCAPES } from "../reading/bounds";
import { Char, hexByte, readChar } from "../reading/character";
import {
  APOSTROPHE,
  BACKSLASH,
  DELETE,
  isAscii,
  LINE_FEED,
  LOWER_N,
  LOWER_R,
  LOWER_T,
  LOWER_U,
  LOWER_X,
  QUOTE,
  RETURN,
  SLASH,
  SPACE,
  TAB,
} from "../reading/chars";
import { skipColours } from "../reading/skip";
import { at, Text, undecided } from "../reading/text";
import { leaveWindow } from "../reading/window";
import { Run } from "./dfa-memo";

/** Bytes of one character: all of its backslashes and what stands behind them. */
const BYTES: usize = memory.data(80);

export class Units {
  static length: usize = 0;
}

// @inline
export function unitAt(i: usize): u32 {
  return load<u8>(BYTES + i);
}

function add(byte: u32): void {
  store<u8>(BYTES + Units.length, byte);
  Units.length++;
}

export class Escape {
  /** Up to here, backslashes are characters of their own. */
  static plainTo: usize = 0;
  /** What stands at the place is a character in an escape, and no colour code. */
  static isCharacter: bool = false;
  /** Where its first byte leads. */
  static transition: u32 = 0;
}

/**
 * Reads the character in an escape whose first backslash is at `p` into `Units` and returns the address after it. Where
 * `Units` stays empty, what stands there is written as JSON writes it: the address up to which it is read as it is.
 */
export function readUnits(p: usize): usize {
  Units.length = 0;
  let n: usize = 1;
  while (n < MAX_ESCAPES && at(p + n) == BACKSLASH) n++;
  const letter = at(p + n);
  if (letter != LOWER_U && letter != LOWER_X && letter != SLASH) return p + n;
  const q = p + n + 1;
  let code: u32 = SLASH;
  let next = q;
  if (letter == LOWER_U) {
    code = unitCode(q);
    next = q + 4;
  } else if (letter == LOWER_X) {
    code = hexByte(q);
    next = q + 2;
  }
  if (code > 0xffff || (letter == LOWER_X && code > 0xff)) return p + n;
  // Patterns know how a server that writes no other escapes writes these.
  if (letter == LOWER_X && (code < SPACE || code == QUOTE || code == APOSTROPHE)) return p + n;
  // Of `\\\u003d`, two are a backslash, and one is the escape's.
  const own = n & (0 - n);
  if (code == QUOTE || code == LINE_FEED || code == RETURN || code == TAB) {
    for (let i: usize = 0; i < n; i++) add(BACKSLASH);
    add(letterOf(code));
    return next;
  }
  if (code == BACKSLASH) return p + n;
  if (own < n) return p + n - own;
  if (isAscii(code) || code == DELETE || letter == LOWER_X) {
    add(code);
    return next;
  }
  if (code >>> 11 == 0x1b) return addPair(code, next, own) ? next + own + 5 : p + n;
  if (code >= 0x800) {
    add(0xe0 | (code >>> 12));
    add(0x80 | ((code >>> 6) & 63));
  } else {
    add(0xc0 | (code >>> 6));
  }
  add(0x80 | (code & 63));
  return next;
}

// @inline
function letterOf(code: u32): u32 {
  return code == LINE_FEED ? LOWER_N : code == RETURN ? LOWER_R : code == TAB ? LOWER_T : code;
}

/** The code of four hex digits at `p`; above 0xffff where there are none. */
function unitCode(p: usize): u32 {
  const high = hexByte(p);
  const low = hexByte(p + 2);
  return high > 0xff || low > 0xff ? u32.MAX_VALUE : (high << 8) | low;
}

/** Whether the other half of the character of which `first` is one stands at `p`, behind as many backslashes. */
function addPair(first: u32, p: usize, backslashes: usize): bool {
  for (let i: usize = 0; i < backslashes; i++) if (at(p + i) != BACKSLASH) return false;
  if (at(p + backslashes) != LOWER_U) return false;
  const second = unitCode(p + backslashes + 1);
  if (first >>> 10 != 0x36 || second >>> 10 != 0x37) return false;
  const code = 0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff);
  add(0xf0 | (code >>> 18));
  add(0x80 | ((code >>> 12) & 63));
  add(0x80 | ((code >>> 6) & 63));
  add(0x80 | (code & 63));
  return true;
}

/**
 * Returns the address after the colour codes at `p`, as a token goes on as if they were not there, or after the character
 * that is escaped there, which goes into `Units`; after the byte at `p` where neither is there. 0: it may go on behind the
 * text, `Run` is alive.
 */
export function skipEscape(p: usize): usize {
  leaveWindow();
  const hitEnd = Text.hitEnd;
  Text.hitEnd = false;
  Escape.isCharacter = false;
  let next = skipColours(p);
  if (next == p) {
    next = p + 1;
    if (load<u8>(p) == BACKSLASH && p >= Escape.plainTo) {
      const end = readUnits(p);
      Escape.isCharacter = Units.length != 0;
      if (Escape.isCharacter) next = end;
      else Escape.plainTo = end;
    }
  }
  if (undecided()) {
    Run.alive = true;
    Escape.isCharacter = false;
    return 0;
  }
  Text.hitEnd = hitEnd;
  return next;
}

/** Returns the address after the character at `p` in `Char`, if it is percent-encoded or an entity; as `skipEscape`. */
export function skipEncoded(p: usize): usize {
  leaveWindow();
  const hitEnd = Text.hitEnd;
  Text.hitEnd = false;
  readChar(p);
  if (undecided()) {
    Run.alive = true;
    return 0;
  }
  Text.hitEnd = hitEnd;
  return isAscii(Char.code) ? p + Char.length : p + 1;
}

// A copy of a text in which characters are written as JSON writes them: placeholders and checks know no other escapes.

/** Longer copies are cut. */
const COPY_MOST: usize = 1024;
const COPY: usize = memory.data(1024 + 96, 16);
/** For each byte of the copy, how far from the text's start it was. */
const DISTANCES: usize = memory.data((1024 + 96) * 2, 16);

/** The text that `readPlain` was asked for: itself, or its copy. */
export class Plain {
  static start: usize = 0;
  static end: usize = 0;
  static isCopy: bool = false;
  /** Where the text starts. */
  static from: usize = 0;
}

/** An escape is so many times as long as its character. */
export const ESCAPE_LENGTH: usize = 6;

/** The same for a text that is no longer than `most` bytes once it is plain. */
export function readPlainPart(start: usize, most: usize): void {
  const end = min(start + most, Text.limit);
  if (findEscape(start, end) == end) return usePlain(start, end);
  copyPlain(start, min(start + most * ESCAPE_LENGTH, Text.limit), most);
}

/** Makes `Plain` the text [start, end), or a copy of it if a character of it is written in an escape of another kind. */
export function readPlain(start: usize, end: usize): void {
  end = min(end, Text.limit);
  if (findEscape(start, end) == end) return usePlain(start, end);
  copyPlain(start, end, COPY_MOST);
}

// @inline
function usePlain(start: usize, end: usize): void {
  Plain.start = Plain.from = start;
  Plain.end = end;
  Plain.isCopy = false;
}

function copyPlain(start: usize, end: usize, most: usize): void {
  leaveWindow();
  Plain.from = start;
  Plain.isCopy = true;
  Plain.start = COPY;
  Plain.end = COPY;
  const last = COPY + min(most, COPY_MOST);
  let plainTo = start;
  let p = start;
  while (p < end && Plain.end < last) {
    if (p >= plainTo && load<u8>(p) == BACKSLASH) {
      const next = readUnits(p);
      if (Units.length != 0) {
        for (let i: usize = 0; i < Units.length; i++) append(unitAt(i), p);
        p = next;
        continue;
      }
      plainTo = next;
    }
    append(load<u8>(p), p);
    p++;
  }
  // What stands behind the last byte.
  store<u16>(DISTANCES + (Plain.end - COPY) * 2, <u16>(p - start));
}

// @inline
function append(byte: u32, p: usize): void {
  store<u8>(Plain.end, byte);
  store<u16>(DISTANCES + (Plain.end - COPY) * 2, <u16>(p - Plain.from));
  Plain.end++;
}

/** Where in the text the byte at `p` of `Plain` stands. */
// @inline
export function placeInText(p: usize): usize {
  return Plain.isCopy ? Plain.from + <usize>load<u16>(DISTANCES + (p - COPY) * 2) : p;
}

/** A part of the text without such an escape, in which scan it is known: a token's end is read from each of its starts. */
class NoEscape {
  static scan: u32 = 0;
  static from: usize = 0;
  static to: usize = 0;
}

/** The first backslash in [p, end) that may begin such an escape; `end` if none does. */
function findEscape(p: usize, end: usize): usize {
  const isIn = NoEscape.scan == Run.scan && p >= NoEscape.from && p <= NoEscape.to;
  if (isIn && end <= NoEscape.to) return end;
  const first = searchEscape(isIn ? NoEscape.to : p, end);
  if (first != end || Text.hitEnd) return first;
  NoEscape.scan = Run.scan;
  if (!isIn) NoEscape.from = p;
  // What follows a backslash at the end of a frame is seen outside of it.
  NoEscape.to = load<u8>(end - 1) == BACKSLASH ? end - 1 : end;
  return end;
}

function searchEscape(p: usize, end: usize): usize {
  const wanted = i8x16.splat(<i8>BACKSLASH);
  for (; p < end; p += 16) {
    let found = i8x16.bitmask(i8x16.eq(v128.load(p), wanted));
    while (found != 0) {
      const q = p + <usize>ctz(found);
      if (q >= end) return end;
      const letter = at(q + 1);
      if (letter == LOWER_U || letter == LOWER_X || letter == SLASH) return q;
      found &= found - 1;
    }
  }
  return end;
}
