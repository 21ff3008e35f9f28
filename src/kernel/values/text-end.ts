// Where a value ends: at the closing quote of the same notation and the same depth of escaping, at the
// bracket that closes it, or, unquoted, at the first delimiter. Each function goes on from any byte of
// the value and keeps what it must know in `State`. It returns the value's end, or 0 when the text ends
// first; `Value.hold` is then the address from which on nothing is decided. A colour code inside a value
// is none of it: the value pauses there, and `Value.resume` is where it goes on.

import { FORM_BACKSLASH, FORM_ENTITY, FORM_HEX, FORM_PERCENT, FORM_RAW } from "../abi";
import { ANY_SIGNS, endsAnySigns } from "../frames/any-signs";
import { DEPTH, Frame } from "../frames/frame";
import {
  closes as closesString,
  escapesNothing,
  escapesOf,
  isLineEndIn,
  othersIn,
} from "../frames/open-strings";
import { endsWords, ITEM, skipGap, skipType, TYPED, WORDS } from "../frames/plain-words";
import { MAX_ESCAPES } from "../reading/bounds";
import { Char, isQuote, readChar } from "../reading/character";
import {
  AMPERSAND,
  BACKSLASH,
  CLOSE_BRACKET,
  COMMA,
  ESCAPE,
  GREATER,
  isNewline,
  LESS,
  LINE_FEED,
  PERCENT,
  QUOTE,
  RETURN,
  SEMICOLON,
} from "../reading/chars";
import { findColours, skipColours, skipLineEnd } from "../reading/skip";
import { State } from "../reading/state";
import { at, classOf, END, isOneOf, MAYBE_END, Text, undecided } from "../reading/text";
import {
  behindPlain,
  countOpened,
  endsCdata,
  endsHere,
  isCloser,
  isControl,
  isCookie,
  isDoubled,
  isInDoubled,
} from "./delimiter";
import { isAngleInValue, skipQuoteInValue, skipQuoteOfText } from "./in-word";

export class Value {
  static hold: usize = 0;
  /** 0: the value has ended. */
  static resume: usize = 0;
}

/** In place of a quote: the value is a line, or the lines of a YAML block. */
export const LINE: u32 = 10;
/** In place of a quote: the value is an element's text, which the next tag ends. */
export const TAG: u32 = LESS;
/** The value is the text of a CDATA section. */
export const CDATA: u32 = 11;

/** Whether the value ends right at `p`, or after the colour codes there. */
export function endsAt(p: usize): bool {
  p = skipColours(p);
  const c = at(p);
  if (p >= Text.limit) return true;
  const cookieEnds = isCookie() && isSemicolon(p);
  if (State.code == 0) {
    const kind = classOf(c);
    if (isControl(c) && isCookie()) return false;
    if (isQuote(c) && skipQuoteInValue(p) != p) return false;
    if (isAngleInValue(p, c)) return false;
    return (kind & END) != 0 || cookieEnds || ((kind & MAYBE_END) != 0 && endsHere(p, c));
  }
  if (State.code == WORDS) return endsWords(p);
  if (State.code == TYPED) return endsTyped(p);
  if (State.code == ITEM) return endsItem(p);
  if (State.code == ANY_SIGNS) return endsAnySigns(p);
  if (c == LINE_FEED || c == RETURN || cookieEnds) return true;
  if (State.inQuery && c == AMPERSAND && State.form != FORM_ENTITY) return true;
  if (State.form == FORM_PERCENT) {
    if (c == AMPERSAND || (classOf(c) & END) != 0) return true;
    if (c == COMMA && State.separator == FORM_PERCENT) return true;
  }
  if (State.form == FORM_ENTITY && (c == QUOTE || c == LESS || c == GREATER)) return true;
  readChar(p);
  if (State.code == LINE)
    return (
      Char.code == LINE_FEED || Char.code == RETURN || (c == QUOTE && State.form != FORM_RAW) || endsString()
    );
  if (isLineEndAround()) return textBeforeLineEnd() == 0 && !isInBackslashes(p);
  if (State.code == TAG && c == CLOSE_BRACKET && endsCdata(p)) return true;
  if (State.code == CDATA) return c == CLOSE_BRACKET && endsCdata(p);
  if (Char.code != State.code) return false;
  if (Char.form <= FORM_BACKSLASH && State.form <= FORM_BACKSLASH) {
    const count = Char.count;
    return count <= State.count && !(count == State.count && isDoubled(p));
  }
  if (Char.form != State.form) return Char.form == FORM_RAW;
  return Char.count <= State.count && !isDoubled(p);
}

/** Whether a line ends at `p` of an element's text that its own tag closes in a later one. */
export function endsTextLine(p: usize): bool {
  return State.code == TAG && State.depth != 0 && isNewline(at(p));
}

/** Whether the value ends at `p` before its type, or with its line. */
export function endsTyped(p: usize): bool {
  return skipLineEnd(p) != p || skipType(p) != p;
}

/** Whether the item of a list ends at `p`. */
export function endsItem(p: usize): bool {
  const next = skipGap(p);
  return isOneOf(at(next), ",)]}'\"") || skipLineEnd(next) != next;
}

/** Whether a backslash before `p` is one of those of the escape there, which `Char` holds. */
function isInBackslashes(p: usize): bool {
  let q = p;
  while (q > Text.begin && load<u8>(q - 1) == BACKSLASH) q--;
  return (<u32>(p - q) & (2 * Char.count - 1)) != 0;
}

export function wait(p: usize): usize {
  Value.hold = p;
  return 0;
}

/** Without a closing quote the value ends with the text. */
export function atLimit(p: usize): usize {
  return Text.final ? p : wait(p);
}

/** The value goes on at `next`, after something that is no part of it. */
export function pause(p: usize, next: usize): usize {
  Value.resume = next;
  return p;
}

/**
 * Whether the value goes on after colour codes at `p`; `pause` then says where. 0: not known yet.
 */
export function colourEnd(p: usize): usize {
  const q = skipColours(p);
  const ends = q != p && endsAt(q);
  if (undecided()) return wait(p);
  return q == p || ends ? p : pause(p, q);
}

/** ";", also as %3B in a cookie that is percent-encoded; it is then in `Char`. */
export function isSemicolon(p: usize): bool {
  const c = at(p);
  if (c != SEMICOLON && (c != PERCENT || State.separator != FORM_PERCENT)) return false;
  readChar(p);
  return Char.code == SEMICOLON;
}

/**
 * The quote that closes a string at depth d has 2^d - 1 backslashes; quotes and backslashes inside have
 * 2^(d+1) times something more. Fewer backslashes close a string further out, and so this one too.
 */
export function closes(backslashes: u32): bool {
  if (backslashes <= State.count) return true;
  return closesString(backslashes, State.count, othersIn(State.code, Frame.level & DEPTH));
}

export function bareEnd(p: usize): usize {
  const cookie = isCookie();
  for (;;) {
    const from = p;
    p = behindPlain(p);
    State.depth += countOpened(from, p);
    if (p >= Text.limit) break;
    const c = <u32>load<u8>(p);
    const kind = classOf(c);
    if (kind & END) {
      if (cookie && isControl(c)) {
        p++;
        continue;
      }
      Text.hitEnd = false;
      if (isQuote(c)) {
        const next = skipQuoteInValue(p);
        if (undecided()) return wait(p);
        if (next == p) return p;
        p = next;
        continue;
      }
      if (isAngleInValue(p, c)) {
        p++;
        continue;
      }
      if (undecided()) return wait(p);
      return c != ESCAPE ? p : colourEnd(p);
    }
    if (kind & MAYBE_END) {
      Text.hitEnd = false;
      const colours = c == BACKSLASH ? findColours(p) : 0;
      if (undecided()) return wait(p);
      if (colours != 0) return colourEnd(colours);
      const ends = c == SEMICOLON && cookie ? true : endsHere(p, c);
      if (undecided()) return wait(p);
      if (ends) return p;
      if (c == BACKSLASH) {
        const quoted = skipQuoteOfText(p);
        if (undecided()) return wait(p);
        if (quoted != p) {
          p = quoted;
          continue;
        }
        // An escape that is part of the value: its run of backslashes is passed as a whole.
        let n: u32 = 1;
        while (n < MAX_ESCAPES && at(p + n) == BACKSLASH) n++;
        State.longRun = n == MAX_ESCAPES ? 1 : 0;
        p += n;
        continue;
      }
      if (isCloser(c) && State.depth > 0) State.depth--;
    }
    State.depth += countOpened(p, p + 1);
    p++;
  }
  return atLimit(p);
}

/** Whether the quote in `Char` closes the string that the value stands in. */
function endsString(): bool {
  return State.form == FORM_BACKSLASH && Char.code == QUOTE && Char.count < State.count;
}

/**
 * Whether `Char` is a line end of the text that a quoted value stands in: `\\n` where that is a string. JSON in a shell's
 * single quotes has it in a value, as these escape nothing.
 */
export function isLineEndAround(): bool {
  const level = Frame.level & DEPTH;
  if (isInDoubled()) return false;
  const isClosed = isQuote(State.code) || State.code == TAG || State.code == CDATA;
  if (level == 0 || State.form == FORM_HEX || Char.form != FORM_BACKSLASH || !isClosed) return false;
  const count = escapesOf(level);
  if (!isNewline(Char.code) || <i32>Char.count <= count || !isLineEndIn(Char.count, count)) return false;
  return !escapesNothing(level, level);
}

/** How many backslashes of the value stand before those of the line end in `Char` that ends it. */
export function textBeforeLineEnd(): usize {
  return Char.count - escapesOf(Frame.level & DEPTH) - 1;
}

/** Returns the address after the quote at `p` that closes the value. */
export function behindClose(p: usize): usize {
  if (
    State.code == 0 ||
    State.code == LINE ||
    State.code == WORDS ||
    State.code == TYPED ||
    State.code == ITEM ||
    State.code == ANY_SIGNS
  )
    return p;
  const q = skipColours(p);
  readChar(q);
  return Char.code == State.code ? q + Char.length : q;
}
