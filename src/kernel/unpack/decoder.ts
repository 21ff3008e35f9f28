// Gives the bits back that `build/packing/encoder.ts` has packed, each by how probable it was in its context.
import { CONTEXTS, FIRST_RANGE, LEAST_RANGE, NUMBER_BITS, PROBABILITY_BITS, RATE } from "./contexts";
import { ONES } from "./memory";

class Packed {
  static at: usize = 0;
  static range: u32 = 0;
  static code: u32 = 0;
}

/** Begins with the packed bytes at `at`. */
export function startDecoder(at: usize): void {
  for (let i: u32 = 0; i < <u32>CONTEXTS; i++) {
    store<u16>(ONES + ((<usize>i) << 1), <u16>((<u32>1) << (PROBABILITY_BITS - 1)));
  }
  Packed.at = at + 3;
  Packed.range = FIRST_RANGE;
  Packed.code = ((<u32>load<u8>(at)) << 16) | ((<u32>load<u8>(at + 1)) << 8) | load<u8>(at + 2);
}

/** Returns the next bit, which stands in a context. */
// @inline
export function nextBit(context: u32): u32 {
  return nextBits(context - 1, 1);
}

/** Returns a number of any size. */
export function nextNumber(context: u32): u32 {
  let bits: u32 = 0;
  while (nextBit(context + bits) != 0) bits++;
  if (bits == 0) return 0;
  // The three uppermost bits by each other, the others by their place alone.
  const all = context + NUMBER_BITS + bits * 8;
  let number: u32 = (1 << min(bits, 3)) | nextBits(all, min(bits, 3));
  for (let i = bits; i > 3; i--) number = (number << 1) | nextBit(all);
  return number - 1;
}

/** Returns a number of `size` bits, each by those before it. What changes is in locals: it is read and written for each bit. */
export function nextBits(context: u32, size: u32): u32 {
  let range = Packed.range;
  let code = Packed.code;
  let number: u32 = 1;
  for (let i = size; i > 0; i--) {
    const ones = ONES + ((<usize>(context + number)) << 1);
    const one = <u32>load<u16>(ones);
    const bound = (range >>> PROBABILITY_BITS) * one;
    if (code < bound) {
      range = bound;
      store<u16>(ones, one + (((1 << PROBABILITY_BITS) - one) >>> RATE));
      number = (number << 1) | 1;
    } else {
      code -= bound;
      range -= bound;
      store<u16>(ones, one - (one >>> RATE));
      number <<= 1;
    }
    while (range < <u32>LEAST_RANGE) {
      range <<= 8;
      code = (code << 8) | load<u8>(Packed.at++);
    }
  }
  Packed.range = range;
  Packed.code = code;
  return number - (1 << size);
}
