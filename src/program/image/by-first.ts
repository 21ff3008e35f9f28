import * as abi from "../../kernel/abi.ts";
import { type DfaRecord, firstBytes } from "../automaton/dfa-record.ts";
import type { ByteWriter } from "../byte-writer.ts";

/** For each byte, the values of the DFAs that can start with it, in their order, and with which bytes behind it. */
export function writeByFirst(
  writer: ByteWriter,
  patterns: readonly { readonly dfa: DfaRecord; readonly value: number }[],
): number {
  const lists: { value: number; seconds: number }[][] = Array.from({ length: 256 }, () => []);
  for (const { dfa, value } of patterns) {
    for (const [byte, seconds] of firstBytes(dfa)) lists[byte]!.push({ value, seconds });
  }
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  const at = writer.reserve(abi.FIRST_LISTS + count * abi.FIRST_SIZE);
  let next = 0;
  lists.forEach((list, byte) => {
    writer.u16(at + byte * 2, next);
    for (const { value, seconds } of list) {
      const entry = at + abi.FIRST_LISTS + next++ * abi.FIRST_SIZE;
      writer.u32(entry, seconds);
      writer.u32(entry + 4, value);
    }
  });
  writer.u16(at + 512, next);
  return at;
}
