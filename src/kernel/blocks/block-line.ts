// The lines of a block: its marks, and what is body in between.
import { FORM_BACKSLASH, PROGRAM, R_END_DFA } from "../abi";
import { BODY_LINE_MOST } from "../reading/bounds";
import { Char, codeBefore, isAt, isQuote, isQuoteAt, readChar } from "../reading/character";
import {
  AMPERSAND,
  AT_SIGN,
  BACKSLASH,
  COLON,
  DOT,
  EQUALS,
  HYPHEN,
  LESS,
  LOWER_U,
  LOWER_X,
  OPEN_BRACKET,
  PERCENT,
  SLASH,
  UNDERSCORE,
} from "../reading/chars";
import { ruleAt } from "../reading/program-view";
import { skipBlanks, skipLineEnd } from "../reading/skip";
import { MODE_SEARCH, State } from "../reading/state";
import { ALNUM, at, BASE64, is, isText, Text } from "../reading/text";
import { Run } from "../shapes/dfa-memo";
import { runPattern, startState } from "../shapes/run-dfa";

/** A run of so many body characters is body wherever it stands; a shorter one where it fills its line. */
export const RUN_LEAST: usize = 16;
/** An RSA key of 16,384 bits has 200 lines, a PGP key with its signatures some 600. */
export const MOST_LINES: u32 = 1000;
/** Apart from a rule's begin mark, the patterns' memo knows its end mark with this bit set. */
const END_MARK: u32 = 0x8000;

export class Block {
  /** Where nothing is decided yet. */
  static hold: usize = 0;
}

export function hold(p: usize): usize {
  Block.hold = p;
  return 0;
}

export function leave(p: usize): usize {
  State.mode = MODE_SEARCH;
  return p;
}

/** Whether `[scrubjay` stands at `p`: the text has been redacted already. */
export function isGivenUp(p: usize): bool {
  return at(p) == OPEN_BRACKET && isText(p + 1, "scrubjay");
}

export function isEndMark(p: usize): bool {
  const dfa: usize = PROGRAM + load<u32>(ruleAt(State.rule), R_END_DFA);
  runPattern(dfa, State.rule | END_MARK, p, startState(dfa, p));
  return Run.end != 0;
}

/** Whether a line of a body starts at `p`, after a quote. A string after which ":" or "=" stands is a member's name. */
export function startsBodyLine(p: usize): bool {
  const q = behindRun(p);
  if (isMemberName(p)) return false;
  return q >= p + RUN_LEAST || (q != p && (endsLine(q) || isQuote(at(q)) || at(q) == LESS));
}

/** Whether a string of body characters ends after `p`, and is the name of what follows. */
export function isMemberName(p: usize): bool {
  for (const most = p + BODY_LINE_MOST; p < most; ) {
    const next = behindUnit(p);
    if (next == p) break;
    p = next;
  }
  readChar(p);
  if (!isQuote(Char.code)) return false;
  const next = at(skipBlanks(p + Char.length));
  return next == COLON || next == EQUALS;
}

/** Whether a line of a body is over at `p`. */
function endsLine(p: usize): bool {
  return skipLineEnd(p) != p || p >= Text.limit || isEndMark(p);
}

/** Whether no quote has been passed since the block's mark: the next one ends the string that both stand in. */
export function isInFirstString(): bool {
  return State.array == 0;
}

/** Whether the run at `p` is body: long, or all there is on its line. */
export function isBody(p: usize): bool {
  if (State.step == 0 && !startsRun(p)) return false;
  const q = behindRun(p);
  if (q >= p + RUN_LEAST) return true;
  return q != p && State.step != 0 && (endsLine(q) || (isInFirstString() && isQuoteAt(q)));
}

/** After at most RUN_LEAST body characters at `p`; after "=", which pads the end, no other follows. */
export function behindRun(p: usize): usize {
  let isPadded: bool = false;
  for (let i: usize = 0; i < RUN_LEAST; i++) {
    const next = behindUnit(p);
    if (next == p) break;
    const isPadding = isPaddingAt(p);
    if (isPadded && !isPadding) break;
    isPadded = isPadding;
    p = next;
  }
  return p;
}

/** Whether the character of a body at `p` is "=", raw or escaped. */
export function isPaddingAt(p: usize): bool {
  const c = at(p);
  return c == EQUALS || (isEscape(c) && isAt(p, EQUALS));
}

/**
 * Whether a run of body characters can start at `p`: not inside a word or a number, nor after what joins a prefix to a
 * token (`hf_…`, `xoxb-…`), nor on an escape's letter.
 */
export function startsRun(p: usize): bool {
  const c = codeBefore(p);
  if (c == HYPHEN) return codeBefore(p - 1) == HYPHEN; // the mark's own
  if (c == BACKSLASH) return at(p) != LOWER_U && at(p) != LOWER_X;
  return !is(c, ALNUM) && c != UNDERSCORE && c != DOT && c != AT_SIGN;
}

/** Returns the address after the character of a body at `p`, raw or escaped; `p` itself where there is none. */
export function behindUnit(p: usize): usize {
  const c = at(p);
  if (is(c, BASE64)) return p + 1;
  if (!isEscape(c)) return p;
  readChar(p);
  // "\n" reads as a line end, "\r" as another; of letters only the escaped ones count.
  const isLetter = Char.form == FORM_BACKSLASH && Char.code != SLASH;
  return is(Char.code, BASE64) && !isLetter ? p + Char.length : p;
}

/** What an escape begins with. */
// @inline
export function isEscape(c: u32): bool {
  return c == BACKSLASH || c == PERCENT || c == AMPERSAND;
}

/** Returns the address after escaped line ends at `p`. */
export function behindLineEnds(p: usize): usize {
  for (let i = 0; i < 4; i++) {
    const next = skipLineEnd(p);
    if (next == p) break;
    p = next;
  }
  return p;
}
