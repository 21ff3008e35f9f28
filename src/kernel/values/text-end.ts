// Where a value ends: at the closing quote of the same notation and the same depth of escaping, at the
// bracket that closes it, or, unquoted, at the first delimiter. Each function goes on from any byte of
// the value and keeps what it must know in `State`. It returns the value's end, or 0 when the text ends
// first; `Value.hold` is then the address from which on nothing is decided. A colour code inside a value
// is none of it: the value pauses there, and `Value.resume` is where it goes on.
import { MAX_ESCAPES } from "../reading/bounds";
import { FORM_BACKSLASH, FORM_ENTITY, FORM_HEX, FORM_PERCENT, FORM_RAW, FORM_UNICODE, HOST_CLOSE } from "../abi";
import { skipColours, skipLineEnd, skipSpace } from "../reading/skip";
import { behindPlain, endsCdata, endsHere, isControl, isCookie, isDoubled } from "./delimiter";
import { Char, isAt, readChar } from "../reading/character";
import { State } from "../reading/state";
import { END, MAYBE_END, Text, at, classOf, undecided } from "../reading/text";

export class Value {
  static hold: usize = 0;
  /** 0: the value has ended. */
  static resume: usize = 0;
}

/** In place of a quote: the value is a line, or the lines of a YAML block. */
export const LINE: u32 = 10;
/** In place of a quote: the value is an element's text, which the next tag ends. */
export const TAG: u32 = 0x3c;

/** Whether the value ends right at `p`, or behind the colour codes there. */
export function endsAt(p: usize): bool {
  p = skipColours(p);
  const c = at(p);
  if (p >= Text.limit) return true;
  const cookieEnds = isCookie() && isSemicolon(p);
  if (State.code == HOST_CLOSE) return c == HOST_CLOSE || cookieEnds;
  if (State.code == 0) {
    const kind = classOf(c);
    if (isControl(c) && isCookie()) return false;
    return (kind & END) != 0 || cookieEnds || ((kind & MAYBE_END) != 0 && endsHere(p, c));
  }
  if (c == 10 || c == 13 || cookieEnds) return true;
  if (State.form == FORM_PERCENT && (c == 0x26 || (classOf(c) & END) != 0)) return true;
  if (State.form == FORM_ENTITY && (c == 0x22 || c == 0x3c || c == 0x3e)) return true;
  readChar(p);
  if (State.code == LINE) return Char.code == 10 || Char.code == 13 || (c == 0x22 && State.form != FORM_RAW) || endsString();
  if (State.code == TAG && Char.code == 0x22) return true;
  if (Char.code != State.code) return false;
  if (Char.form <= FORM_BACKSLASH && State.form <= FORM_BACKSLASH) {
    const count = Char.count;
    return closes(count) && count <= State.count && !(count == State.count && isDoubled(p));
  }
  if (Char.form != State.form) return Char.form == FORM_RAW;
  return !isDoubled(p);
}

export function wait(p: usize): usize {
  Value.hold = p;
  return 0;
}

/** Without a closing quote the value ends with the text. */
export function atLimit(p: usize): usize {
  return Text.final ? p : wait(p);
}

/** The value goes on at `next`, behind something that is no part of it. */
export function pause(p: usize, next: usize): usize {
  Value.resume = next;
  return p;
}

/**
 * Whether the value goes on behind colour codes at `p`; `pause` then says where. 0: not known yet.
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
  if (c != 0x3b && (c != 0x25 || State.separator != FORM_PERCENT)) return false;
  readChar(p);
  return Char.code == 0x3b;
}

export function hostEnd(p: usize): usize {
  const cookie = isCookie();
  while ((p = behindPlain(p)) < Text.limit) {
    const c = <u32>load<u8>(p);
    if (c == HOST_CLOSE || (cookie && c == 0x3b)) return p;
    if (c != 0x1b && c != 0x5c) {
      p++;
      continue;
    }
    Text.hitEnd = false;
    const next = skipColours(p);
    if (undecided()) return wait(p);
    p = max(next, p + 1);
  }
  return atLimit(p);
}

/**
 * The quote that closes a string at depth d has 2^d - 1 backslashes; quotes and backslashes inside have
 * 2^(d+1) times something more. Fewer backslashes close a string further out, and so this one too.
 */
function closes(backslashes: u32): bool {
  const unit = State.count + 1;
  if (backslashes < State.count) return true;
  if ((unit & (unit - 1)) != 0) return backslashes == State.count;
  return (backslashes & (2 * unit - 1)) == unit - 1;
}

export function quotedEnd(p: usize): usize {
  const form = State.form;
  const cookie = isCookie();
  while ((p = behindPlain(p)) < Text.limit) {
    const c = <u32>load<u8>(p);
    if (c == 10 || c == 13) return p;
    if (c == 0x1b) {
      Text.hitEnd = false;
      const end = colourEnd(p);
      if (end == 0 || Value.resume != 0 || endsAt(p)) return end;
      p++;
      continue;
    }
    if (c == 0x5c) {
      Text.hitEnd = false;
      if (skipColours(p) != p || undecided()) return colourEnd(p);
      let n: u32 = 1;
      while (n < MAX_ESCAPES && at(p + n) == 0x5c) n++;
      if (n == MAX_ESCAPES) {
        State.longRun = 1;
        p += n;
        continue;
      }
      const next = at(p + n);
      if ((form == FORM_UNICODE && next == 0x75) || (form == FORM_HEX && next == 0x78)) {
        readChar(p);
        if (undecided()) return wait(p);
        if (Char.form == form && Char.code == State.code && Char.count <= State.count) {
          const next = behindDoubled(p);
          if (undecided()) return wait(p);
          if (next == p) return p;
          p = next;
          continue;
        }
        if (form == FORM_HEX && Char.form == form) {
          p += Char.length;
          continue;
        }
      }
      if (undecided()) return wait(p);
      if (State.code == TAG && (next == 0x22 || next == 0x6e || next == 0x72 || next == 0x78)) {
        const ends = next == 0x22 || isBeforeTag(p);
        if (undecided()) return wait(p);
        if (ends) return p;
      }
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
      }
      p += n;
      // A colour code begins with ESC whatever stands in front of it.
      if (next != 10 && next != 13 && next != 0x1b && p < Text.limit) p++;
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
    if (State.code == TAG && c == 0x22) return p;
    if (State.code == TAG && c == 0x5d) {
      Text.hitEnd = false;
      const ends = endsCdata(p);
      if (undecided()) return wait(p);
      if (ends) return p;
    }
    if (cookie && c == 0x3b && !(form == FORM_ENTITY)) return p;
    if (form == FORM_PERCENT) {
      if (c == 0x26 || (classOf(c) & END) != 0) return p;
      if (c == 0x25) {
        Text.hitEnd = false;
        readChar(p);
        if (undecided()) return wait(p);
        if (State.code == TAG && (Char.code == 10 || Char.code == 13) && isBeforeTag(p)) return p;
        if (undecided()) return wait(p);
        readChar(p);
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
      if (c == 0x22 || c == 0x3c || c == 0x3e) return p;
      if (c == 0x26) {
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

/** Behind a doubled quote at `p`; `p` itself where it is not doubled. */
function behindDoubled(p: usize): usize {
  if (!isDoubled(p)) return p;
  readChar(p);
  return p + 2 * Char.length;
}

/** Whether the line end at `p` and what indents the next line are all there is before a tag. */
function isBeforeTag(p: usize): bool {
  return skipLineEnd(p) != p && isAt(skipSpace(p), 0x3c);
}

export function bareEnd(p: usize): usize {
  const cookie = isCookie();
  while ((p = behindPlain(p)) < Text.limit) {
    const c = <u32>load<u8>(p);
    const kind = classOf(c);
    if (kind & END) {
      if (cookie && isControl(c)) {
        p++;
        continue;
      }
      if (c != 0x1b) return p;
      Text.hitEnd = false;
      return colourEnd(p);
    }
    if (kind & MAYBE_END) {
      Text.hitEnd = false;
      if (c == 0x5c && skipColours(p) != p) return colourEnd(p);
      const ends = c == 0x3b && cookie ? true : endsHere(p, c);
      if (undecided()) return wait(p);
      if (ends) return p;
      if (c == 0x5c) {
        // An escape that is part of the value: its run of backslashes is passed as a whole.
        let n: u32 = 1;
        while (n < MAX_ESCAPES && at(p + n) == 0x5c) n++;
        State.longRun = n == MAX_ESCAPES ? 1 : 0;
        p += n;
        continue;
      }
    }
    p++;
  }
  return atLimit(p);
}

/** Whether the quote in `Char` closes the string that the value stands in. */
function endsString(): bool {
  return State.form == FORM_BACKSLASH && Char.code == 0x22 && Char.count < State.count;
}

/** Behind the quote at `p` that closes the value. */
export function behindClose(p: usize): usize {
  if (State.code == 0) return p;
  const q = skipColours(p);
  readChar(q);
  return Char.code == State.code ? q + Char.length : q;
}
