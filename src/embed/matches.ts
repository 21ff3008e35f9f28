// The matches of the last call that have ended.
import { SPAN_CHECK_FAILED, SPAN_CHECK_PASSED } from "../kernel/abi";
import { MATCH_CHECK, MATCH_END, MATCH_RULE, MATCH_RULE_LENGTH, MATCH_SIZE, MATCH_START } from "./abi";
import { Bytes } from "./bytes";
import { idLength, idOf } from "./policy";

class Matches {
  static list: Bytes = new Bytes();
  static next: i32 = 0;
}

export function clearMatches(): void {
  Matches.list.length = 0;
  Matches.next = 0;
}

export function addMatch(start: u64, end: u64, rule: u32, flags: u32): void {
  const at = Matches.list.reserve(MATCH_SIZE);
  store<u64>(at, start, MATCH_START);
  store<u64>(at, end, MATCH_END);
  store<u32>(at, <u32>idOf(rule), MATCH_RULE);
  store<u32>(at, <u32>idLength(rule), MATCH_RULE_LENGTH);
  store<u32>(at, flags & SPAN_CHECK_PASSED ? 1 : flags & SPAN_CHECK_FAILED ? 2 : 0, MATCH_CHECK);
  Matches.list.length += MATCH_SIZE;
}

/** The address of the next one; 0: there is no more. */
export function nextMatch(): usize {
  if (Matches.next >= Matches.list.length) return 0;
  Matches.next += MATCH_SIZE;
  return Matches.list.address + Matches.next - MATCH_SIZE;
}
