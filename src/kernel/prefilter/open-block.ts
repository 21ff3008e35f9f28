// The block of 64 bytes at whose stops is looked now: what may end at each, a bit for each byte.
import { P_SLOW, PROGRAM } from "../abi";
import { BACKSLASH, ESCAPE } from "../reading/chars";
import { word } from "../reading/program-view";
import { Text } from "../reading/text";
import { signs } from "./bitmaps";
import { headsAt, OF_JOINTS, OF_TAGS, OF_THREE, stopsOf } from "./block-stops";
import { bitmapAt, foursIn, innerIn, nearEscapes, wordsIn } from "./candidate-ends";

/** So many bytes are looked at after a fragment. */
const CODE: usize = 4;

export class Block {
  static at: usize = 0;
  /** Stops of the block that are not looked at yet. */
  static open: u64 = 0;
}

/**
 * Of which kind the stops are, and where the text goes on plainly: eight masks in memory, so that a kind is read by four
 * loads and no branch.
 */
const MASKS: usize = memory.data(64, 16);
const FOURS: usize = MASKS;
const THREES: usize = MASKS + 8;
const JOINTS: usize = MASKS + 16;
const TAGS: usize = MASKS + 24;
const SLOW: usize = MASKS + 32;
const WORDS: usize = MASKS + 40;
const PLAIN: usize = MASKS + 48;

// A kind has the masks' bits in their order.
export const KIND_FOUR: u32 = 1;
export const KIND_THREE: u32 = 2;
export const KIND_JOINT: u32 = 4;
export const KIND_TAG: u32 = 8;
export const KIND_SLOW: u32 = 16;
/** The last letter of a name may be there. */
export const KIND_WORD: u32 = 32;
/** The text goes on for four bytes that are no part of a colour code: only then can they speak against a match. */
export const KIND_PLAIN: u32 = 64;

/** Opens the block at `p`, with all of its stops. */
export function openBlock(p: usize): void {
  openNext(p);
}

/** The same, in place. */
// @inline
export function openNext(p: usize): void {
  Block.at = p;
  const stops = stopsOf(p);
  const i = bitmapAt(p);
  let fours = load<u64>(stops);
  const threes = load<u64>(stops, OF_THREE);
  const joints = load<u64>(stops, OF_JOINTS);
  const tags = load<u64>(stops, OF_TAGS);
  // Heads inside names.
  let inner = fours & innerIn(i);
  if (inner != 0) {
    inner = headsAt(p, inner);
    fours &= foursIn(i);
  }
  let slow: u64 = 0;
  let inside = ~(<u64>0);
  if (p + 64 > Text.limit) inside >>>= <u64>(p + 64 - Text.limit);
  if (word(P_SLOW) != 0) slow = firstBytes(p) & inside;
  store<u64>(FOURS, fours);
  store<u64>(THREES, threes);
  store<u64>(JOINTS, joints);
  store<u64>(TAGS, tags);
  store<u64>(SLOW, slow);
  store<u64>(WORDS, wordsIn(i) | inner);
  store<u64>(PLAIN, plainIn(i, p));
  Block.open = fours | threes | joints | tags | slow | inner;
}

/** Where four bytes of the text follow that are no part of a colour code. */
// @inline
function plainIn(i: usize, p: usize): u64 {
  let plain = ~(<u64>0);
  if (nearEscapes(i)) {
    const codes = codesAt(p);
    const next = <u64>(<u32>i8x16.bitmask(codesOf(v128.load(p, 64))));
    plain = ~(
      (codes >>> 1) |
      (codes >>> 2) |
      (codes >>> 3) |
      (codes >>> 4) |
      (next << 63) |
      (next << 62) |
      (next << 61) |
      (next << 60)
    );
  }
  const arrived = Text.limit - p;
  if (arrived < 64 + CODE) plain &= arrived > CODE ? ~(<u64>0) >>> <u64>(64 + CODE - arrived) : 0;
  return plain;
}

/** Where ESC or a backslash stands in the 64 bytes at `p`. */
function codesAt(p: usize): u64 {
  return signs(
    codesOf(v128.load(p)),
    codesOf(v128.load(p, 16)),
    codesOf(v128.load(p, 32)),
    codesOf(v128.load(p, 48)),
  );
}

// @inline
function codesOf(v: v128): v128 {
  return v128.or(i8x16.eq(v, i8x16.splat(<i8>ESCAPE)), i8x16.eq(v, i8x16.splat(<i8>BACKSLASH)));
}

/** Leaves out the stops in front of `p`, which is in the block. */
export function closeBefore(p: usize): void {
  const before: u64 = p - Block.at;
  Block.open &= ~(<u64>0) << before;
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

/** What is looked for at the stop that is bit `i` of the block, as bits, and whether the text goes on plainly. */
// @inline
export function kindAt(i: u64): u32 {
  // To the top, where the bits of both halves are read at once.
  const up = <i32>(63 - i);
  return (
    i64x2.bitmask(i64x2.shl(v128.load(FOURS), up)) |
    (i64x2.bitmask(i64x2.shl(v128.load(JOINTS), up)) << 2) |
    (i64x2.bitmask(i64x2.shl(v128.load(SLOW), up)) << 4) |
    (i64x2.bitmask(i64x2.shl(v128.load(PLAIN), up)) << 6)
  );
}
