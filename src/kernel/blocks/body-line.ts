// Whether a line is one of a block's body.
import { LIST_KEY_HEADER } from "../abi-words";
import { BODY_LINE_MOST } from "../reading/bounds";
import { Char, isQuote, isQuoteAt, readChar } from "../reading/character";
import {
  AMPERSAND,
  AT_SIGN,
  BACKSLASH,
  COLON,
  DOT,
  EQUALS,
  HYPHEN,
  isDigit,
  isNewline,
  isUpper,
  LINE_FEED,
  PERCENT,
  RETURN,
  UNDERSCORE,
} from "../reading/chars";
import { skipBlanks, skipLineEnd } from "../reading/skip";
import { State } from "../reading/state";
import { ALNUM, at, BASE64, BLANK, before, is, isOneOf, isText, Text } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import {
  behindRun,
  behindUnit,
  isEndMark,
  isEscape,
  isInFirstString,
  RUN_LEAST,
  startsRun,
} from "./block-line";

/** PEM wraps at 64 characters (RFC 7468), PGP at 64 to 76 (RFC 9580), SSH2 at 70 (RFC 4716). */
const FULL_LINE_LEAST: usize = 60;

/**
 * Whether the line at `p` can be a block's: empty, a header, a mark, or with body in it, if only after a
 * logger's prefix. A mark that is mentioned ("must start with -----BEGIN …") has no such line after it,
 * and what follows it is searched.
 */
export function mayBelong(p: usize): bool {
  let q = skipBlanks(p);
  // After a mark, another one begins a block of its own.
  if (isText(q, "-----")) return State.lines != 0 || isEndMark(q);
  // Glued to the mark, in one line.
  if (State.lines == 0 && q == p && behindRun(q) >= q + RUN_LEAST) return true;
  const start = q;
  let run: usize = 0;
  let inRun = false;
  let words = 0;
  let inWord: bool = false;
  let starts: bool = true;
  for (; q < p + BODY_LINE_MOST; q++) {
    const c = at(q);
    if (q >= Text.limit || c == LINE_FEED || c == RETURN) return words < 2;
    if (starts && isHeader(q)) return true;
    if (isEscape(c) && skipLineEnd(q) != q) return words < 2;
    // The mark's own string ends, or another one begins: `password: "…"`.
    if (words != 0 && isInFirstString() && (isQuote(c) || (isEscape(c) && isQuoteAt(q))))
      return words < 2 && !startsString(q);
    if (State.lines == 0 && c == HYPHEN && isText(q, "-----")) return words < 2;
    const isUnit = behindUnit(q) != q;
    if (isUnit && !inRun && (q == start || startsRun(q)) && endsAsBody(q, start)) return true;
    inRun = isUnit;
    run = is(c, BASE64) || c == BACKSLASH || c == PERCENT || c == AMPERSAND ? run + 1 : 0;
    // What a program or a comment puts round a short line of the body is no word: quotes, "+", "//", "*".
    const word: bool = is(c, ALNUM);
    if (word && !inWord) words++;
    inWord = word || (inWord && run != 0 && c != EQUALS);
    starts = is(c, BLANK);
  }
  return false;
}

/** Whether the quote at `p` opens a string: no word ends before it, and one begins after it. */
function startsString(p: usize): bool {
  readChar(p);
  return !is(before(p), BASE64) || is(at(p + Char.length), ALNUM);
}

/**
 * Whether the run at `p` is body: long, and after it there is nothing but the end of its line or string, or another
 * run. In a line of other words, each is looked at by the rules, but for a whole line of a key at the line's `start`
 * that a logger wrote on after it.
 */
function endsAsBody(p: usize, start: usize): bool {
  let q = behindRun(p);
  if (q < p + RUN_LEAST) return false;
  const most = p + BODY_LINE_MOST;
  while (q < most) {
    const next = behindRun(q);
    if (next == q) break;
    q = next;
  }
  if (q >= most || (p == start && q >= p + FULL_LINE_LEAST && isMixed(p, q))) return true;
  const next = skipBlanks(q);
  const c = at(next);
  // A token goes on in other signs.
  if (c == HYPHEN && next == q) return at(q + 1) == HYPHEN;
  if (next == q) return c != UNDERSCORE && c != COLON && c != DOT && c != AT_SIGN;
  if (next >= Text.limit || isNewline(c) || isOneOf(c, "\\+|-")) return true;
  if (behindRun(next) >= next + RUN_LEAST || isEndMark(skipBlanks(behindRun(next)))) return true;
  return State.lines == 0 && hasEndMark(next, most);
}

/** Whether [p, end) has letters of both cases and digits: no path, no digest in hex. */
function isMixed(p: usize, end: usize): bool {
  let hasUpper: bool = false;
  let hasLower: bool = false;
  let hasDigit: bool = false;
  for (; p < end; p++) {
    const c = at(p);
    if (isDigit(c)) hasDigit = true;
    else if (isUpper(c)) hasUpper = true;
    else if (is(c, ALNUM)) hasLower = true;
  }
  return hasUpper && hasLower && hasDigit;
}

/** Whether the mark that ends the block stands in [p, most), on the same line: a key in the middle of a sentence. */
function hasEndMark(p: usize, most: usize): bool {
  for (; p < most && !isNewline(at(p)); p++) if (isEndMark(p)) return true;
  return false;
}

/** Whether a header of PEM (RFC 1421) or PGP (RFC 9580) stands at `p`. */
function isHeader(p: usize): bool {
  return lengthOfListed(LIST_KEY_HEADER, p) != 0;
}
