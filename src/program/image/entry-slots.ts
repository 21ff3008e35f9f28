// Where the entries of fragments stand and what leads to them: all of it follows from their bytes.
import * as abi from "../../kernel/abi.ts";
import { fold, hash, pack } from "./hash.ts";

/** The four bytes that end with the fragment, and how many of them it has. */
const BYTES = 8;
const LENGTH = 30;
const NEXT = 26;
const RULE = 24;

/** A bit for each way of what the kernel looks at around a fragment. */
const BYTE_INSIDE = 9;
const BYTE_BEHIND = 16;
const CARE = 4;

function hashOf(entries: Uint8Array, at: number, multiplier: number): number {
  return hash(fragmentAt(entries, at), multiplier);
}

/** An entry's fragment, folded and packed. */
function fragmentAt(entries: Uint8Array, at: number): number {
  const bytes = [...entries.subarray(at + BYTES, at + BYTES + 4)].slice(-entries[at + LENGTH]!);
  return pack(bytes.map(fold));
}

/** The fragments of entries but the joints, as a set of the prefilter has them. */
export function fragmentsOf(entries: Uint8Array): readonly number[] {
  const fragments: number[] = [];
  for (let at = 0; at < entries.length; at += abi.ENTRY_SIZE) {
    if (entries[at + LENGTH] !== 1) fragments.push(fragmentAt(entries, at));
  }
  return fragments;
}

export const SLOTS_BYTES: number = 8 << (32 - abi.SLOT_SHIFT);

/** The numbers of entries in the order of their slots: those of one stand together, in the order that they had. */
export function orderBySlot(entries: Uint8Array, multiplier: number): Uint32Array {
  const count = entries.length / abi.ENTRY_SIZE;
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    order[i] = (hashOf(entries, i * abi.ENTRY_SIZE, multiplier) >>> abi.SLOT_SHIFT) * 0x10000 + i;
  }
  return order.sort().map((key) => key & 0xffff);
}

/** Entries in another order. */
export function takeEntries(entries: Uint8Array, order: Uint32Array): Uint8Array<ArrayBuffer> {
  const taken = new Uint8Array(entries.length);
  order.forEach((from, to) => {
    const at = from * abi.ENTRY_SIZE;
    taken.set(entries.subarray(at, at + abi.ENTRY_SIZE), to * abi.ENTRY_SIZE);
  });
  return taken;
}

/** Entries sorted by their rules, and for each rule by what they say; where nothing leads on. */
export function sortByRule(entries: Uint8Array): Uint8Array {
  const all = Array.from({ length: entries.length / abi.ENTRY_SIZE }, (_, i) => {
    const entry = entries.slice(i * abi.ENTRY_SIZE, (i + 1) * abi.ENTRY_SIZE);
    entry.fill(0, NEXT, NEXT + 2);
    return entry;
  });
  const sorted = new Uint8Array(entries.length);
  all.sort(compare).forEach((entry, i) => {
    sorted.set(entry, i * abi.ENTRY_SIZE);
  });
  return sorted;
}

function compare(a: Uint8Array, b: Uint8Array): number {
  const rules = (entry: Uint8Array) => entry[RULE]! | (entry[RULE + 1]! << 8);
  if (rules(a) !== rules(b)) return rules(a) - rules(b);
  // The fragment's own bytes first.
  for (let i = BYTES; i < abi.ENTRY_SIZE + BYTES; i++) {
    const difference = a[i % abi.ENTRY_SIZE]! - b[i % abi.ENTRY_SIZE]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Makes the slots lead to entries, of one slot the last one first.
 *
 * @param slots As the kernel reads them
 * @param from The first that nothing leads to
 * @param joints The number of the last joint of those before, 0: there is none
 * @returns That of the last joint
 */
export function linkEntries(
  entries: Uint8Array,
  slots: Uint32Array,
  multiplier: number,
  from = 0,
  joints = 0,
): number {
  const view = new DataView(entries.buffer, entries.byteOffset, entries.byteLength);
  let joint = joints;
  for (let at = from * abi.ENTRY_SIZE; at < entries.length; at += abi.ENTRY_SIZE) {
    const number = at / abi.ENTRY_SIZE + 1;
    if (entries[at + LENGTH] === 1) {
      view.setUint16(at + NEXT, joint, true);
      joint = number;
      continue;
    }
    const hashed = hashOf(entries, at, multiplier);
    const slot = 2 * (hashed >>> abi.SLOT_SHIFT);
    view.setUint16(at + NEXT, slots[slot]! & 0xffff, true);
    slots[slot] = (slots[slot]! & ~0xffff) | (0x10000 << ((hashed >>> abi.TAG_SHIFT) & 15)) | number;
    slots[slot + 1]! |= aroundBits(entries, at);
  }
  return joint;
}

/** A bit for each way of what the kernel looks at around a fragment: the case of its last byte but two, the byte behind it. */
function aroundBits(entries: Uint8Array, at: number): number {
  const [inside, insideCare] = [entries[at + BYTE_INSIDE]!, entries[at + BYTE_INSIDE + CARE]!];
  const [behind, behindCare] = [entries[at + BYTE_BEHIND]!, entries[at + BYTE_BEHIND + CARE]!];
  const cases = [0, 1].filter((bit) => (insideCare & 0x20) === 0 || (inside & 0x20) >> 5 === bit);
  let bits = 0;
  // Of the byte behind, the kernel looks at the low nibble.
  for (let low = 0; low < 16; low++) {
    if (((low ^ behind) & behindCare & 15) !== 0) continue;
    for (const bit of cases) bits |= 1 << (low | (bit << 4));
  }
  return bits;
}
