// A shape ends with the string or the cell that it starts in, and begins and ends between characters. A capture group in
// quotes goes on to the quote that closes it: `-p 'two words'`.
import { FLAG_CAPTURE, FLAG_TO_QUOTE, FORM_RAW, R_FLAGS, SPAN_FIRST, VALUE_ANY } from "../abi";
import { elementAround, elementEnd, elementKnownTo } from "../frames/elements";
import { DEPTH, Frame, leaveFrame, narrow } from "../frames/frame";
import { contentStart, isLineEndOf, jsonLevel, Strings } from "../frames/open-strings";
import { isDelimiter } from "../frames/quote";
import { closeOf, knownTo, readTo } from "../frames/strings";
import { CHECKED_MOST, WORDS_MOST } from "../reading/bounds";
import { Char, escapedStart, isAt, isQuote, isQuoteAt, readChar } from "../reading/character";
import { BACKSLASH, COLON, isNewline, LOWER_U, SPACE } from "../reading/chars";
import { Members } from "../reading/members-state";
import { isCapture, ruleAt } from "../reading/program-view";
import { skipColours } from "../reading/skip";
import { MODE_VALUE, State } from "../reading/state";
import { at, BLANK, before, END, is, isOneOf, Text, undecided } from "../reading/text";
import { Best, isGuessed } from "./candidate";
import { plainByte } from "./placeholder";

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
  const depth = jsonLevel();
  if (depth == 0) return;
  const content = contentStart(depth);
  // It may start in the quote that opens the string, and a group in an escape, but not in a line end's.
  const start = max(Best.start, content);
  Best.start = escapeEnd(start, content, depth);
  if (Best.start != start && isOneOf(at(Best.start - 1), "nr")) Best.end = Best.start;
  if (!Best.open) Best.end = escapeStart(Best.end, content, depth);
}

/** How many strings bound the best match: those of JSON, and of what stands after words any. */
export function boundingLevel(): u32 {
  return isCapture(Best.rule) ? Strings.depth : jsonLevel();
}

/** Whether what has arrived tells where the string ends that the best match starts in, or that the match ends before it. */
export function isInKnownFrame(): bool {
  const hitEnd = Text.hitEnd;
  Text.hitEnd = false;
  readTo(Best.start);
  const isRead = !undecided();
  Text.hitEnd = hitEnd;
  if (!isRead) return false;
  const level = boundingLevel();
  const kind = elementAround(level);
  if (kind != 0 && !Best.open && elementEnd(Best.start, kind, Text.limit) == 0) {
    if (Best.end > elementKnownTo(kind)) return false;
  }
  return level == 0 || closeOf(level) != 0 || Best.open || Best.end <= knownTo(level);
}

/** Whether a candidate from `start` on that needs more text, 0: none, may come before the best one; in a guess, any may. */
export function mayLoseTo(start: usize): bool {
  return start != 0 && start <= (isGuessed(Best.rule) ? Best.end : Best.start);
}

/** How many backslashes end before `p`, down to `least`. */
function backslashesBefore(p: usize, least: usize): u32 {
  let q = p;
  while (q > least && load<u8>(q - 1) == BACKSLASH) q--;
  return <u32>(p - q);
}

/**
 * How many of the backslashes before `p` are those of an escape there, in a string `depth` deep or in one around it: in
 * pairs of the outermost string's, each stands for one of the next.
 */
function backslashesOf(p: usize, content: usize, depth: u32): u32 {
  return backslashesBefore(p, content) & ((1 << depth) - 1);
}

/** Where the escape starts that `p` lies in, after its backslashes, in a string `depth` deep; 0: in none. */
function escapeLetter(p: usize, content: usize, depth: u32): usize {
  const least = max(content, p - UNICODE_DIGITS);
  for (let q = p; q >= least; q--) {
    if (q != p && at(q) != LOWER_U) continue;
    if (backslashesOf(q, content, depth) != 0) return q;
  }
  return 0;
}

/** `\uXXXX`: so many bytes stand after its letter. */
const UNICODE_DIGITS: usize = 4;

/** Returns the address after the escape that `p` lies in. */
function escapeEnd(p: usize, content: usize, depth: u32): usize {
  const letter = escapeLetter(p, content, depth);
  if (letter == 0) return p;
  return letter + 1 + (at(letter) == LOWER_U ? UNICODE_DIGITS : 0);
}

/** Before the escape that `p` lies in. */
function escapeStart(p: usize, content: usize, depth: u32): usize {
  const letter = escapeLetter(p, content, depth);
  return letter == 0 ? p : letter - backslashesOf(letter, content, depth);
}

/**
 * Puts `State` inside the group of the best match, if its rule asks for it and the group stands in quotes, or if its
 * pattern does not tell where the group ends.
 */
export function enterQuotedGroup(): bool {
  const isQuoted =
    (load<u8>(ruleAt(Best.rule), R_FLAGS) & FLAG_TO_QUOTE) != 0 && readOpeningQuote(Best.start);
  if (!isQuoted && (!Best.open || Best.state != 0)) return false;
  State.code = isQuoted ? Char.code : 0;
  State.form = isQuoted ? Char.form : FORM_RAW;
  State.count = isQuoted ? Char.count : 0;
  // A string of any kind around its own bounds it.
  const depth = Strings.depth;
  const level = depth != 0 && contentStart(depth) == Best.start ? depth - 1 : depth;
  State.level = (State.level & ~DEPTH) | max(level, State.level & DEPTH);
  State.flags |= SPAN_FIRST;
  State.kind = VALUE_ANY;
  State.separator = FORM_RAW;
  State.inQuery = false;
  State.separatorCount = 0;
  State.array = 0;
  State.step = 0;
  State.depth = 0;
  State.inner = 0;
  State.longRun = 0;
  State.wantsQuote = 0;
  State.mode = MODE_VALUE;
  return true;
}

/** Whether the group of the best match begins after a string's closing quote: `{"password ":0,"a":1}`. */
export function startsBehindString(): bool {
  const start = Best.start;
  if ((load<u8>(ruleAt(Best.rule), R_FLAGS) & FLAG_CAPTURE) == 0 || start <= Text.begin) return false;
  const quote = escapedStart(start - 1, Text.begin);
  if (!isQuoteAt(quote) || quote + Char.length != start) return false;
  const opens = Strings.depth != 0 && contentStart(Strings.depth) == start;
  // An address of IPv6 begins with two.
  const isMember = at(start) == COLON && at(start + 1) != COLON;
  return !opens && (isMember || isOneOf(at(start), ",;)}]>"));
}

/** What stands between the quote and the group is no longer: `'ann%…`. */
const LEAD_MOST: usize = 64;

/** Whether the word that goes on at `p` has a quote in front of it, or of `p`; it is then in `Char`. */
export function readOpeningQuote(p: usize): bool {
  const least = p - min(LEAD_MOST, p - Text.begin);
  for (let q = p; q > least && !is(load<u8>(q - 1), BLANK); q--) {
    const quote = escapedStart(q - 1, Text.begin);
    if (!isQuoteAt(quote) || quote + Char.length != q) continue;
    // One that closes has a delimiter after it: `{"a1 LOGIN ann ":0}`.
    return q == p ? opensString(p) || !isDelimiter(plainByte(p)) : is(before(quote), BLANK);
  }
  return false;
}

/** Whether the line's strings are read up to one that begins at `p`. */
function opensString(p: usize): bool {
  return Strings.depth != 0 && contentStart(Strings.depth) == p;
}

/**
 * Where the quote closes, on this line and in reach, that the word with the group [from, to) stands after: `'it is so'`,
 * `'ann:x"y'`; `to` where there is none, 0 where the group goes on after a sign that a pattern ends at, to an end unknown.
 */
export function endInQuotes(from: usize, to: usize): usize {
  if (!readOpeningQuote(from)) return to;
  const code = Char.code;
  const form = Char.form;
  const count = Char.count;
  for (let p = to; p < to + WORDS_MOST; p += Char.length) {
    readChar(p);
    if (Char.code == code && Char.form == form && Char.count == count) return p;
    if (Char.code == 0 || isNewline(Char.code)) break;
  }
  const c = at(to);
  return c > SPACE && (is(c, END) || c == BACKSLASH) && !isAt(to, code) ? 0 : to;
}

/**
 * Whether the value at `value`, which `State` is at, starts like the best match and has its own quotes to end at: a pattern
 * with a group, whose end is known by now, may stop before them (`PASSWORD 'a\b'`, `:password "it's"`).
 */
export function goesOn(value: usize): bool {
  if (value != Best.start || State.mode != MODE_VALUE || !isQuote(State.code)) return false;
  if (Best.open || !isCapture(Best.rule)) return false;
  readChar(skipColours(Best.end));
  // Where no string is around the value, an escaped line end is a character of it.
  const level = State.level & DEPTH;
  const endsLine =
    isNewline(Char.code) && (Char.form == FORM_RAW || (level != 0 && isLineEndOf(level, Char.count)));
  if (endsLine || (Char.code == State.code && Char.count <= State.count)) return false;
  return at(Best.end) == BACKSLASH || isQuotedAt(Best.start);
}

/** Whether a string begins at `p` that is known to end at a quote. */
function isQuotedAt(p: usize): bool {
  readTo(p);
  const depth = Strings.depth;
  if (depth == 0 || contentStart(depth) != p) return false;
  const close = closeOf(depth);
  if ((close == 0 ? knownTo(depth) : close) > p + CHECKED_MOST) return false;
  if (close == 0) Text.hitEnd = true;
  return close == 0 || isQuoteAt(close);
}
