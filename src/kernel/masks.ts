// Where a fragment may end, 64 bytes at a time, as masks of what stands around:
//
// - words: the last letter of a word, up to three digits behind it (`password1=`, `token_2=`): names end there, and
//   words that tell a shape (`bearer `, `sig=`);
// - starts: the fourth character of a word with six characters or more (`AKIA…`, `ya29.…`); behind an
//   escape (`\n`, `\x22`, `\u0022`, `%3D`) a word starts, too;
// - runs: the fourth of sixteen token characters that begin with two letters, wherever they stand;
// - deep: behind 32 token characters;
// - seconds: the second character of a word of sixteen (`:AA…`), or behind a "-" or "$" that starts one;
// - punctuation: "$", "-", ".", "_", "~" behind a letter (`ghp_`);
// - doubles: the second of two of "/", "=", "+" (`://`).
//
// A JSON log has some 120 such places a KB. Nibble tables of literals ("Teddy") were here before: for
// some 250 literals they took 24 look-ups for 16 bytes and let 170 places a KB through.
import { PROGRAM, P_CLASSES } from "./abi";
import { word } from "./program";
import { Text } from "./text";

/** Class masks of the block behind the one that was looked at last. */
class Next {
  static letters: u64 = 0;
  static alnum: u64 = 0;
  static tokens: u64 = 0;
  /** The same, and what longer words are made of (dots, slashes, escapes); behind an open end, anything may come. */
  static openTokens: u64 = 0;
  static openWords: u64 = 0;
  static punctuation: u64 = 0;
  static doubles: u64 = 0;
  static escapes: u64 = 0;
}

export class Masks {
  /** Last letters of words in the block. */
  static words: u64 = 0;
  /** Where a fragment of three bytes may end. */
  static threes: u64 = 0;
  // Of the block before, what reaches over into this one.
  static letters: u64 = 0;
  static alnum: u64 = 0;
  static tokens: u64 = 0;
  static doubles: u64 = 0;
  static escapes: u64 = 0;
  static codes: u64 = 0;
  static starts: u64 = 0;
  static heads: u64 = 0;
  static seconds: u64 = 0;
  static runs: u64 = 0;
  static behindRuns: u64 = 0;
}

// Class bits of the nibble tables: digits 1, letters 2 and 4, "_" and "~" 8, "-" and "$" 16, "." 32, ".", ":",
// "*" and ">" 64, "+", "/", "=" and a few others 128.
const LETTERS: i8 = 0x06;
const ALNUM: i8 = 0x07;
const TOKENS: i8 = 0x1f;
const WORDS: i8 = -33; // all but 32
const PUNCTUATION: i8 = 0x38;

/** Begins at `p`, whatever its alignment: what stands in front counts from `Text.begin` on. */
export function startMasks(p: usize): void {
  classify(p - 64);
  const known = p - Text.begin;
  if (known < 64) {
    const inside = known == 0 ? 0 : ~(<u64>0) << (64 - <u64>known);
    Next.letters &= inside;
    Next.alnum &= inside;
    Next.tokens &= inside;
    Next.openTokens &= inside;
    Next.doubles &= inside;
    Next.escapes &= inside;
  }
  Masks.letters = 0;
  Masks.alnum = 0;
  Masks.tokens = 0;
  Masks.doubles = 0;
  Masks.escapes = 0;
  Masks.codes = 0;
  Masks.starts = 0;
  Masks.heads = 0;
  Masks.seconds = 0;
  Masks.runs = 0;
  Masks.behindRuns = 0;
  placesIn(p - 64);
}

/** Class masks of the 64 bytes at `p`. */
function classify(p: usize): void {
  const tables: usize = PROGRAM + word(P_CLASSES);
  const low = v128.load(tables);
  const high = v128.load(tables, 16);
  const a = v128.load(p);
  const b = v128.load(p, 16);
  const c = v128.load(p, 32);
  const d = v128.load(p, 48);
  const ka = classesOf(a, low, high);
  const kb = classesOf(b, low, high);
  const kc = classesOf(c, low, high);
  const kd = classesOf(d, low, high);
  const tokens = having(ka, kb, kc, kd, i8x16.splat(TOKENS));
  const doubles = signs(ka, kb, kc, kd);
  const beyond = Text.limit - p < 64 || p > Text.limit ? beyondLimit(p) : 0;
  Next.letters = having(ka, kb, kc, kd, i8x16.splat(LETTERS));
  Next.alnum = having(ka, kb, kc, kd, i8x16.splat(ALNUM));
  Next.tokens = tokens;
  Next.openTokens = tokens | beyond;
  Next.punctuation = having(ka, kb, kc, kd, i8x16.splat(PUNCTUATION));
  Next.doubles = doubles;
  const escaping = signs(escapes(a), escapes(b), escapes(c), escapes(d));
  Next.escapes = escaping;
  Next.openWords = having(ka, kb, kc, kd, i8x16.splat(WORDS)) | escaping | beyond;
}

// i8x16.shr_u would build its mask anew each time.
@inline
function classesOf(v: v128, low: v128, high: v128): v128 {
  return v128.and(i8x16.swizzle(low, v128.and(v, i8x16.splat(15))), i8x16.swizzle(high, v128.and(i16x8.shr_u(v, 4), i8x16.splat(15))));
}

/** "\\", "%" and ESC. */
@inline
function escapes(v: v128): v128 {
  const signs = v128.or(i8x16.eq(v, i8x16.splat(0x5c)), i8x16.eq(v, i8x16.splat(0x25)));
  return v128.or(signs, i8x16.eq(v, i8x16.splat(0x1b)));
}

/** The bytes that have one of the class bits. */
@inline
function having(a: v128, b: v128, c: v128, d: v128, wanted: v128): u64 {
  const zero = i8x16.splat(0);
  return ~signs(
    i8x16.eq(v128.and(a, wanted), zero),
    i8x16.eq(v128.and(b, wanted), zero),
    i8x16.eq(v128.and(c, wanted), zero),
    i8x16.eq(v128.and(d, wanted), zero),
  );
}

/** The top bits of 64 bytes. */
@inline
function signs(a: v128, b: v128, c: v128, d: v128): u64 {
  const first = <u32>(i8x16.bitmask(a) | (i8x16.bitmask(b) << 16));
  const second = <u32>(i8x16.bitmask(c) | (i8x16.bitmask(d) << 16));
  return <u64>first | ((<u64>second) << 32);
}

function beyondLimit(p: usize): u64 {
  if (Text.final) return 0;
  return p >= Text.limit ? ~(<u64>0) : ~(<u64>0) << <u64>(Text.limit - p);
}

/** Where a fragment of four bytes may end in the 64 at `p`, the block behind the last one. */
export function placesIn(p: usize): u64 {
  const letters = Next.letters;
  const alnum = Next.alnum;
  const tokens = Next.tokens;
  const openTokens = Next.openTokens;
  let openWords = Next.openWords;
  const punctuation = Next.punctuation;
  const doubles = Next.doubles;
  const escapes = Next.escapes;
  classify(p + 64);
  const digits = alnum & ~letters;
  const nextDigits = Next.alnum & ~Next.letters;
  const nextEnds = wordEnds(~Next.tokens, nextDigits, 0, 0);
  const ends = wordEnds(~tokens, digits, ~Next.tokens, nextDigits);
  const marks = ((tokens & ~alnum) >>> 1) | ((Next.tokens & ~Next.alnum) << 63);
  const markedDigits = marks & ((digits >>> 2) | (nextDigits << 62)) & ((ends >>> 2) | (nextEnds << 62));
  const words = letters & ((ends >>> 1) | (nextEnds << 63) | markedDigits);
  const old = Masks.escapes;
  const escaped =
    ((escapes << 2) | (old >>> 62)) | ((escapes << 3) | (old >>> 61)) | ((escapes << 4) | (old >>> 60)) |
    ((escapes << 5) | (old >>> 59)) | ((escapes << 6) | (old >>> 58));
  let behindCode: u64 = 0;
  let nextWords = Next.openWords;
  if ((escapes | old | Next.escapes) != 0) {
    const codes = codeEnds(p);
    behindCode = (codes << 1) | (Masks.codes >>> 63);
    Masks.codes = codes;
    const escape = escapesAt(p);
    openWords |= smear(escape);
    nextWords |= smear(escapesAt(p + 64)) | (escape >>> 56 != 0 ? 0xff : 0);
  } else {
    Masks.codes = 0;
  }
  const starts = alnum & (~((alnum << 1) | (Masks.alnum >>> 63)) | escaped | behindCode);
  const runs = runs16(openTokens, Next.openTokens);
  const pairs = letters & ((letters >>> 1) | (Next.letters << 63));
  const heads = (starts & runs6(openWords, nextWords)) | (runs & pairs);
  const behindRuns = (runs << 16) | (Masks.runs >>> 48);
  const deep = behindRuns & ((behindRuns << 16) | (Masks.behindRuns >>> 48));
  const first = openTokens & (~((tokens << 1) | (Masks.tokens >>> 63)) | escaped | behindCode);
  const seconds = first & (runs | punctuation);
  const shortWords = words & (starts | (starts << 1) | (Masks.starts >>> 63));
  Masks.threes =
    shortWords | (seconds << 1) | (Masks.seconds >>> 63) |
    (punctuation & ((letters << 1) | (Masks.letters >>> 63))) |
    (doubles & ((doubles << 1) | (Masks.doubles >>> 63)));
  const fours = words | (heads << 3) | (Masks.heads >>> 61) | deep;
  Masks.words = words;
  Masks.letters = letters;
  Masks.alnum = alnum;
  Masks.tokens = tokens;
  Masks.doubles = doubles;
  Masks.escapes = escapes;
  Masks.starts = starts;
  Masks.heads = heads;
  Masks.seconds = seconds;
  Masks.runs = runs;
  Masks.behindRuns = behindRuns;
  return fours;
}

/** Where up to three digits and then no token character follow; of the next block, only the first bits count. */
@inline
function wordEnds(others: u64, digits: u64, nextOthers: u64, nextDigits: u64): u64 {
  const others1 = (others >>> 1) | (nextOthers << 63);
  const others2 = (others >>> 2) | (nextOthers << 62);
  const others3 = (others >>> 3) | (nextOthers << 61);
  const digits1 = digits & ((digits >>> 1) | (nextDigits << 63));
  const digits2 = digits1 & ((digits >>> 2) | (nextDigits << 62));
  return others | (digits & others1) | (digits1 & others2) | (digits2 & others3);
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

/** Bits at which a run of at least 6 ones starts, of which `next` is the continuation. */
@inline
function runs6(bits: u64, next: u64): u64 {
  bits &= (bits >>> 1) | (next << 63);
  next &= next >>> 1;
  bits &= (bits >>> 2) | (next << 62);
  next &= next >>> 2;
  return bits & ((bits >>> 2) | (next << 62));
}

/** The same for 16. */
@inline
function runs16(bits: u64, next: u64): u64 {
  bits &= (bits >>> 1) | (next << 63);
  next &= next >>> 1;
  bits &= (bits >>> 2) | (next << 62);
  next &= next >>> 2;
  bits &= (bits >>> 4) | (next << 60);
  next &= next >>> 4;
  return bits & ((bits >>> 8) | (next << 56));
}
