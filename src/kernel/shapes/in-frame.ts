// A shape ends with the string or the cell that it starts in, and begins and ends between characters.
import { CELL, Frame, leaveFrame, narrow } from "../frames/frame";
import { contentStart } from "../frames/open-strings";
import { BACKSLASH, LOWER_U } from "../reading/chars";
import { Members } from "../reading/members-state";
import { State } from "../reading/state";
import { at, Text } from "../reading/text";
import { Best } from "./candidate";
import { startsBehindString } from "./quoted-group";

/** Cuts the best match where its frame, of which `State` knows the level, ends, and at the characters' bounds. */
export function keepToFrame(): void {
  if (startsBehindString()) {
    // It is not found again.
    Best.start++;
    Best.end = Best.start;
    return;
  }
  if (State.level == 0 && Members.at >= Text.limit) return;
  narrow(State.level, Best.start);
  const end = Text.limit;
  const isClosed = Frame.isClosed;
  leaveFrame();
  if (isClosed && end <= Best.end) {
    Best.end = end;
    Best.open = false;
  } else if (!isClosed && Best.open) {
    Best.end = min(Best.end, end);
  }
  const depth = State.level & ~CELL;
  if (depth == 0) return;
  const content = contentStart(depth);
  Best.start = escapeEnd(Best.start, content, depth);
  if (!Best.open) Best.end = escapeStart(Best.end, content, depth);
}

/** How many backslashes end before `p`, down to `least`. */
function backslashesBefore(p: usize, least: usize): u32 {
  let q = p;
  while (q > least && load<u8>(q - 1) == BACKSLASH) q--;
  return <u32>(p - q);
}

/** Where the escape starts that `p` lies in, behind its backslashes, in a string `depth` deep; 0: in none. */
function escapeLetter(p: usize, content: usize, depth: u32): usize {
  const least = max(content, p - UNICODE_DIGITS);
  for (let q = p; q >= least; q--) {
    if (q != p && at(q) != LOWER_U) continue;
    // Of those that are escaped themselves, each is as many as the strings' depth makes it.
    const isEscape = ((backslashesBefore(q, content) >>> (depth - 1)) & 1) != 0;
    if (isEscape) return q;
  }
  return 0;
}

/** `\uXXXX`: so many bytes stand behind its letter. */
const UNICODE_DIGITS: usize = 4;

/** Behind the escape that `p` lies in. */
function escapeEnd(p: usize, content: usize, depth: u32): usize {
  const letter = escapeLetter(p, content, depth);
  if (letter == 0) return p;
  return letter + 1 + (at(letter) == LOWER_U ? UNICODE_DIGITS : 0);
}

/** Before the escape that `p` lies in. */
function escapeStart(p: usize, content: usize, depth: u32): usize {
  const letter = escapeLetter(p, content, depth);
  return letter == 0 ? p : letter - min(backslashesBefore(letter, content), 1 << (depth - 1));
}
