// One character in whatever way it is written: raw, behind backslashes, as \u0022, \x22, %22 or &quot;.
// Everything that looks for quotes, separators and spaces goes through here, so that each notation and
// each depth of escaping is known in this one place.
import { FORM_BACKSLASH, FORM_ENTITY, FORM_HEX, FORM_PERCENT, FORM_RAW, FORM_UNICODE } from "../abi";
import { ALNUM, HEX, Text, at, before, fold, is } from "./text";

/** What `readChar` found. */
export class Char {
  static code: u32 = 0;
  static length: u32 = 0;
  static form: i32 = 0;
  /** Backslashes, `25`s or `amp;`s in front: the depth of escaping. */
  static count: u32 = 0;
}

/** More backslashes than this are no notation but an attack on our patience. */
export const MAX_ESCAPES: u32 = 64;
/** `&quot;` and the like are no longer. */
const ENTITY_MOST: usize = 9;
/** The same of `\x5C`, which is four times as long. */
const HEX_ESCAPES: u32 = 16;

/** Reads the character at `p` into `Char`. */
export function readChar(p: usize): void {
  const c = at(p);
  if (c == 0x5c) return readEscape(p);
  if (c == 0x25 && readPercent(p)) return;
  if (c == 0x26 && readEntity(p)) return;
  set(c, 1, FORM_RAW, 0);
}

@inline
function set(code: u32, length: u32, form: i32, count: u32): void {
  Char.code = code;
  Char.length = length;
  Char.form = form;
  Char.count = count;
}

function hexDigit(c: u32): u32 {
  return c <= 0x39 ? c - 0x30 : fold(c) - 0x61 + 10;
}

/** Two hex digits at `p`, or 0x100 where there are none. */
function hexByte(p: usize): u32 {
  const high = at(p);
  const low = at(p + 1);
  if (!is(high, HEX) || !is(low, HEX)) return 0x100;
  return (hexDigit(high) << 4) | hexDigit(low);
}

function readEscape(p: usize): void {
  let n: u32 = 1;
  while (n < MAX_ESCAPES && at(p + n) == 0x5c) n++;
  const d = at(p + n);
  if (d == 0x75 && at(p + n + 1) == 0x30 && at(p + n + 2) == 0x30) {
    const code = hexByte(p + n + 3);
    // The "&" of an entity: its last digit is where it would stand.
    if (code == 0x26 && readEntity(p + n + 4)) {
      return set(Char.code, Char.length + n + 4, FORM_UNICODE, n | ((Char.count + 1) << 8));
    }
    if (code < 0x100) return set(code, n + 5, FORM_UNICODE, n);
  }
  if (d == 0x78 && readHex(p, n)) return;
  // No escape reaches over the start of a colour code.
  if (d == 0x1b) return set(0x5c, n, FORM_BACKSLASH, n);
  const control = controlOf(d);
  set(control != 0 ? control : d, n + 1, FORM_BACKSLASH, n);
}

/** What the letter `d` stands for behind a backslash, 0: no control. */
@inline
function controlOf(d: u32): u32 {
  return d == 0x6e ? 10 : d == 0x72 ? 13 : d == 0x74 ? 9 : 0;
}

/** `\x22` behind `n` backslashes, and `\x5C\x22` and `\x5Cn`, as nginx escapes what is escaped already. */
function readHex(p: usize, n: u32): bool {
  let code = hexByte(p + n + 1);
  if (code >= 0x80) return false;
  let q = p + n + 3;
  let escapes: u32 = 0;
  while (code == 0x5c && escapes < HEX_ESCAPES && isHexEscape(q, n)) {
    const next = hexByte(q + n + 1);
    if (next >= 0x80 || next == 0x1b) break;
    code = next;
    q += n + 3;
    escapes++;
  }
  const control = code == 0x5c ? controlOf(at(q)) : 0;
  if (control != 0) {
    code = control;
    q++;
  }
  set(code, <u32>(q - p), FORM_HEX, n | (escapes << 8));
  return true;
}

/** Whether `n` backslashes and an "x" stand at `p`. */
function isHexEscape(p: usize, n: u32): bool {
  for (let i: u32 = 0; i < n; i++) if (at(p + i) != 0x5c) return false;
  return at(p + n) == 0x78;
}

function readPercent(p: usize): bool {
  let n: u32 = 0;
  while (n < MAX_ESCAPES && at(p + 1 + 2 * n) == 0x32 && at(p + 2 + 2 * n) == 0x35) n++;
  const code = hexByte(p + 1 + 2 * n);
  if (code >= 0x100) return false;
  set(code, 3 + 2 * n, FORM_PERCENT, n);
  return true;
}

/** Whether the folded bytes at `p` are `word`, at most 8 bytes, packed little-endian. */
@inline
export function isWord(p: usize, word: u64, length: u32): bool {
  for (let i: u32 = 0; i < length; i++) {
    if (fold(at(p + i)) != <u32>((word >> (8 * i)) & 0xff)) return false;
  }
  return true;
}

function readEntity(p: usize): bool {
  let n: u32 = 0;
  let q = p + 1;
  while (n < MAX_ESCAPES && isWord(q, 0x3b706d61, 4)) {
    q += 4; // amp;
    n++;
  }
  let code: u32 = 0;
  if (isWord(q, 0x3b746f7571, 5)) {
    code = 0x22; // quot;
    q += 5;
  } else if (isWord(q, 0x3b736f7061, 5)) {
    code = 0x27; // apos;
    q += 5;
  } else if (isWord(q, 0x3b746c, 3)) {
    code = 0x3c; // lt;
    q += 3;
  } else if (isWord(q, 0x3b7467, 3)) {
    code = 0x3e; // gt;
    q += 3;
  } else if (at(q) == 0x23) {
    q = readNumericEntity(q + 1);
    if (q == 0) return false;
    code = Char.code;
  } else {
    return false;
  }
  set(code, <u32>(q - p), FORM_ENTITY, n);
  return true;
}

/** `34;` or `x22;`; the code goes into `Char.code`. Returns the address behind it, or 0. */
function readNumericEntity(p: usize): usize {
  const hex = fold(at(p)) == 0x78;
  if (hex) p++;
  let code: u32 = 0;
  for (let i = 0; i < 7; i++) {
    const c = at(p);
    if (c == 0x3b && i > 0) {
      Char.code = code;
      return code < 0x80 ? p + 1 : 0;
    }
    if (hex ? !is(c, HEX) : c - 0x30 > 9) return 0;
    code = hex ? code * 16 + hexDigit(c) : code * 10 + (c - 0x30);
    p++;
  }
  return 0;
}

@inline
export function isQuote(code: u32): bool {
  return code == 0x22 || code == 0x27 || code == 0x60;
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
  const size = p - Text.begin;
  if (size < 2) return p;
  const last = <u32>load<u8>(p - 1);
  if (load<u8>(p - 2) == 0x5c) return controlOf(last) != 0 ? p - 2 : p;
  if (size < 3 || !is(last, HEX) || !is(load<u8>(p - 2), HEX)) return p;
  let q = p - 2;
  const least = q - min(2 * HEX_ESCAPES, q - Text.begin - 1);
  while (q > least + 1 && load<u8>(q - 1) == 0x35 && load<u8>(q - 2) == 0x32) q -= 2;
  if (load<u8>(q - 1) == 0x25) return q - 1;
  if (size > 3 && load<u8>(p - 3) == 0x78 && load<u8>(p - 4) == 0x5c) return p - 4;
  return size > 5 && load<u8>(p - 5) == 0x75 && load<u8>(p - 6) == 0x5c ? p - 6 : p;
}

/** The character before `p`, as `before`, also where it is written as one of these escapes. Leaves `Char` alone. */
export function codeBefore(p: usize): u32 {
  const start = startBefore(p);
  if (start + 1 >= p) return before(p);
  if (start + 2 == p) return controlOf(load<u8>(p - 1));
  if (load<u8>(p - 1) != 0x3b) return hexByte(p - 2);
  return entityCode(load<u8>(start) == 0x26 ? start : start + 5);
}

/** Where the character starts that ends before `p`: an escape, an entity, a byte. */
export function startBefore(p: usize): usize {
  const start = escapeBefore(p);
  if (start != p || p == Text.begin) return start;
  if (load<u8>(p - 1) == 0x3b) {
    const least = p - min(ENTITY_MOST, p - Text.begin);
    for (let q = p - 1; q > least; q--) {
      const c = <u32>load<u8>(q - 1);
      const escape = c == 0x36 ? escapeBefore(q) : q;
      if (c == 0x26 || (escape != q && hexByte(q - 2) == 0x26)) {
        return entityCode(q - 1) == 0 ? p - 1 : min(escape, q - 1);
      }
      if (!is(c, ALNUM) && c != 0x23) break;
    }
  }
  return p - 1;
}

/** Where the character starts whose last byte is at `p`, with the backslashes in front of it down to `least`. */
export function escapedStart(p: usize, least: usize): usize {
  let q = startBefore(p + 1);
  while (q > least && load<u8>(q - 1) == 0x5c) q--;
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
