// The name of a pair that is a member's value: `"name":"…"`, the end of a path or not.
import { R_VALUE, VALUE_NAMED } from "../abi";
import { Char, isQuoteAt, readChar } from "../reading/character";
import { SLASH, SPACE } from "../reading/chars";
import { ruleAt } from "../reading/program-view";
import { at, END, is, MAYBE_END, NAME, Text } from "../reading/text";
import { leaveWindow } from "../reading/window";
import { Name } from "./name-trie";
import { wholeName } from "./sensitive-name";

export function isOfPath(c: u32): bool {
  return is(c, NAME) || c == SLASH;
}

/** A name that stands after its value is no longer. */
const MAX_NAME: usize = 64;

/** Returns the rule of the name at `p`, which is a member's value, or -1: it is none of a credential. */
export function ruleOfName(p: usize): i32 {
  leaveWindow();
  const most = p + MAX_NAME;
  const end = skipWord(p, most);
  const start = Name.start;
  const nameEnd = Name.end;
  let rule = end > p && isNameEnd(end) ? wholeName(end) : -1;
  if (rule < 0 && end > p && at(end) == SPACE) rule = ruleOfPhrase(p, end, most);
  Name.start = start;
  Name.end = nameEnd;
  return rule >= 0 && <u32>load<u8>(ruleAt(rule), R_VALUE) != VALUE_NAMED ? rule : -1;
}

/** Returns the rule of the name of several words at `p` that is all of its string, or -1. Of "Reset password" a part is one. */
function ruleOfPhrase(p: usize, firstEnd: usize, most: usize): i32 {
  let end = firstEnd;
  while (end < most && at(end) == SPACE) {
    const next = skipWord(end + 1, most);
    if (next == end + 1) return -1;
    end = next;
  }
  if (!isQuoteAt(end)) return -1;
  const rule = wholeName(end);
  return Name.from == p && Name.end == end ? rule : -1;
}

/** Returns the address after the word or path at `p`. */
function skipWord(p: usize, most: usize): usize {
  let end = p;
  while (end < most) {
    const next = skipOfPath(end);
    if (next == end) break;
    end = next;
  }
  return end;
}

/** Returns the address after what is of a path at `p`, `p` if nothing is; a slash may be escaped as PHP does it. */
function skipOfPath(p: usize): usize {
  if (isOfPath(at(p))) return p + 1;
  readChar(p);
  return Char.code == SLASH ? p + Char.length : p;
}

/** Whether what stands at `p` ends a string or a bare word. */
function isNameEnd(p: usize): bool {
  return isQuoteAt(p) || p >= Text.limit || is(at(p), END | MAYBE_END);
}
