// Where the text's end may have cut a match that no stop tells of yet.
import {
  FIRST_LISTS,
  FIRST_SIZE,
  KIND_BLOCK,
  P_FIRST,
  P_FIRST_LINES,
  P_TAIL,
  PROGRAM,
  R_DFA,
  R_FRAGMENT_END,
  R_KIND,
} from "../abi";
import { AMPERSAND, BACKSLASH, LINE_FEED, PERCENT } from "../reading/chars";
import { following, ruleAt, word } from "../reading/program-view";
import { Text } from "../reading/text";
import { isAliveAtEnd } from "../shapes/run-dfa";
import { firstReplaced } from "../shapes/shape";
import { leavesAuthority } from "./authority";

/**
 * Where the text's end may have cut a match before its fragment: the earliest start of a pattern that
 * is alive there and whose fragment would end after it, or the limit.
 * Nearly all patterns keep to a line, and nearly all text that comes at a time ends with one: for that case, the few
 * others have a list of their own (a line of 370 bytes took 35 µs, of which the scan was 3).
 */
export function tailHold(): usize {
  const reach = <usize>word(P_TAIL);
  const limit = Text.limit;
  let p = limit - min(reach, limit - Text.begin);
  // Where characters are escaped, a fragment ends farther after its start.
  const escapes = lastEscape(p, limit);
  if (p < Text.floor) p = Text.floor;
  let line = limit;
  while (line > p && load<u8>(line - 1) != LINE_FEED) line--;
  let frontier = limit;
  for (; p < frontier; p++) {
    const first: usize = PROGRAM + word(p < line ? P_FIRST_LINES : P_FIRST);
    const c = <usize>load<u8>(p);
    const until = load<u16>(first + (c + 1) * 2);
    const follows = following(p);
    for (let i = load<u16>(first + c * 2); i < until; i++) {
      const entry = first + FIRST_LISTS + <usize>i * FIRST_SIZE;
      if ((load<u32>(entry) & follows) == 0) continue;
      const rule = load<u32>(entry, 4);
      const record = ruleAt(rule);
      if (p + load<u16>(record, R_FRAGMENT_END) <= limit && p > escapes) break;
      if (load<u8>(record, R_KIND) == KIND_BLOCK) continue;
      const hold = firstReplaced(record, p);
      if (hold >= frontier || leavesAuthority(record, p, limit)) continue;
      if (isAliveAtEnd(load<u32>(record, R_DFA), rule, p)) frontier = hold;
    }
  }
  return frontier;
}

/** Returns the last place in [least, p) where an escape may begin, or one before all of them. */
function lastEscape(least: usize, p: usize): usize {
  for (; p > least; p--) {
    const c = <u32>load<u8>(p - 1);
    if (c == BACKSLASH || c == PERCENT || c == AMPERSAND) return p - 1;
  }
  return least - 1;
}
