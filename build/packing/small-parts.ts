// Packs what is no automaton: bytes of records, sets of bits, tries.
import { NODE_SIZE } from "../../src/kernel/abi.ts";
import * as is from "../../src/kernel/unpack/contexts.ts";
import type { Coder } from "./encoder.ts";

/** Bytes of records: each is the one at its place in the record before, or is told by what has stood there. */
export function packBytes(coder: Coder, bytes: Uint8Array, stride: number): void {
  let isAbove = false;
  bytes.forEach((byte, i) => {
    const place = i % stride;
    const above = i < stride ? 0 : bytes[i - stride]!;
    isAbove = coder.bit(is.C_IS_ABOVE + place * 2 + Number(isAbove), byte === above);
    if (!isAbove) coder.bits(is.C_BYTES + place * 256, byte, 8);
  });
}

/**
 * A set of few bits, by how many are between them.
 *
 * @param known Those that are not told
 * @param number How many sets were packed before
 */
export function packSet(coder: Coder, bytes: Uint8Array, known: Uint8Array, number: number): void {
  const context = is.C_SET + Math.min(number, 2) * is.NUMBER;
  let last = -1;
  const tell = (bit: number): void => {
    coder.number(context, bit - last - 1);
    last = bit;
  };
  bytes.forEach((byte, i) => {
    const told = byte & ~known[i]!;
    for (let bit = 0; bit < 8; bit++) if ((told >> bit) & 1) tell(i * 8 + bit);
  });
  tell(bytes.length * 8);
}

/** A trie's nodes, one level after another: their children's letters, and what ends there. */
export function packTrie(coder: Coder, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const letters = [0];
  const values = [0, 0, 0];
  for (let at = 0; at < bytes.length; at += NODE_SIZE) {
    const letter = letters[at / NODE_SIZE]!;
    const children = lettersOf(bytes.subarray(at, at + 8));
    children.forEach((child, i) => {
      coder.bit(is.C_HAS_CHILD + letter * 4 + Math.min(i, 3), true);
      coder.bits(is.C_LETTERS + letter * 64, child, 6);
    });
    coder.bit(is.C_HAS_CHILD + letter * 4 + Math.min(children.length, 3), false);
    letters.push(...children);
    for (let place = 0; place < 3; place++) {
      const value = view.getUint16(at + 10 + place * 2, true);
      const isLeaf = children.length === 0 ? 4 : 0;
      if (!coder.bit(is.C_HAS_VALUE + place + isLeaf, value !== 0)) continue;
      if (coder.bit(is.C_IS_AGAIN + place, value === values[place])) continue;
      const context = is.C_VALUE + place * 512;
      coder.bits(context, value >> 8, 8);
      coder.bits(context + 256, value & 255, 8);
      values[place] = value;
    }
  }
}

function lettersOf(mask: Uint8Array): readonly number[] {
  return Array.from({ length: 64 }, (_, bit) => bit).filter((bit) => (mask[bit >> 3]! >> (bit & 7)) & 1);
}
