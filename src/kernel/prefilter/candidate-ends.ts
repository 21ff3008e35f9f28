// Where a fragment may end, as bitmaps made of those that say what stands around:
//
// - words: the last letter of a word, up to three digits after it (`password1=`, `token_2=`), but no dot right after
//   it: names end there, and words that tell a shape (`bearer `, `sig=`); of words in other scripts their last byte, or
//   the last digit of its escape (`\u7801`, `%81`);
// - inner: the last letter of a word of three or more inside a name (`API_KEY_PROD`, `passwordEu`): heads end there;
// - heads: the fourth character of a word that does not look like one of a language: it has sixteen token
//   characters, or six with a digit or a capital where no word has one (`eyJh…`, `AKIA…`, `ya29.…`, `5432:`); after an
//   escape (`\n`, `\u0022`, `%3D`) a word starts, too;
// - runs: the fourth of sixteen token characters that begin with two letters, wherever they stand;
// - deep: after 36 token characters, as many as a UUID has;
// - seconds: the second character of a word of sixteen, one of the two a capital (`:AA…`), or after a "-" or
//   "$" that starts one;
// - joints: a dot or a colon between a number of six digits and 32 token characters (`5349382694:h3XT…`) or between
//   sixteen and sixteen, a "-" after 36 of them, and one between a token's first word and 23 more (`acme_live_…`);
// - punctuation: "$", "-", ".", "_", "~" after a letter (`ghp_`);
// - doubles: the second of two of "/", "=", "+" (`://`).
//
// A JSON log has some 140 such places a KB. Nibble tables of literals ("Teddy") were here before: for
// some 250 literals they took 24 look-ups for 16 bytes and let 170 places a KB through.
import { BITMAP_SIZE, PLACES_BLOCKS } from "../abi";
import { clear, Text } from "../reading/text";
import {
  ALNUM,
  BEHIND,
  classify,
  DOUBLES,
  ENDS,
  ESCAPES,
  FAR_ESCAPES,
  Far,
  forgetFront,
  HEADS,
  INNER,
  JOINTS,
  LETTERS,
  LOWER,
  OPEN_TOKENS,
  openEnd,
  PUNCTUATION,
  RUNS,
  readEscapes,
  THREES,
  TOKENS,
  WORDS,
} from "./bitmaps";
import { farEnds, farInner, readFarEscapes } from "./far-letters";
import { behindNumbers, behindTags } from "./joints";

/** The blocks whose places are known: the first is where `findPlaces` was told to begin. */
export class Places {
  static begin: usize = 0;
  static end: usize = 0;
}

/** Where the bits of a block are in each bitmap. Who asks for several, asks once: a variable that is static is in memory. */
// @inline
export function bitmapAt(block: usize): usize {
  return 8 + ((block - Places.begin) >>> 3);
}

/** Last letters of words in the block, of which names are. */
// @inline
export function wordsIn(i: usize): u64 {
  return load<u64>(ENDS + i);
}

/** Last letters of words inside names in the block: there only a name's head may end. */
// @inline
export function innerIn(i: usize): u64 {
  return load<u64>(INNER + i);
}

/** Where a fragment of four bytes may end in the block. */
// @inline
export function foursIn(i: usize): u64 {
  return load<u64>(ENDS + i) | (load<u64>(HEADS + i) << 3) | (load<u64>(HEADS + i - 8) >>> 61) | deepAt(i);
}

/** Where a token may have its joint: of these there is one in some KB, so that their bytes need not be looked up. */
// @inline
export function jointsIn(i: usize, block: usize): u64 {
  let joints = load<u64>(JOINTS + i);
  // There are two in a KB of a log, names of classes and threads: no more than a branch.
  if (joints != 0) joints &= load<u64>(RUNS + i - 2) | behindNumbers(joints & load<u64>(RUNS + i + 2), block);
  return joints | (deepAt(i) & load<u64>(PUNCTUATION + i));
}

/** Where a token's first word may end: its joints are others, and are tried apart. */
// @inline
export function tagsIn(i: usize, block: usize): u64 {
  const tags = load<u64>(RUNS + i) & load<u64>(RUNS + i + 1) & load<u64>(PUNCTUATION + i);
  return tags != 0 ? behindTags(tags, block) : 0;
}

/** What stands after 36 token characters. */
// @inline
function deepAt(i: usize): u64 {
  const back36 = (load<u64>(RUNS + i - 5) >>> 4) | (load<u64>(RUNS + i + 3) << 60);
  return load<u64>(RUNS + i - 2) & load<u64>(RUNS + i - 4) & back36;
}

/** The same of three. */
// @inline
export function threesIn(i: usize): u64 {
  return load<u64>(THREES + i);
}

/** Whether an escape may begin in the block, or right after it. */
// @inline
export function nearEscapes(i: usize): bool {
  return (load<u64>(ESCAPES + i) | load<u64>(ESCAPES + i + 8)) != 0;
}

/** Finds the places in the blocks from `p` on, whatever its alignment: what stands in front counts from `Text.begin` on. */
export function findPlaces(p: usize): void {
  const count = min(<usize>PLACES_BLOCKS, (Text.limit - p + 63) >>> 6);
  Places.begin = p;
  Places.end = p + (count << 6);
  const known = p - Text.begin;
  const escapes = classify(known == 0 ? p : p - 64, Places.end + 64, known == 0 ? 8 : 0);
  if (known < 64) forgetFront(known);
  clear(BEHIND, BITMAP_SIZE);
  Far.escapes = 0;
  if (escapes != 0) {
    readEscapes(p, count);
    readFarEscapes(p, count);
  }
  let tokens = TOKENS;
  if (!Text.final && Places.end + 64 > Text.limit) {
    tokens = OPEN_TOKENS;
    memory.copy(OPEN_TOKENS, TOKENS, BITMAP_SIZE);
    openEnd(Text.limit - p, count);
  }
  // Joints look at the runs of the next two bytes of bits.
  combine(tokens, 10 + (count << 3));
  if (Far.any != 0) {
    for (let i: usize = 8, block = p; block < Places.end; i += 8, block += 64) {
      store<u64>(ENDS + i, load<u64>(ENDS + i) | farEnds(block, i));
      store<u64>(INNER + i, load<u64>(INNER + i) | farInner(block, i));
    }
  }
  if (Far.escapes == 0) return;
  for (let i: usize = 8, block = p; block < Places.end; i += 8, block += 64) {
    store<u64>(ENDS + i, load<u64>(ENDS + i) | load<u64>(FAR_ESCAPES + i));
  }
}

/**
 * From the class bitmaps to the places, 40 bytes at a time in each half of a vector. Its 64 bits are eight bytes in front,
 * the 40, and sixteen after: so no shift has to reach into another word, which took three operations for one
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
    // After an open end, the digits may come: `password-`.
    const open = pair(openTokens + i);
    const openDigits = v128.or(digits, v128.andnot(open, tokens));
    const markedDigits = and3(ahead(v128.andnot(tokens, alnum), 1), ahead(openDigits, 2), ahead(ends, 2));
    const words = v128.and(letters, v128.or(ahead(ends, 1), markedDigits));
    const punctuation = pair(PUNCTUATION + i);
    const small = pair(LOWER + i);
    const upper = v128.andnot(letters, small);
    const upper1 = ahead(upper, 1);
    // Inside a name, after three letters: `API_KEY_PROD`, `passwordEu`, `token123_old`.
    const seams = v128.or(v128.and(punctuation, ahead(open, 1)), upper);
    const behind3 = and3(letters, i64x2.shl(letters, 1), i64x2.shl(letters, 2));
    let numbers = v128.and(digits, ahead(seams, 1));
    numbers = v128.or(numbers, v128.and(digits, ahead(numbers, 1)));
    numbers = v128.or(numbers, v128.and(digits, ahead(numbers, 1)));
    const next = or3(ahead(v128.andnot(seams, upper), 1), ahead(numbers, 1), v128.and(small, upper1));
    put(ENDS + i, v128.andnot(words, ahead(v128.andnot(punctuation, tokens), 1)));
    put(INNER + i, v128.and(behind3, next));

    const behindEscape = pair(BEHIND + i);
    let runs = v128.and(open, ahead(open, 1));
    runs = v128.and(runs, ahead(runs, 2));
    runs = v128.and(runs, ahead(runs, 4));
    runs = v128.and(runs, ahead(runs, 8));
    put(RUNS + i, runs);
    let longer = pair(WORDS + i);
    const doubles = pair(DOUBLES + i);
    const signs = v128.andnot(v128.andnot(longer, tokens), doubles);
    put(JOINTS + i, and3(signs, i64x2.shl(alnum, 1), ahead(runs, 1)));
    const starts = v128.andnot(alnum, v128.andnot(i64x2.shl(alnum, 1), behindEscape));
    const first = v128.andnot(open, v128.andnot(i64x2.shl(tokens, 1), behindEscape));
    const seconds = v128.and(first, v128.or(punctuation, v128.and(runs, v128.or(upper, upper1))));
    put(
      THREES + i,
      or4(
        v128.and(words, v128.or(starts, i64x2.shl(starts, 1))),
        i64x2.shl(seconds, 1),
        v128.and(punctuation, i64x2.shl(letters, 1)),
        v128.and(doubles, i64x2.shl(doubles, 1)),
      ),
    );

    // A digit, or a capital after a small letter or a digit, comes next.
    let turns = v128.or(ahead(digits, 1), v128.and(v128.andnot(alnum, upper), upper1));
    turns = v128.or(turns, ahead(turns, 1));
    turns = or3(turns, ahead(turns, 2), ahead(turns, 3));
    const capitals = v128.and(v128.andnot(alnum, v128.and(letters, small)), v128.or(upper1, ahead(upper, 2)));
    const number = v128.andnot(digits, v128.and(ahead(tokens, 4), ahead(tokens, 1)));
    longer = v128.and(longer, ahead(longer, 1));
    longer = and3(longer, ahead(longer, 2), ahead(longer, 4));
    const second = ahead(letters, 1);
    const odd = v128.and(longer, or3(v128.and(letters, turns), capitals, number));
    const long = v128.and(runs, v128.or(letters, v128.and(second, ahead(letters, 3))));
    put(HEADS + i, v128.or(v128.and(starts, v128.or(odd, long)), and3(runs, letters, second)));
  }
}

/** The 64 bits of a bitmap at `at`, and 40 further on. */
// @inline
function pair(at: usize): v128 {
  return v128.load_lane<u64>(at + 5, v128.load_zero<u64>(at), 1);
}

/** The 40 bits in the middle of both; what is written above them is none, and written over by the next. */
// @inline
function put(at: usize, bits: v128): void {
  const middle = i64x2.shr_u(bits, 8);
  v128.store_lane<u64>(at + 1, middle, 0);
  v128.store_lane<u64>(at + 6, middle, 1);
}

/** What stands `n` bytes further on. */
// @inline
function ahead(bits: v128, n: i32): v128 {
  return i64x2.shr_u(bits, n);
}

// @inline
function and3(a: v128, b: v128, c: v128): v128 {
  return v128.and(v128.and(a, b), c);
}

// @inline
function or3(a: v128, b: v128, c: v128): v128 {
  return v128.or(v128.or(a, b), c);
}

// @inline
function or4(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.or(v128.or(a, b), v128.or(c, d));
}
