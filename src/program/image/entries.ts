import * as abi from "../../kernel/abi.ts";
import type { Fragment } from "../fragments/choose-fragments.ts";
import type { Compiled } from "./compile-shape.ts";
import { pack } from "./hash.ts";

/** Of an entry: where the four bytes stand that end with the fragment, and its rule. */
const FRAGMENT = 8;
const RULE = 24;

/** Of the slots, and of the chain of joints after them. */
export const SLOTS_BYTES: number = 8 * (abi.SLOT_COUNT + 1);

/**
 * From fragments to the rules that have them: an entry for each, to which nothing leads so far.
 *
 * @param from The number of the first rule
 * @param before How many entries there are already
 * @throws RangeError where there are more than have numbers
 */
export function encodeEntries(
  compiled: readonly (Compiled | undefined)[],
  from = 0,
  before = 0,
): Uint8Array<ArrayBuffer> {
  const all = compiled.flatMap((shape, i) =>
    (shape?.fragments ?? []).map((fragment) => ({
      ...fragment,
      startsLine: shape!.facts.startsLine,
      rule: from + i,
    })),
  );
  if (before + all.length > 0xffff)
    throw new RangeError(
      `too many rules: their patterns have ${all.length} fragments; ${0xffff - before} are possible`,
    );
  const bytes = new Uint8Array(all.length * abi.ENTRY_SIZE);
  const view = new DataView(bytes.buffer);
  all.forEach(({ bytes, cares, before, after, nearest, farthest, startsLine, rule }, i) => {
    const at = i * abi.ENTRY_SIZE;
    const inside = bytes.map((byte, k) => ({ byte, care: cares[k]! }));
    const around = [...before.map(cared), ...inside, ...after.map(cared)];
    for (let from = 0; from < around.length; from += 4) {
      const four = around.slice(from, from + 4);
      view.setUint32(at + 2 * from, pack(four.map(({ byte }) => byte)), true);
      view.setUint32(at + 2 * from + 4, pack(four.map(({ care }) => care)), true);
    }
    view.setUint16(at + 24, rule, true);
    view.setUint8(at + 28, nearest);
    view.setUint8(at + 29, farthest);
    view.setUint8(at + 30, bytes.length);
    view.setUint8(at + 31, startsLine ? 1 : 0);
  });
  return bytes;
}

/** What does not count is 0. */
function cared({ byte, care }: Fragment["before"][number]): Fragment["before"][number] {
  return { byte: care === 0 ? 0 : byte, care };
}

/** Entries sorted by their rules, and for each rule by what they say: neighbours are alike, and the image is packed the smaller for it. */
export function sortByRule(entries: Uint8Array): Uint8Array {
  const all = Array.from({ length: entries.length / abi.ENTRY_SIZE }, (_, i) => {
    return entries.slice(i * abi.ENTRY_SIZE, (i + 1) * abi.ENTRY_SIZE);
  });
  const sorted = new Uint8Array(entries.length);
  all.sort(compare).forEach((entry, i) => {
    sorted.set(entry, i * abi.ENTRY_SIZE);
  });
  return sorted;
}

function compare(a: Uint8Array, b: Uint8Array): number {
  const rules = (entry: Uint8Array) => entry[RULE]! | (entry[RULE + 1]! << 8);
  if (rules(a) !== rules(b)) return rules(a) - rules(b);
  // The fragment's own bytes first.
  for (let i = FRAGMENT; i < abi.ENTRY_SIZE + FRAGMENT; i++) {
    const difference = a[i % abi.ENTRY_SIZE]! - b[i % abi.ENTRY_SIZE]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
