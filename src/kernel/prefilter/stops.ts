// From the places where a fragment may end (`candidate-ends.ts`) to those where a rule's fragment or a name's last
// letters do. False stops are allowed, a missed one never is.
import { HASH, P_HASH, P_HEAD_SET, P_KEY_SET, P_SET, P_SLOW, P_TABLES, PROGRAM, STOPS } from "../abi";
import { CASE_OF_2, CASE_OF_4 } from "../reading/chars";
import { bitOf, word } from "../reading/program-view";
import { Text } from "../reading/text";
import { Best, resetBest, tryFragment, trySlow } from "../shapes/shape";
import { findPlaces, foursIn, innerIn, Places, threesIn, wordsIn } from "./candidate-ends";
import { tableHits } from "./nibble-lookup";

export class Prefilter {
  /** The stop that is looked at. */
  static at: usize = 0;
  /** A key name may end there. */
  static isKey: bool = false;
  /** A shape that starts there needs more text. */
  static waiting: bool = false;

  static block: usize = 0;
  /** Stops of the block that are not looked at yet, and of which kind they are. */
  static open: u64 = 0;
  static words: u64 = 0;
  static inner: u64 = 0;
  static fours: u64 = 0;
  static threes: u64 = 0;
  static slow: u64 = 0;
}

/** Begins at `p`, whatever its alignment. */
export function startPrefilter(p: usize): void {
  Prefilter.block = p;
  Prefilter.open = 0;
  if (p >= Text.limit) return;
  if (p < Places.begin || p >= Places.end) findStops(p);
  openBlock(p - ((p - Places.begin) & 63));
  const before: u64 = p - Prefilter.block;
  const behind = ~(<u64>0) << before;
  Prefilter.fours &= behind;
  Prefilter.threes &= behind;
  Prefilter.slow &= behind;
  Prefilter.inner &= behind;
  Prefilter.open &= behind;
}

/** What was found belongs to another text. */
export function resetPrefilter(): void {
  Places.end = 0;
}

function findStops(p: usize): void {
  findPlaces(p);
  const tables = word(P_TABLES);
  for (let block = p, stops: usize = STOPS; block < Places.end; block += 64, stops += 16) {
    let inside = ~(<u64>0);
    if (block + 64 > Text.limit) inside >>>= <u64>(block + 64 - Text.limit);
    let threes = threesIn(block);
    if (tables != 0) threes |= tableHits(tables, block);
    store<u64>(stops, known(P_SET, block, foursIn(block) & inside, 0));
    // Heads inside names with those of three: with so few in a block, they cost nothing.
    store<u64>(stops, known(P_SET, block, (threes | innerIn(block)) & inside, 8), 8);
  }
}

function openBlock(p: usize): void {
  Prefilter.block = p;
  Prefilter.fours = load<u64>(stopsOf(p));
  Prefilter.threes = load<u64>(stopsOf(p), 8);
  const inner = innerIn(p);
  Prefilter.inner = known(P_HEAD_SET, p, Prefilter.threes & inner, 0);
  if (word(P_TABLES) == 0) Prefilter.threes &= threesIn(p);
  Prefilter.words = wordsIn(p) | inner;
  Prefilter.slow = word(P_SLOW) != 0 ? firstBytes(p) : 0;
  if (p + 64 > Text.limit) Prefilter.slow &= ~(<u64>0) >>> <u64>(p + 64 - Text.limit);
  Prefilter.open = Prefilter.fours | Prefilter.threes | Prefilter.slow | Prefilter.inner;
}

/** Goes on to the next block that has a stop. */
function nextBlock(): bool {
  const mayBeSlow = word(P_SLOW) != 0;
  let p = Prefilter.block + 64;
  while (p < Text.limit) {
    if (p >= Places.end) findStops(p);
    for (; p < Places.end; p += 64) {
      if (mayBeSlow || v128.any_true(v128.load(stopsOf(p)))) {
        openBlock(p);
        return true;
      }
    }
  }
  // Asked again, it is to go on from here, not from before the blocks that are known now.
  Prefilter.block = p - 64;
  return false;
}

// @inline
function stopsOf(block: usize): usize {
  return <usize>STOPS + ((block - Places.begin) >>> 2);
}

/**
 * The places at which the set has the last four bytes, or with `shift` 8 the last three. Most of the time
 * goes by here, so it is done without a branch, three at a time: their number varies, and to mispredict it
 * costs more than two idle look-ups.
 */
// @inline
function known(sets: usize, block: usize, places: u64, shift: u32): u64 {
  const set: usize = PROGRAM + word(sets);
  const multiplier = word(P_HASH);
  let hits: u64 = 0;
  while (places != 0) {
    hits |= hitAt(block, places, set, multiplier, shift);
    places &= places - 1;
    hits |= hitAt(block, places, set, multiplier, shift);
    places &= places - 1;
    hits |= hitAt(block, places, set, multiplier, shift);
    places &= places - 1;
  }
  return hits;
}

/** The lowest of `places` if the set has the bytes that end there, else 0. */
// @inline
function hitAt(block: usize, places: u64, set: usize, multiplier: u32, shift: u32): u64 {
  const folded = load<u32>(block + <usize>ctz(places) - 3) | CASE_OF_4;
  return places & (0 - places) & (0 - (bitOf(set, multiplier, folded >>> shift) & 1));
}

/** Positions whose byte can start a rule that has no fragment. */
function firstBytes(p: usize): u64 {
  const first: usize = PROGRAM + word(P_SLOW);
  let mask: u64 = 0;
  for (let i: usize = 0; i < 64; i++) {
    const c = <usize>load<u8>(p + i);
    if (load<u16>(first + c * 2) != load<u16>(first + c * 2 + 2)) mask |= (<u64>1) << i;
  }
  return mask;
}

/** Goes on to the next stop where something may be; false: there is none up to the limit. */
export function nextStop(): bool {
  do {
    while (Prefilter.open != 0) {
      resetBest();
      const p = tryNext();
      const isKey = ((Prefilter.words >>> <u64>(p - Prefilter.block)) & 1) != 0 && endsName(p);
      if (Best.found || Best.waiting != 0 || isKey) {
        Prefilter.isKey = isKey;
        Prefilter.waiting = Best.waiting != 0 && (!Best.found || Best.waiting <= Best.start);
        Prefilter.at = p;
        return true;
      }
    }
  } while (nextBlock());
  return false;
}

/** Tries the shapes at the first open stop and closes it; returns where it is. */
function tryNext(): usize {
  const i = ctz(Prefilter.open);
  const p = Prefilter.block + <usize>i;
  Prefilter.open &= Prefilter.open - 1;
  const last = load<u32>(p - 3) | CASE_OF_4;
  if ((Prefilter.fours >>> i) & 1) tryFragment(last, p);
  if ((Prefilter.threes >>> i) & 1) tryFragment(last >>> 8, p);
  if ((Prefilter.slow >>> i) & 1) trySlow(p);
  return p;
}

/** Lets the shapes at the stops up to `until` compete with the best one; the stops are used up by it. */
export function extendBest(until: usize): void {
  do {
    while (Prefilter.open != 0) {
      if (Prefilter.block + <usize>ctz(Prefilter.open) >= until) return;
      tryNext();
    }
  } while (Prefilter.block + 64 < until && nextBlock());
}

/**
 * Whether a name may end with the letter at `p`. Its last four were in the set: these let "hostname" and
 * "statusCode" through, 15 words a KB of JSON, each of which costs a walk through the names' trie; six,
 * where a name has six, let two.
 */
function endsName(p: usize): bool {
  const set: usize = PROGRAM + word(P_KEY_SET);
  const multiplier = word(P_HASH);
  const folded = load<u32>(p - 3) | CASE_OF_4;
  const front = <u32>load<u16>(p - 5) | CASE_OF_2;
  const six = bitOf(set, multiplier, folded ^ (front * HASH));
  return ((six | bitOf(set, multiplier, folded) | bitOf(set, multiplier, folded >>> 8)) & 1) != 0;
}
