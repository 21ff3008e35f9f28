// Packs the entries of fragments, which are in the order of their rules, in which neighbours are alike.
import { ENTRY_SIZE } from "../../src/kernel/abi.ts";
import * as is from "../../src/kernel/unpack/contexts.ts";
import type { Coder } from "./encoder.ts";

/** The bytes of the fragment and those after it first, those in front of it last. */
const CELLS: readonly number[] = [4, 5, 6, 7, 8, 9, 10, 11, 3, 2, 1, 0];

const CARES: readonly number[] = [is.CARE_1, is.CARE_2, is.CARE_3, is.CARE_4, is.CARE_5];

export function packEntries(coder: Coder, entries: Uint8Array): void {
  let above: Uint8Array = new Uint8Array(ENTRY_SIZE);
  for (let at = 0; at < entries.length; at += ENTRY_SIZE) {
    const entry = entries.subarray(at, at + ENTRY_SIZE);
    packEntry(coder, entry, above);
    above = entry;
  }
}

function packEntry(coder: Coder, entry: Uint8Array, above: Uint8Array): void {
  const rule = (entry: Uint8Array) => entry[24]! | (entry[25]! << 8);
  const ahead = rule(entry) - rule(above);
  coder.number(is.C_RULE, ahead);
  const isOther = Number(ahead > 0);
  const [nearest, farthest, length, starts] = entry.subarray(28);
  if (!coder.bit(is.C_IS_NEAR + isOther, nearest === above[28])) coder.number(is.C_NEAREST, nearest!);
  coder.number(is.C_FARTHEST, farthest! - nearest!);
  coder.bits(is.C_LENGTH + above[30]! * 8, length!, 3);
  coder.bit(is.C_STARTS + isOther * 2 + above[31]!, starts === 1);
  let isAbove = false;
  let [kind, letter] = [0, 0];
  for (const cell of CELLS) {
    const at = (cell >> 2) * 8 + (cell & 3);
    const [byte, care] = [entry[at]!, entry[at + 4]!];
    const isSame = byte === above[at] && care === above[at + 4];
    isAbove = coder.bit(is.C_CELL_IS_ABOVE + (cell * 2 + Number(isAbove)) * 2 + isOther, isSame);
    if (!isAbove) {
      const own = CARES.indexOf(care) + 1;
      coder.bits(is.C_CARE + kind * 8, own, 3);
      if (own === 0) coder.bits(is.C_CARE_BYTE, care, 8);
      kind = own;
      const isOfFragment = cell >= 4 && cell < 8;
      if (care !== 0 || isOfFragment) coder.bits(is.C_CELL + letter * 256, byte, 8);
    }
    letter = byte & 31;
  }
}
