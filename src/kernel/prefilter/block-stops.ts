// Where, in the blocks whose places are known (`candidate-ends.ts`), a rule's fragment or a name's last letters end: of
// the places those at which the filter has what ends there.
import { P_HASH, P_HEAD_SET, P_SET, P_TABLES, PROGRAM, STOPS, STOPS_SIZE } from "../abi";
import { CASE_OF_4 } from "../reading/chars";
import { bitOf, word } from "../reading/program-view";
import { Text } from "../reading/text";
import { findPlaces, foursIn, innerIn, jointsIn, Places, tagsIn, threesIn } from "./candidate-ends";
import { tableHits } from "./nibble-lookup";

/** The block of 64 bytes that has the byte at `p`. */
// @inline
export function blockOf(p: usize): usize {
  return p - ((p - Places.begin) & 63);
}

/** Finds the stops of the blocks from `p` on. */
export function findStops(p: usize): void {
  findPlaces(p);
  const tables = word(P_TABLES);
  const set: usize = PROGRAM + word(P_SET);
  const multiplier = word(P_HASH);
  const limit = Text.limit;
  const end = Places.end;
  let i: usize = 8;
  for (let block = p, stops: usize = STOPS; block < end; block += 64, i += 8, stops += STOPS_SIZE) {
    let inside = ~(<u64>0);
    if (block + 64 > limit) inside >>>= <u64>(block + 64 - limit);
    let threes = threesIn(i);
    if (tables != 0) threes |= tableHits(tables, block);
    // Heads inside names with the others: a loop of their own, or one with the few of three, ends where no branch expects it.
    store<u64>(stops, known(set, multiplier, block, (foursIn(i) | innerIn(i)) & inside, 0));
    store<u64>(stops, known(set, multiplier, block, threes & inside, 8), OF_THREE);
    store<u64>(stops, jointsIn(i, block) & inside, OF_JOINTS);
    store<u64>(stops, tagsIn(i, block) & inside, OF_TAGS);
  }
}

/** Where the stops of a block are: those of four bytes, with the heads inside names, and after them the others. */
// @inline
export function stopsOf(block: usize): usize {
  return <usize>STOPS + ((block - Places.begin) >>> 1);
}

export const OF_THREE: usize = 8;
export const OF_JOINTS: usize = 16;
export const OF_TAGS: usize = 24;

/** Whether there are any. */
// @inline
export function hasStops(stops: usize): bool {
  return v128.any_true(v128.or(v128.load(stops), v128.load(stops, OF_JOINTS)));
}

/**
 * The places at which the set has the last four bytes, or with `shift` 8 the last three. Most of the time
 * goes by here, so it is done without a branch, two at a time: their number varies, and to mispredict it costs more than
 * an idle look-up. Three at a time were 40 ns a KB slower (850 to 810), as there are more places of three bytes now.
 */
// @inline
function known(set: usize, multiplier: u32, block: usize, places: u64, shift: u32): u64 {
  const all = places;
  let hits: u64 = 0;
  while (places != 0) {
    hits |= hitAt(block, places, set, multiplier, shift);
    places &= places - 1;
    hits |= hitAt(block, places, set, multiplier, shift);
    places &= places - 1;
  }
  return hits & all;
}

/** A bit where the lowest of `places` is, if the set has the bytes that end there, else 0; anything where there is none. */
// @inline
function hitAt(block: usize, places: u64, set: usize, multiplier: u32, shift: u32): u64 {
  const folded = load<u32>(block + <usize>ctz(places) - 3) | CASE_OF_4;
  return (bitOf(set, multiplier, folded >>> shift) & 1) << ctz(places);
}

/** Of `places`, those where the last letters of a name stand that words may follow. */
export function headsAt(block: usize, places: u64): u64 {
  return known(PROGRAM + word(P_HEAD_SET), word(P_HASH), block, places, 0);
}
