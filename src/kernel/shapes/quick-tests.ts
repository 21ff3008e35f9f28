// What can be told of a match before its pattern runs: most of what the prefilter lets through is none.
import { R_FIRST, R_SECOND } from "../abi";
import { ESCAPE_MOST } from "../reading/bounds";
import {
  APOSTROPHE,
  AT_SIGN,
  BACKSLASH,
  CASE,
  ESCAPE,
  GREATER,
  LESS,
  LINE_FEED,
  LOWER_U,
  QUOTE,
  RETURN,
  SLASH,
  SPACE,
  TAB,
} from "../reading/chars";
import { following, ruleAt, setOf } from "../reading/program-view";
import { before, HEX, is, Text, WORD } from "../reading/text";
import { readBackTo, readOnTo } from "../reading/window";
import { Run } from "./dfa-memo";
import { readUnits, Units } from "./escaped-units";

/** One for each of four bytes. */
const EACH: u32 = 0x01010101;

const EACH_OF_8: u64 = ((<u64>EACH) << 32) | EACH;
const HIGH_BITS: u64 = EACH_OF_8 << 7;
const BACKSLASHES: u64 = <u64>BACKSLASH * EACH_OF_8;

/** Whether the text goes on plainly after the stop that is looked at. */
export class Behind {
  static isPlain: bool = false;
}

/** Of what a fragment that ends at `p` is surrounded by, five bits: of the byte after it, and the case of the last but two. */
// @inline
export function aroundOf(p: usize): u32 {
  return (<u32>load<u8>(p + 1) & 15) | ((<u32>load<u8>(p - 2) & CASE) >>> 1);
}

/** Whether a match can start with the two bytes at `start`: of 64 places that a fragment leaves open, two are tried. */
// @inline
export function mayStart(rule: u32, start: usize): bool {
  const record = ruleAt(rule);
  return (
    (load<u32>(record, R_FIRST) & setOf(start)) != 0 && (load<u32>(record, R_SECOND) & following(start)) != 0
  );
}

/**
 * Whether a line or a string may start at `p`: only there some rules match. A directive that stands indented was tried
 * from thirty places in front of each "password": two in three of all tries in real logs.
 */
export function mayStartLine(p: usize): bool {
  readBackTo(p - 2);
  const c = before(p);
  if (c == LINE_FEED || c == RETURN || c == QUOTE || c == APOSTROPHE) return true;
  if (!is(c, WORD)) return false;
  // Unless an escape ends there.
  const previous = load<u8>(p - 2);
  return previous == BACKSLASH || (is(c, HEX) && is(previous, HEX));
}

/** Whether the entry's bytes are at `p`. Nothing is said of those after it where the text or a colour code ends them. */
// @inline
export function holds(entry: usize, p: usize): bool {
  const differ =
    ((load<u32>(p - 3) ^ load<u32>(entry, 8)) & load<u32>(entry, 12)) |
    ((load<u32>(p - 7) ^ load<u32>(entry)) & load<u32>(entry, 4));
  if (differ != 0) return false;
  const behind = load<u32>(entry, 20);
  if (behind == 0 || !Behind.isPlain) return true;
  readOnTo(p + 4);
  return ((load<u32>(p + 1) ^ load<u32>(entry, 16)) & behind) == 0;
}

/** Whether a backslash stands in [first, p], or up to seven bytes before a short one of these. */
// @inline
export function mayHoldEscape(first: usize, p: usize): bool {
  if (hasBackslash(p - 7)) return true;
  return p >= first + 8 && (p < first + 16 ? hasBackslash(first) : holdsBackslash(first, p));
}

/** Whether one of the eight bytes at `p` is a backslash. */
// @inline
function hasBackslash(p: usize): bool {
  const other = load<u64>(p) ^ BACKSLASHES;
  return ((other - EACH_OF_8) & ~other & HIGH_BITS) != 0;
}

/** The same of sixteen and more. */
function holdsBackslash(first: usize, p: usize): bool {
  const wanted = i8x16.splat(<i8>BACKSLASH);
  for (let q = first; q < p - 15; q += 16) {
    if (i8x16.bitmask(i8x16.eq(v128.load(q), wanted)) != 0) return true;
  }
  return i8x16.bitmask(i8x16.eq(v128.load(p - 15), wanted)) != 0;
}

/** The place that was asked for last: nine rules of URLs ask for the same. */
class Reach {
  static scan: u32 = 0;
  static place: usize = 0;
  static last: usize = 0;
  static answer: bool = false;
}

/** Whether a match that starts at `p` and needs an "@" may come to one; see `findAt`. */
export function mayReachAt(p: usize): bool {
  if (Reach.place != p || Reach.scan != Run.scan) {
    Reach.scan = Run.scan;
    Reach.place = Reach.last = p;
    Reach.answer = findAt(p);
  }
  readOnTo(Reach.last);
  return Reach.answer;
}

/**
 * Whether an "@" may come before a blank, a line end, a double quote, "<" or ">". Nearly all URLs have none, and six patterns
 * begin to match each of them: that was a third of the time in logs with links.
 */
function findAt(p: usize): bool {
  const most = min(p + 64, Text.limit);
  const ends = v128(
    <i8>SPACE,
    -1,
    <i8>QUOTE,
    -1,
    -1,
    -1,
    -1,
    -1,
    -1,
    <i8>TAB,
    <i8>LINE_FEED,
    -1,
    <i8>LESS,
    <i8>RETURN,
    <i8>GREATER,
    0,
  );
  for (; p < most; p += 16) {
    const v = v128.load(p);
    Reach.last = p + 15;
    const isEnd = i8x16.eq(i8x16.swizzle(ends, v128.and(v, i8x16.splat(15))), v);
    // A colour code is passed over.
    const isCode = v128.or(i8x16.eq(v, i8x16.splat(<i8>ESCAPE)), i8x16.eq(v, i8x16.splat(<i8>BACKSLASH)));
    const found = i8x16.bitmask(v128.or(isEnd, v128.or(isCode, i8x16.eq(v, i8x16.splat(<i8>AT_SIGN)))));
    if (found == 0) continue;
    const first = ctz(found);
    return p + <usize>first >= Text.limit ? !Text.final : ((i8x16.bitmask(isEnd) >>> first) & 1) == 0;
  }
  return p < Text.limit || !Text.final;
}

/** Where characters start before a place, by their distance in units; 0: none does. */
const STARTS: usize = memory.data(256 * 4, 8);

/** The place that they are known of, in which scan, how far, and the first of the characters. */
class Starts {
  static place: usize = 0;
  static scan: u32 = 0;
  static distance: usize = 0;
  static first: usize = 0;
}

/** Returns the character that starts `distance` units before `p`, no more than `most` bytes, or 0. */
export function startOfUnits(p: usize, distance: usize, most: usize): usize {
  if (Starts.place != p || Starts.scan != Run.scan) {
    Starts.place = Starts.first = p;
    Starts.scan = Run.scan;
    Starts.distance = 0;
  }
  const least = max(Text.begin, p - min(p, most));
  while (Starts.distance < distance && Starts.first > least) {
    const first = unitsBefore(Starts.first);
    const next = min(<usize>255, Starts.distance + Units.length);
    for (let i = Starts.distance + 1; i < next; i++) store<u32>(STARTS + i * 4, 0);
    store<u32>(STARTS + next * 4, <u32>first);
    Starts.distance = next;
    Starts.first = first;
  }
  return distance <= Starts.distance ? <usize>load<u32>(STARTS + distance * 4) : 0;
}

/** Where the character starts that ends before `p`, an escape of one of `Units.length` bytes, or a byte. */
function unitsBefore(p: usize): usize {
  const least = p - min(p - Text.begin, ESCAPE_MOST);
  const isSlash = load<u8>(p - 1) == SLASH;
  const letter = isSlash ? p - 1 : p - 5;
  if (letter > least && (isSlash || load<u8>(letter) == LOWER_U) && load<u8>(letter - 1) == BACKSLASH) {
    let first = letter - 1;
    while (first > least && load<u8>(first - 1) == BACKSLASH) first--;
    const n = letter - first;
    const start = letter - (n & (0 - n));
    if (readUnits(start) == p && Units.length != 0) return start;
  }
  Units.length = 1;
  return p - 1;
}
