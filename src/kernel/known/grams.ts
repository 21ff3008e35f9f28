// Sets of a few bytes in a row that forms begin with. Of a form, those at its first four places are in a set, so it is enough
// to look at every fourth place of a text; and there only where as many bytes that forms have follow each other as follow
// each of the four places. Of clean JSON that leaves one place in ten. Short forms have a set of their own.
//
// A set has to stay in the processor's cache: with every eighth place, or every sixteenth, it is two or four times as large,
// and 10,000 values take a fifth more time; with every second place, half as large, they take as much more.
import {
  chooseBreaks,
  IN_LONG,
  IN_SHORT,
  LONG_BREAKS,
  MINUS,
  markInForm,
  PLUS,
  SHORT_BREAKS,
  SLASH,
  UNDERSCORE,
} from "./bytes";
import { FORM_HEAD, LONG_FORM, PATTERNS } from "./layout";

/** 2^64 / golden ratio. */
const MULTIPLIER: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15;
/** A form is in a set by what begins at so many places, and every so manieth place of a text is looked at. */
export const STRIDE: u32 = 4;
/** So many bytes in a row are asked for. */
const RUN_MOST: u32 = 16;
/** Of addresses in the table of 512 patterns. */
const PATTERN_MASK: usize = 0xff8;
const NONE_YET: u32 = 0xffffffff;

export class Grams {
  static long: usize = 0;
  static longSize: usize = 0;
  static longLeast: u32 = NONE_YET;
  /** At least so many bytes of a form follow; 0: there is no long form. */
  static longRun: u32 = 0;
  static short: usize = 0;
  static shortSize: usize = 0;
  static shortLeast: u32 = NONE_YET;
  static shortRun: u32 = 0;
  /** The first eight bytes of all forms. */
  static heads: usize = 0;
  static headsSize: usize = 0;
  /** The form up to which all are in the sets. */
  static done: usize = 0;
}

/** Of bytes that are the same in either case and in both alphabets of base64. */
// @inline
export function hashOf(at: usize, mask: u64): u64 {
  const bytes = v128.load64_zero(at);
  const minuses = v128.and(i8x16.eq(bytes, i8x16.splat(PLUS)), i8x16.splat(PLUS ^ MINUS));
  const underscores = v128.and(i8x16.eq(bytes, i8x16.splat(SLASH)), i8x16.splat(SLASH ^ UNDERSCORE));
  const unified = v128.or(v128.xor(bytes, v128.or(minuses, underscores)), i8x16.splat(0x20));
  return (<u64>i64x2.extract_lane(unified, 0) & mask) * MULTIPLIER;
}

const EIGHT: u64 = ~(<u64>0);

/** So many bytes of a run are looked at. */
export function maskOf(run: u32): u64 {
  return EIGHT >> <u64>(64 - 8 * min(<u32>8, run));
}

// @inline
export function hashEight(at: usize): u64 {
  return hashOf(at, EIGHT);
}

/** Where a hash's word is in a set of as many bytes as `size` has ones. */
// @inline
function placeOf(set: usize, size: usize, hash: u64): usize {
  return set + (<usize>(hash >> 34) & size);
}

/** The three bits of that word. */
// @inline
function bitsOf(hash: u64): u64 {
  return load<u64>((<usize>(hash >> 52) & PATTERN_MASK) + PATTERNS);
}

/** Whether a set has a hash; seldom true of one that was not added. */
// @inline
export function hasHash(set: usize, size: usize, hash: u64): bool {
  const bits = bitsOf(hash);
  return (load<u64>(placeOf(set, size, hash)) & bits) == bits;
}

/** Whether the place next to `p` is one of a form, too, as it is of each place of a form. */
export function hasNeighbour(set: usize, size: usize, p: usize, mask: u64): bool {
  return hasHash(set, size, hashOf(p - 1, mask)) || hasHash(set, size, hashOf(p + 1, mask));
}

function addHash(set: usize, size: usize, hash: u64): void {
  const at = placeOf(set, size, hash);
  store<u64>(at, load<u64>(at) | bitsOf(hash));
}

/** As a table, bits take a load in place of shifts by what is not constant, which are slower. */
export function fillPatterns(): void {
  let random: u64 = MULTIPLIER;
  for (let i: usize = 0; i <= PATTERN_MASK; i += 8) {
    let bits: u64 = 0;
    while (popcnt(bits) < 3) {
      random = random * MULTIPLIER + 1;
      bits |= (<u64>1) << (random >> 58);
    }
    store<u64>(i + PATTERNS, bits);
  }
}

/** Notes that there is a form of so many bytes. */
export function countForm(length: u32): void {
  if (length >= <u32>LONG_FORM) Grams.longLeast = min(Grams.longLeast, length);
  else Grams.shortLeast = min(Grams.shortLeast, length);
}

/** Adds what forms begin with to the sets; all anew, where what is looked at of them has changed. */
export function addForms(first: usize, end: usize): void {
  const longRun = runFor(Grams.longLeast);
  const shortRun = runFor(Grams.shortLeast);
  if (longRun != Grams.longRun || shortRun != Grams.shortRun) {
    Grams.longRun = longRun;
    Grams.shortRun = shortRun;
    Grams.done = first;
    memory.fill(Grams.long, 0, Grams.longSize + 8);
    memory.fill(Grams.short, 0, Grams.shortSize + 8);
  }
  while (Grams.done < end) {
    const length = load<u32>(Grams.done, 4);
    addGrams(Grams.done + FORM_HEAD, length);
    Grams.done += FORM_HEAD + length;
  }
  chooseBreaks(LONG_BREAKS, IN_LONG);
  chooseBreaks(SHORT_BREAKS, IN_SHORT);
}

/** How many bytes each form has from the last of its places on that are in the set. */
function runFor(least: u32): u32 {
  return least == NONE_YET ? 0 : min(RUN_MOST, least + 1 - STRIDE);
}

function addGrams(form: usize, length: u32): void {
  addHash(Grams.heads, Grams.headsSize, hashEight(form));
  const isLong = length >= <u32>LONG_FORM;
  const set = isLong ? Grams.long : Grams.short;
  const size = isLong ? Grams.longSize : Grams.shortSize;
  const mask = maskOf(isLong ? Grams.longRun : Grams.shortRun);
  for (let i: u32 = 0; i < STRIDE; i++) addHash(set, size, hashOf(form + i, mask));
  const inForms = isLong ? IN_LONG : IN_SHORT;
  for (let i: u32 = 0; i < length; i++) markInForm(inForms, load<u8>(form + i));
}
