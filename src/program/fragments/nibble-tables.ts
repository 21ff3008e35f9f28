import { frequencyOf } from "./rarity.ts";

/** A literal of four bytes for the prefilter's tables; each position is the set of bytes it may be. */
export type TableLiteral = readonly [
  readonly number[],
  readonly number[],
  readonly number[],
  readonly number[],
];

interface Bucket {
  /** For each position, the low and the high nibbles that pass. */
  readonly low: number[];
  readonly high: number[];
}

const BUCKETS = 8;
const NIBBLE_TABLES_SIZE = 128;
const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

/** Joining takes the cube of the count: of more literals, neighbours in their order are joined first. */
const MOST_LITERALS = 256;

/**
 * The "Teddy" tables (from Hyperscan's literal matcher): literals in eight buckets, and for each of four
 * positions which buckets a low and a high nibble may belong to. A bucket passes whatever its nibbles
 * can be combined to, so literals that share letters go together: the pair that lets the fewest more
 * log bytes through is joined until eight are left.
 */
export function buildNibbleTables(literals: readonly TableLiteral[]): Uint8Array {
  const tables = new Uint8Array(NIBBLE_TABLES_SIZE);
  joinInto(BUCKETS, thinOut(literals.map(bucketOf))).forEach((bucket, i) => {
    const bit = 1 << i;
    for (let position = 0; position < 4; position++) {
      for (let nibble = 0; nibble < 16; nibble++) {
        if ((bucket.low[position]! >> nibble) & 1) tables[position * 32 + nibble]! |= bit;
        if ((bucket.high[position]! >> nibble) & 1) tables[position * 32 + 16 + nibble]! |= bit;
      }
    }
  });
  return tables;
}

function thinOut(buckets: readonly Bucket[]): Bucket[] {
  const sorted = [...buckets].sort((a, b) => (String(a.high) + a.low < String(b.high) + b.low ? -1 : 1));
  const size = Math.ceil(sorted.length / MOST_LITERALS);
  return Array.from({ length: Math.ceil(sorted.length / Math.max(1, size)) }, (_, i) =>
    sorted.slice(i * size, (i + 1) * size).reduce(join),
  );
}

function bucketOf(literal: TableLiteral): Bucket {
  const low: number[] = [];
  const high: number[] = [];
  for (const position of literal) {
    const bytes = position.length === 0 ? ANY : position;
    low.push(bytes.reduce((mask, byte) => mask | (1 << (byte & 15)), 0));
    high.push(bytes.reduce((mask, byte) => mask | (1 << (byte >> 4)), 0));
  }
  return { low, high };
}

/** Joins the cheapest pair until `count` are left. Costs of pairs are kept: only the joined one is new. */
function joinInto(count: number, buckets: Bucket[]): Bucket[] {
  const live: (Bucket | undefined)[] = [...buckets];
  const shares = buckets.map(shareOf);
  const cost = (i: number, j: number) => shareOf(join(live[i]!, live[j]!)) - shares[i]! - shares[j]!;
  const costs = live.map((_, i) => live.map((_, j) => (j > i ? cost(i, j) : Number.POSITIVE_INFINITY)));
  for (let left = live.length; left > count; left--) {
    let [a, b] = [0, 0];
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < live.length; i++) {
      for (let j = i + 1; j < live.length; j++) {
        if (costs[i]![j]! < best) [best, a, b] = [costs[i]![j]!, i, j];
      }
    }
    live[a] = join(live[a]!, live[b]!);
    live[b] = undefined;
    shares[a] = shareOf(live[a]!);
    for (let k = 0; k < live.length; k++) {
      costs[Math.min(b, k)]![Math.max(b, k)] = Number.POSITIVE_INFINITY;
      if (k !== a && live[k] !== undefined) costs[Math.min(a, k)]![Math.max(a, k)] = cost(a, k);
    }
  }
  return live.filter((bucket) => bucket !== undefined);
}

function join(a: Bucket, b: Bucket): Bucket {
  return { low: a.low.map((mask, k) => mask | b.low[k]!), high: a.high.map((mask, k) => mask | b.high[k]!) };
}

/** The share of log positions that a bucket lets through. */
function shareOf(bucket: Bucket): number {
  let share = 1;
  for (let position = 0; position < 4; position++) {
    share *= Math.min(1, passing(bucket.low[position]!, bucket.high[position]!));
  }
  return share;
}

function passing(low: number, high: number): number {
  let sum = 0;
  for (let h = 0; h < 16; h++) {
    if (((high >> h) & 1) === 0) continue;
    for (let l = 0; l < 16; l++) if ((low >> l) & 1) sum += frequencyOf(h * 16 + l);
  }
  return sum;
}
