// PEM and PGP blocks: the marks stay, the body between them goes, line by line, as it comes. Anything in
// between that is no body (a header, a logger's prefix) stays, and so does what follows a block that
// never ends: after MOST_LINES, or at a quote, which no block contains.
import { PROGRAM, R_END_LENGTH, R_END_MARK, SPAN_FIRST, SPAN_LAST } from "./abi";
import { isQuote } from "./notation";
import { ruleAt } from "./shape";
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
  State.step = 1; // the rest of the mark's line counts as a line of its own
}

/**
 * Goes on in a block at `p`. Returns where it got to; 0 when more text is needed, `Block.hold` says
 * from where. State.mode is MODE_SEARCH when the block is over.
 */
export function stepBlock(p: usize): usize {
  while (p < Text.limit) {
    if (State.mode == MODE_BLOCK_RUN) {
      const end = runEnd(p);
      addSpan(p, end, State.rule, State.flags | (end < Text.limit || Text.final ? SPAN_LAST : 0));
      State.flags = 0;
      if (end == Text.limit) return end;
      State.mode = MODE_BLOCK;
      State.step = 0;
      p = end;
      continue;
    }
    const c = <u32>load<u8>(p);
    if (c == 10) {
      State.lines++;
      State.step = 1;
      if (State.lines > MOST_LINES) return leave(p);
      p++;
    } else if (is(c, BASE64)) {
      Text.hitEnd = false;
      const inEscape = c == 0x5c && endsString(p);
      const taken = isBody(p);
      if (undecided()) {
        Block.hold = p;
        return 0;
      }
      if (inEscape) return leave(p);
      if (taken) {
        State.mode = MODE_BLOCK_RUN;
        State.flags = SPAN_FIRST;
      } else {
        p = runEnd(p);
        State.step = 0;
      }
    } else {
      Text.hitEnd = false;
      const ends = isEndMark(p);
      if (undecided()) {
        Block.hold = p;
        return 0;
      }
      if (ends || isQuote(c) || c == 0 || c == 0x3c || c >= 0xfe) return leave(p);
      if (!is(c, BLANK) && c != 13) State.step = 0;
      p++;
    }
  }
  return p;
}

function leave(p: usize): usize {
  State.mode = MODE_SEARCH;
  return p;
}

function isEndMark(p: usize): bool {
  const record = ruleAt(State.rule);
  const mark: usize = PROGRAM + load<u32>(record, R_END_MARK);
  const length = <usize>load<u16>(record, R_END_LENGTH);
  for (let i: usize = 0; i < length; i++) if (at(p + i) != load<u8>(mark + i)) return false;
  return true;
}

/** Backslashes and then a quote: the string that the block stands in ends here. */
function endsString(p: usize): bool {
  let q = p;
  while (q < p + 64 && at(q) == 0x5c) q++;
  return isQuote(at(q));
}

/** Behind the run of body characters at `p`; a backslash that escapes a quote is none. */
function runEnd(p: usize): usize {
  let q = p;
  while (q < Text.limit) {
    const c = <u32>load<u8>(q);
    if (isQuote(c) && q > p) {
      while (q > p && load<u8>(q - 1) == 0x5c) q--;
      return q;
    }
    if (!is(c, BASE64)) return q;
    q++;
  }
  // A backslash at the end may belong to a quote.
  if (!Text.final) while (q > p + 1 && load<u8>(q - 1) == 0x5c) q--;
  return q;
}

/** Whether the run at `p` is body: long, or all there is on its line. */
function isBody(p: usize): bool {
  let q = p;
  while (q < p + RUN_LEAST && is(at(q), BASE64)) q++;
  if (q == p + RUN_LEAST) return true;
  if (State.step == 0) return false;
  const c = at(q);
  return c == 10 || c == 13 || q >= Text.limit || isEndMark(q);
}
