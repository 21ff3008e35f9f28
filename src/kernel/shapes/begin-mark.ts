// The marks that blocks begin with.
import { FIRST_LISTS, FIRST_SIZE, KIND_BLOCK, P_FIRST, PROGRAM, R_DFA, R_KIND } from "../abi";
import { ruleAt, word } from "../reading/program-view";
import { at } from "../reading/text";
import { Run } from "./dfa-memo";
import { runPattern, startState } from "./run-dfa";

/** Whether a block begins at `p`. */
export function startsBlock(p: usize): bool {
  const first: usize = PROGRAM + word(P_FIRST);
  const c = <usize>at(p);
  const until = load<u16>(first + (c + 1) * 2);
  for (let i = load<u16>(first + c * 2); i < until; i++) {
    const rule = load<u32>(first + FIRST_LISTS + <usize>i * FIRST_SIZE, 4);
    const record = ruleAt(rule);
    if (load<u8>(record, R_KIND) != KIND_BLOCK) continue;
    const dfa: usize = PROGRAM + load<u32>(record, R_DFA);
    runPattern(dfa, rule, p, startState(dfa, p));
    if (Run.end != 0) return true;
  }
  return false;
}
