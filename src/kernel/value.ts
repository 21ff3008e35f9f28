// Where a value ends: at the closing quote of the same notation and the same depth of escaping, at the
// bracket that closes it, or, unquoted, at the first delimiter. Each function goes on from any byte of
// the value and keeps what it must know in `State`. It returns the value's end, or 0 when the text ends
// first; `Value.hold` is then the address from which on nothing is decided.
import { FORM_BACKSLASH, FORM_ENTITY, FORM_PERCENT, FORM_RAW, FORM_UNICODE, SPAN_COUNT_SHIFT, VALUE_COOKIES, VALUE_SET_COOKIE } from "./abi";
import { Char, MAX_ESCAPES, isQuote, readChar } from "./notation";
import { State } from "./state";
import { ALNUM, BLANK, END, MAYBE_END, NAME, Text, at, classOf, is, undecided } from "./text";

export class Value {
  static hold: usize = 0;
}

/** Bytes that stand for quotes around the leaves of a value that the host lays out. */
export const HOST_OPEN: u32 = 0xfe;
export const HOST_CLOSE: u32 = 0xff;

export function valueEnd(p: usize): usize {
  if (State.code == 0) return bareEnd(p);
  if (State.code == HOST_CLOSE) return hostEnd(p);
  return quotedEnd(p);
}

/** Whether the value ends right at `p`. */
export function endsAt(p: usize): bool {
  const c = at(p);
  if (p >= Text.limit) return true;
  const cookieEnds = isCookie() && c == 0x3b;
  if (State.code == HOST_CLOSE) return c == HOST_CLOSE || cookieEnds;
  if (State.code == 0) {
    const kind = classOf(c);
    return (kind & END) != 0 || cookieEnds || ((kind & MAYBE_END) != 0 && endsHere(p, c));
  }
  if (c == 10 || c == 13 || cookieEnds) return true;
  readChar(p);
  if (Char.code != State.code) return false;
  if (Char.form <= FORM_BACKSLASH && State.form <= FORM_BACKSLASH) return closes(Char.count) && Char.count <= State.count;
  return Char.form == State.form || Char.form == FORM_RAW;
}

function wait(p: usize): usize {
  Value.hold = p;
  return 0;
}

/** Without a closing quote the value ends with the text. */
function atLimit(p: usize): usize {
  return Text.final ? p : wait(p);
}

function isCookie(): bool {
  return State.kind == VALUE_COOKIES || State.kind == VALUE_SET_COOKIE;
}

function hostEnd(p: usize): usize {
  const cookie = isCookie();
  for (; p < Text.limit; p++) {
    const c = <u32>load<u8>(p);
    if (c == HOST_CLOSE || (cookie && c == 0x3b)) return p;
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

function quotedEnd(p: usize): usize {
  const form = State.form;
  const cookie = isCookie();
  while (p < Text.limit) {
    const c = <u32>load<u8>(p);
    if (State.longRun != 0) {
      if (c != 0x5c) State.longRun = 0;
      p++;
      continue;
    }
    if (c == 10 || c == 13) return p;
    if (c == 0x5c) {
      Text.hitEnd = false;
      let n: u32 = 1;
      while (n < MAX_ESCAPES && at(p + n) == 0x5c) n++;
      if (n == MAX_ESCAPES) {
        State.longRun = 1;
        p += n;
        continue;
      }
      const next = at(p + n);
      if (form == FORM_UNICODE && next == 0x75) {
        readChar(p);
        if (undecided()) return wait(p);
        if (Char.form == FORM_UNICODE && Char.code == State.code && Char.count <= State.count) return p;
      }
      if (undecided()) return wait(p);
      if (next == State.code) {
        if (form > FORM_BACKSLASH) return p;
        if (closes(n)) return n < State.count ? p : p + n - State.count;
      }
      p += n;
      if (next != 10 && next != 13 && p < Text.limit) p++;
      continue;
    }
    if (c == State.code && (form > FORM_BACKSLASH || closes(0))) return p;
    if (cookie && c == 0x3b && !(form == FORM_ENTITY)) return p;
    if (form == FORM_PERCENT) {
      if (c == 0x26 || (classOf(c) & END) != 0) return p;
      if (c == 0x25) {
        Text.hitEnd = false;
        readChar(p);
        if (undecided()) return wait(p);
        if (Char.form == FORM_PERCENT && Char.code == State.code && Char.count <= State.count) return p;
      }
    } else if (form == FORM_ENTITY) {
      if (c == 0x22 || c == 0x3c || c == 0x3e) return p;
      if (c == 0x26) {
        Text.hitEnd = false;
        readChar(p);
        if (undecided()) return wait(p);
        if (Char.form == FORM_ENTITY && Char.code == State.code && Char.count <= State.count) return p;
      }
    }
    p++;
  }
  return atLimit(p);
}

function bareEnd(p: usize): usize {
  const cookie = isCookie();
  while (p < Text.limit) {
    const c = <u32>load<u8>(p);
    const kind = classOf(c);
    if (State.longRun != 0) {
      if (c != 0x5c) State.longRun = 0;
      p++;
      continue;
    }
    if (kind & END) return p;
    if (kind & MAYBE_END) {
      Text.hitEnd = false;
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

/** Whether the delimiter `c` at `p` ends an unquoted value, or is one of its characters. */
function endsHere(p: usize, c: u32): bool {
  if (c == 0x5c) return endsAtEscape(p);
  if (c == 0x25) {
    readChar(p);
    if (Char.form != FORM_PERCENT || State.separator != FORM_PERCENT) return false;
    return Char.code == 0x26 || Char.code <= 0x20 || isQuote(Char.code) || Char.code == 0x7d || Char.code == 0x2c;
  }
  if (c == 0x26) {
    readChar(p);
    if (Char.form == FORM_ENTITY) return true;
    return State.separator == FORM_PERCENT || isParameter(p + 1);
  }
  const next = at(p + 1);
  if (classOf(next) & END) return true;
  if (next == 0x5c) return endsAtEscape(p + 1);
  if (next == 0x2c || next == 0x3b || next == 0x29 || next == 0x5d || next == 0x7d) return true;
  if (c == 0x2c || c == 0x3b) return next == 0x7b || isParameter(p + 1);
  return false;
}

/** Whether the backslashes at `p` escape a line end or a quote, which a value does not hold unquoted. */
function endsAtEscape(p: usize): bool {
  let n: u32 = 1;
  while (n < MAX_ESCAPES && at(p + n) == 0x5c) n++;
  const d = at(p + n);
  if (d == 0x6e || d == 0x72 || d == 0x74 || isQuote(d) || d <= 0x20) return true;
  if (d != 0x75) return false;
  readChar(p);
  return Char.form == FORM_UNICODE && (Char.code <= 0x20 || isQuote(Char.code) || Char.code == 0x26 || Char.code == 0x3c || Char.code == 0x3e);
}

/** Whether `name=` or `name:` stands at `p`, so that what stands before it was the end of a value. */
function isParameter(p: usize): bool {
  let q = p;
  while (q < p + 64 && (is(at(q), NAME) || at(q) == 0x5b || at(q) == 0x5d || at(q) == 0x25)) q++;
  if (q == p) return false;
  const c = at(q);
  return c == 0x3d || c == 0x3a;
}

/**
 * Behind the bracket that closes an array or object. Strings inside are passed over, so that brackets
 * in them do not count. A line end in it is allowed where the next line is indented or closes: JSON
 * printed over lines; a line that was cut must not take those behind it along.
 */
export function containerEnd(p: usize): usize {
  while (p < Text.limit) {
    if (State.inner != 0) {
      State.code = State.inner;
      const end = quotedEnd(p);
      if (end == 0) return 0;
      p = end;
      Text.hitEnd = false;
      const c = at(p);
      State.code = 0;
      if (c != 10 && c != 13 && p < Text.limit) {
        readChar(p);
        if (undecided()) {
          State.code = 0;
          return wait(p);
        }
        if (Char.code != State.inner || Char.count < State.count) return p;
        p += Char.length;
      }
      State.inner = 0;
      continue;
    }
    const c = <u32>load<u8>(p);
    if (c == 0x5b || c == 0x7b || c == 0x28) State.depth++;
    else if (c == 0x5d || c == 0x7d || c == 0x29) {
      State.depth--;
      if (State.depth == 0) return p + 1;
    } else if (c == 10) {
      if (p + 1 >= Text.limit) return Text.final ? p : wait(p);
      const next = <u32>load<u8>(p + 1);
      if (!is(next, BLANK) && next != 0x7d && next != 0x5d && next != 0x29) return p;
    } else if (c == 0x22 || c == 0x27 || c == 0x60 || c == 0x5c || c == 0x26 || c == 0x25) {
      Text.hitEnd = false;
      readChar(p);
      if (undecided()) return wait(p);
      if (isQuote(Char.code) && Char.form <= FORM_BACKSLASH && Char.count < State.flags >>> SPAN_COUNT_SHIFT) return p;
      if (isQuote(Char.code) && !(Char.form == FORM_RAW && c == 0x27 && isInWord(p))) {
        State.inner = Char.code;
        State.form = Char.form;
        State.count = Char.count;
      }
      p += Char.length;
      continue;
    }
    p++;
  }
  return atLimit(p);
}

/** An apostrophe, not a quote: "don't". */
function isInWord(p: usize): bool {
  return p > Text.begin && is(load<u8>(p - 1), ALNUM);
}
