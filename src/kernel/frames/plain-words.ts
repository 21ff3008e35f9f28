// A value of several words that no quote encloses, where the notation shows its end: whether one stands here, and where
// it ends. `password: correct horse battery`, `{Name:ann Password:correct horse Role:admin}`.
import { LIST_SENTENCE } from "../abi-words";
import { MEMBER_NAME_MOST, WORD_MOST, WORDS_MOST } from "../reading/bounds";
import {
  APOSTROPHE,
  BAR,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  GREATER,
  HYPHEN,
  isAscii,
  isDigit,
  isLetter,
  isUpper,
  LINE_FEED,
  NUMBER_SIGN,
  OPEN_PAREN,
  QUESTION,
  SEMICOLON,
} from "../reading/chars";
import { skipBar, skipLineEnd } from "../reading/skip";
import { ALNUM, at, BLANK, classOf, END, is, isOneOf, NAME, Text, WORD } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { leaveWindow, readOnTo } from "../reading/window";

/** In place of a quote: the value is several words. */
export const WORDS: u32 = 12;

/** The same: the value is what stands before its type in brackets, `otter(String)`. */
export const TYPED: u32 = 13;

/** The same: the value is an item of a list, which a comma or a bracket ends. */
export const ITEM: u32 = 14;

/** The address after the type in brackets at `p`, which ends an item of a list or its line; `p`: none is there. */
export function skipType(p: usize): usize {
  if (at(p) != OPEN_PAREN || !isUpper(at(p + 1))) return p;
  let q = p + 1;
  for (const most = p + WORD_MOST; q < most && is(at(q), WORD); ) q++;
  if (at(q) != CLOSE_PAREN) return p;
  const next = q + 1;
  return at(next) == COMMA || skipLineEnd(next) != next || (next >= Text.limit && Text.final) ? next : p;
}

/** Whether `c` may stand in a word of the value. */
export function isPartOfWord(c: u32): bool {
  return (classOf(c) & END) == 0 && !isOneOf(c, "=:,;(){}[]|\\%&");
}

/** Whether a word may begin with `c`: what is joined by signs is an expression. */
export function mayBegin(c: u32): bool {
  return is(c, ALNUM) || !isAscii(c);
}

function skipWord(p: usize, most: usize): usize {
  for (; p < most && (isPartOfWord(at(p)) || isApostropheInWord(p)); ) p++;
  return p;
}

/** Whether an apostrophe between letters stands at `p`: `it's`. */
export function isApostropheInWord(p: usize): bool {
  return at(p) == APOSTROPHE && p > Text.begin && is(load<u8>(p - 1), ALNUM) && is(at(p + 1), ALNUM);
}

/** The address after blanks at `p`. */
export function skipGap(p: usize): usize {
  for (const most = p + WORDS_MOST; p < most && is(at(p), BLANK); ) p++;
  return p;
}

/** Whether a name and its separator stand at `p`: `port=`, `port =`, `Port:`. */
function isMember(p: usize): bool {
  let q = p;
  for (const most = p + MEMBER_NAME_MOST; q < most && is(at(q), NAME); ) q++;
  readOnTo(q);
  if (q == p) return false;
  if (at(q) == COLON) return true;
  q = skipGap(q);
  readOnTo(q + 1);
  return at(q) == EQUALS || (at(q) == HYPHEN && at(q + 1) == GREATER);
}

/** Whether the line or the text is over at `p`. */
function endsLine(p: usize): bool {
  readOnTo(p);
  if (isOneOf(at(p), "\r\\%&")) leaveWindow();
  return skipLineEnd(p) != p || (p >= Text.limit && Text.final);
}

/**
 * What ends the words whose last one ends at `p`: a line end (or a comment), a bracket, "," (or ";", "|") with a member
 * after it, "=" for a member right there; 0: nothing does.
 */
function closeAt(p: usize): u32 {
  const next = skipGap(p);
  const c = at(next);
  if (endsLine(next)) return LINE_FEED;
  if (c == NUMBER_SIGN && next > p) return LINE_FEED;
  if (isOneOf(c, ")]}")) return CLOSE_PAREN;
  if (c == COMMA || c == SEMICOLON || c == BAR) {
    const member = skipGap(next + 1);
    return endsLine(member) || isMember(member) ? COMMA : 0;
  }
  return next > p && isMember(next) ? EQUALS : 0;
}

/** Whether `c` is a letter, or a byte of one beyond ASCII. */
function startsWithLetter(c: u32): bool {
  return isLetter(c) || !isAscii(c);
}

/** Returns the address after the letters at `p`. */
function skipLetters(p: usize): usize {
  for (const most = min(p + WORDS_MOST, Text.limit); p < most && startsWithLetter(load<u8>(p)); ) p++;
  return p;
}

/** Whether the word [p, end) tells that a sentence stands there: `please`, `again.` */
function isOfSentence(p: usize, end: usize): bool {
  const last = <u32>load<u8>(end - 1);
  if (last == DOT || last == QUESTION) return true;
  const length = lengthOfListed(LIST_SENTENCE, p);
  return length != 0 && !is(at(p + length), WORD);
}

export class Words {
  /** What stands around the words that were found shows that they are a value: they are no remark. */
  static isSure: bool = false;
  /** The words that were looked at last: where they begin, 0: none were, and what ends them, 0: they are none. */
  static at: usize = 0;
  static close: u32 = 0;
  /** What their first one can be: a word of letters, a short one. */
  static isOfLetters: bool = false;
  static isShort: bool = false;
  /** More text may change that. */
  static hitEnd: bool = false;
  /** They stop at what may be the end of a string or a cell, which may end them. */
  static mayEndWithFrame: bool = false;
}

/** A first word with digits in it is no longer: a token stands in front of something else. */
const MAX_FIRST: usize = 12;

/** The words that were looked at last may be read in another way now. */
export function forgetWords(): void {
  Words.at = 0;
}

/**
 * Whether several words stand at `p`, none of which is one of a sentence, and `close` ends them. Rows ask one after the
 * other for the same ones with another end.
 */
export function hasWords(p: usize, close: u32): bool {
  if (Words.at != p) lookAtWords(p);
  if (Words.hitEnd) Text.hitEnd = true;
  const isLine = close == LINE_FEED || close == COLON;
  // After a line's start alone, `hunter2 of ann` is a value and what is said of it.
  if (Words.close == 0 || !(close == LINE_FEED ? Words.isOfLetters : Words.isShort || Words.isOfLetters))
    return false;
  Words.isSure = close != LINE_FEED;
  return Words.close == (isLine ? LINE_FEED : close);
}

function lookAtWords(p: usize): void {
  const hitEnd = Text.hitEnd;
  Text.hitEnd = false;
  Words.at = p;
  Words.mayEndWithFrame = false;
  Words.close = closeOfWords(p);
  Words.hitEnd = Text.hitEnd;
  Text.hitEnd = hitEnd;
}

/** What ends the several words at `p`, as `closeAt` says it; 0: they are none. */
function closeOfWords(p: usize): u32 {
  const most = p + WORDS_MOST;
  let isListed = false;
  for (let count = 1; p < most; count++) {
    // A first word that is neither of letters nor short is not read to its end: it may be a token.
    const end =
      count == 1 ? skipWord(p, max(skipLetters(p), p + MAX_FIRST) + 1) : skipWord(p, p + WORDS_MOST);
    readOnTo(end);
    if (count > 1) Words.mayEndWithFrame = !is(at(skipGap(end)), ALNUM);
    if (end == p || !mayBegin(at(p))) return 0;
    if (count == 1) {
      Words.isOfLetters = skipLetters(p) >= end;
      Words.isShort = startsWithLetter(at(p)) && end - p <= MAX_FIRST;
      if (!Words.isOfLetters && !Words.isShort) return 0;
    }
    if (isOfSentence(p, end)) return 0;
    const found = closeAt(end);
    if (found != 0) return count > 1 && (!isListed || (found == LINE_FEED && hasDigit(p, end))) ? found : 0;
    const isComma = isCommaInWords(end);
    if (isComma) isListed = true;
    p = skipGap(isComma ? end + 1 : end);
    if (p == end) return 0;
  }
  return 0;
}

/** Whether a digit stands in [p, end): a list of words is not a credential. */
function hasDigit(p: usize, end: usize): bool {
  while (p < end && !isDigit(load<u8>(p))) p++;
  return p < end;
}

/** Whether a comma stands at `p` that goes on with words, up to the end of their line: `password: a tide, b moon`. */
function isCommaInWords(p: usize): bool {
  return at(p) == COMMA && is(at(p + 1), BLANK);
}

/** Whether the words are over at `p`. */
export function endsWords(p: usize): bool {
  if (isPartOfWord(at(p)) || isApostropheInWord(p)) return false;
  // Where they end at a comma, a member is after it.
  if (isCommaInWords(p)) return closeAt(p) != 0;
  const next = skipGap(p);
  return next == p || !isPartOfWord(at(next)) || skipBar(next) != next || closeAt(p) != 0;
}
