// What stands before a name: which of the patterns that rows ask for do, as far as they have been asked for. The patterns
// are in groups, with an automaton each: most rows need no run or one.
import { BEFORE_GROUPS, BEFORE_SHIFT, P_JOINS, PROGRAM, ROW_BEFORE, ROW_SIZE } from "../abi";
import { word } from "../reading/program-view";
import { MAX_MATCHES, Matches, matchAt } from "./run-row";
import { runBackward } from "./tagged";

// Of a group: a bit for each pattern that stands there u64, and one for each that has been looked for u64.
const GROUP: usize = 16;
const GROUPS: usize = memory.data(16 * 4, 16);
const ASKED: usize = 8;

/** Returns the row of joins whose number is at `entry` of a list. */
// @inline
export function joinRow(entry: usize): usize {
  return PROGRAM + word(P_JOINS) + <usize>load<u16>(entry) * ROW_SIZE;
}

// @inline
function groupOf(pattern: u32): usize {
  return GROUPS + <usize>(pattern >>> BEFORE_SHIFT) * GROUP;
}

/** The bit of a pattern in its group; a shift takes the number's lower six bits. */
// @inline
function bitOf(pattern: u32): u64 {
  return (<u64>1) << (<u64>pattern);
}

/** Another name: nothing has been asked for. */
export function forgetBefores(): void {
  memory.fill(GROUPS, 0, <usize>BEFORE_GROUPS * GROUP);
}

/** Whether the pattern, 0 being none, has been looked for and does not stand there. */
// @inline
export function isRuledOutBefore(pattern: u32): bool {
  if (pattern == 0) return false;
  const group = groupOf(pattern);
  return (bitOf(pattern) & load<u64>(group, ASKED) & ~load<u64>(group)) != 0;
}

/** Whether the pattern, 0 being none, stands there; it has been looked for. */
export function standsBefore(pattern: u32): bool {
  return pattern == 0 || (load<u64>(groupOf(pattern)) & bitOf(pattern)) != 0;
}

/** Whether the pattern, 0 being none, stands before the name. */
export function fitsBefore(pattern: u32): bool {
  if (pattern == 0) return true;
  const group = groupOf(pattern);
  const asked = load<u64>(group, ASKED);
  if ((asked & bitOf(pattern)) == 0) {
    const number = pattern >>> BEFORE_SHIFT;
    const wanted = asked | bitOf(pattern) | wantedBefores(number);
    store<u64>(group, wanted, ASKED);
    // Of those that were asked for before, it is known.
    store<u64>(group, load<u64>(group) | runBackward(number, wanted & ~asked));
  }
  return standsBefore(pattern);
}

/** Looks for all patterns. */
export function findAllBefores(): void {
  for (let number: u32 = 0; number < <u32>BEFORE_GROUPS; number++) {
    store<u64>(GROUPS + <usize>number * GROUP, runBackward(number, ~(<u64>0)));
  }
}

/** Returns a bit for each pattern of the group that rows which have matched ask for. */
function wantedBefores(number: u32): u64 {
  let wanted: u64 = 0;
  for (let i = Matches.count - 1; i >= 0 && i >= Matches.count - MAX_MATCHES; i--) {
    const list = <usize>load<u32>(matchAt(i), 4);
    const last = list + <usize>load<u16>(list) * 2;
    for (let entry = list + 2; entry <= last; entry += 2) {
      const pattern = <u32>load<u8>(joinRow(entry), ROW_BEFORE);
      if (pattern >>> BEFORE_SHIFT == number) wanted |= bitOf(pattern);
    }
  }
  return wanted;
}
