// One character in whatever way it is written: raw, after backslashes, as \u0022, \x22, %22 or &quot;.
// Everything that looks for quotes, separators and spaces goes through here, so that each notation and
// each depth of escaping is known in this one place.

import { FORM_BACKSLASH, FORM_ENTITY, FORM_HEX, FORM_PERCENT, FORM_RAW, FORM_UNICODE } from "../abi";
import { ENTITY_MOST, MAX_ESCAPES, MAX_HEX_ESCAPES } from "./bounds";
import {
  AMPERSAND,
  APOSTROPHE,
  BACKSLASH,
  BACKTICK,
  DIGIT_0,
  DIGIT_2,
  DIGIT_5,
  DIGIT_6,
  ESCAPE,
  GREATER,
  isAscii,
  isDigit,
  LESS,
  LINE_FEED,
  LOWER_A,
  LOWER_N,
  LOWER_R,
  LOWER_T,
  LOWER_U,
  LOWER_X,
  NUMBER_SIGN,
  PERCENT,
  QUOTE,
  RETURN,
  SEMICOLON,
  TAB,
} from "./chars";
import { ALNUM, at, before, fold, HEX, is, isText, Text } from "./text";
import { leaveWindow, readBackTo, readOnTo } from "./window";

/** What `readChar` found. */
export class Char {
  static code: u32 = 0;
  static length: u32 = 0;
  static form: i32 = 0;
  /** Backslashes, `25`s or `amp;`s in front: the depth of escaping. Of `\\u0026amp;quot;` both, from ENTITY_SHIFT on the entity's. */
  static count: u32 = 0;
}

/** In a count: what of an entity whose "&" is escaped is more than its backslashes. */
export const ENTITY_SHIFT: u32 = 8;

/** No byte has this value. */
const NO_BYTE: u32 = 0x100;

/** Reads the character at `p` into `Char`. */
export function readChar(p: usize): void {
  const c = at(p);
  if (c == BACKSLASH) return readEscape(p);
  if (c == PERCENT && readPercent(p)) return;
  if (c == AMPERSAND && readEntity(p)) return;
  set(c, 1, FORM_RAW, 0);
}

/** What `Char` says of the character at `p` is from its bytes, of an escape from some after it, too, or from any number. */
export function noteChar(p: usize): void {
  const c = load<u8>(p);
  const form = Char.form;
  if (form == FORM_RAW && c != AMPERSAND && c != PERCENT && c != ESCAPE) return readOnTo(p);
  readOnTo(p + Char.length + 4);
  if (form == FORM_BACKSLASH || form == FORM_PERCENT || (form == FORM_UNICODE && Char.code != AMPERSAND))
    return;
  leaveWindow();
}

// @inline
function set(code: u32, length: u32, form: i32, count: u32): void {
  Char.code = code;
  Char.length = length;
  Char.form = form;
  Char.count = count;
}

function hexDigit(c: u32): u32 {
  return isDigit(c) ? c - DIGIT_0 : fold(c) - LOWER_A + 10;
}

/** Two hex digits at `p`, or NO_BYTE where there are none. */
export function hexByte(p: usize): u32 {
  const high = at(p);
  const low = at(p + 1);
  if (!is(high, HEX) || !is(low, HEX)) return NO_BYTE;
  return (hexDigit(high) << 4) | hexDigit(low);
}

function readEscape(p: usize): void {
  let n: u32 = 1;
  while (n < MAX_ESCAPES && at(p + n) == BACKSLASH) n++;
  const d = at(p + n);
  if (d == LOWER_U && at(p + n + 1) == DIGIT_0 && at(p + n + 2) == DIGIT_0) {
    const code = hexByte(p + n + 3);
    // The "&" of an entity: its last digit is where it would stand.
    if (code == AMPERSAND && readEntity(p + n + 4)) {
      return set(Char.code, Char.length + n + 4, FORM_UNICODE, n | ((Char.count + 1) << ENTITY_SHIFT));
    }
    if (code != NO_BYTE) return set(code, n + 5, FORM_UNICODE, n);
  }
  if (d == LOWER_X && readHex(p, n)) return;
  // No escape reaches over the start of a colour code.
  if (d == ESCAPE) return set(BACKSLASH, n, FORM_BACKSLASH, n);
  const control = controlOf(d);
  set(control != 0 ? control : d, n + 1, FORM_BACKSLASH, n);
}

/** What the letter `d` stands for after a backslash, 0: no control. */
// @inline
function controlOf(d: u32): u32 {
  return d == LOWER_N ? LINE_FEED : d == LOWER_R ? RETURN : d == LOWER_T ? TAB : 0;
}

/** `\x22` after `n` backslashes, and `\x5C\x22` and `\x5Cn`, as nginx escapes what is escaped already. */
function readHex(p: usize, n: u32): bool {
  let code = hexByte(p + n + 1);
  if (!isAscii(code)) return false;
  let q = p + n + 3;
  let escapes: u32 = 0;
  while (code == BACKSLASH && escapes < MAX_HEX_ESCAPES && isHexEscape(q, n)) {
    const next = hexByte(q + n + 1);
    if (!isAscii(next) || next == ESCAPE) break;
    code = next;
    q += n + 3;
    escapes++;
  }
  const control = code == BACKSLASH ? controlOf(at(q)) : 0;
  if (control != 0) {
    code = control;
    q++;
  }
  set(code, <u32>(q - p), FORM_HEX, n | (escapes << 8));
  return true;
}

/** Whether `n` backslashes and an "x" stand at `p`. */
function isHexEscape(p: usize, n: u32): bool {
  for (let i: u32 = 0; i < n; i++) if (at(p + i) != BACKSLASH) return false;
  return at(p + n) == LOWER_X;
}

function readPercent(p: usize): bool {
  let n: u32 = 0;
  while (n < MAX_ESCAPES && at(p + 1 + 2 * n) == DIGIT_2 && at(p + 2 + 2 * n) == DIGIT_5) n++;
  const code = hexByte(p + 1 + 2 * n);
  if (code == NO_BYTE) return false;
  set(code, 3 + 2 * n, FORM_PERCENT, n);
  return true;
}

function readEntity(p: usize): bool {
  let n: u32 = 0;
  let q = p + 1;
  while (n < MAX_ESCAPES && isText(q, "amp;")) {
    q += 4;
    n++;
  }
  let code: u32 = 0;
  if (isText(q, "quot;")) {
    code = QUOTE;
    q += 5;
  } else if (isText(q, "apos;")) {
    code = APOSTROPHE;
    q += 5;
  } else if (isText(q, "lt;")) {
    code = LESS;
    q += 3;
  } else if (isText(q, "gt;")) {
    code = GREATER;
    q += 3;
  } else if (at(q) == NUMBER_SIGN) {
    q = readNumericEntity(q + 1);
    if (q == 0) return false;
    code = Char.code;
  } else {
    return false;
  }
  set(code, <u32>(q - p), FORM_ENTITY, n);
  return true;
}

/** `34;` or `x22;`; the code goes into `Char.code`. Returns the address after it, or 0. */
function readNumericEntity(p: usize): usize {
  const hex = fold(at(p)) == LOWER_X;
  if (hex) p++;
  let code: u32 = 0;
  for (let i = 0; i < 7; i++) {
    const c = at(p);
    if (c == SEMICOLON && i > 0) {
      Char.code = code;
      return isAscii(code) ? p + 1 : 0;
    }
    if (hex ? !is(c, HEX) : !isDigit(c)) return 0;
    code = hex ? code * 16 + hexDigit(c) : code * 10 + (c - DIGIT_0);
    p++;
  }
  return 0;
}

// @inline
export function isQuote(code: u32): bool {
  return code == QUOTE || code == APOSTROPHE || code == BACKTICK;
}

/** Whether a quote stands at `p`, however it is written; it is then in `Char`. */
export function isQuoteAt(p: usize): bool {
  readChar(p);
  return isQuote(Char.code);
}

/** Whether the character at `p` is the one in `Char`, written in the same form at the same depth. */
export function isRepeated(p: usize): bool {
  const code = Char.code;
  const form = Char.form;
  const count = Char.count;
  readChar(p);
  return Char.code == code && Char.form == form && Char.count == count;
}

/**
 * Where the escape starts that ends before `p` in a letter or digit (`\n`, `%22`, `%2522`, `\x22`, `\u0022`), at the last
 * of its backslashes; `p` itself where there is none.
 */
export function escapeBefore(p: usize): usize {
  readBackTo(p - 3);
  const size = p - Text.begin;
  if (size < 2) return p;
  const last = <u32>load<u8>(p - 1);
  if (load<u8>(p - 2) == BACKSLASH) return controlOf(last) != 0 ? p - 2 : p;
  if (size < 3 || !is(last, HEX) || !is(load<u8>(p - 2), HEX)) return p;
  let q = p - 2;
  const least = q - min(2 * MAX_HEX_ESCAPES, q - Text.begin - 1);
  while (q > least + 1 && load<u8>(q - 1) == DIGIT_5 && load<u8>(q - 2) == DIGIT_2) q -= 2;
  readBackTo(q - 4);
  if (load<u8>(q - 1) == PERCENT) return q - 1;
  if (size > 3 && load<u8>(p - 3) == LOWER_X && load<u8>(p - 4) == BACKSLASH) return p - 4;
  return size > 5 && load<u8>(p - 5) == LOWER_U && load<u8>(p - 6) == BACKSLASH ? p - 6 : p;
}

/** The character before `p`, as `before`, also where it is written as one of these escapes. Leaves `Char` alone. */
export function codeBefore(p: usize): u32 {
  const start = startBefore(p);
  if (start + 1 >= p) return before(p);
  if (start + 2 == p) return controlOf(load<u8>(p - 1));
  if (load<u8>(p - 1) != SEMICOLON) {
    const isUnit = start + 6 == p && load<u8>(start + 1) == LOWER_U;
    return isUnit ? (hexByte(p - 4) << 8) | hexByte(p - 2) : hexByte(p - 2);
  }
  return entityCode(load<u8>(start) == AMPERSAND ? start : start + 5);
}

/** Where the character starts that ends before `p`: an escape, an entity, a byte. */
export function startBefore(p: usize): usize {
  const start = escapeBefore(p);
  if (start != p || p == Text.begin) return start;
  if (load<u8>(p - 1) == SEMICOLON) {
    const least = p - min(ENTITY_MOST, p - Text.begin);
    readBackTo(p - ENTITY_MOST);
    for (let q = p - 1; q > least; q--) {
      const c = <u32>load<u8>(q - 1);
      const escapeStart = c == DIGIT_6 ? escapeBefore(q) : q;
      if (c == AMPERSAND || (escapeStart != q && hexByte(q - 2) == AMPERSAND)) {
        return entityCode(q - 1) == 0 ? p - 1 : min(escapeStart, q - 1);
      }
      if (!is(c, ALNUM) && c != NUMBER_SIGN) break;
    }
  }
  return p - 1;
}

/** Where the character starts whose last byte is at `p`, with the backslashes in front of it down to `least`. */
export function escapedStart(p: usize, least: usize): usize {
  let q = startBefore(p + 1);
  while (q > least && load<u8>(q - 1) == BACKSLASH) q--;
  return q;
}

function entityCode(p: usize): u32 {
  const code = Char.code;
  const length = Char.length;
  const form = Char.form;
  const count = Char.count;
  const found = readEntity(p) ? Char.code : 0;
  set(code, length, form, count);
  return found;
}

/** Whether the character at `p` is `code`, however it is written; it is then in `Char`. */
export function isAt(p: usize, code: u32): bool {
  readChar(p);
  return Char.code == code;
}
