// Values behind a name with no separator in between: commands that set a name (`#define TOKEN x`,
// `aws configure set … x`, `fastcgi_param TOKEN x`) and sentences ("the password is x", "password for deploy: x").
import { VALUE_ANY } from "../abi";
import { Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { Char, codeBefore, isAt, isQuoteAt } from "../reading/character";
import {
  APOSTROPHE,
  AT_SIGN,
  BACKSLASH,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  HYPHEN,
  isDigit,
  isLetter,
  isLower,
  isUpper,
  LOWER_X,
  OPEN_BRACE,
  OPEN_PAREN,
  QUOTE,
  SEMICOLON,
  SLASH,
  SPACE,
} from "../reading/chars";
import { backOverSpace, skipBlanks, skipLineEnd, startsLine } from "../reading/skip";
import { CHANGES_WORD } from "../reading/state";
import { at, BLANK, before, classOf, END, is, isText, lengthOfOne, NAME, Text, WORD } from "../reading/text";
import { behindChange } from "./separators";

/** So far back is looked for the command's word; with a name's length less than what is kept of the text. */
const BACK_MOST: usize = 80;

/** The start of the word that ends before the blanks in front of `p`; its end is in `Word.end`. */
class Word {
  static start: usize = 0;
  static end: usize = 0;
}

function wordBefore(p: usize): void {
  const end = backOverSpace(p, Text.begin);
  const least = end - min(BACK_MOST, end - Text.begin);
  let start = end;
  while (start > least && is(load<u8>(start - 1), WORD)) start--;
  Word.start = start;
  Word.end = end;
}

/** Whether `Word` is `word`, in lower case, in either case. */
function isWord(word: string): bool {
  return Word.end - Word.start == <usize>word.length && isText(Word.start, word);
}

/** Whether `Word` is longer than `end`, in lower case, and ends in it. */
function endsIn(end: string): bool {
  const length = <usize>end.length;
  return Word.end - Word.start > length && isText(Word.end - length, end);
}

/** `set_header`, `set-header`; the word alone is one of a sentence. */
function endsInHeader(): bool {
  return endsIn("header") || (isWord("header") && before(Word.start) == HYPHEN);
}

/** Whether a `define` stands before `p`. */
export function isDefined(p: usize): bool {
  wordBefore(p);
  return isWord("define");
}

/** So many flags may stand between a command and the name that it sets. */
const FLAGS_MOST = 3;

/** Before the flags, if any, in front of the blanks that end at `p`; what stands before these is then in `Word`. */
function backOverFlags(p: usize): void {
  for (let i = 0; i <= FLAGS_MOST; i++) {
    wordBefore(p);
    p = Word.start;
    const least = p - min(BACK_MOST, p - Text.begin);
    while (p > least && is(load<u8>(p - 1), NAME)) p--;
    if (p == Word.end || load<u8>(p) != HYPHEN) return;
  }
}

/** `config set --secret NAME value`: behind the name that stands at `p`, behind the flag; else `p`. 0: there is no value. */
export function behindSetName(p: usize): usize {
  let dashes = Name.start;
  while (dashes > Text.begin && load<u8>(dashes - 1) == HYPHEN) dashes--;
  backOverFlags(dashes);
  if (!isWord("set")) return p;
  wordBefore(Word.start);
  if (!isWord("config")) return p;
  let q = isQuoteAt(p) ? p + Char.length : p;
  for (const most = p + BACK_MOST; q < most && !(classOf(at(q)) & END); ) q++;
  const value = skipBlanks(isQuoteAt(q) ? q + Char.length : q);
  return value == q || skipLineEnd(value) != value || at(value) == HYPHEN ? 0 : value;
}

/** Whether the name is what a command sets: `#define`, `setx`, `setenv`, `config set`, `configure set`. */
function isSet(): bool {
  let p = Name.start;
  const least = p - min(BACK_MOST, p - Text.begin);
  // `//registry.npmjs.org/:_authToken`
  while (p > least && !(classOf(load<u8>(p - 1)) & END)) p--;
  if (isDefined(p)) return true;
  // `kv put app/db/password value`
  if (isWord("put")) return codeBefore(Name.start) == SLASH;
  if (isWord("set") && before(Word.start) == COLON) return true;
  const isFlag = before(Word.start) == HYPHEN;
  if (isFlag) backOverFlags(p);
  if (isWord("config")) {
    wordBefore(Word.start);
    return isWord("git");
  }
  if (isFlag) wordBefore(p);
  if (isWord("setx") || isWord("setenv")) return true;
  // A Dockerfile's ENV; `proxy_set_header`, `http-request set-header`, `fastcgi_param` of proxies.
  if (isWord("env")) return isUpper(load<u8>(Word.start));
  if (endsInHeader() || endsIn("_param")) return true;
  // `set -gx NAME value` of fish
  if (
    Word.end - Word.start <= 3 &&
    Word.end > Word.start &&
    before(Word.start) == HYPHEN &&
    load<u8>(Word.end - 1) == LOWER_X
  ) {
    wordBefore(Word.start - 1);
    return isWord("set");
  }
  if (!isWord("set")) return false;
  wordBefore(Word.start);
  // Apache's `RequestHeader set`
  if (endsIn("header")) return true;
  return isWord("config") || isWord("configure");
}

/** Whether `:password "…"` stands there, a keyword of Clojure or Lisp. */
export function isKeyword(p: usize): bool {
  return codeBefore(Name.start) == COLON && isQuoteAt(p) && Char.code == QUOTE;
}

/** The value behind the blanks before `p`, 0: it is but the next word. */
export function behindWords(p: usize, kind: u32): usize {
  if (isSet()) return at(p) == OPEN_PAREN || at(p) == EQUALS || at(p) == OPEN_BRACE ? 0 : p;
  if (kind != VALUE_ANY) return 0;
  if (isListed(p)) return generated(p);
  if (isQuoteAt(p) && Char.code == APOSTROPHE && isStatement()) return p;
  let q = p;
  if (isText(q, "changed ")) q += 8;
  if (isText(q, "from ")) return behindFrom(skipBlanks(q + 5));
  if (isText(q, "for ")) {
    q += 4;
    const most = q + 64;
    while (q < most && (is(at(q), NAME) || at(q) == AT_SIGN)) q++;
    if (at(q) == COLON && at(q + 1) != COLON) return generated(skipBlanks(q + 1));
    if (at(q) != SPACE) return 0;
    q++;
  }
  const verb = lengthOfOne(q, "is was");
  if (verb == 0) return 0;
  q += verb;
  if (isText(q, " now")) q += 4;
  if (at(q) == COLON) q++;
  return is(at(q), BLANK) ? generated(skipBlanks(q)) : 0;
}

/** "changed password from "x" to "y"": `p`, at the old value, if a new one stands behind it; else 0. */
function behindFrom(p: usize): usize {
  const quote = isQuoteAt(p) ? Char.code : 0;
  let q = quote != 0 ? p + Char.length : p;
  for (
    const most = q + BACK_MOST;
    q < most && !(quote != 0 ? at(q) < SPACE || isAt(q, quote) : classOf(at(q)) & END);
  )
    q++;
  if (quote != 0 && !isAt(q, quote)) return 0;
  const next = behindChange(skipBlanks(quote != 0 ? q + Char.length : q));
  if (next == 0 || (quote != 0 ? !isAt(next, quote) : generated(p) == 0)) return 0;
  Key.changes = CHANGES_WORD;
  return p;
}

/** Whether the name is all that stands on the line before two blanks or more and `p`: a list of names and values. */
function isListed(p: usize): bool {
  if (p < Key.nameEnd + 3 || !is(load<u8>(p - 2), BLANK)) return false;
  let start = Name.start;
  const least = start - min(8, start - Text.begin);
  while (start > least && load<u8>(start - 1) == SPACE) start--;
  if (!startsLine(start)) return false;
  let q = p;
  for (const most = p + 64; q < most && !(classOf(at(q)) & END); ) q++;
  q = skipBlanks(q);
  return skipLineEnd(q) != q || (q >= Text.limit && Text.final);
}

/** Whether the name is in capitals, a keyword of SQL: `PASSWORD 'x'`. */
function isStatement(): bool {
  for (let p = Name.start; p < Key.nameEnd; p++) if (!isUpper(load<u8>(p))) return false;
  return true;
}

/** `p`, if digits stand among the letters there, or capitals twice: no next word of a sentence; else 0. */
function generated(p: usize): usize {
  Key.value = p;
  const quote = isQuoteAt(p) ? Char.code : 0;
  const start = quote != 0 ? p + Char.length : p;
  const most = start + 64;
  let digits = 0;
  let letters = 0;
  let humps = 0;
  let last: u32 = 0;
  let q = start;
  for (; q < most; q++) {
    const c = at(q);
    if (classOf(c) & END || c == BACKSLASH || c == COMMA || c == SEMICOLON || c == CLOSE_PAREN) break;
    if (c == DOT && q > start && classOf(at(q + 1)) & END) break;
    if (c == HYPHEN || c == OPEN_PAREN || c == COLON) return 0;
    if (isDigit(c)) digits++;
    else if (isLetter(c)) letters++;
    if (isLower(last) && isUpper(c)) humps++;
    last = c;
  }
  const length = q - start;
  if (letters == 0) {
    // "The token is 3600 seconds old": a number with its unit.
    if (digits < 6 && at(q) == SPACE && isLetter(at(q + 1))) return 0;
    return digits >= 4 && digits <= 10 && <usize>digits == length ? p : 0;
  }
  return length >= 6 && (digits > 0 || humps > 1) ? p : 0;
}
