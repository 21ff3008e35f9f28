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

/** Bytes of one character: all of its backslashes and what stands after them. */
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

/** Whether the other half of the character of which `first` is one stands at `p`, after as many backslashes. */
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
 * that is escaped there, which goes into `Units`; after the byte at `p` where neither is there. 0: it may go on after the
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
