// Values behind a name with no separator in between: commands that set a name (`#define TOKEN x`,
// `aws configure set … x`, `fastcgi_param TOKEN x`) and sentences ("the password is x", "password for deploy: x").
import { VALUE_ANY } from "../abi";
import { backOverSpace, skipBlanks, skipLineEnd, startsLine } from "../reading/skip";
import { Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { Char, codeBefore, isAt, isQuoteAt } from "../reading/character";
import { behindChange } from "./separators";
import { CHANGES_WORD } from "../reading/state";
import { BLANK, END, NAME, Text, WORD, at, before, classOf, fold, is } from "../reading/text";

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

/** Whether `Word` is `word` of `length` letters, at most 8, packed little-endian. */
function isWord(word: u64, length: usize): bool {
  if (Word.end - Word.start != length) return false;
  for (let i: usize = 0; i < length; i++) {
    if (fold(load<u8>(Word.start + i)) != <u32>((word >> (8 * i)) & 0xff)) return false;
  }
  return true;
}

/** Whether `Word` is longer than `end` of `length` letters and ends in it. */
function endsIn(end: u64, length: usize): bool {
  const start = Word.start;
  if (Word.end - start <= length) return false;
  Word.start = Word.end - length;
  const ends = isWord(end, length);
  Word.start = start;
  return ends;
}

/** `set_header`, `set-header`; the word alone is one of a sentence. */
function endsInHeader(): bool {
  return endsIn(0x726564616568, 6) || (isWord(0x726564616568, 6) && before(Word.start) == 0x2d);
}

/** Whether a `define` stands before `p`. */
export function isDefined(p: usize): bool {
  wordBefore(p);
  return isWord(0x656e69666564, 6);
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
    if (p == Word.end || load<u8>(p) != 0x2d) return;
  }
}

/** `config set --secret NAME value`: behind the name that stands at `p`, behind the flag; else `p`. 0: there is no value. */
export function behindSetName(p: usize): usize {
  let dashes = Name.start;
  while (dashes > Text.begin && load<u8>(dashes - 1) == 0x2d) dashes--;
  backOverFlags(dashes);
  if (!isWord(0x746573, 3)) return p;
  wordBefore(Word.start);
  if (!isWord(0x6769666e6f63, 6)) return p;
  let q = isQuoteAt(p) ? p + Char.length : p;
  for (const most = p + BACK_MOST; q < most && !(classOf(at(q)) & END); ) q++;
  const value = skipBlanks(isQuoteAt(q) ? q + Char.length : q);
  return value == q || skipLineEnd(value) != value || at(value) == 0x2d ? 0 : value;
}

/** Whether the name is what a command sets: `#define`, `setx`, `setenv`, `config set`, `configure set`. */
function isSet(): bool {
  let p = Name.start;
  const least = p - min(BACK_MOST, p - Text.begin);
  // `//registry.npmjs.org/:_authToken`
  while (p > least && !(classOf(load<u8>(p - 1)) & END)) p--;
  if (isDefined(p)) return true;
  // `kv put app/db/password value`
  if (isWord(0x747570, 3)) return codeBefore(Name.start) == 0x2f;
  if (isWord(0x746573, 3) && before(Word.start) == 0x3a) return true; // env:set
  const isFlag = before(Word.start) == 0x2d;
  if (isFlag) backOverFlags(p);
  if (isWord(0x6769666e6f63, 6)) {
    wordBefore(Word.start);
    return isWord(0x746967, 3); // git
  }
  if (isFlag) wordBefore(p);
  if (isWord(0x78746573, 4) || isWord(0x766e65746573, 6)) return true;
  // A Dockerfile's ENV; `proxy_set_header`, `http-request set-header`, `fastcgi_param` of proxies.
  if (isWord(0x766e65, 3)) return <u32>load<u8>(Word.start) - 0x41 < 26;
  if (endsInHeader() || endsIn(0x6d617261705f, 6)) return true;
  // `set -gx NAME value` of fish
  if (Word.end - Word.start <= 3 && Word.end > Word.start && before(Word.start) == 0x2d && load<u8>(Word.end - 1) == 0x78) {
    wordBefore(Word.start - 1);
    return isWord(0x746573, 3);
  }
  if (!isWord(0x746573, 3)) return false;
  wordBefore(Word.start);
  // Apache's `RequestHeader set`
  if (endsIn(0x726564616568, 6)) return true;
  return isWord(0x6769666e6f63, 6) || (Word.end - Word.start == 9 && fold(load<u8>(Word.start + 3)) == 0x66);
}

/** Whether `:password "…"` stands there, a keyword of Clojure or Lisp. */
export function isKeyword(p: usize): bool {
  return codeBefore(Name.start) == 0x3a && isQuoteAt(p) && Char.code == 0x22;
}

/** The value behind the blanks before `p`, 0: it is but the next word. */
export function behindWords(p: usize, kind: u32): usize {
  if (isSet()) return at(p) == 0x28 || at(p) == 0x3d || at(p) == 0x7b ? 0 : p;
  if (kind != VALUE_ANY) return 0;
  if (isListed(p)) return generated(p);
  if (isQuoteAt(p) && Char.code == 0x27 && isStatement()) return p;
  let q = p;
  if (at(q) == 0x63 && at(q + 1) == 0x68 && at(q + 3) == 0x6e && at(q + 6) == 0x64 && at(q + 7) == 0x20) q += 8; // changed
  if (fold(at(q)) == 0x66 && at(q + 1) == 0x72 && at(q + 2) == 0x6f && at(q + 3) == 0x6d && at(q + 4) == 0x20) {
    return behindFrom(skipBlanks(q + 5));
  }
  if (fold(at(q)) == 0x66 && at(q + 1) == 0x6f && at(q + 2) == 0x72 && at(q + 3) == 0x20) {
    q += 4;
    const most = q + 64;
    while (q < most && (is(at(q), NAME) || at(q) == 0x40)) q++;
    if (at(q) == 0x3a && at(q + 1) != 0x3a) return generated(skipBlanks(q + 1));
    if (at(q) != 0x20) return 0;
    q++;
  }
  const isVerb = at(q) == 0x69 && at(q + 1) == 0x73;
  const wasVerb = at(q) == 0x77 && at(q + 1) == 0x61 && at(q + 2) == 0x73;
  if (!isVerb && !wasVerb) return 0;
  q += isVerb ? 2 : 3;
  if (at(q) == 0x20 && at(q + 1) == 0x6e && at(q + 2) == 0x6f && at(q + 3) == 0x77) q += 4;
  if (at(q) == 0x3a) q++;
  return is(at(q), BLANK) ? generated(skipBlanks(q)) : 0;
}

/** "changed password from "x" to "y"": `p`, at the old value, if a new one stands behind it; else 0. */
function behindFrom(p: usize): usize {
  const quote = isQuoteAt(p) ? Char.code : 0;
  let q = quote != 0 ? p + Char.length : p;
  for (const most = q + BACK_MOST; q < most && !(quote != 0 ? at(q) < 0x20 || isAt(q, quote) : classOf(at(q)) & END); ) q++;
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
  while (start > least && load<u8>(start - 1) == 0x20) start--;
  if (!startsLine(start)) return false;
  let q = p;
  for (const most = p + 64; q < most && !(classOf(at(q)) & END); ) q++;
  q = skipBlanks(q);
  return skipLineEnd(q) != q || (q >= Text.limit && Text.final);
}

/** Whether the name is in capitals, a keyword of SQL: `PASSWORD 'x'`. */
function isStatement(): bool {
  for (let p = Name.start; p < Key.nameEnd; p++) if (<u32>load<u8>(p) - 0x41 >= 26) return false;
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
    if (classOf(c) & END || c == 0x5c || c == 0x2c || c == 0x3b || c == 0x29) break;
    if (c == 0x2e && q > start && classOf(at(q + 1)) & END) break;
    if (c == 0x2d || c == 0x28 || c == 0x3a) return 0;
    if (c - 0x30 < 10) digits++;
    else if (fold(c) - 0x61 < 26) letters++;
    if (last - 0x61 < 26 && c - 0x41 < 26) humps++;
    last = c;
  }
  const length = q - start;
  if (letters == 0) {
    // "The token is 3600 seconds old": a number with its unit.
    if (digits < 6 && at(q) == 0x20 && fold(at(q + 1)) - 0x61 < 26) return 0;
    return digits >= 4 && digits <= 10 && <usize>digits == length ? p : 0;
  }
  return length >= 6 && (digits > 0 || humps > 1) ? p : 0;
}
