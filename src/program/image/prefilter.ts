import * as abi from "../../kernel/abi.ts";
import type { ByteWriter } from "../byte-writer.ts";
import type { Fragment } from "../fragments/choose-fragments.ts";
import { buildNibbleTables } from "../fragments/nibble-tables.ts";
import { commonEnds, commonGrams } from "../fragments/rarity.ts";
import type { Compiled } from "./compile-shape.ts";
import type { NameEnds } from "./key-names.ts";

/** Writes what the kernel stops at: byte classes, fragments with their rules, and the ends of sensitive names. */
export function writePrefilter(
  writer: ByteWriter,
  compiled: readonly (Compiled | undefined)[],
  nameEnds: NameEnds,
  tries: number,
): void {
  writer.u32(abi.P_CLASSES, writer.append(byteClassTables(), 16));
  const windows = new Set(
    compiled.flatMap((shape) => shape?.fragments ?? []).flatMap(({ window }) => (window ? [window] : [])),
  );
  if (windows.size > 0) writer.u32(abi.P_TABLES, writer.append(buildNibbleTables([...windows]), 16));
  const fragments = compiled
    .flatMap((shape) => shape?.fragments ?? [])
    .filter(({ bytes }) => bytes.length > 1)
    .map(({ bytes }) => pack(bytes.map(fold)));
  const looked = new Set([
    ...fragments,
    ...nameEnds.short.flatMap(shortEnds),
    ...nameEnds.inner.map((end) => pack([...end.slice(-3)].map((c) => fold(c.charCodeAt(0))))),
  ]);
  const sure = new Set(nameEnds.sure.flatMap(sureEnds));
  const multiplier = chooseMultiplier(looked, sure, tries);
  writer.u32(abi.P_HASH, multiplier);
  writeFragments(writer, compiled, multiplier);
  writer.u32(abi.P_SET, writer.append(bytesOf(setOf(looked, multiplier)), 8));
  writer.u32(abi.P_HEAD_SET, writer.append(bytesOf(setOf(nameEnds.inner.flatMap(shortEnds), multiplier)), 8));
  writer.u32(abi.P_KEY_SET, writer.append(bytesOf(setOf(sure, multiplier)), 8));
}

/**
 * The multiplier with which the fewest parts of common words collide with a fragment: "host", in every line of a
 * log, is a stop as expensive as a fragment.
 */
function chooseMultiplier(
  fragments: ReadonlySet<number>,
  nameEnds: ReadonlySet<number>,
  tries: number,
): number {
  const common = commonGrams.map((gram) => pack(gram)).filter((gram) => !fragments.has(gram));
  const ends = commonEnds
    .map((end) => [sureEnd(end), pack(end.slice(2)), pack(end.slice(3))])
    .filter((looked) => !fragments.has(looked[1]!) && !looked.some((end) => nameEnds.has(end)));
  let best = { multiplier: abi.HASH, collisions: Number.POSITIVE_INFINITY };
  for (let i = 0; i < tries; i++) {
    const multiplier = (abi.HASH + 2 * Math.imul(i, 0x45d9f3b)) >>> 0;
    const set = setOf(fragments, multiplier);
    const names = setOf(nameEnds, multiplier);
    // Places are mostly at ends of words, and a walk through the trie of names takes as long as some fragments.
    const collisions = ends.reduce(
      (sum, [six, four, three]) => {
        if (!isInSet(set, four!, multiplier)) return sum;
        const isWalked = [six!, four!, three!].some((end) => isInSet(names, end, multiplier));
        return sum + (isWalked ? END + WALK : END);
      },
      common.filter((gram) => isInSet(set, gram, multiplier)).length,
    );
    if (collisions < best.collisions) best = { multiplier, collisions };
  }
  return best.multiplier;
}

/** What a collision at a word's end costs beside one elsewhere, and a walk through the names' trie besides. */
const END = 1;
const WALK = 2;

/** From a fragment to the rules that have it: a slot table and chains of entries. */
function writeFragments(
  writer: ByteWriter,
  compiled: readonly (Compiled | undefined)[],
  multiplier: number,
): void {
  const entries: { fragment: Fragment; rule: number }[] = compiled.flatMap((shape, rule) =>
    (shape?.fragments ?? []).map((fragment) => ({ fragment, rule })),
  );
  const start = writer.reserve(entries.length * abi.ENTRY_SIZE);
  const slots = new Uint32Array(2 << (32 - abi.SLOT_SHIFT));
  let joints = 0;
  entries.forEach(({ fragment, rule }, i) => {
    const { bytes, cares, before, after } = fragment;
    const hashed = hash(pack(bytes.map(fold)), multiplier);
    const slot = 2 * (hashed >>> abi.SLOT_SHIFT);
    const at = start + i * abi.ENTRY_SIZE;
    const around = [...before, ...bytes.map((byte, k) => ({ byte, care: cares[k]! })), ...after];
    for (let from = 0; from < around.length; from += 4) {
      const four = around.slice(from, from + 4);
      writer.u32(at + 2 * from, pack(four.map(({ byte }) => byte)));
      writer.u32(at + 2 * from + 4, pack(four.map(({ care }) => care)));
    }
    writer.u16(at + 24, rule);
    writer.u16(at + 26, bytes.length === 1 ? joints : slots[slot]! & 0xffff);
    writer.u8(at + 28, fragment.nearest);
    writer.u8(at + 29, fragment.farthest);
    writer.u8(at + 30, bytes.length);
    if (bytes.length === 1) {
      joints = i + 1;
      return;
    }
    slots[slot] = (slots[slot]! & ~0xffff) | (0x10000 << ((hashed >>> abi.TAG_SHIFT) & 15)) | (i + 1);
    slots[slot + 1]! |= aroundBits(around[5]!, around[8]!);
  });
  writer.u32(abi.P_ENTRIES, start);
  writer.u32(abi.P_JOINTS, joints);
  writer.u32(abi.P_ENTRY_COUNT, entries.length);
  writer.u32(abi.P_SLOTS, writer.append(bytesOf(slots), 8));
}

/** A bit for each way of what the kernel looks at around a fragment: the case of its last byte but two, the byte behind it. */
function aroundBits(inside: Fragment["after"][number], behind: Fragment["after"][number]): number {
  const cases = [0, 1].filter((bit) => (inside.care & 0x20) === 0 || (inside.byte & 0x20) >> 5 === bit);
  let bits = 0;
  // Of the byte behind, the kernel looks at the low nibble.
  for (let low = 0; low < 16; low++) {
    if (((low ^ behind.byte) & behind.care & 15) !== 0) continue;
    for (const bit of cases) bits |= 1 << (low | (bit << 4));
  }
  return bits;
}

/** The last four characters of a name, three of one of two letters; in front of fewer, anything may stand. */
function shortEnds(end: string): readonly number[] {
  const bytes = [...end].map((c) => fold(c.charCodeAt(0)));
  return bytes.length < 4 ? ANY.map((before) => pack([before, ...bytes])) : [pack(bytes)];
}

/** The end of a name; of six bytes the first two are folded into the others. */
function sureEnds(end: string): readonly number[] {
  const bytes = [...end].map((c) => fold(c.charCodeAt(0)));
  if (bytes.length === 2) return ANY.map((first) => pack([first, ...bytes]));
  return [bytes.length < 6 ? pack(bytes) : sureEnd(bytes)];
}

/** Six bytes as the kernel looks for them. */
function sureEnd(bytes: readonly number[]): number {
  const folded = bytes.map(fold);
  return (pack(folded.slice(2)) ^ Math.imul(pack(folded.slice(0, 2)), abi.HASH)) >>> 0;
}

/** Every byte, folded. */
const ANY: readonly number[] = range(0, 255).filter((byte) => byte & 0x20);

/** The fragments of a program by the numbers of their rules; none of them may be in the nibble tables. */
export function readFragments(program: Uint8Array): ReadonlyMap<number, readonly Fragment[]> {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  const start = view.getUint32(abi.P_ENTRIES, true);
  const byRule = new Map<number, Fragment[]>();
  for (let i = 0; i < view.getUint32(abi.P_ENTRY_COUNT, true); i++) {
    const at = start + i * abi.ENTRY_SIZE;
    const width = program[at + 30]!;
    const rule = view.getUint16(at + 24, true);
    const fragments = byRule.get(rule) ?? [];
    byRule.set(rule, fragments);
    const around = [0, 8, 16].flatMap((four) =>
      [0, 1, 2, 3].map((i) => ({ byte: program[at + four + i]!, care: program[at + four + 4 + i]! })),
    );
    const own = around.slice(8 - width, 8);
    fragments.push({
      bytes: own.map(({ byte }) => byte),
      cares: own.map(({ care }) => care),
      nearest: program[at + 28]!,
      farthest: program[at + 29]!,
      before: around.slice(0, 8 - width),
      after: around.slice(8),
    });
  }
  return byRule;
}

function fold(byte: number): number {
  return byte | 0x20;
}

/**
 * Class bits by low and high nibble; a byte has a class where both nibbles allow it. They are sorted: letters 128 and
 * 64, digits 32, "_" and "~" (with "^") 16, "-" and "$" 8, "." 4, what else is part of longer words ("+", "/", "=",
 * ":", "%", "*", with ";", ">" and "?") 2, and of these "+", "/" and "=" (with ";", "?" and "-") 1.
 */
function byteClassTables(): Uint8Array {
  const tables = new Uint8Array(32);
  const allow = (bit: number, high: readonly number[], low: readonly number[]) => {
    for (const nibble of low) tables[nibble]! |= bit;
    for (const nibble of high) tables[16 + nibble]! |= bit;
  };
  allow(128, [4, 6], range(1, 15));
  allow(64, [5, 7], range(0, 10));
  allow(32, [3], range(0, 9));
  allow(16, [5, 7], [14, 15]);
  allow(8, [2], [4, 13]);
  allow(4, [2], [14]);
  allow(2, [2, 3], [5, 10, 11, 13, 14, 15]);
  allow(1, [2, 3], [11, 13, 15]);
  return tables;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function pack(bytes: readonly number[]): number {
  return bytes.reduce((word, byte, i) => word + byte * 2 ** (8 * i), 0);
}

function hash(fragment: number, multiplier: number): number {
  return Math.imul(fragment, multiplier) >>> 0;
}

/** The words of the Bloom filter: two bits for a fragment, in one word of 64. */
function setOf(fragments: Iterable<number>, multiplier: number): Uint32Array {
  const set = new Uint32Array(2 << (32 - abi.SET_SHIFT));
  for (const fragment of fragments) {
    for (const [word, bit] of bitsOf(fragment, multiplier)) set[word]! |= bit;
  }
  return set;
}

function isInSet(set: Uint32Array, fragment: number, multiplier: number): boolean {
  return bitsOf(fragment, multiplier).every(([word, bit]) => (set[word]! & bit) !== 0);
}

function bitsOf(fragment: number, multiplier: number): readonly (readonly [word: number, bit: number])[] {
  const h = hash(fragment, multiplier);
  return [h & 63, (h >>> abi.BIT_SHIFT) & 63].map((bit) => [
    (h >>> abi.SET_SHIFT) * 2 + (bit >> 5),
    1 << (bit & 31),
  ]);
}

/** WebAssembly is little endian, and so is every machine that runs it. */
function bytesOf(words: Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(words.buffer);
}
