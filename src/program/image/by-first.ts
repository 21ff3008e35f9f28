import * as abi from "../../kernel/abi.ts";
import { crossesLines, type DfaRecord, firstBytes } from "../automaton/dfa-record.ts";
import type { Compiled } from "./compile-shape.ts";

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

/** How lists are joined. */
interface Joining {
  /** Whether an entry stays that is there. */
  readonly isKept: (value: number) => boolean;
  /** Whether one that is added goes before one that is there. */
  readonly isBefore: (added: number, there: number) => boolean;
}

/** What {@link encodeLists} has written at `at`, with more entries; it runs once, so it goes by numbers. */
export function joinLists(
  program: Bytes,
  at: number,
  more: FirstLists,
  { isKept, isBefore }: Joining = { isKept: () => true, isBefore: () => false },
): Uint8Array<ArrayBuffer> {
  const heads = new DataView(program.slice(at, abi.FIRST_LISTS).buffer);
  const count = heads.getUint16(512, true);
  const entries = new Uint32Array(program.slice(at + abi.FIRST_LISTS, count * abi.FIRST_SIZE).buffer);
  const added = more.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(abi.FIRST_LISTS + (count + added) * abi.FIRST_SIZE);
  const joinedHeads = new DataView(bytes.buffer);
  const joined = new Uint32Array(bytes.buffer, abi.FIRST_LISTS);
  let [from, next] = [0, 0];
  const keep = (until: number): void => {
    for (; from < until; from++) {
      if (!isKept(entries[from * 2 + 1]!)) continue;
      joined[next * 2] = entries[from * 2]!;
      joined[next++ * 2 + 1] = entries[from * 2 + 1]!;
    }
  };
  for (let byte = 0; byte < 256; byte++) {
    joinedHeads.setUint16(byte * 2, next, true);
    const end = heads.getUint16(byte * 2 + 2, true);
    for (const { seconds, value } of more[byte]!) {
      let to = from;
      while (to < end && !isBefore(value, entries[to * 2 + 1]!)) to++;
      keep(to);
      joined[next * 2] = seconds;
      joined[next++ * 2 + 1] = value;
    }
    keep(end);
  }
  joinedHeads.setUint16(512, next, true);
  return bytes.slice(0, abi.FIRST_LISTS + next * abi.FIRST_SIZE);
}

/**
 * The rules by the bytes that their matches can start with, the farthest fragment first: all of them, those that go on
 * over a line end, those without a fragment.
 *
 * @param from The number of the first rule
 */
export function firstLists(
  compiled: readonly (Compiled | undefined)[],
  from = 0,
): Readonly<Record<"all" | "lines" | "slow", FirstLists>> {
  const shapes = compiled
    .flatMap((shape, i) => (shape === undefined ? [] : [{ ...shape, value: from + i }]))
    .sort((a, b) => b.fragmentEnd - a.fragmentEnd);
  return {
    all: listByFirst(shapes),
    lines: listByFirst(shapes.filter(({ dfa }) => crossesLines(dfa))),
    slow: listByFirst(shapes.filter(({ fragments }) => fragments === undefined)),
  };
}
