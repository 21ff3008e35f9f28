// A value of several words that no quote encloses, where the notation shows its end: whether one stands here, and where
// it ends. `password: correct horse battery`, `{Name:ann Password:correct horse Role:admin}`.
import { LIST_SENTENCE } from "../abi-words";
import { MEMBER_NAME_MOST, WORD_MOST, WORDS_MOST } from "../reading/bounds";
import {
  BAR,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  GREATER,
  HYPHEN,
  isAscii,
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

/** In place of a quote: the value is several words. */
export const WORDS: u32 = 12;

/** The same: the value is what stands before its type in brackets, `otter(String)`. */
export const TYPED: u32 = 13;

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

function skipWord(p: usize): usize {
  for (const most = p + WORDS_MOST; p < most && isPartOfWord(at(p)); ) p++;
  return p;
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
  if (q == p) return false;
  if (at(q) == COLON) return true;
  q = skipGap(q);
  return at(q) == EQUALS || (at(q) == HYPHEN && at(q + 1) == GREATER);
}

/**
 * What ends the words whose last one ends at `p`: a line end (or a comment), a bracket, "," (or ";", "|") with a member
 * behind it, "=" for a member right there; 0: nothing does.
 */
function closeAt(p: usize): u32 {
  const next = skipGap(p);
  const c = at(next);
  if (skipLineEnd(next) != next || (next >= Text.limit && Text.final)) return LINE_FEED;
  if (c == NUMBER_SIGN && next > p) return LINE_FEED;
  if (isOneOf(c, ")]}")) return CLOSE_PAREN;
  if (c == COMMA || c == SEMICOLON || c == BAR) {
    const member = skipGap(next + 1);
    const isOver = skipLineEnd(member) != member || (member >= Text.limit && Text.final);
    return isOver || isMember(member) ? COMMA : 0;
  }
  return next > p && isMember(next) ? EQUALS : 0;
}

/** Whether the word [p, end) is one of letters. */
function isOfLetters(p: usize, end: usize): bool {
  while (p < end && isLetter(load<u8>(p))) p++;
  return p == end;
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
}

/** A first word with digits in it is no longer: a token stands in front of something else. */
const MAX_FIRST: usize = 12;

/** Whether the word [p, end) may be the first of several that `close` ends. */
function mayBeFirst(p: usize, end: usize, close: u32): bool {
  return close == LINE_FEED || close == COLON
    ? isOfLetters(p, end)
    : isOfLetters(p, p + 1) && end - p <= MAX_FIRST;
}

/** Whether several words stand at `p`, none of which is one of a sentence, and `close` ends them. */
export function hasWords(p: usize, close: u32): bool {
  const most = p + WORDS_MOST;
  for (let count = 1; p < most; count++) {
    const end = skipWord(p);
    if (end == p || !mayBegin(at(p)) || (count == 1 && !mayBeFirst(p, end, close)) || isOfSentence(p, end))
      return false;
    const found = closeAt(end);
    if (found != 0) {
      Words.isSure = close != LINE_FEED;
      return count > 1 && found == (close == COLON ? LINE_FEED : close);
    }
    p = skipGap(end);
    if (p == end) return false;
  }
  return false;
}

/** Whether the words are over at `p`. */
export function endsWords(p: usize): bool {
  if (isPartOfWord(at(p))) return false;
  const next = skipGap(p);
  return next == p || !isPartOfWord(at(next)) || skipBar(next) != next || closeAt(p) != 0;
}
