// From a fragment that is there to the places where a rule's match may start.
import {
  ENTRY_SIZE,
  FIRST_LISTS,
  FIRST_SIZE,
  FLAG_AT,
  P_ENTRIES,
  P_HASH,
  P_SLOTS,
  P_SLOW,
  P_TAIL,
  PROGRAM,
  R_FLAGS,
  SLOT_SHIFT,
  TAG_SHIFT,
} from "../abi";
import { BACKSLASH } from "../reading/chars";
import { ruleAt, word } from "../reading/program-view";
import { at, Text } from "../reading/text";
import { leaveWindow, readBackTo, Window } from "../reading/window";
import { ruledOutTo, ruleOut } from "../shapes/dfa-memo";
import {
  aroundOf,
  Behind,
  holds,
  mayHoldEscape,
  mayReachAt,
  mayStart,
  mayStartLine,
  startOfUnits,
} from "../shapes/quick-tests";
import { tryRule } from "../shapes/shape";
import { leavesAuthority } from "./authority";

/** Tries every rule that has the fragment whose last byte is at `p`; `folded` is it in lower case. */
// @inline
export function tryFragment(folded: u32, p: usize): void {
  const hash = folded * word(P_HASH);
  const slot = load<u64>(PROGRAM + word(P_SLOTS) + ((hash >>> SLOT_SHIFT) << 3));
  // What stopped here may be a name: of the others, this bit tells 15 in 16 without a look at the entries.
  if (((slot >>> <u64>(16 + ((hash >>> TAG_SHIFT) & 15))) & 1) == 0) return;
  // Or parts of common words: they are known by the case of a letter or by what is after them.
  if (((slot >>> <u64>(32 + aroundOf(p))) & 1) == 0 && Behind.isPlain) return;
  tryEntries(<u32>slot & 0xffff, p);
}

/** Tries every rule of the entries from number `first` on whose bytes are at `p`. */
export function tryEntries(first: u32, p: usize): void {
  let next = first;
  while (next != 0) {
    const entry: usize = PROGRAM + word(P_ENTRIES) + (next - 1) * ENTRY_SIZE;
    if (holds(entry, p)) {
      const rule = <u32>load<u16>(entry, 24);
      const last = p - <usize>load<u8>(entry, 28);
      const first = p - <usize>load<u8>(entry, 29);
      const needsLine = load<u8>(entry, 31) != 0;
      readBackTo(first);
      if (first == last) {
        if (first >= Text.begin) tryStart(rule, first, p, needsLine);
      } else {
        tryStarts(next, rule, max(first, Text.begin), last, p, needsLine);
      }
      if (mayHoldEscape(first, p)) tryEscaped(rule, entry, p, needsLine);
    }
    next = <u32>load<u16>(entry, 26);
  }
}

/** Returns whether nothing that the rule matches starts at `start`, whatever fragment of it is looked at in this scan. */
// @inline
function tryStart(rule: u32, start: usize, p: usize, needsLine: bool): bool {
  if (!mayStart(rule, start) || (needsLine && !mayStartLine(start))) return true;
  const record = ruleAt(rule);
  // Nine rules of URLs ask for it, and few URLs have one: before their host is looked for.
  if ((load<u8>(record, R_FLAGS) & FLAG_AT) != 0 && !mayReachAt(start)) return true;
  return leavesAuthority(record, start, p + 1) || tryRule(rule, start);
}

/** Tries each start in [first, last] that an earlier fragment of the entry has not ruled out. */
function tryStarts(entry: u32, rule: u32, first: usize, last: usize, p: usize, needsLine: bool): void {
  const until = ruledOutTo(entry, first);
  // How far before them these starts were looked at is told of them alone, or it would grow from stop to stop.
  const outer = Window.first;
  if (outer != 0) Window.first = until;
  let isRuledOut = true;
  let start = until;
  for (; start <= last; start++) {
    if (tryStart(rule, start, p, needsLine) || !isRuledOut) continue;
    isRuledOut = false;
    ruleOut(entry, first, start);
  }
  if (isRuledOut) ruleOut(entry, first, max(start, until));
  Window.first = min(outer, Window.first);
}

/** Tries the starts that are as far before the fragment in characters: escapes of one are longer. */
function tryEscaped(rule: u32, entry: usize, p: usize, needsLine: bool): void {
  const farthest = <usize>load<u8>(entry, 29);
  leaveWindow();
  for (let distance = <usize>load<u8>(entry, 28); distance <= farthest; distance++) {
    const start = startOfUnits(p, distance, word(P_TAIL));
    if (start == 0) continue;
    const isEscape = load<u8>(start) == BACKSLASH;
    if (!isEscape && p - start <= farthest) continue;
    if ((!isEscape && !mayStart(rule, start)) || (needsLine && !mayStartLine(start))) continue;
    if (!leavesAuthority(ruleAt(rule), start, p + 1)) tryRule(rule, start);
  }
}

/** Tries the rules without a fragment that can start with the byte at `p`. */
export function trySlow(p: usize): void {
  const first: usize = PROGRAM + word(P_SLOW);
  const c = <usize>at(p);
  const until = load<u16>(first + (c + 1) * 2);
  for (let i = load<u16>(first + c * 2); i < until; i++) {
    tryRule(load<u32>(first + FIRST_LISTS + <usize>i * FIRST_SIZE, 4), p);
  }
}
