// Whether a name is sensitive: its letters are read from the last one backwards through a trie, case and
// separators folded away, and the longest entry decides. Innocent names are entries like any other.
import { INNOCENT, NODE_SIZE, PROGRAM, P_NAMES } from "./abi";
import { word } from "./shape";
import { ALNUM, NAME, Text, fold, is } from "./text";

/** Names longer than this are not looked at. */
const NAME_MOST: usize = 96;

export class Name {
  static start: usize = 0;
}

// @ts-ignore: decorator
@inline
function charBefore(p: usize): u32 {
  return p > Text.begin && p > Text.floor ? <u32>load<u8>(p - 1) : 10;
}

/** Whether a word starts at `p`: behind a separator, at a camel's hump, at a change of letters and digits. */
function startsWord(p: usize): bool {
  const previous = charBefore(p);
  if (!is(previous, ALNUM)) return true;
  const c = <u32>load<u8>(p);
  const upper = c - 0x41 < 26;
  if (previous - 0x61 < 26) return upper;
  if (previous - 0x30 < 10) return c - 0x30 >= 10;
  // An acronym ends before the last capital: "HTTPToken".
  return upper && <u32>load<u8>(p + 1) - 0x61 < 26;
}

function child(trie: usize, node: u32, c: u32): u32 {
  let n = <u32>load<u16>(trie + node * NODE_SIZE);
  while (n != 0) {
    const at = trie + n * NODE_SIZE;
    if (<u32>load<u8>(at, 4) == c) return n;
    n = <u32>load<u16>(at, 2);
  }
  return 0;
}

/** The rule whose key the name that ends at `end` is or ends in; -1: none. Sets `Name.start`. */
export function sensitiveName(end: usize): i32 {
  const from = max(Text.begin, Text.floor);
  const lowest = end - min(NAME_MOST, end - from);
  let start = end;
  while (start > lowest && is(load<u8>(start - 1), NAME)) start--;
  while (start < end && (load<u8>(start) == 0x2d || load<u8>(start) == 0x2e)) start++;
  Name.start = start;
  let found = lookUp(start, end);
  if (found == 0) {
    // password1, token_2
    let shorter = end;
    while (shorter > start && <u32>load<u8>(shorter - 1) - 0x30 < 10) shorter--;
    if (shorter != end && shorter > start) found = lookUp(start, shorter);
  }
  return found == 0 || found == INNOCENT ? -1 : <i32>found - 1;
}

function lookUp(start: usize, end: usize): u32 {
  const trie: usize = PROGRAM + word(P_NAMES);
  let node: u32 = 0;
  let found: u32 = 0;
  for (let p = end; p > start; p--) {
    const c = <u32>load<u8>(p - 1);
    if (!is(c, ALNUM)) continue;
    node = child(trie, node, fold(c));
    if (node == 0) break;
    const ends = trie + node * NODE_SIZE;
    let rule = <u32>load<u16>(ends, 6);
    const word = <u32>load<u16>(ends, 8);
    if (word != 0 && startsWord(p - 1)) rule = word;
    const whole = <u32>load<u16>(ends, 10);
    if (whole != 0 && p - 1 == start) rule = whole;
    if (rule != 0) found = rule;
  }
  return found;
}

/** The code of the scheme word [start, end), 0: not one. */
export function schemeOf(trie: usize, start: usize, end: usize): u32 {
  let node: u32 = 0;
  for (let p = start; p < end; p++) {
    node = child(trie, node, fold(load<u8>(p)));
    if (node == 0) return 0;
  }
  return <u32>load<u16>(trie + node * NODE_SIZE, 6);
}
