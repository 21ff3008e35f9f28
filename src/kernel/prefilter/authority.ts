// `http://127.0.0.1:46041/`: no token begins in a URL's host or port and goes on after the slash that ends it, so all of
// that can go out before anybody knows what follows.
import { FLAG_CAPTURE, FLAG_OWN, PROGRAM, R_DFA, R_FLAGS } from "../abi";
import { CLOSE_BRACKET, COLON, DIGIT_0, DIGIT_9, DOT, HYPHEN, OPEN_BRACKET, SLASH } from "../reading/chars";
import { before, is, Text, WORD } from "../reading/text";
import { leaveWindow, readBackTo } from "../reading/window";
import { isDead, startState } from "../shapes/run-dfa";

/** A host with its port is no longer. */
const AUTHORITY_MOST: usize = 120;

/**
 * Whether a match of a rule from `start` on, whose fragment ends at `known` or later, goes over the end of a URL's
 * authority that it starts in: its port, or its host where the match is a token that may have slashes in it.
 */
export function leavesAuthority(record: usize, start: usize, known: usize): bool {
  // A user's own rule matches what its pattern says.
  const flags = <u32>load<u8>(record, R_FLAGS);
  if ((flags & FLAG_OWN) != 0) return false;
  let slash = start;
  while (slash < known && load<u8>(slash) != SLASH) slash++;
  if (slash >= known) return false;
  // What stands in front of a token may be a path, `/api/v1/…`; a token of BASE64 does not begin with the slash.
  if (slash == start && (flags & FLAG_CAPTURE) != 0) return false;
  const first = slash > Text.begin + AUTHORITY_MOST ? slash - AUTHORITY_MOST : Text.begin;
  let p = slash;
  while (p > first && isDigit(before(p))) p--;
  const hasPort = p < slash && p > first && before(p) == COLON;
  const port = hasPort ? p : slash;
  const host = startOfHost(hasPort ? port - 1 : slash, first);
  readBackTo(host - 3);
  if (host == first) leaveWindow();
  if (host > start || host < first + 3) return false;
  if (before(host) != SLASH || before(host - 1) != SLASH || before(host - 2) != COLON) return false;
  // Without a dot or a port it may be a token: `://k7Qx/2Lw9…`.
  if (!hasPort && !hasDot(host, slash)) return false;
  if (start >= port && start < slash) return true;
  // What begins with a host of its own never begins with a slash; a token of BASE64 may.
  const dfa: usize = PROGRAM + load<u32>(record, R_DFA);
  return !isDead(dfa, startState(dfa, slash), slash);
}

function startOfHost(end: usize, first: usize): usize {
  let p = end;
  if (p > first && before(p) == CLOSE_BRACKET) {
    leaveWindow();
    while (p > first && before(p) != OPEN_BRACKET) p--;
    return p > first ? p - 1 : end;
  }
  while (p > first && isHostByte(before(p))) p--;
  return p;
}

function hasDot(p: usize, end: usize): bool {
  while (p < end && load<u8>(p) != DOT) p++;
  return p < end;
}

// @inline
function isHostByte(c: u32): bool {
  return is(c, WORD) || c == DOT || c == HYPHEN;
}

// @inline
function isDigit(c: u32): bool {
  return c >= DIGIT_0 && c <= DIGIT_9;
}
