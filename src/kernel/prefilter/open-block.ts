// The block of 64 bytes at whose stops is looked now: what may end at each, a bit for each byte.
import { P_SLOW, PROGRAM } from "../abi";
import { word } from "../reading/program-view";
import { Text } from "../reading/text";
import { Behind } from "../shapes/quick-tests";
import { headsAt, OF_JOINTS, OF_TAGS, OF_THREE, stopsOf } from "./block-stops";
import { foursIn, innerIn, wordsIn } from "./candidate-ends";

export class Block {
  static at: usize = 0;
  /** Stops of the block that are not looked at yet, and of which kind they are. */
  static open: u64 = 0;
  static words: u64 = 0;
  static fours: u64 = 0;
  static threes: u64 = 0;
  static joints: u64 = 0;
  static tags: u64 = 0;
  static slow: u64 = 0;
  /** Heads inside names. */
  static inner: u64 = 0;
}

/** Opens the block at `p`, with all of its stops. */
export function openBlock(p: usize): void {
  Block.at = p;
  const stops = stopsOf(p);
  const fours = load<u64>(stops);
  Block.fours = fours;
  Block.threes = load<u64>(stops, OF_THREE);
  Block.joints = load<u64>(stops, OF_JOINTS);
  Block.tags = load<u64>(stops, OF_TAGS);
  Block.inner = 0;
  const inner = fours & innerIn(p);
  if (inner != 0) {
    Block.inner = headsAt(p, inner);
    Block.fours &= foursIn(p);
  }
  Block.words = wordsIn(p) | Block.inner;
  Block.slow = word(P_SLOW) != 0 ? firstBytes(p) : 0;
  if (p + 64 > Text.limit) Block.slow &= ~(<u64>0) >>> <u64>(p + 64 - Text.limit);
  Block.open = Block.fours | Block.threes | Block.joints | Block.tags | Block.slow | Block.inner;
}

/** Leaves out the stops in front of `p`, which is in the block. */
export function closeBefore(p: usize): void {
  const before: u64 = p - Block.at;
  const behind = ~(<u64>0) << before;
  Block.fours &= behind;
  Block.threes &= behind;
  Block.joints &= behind;
  Block.tags &= behind;
  Block.slow &= behind;
  Block.inner &= behind;
  Block.open &= behind;
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

/** The last letter of a name may be there. */
export const KIND_WORD: u32 = 16;
const KIND_PLAIN: u32 = 32;
const TAG_BIT: u32 = 6;

/** What is looked for at the stop that is bit `i` of the block, as bits, and whether the text goes on plainly. */
// @inline
export function kindAt(i: u64): u32 {
  return (
    <u32>((Block.fours >>> i) & 1) |
    ((<u32>((Block.threes >>> i) & 1)) << 1) |
    ((<u32>((Block.joints >>> i) & 1)) << 2) |
    ((<u32>((Block.slow >>> i) & 1)) << 3) |
    ((<u32>((Block.words >>> i) & 1)) << 4) |
    ((<u32>((Block.tags >>> i) & 1)) << TAG_BIT) |
    (Behind.isPlain ? KIND_PLAIN : 0)
  );
}
