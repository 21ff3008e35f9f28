// Bitmaps of what kind of bytes stand in a few blocks of 64: a bit for each byte.
import { BITMAP, BITMAP_SIZE, P_CLASSES, PROGRAM } from "../abi";
import { DIGIT_0, ESCAPE, LOWER_M, OPEN_BRACKET, UPPER_K } from "../reading/chars";
import { word } from "../reading/program-view";

// Each is of the block before, of the blocks, and of the one after.
export const LETTERS: usize = BITMAP;
export const LOWER: usize = BITMAP + BITMAP_SIZE;
export const ALNUM: usize = BITMAP + 2 * BITMAP_SIZE;
export const TOKENS: usize = BITMAP + 3 * BITMAP_SIZE;
export const WORDS: usize = BITMAP + 4 * BITMAP_SIZE;
export const PUNCTUATION: usize = BITMAP + 5 * BITMAP_SIZE;
export const DOUBLES: usize = BITMAP + 6 * BITMAP_SIZE;
export const ESCAPES: usize = BITMAP + 7 * BITMAP_SIZE;
/** Where something stands right after an escape. */
export const BEHIND: usize = BITMAP + 8 * BITMAP_SIZE;
/** `TOKENS`, if anything may come after the text. */
export const OPEN_TOKENS: usize = BITMAP + 9 * BITMAP_SIZE;
/** Where escapes end that may be of a letter beyond ASCII: the last digits of `\u5bc6`, `\xd0`, `%D0`. */
export const FAR_ESCAPES: usize = BITMAP + 10 * BITMAP_SIZE;
// What `candidate-ends.ts` makes of these.
export const ENDS: usize = BITMAP + 11 * BITMAP_SIZE;
export const HEADS: usize = BITMAP + 12 * BITMAP_SIZE;
export const RUNS: usize = BITMAP + 13 * BITMAP_SIZE;
export const THREES: usize = BITMAP + 14 * BITMAP_SIZE;
export const INNER: usize = BITMAP + 15 * BITMAP_SIZE;
export const JOINTS: usize = BITMAP + 16 * BITMAP_SIZE;

// Class bits: letters 0x80 and 0x40, digits 0x20, "_" and "~" 0x10, "-" and "$" 0x08, "." 0x04, ":", "%", "*" and others
// 0x02. They are sorted, so that what has one of the upper ones is a class, too.
const DOUBLE = 7; // 0x01, shifted to the top

/** Whether what was classified last holds bytes over 127, or escapes of them. */
export class Far {
  static any: u64 = 0;
  static escapes: u64 = 0;
}

// Vectors of one byte, as words, which are read from memory: v128 constants would be built anew in each turn
// of the loop.
const NIBBLES = memory.data<u32>([0x0f0f0f0f, 0x0f0f0f0f, 0x0f0f0f0f, 0x0f0f0f0f], 16);
// What takes a byte with a class bit or one above it over 127: 128 less the bit.
const FROM_LETTER = memory.data<u32>([0x40404040, 0x40404040, 0x40404040, 0x40404040], 16);
const FROM_DIGIT = memory.data<u32>([0x60606060, 0x60606060, 0x60606060, 0x60606060], 16);
const FROM_TOKEN = memory.data<u32>([0x78787878, 0x78787878, 0x78787878, 0x78787878], 16);
const FROM_IN_WORD = memory.data<u32>([0x7e7e7e7e, 0x7e7e7e7e, 0x7e7e7e7e, 0x7e7e7e7e], 16);
const PUNCTUATED = memory.data<u32>([0x1c1c1c1c, 0x1c1c1c1c, 0x1c1c1c1c, 0x1c1c1c1c], 16);
const FROM_PUNCTUATED = memory.data<u32>([0x7c7c7c7c, 0x7c7c7c7c, 0x7c7c7c7c, 0x7c7c7c7c], 16);
/** By their lower four bits: "%", ESC and "\\"; what no byte with these bits is. */
const EACH_ESCAPE = memory.data<u32>([0xffffffff, 0xffff25ff, 0x1bffffff, 0x00ffff5c], 16);

/** Writes the class bitmaps of [from, to), from `i` on in each; returns whether there are escapes in it. */
export function classify(from: usize, to: usize, i: usize): u64 {
  const low = v128.load(PROGRAM + word(P_CLASSES));
  const high = v128.load(PROGRAM + word(P_CLASSES), 16);
  const nibbles = v128.load(NIBBLES);
  const eachEscape = v128.load(EACH_ESCAPE);
  const letter = v128.load(FROM_LETTER);
  const digit = v128.load(FROM_DIGIT);
  const token = v128.load(FROM_TOKEN);
  const inWord = v128.load(FROM_IN_WORD);
  const punctuated = v128.load(PUNCTUATED);
  const punctuation = v128.load(FROM_PUNCTUATED);
  let anyEscape: u64 = 0;
  let anyFar: u64 = 0;
  for (let p = from; p < to; p += 64, i += 8) {
    const a = v128.load(p);
    const b = v128.load(p, 16);
    const c = v128.load(p, 32);
    const d = v128.load(p, 48);
    const ea = escapesIn(a, eachEscape, nibbles);
    const eb = escapesIn(b, eachEscape, nibbles);
    const ec = escapesIn(c, eachEscape, nibbles);
    const ed = escapesIn(d, eachEscape, nibbles);
    let escapes: u64 = 0;
    let far: u64 = 0;
    // Most blocks have neither.
    if (i8x16.bitmask(v128.or(or4(a, b, c, d), or4(ea, eb, ec, ed))) != 0) {
      escapes = signs(ea, eb, ec, ed);
      far = signs(a, b, c, d);
      anyEscape |= escapes;
      anyFar |= far;
    }
    store<u64>(ESCAPES + i, escapes);
    const lower = signs(i16x8.shl(a, 2), i16x8.shl(b, 2), i16x8.shl(c, 2), i16x8.shl(d, 2));
    const ka = classesOf(a, low, high, nibbles);
    const kb = classesOf(b, low, high, nibbles);
    const kc = classesOf(c, low, high, nibbles);
    const kd = classesOf(d, low, high, nibbles);
    store<u64>(LOWER + i, lower);
    store<u64>(LETTERS + i, over(ka, kb, kc, kd, letter));
    store<u64>(ALNUM + i, over(ka, kb, kc, kd, digit));
    store<u64>(TOKENS + i, over(ka, kb, kc, kd, token));
    // Bytes over 127 go on with a word: "…" is one that was cut.
    store<u64>(WORDS + i, over(ka, kb, kc, kd, inWord) | far | escapes);
    store<u64>(
      PUNCTUATION + i,
      over(
        v128.and(ka, punctuated),
        v128.and(kb, punctuated),
        v128.and(kc, punctuated),
        v128.and(kd, punctuated),
        punctuation,
      ),
    );
    store<u64>(
      DOUBLES + i,
      signs(i16x8.shl(ka, DOUBLE), i16x8.shl(kb, DOUBLE), i16x8.shl(kc, DOUBLE), i16x8.shl(kd, DOUBLE)),
    );
  }
  Far.any = anyFar;
  return anyEscape;
}

// @inline
function or4(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.or(v128.or(a, b), v128.or(c, d));
}

/** Of the block in front, only its last `known` bytes count. */
export function forgetFront(known: usize): void {
  const inside = known == 0 ? 0 : ~(<u64>0) << (64 - <u64>known);
  for (let bitmap = LETTERS; bitmap < BEHIND; bitmap += BITMAP_SIZE)
    store<u64>(bitmap, load<u64>(bitmap) & inside);
}

/** What may come after the text, `length` bytes after the first block's begin, may go on with a word. */
export function openEnd(length: usize, count: usize): void {
  for (let block: usize = 0; block <= count; block++) {
    const from = block << 6;
    if (from + 64 <= length) continue;
    const arrived: u64 = length - from;
    const beyond = from >= length ? ~(<u64>0) : ~(<u64>0) << arrived;
    const i = 8 + (block << 3);
    store<u64>(OPEN_TOKENS + i, load<u64>(OPEN_TOKENS + i) | beyond);
    store<u64>(WORDS + i, load<u64>(WORDS + i) | beyond);
  }
}

/** A word starts after an escape (`\n`, `%3D`, `\x22`, `%253D`, `\u0022`) and after a colour code; a code is part of one. */
export function readEscapes(p: usize, count: usize): void {
  let old: u64 = 0;
  let oldCodes: u64 = 0;
  let oldColours: u64 = 0;
  for (let i: usize = 0; i <= count + 1; i++) {
    const escapes = load<u64>(ESCAPES + (i << 3));
    const block = p - 64 + (i << 6);
    let codes: u64 = 0;
    let colours: u64 = 0;
    if ((escapes | old) != 0) {
      codes = codeEnds(block);
      colours = escapesAt(block);
      store<u64>(
        WORDS + (i << 3),
        load<u64>(WORDS + (i << 3)) | smear(colours) | (oldColours >>> 56 != 0 ? 0xff : 0),
      );
    }
    store<u64>(
      BEHIND + (i << 3),
      (escapes << 2) |
        (old >>> 62) |
        (escapes << 3) |
        (old >>> 61) |
        (escapes << 4) |
        (old >>> 60) |
        (escapes << 5) |
        (old >>> 59) |
        (escapes << 6) |
        (old >>> 58) |
        (codes << 1) |
        (oldCodes >>> 63),
    );
    old = escapes;
    oldCodes = codes;
    oldColours = colours;
  }
}

// i8x16.shr_u would build its mask anew each time.
// @inline
function classesOf(v: v128, low: v128, high: v128, nibbles: v128): v128 {
  return v128.and(
    i8x16.swizzle(low, v128.and(v, nibbles)),
    i8x16.swizzle(high, v128.and(i16x8.shr_u(v, 4), nibbles)),
  );
}

/** "\\", "%" and ESC: each is the one that its lower four bits choose. */
// @inline
function escapesIn(v: v128, each: v128, nibbles: v128): v128 {
  return i8x16.eq(i8x16.swizzle(each, v128.and(v, nibbles)), v);
}

/** The bytes that `rest` takes over 127: an addition that is saturated. */
// @inline
function over(a: v128, b: v128, c: v128, d: v128, rest: v128): u64 {
  return signs(
    i8x16.add_sat_u(a, rest),
    i8x16.add_sat_u(b, rest),
    i8x16.add_sat_u(c, rest),
    i8x16.add_sat_u(d, rest),
  );
}

/** The top bits of 64 bytes. */
// @inline
export function signs(a: v128, b: v128, c: v128, d: v128): u64 {
  const first = <u32>(i8x16.bitmask(a) | (i8x16.bitmask(b) << 16));
  const second = <u32>(i8x16.bitmask(c) | (i8x16.bitmask(d) << 16));
  return <u64>first | ((<u64>second) << 32);
}

/** The last letters of colour codes (`ESC [ 36 m`, also escaped) in the 64 bytes at `p`, and some others. */
function codeEnds(p: usize): u64 {
  let ends: u64 = 0;
  for (let i: usize = 0; i < 64; i += 16) {
    const last = v128.load(p + i);
    const before = v128.load(p + i - 1);
    const isEnd = v128.or(i8x16.eq(last, i8x16.splat(<i8>LOWER_M)), i8x16.eq(last, i8x16.splat(<i8>UPPER_K)));
    const endsNumber = i8x16.lt_u(i8x16.sub(before, i8x16.splat(<i8>DIGIT_0)), i8x16.splat(10));
    const isCode = v128.and(isEnd, v128.or(endsNumber, i8x16.eq(before, i8x16.splat(<i8>OPEN_BRACKET))));
    ends |= (<u64>(<u32>i8x16.bitmask(isCode))) << (<u64>i);
  }
  return ends;
}

function escapesAt(p: usize): u64 {
  const wanted = i8x16.splat(<i8>ESCAPE);
  return signs(
    i8x16.eq(v128.load(p), wanted),
    i8x16.eq(v128.load(p, 16), wanted),
    i8x16.eq(v128.load(p, 32), wanted),
    i8x16.eq(v128.load(p, 48), wanted),
  );
}

/** Each bit and the seven above it: a colour code is so long. */
// @inline
function smear(bits: u64): u64 {
  bits |= bits << 1;
  bits |= bits << 2;
  return bits | (bits << 4);
}
