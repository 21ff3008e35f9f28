// Reads the program: the tables that rules were compiled to.
import {
  BIT_SHIFT,
  CHECK_NONE,
  FLAG_ANY_WORD,
  FLAG_CAPTURE,
  FLAG_OWN,
  P_RULES,
  PROGRAM,
  R_CHECK,
  R_FLAGS,
  R_VALUE,
  RULE_SIZE,
  SET_SHIFT,
  VALUE_SET_COOKIE,
} from "../abi";
import { Text } from "./text";

// @inline
export function word(offset: usize): u32 {
  return load<u32>(<usize>PROGRAM + offset);
}

// @inline
export function ruleAt(rule: u32): usize {
  return PROGRAM + word(P_RULES) + rule * RULE_SIZE;
}

/** Whether a rule is a user's own: what it names is a secret whatever it looks like. */
// @inline
export function isOwnRule(rule: u32): bool {
  return (load<u8>(ruleAt(rule), R_FLAGS) & FLAG_OWN) != 0;
}

/** Whether a name needs no judging of its value: in quotes, "yes" and "7" are one. */
// @inline
export function takesAnyWord(rule: u32): bool {
  return (load<u8>(ruleAt(rule), R_FLAGS) & FLAG_ANY_WORD) != 0;
}

/** Whether the cell below a column of the name is a secret, all of it: a value that needs no judging, a header's. */
export function isOfCell(rule: u32): bool {
  const record = ruleAt(rule);
  return load<u8>(record, R_CHECK) == CHECK_NONE && <i32>load<u8>(record, R_VALUE) <= VALUE_SET_COOKIE;
}

/** 1 in the lowest bit if the fragment may be in the set; the other bits are anything. */
// @inline
export function bitOf(set: usize, multiplier: u32, fragment: u32): u64 {
  const hash = fragment * multiplier;
  const bits = load<u64>(set + ((hash >>> SET_SHIFT) << 3));
  return (bits >>> hash) & (bits >>> (hash >>> BIT_SHIFT));
}

/** The byte at `p` as a set: one of 32 bits, by the byte's lowest five. */
// @inline
export function setOf(p: usize): u32 {
  return (<u32>1) << (<u32>load<u8>(p) & 31);
}

/** The byte after `p` as a set for an entry of `P_FIRST`; all bytes, where there is none yet. */
// @inline
export function following(p: usize): u32 {
  return p + 1 < Text.limit ? setOf(p + 1) : ~(<u32>0);
}

/** Whether only a group of what the rule matches is replaced. */
export function isCapture(rule: u32): bool {
  return (load<u8>(ruleAt(rule), R_FLAGS) & FLAG_CAPTURE) != 0;
}
