// A value that stands far behind its name, over other members: these are searched first, and then it is entered. `Members`
// holds what is known of it, as no other text is set aside meanwhile.

import { R_VALUE } from "../abi";
import { leaveFrame, narrow } from "../frames/frame";
import { Key } from "../names/key-state";
import { Members } from "../reading/members-state";
import { ruleAt } from "../reading/program-view";
import { CHANGES_MEMBER, MODE_SEARCH, State } from "../reading/state";
import { Text } from "../reading/text";
import { enterValue } from "../values/enter-value";

/** Nothing that is shorter holds a credential besides the pair's names. */
const MIN_BETWEEN: usize = 24;
/** In `Members.level`: it is a value and no member's string. */
const IS_LATER: u32 = 0x80000000;
const IS_DOUBLED: u32 = 0x40000000;

/** Whether the value that `State` is at, of a pair, is set aside until what stands before it has been searched. */
export function setAside(): bool {
  if (Key.changes != CHANGES_MEMBER || Members.at != usize.MAX_VALUE) return false;
  if (Key.opening < Key.nameEnd + MIN_BETWEEN || Key.wrap != 0 || Key.isHeading) return false;
  Members.at = Key.opening;
  Members.rule = State.rule;
  Members.flags = Key.code | ((<u32>Key.form) << 8) | (Key.count << 16);
  Members.depth = Key.sign | ((<u32>Key.separator) << 8) | (Key.separatorCount << 16);
  Members.level = IS_LATER | (Key.doubled ? IS_DOUBLED : 0) | State.level;
  State.mode = MODE_SEARCH;
  State.level = 0;
  return true;
}

// @inline
export function isLater(): bool {
  return (Members.level & IS_LATER) != 0;
}

/** Enters the value that was set aside, unless what was found reaches into it. Returns where to go on. */
export function resumeLater(p: usize): usize {
  const value = Members.at;
  Members.at = usize.MAX_VALUE;
  if (p > value) return p;
  Key.code = Members.flags & 255;
  Key.form = <i32>((Members.flags >>> 8) & 255);
  Key.count = Members.flags >>> 16;
  Key.sign = Members.depth & 255;
  Key.separator = <i32>((Members.depth >>> 8) & 255);
  Key.separatorCount = Members.depth >>> 16;
  Key.doubled = (Members.level & IS_DOUBLED) != 0;
  Key.changes = CHANGES_MEMBER;
  Key.wrap = 0;
  Key.list = 0;
  Key.isArray = false;
  const level = Members.level & 255;
  Members.level = 0;
  State.level = level;
  // It was decided when it was set aside.
  Text.hitEnd = false;
  narrow(level, value);
  const isFound = enterValue(value, Members.rule, <u32>load<u8>(ruleAt(Members.rule), R_VALUE));
  leaveFrame();
  if (isFound) return Key.value;
  State.mode = MODE_SEARCH;
  State.level = 0;
  return value;
}
