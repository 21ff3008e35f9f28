import * as abi from "../../kernel/abi.ts";
import type { ByteWriter } from "../byte-writer.ts";
import { buildNibbleTables } from "../fragments/nibble-tables.ts";
import { commonEnds, commonGrams } from "../fragments/rarity.ts";
import type { Compiled } from "./compile-shape.ts";
import { encodeEntries, SLOTS_BYTES, sortByRule } from "./entries.ts";
import { bytesOf, isInSet, pack, setOf } from "./hash.ts";
import type { NameEnds } from "./key-names.ts";
import { lookedUp, sureEnd } from "./looked-up.ts";

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
  const { fragments, ends, heads, sure } = lookedUp(compiled, nameEnds);
  const multiplier = chooseMultiplier(new Set([...fragments, ...ends]), sure, tries);
  writer.u32(abi.P_HASH, multiplier);
  const entries = sortByRule(encodeEntries(compiled));
  writer.u32(abi.P_ENTRIES, writer.append(entries, 4, "entries"));
  writer.u32(abi.P_ENTRY_COUNT, entries.length / abi.ENTRY_SIZE);
  // The kernel makes what leads to the entries: `kernel/prefilter/link-entries.ts`.
  writer.u32(abi.P_SLOTS, writer.append(new Uint8Array(SLOTS_BYTES), 8));
  writer.u32(abi.P_SET, writer.append(bytesOf(setOf(ends, multiplier)), 8, "set"));
  writer.u32(abi.P_HEAD_SET, writer.append(bytesOf(setOf(heads, multiplier)), 8, "set"));
  writer.u32(abi.P_KEY_SET, writer.append(bytesOf(setOf(sure, multiplier)), 8, "set"));
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
  const common = commonGrams()
    .map((gram) => pack(gram))
    .filter((gram) => !fragments.has(gram));
  const ends = commonEnds()
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
