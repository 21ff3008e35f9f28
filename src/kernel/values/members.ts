// An object or array under a sensitive name, whose members are looked at one by one. A string or a number in it is
// secret, unless its own name says that it is none (`"id":`, `"expiresAt":`), or the object is a credential's schema.
import {
  FORM_BACKSLASH,
  R_VALUE,
  SPAN_COUNT_SHIFT,
  SPAN_FIRST,
  SPAN_QUOTE,
  VALUE_ANY,
  VALUE_NAMED,
} from "../abi";
import { WORD_DESCRIBES, WORD_MEMBER, WORD_SHOWS } from "../abi-words";
import { Key } from "../names/key-state";
import { wholeName } from "../names/sensitive-name";
import { kindOfName, kindOfWord, wordStart } from "../names/words";
import { MEMBER_STAYS_MOST, MEMBERS_DEPTH_MOST } from "../reading/bounds";
import { Char, isQuote, isQuoteAt, readChar } from "../reading/character";
import {
  APOSTROPHE,
  COMMA,
  DOLLAR,
  ESCAPE,
  isLower,
  isNewline,
  isUpper,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  SPACE,
} from "../reading/chars";
import { Members } from "../reading/members-state";
import { ruleAt } from "../reading/program-view";
import { skipBlanks, skipColours } from "../reading/skip";
import { MEMBERS, MODE_CONTAINER, MODE_SEARCH, MODE_VALUE, State } from "../reading/state";
import { ALNUM, at, BLANK, fold, is, isOneOf, Text, undecided } from "../reading/text";
import { innocentEnd } from "../shapes/placeholder";
import { isBracketedPlaceholder } from "./container";
import { enterElement } from "./enter-value";
import {
  endsOpenly,
  isClosing,
  isOpening,
  skipBare,
  skipBareName,
  skipQuote,
  skipSign,
  skipWord,
  startsMember,
  stringEnd,
} from "./member-name";
import { behindIndent } from "./over-lines";
import { isSchema } from "./schema";
import { Value } from "./text-end";
import { valueEnd } from "./value-end";

/**
 * Goes on in the container at `p`; returns the address from which to go on, in the mode that it has set, or 0: the text
 * ended, and `Value.hold` is where nothing is decided. `State.code` is the quote of the string that `p` is in.
 */
export function stepMembers(p: usize): usize {
  while (p < Text.limit) {
    if (State.code != 0) {
      const next = skipString(p);
      if (next == 0 || State.mode == MODE_SEARCH) return next;
      p = next;
      continue;
    }
    const c = <u32>load<u8>(p);
    if (isOpening(c)) {
      Text.hitEnd = false;
      const isPlaceholder = isBracketedPlaceholder(p);
      if (undecided()) return wait(p);
      if (isPlaceholder) {
        p = innocentEnd(p);
        continue;
      }
      State.inner++;
      if (c == OPEN_BRACE && State.step == 0 && isSchema(p + 1)) State.step = State.inner;
      if (undecided()) {
        State.inner--;
        return wait(p);
      }
      p++;
      continue;
    }
    if (isClosing(c)) {
      close();
      p++;
      if (State.inner == 0) return end(p);
      continue;
    }
    if (c == LINE_FEED) {
      if (p + 1 >= Text.limit) return Text.final ? end(p) : wait(p);
      const next = <u32>load<u8>(p + 1);
      Text.hitEnd = false;
      const goesOn = is(next, BLANK) || isClosing(next) || (endsOpenly(p) && startsMember(p + 1));
      if (undecided()) return wait(p);
      if (!goesOn) return end(p);
      p++;
      continue;
    }
    if (c <= SPACE && c != ESCAPE) {
      p++;
      continue;
    }
    if (isOneOf(c, ",:=>()")) {
      p++;
      continue;
    }
    Text.hitEnd = false;
    const next = stepMember(p);
    if (undecided()) {
      State.code = 0;
      State.mode = MODE_CONTAINER;
      return wait(p);
    }
    if (State.mode != MODE_CONTAINER || next >= Members.at) return next;
    if (next == p) return end(p);
    p = next;
  }
  return Text.final ? end(p) : wait(p);
}

/** The name or value at `p`. The same address: the string around the container ends there. */
function stepMember(p: usize): usize {
  const q = skipColours(p);
  if (q != p) return q;
  readChar(p);
  const quote = isQuote(Char.code);
  if (quote && Char.form <= FORM_BACKSLASH && Char.count < State.flags >>> SPAN_COUNT_SHIFT) return p;
  if (quote && Char.code == APOSTROPHE && p > Text.begin && is(load<u8>(p - 1), ALNUM))
    return p + Char.length;
  if (!quote && Char.length > 1 && isNewline(Char.code)) {
    const next = p + Char.length;
    const isOnly = Char.code != LINE_FEED;
    if (isOnly || behindIndent(next) != next || isClosing(at(next)) || next >= Text.limit) return next;
    return endsOpenly(p) && startsMember(next) ? next : p;
  }
  const start = quote ? p + Char.length : p;
  const close = quote ? stringEnd(p) : 0;
  const value = quote ? (close != 0 ? skipSign(skipQuote(close, p)) : 0) : skipBareName(p);
  if (value == 0 || value == p) return enterLeaf(p, State.lines != 0 && State.inner == State.lines);
  const nameEnd = quote ? close : skipWord(p);
  const from = skipBlanks(value);
  if (isNewline(at(from))) return from;
  const stays = isHarmless(start, nameEnd) || isExample(start, nameEnd, from);
  readChar(from);
  if (!isOpening(Char.code)) return enterLeaf(from, stays);
  if (stays && Char.code == OPEN_BRACKET) State.lines = State.inner + 1;
  return from;
}

/** Into the string or the bare value at `p`. */
function enterLeaf(p: usize, stays: bool): usize {
  readChar(p);
  const start = p + Char.length;
  if (stays && !isQuote(Char.code)) {
    const q = skipBare(p);
    if (q - p < MEMBER_STAYS_MOST) return max(start, q);
  } else if (stays && State.inner <= MEMBERS_DEPTH_MOST) {
    const end = stringEnd(p);
    const close = end != 0 ? skipColours(end) : 0;
    if (undecided()) return p;
    if (close != 0 && close - start <= MEMBER_STAYS_MOST) {
      pauseMembers(close);
      State.mode = MODE_SEARCH;
      return start;
    }
  }
  if (!isQuote(Char.code)) {
    // `Secret("…")`
    const q = skipWord(p);
    if (q > p && at(q) == OPEN_PAREN) return q;
    // A class in front of an object: `store: MemoryStore { … }`
    if (q > p && isUpper(at(p)) && at(q) == SPACE && at(q + 1) == OPEN_BRACE) return q + 1;
    if (undecided()) return p;
  }
  readChar(p);
  State.flags = (State.flags & ~SPAN_QUOTE) | SPAN_FIRST;
  State.longRun = 0;
  State.depth = 0;
  Key.value = p;
  if (!enterElement(p)) {
    if (undecided()) return p;
    // An encoded bracket in text that is not, `{"":%5b`, is no value.
    if (Key.value == p) return start;
    // A key's block goes as a whole.
    State.mode = MODE_VALUE;
  } else if (State.mode != MODE_VALUE) {
    State.mode = MODE_CONTAINER;
    if (State.code != 0) return start;
    // A phrase that is not a secret would reach over the bracket: `12 }`.
    const q = skipBlanks(skipBare(p));
    const c = at(q);
    return max(start, c == COMMA || isClosing(c) ? q : Key.value);
  }
  return Key.value;
}

/** Goes on in a string; returns the address after it, or 0. */
function skipString(p: usize): usize {
  for (;;) {
    Text.hitEnd = false;
    const stop = valueEnd(p);
    if (stop == 0) return 0;
    p = stop;
    if (Value.resume == 0) break;
    p = Value.resume;
  }
  Text.hitEnd = false;
  const q = skipColours(p);
  const c = at(q);
  if (q < Text.limit && !isNewline(c)) {
    readChar(q);
    if (undecided()) return wait(p);
    if (Char.code != State.code || Char.count < State.count) {
      State.code = 0;
      return end(p);
    }
    p = q + Char.length;
  }
  State.code = 0;
  return p;
}

/** Whether a member of this name is not a secret, whatever the name above is. */
function isHarmless(start: usize, nameEnd: usize): bool {
  if (nameEnd <= start || !is(load<u8>(nameEnd - 1), ALNUM)) return false;
  const kind = kindOfWord(wordStart(nameEnd, start), nameEnd);
  const from = load<u8>(start) == DOLLAR ? start + 1 : start;
  const isDescribing = State.step != 0 && (kindOfName(from, nameEnd) & WORD_DESCRIBES) != 0;
  if (!isDescribing && (kind & WORD_MEMBER) == 0) return false;
  const rule = wholeName(nameEnd);
  // A name that only says that its value has another one is not a credential's.
  return rule < 0 || load<u8>(ruleAt(<u32>rule), R_VALUE) == VALUE_NAMED;
}

/** Whether a member of a schema shows a word as its value at `p`: `"example":"secret"`. */
function isExample(start: usize, nameEnd: usize, p: usize): bool {
  if (State.step == 0 || (kindOfName(start, nameEnd) & WORD_SHOWS) == 0) return false;
  readChar(p);
  if (!isQuote(Char.code)) return false;
  const quote = Char.code;
  const word = p + Char.length;
  let q = word;
  while (isLower(fold(at(q)))) q++;
  readChar(q);
  return q > word && Char.code == quote;
}

/** A bracket closes: what it held is over. */
function close(): void {
  State.inner--;
  if (State.inner < State.lines) State.lines = 0;
  if (State.inner < State.step) State.step = 0;
}

/** The container ends at `p`. */
function end(p: usize): usize {
  State.mode = MODE_SEARCH;
  return p;
}

function wait(p: usize): usize {
  Value.hold = p;
  return 0;
}

/** Searches up to the end of a string, where the members are looked at again. */
function pauseMembers(end: usize): void {
  Members.at = end;
  Members.rule = State.rule;
  Members.flags = State.flags;
  Members.depth = State.inner | (State.lines << 8) | (State.step << 16);
  Members.level = State.level | (State.wantsQuote << 8);
}

/** Goes on with the members after a string that stays and ends at `p`; returns the address after its quote. */
export function resumeMembers(p: usize): usize {
  Members.at = usize.MAX_VALUE;
  State.rule = Members.rule;
  State.flags = Members.flags;
  State.inner = Members.depth & 255;
  State.lines = (Members.depth >>> 8) & 255;
  State.step = Members.depth >>> 16;
  State.level = Members.level & 255;
  State.wantsQuote = Members.level >>> 8;
  State.kind = VALUE_ANY;
  State.array = MEMBERS;
  State.code = 0;
  State.mode = MODE_CONTAINER;
  return isQuoteAt(p) ? p + Char.length : p;
}
