// What the build puts in place of instructions on vectors for hosts that have none (`build/wasm/lower-simd.js`): each half of a
// vector is a number of 64 bits, whose bytes or words are computed with at once.

/** The highest bit of each byte, the lowest, and the same of words. */
const LOW: u64 = <u64>-1 / 0xff;
const HIGH: u64 = LOW << 7;
const LOW_16: u64 = <u64>-1 / 0xffff;
const HIGH_16: u64 = LOW_16 << 15;

/** They move the bits of bytes, or of words, together. */
const BITS_8: u64 = ((<u64>0x01020408) << 32) | 0x10204080;
const BITS_16: u64 = ((<u64>0x10002000) << 32) | 0x40008000;

/** Bytes of ones where the highest bit is set. */
// @inline
function spread(bits: u64): u64 {
  return ((bits & HIGH) >>> 7) * 0xff;
}

export function lane_eq8(a: u64, b: u64): u64 {
  const x = a ^ b;
  return spread(~(((x & ~HIGH) + ~HIGH) | x));
}

export function lane_ne8(a: u64, b: u64): u64 {
  return ~lane_eq8(a, b);
}

export function lane_lt8(a: u64, b: u64): u64 {
  const isNotLess = (a | HIGH) - (b & ~HIGH);
  return spread((~a & b) | (~(a ^ b) & ~isNotLess));
}

export function lane_gt8(a: u64, b: u64): u64 {
  return lane_lt8(b, a);
}

export function lane_add8(a: u64, b: u64): u64 {
  const sum = ((a & ~HIGH) + (b & ~HIGH)) ^ ((a ^ b) & HIGH);
  return sum | spread((a & b) | ((a | b) & ~sum));
}

export function lane_sub8(a: u64, b: u64): u64 {
  return ((a | HIGH) - (b & ~HIGH)) ^ ((a ^ ~b) & HIGH);
}

export function lane_eq16(a: u64, b: u64): u64 {
  const x = a ^ b;
  return ((~(((x & ~HIGH_16) + ~HIGH_16) | x) & HIGH_16) >>> 15) * 0xffff;
}

export function lane_eq32(a: u64, b: u64): u64 {
  const x = a ^ b;
  return (<u32>x == 0 ? <u64>0xffffffff : 0) | (x >>> 32 == 0 ? (<u64>0xffffffff) << 32 : 0);
}

/** A bit for each byte, the highest of it. */
export function lane_bits8(a: u64): u32 {
  return <u32>((((a >>> 7) & LOW) * BITS_8) >>> 56);
}

/** The same of words. */
export function lane_bits16(a: u64): u32 {
  return <u32>((((a >>> 15) & LOW_16) * BITS_16) >>> 60);
}

/** The same of words of four bytes, and of the half. */
export function lane_bits32(a: u64): u32 {
  return (<u32>(a >>> 31) & 1) | ((<u32>(a >>> 63)) << 1);
}

export function lane_bits64(a: u64): u32 {
  return <u32>(a >>> 63);
}

/** Whether no byte is zero. */
export function lane_all8(a: u64): u32 {
  return lane_eq8(a, 0) == 0 ? 1 : 0;
}

export function lane_shl16(a: u64, by: u32): u64 {
  const bits = <u64>(by & 15);
  return (a << bits) & (((0xffff << bits) & 0xffff) * LOW_16);
}

export function lane_shr16(a: u64, by: u32): u64 {
  const bits = <u64>(by & 15);
  return (a >>> bits) & ((0xffff >>> bits) * LOW_16);
}

export function lane_splat16(word: u32): u64 {
  return <u64>(word & 0xffff) * LOW_16;
}

export function lane_splat32(word: u32): u64 {
  return <u64>word | ((<u64>word) << 32);
}

/** The half with another byte at a place. */
export function lane_put8(a: u64, byte: u32, at: u32): u64 {
  const shift = <u64>(at << 3);
  return (a & ~((<u64>0xff) << shift)) | ((<u64>(byte & 0xff)) << shift);
}

/** Bytes of a table of sixteen, of which the halves are given, by their numbers; 0 for numbers from 16 on. */
export function lane_pick8(low: u64, high: u64, numbers: u64): u64 {
  let picked: u64 = 0;
  for (let shift: u64 = 0; shift < 64; shift += 8) {
    const number = (numbers >>> shift) & 0xff;
    const half = number < 8 ? low : high;
    const byte = number < 16 ? (half >>> ((number & 7) << 3)) & 0xff : 0;
    picked |= byte << shift;
  }
  return picked;
}
