import * as abi from "../../kernel/abi.ts";
import { type DfaRecord, firstBytes } from "../automaton/dfa-record.ts";

/** What can start with a byte: the bytes that can follow it as a set, and the value. */
interface First {
  readonly seconds: number;
  readonly value: number;
}

/** For each byte, what can start with it, in its order. */
export type FirstLists = readonly (readonly First[])[];

/** For each byte, the values of the DFAs that can start with it, in their order, and with which bytes behind it. */
export function listByFirst(
  patterns: readonly { readonly dfa: DfaRecord; readonly value: number }[],
): FirstLists {
  const lists: First[][] = Array.from({ length: 256 }, () => []);
  for (const { dfa, value } of patterns) {
    for (const [byte, seconds] of firstBytes(dfa)) lists[byte]!.push({ value, seconds });
  }
  return lists;
}

/** The lists as the kernel reads them. */
export function encodeLists(lists: FirstLists): Uint8Array<ArrayBuffer> {
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(abi.FIRST_LISTS + count * abi.FIRST_SIZE);
  const view = new DataView(bytes.buffer);
  let next = 0;
  lists.forEach((list, byte) => {
    view.setUint16(byte * 2, next, true);
    for (const { value, seconds } of list) {
      const entry = abi.FIRST_LISTS + next++ * abi.FIRST_SIZE;
      view.setUint32(entry, seconds, true);
      view.setUint32(entry + 4, value, true);
    }
  });
  view.setUint16(512, next, true);
  return bytes;
}

/** Gives copies of a program's bytes [at, at + size). */
interface Bytes {
  slice(at: number, size: number): Uint8Array<ArrayBuffer>;
}

/** What {@link encodeLists} has written at `at`. */
export function readLists(program: Bytes, at: number): FirstLists {
  const head = new DataView(program.slice(at, abi.FIRST_LISTS).buffer);
  const size = abi.FIRST_LISTS + head.getUint16(512, true) * abi.FIRST_SIZE;
  const view = new DataView(program.slice(at, size).buffer);
  return Array.from({ length: 256 }, (_, byte) => {
    const [from, to] = [view.getUint16(byte * 2, true), view.getUint16(byte * 2 + 2, true)];
    return Array.from({ length: to - from }, (_, i) => {
      const entry = abi.FIRST_LISTS + (from + i) * abi.FIRST_SIZE;
      return { seconds: view.getUint32(entry, true), value: view.getUint32(entry + 4, true) };
    });
  });
}
