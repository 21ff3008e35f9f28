// What stands between the parts of a notation and means nothing: blanks, line ends, colour codes.
import { FORM_PERCENT } from "../abi";
import { Char, codeBefore, escapeBefore, readChar } from "./character";
import { BLANK, Text, at, is } from "./text";

/** So many bytes of blanks and colours are passed over in one go. */
const BLANKS_MOST: usize = 64;
/** So many backslashes may escape an escape character. */
const COLOUR_ESCAPES: usize = 8;

/** Behind what introduces a colour code at `p`, `ESC [` raw or as \u001b, \x1b, \033 or \e; 0: none. */
function behindIntroducer(p: usize): usize {
  let q = p;
  if (at(p) == 0x1b) {
    q = p + 1;
  } else {
    while (q < p + COLOUR_ESCAPES && at(q) == 0x5c) q++;
    if (q == p) return 0;
    const c = at(q);
    if (c == 0x75 && at(q + 1) == 0x30 && at(q + 2) == 0x30 && isOneB(q + 3)) q += 5;
    else if (c == 0x78 && isOneB(q + 1)) q += 3;
    else if (c == 0x30 && at(q + 1) == 0x33 && at(q + 2) == 0x33) q += 3;
    else if (c == 0x65) q++;
    else return 0;
  }
  return at(q) == 0x5b ? q + 1 : 0;
}

@inline
function isOneB(p: usize): bool {
  return at(p) == 0x31 && (at(p + 1) | 0x20) == 0x62;
}

/** Behind colour codes (ECMA-48 `ESC [ … letter`) at `p`, raw or escaped, at most 64 bytes of them. */
export function skipColours(p: usize): usize {
  const most = p + BLANKS_MOST;
  while (p < most) {
    const c = at(p);
    if (c != 0x1b && c != 0x5c) return p;
    let q = behindIntroducer(p);
    if (q == 0) return p;
    const parameters = q + 24;
    while (q < parameters && (at(q) - 0x30 < 10 || at(q) == 0x3b || at(q) == 0x3a)) q++;
    if (at(q) - 0x40 > 0x3e) return p;
    p = q + 1;
  }
  return p;
}

/** Behind blanks, raw or percent-encoded, and colour codes at `p`, at most 64 bytes of them. */
export function skipBlanks(p: usize): usize {
  const most = p + BLANKS_MOST;
  while (p < most) {
    const c = at(p);
    if (is(c, BLANK)) {
      p++;
    } else if (c == 0x1b || c == 0x5c) {
      const q = skipColours(p);
      if (q == p) return p;
      p = q;
    } else if (c == 0x25) {
      readChar(p);
      if (Char.code != 0x20) return p;
      p += Char.length;
    } else {
      return p;
    }
  }
  return p;
}

/** Behind one line end at `p`, raw or escaped; `p` itself where there is none. */
export function skipLineEnd(p: usize): usize {
  const c = at(p);
  if (c == 10) return p + 1;
  if (c != 13 && c != 0x5c && c != 0x25 && c != 0x26) return p;
  readLineEnd(p);
  if (Char.code == 10) return p + Char.length;
  if (Char.code != 13) return p;
  const q = p + Char.length;
  readLineEnd(q);
  return Char.code == 10 ? q + Char.length : q;
}

/** The same as `readChar`, and %5Cn, the escape of a line end in text that was then percent-encoded. */
function readLineEnd(p: usize): void {
  readChar(p);
  if (Char.code != 0x5c || Char.form != FORM_PERCENT) return;
  const c = at(p + Char.length);
  if (c != 0x6e && c != 0x72) return;
  Char.code = c == 0x6e ? 10 : 13;
  Char.length++;
}

/** Whether a line starts at `p`, also behind an escaped line end. */
export function startsLine(p: usize): bool {
  const c = codeBefore(p);
  return c == 10 || c == 13;
}

/** Behind blanks, and up to two line ends and what indents the line behind. */
export function skipSpace(p: usize): usize {
  let q = skipBlanks(p);
  for (let i = 0; i < 2; i++) {
    const next = skipLineEnd(q);
    if (next == q) return q;
    q = skipBlanks(next);
  }
  return q;
}

/** Before blanks and line ends, also escaped (`\n`, `%20`), that end at `p`: back to what they follow. */
export function backOverSpace(p: usize, begin: usize): usize {
  const least = p - min(BLANKS_MOST, p - begin);
  while (p > least) {
    const c = <u32>load<u8>(p - 1);
    if (is(c, BLANK) || c == 10 || c == 13) {
      p--;
      continue;
    }
    const start = escapeBefore(p);
    if (start == p || start < least) return p;
    const code = codeBefore(p);
    if (!is(code, BLANK) && code != 10 && code != 13) return p;
    p = start;
    while (p > least && load<u8>(p - 1) == 0x5c) p--;
  }
  return p;
}

/** Whether a colour code (`ESC [ 1 ; 36 m`, also escaped) ends before `p`. */
export function endsColour(p: usize): bool {
  if (p < Text.begin + 3 || load<u8>(p - 1) != 0x6d) return false;
  p--;
  const least = p - min(20, p - Text.begin - 1);
  while (p > least && (<u32>load<u8>(p - 1) - 0x30 < 10 || load<u8>(p - 1) == 0x3b)) p--;
  if (load<u8>(p - 1) != 0x5b || p - 1 <= Text.begin) return false;
  const c = <u32>load<u8>(p - 2);
  return c == 0x1b || (c | 0x20) == 0x62 || c == 0x33 || c == 0x65; // \u001b, \x1b, \033, \e
}

/**
 * Whether the letter or digit before `p` is the last one of an escape, and so no letter of a word: `\n`, `%3D`,
 * `%253D`, `\u0026`, `\x3d`, `ESC [ 36 m`.
 */
export function endsEscape(p: usize, last: u32): bool {
  return last == 0x6d ? endsColour(p) : escapeBefore(p) != p;
}
