// PEM and PGP blocks: the marks stay, the body between them goes, line by line, as it comes. Anything in
// between that is no body (a header, a logger's prefix) stays, and so does what follows a block that
// never ends: after MOST_LINES, or at a quote after which no body follows.

import { FLAG_TEXT, FORM_BACKSLASH, R_FLAGS, SPAN_FIRST, SPAN_GAVE_UP, SPAN_LAST } from "../abi";
import { elementAround, SECTION } from "../frames/elements";
import { CELL, cellFlag, DEPTH } from "../frames/frame";
import { Strings } from "../frames/open-strings";
import { closeOf } from "../frames/strings";
import { JOINED_MOST } from "../reading/bounds";
import { Char, isQuote, isQuoteAt, readChar } from "../reading/character";
import {
  AMPERSAND,
  BACKSLASH,
  CLOSE_PAREN,
  COMMA,
  DOT,
  isNewline,
  LESS,
  LINE_FEED,
  OPEN_PAREN,
  PLUS,
  RETURN,
  SPACE,
} from "../reading/chars";
import { ruleAt } from "../reading/program-view";
import { skipBlanks, skipColours, skipLineEnd } from "../reading/skip";
import { addSpan } from "../reading/spans";
import { MODE_BLOCK, MODE_BLOCK_RUN, State } from "../reading/state";
import { BASE64, BLANK, is, Text, undecided } from "../reading/text";
import {
  behindLineEnds,
  behindRun,
  behindUnit,
  hold,
  isBody,
  isEndMark,
  isEscape,
  isGivenUp,
  isMemberName,
  leave,
  MOST_LINES,
  RUN_LEAST,
  startsBodyLine,
} from "./block-line";
import { mayBelong } from "./body-line";
import { stepText } from "./text-block";

/** Into the block whose begin mark is [start, p). */
export function enterBlock(rule: u32, start: usize, p: usize): void {
  State.mode = MODE_BLOCK;
  State.rule = rule;
  State.lines = 0;
  State.inner = 0;
  State.array = 0;
  State.longRun = 0;
  State.step = 1; // the rest of the mark's line counts as a line of its own
  State.flags = SPAN_FIRST;
  readChar(start);
  State.form = Char.form;
  // A key in a cell takes nothing of the next one.
  State.level = cellFlag(Strings.depth, start);
  if (!isTextBlock()) return;
  State.level |= Strings.depth | (elementAround(0) & SECTION);
  // The mark's last character may be the line's end.
  if (load<u8>(p - 1) == LINE_FEED) {
    State.array = 1;
    State.step = 0;
  }
}

/** Whether the block that `State` is in is one of any text. */
export function isTextBlock(): bool {
  return (load<u8>(ruleAt(State.rule), R_FLAGS) & FLAG_TEXT) != 0;
}

/** How many of the strings around a block of text bound it: one that goes on over a line's end does not. */
export function blockLevel(): u32 {
  const within = State.level & (CELL | SECTION);
  let level = State.level & DEPTH;
  for (; level != 0; level--) {
    const close = closeOf(level);
    if (close == 0 || (close < Text.limit && isQuoteAt(close))) break;
  }
  State.level = level | within;
  return State.level;
}

/** Leaves a block that does not end before the line at `p`, and says so there. */
function giveUp(p: usize): usize {
  const isKnown = isGivenUp(p) || isEndMark(skipBlanks(p));
  if (undecided()) return hold(p);
  if (!isKnown) addSpan(p, p, State.rule, SPAN_GAVE_UP | SPAN_LAST);
  return leave(p);
}

/**
 * Goes on in a block at `p`. Returns where it got to; 0 when more text is needed, `Block.hold` says
 * from where. State.mode is MODE_SEARCH when the block is over.
 */
export function stepBlock(p: usize): usize {
  if (isTextBlock()) return stepText(p);
  while (p < Text.limit) {
    Text.hitEnd = false;
    if (State.mode == MODE_BLOCK_RUN) {
      const end = runEnd(p);
      const open = undecided();
      addSpan(p, end, State.rule, State.flags | (open ? 0 : SPAN_LAST));
      State.flags = 0;
      if (open) return hold(end);
      State.mode = MODE_BLOCK;
      State.step = 0;
      p = end;
      continue;
    }
    if (State.step == 1) {
      const belongs = mayBelong(p);
      if (undecided()) return hold(p);
      if (!belongs) return leave(p);
      if (State.lines > MOST_LINES) return giveUp(p);
    }
    const c = <u32>load<u8>(p);
    const line = skipLineEnd(p);
    if (line != p) {
      if (undecided()) return hold(p);
      State.lines++;
      State.step = 1;
      p = line;
    } else if (isQuote(c) || (isEscape(c) && isQuoteAt(p))) {
      const next = behindQuote(p);
      if (undecided()) return hold(p);
      if (next == 0) return leave(p);
      State.step = 1;
      State.array = 1;
      p = next;
    } else if (behindUnit(p) != p) {
      const taken = isBody(p);
      if (undecided()) return hold(p);
      if (taken) {
        State.mode = MODE_BLOCK_RUN;
        State.flags = SPAN_FIRST;
      } else {
        const end = behindRun(p);
        if (undecided()) return hold(p);
        p = end;
        State.step = 0;
      }
    } else {
      const ends = isEndMark(p);
      if (undecided()) return hold(p);
      if (ends || c == 0) return leave(p);
      readChar(p);
      if (undecided()) return hold(p);
      if (Char.code == AMPERSAND || Char.code == LESS) return leave(p);
      if (!is(Char.code, BLANK) && c != RETURN) State.step = 0;
      p += c == BACKSLASH && Char.form == FORM_BACKSLASH && Char.code > SPACE ? 1 : Char.length;
    }
  }
  return p;
}

/**
 * After the quote at `p` and the next one, where a program wrote a string for each line (`"…\\n" +`, an
 * array, a continued line) and the body goes on; 0: it does not.
 */
function behindQuote(p: usize): usize {
  readChar(p);
  let q = p + Char.length;
  const most = q + JOINED_MOST;
  let lines = false;
  while (q < most) {
    q = skipColours(q);
    readChar(q);
    const c = Char.code;
    if (c == LINE_FEED) lines = true;
    if (isQuote(c)) {
      q = skipBlanks(q + Char.length);
      if (isEndMark(q)) return q;
      const goesOn = lines ? startsBodyLine(q) : behindRun(q) >= q + RUN_LEAST && !isMemberName(q);
      return goesOn ? q : 0;
    }
    if (!joinsStrings(c)) return 0;
    q += Char.length;
  }
  return 0;
}

/** Whether `c` may stand between the strings that a program joins. */
// @inline
function joinsStrings(c: u32): bool {
  return (
    is(c, BLANK) ||
    isNewline(c) ||
    c == AMPERSAND ||
    c == OPEN_PAREN ||
    c == CLOSE_PAREN ||
    c == PLUS ||
    c == COMMA ||
    c == DOT
  );
}

/**
 * After the run of body characters at `p`, over escaped line ends where it goes on after them, and over the blanks
 * to which a program made the line ends of a key.
 */
function runEnd(p: usize): usize {
  let q = p;
  while (q < Text.limit) {
    if (is(load<u8>(q), BASE64)) {
      q++;
      continue;
    }
    let next = behindUnit(q);
    if (next == q && !isNewline(load<u8>(q))) {
      next = behindLineEnds(q);
      if (next != q && !startsBodyLine(next)) next = q;
      if (next == q) next = skipJoint(q);
    }
    if (next == q || undecided()) return q;
    q = next;
  }
  Text.hitEnd = true;
  return q;
}

/** After the blanks at `p` in front of the next line of a key in one line; `p` where none or other words follow. */
function skipJoint(p: usize): usize {
  const q = skipWrittenBlanks(p);
  if (q == p) return p;
  const end = behindRun(q);
  if (end == q || end >= q + RUN_LEAST) return end == q ? p : q;
  // The last line may be short.
  return isEndMark(skipWrittenBlanks(end)) ? q : p;
}

/** Returns the address after the blanks at `p`, however they are written, and no more than stand between two words. */
function skipWrittenBlanks(p: usize): usize {
  for (let i = 0; i < 4; i++) {
    readChar(p);
    if (!is(Char.code, BLANK)) break;
    p += Char.length;
  }
  return p;
}
