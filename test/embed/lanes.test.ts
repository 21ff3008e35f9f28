import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { compileAssembly } from "../../build/assembly.js";

type Lanes = Record<string, (...args: (bigint | number)[]) => bigint | number>;

let lanes: Lanes;
beforeAll(async () => {
  const src = fileURLToPath(new URL("../../src", import.meta.url));
  const args = [join("embed", "scalar", "lanes.ts"), "--runtime", "stub", "--optimizeLevel", "1"];
  const wasm = new Uint8Array(await compileAssembly(args, src));
  lanes = new WebAssembly.Instance(new WebAssembly.Module(wasm), {}).exports as unknown as Lanes;
});

/** Bytes that are near to what matters, in every pair of places. */
const BYTES = [0, 1, 2, 0x7e, 0x7f, 0x80, 0x81, 0xfe, 0xff];
const halves = BYTES.flatMap((a, i) =>
  BYTES.map((b, k) =>
    Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? a : at === 3 ? b : BYTES[(i + k + at) % 9]!)),
  ),
);
const half = (bytes: readonly number[]): bigint =>
  BigInt.asIntN(
    64,
    bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte & 255), 0n),
  );
const words = (bytes: readonly number[]): number[] =>
  [0, 2, 4, 6].map((i) => bytes[i]! | (bytes[i + 1]! << 8));
const bytesOf = (values: readonly number[]): number[] =>
  values.flatMap((word) => [word & 255, (word >> 8) & 255]);

test.each<[string, (a: number, b: number) => number]>([
  ["lane_eq8", (a, b) => (a === b ? 255 : 0)],
  ["lane_ne8", (a, b) => (a !== b ? 255 : 0)],
  ["lane_lt8", (a, b) => (a < b ? 255 : 0)],
  ["lane_gt8", (a, b) => (a > b ? 255 : 0)],
  ["lane_add8", (a, b) => Math.min(255, a + b)],
  ["lane_sub8", (a, b) => a - b],
])("%s does with all bytes what it does with each", (name, one) => {
  for (const a of halves)
    for (const b of halves)
      expect(lanes[name]!(half(a), half(b)), `${a} ${b}`).toBe(half(a.map((byte, i) => one(byte, b[i]!))));
});

test("words", () => {
  for (const a of halves) {
    for (const b of halves.slice(0, 20)) {
      const expected = words(a).map((word, i) => (word === words(b)[i] ? 0xffff : 0));
      expect(lanes.lane_eq16!(half(a), half(b))).toBe(half(bytesOf(expected)));
    }
    for (let by = 0; by < 16; by++) {
      expect(lanes.lane_shl16!(half(a), by)).toBe(
        half(bytesOf(words(a).map((word) => (word << by) & 0xffff))),
      );
      expect(lanes.lane_shr16!(half(a), by)).toBe(half(bytesOf(words(a).map((word) => word >> by))));
    }
    expect(lanes.lane_bits16!(half(a))).toBe(words(a).reduce((sum, word, i) => sum | ((word >> 15) << i), 0));
    expect(lanes.lane_splat16!(words(a)[0]!)).toBe(half(bytesOf(Array(4).fill(words(a)[0]))));
  }
});

const longs = (bytes: readonly number[]): number[] =>
  [0, 4].map((i) => bytes.slice(i, i + 4).reduceRight((sum, byte) => sum * 256 + byte, 0));

test("words of four bytes, and halves", () => {
  const mask = (isEqual: boolean | undefined) => Array<number>(4).fill(isEqual ? 255 : 0);
  for (const a of halves) {
    for (const b of [...halves.slice(0, 20), [...a.slice(0, 4), 1, 2, 3, 4], [1, 2, 3, 4, ...a.slice(4)], a])
      expect(lanes.lane_eq32!(half(a), half(b))).toBe(
        half(longs(a).flatMap((long, i) => mask(long === longs(b)[i]))),
      );
    expect(lanes.lane_bits32!(half(a))).toBe((a[3]! >> 7) | ((a[7]! >> 7) << 1));
    expect(lanes.lane_bits64!(half(a))).toBe(a[7]! >> 7);
    expect(lanes.lane_splat32!(longs(a)[0]!)).toBe(half([...a.slice(0, 4), ...a.slice(0, 4)]));
  }
});

test("bits, places and tables", () => {
  for (const a of halves) {
    expect(lanes.lane_bits8!(half(a))).toBe(a.reduce((sum, byte, i) => sum | ((byte >> 7) << i), 0));
    expect(lanes.lane_all8!(half(a))).toBe(a.includes(0) ? 0 : 1);
    for (let at = 0; at < 8; at++)
      expect(lanes.lane_put8!(half(a), 0x1a5, at)).toBe(half(a.map((byte, i) => (i === at ? 0xa5 : byte))));
    const table = [...a, ...a.map((byte) => byte ^ 0x55)];
    for (const numbers of [
      [0, 1, 2, 3, 4, 5, 6, 7],
      [8, 9, 10, 11, 12, 13, 14, 15],
      [15, 0, 16, 7, 128, 8, 255, 3],
    ])
      expect(lanes.lane_pick8!(half(table.slice(0, 8)), half(table.slice(8)), half(numbers))).toBe(
        half(numbers.map((number) => table[number] ?? 0)),
      );
  }
});
