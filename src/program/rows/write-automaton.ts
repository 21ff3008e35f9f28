// Writes an automaton of rows as the kernel reads it.
import * as abi from "../../kernel/abi.ts";
import type { ByteWriter } from "../byte-writer.ts";
import type { Node } from "../pattern/pattern-node.ts";
import { LOOP_BYTES, loopOf } from "./loops.ts";
import { buildTagged, type TaggedAutomaton } from "./tagged-automaton.ts";

/** @param isNoneInWord Whether a match of the pattern of that number is none where a word goes on over its end */
export function writeTagged(
  writer: ByteWriter,
  patterns: readonly Node[],
  isNoneInWord: (pattern: number) => boolean = () => false,
): number {
  return writeAutomaton(writer, buildTagged(patterns), 0, isNoneInWord);
}

/** Writes the automaton; its layout is in the abi. A list is its length and the numbers of its rows, u16 each. */
export function writeAutomaton(
  writer: ByteWriter,
  automaton: TaggedAutomaton,
  first = 0,
  isNoneInWord: (pattern: number) => boolean = () => false,
): number {
  const { classes, classCount, transitions, accepts, reach } = automaton;
  const lists = new Blobs([0, 0]);
  const listOf = (tags: readonly number[]): number =>
    tags.length === 0
      ? 0
      : lists.addressOf([tags.length, ...tags.map((tag) => tag + first)].flatMap((n) => [n & 255, n >> 8])) /
        2;
  const hasSets = Math.max(...reach[1]!) < MOST_IN_SET;
  const sets = new Blobs(Array<number>(8).fill(0));
  const setNumber = (tags: readonly number[]): number =>
    tags.length === 0 ? 0 : hasSets ? sets.addressOf(bytesOfSet(tags)) / 8 : 1;
  const width = abi.TAGGED_ROW + classCount;
  const loops = new Blobs(Array<number>(LOOP_BYTES).fill(0));
  const loopNumber = (state: number, tags: readonly number[]): number =>
    tags.every(isNoneInWord) ? loops.addressOf(loopOf(automaton, state, tags.length > 0)) / LOOP_BYTES : 0;
  const rows = accepts.map(
    (tags, state) => [listOf(tags), setNumber(reach[state]!), loopNumber(state, tags)] as const,
  );
  const listAddress = writer.append(lists.bytes());
  const setAddress = writer.append(sets.bytes());
  const loopAddress = writer.append(loops.bytes(), LOOP_BYTES);
  const at = writer.reserve(abi.TAGGED_STATES + accepts.length * width * 2);
  writer.tell(at, "tagged");
  writer.u32(at, classCount);
  writer.u32(at + 4, listAddress);
  writer.u32(at + 8, setAddress);
  writer.u32(at + 12, loopAddress);
  classes.forEach((byteClass, byte) => {
    writer.u8(at + abi.TAGGED_CLASSES + byte, byteClass);
  });
  rows.forEach(([list, set, loop], state) => {
    const row = at + abi.TAGGED_STATES + state * width * 2;
    writer.u16(row, list);
    writer.u16(row + 2, set);
    writer.u16(row + 4, loop);
    for (let i = 0; i < classCount; i++)
      writer.u16(row + (abi.TAGGED_ROW + i) * 2, transitions[state * classCount + i]!);
  });
  return at;
}

/** A set has 64 bits, of which the first is free. */
export const MOST_IN_SET = 63;

export function bytesOfSet(tags: readonly number[]): number[] {
  const bytes = Array<number>(8).fill(0);
  for (const tag of tags) bytes[(tag + 1) >> 3]! |= 1 << ((tag + 1) & 7);
  return bytes;
}

/** Byte strings one after the other, each once. */
class Blobs {
  readonly #addresses = new Map<string, number>();
  readonly #bytes: number[];

  /** @param head Stands before all others */
  constructor(head: readonly number[]) {
    this.#bytes = [...head];
  }

  addressOf(blob: readonly number[]): number {
    const key = blob.join();
    const known = this.#addresses.get(key);
    if (known !== undefined) return known;
    const address = this.#bytes.length;
    this.#addresses.set(key, address);
    this.#bytes.push(...blob);
    return address;
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
