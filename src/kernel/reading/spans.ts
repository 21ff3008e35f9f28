// The list of what was found. A line end never belongs to a span, so that output has as many lines as
// input; nor does a colour code. A match over several lines is several spans, of which the first bears the
// replacement.

import { MAX_SPANS, SPAN_FIRST, SPAN_LAST, SPAN_SIZE, SPANS } from "../abi";
import { SPARE_SPANS } from "./bounds";
import { BACKSLASH, ESCAPE, LINE_FEED, RETURN } from "./chars";
import { findColours, skipColours } from "./skip";
import { skipPlain, Text } from "./text";

export class Spans {
  static count: i32 = 0;
}

// @inline
export function spansFull(): bool {
  return Spans.count >= MAX_SPANS;
}

function append(start: usize, end: usize, rule: u32, flags: u32): void {
  const slot: usize = SPANS + Spans.count * SPAN_SIZE;
  store<u32>(slot, <u32>start, 0);
  store<u32>(slot, <u32>end, 4);
  store<u32>(slot, rule, 8);
  store<u32>(slot, flags, 12);
  Spans.count++;
}

/**
 * Adds [start, end) without its line ends and colour codes; the first piece keeps SPAN_FIRST of `flags`, the last one
 * SPAN_LAST. One call adds as many spans as lines: callers leave room by `spansFull`, and a piece that
 * finds no room anyway is joined to the one before, line end and all, rather than left readable. False: there was
 * nothing but line ends, so that the first piece is still to come.
 */
export function addSpan(start: usize, end: usize, rule: u32, flags: u32): bool {
  // A backslash that ends the text is read as if a character stood after it.
  end = min(end, Text.limit);
  let from = start;
  let first = flags & SPAN_FIRST;
  for (let p = skipPlain(start, end); p < end; p = skipPlain(p + 1, end)) {
    const gap = findGap(p);
    if (gap == 0 || Gap.end > end) continue;
    if (gap > from && Spans.count < MAX_SPANS + SPARE_SPANS) {
      append(from, gap, rule, (flags & ~(SPAN_FIRST | SPAN_LAST)) | first);
      first = 0;
    }
    if (Spans.count < MAX_SPANS + SPARE_SPANS) from = Gap.end;
    p = Gap.end - 1;
  }
  if (end > from || (flags & SPAN_LAST) != 0) {
    append(from, end, rule, (flags & ~SPAN_FIRST) | first);
    return true;
  }
  return first != (flags & SPAN_FIRST);
}

class Gap {
  static end: usize = 0;
}

/** Where the line end or the colour codes begin that `p` leads to, up to `Gap.end`; 0 if it leads to neither. */
// @inline
function findGap(p: usize): usize {
  const c = load<u8>(p);
  if (c > ESCAPE && c != BACKSLASH) return 0;
  Gap.end = p + 1;
  if (c == LINE_FEED || c == RETURN) return p;
  if (c != ESCAPE && c != BACKSLASH) return 0;
  // Those who find a value's end read a run of backslashes from its first one on, and a chunk may end after that.
  if (c == BACKSLASH && p > Text.begin && load<u8>(p - 1) == BACKSLASH) return 0;
  const hitEnd = Text.hitEnd;
  const start = findColours(p);
  if (start != 0) Gap.end = skipColours(start);
  Text.hitEnd = hitEnd;
  return start;
}
