// An automaton of rows: its states, and which rows have matched in each.
import { PROGRAM, TAGGED_CLASSES, TAGGED_STATES } from "../abi";

// @inline
function rowOf(automaton: usize, state: u32): usize {
  return automaton + TAGGED_STATES + <usize>(state * (load<u32>(automaton) + 1)) * 2;
}

/** Returns the state behind `symbol`; 0: nothing can match any more. */
export function nextState(automaton: usize, state: u32, symbol: u32): u32 {
  const symbolClass = <usize>load<u8>(automaton + TAGGED_CLASSES + symbol);
  return load<u16>(rowOf(automaton, state) + 2 + symbolClass * 2);
}

/** Returns the list of the rows that have matched in `state`, of which the first byte is its length; 0: none has. */
export function listOf(automaton: usize, state: u32): usize {
  const list = <usize>load<u16>(rowOf(automaton, state));
  return list == 0 ? 0 : PROGRAM + load<u32>(automaton, 4) + list;
}

/** Returns a bit for each pattern that has matched in `state`, the first one's is 2. */
export function accepted(automaton: usize, state: u32): u64 {
  const list = state == 0 ? 0 : listOf(automaton, state);
  if (list == 0) return 0;
  let found: u64 = 0;
  const length = <usize>load<u8>(list);
  for (let j: usize = 1; j <= length; j++) found |= (<u64>1) << (<u64>load<u8>(list + j) + 1);
  return found;
}
