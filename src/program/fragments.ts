import type { TableLiteral } from "./nibble-tables.ts";
import type { ByteSet, Node } from "./pattern.ts";
import { frequencyOf } from "./rarity.ts";
import { type Spine, spines } from "./spine.ts";

/** By which of the prefilter's masks a fragment is seen; see `src/kernel/prefilter.ts`. */
export type Stop = "punctuation" | "run" | "table";

/** Three bytes that every match of a pattern has at a known distance from its start. */
export interface Fragment {
  readonly bytes: readonly [number, number, number];
  readonly stop: Stop;
  /** The bytes that may stand at each place, the one in front of the fragment first, if it is known. */
  readonly window: TableLiteral;
  /** Distance from the match's start to the fragment's first byte. */
  readonly nearest: number;
  readonly farthest: number;
}

/** Punctuation that ends a fragment of the first kind: "$", "-", ".", "_"; one byte in twenty of logs. */
export const STOP_BYTES: readonly number[] = [0x24, 0x2d, 0x2e, 0x5f];
export const RUN_LENGTH = 16;
const MAX_VARIANTS = 64;
const MAX_DISTANCE = 64;
const MAX_SPREAD = 32;

/** What a stop costs beside the rarity of its bytes, in bits: the tables hold few fragments. */
const COST: Record<Stop, number> = { punctuation: 0, run: 2, table: 7 };

/** Bytes that the kernel counts as token characters. */
export function isTokenByte(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    TOKEN_PUNCTUATION.includes(byte)
  );
}

const TOKEN_PUNCTUATION: readonly number[] = [0x2d, 0x5f];

/**
 * Fragments of which every match of `node` holds at least one, or undefined where the pattern has none
 * (`[0-9a-f]{32}` has no rare three bytes). `full` is the pattern of a whole token where `node` is one
 * that may be cut short: only whole tokens are long enough to be seen as runs.
 */
export function chooseFragments(node: Node, full: Node = node): readonly Fragment[] | undefined {
  const cut = chooseAll(spines(node, { maxSpines: 256 }), node !== full);
  if (node === full) return cut;
  const isTable = cut === undefined || cut.some(({ stop }) => stop === "table");
  return isTable && !isLong(cut) ? (chooseAll(spines(full, { maxSpines: 256 }), false) ?? cut) : cut;
}

/** A long literal in the tables costs nothing, being rare. */
function isLong(fragments: readonly Fragment[] | undefined): boolean {
  return fragments !== undefined && fragments.length <= 16 && fragments.every(({ nearest }) => nearest >= 4);
}

function chooseAll(ways: readonly Spine[], isCut: boolean): readonly Fragment[] | undefined {
  const all: Fragment[] = [];
  for (const way of ways) {
    const best = chooseOne(way, isCut);
    if (best === undefined) return undefined;
    all.push(...best);
  }
  const seen = new Map<string, Fragment>();
  for (const fragment of all) {
    seen.set(`${fragment.bytes}/${fragment.stop}/${fragment.nearest}/${fragment.farthest}`, fragment);
  }
  return [...seen.values()];
}

function chooseOne(way: Spine, isCut: boolean): readonly Fragment[] | undefined {
  let best: { cost: number; fragments: readonly Fragment[] } | undefined;
  for (let i = 0; i + 2 < way.length; i++) {
    const candidate = fragmentsAt(way, i, isCut);
    if (candidate === undefined) continue;
    const cost =
      Math.log2(shareOf(candidate[0]!.window)) +
      COST[candidate[0]!.stop] +
      Math.log2(candidate.length) +
      way[i]!.max / 8;
    if (best === undefined || cost < best.cost) best = { cost, fragments: candidate };
  }
  return best?.fragments;
}

/** The share of log positions that hold one of a window's fragments; a byte that may be any counts too. */
function shareOf(window: TableLiteral): number {
  return window.reduce(
    (share, bytes) =>
      share * (bytes.length === 0 ? 1 : bytes.reduce((sum, byte) => sum + frequencyOf(byte), 0)),
    1,
  );
}

function fragmentsAt(way: Spine, i: number, isCut: boolean): readonly Fragment[] | undefined {
  const [first, second, third] = [way[i]!, way[i + 1]!, way[i + 2]!];
  if (first.max > MAX_DISTANCE || first.max - first.min > MAX_SPREAD) return undefined;
  if (!isAdjacent(way, i) || !isAdjacent(way, i + 1)) return undefined;
  const choices = [members(first.set), members(second.set), members(third.set)] as const;
  if (choices[0].length * choices[1].length * choices[2].length > MAX_VARIANTS) return undefined;
  const isStop = choices[2].every((b) => STOP_BYTES.includes(b)) && choices[1].every(isTokenByte);
  const stop: Stop = isStop ? "punctuation" : !isCut && isRun(way, i) ? "run" : "table";
  const previous = i > 0 && isAdjacent(way, i - 1) ? members(way[i - 1]!.set) : [];
  const window: TableLiteral = [previous.length <= 4 ? previous : [], ...choices];
  const fragments: Fragment[] = [];
  for (const a of choices[0]) {
    for (const b of choices[1]) {
      for (const c of choices[2]) {
        fragments.push({ bytes: [a, b, c], stop, window, nearest: first.min, farthest: first.max });
      }
    }
  }
  return fragments;
}

function isAdjacent(way: Spine, i: number): boolean {
  const [a, b] = [way[i]!, way[i + 1]];
  return b !== undefined && b.min === a.min + 1 && b.max === a.max + 1;
}

function isRun(way: Spine, i: number): boolean {
  for (let k = 0; k < RUN_LENGTH; k++) {
    const step = way[i + k];
    if (step === undefined || !members(step.set).every(isTokenByte)) return false;
    if (k > 0 && !isAdjacent(way, i + k - 1)) return false;
  }
  return true;
}

function members(set: ByteSet): number[] {
  const bytes: number[] = [];
  for (let b = 0; b < 256; b++) if (set[b]) bytes.push(b);
  return bytes;
}
