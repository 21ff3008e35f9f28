// Finds the next byte that can be, or begin, a quote or a line end, and where a line starts: 16 bytes at a time.
import { LINE_FEED } from "../reading/chars";

/** Returns a bit for each of the sixteen bytes at `p` that is one of `"'`, backquote, backslash, "%", "&", "<", ">" and line ends. */
// @inline
export function quotesAt(p: usize): u32 {
  const nibble = i8x16.splat(15);
  // Lower nibble: 2 → bit 0 ("), 7 → bit 1 ('), 0 → bit 2 (`), c → bits 3 (\) and 6 (<), e → bit 6 (>), 5, 6 → bit 4 (% &), a, d → bit 5.
  const byLow = i8x16(4, 0, 1, 0, 0, 16, 16, 1, 0, 0, 32, 0, 72, 32, 64, 0);
  const byHigh = i8x16(32, 0, 17, 64, 0, 8, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  const v = v128.load(p);
  const kinds = v128.and(
    i8x16.swizzle(byLow, v128.and(v, nibble)),
    i8x16.swizzle(byHigh, v128.and(i16x8.shr_u(v, 4), nibble)),
  );
  return <u32>i8x16.bitmask(i8x16.ne(kinds, i8x16.splat(0)));
}

/** The first of them in [p, most); `most` if there is none. */
export function skipToQuote(p: usize, most: usize): usize {
  for (; p < most; p += 16) {
    const found = quotesAt(p);
    if (found != 0) return min(p + <usize>ctz(found), most);
  }
  return most;
}

/** The address after the last line feed in [least, p); `least` if there is none. */
export function lineStart(least: usize, p: usize): usize {
  const wanted = i8x16.splat(<i8>LINE_FEED);
  for (; p >= least + 16; p -= 16) {
    const found = <u32>i8x16.bitmask(i8x16.eq(v128.load(p - 16), wanted));
    if (found != 0) return p + 16 - <usize>clz(found);
  }
  while (p > least && load<u8>(p - 1) != LINE_FEED) p--;
  return p;
}
