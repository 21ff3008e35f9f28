// A word of any signs that no quote encloses, as generators of passwords make them: whether one stands here, and where it
// ends. `password=K)o:nH^'mTP7`: a bracket, a quote or a comma in it ends nothing.
import { FORM_BACKSLASH, FORM_ENTITY } from "../abi";
import { Char, isQuote, noteChar, readChar } from "../reading/character";
import {
  AMPERSAND,
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DELETE,
  DOLLAR,
  DOT,
  EQUALS,
  EXCLAMATION,
  GREATER,
  HYPHEN,
  isAscii,
  isDigit,
  isLetter,
  isNewline,
  isUpper,
  LESS,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  SLASH,
  SPACE,
  UNDERSCORE,
} from "../reading/chars";
import { ALNUM, at, classOf, END, is, isOneOf, MAYBE_END, NAME, skipPlain, Text } from "../reading/text";
import { leaveWindow, readOnTo } from "../reading/window";
import { isOfAllKinds, isWord } from "./word-kinds";

/** In place of a quote: the value is a word of any signs. */
export const ANY_SIGNS: u32 = 15;

/** Such a word is no longer, and no shorter. */
const MOST: usize = 72;
const LEAST = 8;
const ALNUM_LEAST = 4;
/** So many letters and digits with both cases in them are a token's: then one sign is enough. */
const TOKEN_LEAST: usize = 8;
/** So many signs of different kinds are in it, one more where it begins with a bracket or has one kind of letters. */
const SIGNS_LEAST = 3;
/** What stands before a string in the word is no longer. */
const OPEN_MOST: usize = 4;
/** More closing signs in a row are not looked at. */
const CLOSERS_MOST: usize = 6;

/** Whether a word of any signs stands at `p`. */
export function hasAnySigns(p: usize): bool {
  const first = at(p);
  readChar(p);
  noteChar(p);
  readOnTo(p + 1);
  if (isQuote(Char.code) || isQuote(codeAt(p + 1)) || (isOneOf(first, "$%") && startsVariable(p + 1, first)))
    return false;
  if (endsAtSign(p)) return false;
  let kinds: u64 = 0;
  let letters = 0;
  let digits = 0;
  let capitals = 0;
  let length = 0;
  let mayEnd = false;
  let isOdd = false;
  let hasToken = false;
  let equals = 0;
  let opening: u32 = 0;
  let q = p;
  for (const most = p + MOST; !endsAnySigns(q); ) {
    if (q >= most) return false;
    const c = codeAt(q);
    const next = q + Char.length;
    if (is(c, ALNUM) && next == q + 1) {
      const end = skipRun(q);
      if (isWord(q, end)) return false;
      if (end >= q + TOKEN_LEAST && isOfAllKinds(q, end)) hasToken = true;
      for (; q < end; q++) {
        const d = <u32>load<u8>(q);
        if (isDigit(d)) digits++;
        else if (isUpper(d)) capitals++;
        else letters++;
        length++;
      }
      continue;
    }
    if (!isAscii(c) || is(c, ALNUM)) {
      length++;
      q = next;
      continue;
    }
    // Names and values in a row; each would look at the rest of them.
    if (c == EQUALS && ++equals > 2) return false;
    if (c == DELETE || (q > p && startsStructure(q, next, c, p))) return false;
    if ((classOf(c) & (END | MAYBE_END)) != 0) mayEnd = true;
    if (is(c, END)) isOdd = true;
    // `<<"x">>,`
    if (c == opening && !is(codeAt(next), ALNUM)) return false;
    if (isQuote(c) && (q < p + OPEN_MOST || !is(load<u8>(q - 1), ALNUM))) opening = c;
    kinds |= (<u64>1) << bitOf(c);
    length++;
    q = next;
  }
  // `b'x'`, `<<"x">>`, `a+"x"`
  if (opening != 0 && isClosedBy(opening, q)) return false;
  if (!mayEnd || length < LEAST || letters + capitals == 0 || letters + capitals + digits < ALNUM_LEAST)
    return false;
  let least = SIGNS_LEAST;
  if (hasToken) least = 1;
  else if (digits > 0 && letters > 0 && capitals > 0) least -= isOdd ? 1 : 0;
  else if (digits == 0 && (letters == 0 || capitals == 0)) least += 2;
  if (isOneOf(first, "[{(<")) least++;
  return <i32>popcnt(kinds) >= least;
}

/**
 * Whether the word at `p` ends where the first byte stands that may end a value, or a structure begins there: so it is of most
 * values, which are not looked at by letter. Where that needs more text, nothing is said.
 */
function endsAtSign(p: usize): bool {
  const hitEnd = Text.hitEnd;
  Text.hitEnd = false;
  const q = skipSignless(p, p + MOST);
  let isEnd = q > p && endsAnySigns(q);
  if (q > p && !isEnd) {
    const c = codeAt(q);
    isEnd = isAscii(c) && !is(c, ALNUM) && startsStructure(q, q + Char.length, c, p);
  }
  isEnd = isEnd && !Text.hitEnd;
  Text.hitEnd = hitEnd;
  return isEnd;
}

/** After the bytes from `p` on, up to `most` or the text's end, that may end no value: no blank, quote or backslash. */
function skipSignless(p: usize, most: usize): usize {
  const q = skipPlain(p, min(most, Text.limit));
  readOnTo(q + 15);
  return q;
}

/** Whether the quote `code` is among the signs at `p` that end the word. */
function isClosedBy(code: u32, p: usize): bool {
  for (const most = p + CLOSERS_MOST; p < most && !endsWord(p); p += Char.length)
    if (codeAt(p) == code) return true;
  return false;
}

/** The character at `p`, in the string that is looked into without its escape; its length is in `Char`. */
function codeAt(p: usize): u32 {
  const c = at(p);
  Char.length = 1;
  readOnTo(p);
  if (c != BACKSLASH || Text.escapes < 0) return c;
  leaveWindow();
  readChar(p);
  // More backslashes are the text's own.
  return <i32>Char.count > 2 * Text.escapes + 1 && Char.form == FORM_BACKSLASH ? BACKSLASH : Char.code;
}

/** A bit for each sign of ASCII, one for what joins the words of a name; those after the small letters have the place of capitals. */
function bitOf(c: u32): u64 {
  if (c == HYPHEN || c == UNDERSCORE) return DOT - SPACE;
  return c < 0x60 ? c - SPACE : 33 + (c & 7);
}

/** Returns the address after the letters and digits at `p`. */
function skipRun(p: usize): usize {
  for (const most = p + MOST; p < most && is(at(p), ALNUM); ) p++;
  readOnTo(p);
  return p;
}

/** Whether the sign `c` at `p`, which ends before `next`, begins another member, a tag, a call or the like. */
function startsStructure(p: usize, next: usize, c: u32, start: usize): bool {
  if (c == LESS) return opensTag(next);
  if (c == GREATER) return closesTag(p, start);
  if (isQuote(c)) return closesString(next);
  if (c == BACKSLASH && Text.escapes < 0) return isOneOf(at(next), "ux");
  if (c == AMPERSAND) {
    readChar(p);
    return Char.form == FORM_ENTITY || isMember(next, false, "=");
  }
  // After a digit a bracket is a call's or an index's, and has to close: `x1['a`.
  const isList = c == COMMA || (isOneOf(c, "{[(") && !isDigit(load<u8>(p - 1)));
  if (isList && isQuote(codeAt(next))) return true;
  if (isOneOf(c, ";,|{[(") && isMember(next, true)) return true;
  if (c == OPEN_PAREN || c == OPEN_BRACKET || c == OPEN_BRACE) return isCall(p, next, c, start);
  readOnTo(next + 1);
  if (c == COLON) return at(next) == SLASH && at(next + 1) == SLASH;
  // `a && b`, `a == b`
  return is(load<u8>(p - 1), ALNUM) && at(next) == c && isOneOf(c, "&|=");
}

/** Whether a name and one of `separators` stand at `p`; with `isLong`, the name is no single letter. */
function isMember(p: usize, isLong: bool, separators: string = "=:"): bool {
  let q = p;
  for (const most = p + MOST; q < most && is(at(q), NAME); ) q++;
  readOnTo(q);
  if (!isLetter(at(p)) || (isLong && q == p + 1) || load<u8>(q - 1) == DOT) return false;
  return isOneOf(at(q), separators);
}

/** Whether a letter or a bracket stands at `p`, after the sign that begins a variable. */
function startsVariable(p: usize, sign: u32): bool {
  return isOneOf(at(p), "({") || (sign == DOLLAR && isLetter(at(p)));
}

/** Whether the quote that ends before `p` closes a string of a list: another one follows, or a member. */
function closesString(p: usize): bool {
  let q = p;
  for (const most = p + CLOSERS_MOST; q < most && isOneOf(at(q), ",:;)]}>([{/"); ) q++;
  readOnTo(q);
  return q != p && (isQuote(codeAt(q)) || isMember(q, false) || at(q - 1) == GREATER);
}

/** Whether a tag is opened or closed by what stands after the "<" before `p`. */
function opensTag(p: usize): bool {
  readOnTo(p);
  if (at(p) == SLASH || at(p) == EXCLAMATION) return true;
  let q = p;
  for (const most = p + MOST; q < most && is(at(q), NAME); ) q++;
  readOnTo(q + 1);
  return isLetter(at(p)) && (at(q) == GREATER || (at(q) == SLASH && at(q + 1) == GREATER));
}

/** Whether the ">" at `p` closes a tag that was opened in front of the word at `start`. */
function closesTag(p: usize, start: usize): bool {
  leaveWindow();
  for (let q = p; q > start; q--) if (load<u8>(q - 1) == LESS) return false;
  const least = start - min(2 * MOST, start - Text.begin);
  for (let q = start; q > least; q--) {
    const c = <u32>load<u8>(q - 1);
    if (c == LESS) return true;
    if (c == GREATER || isNewline(c)) return false;
  }
  return false;
}

/** Whether the bracket `c` at `p` is that of a call, an index or a variable: it closes, and a letter or "$" stands before it. */
function isCall(p: usize, next: usize, c: u32, start: usize): bool {
  const before = <u32>load<u8>(p - 1);
  if (!is(before, ALNUM) && before != DOLLAR) return false;
  const close = c == OPEN_PAREN ? CLOSE_PAREN : c == OPEN_BRACKET ? CLOSE_BRACKET : CLOSE_BRACE;
  for (let q = next, most = start + MOST; q < most && !endsWord(q); q++) {
    readOnTo(q + 1);
    if (at(q) == close) return endsWord(q + 1) || isOneOf(at(q + 1), ".,;)]}[");
  }
  return false;
}

/** Whether a blank or a line end stands at `p`, or the text ends. */
function endsWord(p: usize): bool {
  readOnTo(p);
  if (p >= Text.limit) return at(p) == 0;
  const c = codeAt(p);
  readOnTo(p + 1);
  return c <= SPACE || (c == BACKSLASH && Text.escapes < 0 && isOneOf(at(p + 1), "nrt"));
}

/** Whether the word is over at `p`: signs that close what is around it stand there at the most. */
export function endsAnySigns(p: usize): bool {
  for (const most = p + CLOSERS_MOST; p < most; p++) {
    if (endsWord(p)) return true;
    const c = codeAt(p);
    if (!isOneOf(c, ",;.)]}>'\"`")) return false;
    p += Char.length - 1;
  }
  return false;
}

/** Whether a quote is in the word at `p`: the string that the name stands in may end with it. */
export function hasQuote(p: usize): bool {
  const most = p + MOST;
  p = skipSignless(p, most);
  while (p < most && !endsWord(p) && !isQuote(at(p))) p = skipSignless(p + 1, most);
  // Sixteen bytes are read at once.
  readOnTo(p + 15);
  return isQuote(at(p));
}
