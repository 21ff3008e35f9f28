import * as abi from "../kernel/abi.ts";
import type { ByteWriter } from "./byte-writer.ts";
import type { Compiled } from "./compile-shape.ts";
import type { Fragment } from "./fragments.ts";
import type { NameEnds } from "./key-names.ts";
import { buildNibbleTables } from "./nibble-tables.ts";

/** Writes what the kernel stops at: byte classes, fragments with their rules, and the ends of sensitive names. */
export function writePrefilter(
  writer: ByteWriter,
  compiled: readonly (Compiled | undefined)[],
  nameEnds: NameEnds,
): void {
  writer.u32(abi.P_CLASSES, writer.append(byteClassTables(), 16));
  const windows = new Set(
    compiled.flatMap((shape) => shape?.fragments ?? []).flatMap(({ window }) => (window ? [window] : [])),
  );
  if (windows.size > 0) writer.u32(abi.P_TABLES, writer.append(buildNibbleTables([...windows]), 16));
  const set = newSet();
  const sure = newSet();
  for (const end of nameEnds.short) addShortEnd(set, end);
  for (const end of nameEnds.sure) addEnd(sure, end);
  writeFragments(writer, compiled, set);
  writer.u32(abi.P_SET, writer.append(bytesOf(set), 8));
  writer.u32(abi.P_KEY_SET, writer.append(bytesOf(sure), 8));
}

/** From a fragment to the rules that have it: bits in the set, a slot table and chains of entries. */
function writeFragments(
  writer: ByteWriter,
  compiled: readonly (Compiled | undefined)[],
  set: Uint32Array,
): void {
  const entries: { fragment: Fragment; rule: number }[] = compiled.flatMap((shape, rule) =>
    (shape?.fragments ?? []).map((fragment) => ({ fragment, rule })),
  );
  const start = writer.reserve(entries.length * abi.ENTRY_SIZE);
  const slots = new Uint16Array(1 << (32 - abi.SLOT_SHIFT));
  entries.forEach(({ fragment: { bytes, cares, nearest, farthest }, rule }, i) => {
    const folded = pack(bytes.map(fold));
    const slot = hash(folded) >>> abi.SLOT_SHIFT;
    addToSet(set, folded);
    const at = start + i * abi.ENTRY_SIZE;
    writer.u32(at, pack(bytes));
    writer.u32(at + 4, pack(cares));
    writer.u16(at + 8, rule);
    writer.u16(at + 10, slots[slot]!);
    writer.u16(at + 12, nearest);
    writer.u16(at + 14, farthest);
    slots[slot] = i + 1;
  });
  writer.u32(abi.P_ENTRIES, start);
  writer.u32(abi.P_ENTRY_COUNT, entries.length);
  writer.u32(abi.P_SLOTS, writer.append(bytesOf(slots), 4));
}

/** The last four characters of a name, three of one of two letters; in front of fewer, anything may stand. */
function addShortEnd(set: Uint32Array, end: string): void {
  const bytes = [...end].map((c) => fold(c.charCodeAt(0)));
  const before = bytes.length < 4 ? ANY : [[]];
  for (const byte of before) addToSet(set, pack([byte, bytes].flat()));
}

/** The end of a name, folded; of six bytes the first two are folded into the others. */
function addEnd(set: Uint32Array, end: string): void {
  const bytes = [...end].map((c) => fold(c.charCodeAt(0)));
  if (bytes.length === 2) {
    for (const first of ANY) addToSet(set, pack([first, ...bytes]));
  } else if (bytes.length === 6) {
    addToSet(set, (pack(bytes.slice(2)) ^ Math.imul(pack(bytes.slice(0, 2)), abi.HASH)) >>> 0);
  } else {
    addToSet(set, pack(bytes));
  }
}

/** Every byte, folded. */
const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte & 0x20);

/** The fragments of a program by the numbers of their rules; none of them may be in the nibble tables. */
export function readFragments(program: Uint8Array): ReadonlyMap<number, readonly Fragment[]> {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  const start = view.getUint32(abi.P_ENTRIES, true);
  const byRule = new Map<number, Fragment[]>();
  for (let i = 0; i < view.getUint32(abi.P_ENTRY_COUNT, true); i++) {
    const at = start + i * abi.ENTRY_SIZE;
    const width = view.getUint8(at + 7) === 0 ? 3 : 4;
    const rule = view.getUint16(at + 8, true);
    const fragments = byRule.get(rule) ?? [];
    byRule.set(rule, fragments);
    fragments.push({
      bytes: [...program.subarray(at, at + width)],
      cares: [...program.subarray(at + 4, at + 4 + width)],
      nearest: view.getUint16(at + 12, true),
      farthest: view.getUint16(at + 14, true),
    });
  }
  return byRule;
}

function fold(byte: number): number {
  return byte | 0x20;
}

/**
 * Class bits by low and high nibble; a byte has a class where both nibbles allow it: digits 1, letters 2
 * and 4, "_" and "~" (with "^") 8, "-" and "$" 16, "." 32, "." and ":" (with "*" and ">") 64, "+", "/" and
 * "=" (with ",", ";", "?" and "-") 128.
 */
function byteClassTables(): Uint8Array {
  const tables = new Uint8Array(32);
  const allow = (bit: number, high: readonly number[], low: readonly number[]) => {
    for (const nibble of low) tables[nibble]! |= bit;
    for (const nibble of high) tables[16 + nibble]! |= bit;
  };
  allow(1, [3], range(0, 9));
  allow(2, [4, 6], range(1, 15));
  allow(4, [5, 7], range(0, 10));
  allow(8, [5, 7], [14, 15]);
  allow(16, [2], [4, 13]);
  allow(32, [2], [14]);
  allow(64, [2, 3], [10, 14]);
  allow(128, [2, 3], [11, 13, 15]);
  return tables;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function pack(bytes: readonly number[]): number {
  return bytes.reduce((word, byte, i) => word + byte * 2 ** (8 * i), 0);
}

function hash(fragment: number): number {
  return Math.imul(fragment, abi.HASH) >>> 0;
}

function newSet(): Uint32Array {
  return new Uint32Array(2 << (32 - abi.SET_SHIFT));
}

function addToSet(set: Uint32Array, fragment: number): void {
  const h = hash(fragment);
  for (const bit of [h & 63, (h >>> abi.BIT_SHIFT) & 63]) {
    set[(h >>> abi.SET_SHIFT) * 2 + (bit >> 5)]! |= 1 << (bit & 31);
  }
}

/** WebAssembly is little endian, and so is every machine that runs it. */
function bytesOf(words: Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(words.buffer);
}
