// Nibble tables ("Teddy", after Hyperscan's literal matcher: 8 buckets, 4 bytes deep), for fragments that
// stand anywhere: a user's `foo[0-9]{3}`. The catalogue needs none; see `candidate-ends.ts`.
import { PROGRAM } from "../abi";

/** Where one of the literals may end, in the 64 bytes at `p`. */
export function tableHits(tables: u32, p: usize): u64 {
  let hits: u64 = 0;
  for (let i: usize = 0; i < 64; i += 16) {
    let hit = buckets(PROGRAM + tables, v128.load(p + i - 3));
    hit = v128.and(hit, buckets(PROGRAM + tables + 32, v128.load(p + i - 2)));
    hit = v128.and(hit, buckets(PROGRAM + tables + 64, v128.load(p + i - 1)));
    hit = v128.and(hit, buckets(PROGRAM + tables + 96, v128.load(p + i)));
    hits |= (<u64>(<u32>i8x16.bitmask(i8x16.ne(hit, i8x16.splat(0))) & 0xffff)) << i;
  }
  return hits;
}

// @inline
function buckets(table: usize, v: v128): v128 {
  return v128.and(
    i8x16.swizzle(v128.load(table), v128.and(v, i8x16.splat(15))),
    i8x16.swizzle(v128.load(table, 16), v128.and(i16x8.shr_u(v, 4), i8x16.splat(15))),
  );
}
