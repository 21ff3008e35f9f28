// Packs what is no automaton: bytes of records, sets of bits, tries.
import { NODE_SIZE } from "../../src/kernel/abi.ts";
import * as is from "../../src/kernel/unpack/contexts.ts";
import type { Coder } from "./encoder.ts";

/** So many places with the same record are looked at. */
const MOST_TRIES = 64;

/**
 * Bytes of records. A record is a copy, as those after it may be, of one farther back; or each of its bytes is the one at
 * its place in the record before, or is told by what has stood there.
 */
export function packBytes(coder: Coder, bytes: Uint8Array, stride: number): void {
  const places = new Map<string, number[]>();
  let wasCopy = false;
  let isAbove = false;
  for (let at = 0; at < bytes.length; ) {
    const { back, length } = longestCopy(bytes, at, stride, places);
    // Of one record, what stands above tells as much.
    wasCopy = coder.bit(is.C_IS_COPY + Number(wasCopy), length * stride > 4);
    if (wasCopy) {
      coder.number(is.C_COPY_BACK, back - 1);
      coder.number(is.C_COPY_LENGTH, length - 1);
    } else {
      for (let place = 0; place < stride && at + place < bytes.length; place++) {
        const byte = bytes[at + place]!;
        const above = at < stride ? 0 : bytes[at + place - stride]!;
        isAbove = coder.bit(is.C_IS_ABOVE + place * 2 + Number(isAbove), byte === above);
        if (!isAbove) coder.bits(is.C_BYTES + place * 256, byte, 8);
      }
    }
    for (const end = at + (wasCopy ? length : 1) * stride; at < end; at += stride) {
      const key = bytes.subarray(at, at + stride).join();
      places.set(key, [...(places.get(key) ?? []).slice(-MOST_TRIES), at]);
    }
  }
}

/** How many records back the longest copy is that begins at `at`, and how many records it has. */
function longestCopy(
  bytes: Uint8Array,
  at: number,
  stride: number,
  places: ReadonlyMap<string, readonly number[]>,
): { readonly back: number; readonly length: number } {
  let best = { back: 0, length: 0 };
  for (const place of [...(places.get(bytes.subarray(at, at + stride).join()) ?? [])].reverse()) {
    let same = 0;
    while (at + same < bytes.length && bytes[place + same] === bytes[at + same]) same++;
    const length = Math.floor(same / stride);
    if (length > best.length) best = { back: (at - place) / stride, length };
  }
  return best;
}

/**
 * A set of few bits, by how many are between them.
 *
 * @param number How many sets were packed before
 */
export function packSet(coder: Coder, bytes: Uint8Array, number: number): void {
  const context = is.C_SET + Math.min(number, 2) * is.NUMBER;
  let last = -1;
  const tell = (bit: number): void => {
    coder.number(context, bit - last - 1);
    last = bit;
  };
  bytes.forEach((byte, i) => {
    for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) tell(i * 8 + bit);
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
