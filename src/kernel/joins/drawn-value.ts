// Values that a traceback draws below the line of code that has their names, each under its name:
//
//   connect(user, password)
//           │     └ 'marzipan otter 4'
//           └ 'ann'
import { R_VALUE, VALUE_NAMED } from "../abi";
import { Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { wholeName } from "../names/sensitive-name";
import { BOX_BAR, BOX_LOW_CORNER, EQUALS, isAscii, LINE_FEED } from "../reading/chars";
import { ruleAt } from "../reading/program-view";
import { skipBlanks } from "../reading/skip";
import { at, BLANK, before, is, NAME, Text, undecided, wideAt } from "../reading/text";
import { leaveWindow } from "../reading/window";
import { enterValue } from "../values/enter-value";

/** The line of code is so many lines above at most. */
const LINES_MOST = 8;

/** Whether the name that was found is a corner, which stands after a blank or a bar. */
export function isCorner(): bool {
  const p = Name.start;
  if (wideAt(p) != BOX_LOW_CORNER) return false;
  const c = before(p);
  return is(c, BLANK) || c == LINE_FEED || !isAscii(c);
}

/** Puts `State` inside the value after the corner that ends at `end`, if the name above it is sensitive. */
export function findDrawn(end: usize): bool {
  // The lines above decide.
  leaveWindow();
  const value = skipBlanks(end);
  const rule = ruleAbove(Name.start);
  Key.value = value;
  Key.opening = value;
  Key.wrap = 0;
  Key.code = 0;
  Key.sign = EQUALS;
  Key.isArray = false;
  Key.list = 0;
  Key.changes = 0;
  const kind = rule < 0 ? 0 : <u32>load<u8>(ruleAt(<u32>rule), R_VALUE);
  const isFound = rule >= 0 && kind != VALUE_NAMED && enterValue(value, <u32>rule, kind);
  if (!isFound && !undecided()) Key.value = 0;
  return isFound && !undecided();
}

/** Returns the rule of the name above the corner that begins at `p`, or -1. */
function ruleAbove(p: usize): i32 {
  let line = startOfLine(p);
  const column = columns(line, p);
  for (let i = 0; i < LINES_MOST && line > Text.begin; i++) {
    line = startOfLine(line - 1);
    const above = addressOf(line, column);
    if (above == 0) return -1;
    if (wideAt(above) == BOX_BAR) continue;
    let end = above;
    while (is(at(end), NAME)) end++;
    const rule = end > above ? wholeName(end) : -1;
    return rule >= 0 && Name.start <= above ? rule : -1;
  }
  return -1;
}

/** The start of the line that goes on before `p`. */
function startOfLine(p: usize): usize {
  while (p > Text.begin && load<u8>(p - 1) != LINE_FEED) p--;
  return p;
}

/** How many characters stand in [p, end). */
function columns(p: usize, end: usize): u32 {
  let count: u32 = 0;
  for (; p < end; p++) if (startsCharacter(load<u8>(p))) count++;
  return count;
}

/** The address of the character in `column` of the line at `p`; 0: the line is shorter. */
function addressOf(p: usize, column: u32): usize {
  let count: u32 = 0;
  for (; p < Text.limit && load<u8>(p) != LINE_FEED; p++) {
    if (startsCharacter(load<u8>(p)) && count++ == column) return p;
  }
  return 0;
}

// @inline
function startsCharacter(c: u32): bool {
  return (c & 0xc0) != 0x80;
}
