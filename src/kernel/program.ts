// Reads the program: the tables that rules were compiled to.
import { HASH, PROGRAM, P_RULES, RULE_SIZE, SET_BITS } from "./abi";

@inline
export function word(offset: usize): u32 {
  return load<u32>(<usize>PROGRAM + offset);
}

@inline
export function ruleAt(rule: u32): usize {
  return PROGRAM + word(P_RULES) + rule * RULE_SIZE;
}

@inline
export function inSet(set: usize, fragment: u32): bool {
  const h = (fragment * HASH) >>> (32 - SET_BITS);
  return ((load<u8>(set + (h >>> 3)) >>> (h & 7)) & 1) != 0;
}
