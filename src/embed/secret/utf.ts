// UTF-8 to UTF-16 units and back, as the Encoding Standard says (https://encoding.spec.whatwg.org/#utf-8-decoder): so a
// secret is the same text here and in JavaScript.
import { Bytes } from "../bytes";

const REPLACEMENT: u32 = 0xfffd;

/** What a sequence's first byte says, for `decode`. */
class Sequence {
  static needed: i32 = 0;
  static lower: u32 = 0;
  static upper: u32 = 0;
  static point: u32 = 0;
}

/** Whether `byte` begins a sequence of several bytes. */
function begins(byte: u32): bool {
  Sequence.lower = 0x80;
  Sequence.upper = 0xbf;
  if (byte >= 0xc2 && byte <= 0xdf) {
    Sequence.needed = 1;
    Sequence.point = byte & 0x1f;
    return true;
  }
  if (byte >= 0xe0 && byte <= 0xef) {
    if (byte == 0xe0) Sequence.lower = 0xa0;
    if (byte == 0xed) Sequence.upper = 0x9f;
    Sequence.needed = 2;
    Sequence.point = byte & 0xf;
    return true;
  }
  if (byte < 0xf0 || byte > 0xf4) return false;
  if (byte == 0xf0) Sequence.lower = 0x90;
  if (byte == 0xf4) Sequence.upper = 0x8f;
  Sequence.needed = 3;
  Sequence.point = byte & 7;
  return true;
}

/**
 * Writes the UTF-16 units of [from, from + size) to `to`, which has room for as many. Returns how many there are, or -1
 * where `isStrict` and it is not UTF-8.
 */
export function decode(from: usize, size: i32, to: usize, isStrict: bool): i32 {
  const end = from + size;
  let at = to;
  for (let p = from; p < end; ) {
    const byte = <u32>load<u8>(p++);
    if (byte < 0x80) {
      store<u16>(at, <u16>byte);
      at += 2;
      continue;
    }
    let point = REPLACEMENT;
    if (begins(byte)) {
      let left = Sequence.needed;
      while (left > 0 && p < end) {
        const next = <u32>load<u8>(p);
        if (next < Sequence.lower || next > Sequence.upper) break;
        Sequence.lower = 0x80;
        Sequence.upper = 0xbf;
        Sequence.point = (Sequence.point << 6) | (next & 0x3f);
        p++;
        left--;
      }
      if (left == 0) point = Sequence.point;
      else if (isStrict) return -1;
    } else if (isStrict) return -1;
    at = writePoint(at, point);
  }
  return <i32>((at - to) >>> 1);
}

/** The same of a text that may begin with a byte order mark, which is left out. */
export function decodeText(from: usize, size: i32, to: usize): i32 {
  const hasMark =
    size >= 3 && load<u8>(from) == 0xef && load<u8>(from, 1) == 0xbb && load<u8>(from, 2) == 0xbf;
  return hasMark ? decode(from + 3, size - 3, to, false) : decode(from, size, to, false);
}

/** Writes a character as units; returns the address after it. */
export function writePoint(at: usize, point: u32): usize {
  if (point < 0x10000) {
    store<u16>(at, <u16>point);
    return at + 2;
  }
  store<u16>(at, <u16>(0xd800 + ((point - 0x10000) >>> 10)));
  store<u16>(at, <u16>(0xdc00 + (point & 0x3ff)), 2);
  return at + 4;
}

export function isHighSurrogate(unit: u32): bool {
  return unit >>> 10 == 0x36;
}

export function isLowSurrogate(unit: u32): bool {
  return unit >>> 10 == 0x37;
}

/** Adds the UTF-8 of so many units; half a pair becomes U+FFFD. */
export function encode(units: usize, count: i32, bytes: Bytes): void {
  const start = bytes.reserve(3 * count);
  let at = start;
  for (let i = 0; i < count; i++) {
    let point = <u32>load<u16>(units + ((<usize>i) << 1));
    if (isHighSurrogate(point) && i + 1 < count) {
      const low = <u32>load<u16>(units + ((<usize>i) << 1), 2);
      if (isLowSurrogate(low)) {
        point = 0x10000 + ((point & 0x3ff) << 10) + (low & 0x3ff);
        i++;
      }
    }
    if (point >>> 11 == 0x1b) point = REPLACEMENT;
    at = writeBytes(at, point);
  }
  bytes.length += <i32>(at - start);
}

function writeBytes(at: usize, point: u32): usize {
  if (point < 0x80) {
    store<u8>(at, <u8>point);
    return at + 1;
  }
  if (point < 0x800) {
    store<u8>(at, <u8>(0xc0 | (point >>> 6)));
    return continued(at + 1, point, 1);
  }
  if (point < 0x10000) {
    store<u8>(at, <u8>(0xe0 | (point >>> 12)));
    return continued(at + 1, point, 2);
  }
  store<u8>(at, <u8>(0xf0 | (point >>> 18)));
  return continued(at + 1, point, 3);
}

function continued(at: usize, point: u32, count: i32): usize {
  for (; count > 0; count--) store<u8>(at++, <u8>(0x80 | ((point >>> (6 * (count - 1))) & 0x3f)));
  return at;
}

/** Whether a regular expression's `\s` matches the unit. */
export function isSpace(unit: u32): bool {
  if (unit < 0x80) return unit == 0x20 || (unit >= 9 && unit <= 13);
  if (unit >= 0x2000 && unit <= 0x200a) return true;
  return (
    unit == 0xa0 ||
    unit == 0x1680 ||
    unit == 0x2028 ||
    unit == 0x2029 ||
    unit == 0x202f ||
    unit == 0x205f ||
    unit == 0x3000 ||
    unit == 0xfeff
  );
}

/** Whether `word` stands in the text at this place. */
export function standsAt(text: string, word: string, at: i32): bool {
  if (at + word.length > text.length) return false;
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(at + i) != word.charCodeAt(i)) return false;
  return true;
}

/** Whether it is an ASCII letter or digit. */
export function isAlphanumeric(unit: u32): bool {
  return (unit | 0x20) - 0x61 < 26 || unit - 0x30 < 10;
}
