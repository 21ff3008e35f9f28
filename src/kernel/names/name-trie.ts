// Whether a name is sensitive: its letters are read from the last one backwards through a trie, case and
// separators folded away, and the longest entry decides. Innocent names are entries like any other.

import { INNOCENT, INNOCENT_PHRASE, NODE_SIZE, P_NAMES, PROGRAM } from "../abi";
import { ARN_MOST, ESCAPE_MOST, NAME_MOST } from "../reading/bounds";
import { escapeBefore } from "../reading/character";
import {
  BACKSLASH,
  COLON,
  DOT,
  EQUALS,
  HYPHEN,
  isAscii,
  isDigit,
  isLower,
  isPrintable,
  isUpper,
  LOWER_M,
  OPEN_PAREN,
  PERCENT,
  SLASH,
  SPACE,
  UNDERSCORE,
} from "../reading/chars";
import { word } from "../reading/program-view";
import { endsColour, endsEscape } from "../reading/skip";
import { ALNUM, at, fold, is, isText, NAME, Text } from "../reading/text";

/** Two signs from this one on stand for a byte of a letter beyond ASCII. */
const FIRST_SIGN: u32 = 0x20;

export class Name {
  static start: usize = 0;
  /** Where the entry that was found begins. */
  static from: usize = 0;
  /** Of the scheme that was looked up last. */
  static node: u32 = 0;
}

// @inline
function charBefore(p: usize): u32 {
  return p > Text.begin && p > Text.floor ? <u32>load<u8>(p - 1) : 10;
}

/** Behind the rest of a colour code (`36m`) that was taken for the start of the name [start, end). */
function behindColour(start: usize, end: usize): usize {
  let p = start;
  while (p < end && isDigit(load<u8>(p))) p++;
  return p < end && load<u8>(p) == LOWER_M && endsColour(p + 1) ? p + 1 : start;
}

/** Behind the rest of an escape (`n` of `\n`, `22` of `%22`) that was taken for the start of the name [start, end). */
function behindEscape(start: usize, end: usize): usize {
  if (start == Text.begin) return start;
  const c = load<u8>(start - 1);
  if (c != BACKSLASH && c != PERCENT) return start;
  const most = min(end, start + ESCAPE_MOST);
  for (let p = start + 1; p < most; p++) {
    const from = escapeBefore(p);
    if (from == start - 1 && !(c == PERCENT && escapeBefore(p + 2) == from)) return p;
  }
  return start;
}

/** Whether a word starts at `p`: behind a separator, at a camel's hump, at a change of letters and digits. */
function startsWord(p: usize): bool {
  const previous = charBefore(p);
  if (!is(previous, ALNUM) || endsColour(p)) return true;
  const c = <u32>load<u8>(p);
  const upper = isUpper(c);
  if (isLower(previous)) return upper;
  if (isDigit(previous)) return !isDigit(c);
  // An acronym ends before the last capital: "HTTPToken".
  return upper && isLower(load<u8>(p + 1));
}

/** The child of `node` for a character, a lower-case letter if it is one; 0: none. */
// @inline
function child(trie: usize, node: u32, c: u32): u32 {
  const at = nodeAt(trie, node);
  const number: u64 = ((c >>> 1) & 32) | (c & 31);
  const bit: u64 = 1 << number;
  const children = load<u64>(at);
  if ((children & bit) == 0 || !isPrintable(c)) return 0;
  return <u32>load<u16>(at, 8) + <u32>popcnt(children & (bit - 1));
}

// @inline
function nodeAt(trie: usize, node: u32): usize {
  return trie + node * NODE_SIZE;
}

/** The rule whose key the name that ends at `end` is or ends in; -1: none. Sets `Name.start`. */
export function sensitiveName(end: usize): i32 {
  const from = max(Text.begin, Text.floor);
  const lowest = end - min(NAME_MOST, end - from);
  let found = lookUp(lowest, end);
  if (found == 0 && isDigit(load<u8>(end - 1))) {
    // password1, token_2
    let shorter = end;
    while (shorter > lowest && isDigit(load<u8>(shorter - 1))) shorter--;
    if (shorter > lowest) found = lookUp(lowest, shorter);
  }
  if (found == 0 || found >= <u32>INNOCENT_PHRASE) return -1;
  let start = end;
  // A letter beyond ASCII belongs to the name where it was found in it.
  while (
    start > lowest &&
    (is(load<u8>(start - 1), NAME) || (start > Name.from && !isAscii(load<u8>(start - 1))))
  )
    start--;
  start = behindEscape(behindColour(start, end), end);
  while (start < end && (load<u8>(start) == HYPHEN || load<u8>(start) == DOT)) start++;
  Name.start = start;
  return <i32>found - 1;
}

/** Whether the name is a URL's user, `://x-access-token:…@`: the rules for URLs find what stands behind it. */
export function isUserinfo(): bool {
  const p = Name.start;
  return (
    p >= Text.begin + 3 && load<u8>(p - 1) == SLASH && load<u8>(p - 2) == SLASH && load<u8>(p - 3) == COLON
  );
}

/** Whether the name, which ends before the colon at `p`, is a part of Amazon's `arn:aws:secretsmanager:…:secret:db`. */
export function isInArn(p: usize): bool {
  if (Name.start <= Text.begin || load<u8>(Name.start - 1) != COLON || at(p + 1) <= SPACE) return false;
  const least = Name.start - min(ARN_MOST, Name.start - Text.begin);
  let q = Name.start;
  while (q > least && (is(load<u8>(q - 1), NAME) || load<u8>(q - 1) == COLON)) q--;
  return isText(q, "arn:");
}

function lookUp(lowest: usize, end: usize): u32 {
  const trie: usize = PROGRAM + word(P_NAMES);
  let node: u32 = 0;
  let found: u32 = 0;
  let blank = false;
  for (let p = end - 1; p >= lowest; p--) {
    const c = <u32>load<u8>(p);
    if (!isAscii(c)) {
      node = child(trie, node, FIRST_SIGN | (c & 15));
      if (node != 0) node = child(trie, node, FIRST_SIGN | (c >>> 4));
      if (node == 0) break;
      const rule = ruleAtNode(trie, node, p, end);
      if (rule != 0) {
        Name.from = p;
        if (!(blank && rule == INNOCENT)) found = rule;
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
      continue;
    }
    node = child(trie, node, fold(c));
    if (node == 0) break;
    const rule = ruleAtNode(trie, node, p, end);
    if (rule == 0) continue;
    Name.from = p;
    if (!(blank && rule == INNOCENT)) found = rule;
  }
  return found;
}

/** What ends at `node` if a name begins at `p`. */
// @inline
function ruleAtNode(trie: usize, node: u32, p: usize, end: usize): u32 {
  const ends = nodeAt(trie, node);
  let rule = <u32>load<u16>(ends, 10);
  const atWord = <u32>load<u16>(ends, 12);
  if (atWord != 0 && startsWord(p)) rule = atWord;
  const whole = <u32>load<u16>(ends, 14);
  if (whole != 0 && (isNameStart(p) || isSet(p, end))) rule = whole;
  return rule;
}

/** Whether nothing but signs of the same name (`_token`, `--token`) stands before `p`. */
function isNameStart(p: usize): bool {
  let c = charBefore(p);
  while (c == HYPHEN || c == DOT || c == UNDERSCORE) c = charBefore(--p);
  return !is(c, NAME) || endsColour(p) || endsEscape(p, c);
}

/** Whether [p, end) is all that `setToken(` sets. */
function isSet(p: usize, end: usize): bool {
  if (charBefore(p) == UNDERSCORE) p--;
  if (p < Text.begin + 4 || at(end) != OPEN_PAREN || p > end) return false;
  return isText(p - 3, "set") || isText(p - 4, "with");
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

/** The node that the letters of [start, end) lead to from `node`, 0: none. */
function walk(trie: usize, node: u32, start: usize, end: usize): u32 {
  for (let p = start; p < end; p++) {
    node = child(trie, node, fold(load<u8>(p)));
    if (node == 0) return 0;
  }
  return node;
}

function valueAt(trie: usize, node: u32): u32 {
  return node == 0 ? 0 : <u32>load<u16>(nodeAt(trie, node), 10);
}
