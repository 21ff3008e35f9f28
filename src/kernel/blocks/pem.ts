// PEM and PGP blocks: the marks stay, the body between them goes, line by line, as it comes. Anything in
// between that is no body (a header, a logger's prefix) stays, and so does what follows a block that
// never ends: after MOST_LINES, or at a quote behind which no body follows.

import { FLAG_TEXT, FORM_BACKSLASH, R_FLAGS, SPAN_FIRST, SPAN_GAVE_UP, SPAN_LAST } from "../abi";
import { BODY_LINE_MOST, JOINED_MOST } from "../reading/bounds";
import { Char, isQuote, isQuoteAt, readChar } from "../reading/character";
import {
  AMPERSAND,
  BACKSLASH,
  CLOSE_PAREN,
  COMMA,
  DOT,
  HYPHEN,
  isNewline,
  LESS,
  LINE_FEED,
  OPEN_PAREN,
  PERCENT,
  PLUS,
  RETURN,
} from "../reading/chars";
import { ruleAt } from "../reading/program-view";
import { skipBlanks, skipColours, skipLineEnd } from "../reading/skip";
import { addSpan } from "../reading/spans";
import { MODE_BLOCK, MODE_BLOCK_RUN, State } from "../reading/state";
import { ALNUM, at, BASE64, BLANK, is, isHostMark, lengthOfOne, Text, undecided } from "../reading/text";
import {
  behindLineEnds,
  behindRun,
  behindUnit,
  hold,
  isBody,
  isEndMark,
  isEscape,
  isGivenUp,
  leave,
  MOST_LINES,
  RUN_LEAST,
  startsBodyLine,
} from "./block-line";
import { stepText } from "./text-block";

export function enterBlock(rule: u32): void {
  State.mode = MODE_BLOCK;
  State.rule = rule;
  State.lines = 0;
  State.inner = 0;
  State.array = 0;
  State.longRun = 0;
  State.step = 1; // the rest of the mark's line counts as a line of its own
  State.flags = SPAN_FIRST;
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
  if (load<u8>(ruleAt(State.rule), R_FLAGS) & FLAG_TEXT) return stepText(p);
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
    if (State.step == 1 && State.lines != 0) {
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
      p = next;
    } else if (behindUnit(p) != p) {
      const taken = isBody(p);
      if (undecided()) return hold(p);
      if (taken) {
        State.mode = MODE_BLOCK_RUN;
        State.flags = SPAN_FIRST;
      } else {
        p = behindRun(p);
        State.step = 0;
      }
    } else {
      const ends = isEndMark(p);
      if (undecided()) return hold(p);
      if (ends || c == 0 || isHostMark(c)) return leave(p);
      readChar(p);
      if (undecided()) return hold(p);
      if (Char.code == AMPERSAND || Char.code == LESS) return leave(p);
      if (!is(Char.code, BLANK) && c != RETURN) State.step = 0;
      p += c == BACKSLASH && Char.form == FORM_BACKSLASH ? 1 : Char.length;
    }
  }
  return p;
}

/**
 * Whether the line at `p` can be a block's: empty, a header, a mark, or with body in it, if only behind a
 * logger's prefix. A mark that is mentioned ("must start with -----BEGIN …") has no such line behind it,
 * and what follows it is searched.
 */
function mayBelong(p: usize): bool {
  let q = skipBlanks(p);
  if (at(q) == HYPHEN) return true;
  let run: usize = 0;
  let words = 0;
  let inWord: bool = false;
  let starts: bool = true;
  for (; q < p + BODY_LINE_MOST; q++) {
    const c = at(q);
    if (q >= Text.limit || c == LINE_FEED || c == RETURN) return words < 2;
    if (starts && isHeader(q)) return true;
    if (c == BACKSLASH && skipLineEnd(q) != q) return words < 2;
    run = is(c, BASE64) || c == BACKSLASH || c == PERCENT || c == AMPERSAND ? run + 1 : 0;
    if (run == RUN_LEAST) return true;
    // What a program or a comment puts round a short line of the body is no word: quotes, "+", "//", "*".
    const word: bool = is(c, ALNUM);
    if (word && !inWord) words++;
    inWord = word || (inWord && run != 0);
    starts = is(c, BLANK);
  }
  return false;
}

/** Whether a header of PEM (RFC 1421) or PGP (RFC 9580) stands at `p`. */
function isHeader(p: usize): bool {
  return lengthOfOne(p, "proc-type dek-info version comment hash charset subject") != 0;
}

/**
 * Behind the quote at `p` and the next one, where a program wrote a string for each line (`"…\\n" +`, an
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
      return (lines ? startsBodyLine(q) : behindRun(q) >= q + RUN_LEAST) ? q : 0;
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
 * Behind the run of body characters at `p`, over escaped line ends where it goes on behind them, and over the blanks
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
      if (next != q && behindUnit(next) == next) next = q;
      if (next == q) next = skipJoint(q);
    }
    if (next == q || undecided()) return q;
    q = next;
  }
  Text.hitEnd = true;
  return q;
}

/** Behind the blanks at `p` in front of the next line of a key in one line; `p` where none or other words follow. */
function skipJoint(p: usize): usize {
  const q = skipWrittenBlanks(p);
  if (q == p) return p;
  const end = behindRun(q);
  if (end == q || end >= q + RUN_LEAST) return end == q ? p : q;
  // The last line may be short.
  return isEndMark(skipWrittenBlanks(end)) ? q : p;
}

/** Behind the blanks at `p`, however they are written, and no more than stand between two words. */
function skipWrittenBlanks(p: usize): usize {
  for (let i = 0; i < 4; i++) {
    readChar(p);
    if (!is(Char.code, BLANK)) break;
    p += Char.length;
  }
  return p;
}
