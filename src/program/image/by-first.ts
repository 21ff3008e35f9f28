import * as abi from "../../kernel/abi.ts";
import type { Starts } from "../automaton/dfa-record.ts";
import type { Compiled } from "./compile-shape.ts";

/** By first byte: of each entry the bytes that can follow, as a set, and its value. Sparse: most bytes start nothing. */
export type FirstLists = readonly (readonly number[])[];

/** Of how many bytes there are lists. */
const BYTES = 256;

/** For each byte, the values of the DFAs that can start with it, in their order, and with which bytes after it. */
export function listByFirst(
  patterns: readonly { readonly starts: Starts; readonly value: number }[],
): FirstLists {
  const lists: number[][] = [];
  for (const { starts, value } of patterns) {
    for (const [from, end, seconds] of starts) {
      for (let byte = from; byte < end; byte++) {
        const list = lists[byte] ?? [];
        list.push(seconds, value);
        lists[byte] = list;
      }
    }
  }
  return lists;
}

/** The lists as the kernel reads them. */
export function encodeLists(lists: FirstLists): Uint8Array<ArrayBuffer> {
  return join(new Uint16Array(BYTES + 1), new Uint32Array(0), lists);
}

/** Gives copies of a program's bytes [at, at + size). */
interface Bytes {
  slice(at: number, size: number): Uint8Array<ArrayBuffer>;
}

/** How lists of rules are joined. */
export interface Joining {
  /** Records of all rules: entries are in the descending order of their farthest fragments' ends. */
  readonly records: Uint16Array;
  /** Rules whose entries are left out, and those whose entries stay. */
  readonly off: readonly number[];
  readonly kept: readonly number[];
}

/**
 * What {@link encodeLists} has written at `at`, with more entries, which come after those that are there, or with
 * `joining` where their order is. It runs once in a process, so it moves bytes in pieces: in a loop over all entries, the
 * engine would compile it first, which takes 2 ms of CPU and 4 MB.
 */
export function joinLists(
  program: Bytes,
  at: number,
  more: FirstLists,
  joining?: Joining,
): Uint8Array<ArrayBuffer> {
  const heads = new Uint16Array(program.slice(at, abi.FIRST_LISTS).buffer, 0, BYTES + 1);
  const size = heads[BYTES]! * abi.FIRST_SIZE;
  const all = new Uint32Array(program.slice(at + abi.FIRST_LISTS, size).buffer);
  const entries = joining === undefined || joining.off.length === 0 ? all : withoutOff(heads, all, joining);
  return join(heads, entries, more, joining?.records);
}

function join(
  heads: Uint16Array,
  entries: Uint32Array,
  more: FirstLists,
  records?: Uint16Array,
): Uint8Array<ArrayBuffer> {
  const words = more.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(abi.FIRST_LISTS + entries.byteLength + words * 4);
  const joinedHeads = new Uint16Array(bytes.buffer, 0, BYTES + 1);
  const joined = new Uint32Array(bytes.buffer, abi.FIRST_LISTS);
  let [from, next] = [0, 0];
  const keep = (to: number): void => {
    joined.set(entries.subarray(from * 2, to * 2), next * 2);
    next += to - from;
    from = to;
  };
  const add = (pairs: readonly number[]): void => {
    joined.set(pairs, next * 2);
    next += pairs.length / 2;
  };
  for (let byte = 0; byte < BYTES; byte++) {
    joinedHeads[byte] = heads[byte]! + (next - from);
    const list = more[byte];
    if (list === undefined) continue;
    let i = 0;
    if (records !== undefined) {
      // What has no fragment is last.
      for (; i < list.length && orderOf(records, list[i + 1]!) > 0; i += 2) {
        const order = orderOf(records, list[i + 1]!);
        keep(placeOf(order, entries, Math.max(from, heads[byte]!), heads[byte + 1]!, records));
        add(list.slice(i, i + 2));
      }
    }
    if (i === list.length) continue;
    keep(heads[byte + 1]!);
    add(list.slice(i));
  }
  joinedHeads[BYTES] = heads[BYTES]! + (next - from);
  keep(heads[BYTES]!);
  return bytes;
}

function orderOf(records: Uint16Array, rule: number): number {
  return records[(rule * abi.RULE_SIZE + abi.R_FRAGMENT_END) / 2]!;
}

/** Where what has this order goes among entries [from, end): in front of the first that has a lower one. */
function placeOf(
  order: number,
  entries: Uint32Array,
  from: number,
  end: number,
  records: Uint16Array,
): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (orderOf(records, entries[middle * 2 + 1]!) < order) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The entries but those of rules that are off; `heads` are changed to what they are then. */
function withoutOff(heads: Uint16Array, entries: Uint32Array, { off, kept }: Joining): Uint32Array {
  const isFewer = off.length <= kept.length;
  const ends = isFewer
    ? turns(indexesOf(entries, off), [])
    : // Before what stays, nothing does.
      turns(indexesOf(entries, kept), [0]);
  let [from, next, byte] = [0, 0, 0];
  let isOff = false;
  for (const to of [...ends, entries.length / 2]) {
    for (; byte <= BYTES && heads[byte]! <= to; byte++)
      heads[byte] = next + (isOff ? 0 : heads[byte]! - from);
    if (!isOff) {
      entries.copyWithin(next * 2, from * 2, to * 2);
      next += to - from;
    }
    from = to;
    isOff = !isOff;
  }
  return entries.subarray(0, next * 2);
}

/** Where entries of these rules stand. */
function indexesOf(entries: Uint32Array, rules: readonly number[]): Uint32Array {
  const found: number[] = [];
  for (const rule of rules) {
    for (let at = entries.indexOf(rule); at >= 0; at = entries.indexOf(rule, at + 1))
      if ((at & 1) === 1) found.push(at >> 1);
  }
  return Uint32Array.from(found).sort();
}

/** Where runs of `indexes` begin and end, in turn, after the `first` ends. */
function turns(indexes: Uint32Array, first: number[]): readonly number[] {
  for (const index of indexes) {
    if (first.at(-1) === index) first.pop();
    else first.push(index);
    first.push(index + 1);
  }
  return first;
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
    .flatMap((shape, i) =>
      shape === undefined ? [] : [{ shape, starts: shape.facts.starts, value: from + i }],
    )
    .sort((a, b) => b.shape.fragmentEnd - a.shape.fragmentEnd);
  return {
    all: listByFirst(shapes),
    lines: listByFirst(shapes.filter(({ shape }) => shape.facts.crossesLines)),
    slow: listByFirst(shapes.filter(({ shape }) => shape.fragments === undefined)),
  };
}
