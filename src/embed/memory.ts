// Where things lie in the module's memory: the default policy, the kernel's tables, the program, room for what a policy
// adds to it, the haystack; after that what the compiler lays out, and the heap.
import { CHANGES_ROOM, CONTEXT, DECISION_LIMIT, PAD, PROGRAM } from "../kernel/abi";
import { INPUT_MOST, TOLD, TOLD_IMAGE } from "./abi";

/** Where a haystack begins. */
// @inline
export function base(): usize {
  return (<usize>PROGRAM + load<u32>(TOLD, TOLD_IMAGE) + CHANGES_ROOM + PAD + 15) & ~15;
}

/** What may lie before a block: context and the undecided rest of the last one. */
export const CARRY_MOST: u32 = CONTEXT + 3 * DECISION_LIMIT;

/** Most bytes of a haystack. */
export const CAPACITY: usize = <usize>CARRY_MOST + INPUT_MOST;
