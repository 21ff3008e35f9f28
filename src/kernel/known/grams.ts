// Sets of a few bytes in a row that forms begin with. Of a form, those at its first sixteen places are in the set; so it is
// enough to look at every sixteenth place of a text. What is coded, in base64 or hexadecimal, has a set of its own: there are
// seven such forms of a value, and few places of a text that can be of one.
import { markCodedNibbles } from "./bytes";
import { LONG_FORM, MIDDLE_FORM } from "./layout";

const FOLDING: u64 = <u64>0x20202020 * 0x100000001;
const FOLDING_FOUR: u64 = 0x20202020;
/** 2^64 / golden ratio. */
const MULTIPLIER: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15;
/** At so many places of a form, and of one that is too short for it. */
const STRIDE_MOST: u32 = 16;
const STRIDE_LEAST: u32 = 8;
/** Of a still shorter form, eight or four bytes at its first places. */
export const SHORT_STRIDE: u32 = 4;
/** The same of coded forms. */
export const CODED_STRIDE: u32 = 8;

export class Grams {
  /** Eight bytes of long forms, of which each at every `stride`th place of a text is looked at. */
  static long: usize = 0;
  static longShift: u64 = 0;
  static stride: u32 = STRIDE_MOST;
  /** Eight bytes of coded forms. */
  static coded: usize = 0;
  static codedShift: u64 = 0;
  static hasCoded: bool = false;
  /** How many digits follow each other at each place that is looked at of a coded form, the first one included. */
  static codedRun: u64 = 32;
  /** Whether values, too, have only characters that are digits of base64. */
  static isCodedOnly: bool = false;
  /** Eight bytes of shorter forms, four bytes of short ones. */
  static short: usize = 0;
  static shortShift: u64 = 0;
  static hasLong: bool = false;
  static hasMiddle: bool = false;
  static hasShort: bool = false;
  /** The first eight bytes of all forms. */
  static heads: usize = 0;
  static headsShift: u64 = 0;
}

// @inline
export function hashEight(at: usize): u64 {
  return (load<u64>(at) | FOLDING) * MULTIPLIER;
}

// @inline
export function hashFour(at: usize): u64 {
  return (<u64>load<u32>(at) | FOLDING_FOUR) * MULTIPLIER;
}

// @inline
function bitsOf(hash: u64): u64 {
  return ((<u64>1) << ((hash >> 38) & 63)) | ((<u64>1) << ((hash >> 32) & 63));
}

/** Whether a set has a hash; seldom true of one that was not added. */
// @inline
export function hasHash(set: usize, shift: u64, hash: u64): bool {
  const bits = bitsOf(hash);
  return (load<u64>(set + ((<usize>(hash >> shift)) << 3)) & bits) == bits;
}

/** Whether the place next to `p` is one of a form, too, as it is of each place of a form. */
export function hasNeighbour(set: usize, shift: u64, p: usize, ofFour: bool): bool {
  if (ofFour) return hasHash(set, shift, hashFour(p - 1)) || hasHash(set, shift, hashFour(p + 1));
  return hasHash(set, shift, hashEight(p - 1)) || hasHash(set, shift, hashEight(p + 1));
}

function addHash(set: usize, shift: u64, hash: u64): void {
  const at = set + ((<usize>(hash >> shift)) << 3);
  store<u64>(at, load<u64>(at) | bitsOf(hash));
}

/**
 * Adds what a form begins with.
 *
 * @param isCoded Whether it is in base64 or hexadecimal
 */
export function addGrams(form: usize, length: u32, isCoded: bool): void {
  addHash(Grams.heads, Grams.headsShift, hashEight(form));
  if (isCoded && length >= <u32>LONG_FORM) {
    Grams.hasCoded = true;
    for (let i: u32 = 0; i < CODED_STRIDE; i++) addHash(Grams.coded, Grams.codedShift, hashEight(form + i));
    const run = length + 1 - CODED_STRIDE;
    if (<u64>run < Grams.codedRun) Grams.codedRun = run >= 16 ? 16 : 8;
    return;
  }
  if (isCoded) markCodedNibbles();
  if (length >= <u32>LONG_FORM) {
    Grams.hasLong = true;
    if (length < STRIDE_MOST + 7) Grams.stride = STRIDE_LEAST;
    for (let i: u32 = 0; i < Grams.stride; i++) addHash(Grams.long, Grams.longShift, hashEight(form + i));
  } else if (length >= <u32>MIDDLE_FORM) {
    Grams.hasMiddle = true;
    for (let i: u32 = 0; i < SHORT_STRIDE; i++) addHash(Grams.short, Grams.shortShift, hashEight(form + i));
  } else {
    Grams.hasShort = true;
    for (let i: u32 = 0; i < SHORT_STRIDE; i++) addHash(Grams.short, Grams.shortShift, hashFour(form + i));
  }
}

/** In base64 for URLs, the same form begins with other bytes. */
export function addGramsForUrls(form: usize, length: u32): void {
  const most = min(length, <u32>(LONG_FORM + 8));
  let differs = false;
  for (let i: u32 = 0; i < most; i++) {
    const byte: u32 = load<u8>(form + i);
    if (byte != 43 && byte != 47) continue;
    store<u8>(form + i, byte == 43 ? 45 : 95);
    differs = true;
  }
  if (differs) addGrams(form, length, true);
}
