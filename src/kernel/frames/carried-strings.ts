// The strings that are open where one scan ends and the next one goes on.

import { Text } from "../reading/text";
import {
  contentStart,
  ENTRY_SIZE,
  entry,
  HEAD_CUT,
  HEAD_READ,
  MAX_DEPTH,
  STARTS_DOUBLED,
  STARTS_JSON,
  Strings,
  startsDoubled,
  startsJson,
} from "./open-strings";
import { keepBase, resetStrings } from "./strings";

/** Farther in front is not looked at. */
const MAX_DISTANCE: usize = 1 << 16;

/** After the strings: the tags that are open. */
const TAGS: usize = 4 + <usize>MAX_DEPTH * ENTRY_SIZE;

/** Writes the open strings for the next scan, addresses as distances from `from`. All zeros: none is open at `from`. */
export function saveStrings(p: usize, from: usize): void {
  store<u32>(p, Strings.depth | Strings.head | ((<u32>(from - min(from, Strings.at))) << 8));
  store<u32>(p, Strings.tags, TAGS);
  for (let i: u32 = 1; i <= Strings.depth; i++) {
    const slot = p + <usize>i * ENTRY_SIZE - 4;
    noteStart(i);
    store<u32>(slot, load<u32>(entry(i)));
    store<u32>(slot, <u32>min(from - contentStart(i), MAX_DISTANCE), 4);
  }
}

export function loadStrings(p: usize, from: usize): void {
  const word = load<u32>(p);
  resetStrings(from - <usize>(word >>> 8));
  Strings.depth = word & 0x3f;
  Strings.head = word & (HEAD_READ | HEAD_CUT);
  Strings.tags = load<u32>(p, TAGS);
  for (let i: u32 = 1; i <= Strings.depth; i++) {
    const slot = p + <usize>i * ENTRY_SIZE - 4;
    store<u32>(entry(i), load<u32>(slot));
    store<u32>(entry(i), <u32>from - load<u32>(slot, 4), 4);
  }
  keepBase();
}

/** Notes how the string at `depth` begins, if that is all there. */
function noteStart(depth: u32): void {
  const hitEnd = Text.hitEnd;
  Text.hitEnd = false;
  const starts = (startsDoubled(depth) ? STARTS_DOUBLED : 0) | (startsJson(depth) ? STARTS_JSON : 0);
  if (!Text.hitEnd) {
    const form = <u32>load<u8>(entry(depth), 1) & ~(STARTS_DOUBLED | STARTS_JSON);
    store<u8>(entry(depth), form | starts, 1);
  }
  Text.hitEnd = hitEnd;
}
