// What the prefilter looks up: bytes folded and packed into a word, hashed, and kept as bits of a Bloom filter.
import * as abi from "../../kernel/abi.ts";

/** A set of a program: two bits for a fragment, in one word of 64. */
export type BitSet = Uint32Array<ArrayBuffer>;

export const BIT_SET_BYTES: number = 8 << (32 - abi.SET_SHIFT);

/** Sets the bit that tells the case of a letter. */
export function fold(byte: number): number {
  return byte | 0x20;
}

export function pack(bytes: readonly number[]): number {
  return bytes.reduce((word, byte, i) => word + byte * 2 ** (8 * i), 0);
}

export function hash(fragment: number, multiplier: number): number {
  return Math.imul(fragment, multiplier) >>> 0;
}

export function setOf(fragments: Iterable<number>, multiplier: number): BitSet {
  return addTo(new Uint32Array(BIT_SET_BYTES / 4), fragments, multiplier);
}

export function addTo(set: BitSet, fragments: Iterable<number>, multiplier: number): BitSet {
  for (const fragment of fragments) {
    for (const [word, bit] of bitsOf(fragment, multiplier)) set[word]! |= bit;
  }
  return set;
}

export function isInSet(set: BitSet, fragment: number, multiplier: number): boolean {
  return bitsOf(fragment, multiplier).every(([word, bit]) => (set[word]! & bit) !== 0);
}

function bitsOf(fragment: number, multiplier: number): readonly (readonly [word: number, bit: number])[] {
  const h = hash(fragment, multiplier);
  return [h & 63, (h >>> abi.BIT_SHIFT) & 63].map((bit) => [
    (h >>> abi.SET_SHIFT) * 2 + (bit >> 5),
    1 << (bit & 31),
  ]);
}

/** WebAssembly is little endian, and so is every machine that runs it. */
export function bytesOf(words: BitSet): Uint8Array<ArrayBuffer> {
  return new Uint8Array(words.buffer);
}
