// What leads to the entries of fragments. It follows from their bytes, so no image that is packed holds it: the host calls
// `link` once a program lies in the memory, or another one's changes do.
import {
  BIT_SHIFT,
  ENTRY_NEXT,
  ENTRY_SIZE,
  LINKED,
  P_ENTRIES,
  P_ENTRY_COUNT,
  P_HASH,
  P_LINKED,
  P_SET,
  P_SLOTS,
  PROGRAM,
  SET_SHIFT,
  SLOT_COUNT,
  SLOT_SHIFT,
  SORTED,
  TAG_SHIFT,
} from "../abi";
import { HYPHEN, UNDERSCORE } from "../reading/chars";
import { word } from "../reading/program-view";

/** Of an entry: four bytes that end with the fragment, the one after it, and which bits of a byte count. */
const FRAGMENT: usize = 8;
const INSIDE: usize = 9;
const BEHIND: usize = 16;
const CARE: usize = 4;
const NEXT: usize = ENTRY_NEXT;
const FARTHEST: usize = 29;
const LENGTH: usize = 30;

/** No joint but a tag's is so near to a match's start, and a "-" or "_"; see `program/fragments/places.ts`. */
const TAG_MOST: u32 = 12;
const LAST: usize = FRAGMENT + 3;

/** Makes a program ready that was written to the memory, or the changes of one. */
export function link(): void {
  if (word(P_LINKED) != LINKED) linkEntries(word(P_LINKED) == SORTED);
}

/**
 * Sorts the entries by their slots, makes these lead to them, of one slot the last one first, and adds their fragments to
 * the set. Those of a slot stand together: fifty end in "auth", and each would be a line of the cache of its own. To do it
 * again changes nothing.
 *
 * @param isSorted They are in their order already
 */
function linkEntries(isSorted: bool): void {
  const entries: usize = PROGRAM + word(P_ENTRIES);
  const slots: usize = PROGRAM + word(P_SLOTS);
  if (!isSorted) sortEntries(entries, slots);
  const joints = jointsOf(slots);
  memory.fill(slots, 0, joints + 8 - slots);
  const count = word(P_ENTRY_COUNT);
  for (let number: u32 = 1; number <= count; number++) {
    const entry = entries + <usize>(number - 1) * ENTRY_SIZE;
    if (load<u8>(entry + LENGTH) == 1) {
      const chain = isTag(entry) ? joints + 4 : joints;
      store<u16>(entry + NEXT, <u16>load<u32>(chain));
      store<u32>(chain, number);
      continue;
    }
    const hashed = hashOf(entry);
    const slot = slotOf(slots, hashed);
    const before = load<u32>(slot);
    store<u16>(entry + NEXT, <u16>before);
    store<u32>(slot, (before & 0xffff0000) | ((<u32>0x10000) << ((hashed >>> TAG_SHIFT) & 15)) | number);
    store<u32>(slot, load<u32>(slot, 4) | waysAround(entry), 4);
    addToSet(hashed);
  }
}

/** The number of the first entry of a joint, a chain; 0: there are none. */
export function firstJoint(): u32 {
  return load<u32>(jointsOf(PROGRAM + word(P_SLOTS)));
}

/** The same of a joint after a token's first word. */
export function firstTag(): u32 {
  return load<u32>(jointsOf(PROGRAM + word(P_SLOTS)), 4);
}

// @inline
function isTag(entry: usize): bool {
  const c = <u32>load<u8>(entry + LAST);
  return <u32>load<u8>(entry + FARTHEST) <= TAG_MOST && (c == HYPHEN || c == UNDERSCORE);
}

/** Both stand after the slots. */
// @inline
function jointsOf(slots: usize): usize {
  return slots + ((<usize>SLOT_COUNT) << 3);
}

/** Those of a slot stay in their order. The slots count them meanwhile, and NEXT says where an entry belongs. */
function sortEntries(entries: usize, slots: usize): void {
  const end = entries + <usize>word(P_ENTRY_COUNT) * ENTRY_SIZE;
  memory.fill(slots, 0, jointsOf(slots) - slots);
  for (let entry = entries; entry < end; entry += ENTRY_SIZE) {
    const slot = slotOf(slots, hashOf(entry));
    store<u32>(slot, load<u32>(slot) + 1);
  }
  let count: u32 = 0;
  for (let slot = slots; slot < jointsOf(slots); slot += 8) {
    const own = load<u32>(slot);
    store<u32>(slot, count);
    count += own;
  }
  for (let entry = entries; entry < end; entry += ENTRY_SIZE) {
    const slot = slotOf(slots, hashOf(entry));
    const index = load<u32>(slot);
    store<u32>(slot, index + 1);
    store<u16>(entry + NEXT, <u16>index);
  }
  for (let entry = entries; entry < end; entry += ENTRY_SIZE) {
    // Each turn brings another entry to where it belongs.
    for (let to = destinationOf(entry, entries); to != entry; to = destinationOf(entry, entries))
      swap(entry, to);
  }
}

// @inline
function destinationOf(entry: usize, entries: usize): usize {
  return entries + <usize>load<u16>(entry + NEXT) * ENTRY_SIZE;
}

function swap(a: usize, b: usize): void {
  for (let i: usize = 0; i < <usize>ENTRY_SIZE; i += 16) {
    const held = v128.load(a + i);
    v128.store(a + i, v128.load(b + i));
    v128.store(b + i, held);
  }
}

// @inline
function slotOf(slots: usize, hashed: u32): usize {
  return slots + ((<usize>(hashed >>> SLOT_SHIFT)) << 3);
}

/** Returns the hash of an entry's fragment: its last bytes, of four, folded. */
function hashOf(entry: usize): u32 {
  const shift = (4 - <u32>load<u8>(entry + LENGTH)) << 3;
  return ((load<u32>(entry + FRAGMENT) | 0x20202020) >>> shift) * word(P_HASH);
}

/** Returns a bit for each way of what is looked at around a fragment: the case of its last byte but two, the byte after it. */
function waysAround(entry: usize): u32 {
  const inside: u32 = load<u8>(entry + INSIDE);
  const isEither = (load<u8>(entry + INSIDE + CARE) & 0x20) == 0;
  const behind: u32 = load<u8>(entry + BEHIND);
  const care: u32 = load<u8>(entry + BEHIND + CARE);
  const bits = lowsOf(behind, care);
  if (isEither) return bits | (bits << 16);
  return (inside & 0x20) == 0 ? bits : bits << 16;
}

/** Returns a bit for each low half that a byte can have of which `care` counts. */
function lowsOf(byte: u32, care: u32): u32 {
  // Most often all of it counts or nothing.
  if ((care & 15) == 0) return 0xffff;
  if ((care & 15) == 15) return (<u32>1) << (byte & 15);
  let bits: u32 = 0;
  for (let low: u32 = 0; low < 16; low++) if (((low ^ byte) & care & 15) == 0) bits |= (<u32>1) << low;
  return bits;
}

function addToSet(hashed: u32): void {
  const at: usize = PROGRAM + word(P_SET) + ((<usize>(hashed >>> SET_SHIFT)) << 3);
  const bits = ((<u64>1) << (hashed & 63)) | ((<u64>1) << ((hashed >>> BIT_SHIFT) & 63));
  store<u64>(at, load<u64>(at) | bits);
}
