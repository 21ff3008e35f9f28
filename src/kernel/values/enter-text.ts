// Whether the text of a value is a secret, or nothing, a placeholder, what a check rules out.

import {
  CHECK_MIXED,
  CHECK_NONE,
  CHECK_NOT_UUID,
  CHECK_RANDOM,
  FORM_BACKSLASH,
  P_INNOCENT,
  P_INNOCENT_PHRASES,
  R_CHECK,
  SPAN_QUOTE,
  VALUE_ANY,
  VALUE_COOKIES,
  VALUE_CREDENTIALS,
  VALUE_SET_COOKIE,
} from "../abi";
import { LIST_NOTHING } from "../abi-words";
import { skipToQuote } from "../frames/quote-bytes";
import { Key } from "../names/key-state";
import { wholeName } from "../names/sensitive-name";
import { CHECKED_MOST } from "../reading/bounds";
import { Char, isQuote, readChar } from "../reading/character";
import { BACKSLASH, COMMA, EQUALS, isDigit, isLetter, PLUS, SLASH, TILDE } from "../reading/chars";
import { isOwnRule, ruleAt, takesAnyWord } from "../reading/program-view";
import { skipLineEnd, skipSpace } from "../reading/skip";
import { isInClause, MODE_ELEMENT, MODE_VALUE, State, TO_SEARCH, TUPLE } from "../reading/state";
import {
  ALNUM,
  at,
  BLANK,
  before,
  END,
  fold,
  is,
  isOneOf,
  MAYBE_END,
  NAME,
  skipPlain,
  Text,
  undecided,
} from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { passes } from "../shapes/check";
import { Run } from "../shapes/dfa-memo";
import { endBelow, findEnds, isInnocent, plainEnd } from "../shapes/placeholder";
import { Plain, readPlain } from "../shapes/plain-text";
import { isJoined } from "./over-lines";
import { CDATA, closes, endsAt, endsTextLine, TAG } from "./text-end";

export function quoteLikeKey(): void {
  if (State.wantsQuote != 0) State.flags |= SPAN_QUOTE;
}

/** The secret starts at `p`, unless it is none. */
export function enterSecret(p: usize): bool {
  Key.value = p;
  if (undecided()) return false;
  const harmless = harmlessEnd(p);
  // It goes on in the next line, where `stepValue` looks at it.
  const isOverLines = isInClause() && isQuote(State.code);
  if (isOverLines && harmless != NONE && skipLineEnd(harmless) != harmless) return enterAsSecret();
  if (harmless != NONE && !undecided() && State.array == 1 && isOneOfBytes(p, harmless))
    return enterAsSecret();
  // A placeholder with a quote in it may be longer than the string that holds the value.
  if (harmless != NONE && skipToQuote(p, harmless) < harmless) Key.mayEndWithFrame = true;
  if (harmless != NONE && !undecided() && endsTextLine(harmless)) return enterSecret(skipSpace(harmless));
  if (harmless != NONE && !undecided() && isJoined(harmless)) return goOnBehind(harmless);
  if (harmless != NONE || undecided()) return skipElement(harmless);
  const check = <u32>load<u8>(ruleAt(State.rule), R_CHECK);
  if (check != CHECK_NONE && (!passesAt(check, p) || undecided())) {
    if (State.array == TUPLE || State.array == 0 || !isQuote(State.code)) return skipElement(stringEnd(p));
    if (!undecided()) State.inner = TO_SEARCH;
    return skipElement(p);
  }
  return enterAsSecret();
}

/** Where the string in a row of an INSERT ends; `p`, where it begins, of anything else. */
function stringEnd(p: usize): usize {
  if (State.array != TUPLE || !isQuote(State.code)) return p;
  for (const most = p + CHECKED_MOST; p < most && !undecided() && !endsAt(p); ) p++;
  return p;
}

function enterAsSecret(): bool {
  if (State.code == 0) quoteLikeKey();
  State.mode = MODE_VALUE;
  return !undecided();
}

/** So far on either side of a number others are looked for, and so many have to be there. */
const MAX_AROUND: usize = 16;
const MIN_BYTES = 4;

/** Whether the element [p, end) is a number among others of two or three digits: bytes of a string, `[115 101 99]`. */
function isOneOfBytes(p: usize, end: usize): bool {
  if (<u32>load<u8>(ruleAt(State.rule), R_CHECK) != CHECK_NONE) return false;
  let start = p;
  for (const least = p - min(MAX_AROUND, p - Text.begin); start > least && isOfList(load<u8>(start - 1)); )
    start--;
  const most = end + MAX_AROUND;
  let count = 0;
  let digits = 0;
  for (let q = start; q < most && isOfList(at(q)); q++) {
    digits = isDigit(load<u8>(q)) ? digits + 1 : 0;
    if (digits == 2) count++;
  }
  for (let q = p; q < end; q++) if (!isDigit(at(q))) return false;
  return end >= p + 2 && count >= MIN_BYTES;
}

function isOfList(c: u32): bool {
  return isDigit(c) || c == COMMA || is(c, BLANK);
}

/** Whether the value at `p` is one run of a token's characters that passes `check`. */
function passesAt(check: u32, p: usize): bool {
  const q = check == CHECK_MIXED ? anyEnd(p, p + CHECKED_MOST) : tokenEnd(p, p + CHECKED_MOST);
  if (check == CHECK_NOT_UUID && !(endsAt(q) && !passes(check, p, q, 0))) return !undecided();
  if (undecided()) return false;
  Key.isJudged = !is(at(q), END | MAYBE_END);
  if (!endsAt(q)) return false;
  Key.isJudged = true;
  // `Auth: password=…`: another name and its value.
  readPlain(p, q);
  for (let r = Plain.start; r + 1 < Plain.end; r++) {
    if (load<u8>(r) == EQUALS && load<u8>(r + 1) != EQUALS) return false;
  }
  return !undecided() && passes(check, p, q, 0) && !(check == CHECK_RANDOM && isItselfName(q));
}

/** End of what stands at `p` and ends no value. */
function anyEnd(p: usize, most: usize): usize {
  for (; p < most; p++) {
    p = skipPlain(p, most);
    if (p >= most || is(at(p), END) || endsAt(p)) return p;
  }
  return most;
}

/** The run of a token's characters that was looked at last: names stand in it, of which each asks for its end. */
class TokenRun {
  static scan: u32 = 0;
  static from: usize = 0;
  static to: usize = 0;
}

/** End of the token's characters at `p`. */
function tokenEnd(p: usize, most: usize): usize {
  const isInRun = TokenRun.from <= p && p <= TokenRun.to;
  if (TokenRun.scan != Run.scan || !isInRun) {
    TokenRun.scan = Run.scan;
    TokenRun.from = TokenRun.to = p;
  }
  let q = min(TokenRun.to, min(most, Text.limit));
  while (q < most && isTokenByte(at(q))) q++;
  TokenRun.to = max(TokenRun.to, q);
  return q;
}

/** `key="PrivateKeyBase64"`: the value that ends at `p` is the name of another. */
function isItselfName(p: usize): bool {
  return wholeName(p) >= 0;
}

function isTokenByte(c: u32): bool {
  return is(c, NAME) || c == PLUS || c == SLASH || c == EQUALS || c == TILDE;
}

/** A harmless element, which ends at `end`, does not end its array. */
export function skipElement(end: usize): bool {
  return State.array != 0 && !undecided() && goOnBehind(end);
}

/** To what stands after the string that ends at `end`, and stays. */
function goOnBehind(end: usize): bool {
  Key.value = end;
  State.mode = MODE_ELEMENT;
  return true;
}

/** The value is a secret. */
const NONE: usize = usize.MAX_VALUE;

/** Whether nothing or a placeholder is all there is between `p` and the value's end. */
// @inline
export function isEmptyOrInnocent(p: usize): bool {
  return harmlessEnd(p) != NONE;
}

/**
 * Where the value at `p` ends if it is nothing or a placeholder; NONE if it is a secret. What stands in a cookie is no
 * prose: there no word is innocent.
 */
function harmlessEnd(p: usize): usize {
  if (endsAt(p)) return p;
  if ((State.kind == VALUE_COOKIES || State.kind == VALUE_SET_COOKIE) && is(at(p), ALNUM)) return NONE;
  // A doubled quote is a character, no placeholder of one character before the end.
  readChar(p);
  if (State.code != 0 && Char.code == State.code) return NONE;
  if (isLetterAlone(p)) return NONE;
  const isOwn = isOwnRule(State.rule);
  const nothing = isOwn && State.code == 0 ? lengthOfListed(LIST_NOTHING, p) : 0;
  if (nothing != 0 && endsAt(p + nothing)) return p + nothing;
  const isAnyWord =
    (isQuote(State.code) || State.code == TAG || State.code == CDATA) && takesAnyWord(State.rule);
  // A placeholder without blanks and delimiters can end nowhere but at the first of them.
  const plain = plainEnd(p);
  if (plain > p && (plain < Text.limit || Text.final)) {
    if (isInnocent(p, plain, isOwn, isAnyWord)) {
      if (endsWhole(p, plain) || undecided() || isBeforeLastQuote(plain)) return plain;
    } else if (plain >= Text.limit || (isQuote(State.code) && endsAt(plain) && !undecided())) {
      // All of the text, or all that its quotes enclose, was looked at.
      return NONE;
    }
  }
  const list = plain < Text.limit ? P_INNOCENT_PHRASES : P_INNOCENT;
  let end = findEnds(p, plain, list, isOwn, isAnyWord);
  // "valid," is a placeholder, and so is "valid" in `token=valid,id=7`.
  while (end != 0 && !undecided() && !endsWhole(p, end) && !isBeforeLastQuote(end)) end = endBelow(p, end);
  return undecided() || end != 0 ? end : NONE;
}

/** Whether a quote that did not open the value stands at `p`, and its line or the text ends: `'[REDACTED]"`. */
function isBeforeLastQuote(p: usize): bool {
  readChar(p);
  if (!isQuote(State.code) || !isQuote(Char.code) || Char.code == State.code) return false;
  const next = p + Char.length;
  return skipLineEnd(next) != next || (at(next) == 0 && next >= Text.limit);
}

/** Whether the value that starts at `start` ends at `p`, and not within an escape there: `"a:\\"b"`. */
function endsWhole(start: usize, p: usize): bool {
  if (!endsAt(p)) return false;
  if (p == start || load<u8>(p - 1) != BACKSLASH || !isQuote(State.code) || State.form > FORM_BACKSLASH)
    return true;
  let q = p - 1;
  while (q > start && load<u8>(q - 1) == BACKSLASH) q--;
  readChar(q);
  return Char.code != State.code || q + Char.length <= p || closes(Char.count);
}

/** Whether the value is one letter in quotes or after a scheme, and no switch: yes, no, true, false. */
function isLetterAlone(p: usize): bool {
  const isCredentials = State.kind == VALUE_CREDENTIALS;
  const isString = isQuote(State.code) && (isCredentials || State.kind == VALUE_ANY);
  if (!isString && !(isCredentials && is(before(p), BLANK))) return false;
  return isLetter(at(p)) && !is(at(p + 1), ALNUM) && !isOneOf(fold(at(p)), "yntf") && endsAt(p + 1);
}
