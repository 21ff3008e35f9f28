// Tries of names and words, as `src/program/image/trie.ts` writes them.
import { NODE_SIZE, P_WORDS, PROGRAM } from "../abi";
import { isLower, isPrintable, isUpper } from "./chars";
import { word } from "./program-view";
import { at, fold } from "./text";
import { readOnTo } from "./window";

// @inline
export function nodeAt(trie: usize, node: u32): usize {
  return trie + node * NODE_SIZE;
}

/** Returns the child of `node` for a character, a lower-case letter if it is one, or 0. */
// @inline
export function child(trie: usize, node: u32, c: u32): u32 {
  const at = nodeAt(trie, node);
  const number: u64 = ((c >>> 1) & 32) | (c & 31);
  const bit: u64 = 1 << number;
  const children = load<u64>(at);
  if ((children & bit) == 0 || !isPrintable(c)) return 0;
  return <u32>load<u16>(at, 8) + <u32>popcnt(children & (bit - 1));
}

/** Returns the node that the letters of [start, end) lead to from `node`, case folded, or 0. */
export function walk(trie: usize, node: u32, start: usize, end: usize): u32 {
  for (let p = start; p < end; p++) {
    node = child(trie, node, fold(load<u8>(p)));
    if (node == 0) return 0;
  }
  return node;
}

/** Returns the value of the word that ends at `node`, or 0. */
// @inline
export function valueAt(trie: usize, node: u32): u32 {
  return node == 0 ? 0 : <u32>load<u16>(nodeAt(trie, node), 10);
}

/**
 * Length of the longest word of `list` (LIST_*) at `p`, 0: none. A word goes on over small letters, and over
 * capitals after a capital: "set" is one of `setToken` and `SET_TOKEN`, not of `settings` and `SETTINGS`.
 */
export function lengthOfListed(list: u32, p: usize): usize {
  const words: usize = PROGRAM + word(P_WORDS);
  let length: usize = 0;
  let q = p;
  let node = child(words, 0, fold(at(q)));
  while (node != 0) {
    const next = <u32>at(q + 1);
    if ((load<u32>(nodeAt(words, node), 12) & list) != 0 && !goesOn(at(q), next)) length = q + 1 - p;
    node = child(words, node, fold(next));
    q++;
  }
  readOnTo(q + 1);
  return length;
}

// @inline
function goesOn(c: u32, next: u32): bool {
  return isLower(next) || (isUpper(next) && isUpper(c));
}
