// A letter beyond ASCII in an escape, or a byte of one: `\u5bc6`, `\xd0`, `%D0`.

import { hexByte } from "./character";
import { BACKSLASH, isAscii, LOWER_U, LOWER_X, PERCENT } from "./chars";
import { at, Text } from "./text";

/** More backslashes in front of one are no depth of escaping. */
const DEPTH_MOST: usize = 64;

export class Letter {
  /** The letter's UTF-16 unit, or a byte of its UTF-8. */
  static code: u32 = 0;
  static isByte: bool = false;
}

/** Returns where the escape of a letter starts that ends before `p`, with all of its backslashes, or `p`. Sets `Letter`. */
export function letterBefore(p: usize): usize {
  const size = p - max(Text.begin, Text.floor);
  if (size < 3) return p;
  const low = hexByte(p - 2);
  if (low > 0xff) return p;
  Letter.code = low;
  Letter.isByte = true;
  if (load<u8>(p - 3) == PERCENT) return isAscii(low) ? p : p - 3;
  if (size < 4) return p;
  if (load<u8>(p - 3) == LOWER_X && load<u8>(p - 4) == BACKSLASH) {
    return isAscii(low) ? p : behindBackslashes(p - 4, size - 4);
  }
  if (size < 6 || load<u8>(p - 5) != LOWER_U || load<u8>(p - 6) != BACKSLASH) return p;
  const high = hexByte(p - 4);
  if (high > 0xff) return p;
  Letter.code = (high << 8) | low;
  Letter.isByte = false;
  return isAscii(Letter.code) ? p : behindBackslashes(p - 6, size - 6);
}

/** Returns where the backslashes begin that stand before `p`, of at most `size` bytes. */
function behindBackslashes(p: usize, size: usize): usize {
  const least = p - min(size, DEPTH_MOST);
  while (p > least && load<u8>(p - 1) == BACKSLASH) p--;
  return p;
}

/** Whether the escape of a letter, or of a byte of one, may start at `p`. */
export function startsLetter(p: usize): bool {
  let q = p;
  while (q < p + DEPTH_MOST && at(q) == BACKSLASH) q++;
  const c = at(q);
  if (q == p) return c == PERCENT && isFar(q + 1);
  if (c == LOWER_X) return isFar(q + 1);
  if (c != LOWER_U) return false;
  const high = hexByte(q + 1);
  return high == 0 ? isFar(q + 3) : high <= 0xff;
}

function isFar(p: usize): bool {
  const byte = hexByte(p);
  return byte > 0x7f && byte <= 0xff;
}
