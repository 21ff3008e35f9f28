import { frequencyOf } from "./rarity.ts";

/** A literal of four bytes for the prefilter's tables; each position is the set of bytes it may be. */
export type TableLiteral = readonly [readonly number[], readonly number[], readonly number[], readonly number[]];

interface Bucket {
  /** For each position, the low and the high nibbles that pass. */
  readonly low: number[];
  readonly high: number[];
}

const BUCKETS = 8;
const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

/**
 * The "Teddy" tables (from Hyperscan's literal matcher): literals in eight buckets, and for each of four
 * positions which buckets a low and a high nibble may belong to. A bucket passes whatever its nibbles
 * can be combined to, so literals that share letters go together: the pair that lets the fewest more
 * log bytes through is joined until eight are left.
 */
export function buildNibbleTables(literals: readonly TableLiteral[]): Uint8Array {
  const buckets = literals.map(bucketOf);
  while (buckets.length > BUCKETS) joinClosest(buckets);
  const tables = new Uint8Array(128);
  buckets.forEach((bucket, index) => {
    for (let position = 0; position < 4; position++) {
      for (let nibble = 0; nibble < 16; nibble++) {
        if ((bucket.low[position]! >> nibble) & 1) tables[position * 32 + nibble]! |= 1 << index;
        if ((bucket.high[position]! >> nibble) & 1) tables[position * 32 + 16 + nibble]! |= 1 << index;
      }
    }
  });
  return tables;
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

function joinClosest(buckets: Bucket[]): void {
  let best = { cost: Number.POSITIVE_INFINITY, i: 0, j: 1, joined: buckets[0]! };
  const shares = buckets.map(shareOf);
  for (let i = 0; i < buckets.length; i++) {
    for (let j = i + 1; j < buckets.length; j++) {
      const joined = join(buckets[i]!, buckets[j]!);
      const cost = shareOf(joined) - shares[i]! - shares[j]!;
      if (cost < best.cost) best = { cost, i, j, joined };
    }
  }
  buckets[best.i] = best.joined;
  buckets.splice(best.j, 1);
}

function join(a: Bucket, b: Bucket): Bucket {
  return { low: a.low.map((mask, k) => mask | b.low[k]!), high: a.high.map((mask, k) => mask | b.high[k]!) };
}

/** The share of log positions that a bucket lets through. */
function shareOf(bucket: Bucket): number {
  let share = 1;
  for (let position = 0; position < 4; position++) {
    let passing = 0;
    for (let byte = 0; byte < 256; byte++) {
      if ((bucket.low[position]! >> (byte & 15)) & 1 && (bucket.high[position]! >> (byte >> 4)) & 1) {
        passing += frequencyOf(byte);
      }
    }
    share *= Math.min(1, passing);
  }
  return share;
}
