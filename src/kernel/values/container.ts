// Where an array or an object under a sensitive name ends, and which brackets at a value's start enclose none.
import { FORM_BACKSLASH, FORM_RAW, P_INNOCENT, SPAN_COUNT_SHIFT, VALUE_CREDENTIALS } from "../abi";
import { LIST_BYTES } from "../abi-words";
import { Key } from "../names/key-state";
import { CHECKED_MOST } from "../reading/bounds";
import { Char, isQuote, readChar } from "../reading/character";
import {
  AMPERSAND,
  APOSTROPHE,
  BACKSLASH,
  BACKTICK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  ESCAPE,
  HYPHEN,
  isNewline,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  PERCENT,
  QUOTE,
  RETURN,
  SPACE,
} from "../reading/chars";
import { isOwnRule } from "../reading/program-view";
import { findColours, skipBlanks, skipColours, skipLineEnd } from "../reading/skip";
import { State } from "../reading/state";
import {
  ALNUM,
  at,
  BLANK,
  before,
  classOf,
  END,
  is,
  isOneOf,
  MAYBE_END,
  Text,
  undecided,
} from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { innocentEnd } from "../shapes/placeholder";
import { startsWithScheme } from "./authorization";
import { isBeforeToken, skipMarks } from "./in-word";
import { behindIndent } from "./over-lines";
import { quotedEnd } from "./quoted-end";
import { Value } from "./text-end";

/**
 * After the bracket that closes an array or object; 0 when the text ends first, `Value.hold` says from
 * where nothing is decided. Strings inside are passed over, so that brackets in them do not count. A
 * line end in it is allowed where the next line is indented or closes: JSON printed over lines; a line
 * that was cut must not take those after it along.
 */
export function containerEnd(p: usize): usize {
  while (p < Text.limit) {
    if (State.inner != 0) {
      Value.resume = 0;
      State.code = State.inner;
      const end = quotedEnd(p);
      State.code = 0;
      if (end == 0) return 0;
      p = end;
      if (Value.resume != 0) {
        p = Value.resume;
        continue;
      }
      Text.hitEnd = false;
      const c = at(p);
      if (c == ESCAPE || c == BACKSLASH) p = skipColours(p);
      if (c != LINE_FEED && c != RETURN && p < Text.limit) {
        readChar(p);
        if (undecided()) return wait(end);
        if (Char.code != State.inner || Char.count < State.count) return p;
        p += Char.length;
      }
      State.inner = 0;
      continue;
    }
    const c = <u32>load<u8>(p);
    if (c == OPEN_BRACKET || c == OPEN_BRACE || c == OPEN_PAREN) {
      State.depth++;
    } else if (c == CLOSE_BRACKET || c == CLOSE_BRACE || c == CLOSE_PAREN) {
      State.depth--;
      if (State.depth == 0) return p + 1;
    } else if (c == LINE_FEED) {
      if (p + 1 >= Text.limit) return Text.final ? p : wait(p);
      if (!goesOnAt(p + 1)) return p;
    } else if (
      c == ESCAPE ||
      c == QUOTE ||
      c == APOSTROPHE ||
      c == BACKTICK ||
      c == BACKSLASH ||
      c == AMPERSAND ||
      c == PERCENT
    ) {
      Text.hitEnd = false;
      const colours = findColours(p);
      if (undecided()) return wait(p);
      if (colours != 0) {
        p = skipColours(colours);
        continue;
      }
      readChar(p);
      if (undecided()) return wait(p);
      if (c == BACKSLASH && isNewline(Char.code)) {
        // The text is a string's.
        const next = skipLineEnd(p);
        const goesOn = goesOnAt(next);
        if (undecided()) return wait(p);
        if (!goesOn) return p;
        p = next;
        continue;
      }
      if (isQuote(Char.code) && Char.form <= FORM_BACKSLASH && Char.count < State.flags >>> SPAN_COUNT_SHIFT)
        return p;
      if (isQuote(Char.code) && !(Char.form == FORM_RAW && c == APOSTROPHE && isInWord(p))) {
        State.inner = Char.code;
        State.form = Char.form;
        State.count = Char.count;
      }
      // After a backslash, too, a line ends.
      p += c == BACKSLASH && at(p + 1) == LINE_FEED ? 1 : Char.length;
      continue;
    }
    p++;
  }
  return Text.final ? p : wait(p);
}

function wait(p: usize): usize {
  Value.hold = p;
  return 0;
}

/** Whether the line at `p` goes on with the container: it is indented, or closes a bracket. */
export function goesOnAt(p: usize): bool {
  const c = at(p);
  return behindIndent(p) != p || c == CLOSE_BRACE || c == CLOSE_BRACKET || c == CLOSE_PAREN;
}

/** An apostrophe, not a quote: "don't". */
function isInWord(p: usize): bool {
  return p > Text.begin && is(load<u8>(p - 1), ALNUM);
}

/** Whether the quote before `p`, after the name of a header, closes a string: `' Authorization: ' --password '…'`. */
export function closesHeader(p: usize): bool {
  if (State.kind != VALUE_CREDENTIALS || Key.code != 0 || Key.sign != COLON || !is(at(p), BLANK))
    return false;
  return !startsWithScheme(skipBlanks(p));
}

/**
 * Whether the quote at `quote`, which ends before `p`, closes a string, and the next one like it opens another:
 * `' token: ' --password '…'`.
 */
export function isBetweenStrings(quote: usize, p: usize): bool {
  const text = skipBlanks(p);
  if (text == p) return false;
  readChar(quote);
  const code = Char.code;
  const form = Char.form;
  const count = Char.count;
  for (const most = p + CHECKED_MOST; p < most; p += Char.length) {
    readChar(p);
    if (p >= Text.limit || isNewline(Char.code)) return false;
    if (Char.code != code || Char.form != form || Char.count != count) continue;
    const next = at(p + Char.length);
    return p > text && is(before(p), BLANK) && !is(next, END) && !isOneOf(next, ",;:)]}|&");
  }
  return false;
}

/** Whether an unquoted value can end at `p`. */
function isBareEnd(p: usize): bool {
  State.code = 0;
  if (p >= Text.limit) {
    if (!Text.final) Text.hitEnd = true;
    return true;
  }
  return (classOf(load<u8>(p)) & (END | MAYBE_END)) != 0;
}

/** `[REDACTED]`, whatever is glued to it, and `{user}`: no array and no object, but a placeholder. */
export function isBracketedPlaceholder(p: usize): bool {
  const c = at(p);
  if ((c != OPEN_BRACKET && c != OPEN_BRACE) || isDeep(p)) return false;
  const end = innocentEnd(p, usize.MAX_VALUE, P_INNOCENT, isOwnRule(State.rule));
  if (end <= p + 1 || !is(load<u8>(end - 1), MAYBE_END)) return false;
  return c == OPEN_BRACKET ? !isGluedPlaceholder(p, c) : isBareEnd(end);
}

/**
 * Whether four brackets open at `p`, with a blank between them or without: no mask is in so many, and to ask every pattern of
 * one at each bracket of `[[[[…` took 1 µs.
 */
function isDeep(p: usize): bool {
  let q = p;
  for (let n = 0; n < 4; n++, q++) {
    if (n != 0 && at(q) == SPACE) q++;
    if (at(q) != OPEN_BRACKET && at(q) != OPEN_BRACE) return false;
  }
  return true;
}

/** `[REDACTED]hunter22x`: a word that begins with a placeholder, and no array; `[]my.Type` is a type. */
export function isGluedPlaceholder(p: usize, c: u32): bool {
  if (c != OPEN_BRACKET) return false;
  const end = innocentEnd(p, usize.MAX_VALUE, P_INNOCENT, isOwnRule(State.rule));
  if (end <= p + 2 || load<u8>(end - 1) != CLOSE_BRACKET) return false;
  return is(at(end), ALNUM) || isBeforeToken(end) || (Key.isParameter && skipMarks(end) != end);
}

/** The address after the marks before the word of a parameter's value at `p`, or of a placeholder in them, `''[REDACTED]`. */
export function skipMarksTo(p: usize): usize {
  const word = skipMarks(p);
  for (let q = p; q < word; q++) if (isBracketedPlaceholder(q)) return q;
  return word;
}

/** `{SSHA}bteEyn…`: how directories write password hashes (RFC 2307), no object. */
export function isSchemeOfHash(p: usize, c: u32): bool {
  if (c != OPEN_BRACE) return false;
  let q = p + 1;
  while (q < p + 18 && (is(at(q), ALNUM) || at(q) == HYPHEN)) q++;
  return q > p + 2 && at(q) == CLOSE_BRACE && (classOf(at(q + 1)) & (END | MAYBE_END)) == 0;
}

/** Where the bytes begin of `<Buffer 68 75 …>`, after its "<" at `p`; 0: none stand there. */
export function skipBytesWord(p: usize): usize {
  const end = p + lengthOfListed(LIST_BYTES, p);
  return end != p && at(end) == SPACE ? end + 1 : 0;
}
