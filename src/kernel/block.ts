// PEM and PGP blocks: the marks stay, the body between them goes, line by line, as it comes. Anything in
// between that is no body (a header, a logger's prefix) stays, and so does what follows a block that
// never ends: after MOST_LINES, or at a quote behind which no body follows. The body of a block of text
// (FLAG_TEXT: an XML assertion) is everything up to its end mark.
import {
  FLAG_TEXT, KIND_BLOCK, PROGRAM, P_FIRST, R_DFA, R_END_DFA, R_FLAGS, R_KIND, SPAN_FIRST, SPAN_LAST,
} from "./abi";
import { skipColours, skipLineEnd } from "./blanks";
import { Char, MAX_ESCAPES, isQuote, readChar } from "./notation";
import { Run, runPattern, startState } from "./pattern";
import { ruleAt, word } from "./shape";
import { MODE_BLOCK, MODE_BLOCK_RUN, MODE_SEARCH, State } from "./state";
import { addSpan } from "./spans";
import { BASE64, BLANK, Text, at, is, undecided } from "./text";

/** A run of so many body characters is body wherever it stands; a shorter one where it fills its line. */
const RUN_LEAST: usize = 16;
/** An RSA key of 16,384 bits has 200 lines, a PGP key with its signatures some 600. */
const MOST_LINES: u32 = 1000;

export class Block {
  /** Where nothing is decided yet. */
  static hold: usize = 0;
}

export function enterBlock(rule: u32): void {
  State.mode = MODE_BLOCK;
  State.rule = rule;
  State.lines = 0;
  State.inner = 0;
  State.longRun = 0;
  State.step = 1; // the rest of the mark's line counts as a line of its own
  State.flags = SPAN_FIRST;
}

/** Whether a block begins at `p`. */
export function startsBlock(p: usize): bool {
  const first: usize = PROGRAM + word(P_FIRST);
  const c = <usize>at(p);
  const until = load<u16>(first + (c + 1) * 2);
  for (let i = load<u16>(first + c * 2); i < until; i++) {
    const rule = <u32>load<u16>(first + 514 + <usize>i * 2);
    const record = ruleAt(rule);
    if (load<u8>(record, R_KIND) != KIND_BLOCK) continue;
    const dfa: usize = PROGRAM + load<u32>(record, R_DFA);
    runPattern(dfa, rule, p, startState(dfa, p));
    if (Run.end != 0) return true;
  }
  return false;
}

function hold(p: usize): usize {
  Block.hold = p;
  return 0;
}

function leave(p: usize): usize {
  State.mode = MODE_SEARCH;
  return p;
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
    const c = <u32>load<u8>(p);
    const line = skipLineEnd(p);
    if (line != p) {
      if (undecided()) return hold(p);
      State.lines++;
      State.step = 1;
      if (State.lines > MOST_LINES) return leave(p);
      p = line;
    } else if (isQuote(c) || (c == 0x5c && endsString(p))) {
      const next = behindQuote(p);
      if (undecided()) return hold(p);
      if (next == 0) return leave(p);
      State.step = 1;
      p = next;
    } else if (is(c, BASE64)) {
      const taken = isBody(p);
      if (undecided()) return hold(p);
      if (taken) {
        State.mode = MODE_BLOCK_RUN;
        State.flags = SPAN_FIRST;
      } else {
        p = runEnd(p);
        if (undecided()) return hold(p);
        State.step = 0;
      }
    } else {
      const ends = isEndMark(p);
      if (undecided()) return hold(p);
      if (ends || c == 0 || c == 0x3c || c >= 0xfe) return leave(p);
      if (!is(c, BLANK) && c != 13) State.step = 0;
      p++;
    }
  }
  return p;
}

function isEndMark(p: usize): bool {
  const dfa: usize = PROGRAM + load<u32>(ruleAt(State.rule), R_END_DFA);
  // Apart from the begin mark in the patterns' memo.
  runPattern(dfa, State.rule | 0x8000, p, startState(dfa, p));
  return Run.end != 0;
}

/** Backslashes and then a quote: the string that the block stands in ends here. */
function endsString(p: usize): bool {
  let q = p;
  while (q < p + 64 && at(q) == 0x5c) q++;
  return isQuote(at(q));
}

/**
 * Behind the quote at `p` and the next one, where a program wrote a string for each line (`"…\\n" +`, an
 * array, a continued line) and the body goes on; 0: it does not.
 */
function behindQuote(p: usize): usize {
  readChar(p);
  let q = p + Char.length;
  const most = q + 64;
  while (q < most) {
    q = skipColours(q);
    readChar(q);
    const c = Char.code;
    if (isQuote(c)) {
      q += Char.length;
      return isRun(q) || isEndMark(q) ? q : 0;
    }
    // blanks, line ends, "+", ",", ".", "&", "(", ")"
    const joins = is(c, BLANK) || c == 10 || c == 13 || c == 0x26 || c == 0x28 || c == 0x29 || c - 0x2b < 2 || c == 0x2e;
    if (!joins) return 0;
    q += Char.length;
  }
  return 0;
}

/** Behind the run of body characters at `p`; what escapes a quote or a last line end is none. */
function runEnd(p: usize): usize {
  let q = behindLongRun(p);
  while (q < Text.limit) {
    const c = <u32>load<u8>(q);
    if (!is(c, BASE64)) return q;
    if (c == 0x5c || c == 0x25 || c == 0x26) {
      const next = behindLineEnds(q);
      if (undecided()) return q;
      if (next != q) {
        if (!is(at(next), BASE64) || endsString(next)) return q;
        q = next;
        continue;
      }
      if (c == 0x5c && q > p) {
        if (endsString(q)) return q;
        q = behindBackslashes(q);
        continue;
      }
    }
    q++;
  }
  Text.hitEnd = true;
  return q;
}

/**
 * Behind the backslashes at `p`. Of a run too long to be an escape, not even the end is waited for:
 * `State.longRun` says that the text stopped in it.
 */
function behindBackslashes(p: usize): usize {
  const start = p;
  while (p < Text.limit && load<u8>(p) == 0x5c) p++;
  State.longRun = p == Text.limit && p - start >= MAX_ESCAPES ? 1 : 0;
  return p;
}

function behindLongRun(p: usize): usize {
  if (State.longRun == 0) return p;
  State.longRun = 0;
  while (p < Text.limit && load<u8>(p) == 0x5c) p++;
  if (p == Text.limit) State.longRun = 1;
  return p;
}

/** Behind escaped line ends at `p`. */
function behindLineEnds(p: usize): usize {
  for (let i = 0; i < 4; i++) {
    const next = skipLineEnd(p);
    if (next == p) break;
    p = next;
  }
  return p;
}

function isRun(p: usize): bool {
  let q = p;
  while (q < p + RUN_LEAST && is(at(q), BASE64)) q++;
  return q == p + RUN_LEAST;
}

/** Whether the run at `p` is body: long, or all there is on its line. */
function isBody(p: usize): bool {
  let q = p;
  while (q < p + RUN_LEAST && is(at(q), BASE64)) {
    if (at(q) == 0x5c && (skipLineEnd(q) != q || endsString(q))) break;
    q++;
  }
  if (q == p + RUN_LEAST) return true;
  if (State.step == 0 || q == p) return false;
  return skipLineEnd(q) != q || q >= Text.limit || isEndMark(q);
}

/** The body is any text up to the end mark. */
function stepText(p: usize): usize {
  let q = behindLongRun(p);
  while (q < Text.limit) {
    const c = <u32>load<u8>(q);
    if (c == 0x3c || c == 0x26 || c == 0x5c || c == 0x25 || c == 0x22 || c == 0x0a || c >= 0xfe) {
      Text.hitEnd = false;
      const over = isOver(q, c);
      if (undecided()) return take(p, q, false);
      if (over) return take(p, q, true);
      if (c == 0x5c) {
        q = behindBackslashes(q);
        continue;
      }
    }
    q++;
  }
  return take(p, q, Text.final);
}

function take(p: usize, end: usize, over: bool): usize {
  if (end > p || over) addSpan(p, end, State.rule, State.flags | (over ? SPAN_LAST : 0));
  if (end > p) State.flags = 0;
  if (!over) return hold(end);
  Text.floor = end;
  return leave(end);
}

/**
 * Whether a block of text is over at `p`: at its end mark, at the end of the string that it stands in
 * (the first quote tells how those inside are escaped), or before a line that is none of it.
 */
function isOver(p: usize, c: u32): bool {
  if (c >= 0xfe || isEndMark(p)) return true;
  if (c == 0x0a) {
    const next = at(p + 1);
    const goesOn = is(next, BLANK) || next == 0x3c || next == 10 || next == 13 || isRun(p + 1);
    if (!undecided()) State.lines++;
    return !goesOn || State.lines > MOST_LINES;
  }
  if (c != 0x22 && c != 0x5c) return false;
  let n: u32 = 0;
  while (n < MAX_ESCAPES && at(p + n) == 0x5c) n++;
  if (at(p + n) != 0x22) return false;
  if (State.inner == 0) State.inner = n + 1;
  return n + 1 < State.inner;
}
