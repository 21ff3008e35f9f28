// What is gone on with once the text up to it has been searched. A value that stands far after its name, over other
// members; the next element after a string of an array under a name whose values are judged, which is none of the name's
// (`keys: ["a", "postgres://ann:…"]`). `Members` holds what is known of it, as no other text is set aside meanwhile.

import { R_VALUE } from "../abi";
import { leaveFrame, narrow } from "../frames/frame";
import { Key } from "../names/key-state";
import { CHECKED_MOST } from "../reading/bounds";
import { Char, isQuoteAt } from "../reading/character";
import { Members } from "../reading/members-state";
import { ruleAt } from "../reading/program-view";
import { CHANGES_MEMBER, MODE_ELEMENT, MODE_SEARCH, State } from "../reading/state";
import { Text, undecided } from "../reading/text";
import { enterValue } from "../values/enter-value";
import { endsAt } from "../values/text-end";

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

/** In `Members.level`: it is an element of an array. */
const IS_ELEMENT: u32 = 0x20000000;

/** Goes into the element's string at `p`, or after it; 0: more text is needed. */
export function searchElement(p: usize): usize {
  let end = p;
  for (const most = p + CHECKED_MOST; end < most && !undecided() && !endsAt(end); ) end++;
  if (undecided()) return 0;
  State.inner = 0;
  State.mode = MODE_SEARCH;
  if (end == p + CHECKED_MOST || Members.at != usize.MAX_VALUE) return p;
  Members.at = end;
  Members.rule = State.rule;
  Members.flags = State.flags;
  Members.depth = State.array | (State.step << 8) | (State.lines << 16);
  Members.level = IS_ELEMENT | State.level | (State.wantsQuote << 8) | ((<u32>State.kind) << 16);
  return p;
}

// @inline
export function isElement(): bool {
  return (Members.level & IS_ELEMENT) != 0;
}

/** Goes on after the element whose string ends at `p`, unless what was found reaches over its end. */
export function resumeElement(p: usize): usize {
  const end = Members.at;
  Members.at = usize.MAX_VALUE;
  const level = Members.level;
  Members.level = 0;
  if (p > end || !isQuoteAt(p)) return p;
  State.rule = Members.rule;
  State.flags = Members.flags;
  State.array = Members.depth & 255;
  State.step = (Members.depth >>> 8) & 255;
  State.lines = Members.depth >>> 16;
  State.level = level & 255;
  State.wantsQuote = (level >>> 8) & 255;
  State.kind = (level >>> 16) & 255;
  State.code = Char.code;
  State.form = Char.form;
  State.count = Char.count;
  State.inner = 0;
  State.mode = MODE_ELEMENT;
  return p;
}
