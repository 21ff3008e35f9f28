// What looks like a credential or stands in its place and is none: placeholders, and tokens that are too
// short or too plain.
import {
  DECISION_LIMIT,
  DFA_ACCEPT,
  DFA_CLASSES,
  DFA_STARTS,
  DFA_TRANSITIONS,
  FIRST_LISTS,
  FIRST_SIZE,
  INNOCENT_HEAD,
  P_INNOCENT,
  P_INNOCENT_MOST,
  P_INNOCENT_OWN,
  P_INNOCENT_QUOTED,
  P_KINDS,
  PROGRAM,
} from "../abi";
import { ESCAPE_MOST } from "../reading/bounds";
import { ASTERISK, BACKSLASH, DOT, ELLIPSIS, LOWER_X, UPPER_X } from "../reading/chars";
import { following, setOf, word } from "../reading/program-view";
import { at, isText, skipPlain, Text, wideAt } from "../reading/text";
import { Run } from "./dfa-memo";
import { ready } from "./folded-automaton";
import { ESCAPE_LENGTH, Plain, placeInText, readPlain, readPlainPart } from "./plain-text";

/** Placeholders are not longer. */
const ENDS_MOST: usize = DECISION_LIMIT;

/** A body that begins with one character so many times is a placeholder: `ghp_xxxxxxxx`. */
export const REPEATED: usize = 8;

export function isRepeated(p: usize, end: usize): bool {
  if (end - p < REPEATED) return false;
  const c = load<u8>(p);
  if (c != LOWER_X && c != UPPER_X && c != ASTERISK && c != DOT) return false;
  for (let i: usize = 1; i < REPEATED; i++) if (load<u8>(p + i) != c) return false;
  return true;
}

/** Bytes of the longest of these. */
export const ELLIPSIS_MOST: usize = 6;

/** "...", "…" as UTF-8 or \u2026, "***": how programs show that they cut a token. */
export function isEllipsis(p: usize): bool {
  const c = at(p);
  if (c == DOT || c == ASTERISK) return at(p + 1) == c && at(p + 2) == c;
  if (wideAt(p) == ELLIPSIS) return true;
  return c == BACKSLASH && isText(p + 1, "u2026");
}

/** The first of the DFAs that hold: a user's own rule knows marks and what the user allows. */
// @inline
function leastOf(isOwn: bool, isAnyWord: bool): u32 {
  return isOwn ? word(P_INNOCENT_OWN) : isAnyWord ? word(P_INNOCENT_QUOTED) : 0;
}

/** What was asked for last: a name that is looked at on its line and in its string has the same value most often. */
class Asked {
  static scan: u32 = 0;
  static start: usize = 0;
  static end: usize = 0;
  static least: u32 = 0;
  static answer: bool = false;
}

/**
 * Whether [start, end) is a placeholder and not a secret; for a user's own rule, a mark or what the user allows; with
 * `isAnyWord`, none that holds outside quotes only.
 */
export function isInnocent(start: usize, end: usize, isOwn: bool, isAnyWord: bool = false): bool {
  if (end - start > <usize>word(P_INNOCENT_MOST) * ESCAPE_LENGTH) return false;
  readPlain(start, end);
  const least = leastOf(isOwn, isAnyWord);
  if (Plain.isCopy) return isPlaceholder(Plain.start, Plain.end, least);
  const isSame = Asked.start == start && Asked.end == end && Asked.least == least && Asked.scan == Run.scan;
  if (isSame) return Asked.answer;
  Asked.scan = Run.scan;
  Asked.start = start;
  Asked.end = end;
  Asked.least = least;
  Asked.answer = isPlaceholder(start, Plain.end, least);
  return Asked.answer;
}

/** The same of bytes in which characters are written as JSON writes them; patterns before `least` do not count. */
function isPlaceholder(start: usize, end: usize, least: u32): bool {
  if (end - start > word(P_INNOCENT_MOST)) return false;
  const follows = following(start);
  const last = end > start ? setOf(end - 1) : ~(<u32>0);
  const beforeLast = end > start + 1 ? setOf(end - 2) : ~(<u32>0);
  const until = entriesFrom(P_INNOCENT, <usize>load<u8>(start) + 1);
  let entry = entriesFrom(P_INNOCENT, load<u8>(start));
  // Each byte of the text is looked at for them: first what costs less.
  let kinds: u64 = 0;
  for (; entry < until; entry += FIRST_SIZE) {
    if ((load<u32>(entry) & follows) == 0 || load<u32>(entry, 4) < least) continue;
    const dfa: usize = PROGRAM + load<u32>(entry, 4);
    if (end - start > load<u32>(dfa - INNOCENT_HEAD, 8)) continue;
    if ((load<u32>(dfa - INNOCENT_HEAD) & last) == 0) continue;
    if (end > start + 1 && (load<u32>(dfa - INNOCENT_HEAD, 4) & beforeLast) == 0) continue;
    if (kinds == 0) kinds = kindsIn(start, end);
    if ((kinds & ~allowedKinds(dfa)) != 0 || (neededKinds(dfa) & ~kinds) != 0) continue;
    if (isWhole(dfa, start, end)) return true;
  }
  return false;
}

/** Returns a bit for each kind of byte in [p, end). */
function kindsIn(p: usize, end: usize): u64 {
  const kindOf: usize = PROGRAM + word(P_KINDS);
  let kinds: u64 = 0;
  for (; p < end; p++) kinds |= (<u64>1) << (<u64>load<u8>(kindOf + load<u8>(p)));
  return kinds;
}

// @inline
function allowedKinds(dfa: usize): u64 {
  return load<u64>(dfa - INNOCENT_HEAD, 12);
}

// @inline
function neededKinds(dfa: usize): u64 {
  return load<u64>(dfa - INNOCENT_HEAD, 20);
}

// @inline
function neededFirst(dfa: usize): u64 {
  return load<u64>(dfa - INNOCENT_HEAD, 28);
}

/** Where the entries of `list` begin that can start with `byte`: of some ninety, a dozen or none. */
// @inline
function entriesFrom(list: usize, byte: usize): usize {
  const at: usize = PROGRAM + word(list);
  return at + FIRST_LISTS + <usize>load<u16>(at + byte * 2) * FIRST_SIZE;
}

function isWhole(dfa: usize, start: usize, end: usize): bool {
  ready(dfa);
  const classCount = <u32>load<u16>(dfa);
  let state = <u32>load<u16>(dfa + DFA_STARTS);
  for (let p = start; p < end && state != 0; p++) {
    const c = <u32>load<u8>(dfa + DFA_CLASSES + load<u8>(p));
    state = load<u16>(dfa + DFA_TRANSITIONS + ((state * classCount + c) << 1)) & ~DFA_ACCEPT;
  }
  if (state == 0) return false;
  return (load<u16>(dfa + DFA_TRANSITIONS + ((state * classCount + classCount - 1) << 1)) & DFA_ACCEPT) != 0;
}

/** End of the run of bytes at `start` that end no value, as far as a placeholder can go. */
export function plainEnd(start: usize): usize {
  const most = min(start + word(P_INNOCENT_MOST) + 1, Text.limit);
  const end = skipPlain(start, most);
  if (end >= most || load<u8>(end) != BACKSLASH) return end;
  readPlainPart(start, word(P_INNOCENT_MOST) + 1);
  return placeInText(skipPlain(Plain.start, Plain.end));
}

/** The byte at `p`, or the first one of the character in an escape there. */
export function plainByte(p: usize): u32 {
  readPlain(p, p + ESCAPE_MOST);
  return load<u8>(Plain.start);
}

/**
 * End of the longest placeholder at `start` that ends before `below`, 0: none. Sets `hitEnd` where more text
 * could make it longer. `list` is `P_INNOCENT` for all of them.
 */
export function innocentEnd(
  start: usize,
  below: usize = usize.MAX_VALUE,
  list: usize = P_INNOCENT,
  isOwn: bool = false,
): usize {
  const least = isOwn ? word(P_INNOCENT_OWN) : 0;
  if (start >= Text.limit) {
    Text.hitEnd = true;
    return 0;
  }
  readPlainPart(start, word(P_INNOCENT_MOST) + 1);
  const from = Plain.start;
  const until = entriesFrom(list, <usize>load<u8>(from) + 1);
  const follows = following(from);
  let end: usize = 0;
  for (let entry = entriesFrom(list, load<u8>(from)); entry < until; entry += FIRST_SIZE) {
    if ((load<u32>(entry) & follows) != 0 && load<u32>(entry, 4) >= least)
      end = max(end, longest(PROGRAM + load<u32>(entry, 4), from, below));
  }
  return end;
}

/** Where placeholders end that start at the same place: a bit for each distance from there. */
const endBits = memory.data(ENDS_MOST >>> 3, 8);

/**
 * The same for all ends of placeholders at `start`, which `endBelow` tells one after the other: each pattern is followed
 * once, however many ends there are. None ends before `plain`, where the first byte stands that may end a value.
 */
export function findEnds(start: usize, plain: usize, list: usize, isOwn: bool, isAnyWord: bool): usize {
  const least = leastOf(isOwn, isAnyWord);
  if (start >= Text.limit) {
    Text.hitEnd = true;
    return 0;
  }
  readPlainPart(start, word(P_INNOCENT_MOST) + 1);
  const from = Plain.start;
  const until = entriesFrom(list, <usize>load<u8>(from) + 1);
  const longest = <usize>word(P_INNOCENT_MOST) * (Plain.isCopy ? ESCAPE_LENGTH : 1);
  memory.fill(endBits, 0, min(longest + 64, ENDS_MOST) >>> 3);
  const follows = following(from);
  if (Plain.isCopy) plain = skipPlain(from, Plain.end);
  const isKnown = plain < (Plain.isCopy ? Plain.end : Text.limit);
  // What ends where its last plain byte is was looked at as a whole; what goes on holds the byte there.
  if (isKnown && plain - from > word(P_INNOCENT_MOST)) return 0;
  let kinds: u64 = 0;
  let end: usize = 0;
  for (let entry = entriesFrom(list, load<u8>(from)); entry < until; entry += FIRST_SIZE) {
    if ((load<u32>(entry) & follows) == 0 || load<u32>(entry, 4) < least) continue;
    const dfa: usize = PROGRAM + load<u32>(entry, 4);
    if (plain - from > <usize>load<u32>(dfa - INNOCENT_HEAD, 8)) continue;
    if (kinds == 0) kinds = kindsIn(from, isKnown ? plain + 1 : plain);
    if ((kinds & ~allowedKinds(dfa)) != 0 || (isKnown && (neededFirst(dfa) & ~kinds) != 0)) continue;
    end = max(end, markEnds(dfa, from, plain));
  }
  return end;
}

/** The longest of them that ends before `below`, 0: none. */
export function endBelow(start: usize, below: usize): usize {
  let bits = below - start;
  while (bits > 0) {
    const word = endBits + (((bits - 1) >>> 6) << 3);
    const unused: u64 = 63 - ((bits - 1) & 63);
    const found = load<u64>(word) << unused;
    if (found != 0) return start + bits - 1 - <usize>clz(found);
    bits = ((bits - 1) >>> 6) << 6;
  }
  return 0;
}

function markEnds(dfa: usize, start: usize, plain: usize): usize {
  ready(dfa);
  const classCount = <u32>load<u16>(dfa);
  const most = start + min(<usize>load<u32>(dfa - INNOCENT_HEAD, 8), ENDS_MOST - 1);
  let state = <u32>load<u16>(dfa + DFA_STARTS);
  let end: usize = 0;
  let p = start;
  for (; p < plain && state != 0; p++) {
    const c = <u32>load<u8>(dfa + DFA_CLASSES + load<u8>(p));
    state = load<u16>(dfa + DFA_TRANSITIONS + ((state * classCount + c) << 1)) & ~DFA_ACCEPT;
  }
  for (; state != 0; p++) {
    const row = dfa + DFA_TRANSITIONS + ((state * classCount) << 1);
    if (load<u16>(row + ((classCount - 1) << 1)) & DFA_ACCEPT) {
      end = placeInText(p);
      const distance = end - Plain.from;
      const byte = endBits + (distance >>> 3);
      const bit: u32 = 1 << (distance & 7);
      store<u8>(byte, load<u8>(byte) | bit);
    }
    if (p >= most) return end;
    if (p >= Plain.end) {
      if (placeInText(p) >= Text.limit) Text.hitEnd = true;
      return end;
    }
    const c = <u32>load<u8>(dfa + DFA_CLASSES + load<u8>(p));
    state = load<u16>(row + (c << 1)) & ~DFA_ACCEPT;
  }
  return end;
}

function longest(dfa: usize, start: usize, below: usize): usize {
  ready(dfa);
  const classCount = <u32>load<u16>(dfa);
  const most = start + load<u32>(dfa - INNOCENT_HEAD, 8);
  let state = <u32>load<u16>(dfa + DFA_STARTS);
  let end: usize = 0;
  for (let p = start; state != 0; p++) {
    const row = dfa + DFA_TRANSITIONS + ((state * classCount) << 1);
    const place = placeInText(p);
    if (load<u16>(row + ((classCount - 1) << 1)) & DFA_ACCEPT) end = place;
    if (place + 1 >= below || p >= most) return end;
    if (p >= Plain.end) {
      if (place >= Text.limit) Text.hitEnd = true;
      return end;
    }
    const c = <u32>load<u8>(dfa + DFA_CLASSES + load<u8>(p));
    state = load<u16>(row + (c << 1)) & ~DFA_ACCEPT;
  }
  return end;
}
