// Looks for forms in bytes that are as they were meant: the text, or a view of a part of it.
import { CR, IN_FORMS, is, LF, LONG_BREAKS, SHORT_BREAKS } from "./bytes";
import { ENCODED, FOLDED, Found, isFormStart, longestForm } from "./forms";
import { Grams, hasHash, hashEight, hashOf, hasNeighbour, maskOf, STRIDE } from "./grams";
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

/** Writes the zeros that follow a text: calls of `memory.fill` take longer. */
export function clearAfter(limit: usize): void {
  const zeros = i64x2.splat(0);
  v128.store(limit, zeros);
  v128.store(limit, zeros, 16);
  v128.store(limit, zeros, 32);
  v128.store(limit, zeros, 48);
}

/** A bit for every fourth place of 64. */
const EACH_FOURTH: u64 = <u64>0x11111111 * 0x100000001;

/** Looks for forms in [from, limit); 64 bytes of 0 follow. */
export function search(from: usize, limit: usize, inView: bool): void {
  if (Grams.longRun != 0)
    searchSet(Grams.long, Grams.longSize, LONG_BREAKS, Grams.longRun, from, limit, inView);
  if (Grams.shortRun != 0)
    searchSet(Grams.short, Grams.shortSize, SHORT_BREAKS, Grams.shortRun, from, limit, inView);
}

/** @param run So many bytes in a row that may stand in a form are asked for */
function searchSet(
  set: usize,
  size: usize,
  breaks: usize,
  run: u32,
  from: usize,
  limit: usize,
  inView: bool,
): void {
  const mask = maskOf(run);
  const isLong = run > 8;
  const more: u64 = run - (isLong ? 8 : 4);
  const table = v128.load(breaks);
  let next = classify(from, table);
  for (let p = from; p < limit; p += 64) {
    // Where two, four and eight such bytes begin, and what of that is known of the next 64.
    let runs = next;
    next = p + 64 >= limit ? 0 : classify(p + 64, table);
    let after = next;
    runs &= ahead(runs, after, 1);
    after &= after >> 1;
    runs &= ahead(runs, after, 2);
    after &= after >> 2;
    if (isLong) {
      runs &= ahead(runs, after, 4);
      after &= after >> 4;
    }
    for (let places = runs & ahead(runs, after, more) & EACH_FOURTH; places != 0; places &= places - 1) {
      const at = p + <usize>ctz(places);
      if (hasHash(set, size, hashOf(at, mask)) && hasNeighbour(set, size, at, mask))
        lookBack(at, from, limit, inView);
    }
  }
}

/** What is `places` after each of 64, of which others follow. */
// @inline
function ahead(bits: u64, after: u64, places: u64): u64 {
  return (bits >> places) | ((after << 1) << (63 - places));
}

/** A bit for each of 64 bytes that may stand in a form. */
// @inline
function classify(p: usize, table: v128): u64 {
  const a = breaksIn(v128.load(p), table);
  const b = breaksIn(v128.load(p, 16), table);
  const c = breaksIn(v128.load(p, 32), table);
  const d = breaksIn(v128.load(p, 48), table);
  return ~(a | (b << 16) | (c << 32) | (d << 48));
}

// @inline
function breaksIn(bytes: v128, table: v128): u64 {
  return <u64>i8x16.bitmask(i8x16.eq(i8x16.swizzle(table, v128.and(bytes, i8x16.splat(15))), bytes));
}

/** Looks at each place from which a form may go up to `p`. */
function lookBack(p: usize, from: usize, limit: usize, inView: bool): void {
  for (let s = max(from, p - STRIDE + 1); s <= p && s + 8 <= limit; s++) {
    if (!hasHash(Grams.heads, Grams.headsSize, hashEight(s))) continue;
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
  if (length >= 8 && !hasHash(Grams.heads, Grams.headsSize, hashEight(at))) return false;
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
