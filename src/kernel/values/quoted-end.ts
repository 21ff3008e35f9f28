// Where a quoted text ends: at its quote in the notation it stands in.
import {
  FORM_BACKSLASH,
  FORM_ENTITY,
  FORM_HEX,
  FORM_PERCENT,
  FORM_RAW,
  FORM_UNICODE,
  VALUE_PARAMS,
} from "../abi";
import { closes as closesString, isEscaped } from "../frames/open-strings";
import { closeLiterally, isDelimiter, skipShellQuote } from "../frames/quote";
import { BODY_LINE_MOST, MAX_ESCAPES } from "../reading/bounds";
import { Char, isAt, readChar } from "../reading/character";
import {
  AMPERSAND,
  BACKSLASH,
  CLOSE_BRACKET,
  COMMA,
  ESCAPE,
  GREATER,
  LESS,
  LINE_FEED,
  LOWER_N,
  LOWER_R,
  LOWER_U,
  LOWER_X,
  PERCENT,
  QUOTE,
  RETURN,
  SEMICOLON,
} from "../reading/chars";
import { findColours, skipLineEnd, skipSpace } from "../reading/skip";
import { LONG_QUOTED, OUTER_CODE, OUTER_SHIFT, State } from "../reading/state";
import { at, BASE64, BLANK, classOf, END, is, isOneOf, Text, undecided } from "../reading/text";
import { behindPlain, endsCdata, endsWord, isCookie, isDoubled, isInDoubled } from "./delimiter";
import {
  atLimit,
  CDATA,
  closes,
  colourEnd,
  endsAt,
  endsTextLine,
  isLineEndAround,
  isSemicolon,
  pause,
  TAG,
  textBeforeLineEnd,
  Value,
  wait,
} from "./text-end";

export function quotedEnd(p: usize): usize {
  const form = State.form;
  const cookie = isCookie();
  const outer = State.kind == VALUE_PARAMS ? State.lines & OUTER_CODE : 0;
  for (p = behindPlain(p); p < Text.limit; p = behindPlain(p)) {
    const c = <u32>load<u8>(p);
    if (c == LINE_FEED || c == RETURN) return endsTextLine(p) ? textLineEnd(p) : p;
    if (c == ESCAPE) {
      Text.hitEnd = false;
      const end = colourEnd(p);
      if (end == 0 || Value.resume != 0 || endsAt(p)) return end;
      p++;
      continue;
    }
    if (c == BACKSLASH) {
      Text.hitEnd = false;
      const colours = State.longRun == 0 ? findColours(p) : 0;
      if (undecided()) return wait(p);
      if (colours != 0) return colourEnd(colours);
      let n: u32 = 1;
      while (n < MAX_ESCAPES && at(p + n) == BACKSLASH) n++;
      // So many tell nothing of a quote after them that the rest of them does not.
      if (n == MAX_ESCAPES) {
        State.longRun = LONG_QUOTED;
        p += n;
        continue;
      }
      State.longRun = 0;
      const next = at(p + n);
      if ((form == FORM_UNICODE && next == LOWER_U) || (form == FORM_HEX && next == LOWER_X)) {
        readChar(p);
        if (undecided()) return wait(p);
        if (Char.form == form && Char.code == State.code && closesEscaped(form)) {
          const quote = p + startOfQuote(form);
          const next = behindDoubled(quote);
          if (undecided()) return wait(p);
          if (next == quote) return quote;
          p = next;
          continue;
        }
        if (form == FORM_HEX && Char.form == form) {
          p += Char.length;
          continue;
        }
      }
      if (undecided()) return wait(p);
      if (State.code == TAG && (next == LOWER_N || next == LOWER_R || next == LOWER_X)) {
        const ends = isBeforeTag(p);
        if (undecided()) return wait(p);
        if (ends) return p;
      }
      // In an element's text, a backslash escapes nothing.
      if (form == FORM_RAW && (State.code == CDATA || State.code == TAG) && isOneOf(next, "<]")) {
        p += n;
        continue;
      }
      if (outer != 0 && next == outer && n <= State.lines >>> OUTER_SHIFT) return p;
      if (next == State.code) {
        if (form > FORM_BACKSLASH) return p;
        if (closes(n)) {
          if (n < State.count) return p;
          const quote = p + n - State.count;
          const behind = behindDoubled(quote);
          if (undecided()) return wait(p);
          if (behind == quote) return quote;
          p = behind;
          continue;
        }
        // A backslash of JSON escapes.
        const isJson = State.wantsQuote != 0 && next == QUOTE;
        const close = isJson ? 0 : closeLiterally(p + n + 1, n, next, form, State.count, false);
        if (undecided()) return wait(p);
        if (close != 0) return close - State.count - 1;
        const row = skipRowInWord(p + n + 1, next);
        if (undecided()) return wait(p);
        if (row != 0) {
          p = row;
          continue;
        }
      }
      if (form == FORM_PERCENT && endsWord(p)) return p;
      // A line end of the text that the value stands in.
      if (next == LOWER_N || next == LOWER_R) {
        readChar(p);
        const ends = isLineEndAround() ? p + textBeforeLineEnd() : 0;
        const goesOn = ends != 0 && State.code == TAG && goesOnBelow(p);
        if (undecided()) return wait(p);
        if (ends != 0 && !goesOn) return ends;
      }
      const from = p;
      p += n;
      // A backslash escapes no bracket of a tag, and the second of two no entity.
      const isText = next == LESS || next == GREATER || (next == AMPERSAND && !isEscaped(n, Text.escapes));
      if (form == FORM_ENTITY && isText) continue;
      // A colour code begins with ESC whatever stands in front of it.
      if (next != LINE_FEED && next != RETURN && next != ESCAPE && p < Text.limit) p++;
      if (next == State.code && isInDoubled() && isAt(p, State.code)) p += Char.length;
      if (undecided()) return wait(from);
      continue;
    }
    State.longRun = 0;
    if (outer != 0 && c == outer) return p;
    if (State.code == CDATA && c == CLOSE_BRACKET) {
      Text.hitEnd = false;
      const ends = endsCdata(p);
      if (undecided()) return wait(p);
      if (ends) return p;
      p++;
      continue;
    }
    if (c == State.code && (form > FORM_BACKSLASH || closes(0))) {
      Text.hitEnd = false;
      const next = form <= FORM_BACKSLASH && State.count == 0 ? behindDoubled(p) : p;
      if (undecided()) return wait(p);
      if (next == p) return p;
      p = next;
      continue;
    }
    if (State.code == TAG && c == CLOSE_BRACKET) {
      Text.hitEnd = false;
      const ends = endsCdata(p);
      if (undecided()) return wait(p);
      if (ends) return p;
    }
    if (cookie && c == SEMICOLON && !(form == FORM_ENTITY)) return p;
    if (State.inQuery && c == AMPERSAND && form != FORM_ENTITY) return p;
    if (form == FORM_PERCENT) {
      if (c == AMPERSAND || (classOf(c) & END) != 0) return p;
      // Where a colon is encoded, a comma is.
      if (c == COMMA && State.separator == FORM_PERCENT) return p;
      if (c == PERCENT) {
        Text.hitEnd = false;
        readChar(p);
        if (undecided()) return wait(p);
        if (State.code == TAG && (Char.code == LINE_FEED || Char.code == RETURN) && isBeforeTag(p)) return p;
        if (undecided()) return wait(p);
        readChar(p);
        if (Char.form == FORM_PERCENT && Char.code == BACKSLASH) {
          // `%5C%22`: a quote that is escaped in what was encoded.
          const next = p + Char.length;
          readChar(next);
          if (undecided()) return wait(p);
          p = Char.form == FORM_PERCENT ? next + Char.length : next;
          continue;
        }
        if (Char.form == FORM_PERCENT && Char.code == State.code && Char.count <= State.count) {
          const next = behindDoubled(p);
          if (undecided()) return wait(p);
          if (next == p) return p;
          p = next;
          continue;
        }
        if (cookie && isSemicolon(p)) return p;
      }
    } else if (form == FORM_ENTITY) {
      if (c == QUOTE || c == LESS || c == GREATER) return p;
      if (c == AMPERSAND) {
        Text.hitEnd = false;
        readChar(p);
        if (undecided()) return wait(p);
        if (Char.form == FORM_ENTITY && Char.code == State.code && Char.count <= State.count) {
          const next = behindDoubled(p);
          if (undecided()) return wait(p);
          if (next == p) return p;
          p = next;
          continue;
        }
      }
    }
    p++;
  }
  return atLimit(p);
}

/** Whether the quote in `Char` closes the value: escaped in a string, or by a server that writes `\\x5C` for a backslash. */
function closesEscaped(form: i32): bool {
  if (Char.count <= State.count) return true;
  if (form == FORM_UNICODE) return closes(Char.count);
  return (Char.count & 255) == (State.count & 255) && closesString(Char.count >>> 8, State.count >>> 8, 0);
}

/** How far after the first of the backslashes in `Char` those of the quote itself begin. */
function startOfQuote(form: i32): usize {
  if (Char.count <= State.count) return 0;
  if (form == FORM_UNICODE) return <usize>(Char.count - State.count);
  return <usize>((Char.count >>> 8) - (State.count >>> 8)) * ((State.count & 255) + HEX_DIGITS + 1);
}

/** `x5C` without its backslashes. */
const HEX_DIGITS: usize = 2;

/**
 * The address after the raw quote at `p`, after one that a backslash stands before, if a letter or a sign follows
 * that no string ends before, so that these are one of SQL, `'\''s'`, `'\''#x'`; 0: none is there.
 */
function skipRowInWord(p: usize, code: u32): usize {
  return State.form == FORM_RAW && at(p) == code && !isDelimiter(at(p + 1)) ? p + 1 : 0;
}

/** Returns the address after a doubled quote at `p`; `p` itself where it is not doubled. */
function behindDoubled(p: usize): usize {
  if (!isDoubled(p)) return p;
  readChar(p);
  const next = p + Char.length;
  const length = Char.length;
  const joint = skipShellQuote(next, State.code, State.count);
  return joint != next ? joint : next + length;
}

/** An element's text goes on after the line end at `p`, if a tag is not all there is. */
function textLineEnd(p: usize): usize {
  Text.hitEnd = false;
  const next = skipSpace(p);
  const isOver = isAt(next, LESS) && Char.form == State.form;
  if (undecided()) return wait(p);
  return isOver || next >= Text.limit ? p : pause(p, next);
}

/** Whether an element's text goes on after the line end at `p`: in a line that is indented, or of base64. */
function goesOnBelow(p: usize): bool {
  const line = skipLineEnd(p);
  if (is(at(line), BLANK)) return true;
  let q = line;
  while (q < line + BODY_LINE_MOST && is(at(q), BASE64)) q++;
  const c = at(q);
  return q > line && (c == BACKSLASH || c == LESS || q == line + BODY_LINE_MOST);
}

/** Whether the line end at `p` and what indents the next line are all there is before a tag. */
function isBeforeTag(p: usize): bool {
  return skipLineEnd(p) != p && isAt(skipSpace(p), LESS);
}
