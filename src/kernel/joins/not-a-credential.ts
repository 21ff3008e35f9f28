// What stands behind a sensitive name and is no credential, told by the name and what is around, not by the value alone.

import { isFlag, Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { Char, isAt, isQuote, isQuoteAt, readChar } from "../reading/character";
import {
  CASE,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  EQUALS,
  HYPHEN,
  isDigit,
  isLower,
  isUpper,
  SEMICOLON,
  SLASH,
  SPACE,
  UNDERSCORE,
} from "../reading/chars";
import { skipBlanks, skipSpace } from "../reading/skip";
import { ALNUM, at, BLANK, classOf, END, is, isText, lengthOfOne, Text } from "../reading/text";

/** A value that is longer is none of these. */
const LONGEST: usize = 80;
/** More digits are no count of tokens. */
const COUNT_MOST: usize = 5;

/** Whether the value at `p` of the name that was found is none. */
export function isHarmless(p: usize): bool {
  if (isFlag() && isMetavariable(p)) return true;
  if (isToken()) return isCount(p) || isScored(p);
  if (Key.code != 0) return false;
  if (Key.sign == COLON && isOutcome(p)) return true;
  return Key.sign == EQUALS && isOwnField(p);
}

/** `--password PASSWORD  …`, `[--api-key=KEY]` of a help text: the name's last letters in capitals. */
function isMetavariable(p: usize): bool {
  let q = p;
  for (const most = p + LONGEST; q < most && (isUpper(at(q)) || at(q) == UNDERSCORE); ) q++;
  // What describes it stands further on, or the bracket of what may be left out is closed.
  if (q < p + 2 || (at(q) != CLOSE_BRACKET && !(is(at(q), BLANK) && is(at(q + 1), BLANK)))) return false;
  let n = Key.nameEnd;
  while (q > p && n > Name.start) {
    const c = <u32>load<u8>(q - 1);
    const own = <u32>load<u8>(n - 1);
    if (c == UNDERSCORE && own != HYPHEN && own != UNDERSCORE) return false;
    if (c != UNDERSCORE && !isLower(own)) return false;
    if (c != UNDERSCORE && own != (c | CASE)) return false;
    q--;
    n--;
  }
  return q == p;
}

/** Whether the whole name is "token". */
function isToken(): bool {
  const p = Name.start;
  return Key.nameEnd == p + 5 && isText(p, "token");
}

/** `token=1523`: how many a model was given, or which one it is. */
function isCount(p: usize): bool {
  let q = p;
  while (q <= p + COUNT_MOST && isDigit(at(q))) q++;
  if (q == p || q > p + COUNT_MOST) return false;
  const c = at(q);
  return (
    q >= Text.limit ||
    (classOf(c) & END) != 0 ||
    ((c == COMMA || c == CLOSE_PAREN || c == CLOSE_BRACE || c == CLOSE_BRACKET) && !is(at(q + 1), ALNUM))
  );
}

/** `"token":"Hello","logprob":-0.1`: a word of a model's answer. */
function isScored(p: usize): bool {
  if (!isQuoteAt(p)) return false;
  const quote = Char.code;
  let q = p + Char.length;
  for (const most = q + LONGEST; q < most && at(q) >= SPACE && !isAt(q, quote); ) q++;
  if (!isAt(q, quote)) return false;
  q = skipBlanks(q + Char.length);
  if (at(q) != COMMA) return false;
  q = skipSpace(q + 1);
  readChar(q);
  if (isQuote(Char.code)) q += Char.length;
  return lengthOfOne(q, "logprob prob special") != 0;
}

/** `PASS: test_login`, `PASS: gcc.dg/a.c (test for excess errors)`: how a test went. */
function isOutcome(p: usize): bool {
  const n = Name.start;
  if (Key.nameEnd != n + 4 || !isText(n, "PASS")) return false;
  const most = p + LONGEST;
  for (let q = p; q < most && !(classOf(at(q)) & END); q++) {
    const c = at(q);
    if (c == SLASH || (c == COLON && at(q + 1) == COLON)) return true;
    if (isText(q, "test")) return true;
  }
  return false;
}

/** `this.password = password;`, `self.token = token` of source code. */
function isOwnField(p: usize): bool {
  const n = Name.start;
  if (!isText(n, "this.") && !isText(n, "self.")) return false;
  if (Key.nameEnd < n + 7 || !is(at(p - 1), BLANK)) return false;
  const length = Key.nameEnd - n - 5;
  for (let i: usize = 0; i < length; i++) if (at(p + i) != load<u8>(n + 5 + i)) return false;
  const c = at(p + length);
  return (classOf(c) & END) != 0 || c == SEMICOLON;
}
