// What stands around the name that was found, and what of it says that the name is another thing.
import { LIST_RESOURCE, WORD_NEGATES, WORD_TURNS } from "../abi-words";
import { NAME_MOST, NAME_WORDS_MOST, RESOURCE_MOST } from "../reading/bounds";
import { Char, isQuote, isQuoteAt, noteChar, readChar } from "../reading/character";
import {
  AMPERSAND,
  ASTERISK,
  CLOSE_BRACKET,
  COLON,
  isDigit,
  isUpper,
  OPEN_BRACKET,
  OPEN_PAREN,
  PERCENT,
  QUESTION,
  SLASH,
  SPACE,
} from "../reading/chars";
import { ALNUM, at, BLANK, before, is, NAME, Text, WORD } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { leaveWindow, readBackTo, readOnTo } from "../reading/window";
import { Key } from "./key-state";
import { Name } from "./name-trie";
import { isMark, kindOfWord, nameEnd, startsIssuer, startsWord, wordEnd, wordStart } from "./words";

/**
 * Whether the word in front of the head says that it is none: `has_password`, `useToken`. In a sentence it says nothing,
 * and what is called with a string sets it: `withPassword("…")`.
 */
export function isTurnedInFront(): bool {
  readOnTo(Name.end);
  if (at(Name.end) == OPEN_PAREN) {
    const isCalled = isQuoteAt(Name.end + 1);
    noteChar(Name.end + 1);
    if (isCalled) return false;
  }
  const from = Name.from;
  let p = from;
  while (p > Name.start && isMark(load<u8>(p - 1))) p--;
  if (p <= Name.start || (p == from && !startsWord(p)) || !is(load<u8>(p - 1), ALNUM)) return false;
  return (kindOfWord(wordStart(p, Name.start), p) & WORD_NEGATES) != 0;
}

/** Whether a vendor is named in front of the head: `CLARIFAI_KEY`, `digital_ocean_key`. */
export function isOfVendor(): bool {
  const from = Name.from;
  let p = from;
  for (let i = 0; i < NAME_WORDS_MOST && p > Name.start; i++) {
    while (p > Name.start && isMark(load<u8>(p - 1))) p--;
    if (p == Name.start) break;
    p = wordStart(p, Name.start);
    if (startsIssuer(p, from)) return true;
  }
  return false;
}

/** Whether an index after the name turns it: `token[type]`, `user[password]["length"]`. */
export function isTurnedByIndex(): bool {
  let p = Name.end;
  readOnTo(p + 1);
  if (isQuote(at(p)) && at(p + 1) == CLOSE_BRACKET) p++;
  const c = at(p);
  if (c != OPEN_BRACKET && c != CLOSE_BRACKET && c != PERCENT) return false;
  leaveWindow();
  readChar(p);
  if (Char.code == CLOSE_BRACKET) p += Char.length;
  readChar(p);
  if (Char.code != OPEN_BRACKET) return false;
  p += Char.length;
  readChar(p);
  if (isQuote(Char.code)) p += Char.length;
  const end = nameEnd(p);
  while (p < end) {
    const next = isMark(load<u8>(p)) ? p + 1 : wordEnd(p, end);
    if (next == p) return false;
    if ((kindOfWord(p, next) & WORD_TURNS) != 0) return true;
    p = next;
  }
  return false;
}

/** So many digits in brackets are the id of a process. */
const PROCESS_LEAST: usize = 3;

/** Whether syslog says who speaks, `gdm-password[1600]: …`, or Cisco of what, `%SYS-5-PRIV_AUTH_PASS: …`. */
export function isTag(): bool {
  const c = at(Name.end);
  const start = Name.start;
  readBackTo(start - 1);
  if (c == COLON) return start > Text.begin && load<u8>(start - 1) == PERCENT && isUpper(load<u8>(start));
  if (c != OPEN_BRACKET) return false;
  leaveWindow();
  const digits = Name.end + 1;
  let p = digits;
  for (const most = digits + NAME_MOST; p < most && isDigit(at(p)); ) p++;
  return p >= digits + PROCESS_LEAST && at(p) == CLOSE_BRACKET && at(p + 1) == COLON;
}

/** Whether the name is a query's parameter, which ends at a blank, and one stands before the value: `?password= HTTP/1.1`. */
export function isEmptyParameter(value: usize): bool {
  // No reference to a variable: `&token = "…"`.
  if (is(at(Name.end), BLANK) || !isParameter()) return false;
  Key.isParameter = true;
  Key.wrap = 0;
  return is(before(value), BLANK);
}

/** Whether the name is, or ends, one of a query's parameters: `?user[password]=…`, `&%22password=…`. */
function isParameter(): bool {
  const least = Name.start - min(NAME_MOST, Name.start - Text.begin);
  for (let p = Name.start; p > least; p--) {
    const c = <u32>load<u8>(p - 1);
    if (c == AMPERSAND || c == QUESTION) return true;
    if (!is(c, NAME) && c != PERCENT && c != OPEN_BRACKET && c != CLOSE_BRACKET) return false;
  }
  return false;
}

/** Whether the name is a URL's user, `://x-access-token:…@`: the rules for URLs find what stands after it. */
export function isUserinfo(): bool {
  const p = Name.start;
  return (
    p >= Text.begin + 3 && load<u8>(p - 1) == SLASH && load<u8>(p - 2) == SLASH && load<u8>(p - 3) == COLON
  );
}

/** A word that such a name begins with is no longer. */
const RESOURCE_WORD_MOST: usize = 8;

/** Whether the word before the colon at `end` is what such a name begins with. */
function namesResource(end: usize): bool {
  let p = end;
  for (
    const least = end - min(RESOURCE_WORD_MOST, end - Text.begin);
    p > least && is(load<u8>(p - 1), WORD);
  )
    p--;
  return p != end && p + lengthOfListed(LIST_RESOURCE, p) == end;
}

/** Whether the name, which ends before the colon at `p`, is a part of one of a resource, Amazon's `arn:aws:secretsmanager:…:secret:db`. */
export function isInResource(p: usize): bool {
  if (Name.start <= Text.begin || load<u8>(Name.start - 1) != COLON || at(p + 1) <= SPACE) return false;
  const least = Name.start - min(RESOURCE_MOST, Name.start - Text.begin);
  for (let q = Name.start; q > least; q--) {
    const c = <u32>load<u8>(q - 1);
    if (c == COLON && namesResource(q - 1)) return true;
    if (!is(c, NAME) && c != COLON && c != ASTERISK) return false;
  }
  return false;
}
