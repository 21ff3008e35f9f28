// Gives the bits back that `build/packing/encoder.ts` has packed, each by how probable it was.
import {
  FIRST_RANGE,
  HASH_CONTEXT,
  HASH_VALUE,
  HISTORY_BITS,
  LEAST_RANGE,
  NUMBER_BITS,
  PROBABILITY_BITS,
  TOLD_SHIFT,
} from "./contexts";
import { GUESSES, LAST_BITS, PLACE_SHIFT, PLACES } from "./memory";
import { correctGuess, correctWeights, guessByTold, mixOdds, oddsOf, startModel } from "./model";

const HISTORY_MASK: u32 = (1 << HISTORY_BITS) - 1;

class Packed {
  static at: usize = 0;
  static range: u32 = 0;
  static code: u32 = 0;
  /** What was told last. */
  static told: u32 = 0;
}

/** Begins with the packed bytes at `at`. */
export function startDecoder(at: usize): void {
  startModel();
  Packed.at = at + 3;
  Packed.range = FIRST_RANGE;
  Packed.code = ((<u32>load<u8>(at)) << 16) | ((<u32>load<u8>(at + 1)) << 8) | load<u8>(at + 2);
}

/** Returns the next bit, which stands in a context. */
export function nextBit(context: u32): u32 {
  const bit = decode(context - 1, 1);
  noteTold(context, bit);
  return bit;
}

/** Returns a number of any size. */
export function nextNumber(context: u32): u32 {
  let bits: u32 = 0;
  while (decode(context + bits - 1, 1) != 0) bits++;
  // The three uppermost bits by each other, the others by their place alone.
  const all = context + NUMBER_BITS + bits * 8;
  const upper = min(bits, 3);
  let number: u32 = (1 << upper) | decode(all, upper);
  for (let i = bits; i > 3; i--) number = (number << 1) | decode(all - 1, 1);
  noteTold(context, number - 1);
  return number - 1;
}

/** Returns a number of `size` bits, each by those before it. */
export function nextBits(context: u32, size: u32): u32 {
  const number = decode(context, size);
  noteTold(context, number);
  return number;
}

/** What changes is in locals: it is read and written for each bit. */
function decode(context: u32, size: u32): u32 {
  let range = Packed.range;
  let code = Packed.code;
  const told = Packed.told;
  let number: u32 = 1;
  for (let i = size; i > 0; i--) {
    const place = PLACES + ((<usize>(context + number)) << PLACE_SHIFT);
    const history = load<u32>(place, LAST_BITS);
    const firstAt = place + GUESSES + ((<usize>history) << 2);
    const secondAt = guessByTold(context + number, told);
    const first = load<u32>(firstAt);
    const second = load<u32>(secondAt);
    const weights = load<u64>(place);
    const firstOdds = oddsOf(first);
    const secondOdds = oddsOf(second);
    const one = mixOdds(weights, firstOdds, secondOdds);
    const bound = (range >>> PROBABILITY_BITS) * one;
    const bit: u32 = code < bound ? 1 : 0;
    if (bit != 0) {
      range = bound;
    } else {
      code -= bound;
      range -= bound;
    }
    const error = <i32>(bit << 12) - <i32>(one >>> (PROBABILITY_BITS - 12));
    store<u64>(place, correctWeights(weights, firstOdds, secondOdds, error));
    store<u32>(firstAt, correctGuess(first, <i32>(bit * 0xffff)));
    store<u32>(secondAt, correctGuess(second, <i32>(bit * 0xffff)));
    store<u32>(place, ((history << 1) | bit) & HISTORY_MASK, LAST_BITS);
    number = (number << 1) | bit;
    while (range < <u32>LEAST_RANGE) {
      range <<= 8;
      code = (code << 8) | load<u8>(Packed.at++);
    }
  }
  Packed.range = range;
  Packed.code = code;
  return number - (1 << size);
}

/** Notes what was told: its bits come once more as they came here. */
// @inline
function noteTold(context: u32, value: u32): void {
  Packed.told = (Packed.told << TOLD_SHIFT) + context * <u32>HASH_CONTEXT + value * <u32>HASH_VALUE;
}
