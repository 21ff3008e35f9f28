import { between, pick } from "../samples/random.ts";
import { bytesOf } from "./target.ts";

type Random = () => number;
type Mutation = (
  input: Uint8Array,
  random: Random,
  other: Uint8Array,
  words: readonly string[],
) => Uint8Array;

const joined = (...parts: readonly ArrayLike<number>[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
};

/** A range [start, end) of at least one byte, most of them short. */
function rangeOf(input: Uint8Array, random: Random): readonly [start: number, end: number] {
  const start = between(0, Math.max(0, input.length - 1), random);
  const most = random() < 0.7 ? 8 : input.length;
  return [start, Math.min(input.length, start + between(1, Math.max(1, most), random))];
}

const insert = (input: Uint8Array, at: number, bytes: ArrayLike<number>): Uint8Array =>
  joined(input.subarray(0, at), bytes, input.subarray(at));

const mutations: readonly Mutation[] = [
  function insertWord(input, random, _other, words) {
    return insert(input, between(0, input.length, random), bytesOf(pick(words, random)));
  },
  function replaceByWord(input, random, _other, words) {
    const [start, end] = rangeOf(input, random);
    return joined(input.subarray(0, start), bytesOf(pick(words, random)), input.subarray(end));
  },
  function appendWord(input, random, _other, words) {
    return joined(input, bytesOf(pick(words, random)));
  },
  function erase(input, random) {
    const [start, end] = rangeOf(input, random);
    return joined(input.subarray(0, start), input.subarray(end));
  },
  function repeat(input, random) {
    const [start, end] = rangeOf(input, random);
    const part = input.subarray(start, end);
    const times = random() < 0.9 ? 1 : between(2, 40, random);
    return insert(input, end, joined(...Array.from({ length: times }, () => part)));
  },
  function move(input, random) {
    const [start, end] = rangeOf(input, random);
    const rest = joined(input.subarray(0, start), input.subarray(end));
    return insert(rest, between(0, rest.length, random), input.subarray(start, end));
  },
  function changeByte(input, random) {
    const bytes = input.slice();
    if (bytes.length > 0) bytes[between(0, bytes.length - 1, random)] = between(0, 255, random);
    return bytes;
  },
  function flipBit(input, random) {
    const bytes = input.slice();
    if (bytes.length > 0) bytes[between(0, bytes.length - 1, random)]! ^= 1 << between(0, 7, random);
    return bytes;
  },
  function takeFromOther(input, random, other) {
    const [start, end] = rangeOf(other, random);
    return insert(input, between(0, input.length, random), other.subarray(start, end));
  },
  function crossOver(input, random, other) {
    const head = input.subarray(0, between(0, input.length, random));
    return joined(head, other.subarray(between(0, other.length, random)));
  },
];

/** One to some random changes of an input; `other` is one from which parts are taken. */
export function mutate(
  input: Uint8Array,
  other: Uint8Array,
  words: readonly string[],
  mostBytes: number,
  random: Random,
): Uint8Array {
  let bytes = input;
  for (let left = 1 + Math.floor(-Math.log2(1 - random())); left > 0; left--)
    bytes = pick(mutations, random)(bytes, random, other, words);
  return bytes.length > mostBytes ? bytes.slice(0, mostBytes) : bytes;
}

/** Leaves out what is not needed, as long as `holds`; tries at most some thousand times. */
export function shrink(input: Uint8Array, holds: (smaller: Uint8Array) => boolean): Uint8Array {
  let best = input;
  let trials = 3000;
  for (let size = best.length >> 1; size > 0; size >>= 1) {
    for (let start = 0; start < best.length && trials > 0; trials--) {
      const smaller = joined(best.subarray(0, start), best.subarray(start + size));
      if (holds(smaller)) best = smaller;
      else start += size;
    }
  }
  return best;
}
