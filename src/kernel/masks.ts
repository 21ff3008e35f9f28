// Where a fragment may end, 64 bytes at a time, as masks of what stands around:
//
// - words: the last letter of a word, up to three digits behind it (`password1=`, `token_2=`), but no dot right behind
//   it: names end there, and words that tell a shape (`bearer `, `sig=`);
// - heads: the fourth character of a word that does not look like one of a language: it has sixteen token
//   characters, or six with a digit or a capital where no word has one (`eyJh…`, `AKIA…`, `ya29.…`, `5432:`); behind an
//   escape (`\n`, `\u0022`, `%3D`) a word starts, too;
// - runs: the fourth of sixteen token characters that begin with two letters, wherever they stand;
// - deep: behind 40 token characters;
// - seconds: the second character of a word of sixteen, one of the two a capital (`:AA…`), or behind a "-" or
//   "$" that starts one;
// - punctuation: "$", "-", ".", "_", "~" behind a letter (`ghp_`);
// - doubles: the second of two of "/", "=", "+" (`://`).
//
// A JSON log has some 130 such places a KB. Nibble tables of literals ("Teddy") were here before: for
// some 250 literals they took 24 look-ups for 16 bytes and let 170 places a KB through.
import { BITMAP, BITMAP_SIZE, PLACES_BLOCKS, PROGRAM, P_CLASSES } from "./abi";
import { word } from "./program";
import { Text } from "./text";

/** The blocks whose places are known: the first is where `findPlaces` was told to begin. */
export class Places {
  static begin: usize = 0;
  static end: usize = 0;
}

// Bitmaps, a bit for each byte: of the block in front, of the blocks, and of the one behind.
const LETTERS: usize = BITMAP;
const LOWER: usize = BITMAP + BITMAP_SIZE;
const ALNUM: usize = BITMAP + 2 * BITMAP_SIZE;
const TOKENS: usize = BITMAP + 3 * BITMAP_SIZE;
const WORDS: usize = BITMAP + 4 * BITMAP_SIZE;
const PUNCTUATION: usize = BITMAP + 5 * BITMAP_SIZE;
const DOUBLES: usize = BITMAP + 6 * BITMAP_SIZE;
const ESCAPES: usize = BITMAP + 7 * BITMAP_SIZE;
/** Where something stands right behind an escape. */
const BEHIND: usize = BITMAP + 8 * BITMAP_SIZE;
/** `TOKENS`, if anything may come behind the text. */
const OPEN_TOKENS: usize = BITMAP + 9 * BITMAP_SIZE;
const ENDS: usize = BITMAP + 10 * BITMAP_SIZE;
const HEADS: usize = BITMAP + 11 * BITMAP_SIZE;
const RUNS: usize = BITMAP + 12 * BITMAP_SIZE;
const THREES: usize = BITMAP + 13 * BITMAP_SIZE;

// Class bits. They are sorted, so that what has one of the upper ones is a class, too: see `atLeast`.
const LETTER: i8 = 0x40; // 0x80 and 0x40
const DIGIT: i8 = 0x20;
const TOKEN: i8 = 0x08; // "_" and "~" 0x10, "-" and "$" 0x08
const IN_WORD: i8 = 0x02; // "." 0x04, ":", "%", "*" and others 0x02
const PUNCTUATED: i8 = 0x1c;
const DOUBLE = 7; // 0x01, shifted to the top

/** Last letters of words in the block, of which names are. */
@inline
export function wordsIn(block: usize): u64 {
  return load<u64>(ENDS + bitmapAt(block));
}

/** Where a fragment of four bytes may end in the block. */
@inline
export function foursIn(block: usize): u64 {
  const i = bitmapAt(block);
  const deep = load<u64>(RUNS + i - 2) & load<u64>(RUNS + i - 4) & load<u64>(RUNS + i - 5);
  return load<u64>(ENDS + i) | (load<u64>(HEADS + i) << 3) | (load<u64>(HEADS + i - 8) >>> 61) | deep;
}

/** The same of three. */
@inline
export function threesIn(block: usize): u64 {
  return load<u64>(THREES + bitmapAt(block));
}

@inline
function bitmapAt(block: usize): usize {
  return 8 + ((block - Places.begin) >>> 3);
}

/** Finds the places in the blocks from `p` on, whatever its alignment: what stands in front counts from `Text.begin` on. */
export function findPlaces(p: usize): void {
  const count = min(<usize>PLACES_BLOCKS, (Text.limit - p + 63) >>> 6);
  Places.begin = p;
  Places.end = p + (count << 6);
  const escapes = classify(p - 64, Places.end + 64);
  if (p - Text.begin < 64) forgetFront(p - Text.begin);
  memory.fill(BEHIND, 0, BITMAP_SIZE);
  if (escapes != 0) readEscapes(p, count);
  let tokens = TOKENS;
  if (!Text.final && Places.end + 64 > Text.limit) {
    tokens = OPEN_TOKENS;
    memory.copy(OPEN_TOKENS, TOKENS, BITMAP_SIZE);
    openEnd(Text.limit - p, count);
  }
  combine(tokens, 8 + (count << 3));
}

/** Writes the class bitmaps of [from, to); returns whether there are escapes in it. */
function classify(from: usize, to: usize): u64 {
  const low = v128.load(PROGRAM + word(P_CLASSES));
  const high = v128.load(PROGRAM + word(P_CLASSES), 16);
  let anyEscape: u64 = 0;
  for (let p = from, i: usize = 0; p < to; p += 64, i += 8) {
    const a = v128.load(p);
    const b = v128.load(p, 16);
    const c = v128.load(p, 32);
    const d = v128.load(p, 48);
    const escapes = signs(escapesIn(a), escapesIn(b), escapesIn(c), escapesIn(d));
    anyEscape |= escapes;
    store<u64>(ESCAPES + i, escapes);
    const far = signs(a, b, c, d);
    const lower = signs(i16x8.shl(a, 2), i16x8.shl(b, 2), i16x8.shl(c, 2), i16x8.shl(d, 2));
    const ka = classesOf(a, low, high);
    const kb = classesOf(b, low, high);
    const kc = classesOf(c, low, high);
    const kd = classesOf(d, low, high);
    store<u64>(LOWER + i, lower);
    store<u64>(LETTERS + i, atLeast(ka, kb, kc, kd, LETTER));
    store<u64>(ALNUM + i, atLeast(ka, kb, kc, kd, DIGIT));
    store<u64>(TOKENS + i, atLeast(ka, kb, kc, kd, TOKEN));
    // Bytes over 127 go on with a word: "…" is one that was cut.
    store<u64>(WORDS + i, atLeast(ka, kb, kc, kd, IN_WORD) | far | escapes);
    store<u64>(PUNCTUATION + i, anyOf(ka, kb, kc, kd, PUNCTUATED));
    store<u64>(
      DOUBLES + i,
      signs(i16x8.shl(ka, DOUBLE), i16x8.shl(kb, DOUBLE), i16x8.shl(kc, DOUBLE), i16x8.shl(kd, DOUBLE)),
    );
  }
  return anyEscape;
}

/** Of the block in front, only its last `known` bytes count. */
function forgetFront(known: usize): void {
  const inside = known == 0 ? 0 : ~(<u64>0) << (64 - <u64>known);
  for (let bitmap = LETTERS; bitmap < BEHIND; bitmap += BITMAP_SIZE) store<u64>(bitmap, load<u64>(bitmap) & inside);
}

/** What may come behind the text, `length` bytes behind the first block's begin, may go on with a word. */
function openEnd(length: usize, count: usize): void {
  for (let block: usize = 0; block <= count; block++) {
    const from = block << 6;
    if (from + 64 <= length) continue;
    const beyond = from >= length ? ~(<u64>0) : ~(<u64>0) << <u64>(length - from);
    const i = 8 + (block << 3);
    store<u64>(OPEN_TOKENS + i, load<u64>(OPEN_TOKENS + i) | beyond);
    store<u64>(WORDS + i, load<u64>(WORDS + i) | beyond);
  }
}

/** A word starts behind an escape (`\n`, `%3D`, `%253D`, `\u0022`) and behind a colour code; a code is part of one. */
function readEscapes(p: usize, count: usize): void {
  let old: u64 = 0;
  let oldCodes: u64 = 0;
  let oldCode: u64 = 0;
  for (let i: usize = 0; i <= count + 1; i++) {
    const escapes = load<u64>(ESCAPES + (i << 3));
    const block = p - 64 + (i << 6);
    let codes: u64 = 0;
    let code: u64 = 0;
    if ((escapes | old) != 0) {
      codes = codeEnds(block);
      const colours = escapesAt(block) & escapes;
      code = smear(colours);
      store<u64>(WORDS + (i << 3), load<u64>(WORDS + (i << 3)) | code | (oldCode >>> 56 != 0 ? 0xff : 0));
      code = colours;
    }
    store<u64>(
      BEHIND + (i << 3),
      (escapes << 2) | (old >>> 62) | (escapes << 3) | (old >>> 61) | (escapes << 5) | (old >>> 59) |
        (escapes << 6) | (old >>> 58) | (codes << 1) | (oldCodes >>> 63),
    );
    old = escapes;
    oldCodes = codes;
    oldCode = code;
  }
}

/**
 * From the class bitmaps to the places, 40 bytes at a time in each half of a vector. Its 64 bits are eight bytes in front,
 * the 40, and sixteen behind: so no shift has to reach into another word, which took three operations for one
 * and more words at a time than there are registers.
 */
function combine(openTokens: usize, end: usize): void {
  for (let i: usize = 2; i < end; i += 10) {
    const letters = pair(LETTERS + i);
    const alnum = pair(ALNUM + i);
    const tokens = pair(TOKENS + i);
    const digits = v128.andnot(alnum, letters);
    // Up to three digits, and then no token character.
    const others = v128.not(tokens);
    const digits1 = v128.and(digits, ahead(digits, 1));
    const digits2 = v128.and(digits1, ahead(digits, 2));
    const ends = or4(
      others,
      v128.and(digits, ahead(others, 1)),
      v128.and(digits1, ahead(others, 2)),
      v128.and(digits2, ahead(others, 3)),
    );
    const markedDigits = and3(ahead(v128.andnot(tokens, alnum), 1), ahead(digits, 2), ahead(ends, 2));
    const words = v128.and(letters, v128.or(ahead(ends, 1), markedDigits));
    const punctuation = pair(PUNCTUATION + i);
    put(ENDS + i, v128.andnot(words, ahead(v128.andnot(punctuation, tokens), 1)));

    const behindEscape = pair(BEHIND + i);
    const open = pair(openTokens + i);
    let runs = v128.and(open, ahead(open, 1));
    runs = v128.and(runs, ahead(runs, 2));
    runs = v128.and(runs, ahead(runs, 4));
    runs = v128.and(runs, ahead(runs, 8));
    put(RUNS + i, runs);
    const starts = v128.andnot(alnum, v128.andnot(i64x2.shl(alnum, 1), behindEscape));
    const small = pair(LOWER + i);
    const upper = v128.andnot(letters, small);
    const upper1 = ahead(upper, 1);
    const first = v128.andnot(open, v128.andnot(i64x2.shl(tokens, 1), behindEscape));
    const seconds = v128.and(first, v128.or(punctuation, v128.and(runs, v128.or(upper, upper1))));
    const doubles = pair(DOUBLES + i);
    put(
      THREES + i,
      or4(
        v128.and(words, v128.or(starts, i64x2.shl(starts, 1))),
        i64x2.shl(seconds, 1),
        v128.and(punctuation, i64x2.shl(letters, 1)),
        v128.and(doubles, i64x2.shl(doubles, 1)),
      ),
    );

    // A digit, or a capital behind a small letter or a digit, comes next.
    let turns = v128.or(ahead(digits, 1), v128.and(v128.andnot(alnum, upper), upper1));
    turns = v128.or(turns, ahead(turns, 1));
    turns = or3(turns, ahead(turns, 2), ahead(turns, 3));
    const capitals = v128.and(v128.andnot(alnum, v128.and(letters, small)), v128.or(upper1, ahead(upper, 2)));
    const number = v128.andnot(digits, v128.and(ahead(tokens, 4), ahead(tokens, 1)));
    let longer = pair(WORDS + i);
    longer = v128.and(longer, ahead(longer, 1));
    longer = and3(longer, ahead(longer, 2), ahead(longer, 4));
    const second = ahead(letters, 1);
    const odd = v128.and(longer, or3(v128.and(letters, turns), capitals, number));
    const long = v128.and(runs, v128.or(letters, v128.and(second, ahead(letters, 3))));
    put(HEADS + i, v128.or(v128.and(starts, v128.or(odd, long)), and3(runs, letters, second)));
  }
}

/** The 64 bits of a bitmap at `at`, and 40 further on. */
@inline
function pair(at: usize): v128 {
  return v128.load_lane<u64>(at + 5, v128.load_zero<u64>(at), 1);
}

/** The 40 bits in the middle of both; what is written above them is none, and written over by the next. */
@inline
function put(at: usize, bits: v128): void {
  const middle = i64x2.shr_u(bits, 8);
  v128.store_lane<u64>(at + 1, middle, 0);
  v128.store_lane<u64>(at + 6, middle, 1);
}

/** What stands `n` bytes further on. */
@inline
function ahead(bits: v128, n: i32): v128 {
  return i64x2.shr_u(bits, n);
}

@inline
function and3(a: v128, b: v128, c: v128): v128 {
  return v128.and(v128.and(a, b), c);
}

@inline
function or3(a: v128, b: v128, c: v128): v128 {
  return v128.or(v128.or(a, b), c);
}

@inline
function or4(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.or(v128.or(a, b), v128.or(c, d));
}

// i8x16.shr_u would build its mask anew each time.
@inline
function classesOf(v: v128, low: v128, high: v128): v128 {
  return v128.and(i8x16.swizzle(low, v128.and(v, i8x16.splat(15))), i8x16.swizzle(high, v128.and(i16x8.shr_u(v, 4), i8x16.splat(15))));
}

/** "\\", "%" and ESC: each is the one that its lower four bits choose. */
@inline
function escapesIn(v: v128): v128 {
  const each = v128(-1, -1, -1, -1, -1, 0x25, -1, -1, -1, -1, -1, 0x1b, 0x5c, -1, -1, 0);
  return i8x16.eq(i8x16.swizzle(each, v128.and(v, i8x16.splat(15))), v);
}

/** The bytes whose class has a bit of `least` or above: an addition that is saturated takes them to the top bit. */
@inline
function atLeast(a: v128, b: v128, c: v128, d: v128, least: i8): u64 {
  const rest = i8x16.splat(-128 - least);
  return signs(i8x16.add_sat_u(a, rest), i8x16.add_sat_u(b, rest), i8x16.add_sat_u(c, rest), i8x16.add_sat_u(d, rest));
}

/** The bytes that have one of the class bits, which stand side by side. */
@inline
function anyOf(a: v128, b: v128, c: v128, d: v128, bits: i8): u64 {
  const wanted = i8x16.splat(bits);
  return atLeast(v128.and(a, wanted), v128.and(b, wanted), v128.and(c, wanted), v128.and(d, wanted), bits & -bits);
}

/** The top bits of 64 bytes. */
@inline
function signs(a: v128, b: v128, c: v128, d: v128): u64 {
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
    const isEnd = v128.or(i8x16.eq(last, i8x16.splat(0x6d)), i8x16.eq(last, i8x16.splat(0x4b)));
    const isDigit = i8x16.lt_u(i8x16.sub(before, i8x16.splat(0x30)), i8x16.splat(10));
    const isCode = v128.and(isEnd, v128.or(isDigit, i8x16.eq(before, i8x16.splat(0x5b))));
    ends |= <u64>(<u32>i8x16.bitmask(isCode)) << <u64>i;
  }
  return ends;
}

function escapesAt(p: usize): u64 {
  const escape = i8x16.splat(0x1b);
  return signs(
    i8x16.eq(v128.load(p), escape),
    i8x16.eq(v128.load(p, 16), escape),
    i8x16.eq(v128.load(p, 32), escape),
    i8x16.eq(v128.load(p, 48), escape),
  );
}

/** Each bit and the seven above it: a colour code is so long. */
@inline
function smear(bits: u64): u64 {
  bits |= bits << 1;
  bits |= bits << 2;
  return bits | (bits << 4);
}
