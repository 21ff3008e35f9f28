// A text in which characters are written as JSON writes them: placeholders and checks know no other escapes. Where there
// are others, it is a copy.
import { BACKSLASH, LOWER_U, LOWER_X, SLASH } from "../reading/chars";
import { at, Text } from "../reading/text";
import { leaveWindow, loadAhead, readOnTo } from "../reading/window";
import { Run } from "./dfa-memo";
import { readUnits, Units, unitAt } from "./escaped-units";

/** Longer copies are cut. */
const COPY_MOST: usize = 1024;
const COPY: usize = memory.data(2 * 1024 + 96, 16);
const COPY_FULL: usize = COPY + 2 * COPY_MOST;
/** For each byte of the copy, and for the one after it, how far from the text's start it was. */
const DISTANCES: usize = memory.data((2 * 1024 + 97) * 2, 16);

/** The text that was asked for: itself, or its copy. */
export class Plain {
  static start: usize = 0;
  static end: usize = 0;
  static isCopy: bool = false;
  /** Where the text starts. */
  static from: usize = 0;
}

/**
 * What has been copied. It is gone on with where a text is asked for that starts in it: of names that stand close
 * together each has a value that reaches over the others, and `auth\u003d` without end took 560 steps a byte.
 */
class Copy {
  static scan: u32 = 0;
  static limit: usize = 0;
  /** Where the text starts that has been copied, what is copied next, and up to where backslashes are their own. */
  static from: usize = 0;
  static next: usize = 0;
  static plainTo: usize = 0;
  static end: usize = 0;
}

/** An escape is so many times as long as its character. */
export const ESCAPE_LENGTH: usize = 6;

/** The same as `readPlain` for a text that is no longer than `most` bytes once it is plain. */
export function readPlainPart(start: usize, most: usize): void {
  const end = min(start + most, Text.limit);
  if (findEscape(start, end) == end) return usePlain(start, end);
  copyPlain(start, min(start + most * ESCAPE_LENGTH, Text.limit), most);
}

/** Makes `Plain` the text [start, end), or a copy of it if a character of it is written in an escape of another kind. */
export function readPlain(start: usize, end: usize): void {
  end = min(end, Text.limit);
  if (findEscape(start, end) == end) return usePlain(start, end);
  copyPlain(start, end, COPY_MOST);
}

// @inline
function usePlain(start: usize, end: usize): void {
  Plain.start = Plain.from = start;
  Plain.end = end;
  Plain.isCopy = false;
}

function copyPlain(start: usize, end: usize, most: usize): void {
  leaveWindow();
  most = min(most, COPY_MOST);
  let first = copyOf(start);
  if (first == 0 || first + most > COPY_FULL) first = startCopy(start);
  copyOn(end, first + most);
  Plain.from = start;
  Plain.isCopy = true;
  Plain.start = first;
  Plain.end = endOfCopy(first, end, most);
}

function startCopy(start: usize): usize {
  Copy.scan = Run.scan;
  Copy.limit = Text.limit;
  Copy.from = Copy.next = Copy.plainTo = start;
  Copy.end = COPY;
  return COPY;
}

/** Copies up to `end` of the text, or until the copy reaches `last`. */
function copyOn(end: usize, last: usize): void {
  const hitEnd = Text.hitEnd;
  Text.hitEnd = false;
  let p = Copy.next;
  while (p < end && Copy.end < last) {
    if (p >= Copy.plainTo && load<u8>(p) == BACKSLASH) {
      const next = readUnits(p);
      if (Units.length != 0) {
        for (let i: usize = 0; i < Units.length; i++) append(unitAt(i), p);
        p = next;
        continue;
      }
      Copy.plainTo = next;
    }
    append(load<u8>(p), p);
    p++;
  }
  Copy.next = p;
  store<u16>(distanceAt(Copy.end), <u16>(p - Copy.from));
  // What more text may change is copied again.
  if (Text.hitEnd) Copy.scan = 0;
  Text.hitEnd = Text.hitEnd || hitEnd;
}

// @inline
function append(byte: u32, p: usize): void {
  store<u8>(Copy.end, byte);
  store<u16>(distanceAt(Copy.end), <u16>(p - Copy.from));
  Copy.end++;
}

// @inline
function distanceAt(p: usize): usize {
  return DISTANCES + (p - COPY) * 2;
}

/** Returns where in the copy the character at `start` of the text stands, or 0. */
function copyOf(start: usize): usize {
  if (Copy.scan != Run.scan || Copy.limit != Text.limit || start >= Copy.next || Copy.from > start) return 0;
  // In a run of backslashes, the first one decides.
  if (load<u8>(start - 1) == BACKSLASH) return 0;
  const first = firstFrom(start);
  return Copy.from + <usize>load<u16>(distanceAt(first)) == start ? first : 0;
}

/** Returns the first byte of the copy that stands at `p` of the text or after it. */
function firstFrom(p: usize): usize {
  const distance = <u32>(p - Copy.from);
  let low = COPY;
  let high = Copy.end;
  while (low < high) {
    const middle = low + ((high - low) >>> 1);
    if (load<u16>(distanceAt(middle)) < distance) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the end of the copy of what starts at `first` of it, up to `end` of the text, or `most` bytes; a character is whole. */
function endOfCopy(first: usize, end: usize, most: usize): usize {
  let last = min(first + most, Copy.end);
  if (Copy.next > end) last = min(last, firstFrom(end));
  while (last < Copy.end && last > first && load<u16>(distanceAt(last)) == load<u16>(distanceAt(last - 1)))
    last++;
  return last;
}

/** Where in the text the byte at `p` of `Plain` stands. */
// @inline
export function placeInText(p: usize): usize {
  return Plain.isCopy ? Copy.from + <usize>load<u16>(distanceAt(p)) : p;
}

/** A part of the text without such an escape, in which scan it is known: a token's end is read from each of its starts. */
class NoEscape {
  static scan: u32 = 0;
  static from: usize = 0;
  static to: usize = 0;
}

/** The first backslash in [p, end) that may begin such an escape; `end` if none does. */
function findEscape(p: usize, end: usize): usize {
  readOnTo(end);
  const isIn = NoEscape.scan == Run.scan && p >= NoEscape.from && p <= NoEscape.to;
  if (isIn && end <= NoEscape.to) return end;
  const first = searchEscape(isIn ? NoEscape.to : p, end);
  if (first != end || Text.hitEnd) return first;
  NoEscape.scan = Run.scan;
  if (!isIn) NoEscape.from = p;
  // What follows a backslash at the end of a frame is seen outside of it.
  NoEscape.to = load<u8>(end - 1) == BACKSLASH ? end - 1 : end;
  return end;
}

function searchEscape(p: usize, end: usize): usize {
  const wanted = i8x16.splat(<i8>BACKSLASH);
  for (; p < end; p += 16) {
    let found = i8x16.bitmask(i8x16.eq(loadAhead(p), wanted));
    while (found != 0) {
      const q = p + <usize>ctz(found);
      if (q >= end) return end;
      const letter = at(q + 1);
      if (letter == LOWER_U || letter == LOWER_X || letter == SLASH) return q;
      found &= found - 1;
    }
  }
  return end;
}
