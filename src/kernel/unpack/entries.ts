// Unpacks the entries of fragments.
import { ENTRY_SIZE } from "../abi";
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
import { NOTHING } from "./memory";

const CELLS: u32 = 12;
/** The bytes of the fragment and those after it come first, those in front of it last. */
const FIRST_CELL: u32 = 4;

const RULE: usize = 24;
const NEXT: usize = 26;
const NEAREST: usize = 28;
const FARTHEST: usize = 29;
const LENGTH: usize = 30;
const STARTS: usize = 31;

/** Unpacks entries, in the order of their rules. */
export function unpackEntries(entries: usize, size: usize): void {
  let above: usize = NOTHING;
  for (let at = entries; at < entries + size; at += ENTRY_SIZE) {
    unpackEntry(at, above);
    above = at;
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
