// The name of a pair that is a member's value: `"name":"…"`, the end of a path or not.
import { R_VALUE, VALUE_NAMED } from "../abi";
import { Char, isQuoteAt, readChar } from "../reading/character";
import { SLASH } from "../reading/chars";
import { ruleAt } from "../reading/program-view";
import { at, END, is, MAYBE_END, NAME, Text } from "../reading/text";
import { leaveWindow } from "../reading/window";
import { Name } from "./name-trie";
import { wholeName } from "./sensitive-name";

export function isOfPath(c: u32): bool {
  return is(c, NAME) || c == SLASH;
}

/** A name that stands behind its value is no longer. */
const MAX_NAME: usize = 64;

/** Returns the rule of the name at `p`, which is a member's value, or -1: it is none of a credential. */
export function ruleOfName(p: usize): i32 {
  leaveWindow();
  let end = p;
  for (const most = p + MAX_NAME; end < most; ) {
    const next = skipOfPath(end);
    if (next == end) break;
    end = next;
  }
  const start = Name.start;
  const nameEnd = Name.end;
  const rule = end > p && isNameEnd(end) ? wholeName(end) : -1;
  Name.start = start;
  Name.end = nameEnd;
  return rule >= 0 && <u32>load<u8>(ruleAt(rule), R_VALUE) != VALUE_NAMED ? rule : -1;
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
