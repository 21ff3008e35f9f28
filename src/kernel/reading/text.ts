// The haystack as the kernel sees it, and the rule that makes every decision independent of how the
// input was cut: whoever looks at a byte that has not arrived yet sets `hitEnd`, and what was decided
// with `hitEnd` set and more to come is no decision; it is made again when the bytes are there.
import { BYTE_CLASS, DELIMITERS, ENDS, MAYBE_ENDS, WIDE_SIGN, WIDE_STOP } from "../abi";
import {
  CASE,
  CLOSE_CORNER,
  CLOSE_LENTICULAR,
  DELETE,
  DIGIT_0,
  DIGIT_9,
  DOT,
  HYPHEN,
  IDEOGRAPHIC_COMMA,
  IDEOGRAPHIC_STOP,
  isUpper,
  LOWER_A,
  LOWER_F,
  LOWER_Z,
  SPACE,
  TAB,
  UNDERSCORE,
  UPPER_A,
  UPPER_F,
  UPPER_Z,
  WIDE_CLOSE_PAREN,
  WIDE_COMMA,
  WIDE_SEMICOLON,
} from "./chars";

export class Text {
  /** First address that may be read: the left context, where there is one. */
  static begin: usize = 0;
  /** End of what has arrived. */
  static limit: usize = 0;
  /** No more bytes will come. */
  static final: bool = false;
  static hitEnd: bool = false;
  /** How many backslashes stand before the quotes of the string that is looked into, -1: the text is in none. */
  static escapes: i32 = -1;
  /** No match may start before: the end of the last one. */
  static floor: usize = 0;
}

/** Makes at least `size` bytes from `p` on zero. A `memory.fill` of so few is a call out of the module, 12 ns each. */
// @inline
export function clear(p: usize, size: usize): void {
  for (let i: usize = 0; i < size; i += 16) v128.store(p + i, i8x16.splat(0));
}

/** Copies `size` bytes, a multiple of eight and seldom more than that, for the same reason. */
// @inline
export function copy(to: usize, from: usize, size: usize): void {
  for (let i: usize = 0; i < size; i += 8) store<u64>(to + i, load<u64>(from + i));
}

/** The byte at `p`; past the end 0, remembering that the end was touched. */
// @inline
export function at(p: usize): u32 {
  if (p >= Text.limit) {
    Text.hitEnd = true;
    return 0;
  }
  return load<u8>(p);
}

/** The character from U+0800 to U+FFFF, three bytes of UTF-8, at `p`; 0 where there is none. */
export function wideAt(p: usize): u32 {
  const first = at(p);
  if (first >>> 4 != 14) return 0;
  return ((first & 15) << 12) | ((at(p + 1) & 63) << 6) | (at(p + 2) & 63);
}

/** A comma, a full stop, a semicolon or a closing bracket of Chinese and Japanese at `p`. */
export function isWideDelimiter(p: usize): bool {
  const c = wideAt(p);
  return (
    c == IDEOGRAPHIC_COMMA ||
    c == IDEOGRAPHIC_STOP ||
    c == CLOSE_CORNER ||
    c == CLOSE_LENTICULAR ||
    c == WIDE_COMMA ||
    c == WIDE_CLOSE_PAREN ||
    c == WIDE_SEMICOLON
  );
}

/** The byte before `p`; a line end where the input starts. */
// @inline
export function before(p: usize): u32 {
  return p > Text.begin ? load<u8>(p - 1) : 10;
}

/** Whether a decision that touched the end has to wait. */
// @inline
export function undecided(): bool {
  return Text.hitEnd && !Text.final;
}

export const WORD: u32 = 1; // [0-9A-Za-z_]
export const ALNUM: u32 = 2;
export const NAME: u32 = 4; // what key names are made of: word, "-", "."
export const BLANK: u32 = 8; // space and tab
export const END: u32 = 16; // ends any unquoted value: controls, white space, quotes, "<", ">"
export const MAYBE_END: u32 = 32; // ends an unquoted value depending on what follows
export const HEX: u32 = 64;
export const BASE64: u32 = 128; // what a PEM body is made of

// @inline
export function classOf(c: u32): u32 {
  return load<u8>(BYTE_CLASS + c);
}

// @inline
export function is(c: u32, kind: u32): bool {
  return (classOf(c) & kind) != 0;
}

function mark(from: u32, to: u32, kind: u32): void {
  for (let c = from; c <= to; c++) store<u8>(BYTE_CLASS + c, classOf(c) | kind);
}

/** Fills the class table; the host calls it once per instance. */
export function fillClasses(): void {
  mark(DIGIT_0, DIGIT_9, WORD | ALNUM | NAME | HEX | BASE64);
  mark(UPPER_A, UPPER_Z, WORD | ALNUM | NAME | BASE64);
  mark(LOWER_A, LOWER_Z, WORD | ALNUM | NAME | BASE64);
  mark(UPPER_A, UPPER_F, HEX);
  mark(LOWER_A, LOWER_F, HEX);
  mark(UNDERSCORE, UNDERSCORE, WORD | NAME);
  mark(HYPHEN, DOT, NAME);
  mark(SPACE, SPACE, BLANK);
  mark(TAB, TAB, BLANK);
  mark(0, SPACE, END);
  mark(DELETE, DELETE, END);
  markAll(ENDS, END);
  markAll(MAYBE_ENDS, MAYBE_END);
  markAll("+/=", BASE64);
  mark(WIDE_STOP, WIDE_STOP, MAYBE_END);
  mark(WIDE_SIGN, WIDE_SIGN, MAYBE_END);
  fillDelimiters();
}

/** Upper nibbles with the same delimiters share a bit: there are eight such kinds, and room for no more. */
function fillDelimiters(): void {
  let bit: u32 = 1;
  for (let high: u32 = 0; high < 16; high++) {
    let row: u32 = 0;
    for (let low: u32 = 0; low < 16; low++) if (is((high << 4) | low, END | MAYBE_END)) row |= 1 << low;
    if (row == 0) continue;
    if (high == 1) {
      store<u8>(DELIMITERS + 17, load<u8>(DELIMITERS + 16)); // controls, as in the row above
      continue;
    }
    store<u8>(DELIMITERS + 16 + high, bit);
    for (let low: u32 = 0; low < 16; low++) {
      if ((row >>> low) & 1) store<u8>(DELIMITERS + low, load<u8>(DELIMITERS + low) | bit);
    }
    bit <<= 1;
  }
}

/** After the bytes from `p` to `most` that end no value, whatever follows; 16 at a time, as values have that length. */
export function skipPlain(p: usize, most: usize): usize {
  const byLow = v128.load(DELIMITERS);
  const byHigh = v128.load(DELIMITERS, 16);
  const nibble = i8x16.splat(15);
  for (; p < most; p += 16) {
    const v = v128.load(p);
    const kinds = v128.and(
      i8x16.swizzle(byLow, v128.and(v, nibble)),
      i8x16.swizzle(byHigh, v128.and(i16x8.shr_u(v, 4), nibble)),
    );
    const ends = i8x16.bitmask(i8x16.ne(kinds, i8x16.splat(0)));
    if (ends != 0) return min(p + <usize>ctz(ends), most);
  }
  return most;
}

function markAll(text: string, kind: u32): void {
  for (let i = 0; i < text.length; i++) {
    const c = <u32>text.charCodeAt(i);
    mark(c, c, kind);
  }
}

/** Lower-case letter for an upper-case one, anything else as it is. */
// @inline
export function fold(c: u32): u32 {
  return isUpper(c) ? c | CASE : c;
}

/** Whether `c` is one of `chars`, ASCII; eight are compared at once, as they are UTF-16. */
export function isOneOf(c: u32, chars: string): bool {
  const wanted = i16x8.splat(<i16>min(c, 0x7fff));
  const length = chars.length;
  for (let i = 0; i < length; i += 8) {
    const equal = i16x8.eq(v128.load(changetype<usize>(chars) + ((<usize>i) << 1)), wanted);
    if ((i16x8.bitmask(equal) & ((1 << min(length - i, 8)) - 1)) != 0) return true;
  }
  return false;
}

/** Whether `text`, ASCII, stands at `p`; its small letters stand for either case. */
export function isText(p: usize, text: string): bool {
  // Strings are UTF-16.
  const letters = changetype<usize>(text);
  for (let i: usize = 0; i < <usize>text.length; i++) {
    const wanted = <u32>load<u16>(letters + (i << 1));
    const c = at(p + i);
    if (c != wanted && fold(c) != wanted) return false;
  }
  return true;
}
