// The longest entry of the catalogue that a name ends in: its letters are read from the last one backwards through a
// trie, case and what stands between words folded away. Innocent names are entries like any other.

import { ENTRY_JOINED, INNOCENT, INNOCENT_PHRASE, P_NAMES, PLACE_WHOLE, PLACE_WORD, PROGRAM } from "../abi";
import { LIST_SETTER } from "../abi-words";
import { DOT, EQUALS, HYPHEN, isAscii, isLower, OPEN_PAREN, SPACE, UNDERSCORE } from "../reading/chars";
import { word } from "../reading/program-view";
import { endsEscape } from "../reading/skip";
import { ALNUM, at, fold, is, NAME, Text } from "../reading/text";
import { child, lengthOfListed, nodeAt, valueAt, walk } from "../reading/trie";
import { leaveWindow, readBackTo, readOnTo } from "../reading/window";
import { charBefore, startsWord, wordStart } from "./words";

/** Two signs from this one on stand for a byte of a letter beyond ASCII. */
const FIRST_SIGN: u32 = SPACE;

export class Name {
  static start: usize = 0;
  /** Where the name ends, with the words after its head. */
  static end: usize = 0;
  /** Where the entry that was found begins, and where in a name it may stand: PLACE_*. */
  static from: usize = 0;
  static place: u32 = 0;
  /** Letters of it are written as escapes. */
  static isEscaped: bool = false;
  /** Where the walk through the trie ended that was the last. */
  static stopped: usize = 0;
  /** Of the scheme that was looked up last. */
  static node: u32 = 0;
}

/**
 * Returns the longest entry that ends before `end`, a rule's number + 1 or INNOCENT*, or 0. Sets `Name.from` and
 * `Name.place`.
 */
export function lookUp(lowest: usize, end: usize): u32 {
  const trie: usize = PROGRAM + word(P_NAMES);
  let node: u32 = 0;
  let found: u32 = 0;
  let blank = false;
  let underscore = false;
  let p = end - 1;
  for (; p >= lowest; p--) {
    const c = <u32>load<u8>(p);
    if (!isAscii(c)) {
      node = childOfByte(trie, node, c);
      if (node == 0) break;
      const rule = entryAt(trie, node, p, end);
      if (rule != 0 && holds(rule, blank, underscore)) {
        Name.from = p;
        found = rule;
      }
      continue;
    }
    if (!is(c, ALNUM)) {
      if (c == SPACE && (is(load<u8>(p + 1), ALNUM) || !isAscii(load<u8>(p + 1)))) {
        // "secret key: …": the words of a name in a sentence. What is innocent as an identifier
        // (`use_password=true`) is none in a sentence ("please use password: …").
        blank = true;
        continue;
      }
      if (!is(c, NAME)) break;
      if (c == UNDERSCORE) underscore = true;
      continue;
    }
    node = child(trie, node, fold(c));
    if (node == 0) break;
    const rule = entryAt(trie, node, p, end);
    if (rule == 0 || !holds(rule, blank, underscore)) continue;
    Name.from = p;
    found = rule;
  }
  readBackTo(p);
  Name.stopped = p;
  return takeEntry(found);
}

/** Returns the child of `node` for a byte beyond ASCII, or 0. */
// @inline
export function childOfByte(trie: usize, node: u32, byte: u32): u32 {
  const low = child(trie, node, FIRST_SIGN | (byte & 15));
  return low == 0 ? 0 : child(trie, low, FIRST_SIGN | (byte >>> 4));
}

/** Returns the entry without its place, which goes into `Name`. */
// @inline
export function takeEntry(entry: u32): u32 {
  Name.place = entry >>> PLACE_SHIFT;
  const rule = entry & ENTRY;
  return rule >= <u32>INNOCENT_PHRASE ? rule : rule & ~ENTRY_JOINED;
}

/** Whether the entry may have a blank or a "_" between its words. */
// @inline
export function holds(entry: u32, blank: bool, underscore: bool): bool {
  const rule = entry & ENTRY;
  if (rule >= <u32>INNOCENT_PHRASE) return !(blank && rule == INNOCENT);
  return !(underscore && (rule & ENTRY_JOINED) != 0);
}

const ENTRY: u32 = 0xffff;
const PLACE_SHIFT: u32 = 16;

/** Returns the entry that ends at `node` if [p, end) is it, with its place, or 0. */
// @inline
export function entryAt(trie: usize, node: u32, p: usize, end: usize): u32 {
  const ends = nodeAt(trie, node);
  let rule = <u32>load<u16>(ends, 10);
  const atWord = <u32>load<u16>(ends, 12);
  if (atWord != 0 && (startsWord(p) || endsEscape(p, charBefore(p))) && !isSplit(p, end))
    rule = atWord | (PLACE_WORD << PLACE_SHIFT);
  const whole = <u32>load<u16>(ends, 14);
  if (whole != 0 && (isNameStart(p) || isSet(p, end))) rule = whole | (PLACE_WHOLE << PLACE_SHIFT);
  return rule;
}

/** An entry of so many letters is one word. */
const SHORT: usize = 4;

/** Whether a word starts among the few letters of [p, end): `dMkPuK6` does not end in "puk". */
function isSplit(p: usize, end: usize): bool {
  if (end - p > SHORT) return false;
  for (let q = p + 1; q < end; q++) if (!isLower(load<u8>(q)) && startsWord(q)) return true;
  return false;
}

/** Whether nothing but signs of the same name (`_token`, `--token`) stands before `p`. */
function isNameStart(p: usize): bool {
  let c = charBefore(p);
  while (c == HYPHEN || c == DOT || c == UNDERSCORE) c = charBefore(--p);
  readBackTo(p - 1);
  return !is(c, NAME) || endsEscape(p, c);
}

/** A verb in front of a name has so many letters at least, `set`, and at most. */
const SETTER_LEAST: usize = 3;
const SETTER_MOST: usize = 8;

/** Whether [p, end) is all that `setToken(` sets. */
function isSet(p: usize, end: usize): bool {
  if (charBefore(p) == UNDERSCORE) p--;
  readBackTo(p - 1);
  readOnTo(end);
  if (p < Text.begin + SETTER_LEAST || at(end) != OPEN_PAREN || p > end) return false;
  leaveWindow();
  const verb = wordStart(p, max(Text.begin, p - SETTER_MOST));
  return lengthOfListed(LIST_SETTER, verb) == p - verb;
}

/** The code of the scheme word [start, end), 0: not one. Sets `Name.node`. */
export function schemeOf(trie: usize, start: usize, end: usize): u32 {
  Name.node = walk(trie, 0, start, end);
  return valueAt(trie, Name.node);
}

/** Whether [start, end) is a secret parameter of the scheme at `node`; any is one of an unknown scheme. */
export function isParameterOf(trie: usize, node: u32, start: usize, end: usize): bool {
  if (node == 0) return true;
  const names = child(trie, node, EQUALS);
  return names != 0 && valueAt(trie, walk(trie, names, start, end)) != 0;
}
