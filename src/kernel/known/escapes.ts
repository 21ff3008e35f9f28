// Where the text is written otherwise than it is meant: escapes, and line ends within a word. A view is made of what
// stands around each that may be of a form.
import { AMPERSAND, BACKSLASH, CR, hexValue, IN_FORMS, IN_VALUES, is, LF, PERCENT, WRAPS } from "./bytes";
import { VIEW, WRITTEN_MOST } from "./layout";
import { clearAfter, heldInView, search, Text } from "./search";
import { ENTITY_MOST, meantBy, NOTHING, push, resetView, View } from "./view";

/** Looks at all views from `begin` on; returns up to where what was found is final. */
export function searchViews(begin: usize, final: bool): usize {
  const limit = Text.limit;
  const starts = v128.load(STARTS);
  const nibbles = i8x16.splat(15);
  let held = limit;
  let end = begin;
  let next = begin;
  for (let block = begin; block < limit; block += 64) {
    const a = startsIn(v128.load(block), starts, nibbles);
    const b = startsIn(v128.load(block, 16), starts, nibbles);
    const c = startsIn(v128.load(block, 32), starts, nibbles);
    const d = startsIn(v128.load(block, 48), starts, nibbles);
    if (!v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) continue;
    const low = <u64>i8x16.bitmask(a) | ((<u64>i8x16.bitmask(b)) << 16);
    const high = <u64>i8x16.bitmask(c) | ((<u64>i8x16.bitmask(d)) << 16);
    for (let places = low | (high << 32); places != 0; places &= places - 1) {
      const p = block + <usize>ctz(places);
      if (p < next || isPlainEnd(p, begin) || isPlainAmpersand(p)) continue;
      if (!isUseful(p, begin, final)) {
        // What follows backslashes belongs to them.
        if (load<u8>(p) == BACKSLASH) {
          next = p + 1;
          while (next < limit && load<u8>(next) == BACKSLASH) next++;
          next++;
        }
        continue;
      }
      end = fillView(startOf(p, max(begin, end)), limit);
      next = max(p + 1, end);
      if (View.length >= 8) {
        clearAfter(VIEW + View.length);
        search(VIEW, VIEW + View.length, true);
      }
      if (end >= limit && !final) held = min(held, heldInView());
    }
  }
  return held;
}

/** By their lower four bits: "\n", "%", "&" and "\\"; for others, what no byte with these bits is. */
const STARTS = memory.data<u32>([0x00000001, 0x00262500, 0x000a0000, 0x0000005c], 16);

/** Whether a line ends at `p` as most do: after what no word is wrapped after. */
// @inline
function isPlainEnd(p: usize, begin: usize): bool {
  return load<u8>(p) == LF && p > begin && load<u8>(p - 1) != CR && !is(WRAPS, load<u8>(p - 1));
}

/** Whether there is no end of an entity of HTML. */
// @inline
function isPlainAmpersand(p: usize): bool {
  return (
    load<u8>(p) == AMPERSAND &&
    p + 17 <= Text.limit &&
    !v128.any_true(i8x16.eq(v128.load(p, 1), i8x16.splat(59)))
  );
}

// @inline
function startsIn(bytes: v128, starts: v128, nibbles: v128): v128 {
  return i8x16.eq(i8x16.swizzle(starts, v128.and(bytes, nibbles)), bytes);
}

/** Whether what begins at `p` may stand for a byte of a form. */
function isUseful(p: usize, begin: usize, final: bool): bool {
  const limit = Text.limit;
  const byte: u32 = load<u8>(p);
  if (byte == LF) return isWrapped(p, begin, final);
  let next = p + 1;
  if (byte == BACKSLASH) while (next < limit && load<u8>(next) == BACKSLASH) next++;
  if (next >= limit) return !final;
  const first: u32 = load<u8>(next);
  if (byte == BACKSLASH) {
    if (first == 117 || first == 120) return true;
    if (next - p > 1 && is(IN_VALUES, BACKSLASH)) return true;
    const meant = meantBy(first);
    if (meant == LF || meant == CR) return p > begin && is(WRAPS, load<u8>(p - 1));
    return meant != NOTHING && is(IN_VALUES, meant);
  }
  if (byte == PERCENT) {
    if (next + 1 >= limit) return !final;
    const code = (hexValue(first) << 4) | hexValue(load<u8>(next + 1));
    if (hexValue(first) > 15 || hexValue(load<u8>(next + 1)) > 15) return false;
    return is(IN_VALUES, code) || is(IN_FORMS, code) || code == LF || code == CR;
  }
  if (byte != AMPERSAND) return false;
  for (; next < limit && next - p <= <usize>ENTITY_MOST; next++) {
    const inside: u32 = load<u8>(next);
    if (inside == 59) return true;
    if (inside != 35 && inside - 48 >= 10 && (inside | 0x20) - 97 >= 26) return false;
  }
  return next >= limit && !final;
}

/** Whether a word may go on after a line's end. */
function isWrapped(p: usize, begin: usize, final: bool): bool {
  let last = p;
  if (last > begin && load<u8>(last - 1) == CR) last--;
  if (last == begin || !is(WRAPS, load<u8>(last - 1))) return false;
  for (let next = p + 1; next < Text.limit; next++) {
    const byte: u32 = load<u8>(next);
    if (byte == 32 || byte == 9) continue;
    return goesOnWith(byte);
  }
  return !final;
}

function goesOnWith(byte: u32): bool {
  return is(WRAPS, byte) || byte == BACKSLASH || byte == PERCENT || byte == AMPERSAND;
}

/** Where the bytes begin in front of `p` that may stand in forms. */
function startOf(p: usize, least: usize): usize {
  const first = p - least > <usize>WRITTEN_MOST ? p - WRITTEN_MOST : least;
  let start = p;
  if (load<u8>(p) == LF && start > first && load<u8>(start - 1) == CR) start--;
  while (start > first && is(IN_FORMS, load<u8>(start - 1))) start--;
  return start;
}

/** Fills the view from `start` on; returns where it ends. */
function fillView(start: usize, limit: usize): usize {
  resetView();
  let p = start;
  while (p < limit) {
    const byte: u32 = load<u8>(p);
    if (byte == LF || byte == CR) {
      push(byte, p, p + 1);
      p++;
      if (byte == LF && !View.atLineEnd) return p;
      continue;
    }
    if (View.atLineEnd && (byte == 32 || byte == 9)) {
      p++;
      continue;
    }
    if (!is(IN_FORMS, byte) || (View.atLineEnd && !goesOnWith(byte))) return p;
    push(byte, p, p + 1);
    p++;
  }
  return p;
}
