// Unpacks the entries of fragments, and makes the slots that lead to them: `src/program/image/entry-slots.ts`.
import { BIT_SHIFT, ENTRY_SIZE, SET_SHIFT, SLOT_SHIFT, TAG_SHIFT } from "../abi";
import {
  C_CARE,
  C_CARE_BYTE,
  C_CELL,
  C_CELL_IS_ABOVE,
  C_FARTHEST,
  C_IS_NEAR,
  C_LENGTH,
  C_NEAREST,
  C_RULE,
  C_STARTS,
  CARE_1,
  CARE_2,
  CARE_3,
  CARE_4,
  CARE_5,
} from "./contexts";
import { nextBit, nextBits, nextNumber } from "./decoder";
import { SLOT_STARTS } from "./memory";

const SLOTS: usize = 1 << (32 - SLOT_SHIFT);
const CELLS: u32 = 12;
/** The bytes of the fragment and those behind it come first, those in front of it last. */
const FIRST_CELL: u32 = 4;

const RULE: usize = 24;
const NEXT: usize = 26;
const NEAREST: usize = 28;
const FARTHEST: usize = 29;
const LENGTH: usize = 30;
const STARTS: usize = 31;

/**
 * Unpacks entries in the order of their rules, and puts them in that of their slots.
 *
 * @param sorted Room for as many
 */
export function unpackEntries(entries: usize, size: usize, multiplier: u32, sorted: usize): void {
  let above: usize = sorted + size;
  memory.fill(above, 0, ENTRY_SIZE);
  for (let at = sorted; at < sorted + size; at += ENTRY_SIZE) {
    unpackEntry(at, above);
    above = at;
  }
  memory.fill(SLOT_STARTS, 0, SLOTS << 2);
  for (let at = sorted; at < sorted + size; at += ENTRY_SIZE) {
    const slot = SLOT_STARTS + ((<usize>(hashOf(at, multiplier) >>> SLOT_SHIFT)) << 2);
    store<u32>(slot, load<u32>(slot) + 1);
  }
  let count: u32 = 0;
  for (let slot = SLOT_STARTS; slot < SLOT_STARTS + (SLOTS << 2); slot += 4) {
    const own = load<u32>(slot);
    store<u32>(slot, count);
    count += own;
  }
  for (let at = sorted; at < sorted + size; at += ENTRY_SIZE) {
    const slot = SLOT_STARTS + ((<usize>(hashOf(at, multiplier) >>> SLOT_SHIFT)) << 2);
    const index = load<u32>(slot);
    store<u32>(slot, index + 1);
    memory.copy(entries + <usize>index * ENTRY_SIZE, at, ENTRY_SIZE);
  }
}

function unpackEntry(at: usize, above: usize): void {
  const ahead = nextNumber(C_RULE);
  store<u16>(at + RULE, <u16>(load<u16>(above + RULE) + ahead));
  store<u16>(at + NEXT, 0);
  const isOther: u32 = ahead > 0 ? 1 : 0;
  let nearest: u32 = load<u8>(above + NEAREST);
  if (nextBit(C_IS_NEAR + isOther) == 0) nearest = nextNumber(C_NEAREST);
  store<u8>(at + NEAREST, <u8>nearest);
  store<u8>(at + FARTHEST, <u8>(nearest + nextNumber(C_FARTHEST)));
  store<u8>(at + LENGTH, <u8>nextBits(C_LENGTH + <u32>load<u8>(above + LENGTH) * 8, 3));
  store<u8>(at + STARTS, <u8>nextBit(C_STARTS + isOther * 2 + load<u8>(above + STARTS)));
  let isAbove: u32 = 0;
  let kind: u32 = 0;
  let letter: u32 = 0;
  for (let i: u32 = 0; i < CELLS; i++) {
    const cell = i < CELLS - FIRST_CELL ? i + FIRST_CELL : CELLS - 1 - i;
    const place: usize = ((cell >>> 2) << 3) + (cell & 3);
    isAbove = nextBit(C_CELL_IS_ABOVE + (cell * 2 + isAbove) * 2 + isOther);
    let byte: u32 = load<u8>(above + place);
    let care: u32 = load<u8>(above + place, 4);
    if (isAbove == 0) {
      kind = nextBits(C_CARE + kind * 8, 3);
      care = kind == 0 ? nextBits(C_CARE_BYTE, 8) : careOf(kind);
      const isOfFragment = cell >= FIRST_CELL && cell < FIRST_CELL + 4;
      byte = care != 0 || isOfFragment ? nextBits(C_CELL + letter * 256, 8) : 0;
    }
    store<u8>(at + place, <u8>byte);
    store<u8>(at + place, <u8>care, 4);
    letter = byte & 31;
  }
}

/** Returns what counts of a byte, by its number. */
function careOf(kind: u32): u32 {
  switch (kind) {
    case 1:
      return CARE_1;
    case 2:
      return CARE_2;
    case 3:
      return CARE_3;
    case 4:
      return CARE_4;
    default:
      return CARE_5;
  }
}

/** Returns the hash of an entry's fragment: its last bytes, of four, folded. */
function hashOf(entry: usize, multiplier: u32): u32 {
  const shift = (4 - <u32>load<u8>(entry + LENGTH)) << 3;
  return ((load<u32>(entry + 8) | 0x20202020) >>> shift) * multiplier;
}

/** Makes the slots lead to entries, of one slot the last one first. */
export function linkEntries(entries: usize, size: usize, slots: usize, multiplier: u32): void {
  let joint: u32 = 0;
  for (let at: usize = 0; at < size; at += ENTRY_SIZE) {
    const entry = entries + at;
    const number = <u32>(at / ENTRY_SIZE) + 1;
    if (load<u8>(entry + LENGTH) == 1) {
      store<u16>(entry + NEXT, <u16>joint);
      joint = number;
      continue;
    }
    const hashed = hashOf(entry, multiplier);
    const slot = slots + ((<usize>(hashed >>> SLOT_SHIFT)) << 3);
    const before = load<u32>(slot);
    store<u16>(entry + NEXT, <u16>before);
    store<u32>(slot, (before & 0xffff0000) | ((<u32>0x10000) << ((hashed >>> TAG_SHIFT) & 15)) | number);
    store<u32>(slot, load<u32>(slot, 4) | waysAround(entry), 4);
  }
}

/** Returns a bit for each way of what the kernel looks at around a fragment: the case of its last byte but two, the byte behind it. */
function waysAround(entry: usize): u32 {
  const inside: u32 = load<u8>(entry + 9);
  const isEither = (load<u8>(entry + 13) & 0x20) == 0;
  const behind: u32 = load<u8>(entry + 16);
  const care: u32 = load<u8>(entry + 20);
  let bits: u32 = 0;
  for (let low: u32 = 0; low < 16; low++) {
    if (((low ^ behind) & care & 15) != 0) continue;
    if (isEither || (inside & 0x20) == 0) bits |= (<u32>1) << low;
    if (isEither || (inside & 0x20) != 0) bits |= (<u32>1) << (low | 16);
  }
  return bits;
}

/** Adds the entries' fragments to the prefilter's set. */
export function addFragments(entries: usize, size: usize, set: usize, multiplier: u32): void {
  for (let entry = entries; entry < entries + size; entry += ENTRY_SIZE) {
    if (load<u8>(entry + LENGTH) == 1) continue;
    const hashed = hashOf(entry, multiplier);
    const at = set + ((<usize>(hashed >>> SET_SHIFT)) << 3);
    const bits = ((<u64>1) << (hashed & 63)) | ((<u64>1) << ((hashed >>> BIT_SHIFT) & 63));
    store<u64>(at, load<u64>(at) | bits);
  }
}
