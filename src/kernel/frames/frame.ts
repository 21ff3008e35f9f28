// Keeps a decision inside its frame: while a candidate is looked at, the text begins and ends where its frame does.

import { CLOSE_BRACKET, isDigit, OPEN_BRACKET } from "../reading/chars";
import { skipColours } from "../reading/skip";
import { at, Text } from "../reading/text";
import { closeOf, closesAt, contentStart, knownTo, readTo, Strings } from "./strings";

export class Frame {
  /** How many strings enclose the frame; 0: it is the line itself. */
  static level: u32 = 0;
  /** The name is all that its string holds, or its end, so that the frame is the one around that string. */
  static isNameOfMember: bool = false;
  /** The frame's end is known: in it, nothing waits for more text. */
  static isClosed: bool = false;
  static begin: usize = 0;
  static limit: usize = 0;
  static final: bool = false;
}

/** An index between a name and its quote, `"user[password]"`, `"tokens[12]"`, is not longer. */
const MAX_INDEX: usize = 8;

/** Narrows the text to the frame of the name [start, end), until `leaveFrame`. */
export function enterNameFrame(start: usize, end: usize): void {
  readTo(start);
  let level = Strings.depth;
  Frame.isNameOfMember = level > 0 && closesAt(skipIndex(skipColours(end)), level);
  if (Frame.isNameOfMember) level--;
  narrow(level);
}

/** Narrows the text to the string at depth `level` that `Strings` is in. */
export function narrow(level: u32): void {
  Frame.begin = Text.begin;
  Frame.limit = Text.limit;
  Frame.final = Text.final;
  Frame.level = level;
  Frame.isClosed = false;
  if (level == 0) return;
  Text.begin = max(Text.begin, contentStart(level));
  const close = closeOf(level);
  Frame.isClosed = close != 0;
  Text.limit = Frame.isClosed ? close : knownTo(level);
  if (Frame.isClosed) Text.final = true;
}

/** Restores the text. Inside a frame whose end is known, nothing waits for more. */
export function leaveFrame(): void {
  if (Frame.isClosed) Text.hitEnd = false;
  Text.begin = Frame.begin;
  Text.limit = Frame.limit;
  Text.final = Frame.final;
}

function skipIndex(p: usize): usize {
  let q = p;
  for (const most = p + MAX_INDEX; q < most; q++) {
    const c = at(q);
    if (c != OPEN_BRACKET && c != CLOSE_BRACKET && !isDigit(c)) break;
  }
  return q;
}
