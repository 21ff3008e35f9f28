// Looks for forms in bytes that are as they were meant: the text, or a view of a part of it.
import { CODED_LOW_NIBBLES, CR, HIGH_NIBBLES, IN_FORMS, is, LF, LOW_NIBBLES } from "./bytes";
import { ENCODED, FOLDED, Found, isFormStart, longestForm } from "./forms";
import { CODED_STRIDE, Grams, hasHash, hashEight, hashFour, hasNeighbour, SHORT_STRIDE } from "./grams";
import { FIRST_LINE, FOUND, FOUND_MOST, FOUND_SIZE, PIECE, VIEW, WRITTEN_MOST } from "./layout";
import { fromOf, openTop, toOf, View } from "./view";

/** No form is longer: hexadecimal digits. */
export const LONGEST: u32 = 2 * PIECE;

export class Matches {
  static count: u32 = 0;
}

export class Text {
  /** Where what was not looked at before begins. */
  static from: usize = 0;
  static limit: usize = 0;
  /** Whether a form holds a line end. */
  static hasLines: bool = false;
}

/** A bit for every fourth, eighth and sixteenth place of 64. */
const EACH_FOURTH: u64 = <u64>0x11111111 * 0x100000001;
const EACH_EIGHTH: u64 = <u64>0x01010101 * 0x100000001;
const EACH_SIXTEENTH: u64 = <u64>0x00010001 * 0x100000001;

/** Looks for forms in [from, limit); 64 bytes of 0 follow. */
export function search(from: usize, limit: usize, inView: bool): void {
  const stride = Grams.stride;
  const each = stride == 8 ? EACH_EIGHTH : EACH_SIXTEENTH;
  // Values of letters and digits are looked for where coded forms are: it is the same look.
  const nibbles = Grams.isCodedOnly ? CODED_LOW_NIBBLES : LOW_NIBBLES;
  const isApart = Grams.hasCoded && !Grams.isCodedOnly;
  let next = classify(from, nibbles);
  let codedNext = isApart ? classify(from, CODED_LOW_NIBBLES) : next;
  for (let p = from; p < limit; p += 64) {
    const isLast = p + 64 >= limit;
    // Where two, four and eight bytes begin that may all stand in a form.
    const one = next;
    next = isLast ? 0 : classify(p + 64, nibbles);
    const two = one & ((one >> 1) | (next << 63));
    const twoNext = next & (next >> 1);
    const four = two & ((two >> 2) | (twoNext << 62));
    const fourNext = twoNext & (twoNext >> 2);
    const eight = four & ((four >> 4) | (fourNext << 60));
    if (Grams.hasCoded) {
      const coded = codedNext;
      codedNext = !isApart ? next : isLast ? 0 : classify(p + 64, CODED_LOW_NIBBLES);
      if (isApart || eight != 0) searchCoded(p, coded, codedNext, from, limit, inView);
    }
    if (Grams.hasLong) {
      for (let places = eight & each; places != 0; places &= places - 1) {
        const at = p + <usize>ctz(places);
        if (!hasHash(Grams.long, Grams.longShift, hashEight(at))) continue;
        if (hasNeighbour(Grams.long, Grams.longShift, at, false)) lookBack(at, stride, from, limit, inView);
      }
    }
    if (Grams.hasMiddle) {
      for (let places = eight & EACH_FOURTH; places != 0; places &= places - 1) {
        const at = p + <usize>ctz(places);
        if (!hasHash(Grams.short, Grams.shortShift, hashEight(at))) continue;
        if (hasNeighbour(Grams.short, Grams.shortShift, at, false))
          lookBack(at, SHORT_STRIDE, from, limit, inView);
      }
    }
    if (Grams.hasShort) {
      for (let places = four & EACH_FOURTH; places != 0; places &= places - 1) {
        const at = p + <usize>ctz(places);
        if (!hasHash(Grams.short, Grams.shortShift, hashFour(at))) continue;
        if (hasNeighbour(Grams.short, Grams.shortShift, at, true))
          lookBack(at, SHORT_STRIDE, from, limit, inView);
      }
    }
  }
}

/**
 * Looks for forms in base64 and hexadecimal at 64 bytes: where many digits follow each other.
 *
 * @param one A bit for each of them that is such a digit; `next` of those that follow
 */
// @inline
function searchCoded(p: usize, one: u64, next: u64, from: usize, limit: usize, inView: bool): void {
  const run = Grams.codedRun;
  let places = one;
  let placesNext = next;
  for (let length: u64 = 1; length < run; length <<= 1) {
    places &= (places >> length) | (placesNext << (64 - length));
    if (places == 0) return;
    placesNext &= placesNext >> length;
  }
  for (places &= EACH_EIGHTH; places != 0; places &= places - 1) {
    const at = p + <usize>ctz(places);
    if (!hasHash(Grams.coded, Grams.codedShift, hashEight(at))) continue;
    if (hasNeighbour(Grams.coded, Grams.codedShift, at, false))
      lookBack(at, CODED_STRIDE, from, limit, inView);
  }
}

/** A bit for each of 64 bytes that may stand in a form, by their lower four bits. */
function classify(p: usize, nibbles: usize): u64 {
  const low = v128.load(nibbles);
  const high = v128.load(HIGH_NIBBLES);
  const a = outsideForms(v128.load(p), low, high);
  const b = outsideForms(v128.load(p, 16), low, high);
  const c = outsideForms(v128.load(p, 32), low, high);
  const d = outsideForms(v128.load(p, 48), low, high);
  return ~(a | (b << 16) | (c << 32) | (d << 48));
}

// @inline
function outsideForms(bytes: v128, low: v128, high: v128): u64 {
  const byLow = i8x16.swizzle(low, v128.and(bytes, i8x16.splat(15)));
  const byHigh = i8x16.swizzle(high, i8x16.shr_u(bytes, 4));
  return <u64>i8x16.bitmask(i8x16.eq(v128.and(byLow, byHigh), i8x16.splat(0)));
}

/** Looks at each place from which a form may go up to `p`. */
function lookBack(p: usize, stride: u32, from: usize, limit: usize, inView: bool): void {
  for (let s = max(from, p - stride + 1); s <= p && s + 8 <= limit; s++) {
    if (!hasHash(Grams.heads, Grams.headsShift, hashEight(s))) continue;
    const most = <u32>min(limit - s, <usize>LONGEST);
    const length = longestOf(s, most);
    if (length == 0) continue;
    if (inView) addViewed(<u32>(s - VIEW), length);
    else addMatch(s, s + length, Found.owner);
  }
}

/** The length of the longest form at `p`; whose it is says `Found`. */
export function longestOf(p: usize, most: u32): u32 {
  const encoded = longestForm(ENCODED, p, most);
  const owner = Found.owner;
  const folded = longestForm(FOLDED, p, most);
  if (encoded > folded) Found.owner = owner;
  return max(encoded, folded);
}

function addViewed(i: u32, length: u32): void {
  const written = fromOf(i);
  const end = toOf(i + length - 1);
  if (end - written > <usize>WRITTEN_MOST) return;
  let start = written;
  // Less of it than that stands on a line before: so the line need not be held back, and it stays.
  for (let k = i + 1; k < i + FIRST_LINE; k++) if (hasLineEnd(toOf(k - 1), fromOf(k))) start = fromOf(k);
  if (start == written && Text.from > written) return;
  start = max(start, Text.from);
  if (start < end) addMatch(start, end, Found.owner);
}

function hasLineEnd(from: usize, to: usize): bool {
  for (let p = from; p < to; p++) if (load<u8>(p) == LF) return true;
  return false;
}

function addMatch(start: usize, end: usize, owner: u32): void {
  if (Matches.count > 0) {
    const last: usize = FOUND + (Matches.count - 1) * FOUND_SIZE;
    if (start >= load<u32>(last) && start < load<u32>(last, 4)) {
      store<u32>(last, max(load<u32>(last, 4), <u32>end), 4);
      return;
    }
  }
  // The host withholds what is so full.
  if (Matches.count == FOUND_MOST) unreachable();
  const at: usize = FOUND + Matches.count++ * FOUND_SIZE;
  store<u32>(at, <u32>start);
  store<u32>(at, <u32>end, 4);
  store<u32>(at, owner, 8);
}

/** Where a form may begin that goes on after the text, or its end. */
export function heldInText(): usize {
  const limit = Text.limit;
  let end = limit;
  let last: u32 = 1;
  if (limit > Text.from && load<u8>(limit - 1) == CR) {
    end--;
    last = FIRST_LINE;
  }
  const least = max(Text.from, end - min(end, <usize>LONGEST));
  let start = end;
  while (start > least && mayBeInForm(load<u8>(start - 1))) start--;
  for (let s = start; s + last <= end; s++) if (mayGoOn(s, <u32>(end - s))) return s;
  return limit;
}

function mayBeInForm(byte: u32): bool {
  return is(IN_FORMS, byte) || (Text.hasLines && (byte == 10 || byte == 13));
}

function mayGoOn(at: usize, length: u32): bool {
  if (length >= 8 && !hasHash(Grams.heads, Grams.headsShift, hashEight(at))) return false;
  return isFormStart(FOLDED, at, length) || isFormStart(ENCODED, at, length);
}

/** The same of a view that reaches up to the text's end. */
export function heldInView(): usize {
  const open = openTop();
  const top = View.length - open;
  let held = Text.limit;
  let least: u32 = 1;
  if (open > 0) {
    const first: u32 = load<u8>(fromOf(top));
    // A line goes out with its end, unless so much of a form stands there.
    if (first == 10 || first == 13) least = FIRST_LINE;
    else held = max(fromOf(top), Text.from);
  }
  for (let i = top > LONGEST ? top - LONGEST : 0; i + least <= top; i++) {
    if (Text.limit - fromOf(i) > <usize>WRITTEN_MOST || !mayGoOn(VIEW + i, top - i)) continue;
    return min(held, max(fromOf(i), Text.from));
  }
  return held;
}

/** Puts what was found in order, what overlaps as one. */
export function mergeMatches(): void {
  const count = Matches.count;
  for (let i: u32 = 1; i < count; i++) {
    const at: usize = FOUND + i * FOUND_SIZE;
    const match = v128.load(at);
    const start = load<u32>(at);
    let to = at;
    while (to > <usize>FOUND && load<u32>(to - FOUND_SIZE) > start) {
      v128.store(to, v128.load(to - FOUND_SIZE));
      to -= FOUND_SIZE;
    }
    v128.store(to, match);
  }
  Matches.count = 0;
  for (let i: u32 = 0; i < count; i++) {
    const at: usize = FOUND + i * FOUND_SIZE;
    addMatch(load<u32>(at), load<u32>(at, 4), load<u32>(at, 8));
  }
}
