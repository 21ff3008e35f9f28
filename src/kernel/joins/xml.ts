// Values between the tags of XML and HTML.

import { FORM_ENTITY, FORM_RAW } from "../abi";
import { LIST_NAME_ELEMENT, WORD_MEMBER } from "../abi-words";
import { Frame } from "../frames/frame";
import { Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { kindOfWord, wordStart } from "../names/words";
import { TOKEN_FOLD_MOST } from "../reading/bounds";
import { Char, codeBefore, isAt, isQuote, readChar, startBefore } from "../reading/character";
import {
  BACKSLASH,
  COLON,
  EQUALS,
  GREATER,
  HYPHEN,
  isUpper,
  LESS,
  SEMICOLON,
  SLASH,
  SPACE,
} from "../reading/chars";
import { skipLineEnd, skipSpace } from "../reading/skip";
import {
  ALNUM,
  at,
  BLANK,
  before,
  classOf,
  END,
  is,
  isOneOf,
  isText,
  MAYBE_END,
  NAME,
  Text,
  WORD,
} from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { leaveWindow, readBackTo } from "../reading/window";
import { looksToken } from "../values/over-lines";
import { CDATA, TAG } from "../values/text-end";

/** `<password` or `<ns:password`, or the same as &lt;. */
export function isTag(): bool {
  const c = codeBefore(Name.start);
  // `&#60;` is read back, and attributes on.
  if (c == LESS || c == SEMICOLON || before(Name.start) == SEMICOLON) leaveWindow();
  return c == LESS || c == SEMICOLON || (c == COLON && isPrefix(Name.start - 1));
}

/** Whether the word before the colon at `p` is the prefix of a tag's name, `<ns:`. */
function isPrefix(p: usize): bool {
  const least = p - min(32, p - Text.begin);
  readBackTo(p - 32);
  while (p > least && is(load<u8>(p - 1), NAME) && startBefore(p) == p - 1) p--;
  const c = codeBefore(p);
  return c == LESS || c == SEMICOLON;
}

/** Whether the quoted name is that of a tag's attribute `name="…"`, `key="…"`, `param-name="…"`. */
export function isNameAttribute(): bool {
  const quote = Name.start - min(Key.quoteLength, Name.start - Text.begin);
  if (quote < Text.begin + 5 || codeBefore(quote) != EQUALS) return false;
  const end = startBefore(quote);
  return end > Text.begin && isNameElement(end);
}

/** Returns the address after the ">" of a tag at `p`, which `Char` holds; its text ends at the next tag. */
export function behindTag(p: usize): usize {
  Key.wrap = TAG;
  Key.wrapForm = Char.form;
  Key.wrapCount = Char.count;
  p += Char.length;
  // `<token> means …` is no element.
  if (is(at(p), BLANK)) {
    if (!isClosedInLine(p)) return 0;
    p = skipSpace(p);
  }
  if ((closesString(p) || isParameter(p) || isBeforeTag(p)) && !isClosedInLine(p)) return 0;
  // `user-agent: <password>, authorization: …`
  if (isOneOf(at(p), ",;") && is(at(p + 1), BLANK) && !isClosedInLine(p)) return 0;
  const line = isLineEndAt(p) ? skipLineEnd(p) : p;
  Key.value = line;
  // `account_key: <account_key>`, `[--otp <otp>] [--json]`: it stands for a value, and what follows is none.
  const isAlone = isOneOf(at(p), "]|") || (!is(at(p), ALNUM) && isValuePlace());
  if (isAlone && !isClosedInLine(p)) return 0;
  // The element goes on where the next line is indented, or is one word as a token is.
  if (line != p && !isIndented(line) && !isTokenLine(line)) return 0;
  if (line != p) p = skipSpace(p);
  if (isTagAt(p)) return inElement(p);
  if (isClosed(p, true) && Passed.line) Key.indent = 1;
  return p;
}

/** Whether the tag of the name stands where another name has its value: `key: <`, `key=<`, `- <`. */
function isValuePlace(): bool {
  let p = startBefore(Name.start);
  if (!isAt(p, LESS)) return false;
  const gap = p;
  while (p > Text.begin && is(load<u8>(p - 1), BLANK) && gap - p < VALUE_GAP_MOST) p--;
  readBackTo(p - 1);
  const c = p > Text.begin ? <u32>load<u8>(p - 1) : 0;
  return c == COLON || c == EQUALS || (c == HYPHEN && p < gap);
}

/** So many blanks may stand between a name's separator and its value. */
const VALUE_GAP_MOST: usize = 8;

/** The text of an element that begins with a blank is not longer. */
const MAX_TEXT: usize = 256;

/** Whether the next tag after the text at `p` closes the element that opens before it, `<password> x</password>`, in the same line. */
function isClosedInLine(p: usize): bool {
  return isClosed(p, false);
}

/** Whether a line ends in the text that `isClosed` has passed over. */
class Passed {
  static line: bool = false;
}

/** The same, also in a later line if it is `overLines`; `Passed` then says so. */
function isClosed(p: usize, overLines: bool): bool {
  const open = elementName(p);
  Passed.line = false;
  for (const most = p + MAX_TEXT; p < most && !isTagAt(p); ) {
    if (p >= Text.limit) return false;
    if (skipLineEnd(p) != p && isLineEndAt(p)) {
      if (!overLines) return false;
      Passed.line = true;
    }
    readChar(p);
    // A backslash escapes no tag.
    p += at(p) == BACKSLASH && Char.code == LESS ? Char.count : Char.length;
  }
  const slash = p + Char.length;
  if (open == 0 || !isTagAt(p) || !isAt(slash, SLASH)) return false;
  const length = behindWord(open) - open;
  const name = slash + Char.length;
  const end = behindWord(name);
  return end == name + length && isAt(end, GREATER) && isSameText(name, open, length);
}

/** A tag is not longer. */
const MAX_TAG: usize = 160;

/** The address of the name in the tag that ends before `p`; 0: none does. */
function elementName(p: usize): usize {
  const least = p - min(MAX_TAG, p - Text.begin);
  let q = startBefore(p);
  while (q > least) {
    const start = startBefore(q);
    if (isAt(start, LESS)) return start + Char.length;
    q = start;
  }
  return 0;
}

/** Whether "<" stands at `p`, written as the tag's ">" is; what is escaped otherwise is text. */
function isTagAt(p: usize): bool {
  return isAt(p, LESS) && Char.form == Key.wrapForm && Char.count == Key.wrapCount;
}

function isSameText(p: usize, other: usize, length: usize): bool {
  for (let i: usize = 0; i < length; i++) if (load<u8>(p + i) != load<u8>(other + i)) return false;
  return true;
}

/** Whether a line end stands at `p` that is one of the text with the tag: outside of strings, it is written like that. */
function isLineEndAt(p: usize): bool {
  readChar(p);
  return Char.form == FORM_RAW || Char.form == Key.wrapForm || (Frame.level != 0 && Char.form != FORM_ENTITY);
}

/** Whether a token is all there is in the line at `p`, or in front of the next tag there. */
function isTokenLine(p: usize): bool {
  if (!looksToken(p)) return false;
  let q = p;
  while (q < p + TOKEN_FOLD_MOST && (classOf(at(q)) & END) == 0 && at(q) != BACKSLASH) q++;
  return q >= p + TOKEN_FOLD_MOST || q >= Text.limit || skipLineEnd(q) != q || isAt(q, LESS);
}

/** Whether the name is a type's parameter, and `p` after its bracket: `Vec<Token>,`. */
function isParameter(p: usize): bool {
  const open = startBefore(Name.start);
  return (
    open > Text.begin &&
    isAt(open, LESS) &&
    is(load<u8>(open - 1), ALNUM) &&
    (classOf(at(p)) & (END | MAYBE_END)) != 0 &&
    !isAt(p, LESS)
  );
}

/** A text in front of another opening tag is not longer. */
const MAX_BEFORE_TAG: usize = 8;

/** `<password>@<host>`: whether signs stand at `p` and then another name in brackets. */
function isBeforeTag(p: usize): bool {
  let q = p;
  for (const most = p + MAX_BEFORE_TAG; q < most && !is(at(q), ALNUM) && !isAt(q, LESS); q++) {}
  return q > p && isAt(q, LESS) && is(at(q + Char.length), ALNUM);
}

function isIndented(p: usize): bool {
  readChar(p);
  return is(Char.code, BLANK);
}

/** So many elements may stand around a text, `<password><value><string>…`: an attacker can write any number. */
const MAX_ELEMENTS: i32 = 3;

/** Inside `<![CDATA[`, or the elements in which some formats put a value, at `p`. */
function inElement(p: usize): usize {
  for (let i = 0; i < MAX_ELEMENTS; i++) {
    if (!isAt(p, LESS)) return p;
    const name = p + Char.length;
    if (isText(name, "![CDATA[")) {
      Key.wrap = CDATA;
      return name + 8;
    }
    const end = behindWord(name);
    if (end == name || !isAt(end, GREATER)) return p;
    // `<AuthHeader><Username>ann</Username><Password>…`: what stays in an object, stays here.
    if ((kindOfWord(wordStart(end, name), end) & WORD_MEMBER) != 0) return 0;
    const inside = end + Char.length;
    const line = skipLineEnd(inside);
    if (line != inside && !isIndented(line) && !isTokenLine(line)) return 0;
    p = skipSpace(inside);
  }
  return isAt(p, LESS) ? 0 : p;
}

/** Whether the quote at `p` closes a string, in which "<token>" stood for a value. */
function closesString(p: usize): bool {
  readChar(p);
  if (!isQuote(Char.code)) return false;
  const c = at(p + Char.length);
  return c == COLON || (classOf(c) & (END | MAYBE_END)) != 0;
}

/** Returns the address after the attributes of a tag: `<wsse:Password Type="…">`. */
export function behindAttributes(p: usize): usize {
  leaveWindow();
  if (codeBefore(Name.start) == SEMICOLON) return 0;
  const most = p + 160;
  let equals = false;
  for (let last: u32 = 0; p < most; p += Char.length) {
    readChar(p);
    const c = Char.code;
    if (c == GREATER) {
      if (!equals || last == SLASH) return 0;
      const inside = skipSpace(p + Char.length);
      readChar(p);
      const value = behindTag(p);
      // `<setting name="Password" serializeAs="String"><value>`; the text after an `<input name="password" …>` is none.
      return Key.code == 0 || value > inside ? value : 0;
    }
    if (c == LESS || c < SPACE) return 0;
    if (c == EQUALS) equals = true;
    last = c;
  }
  return 0;
}

/** `<name>password</name> <value>…`: after the tag that opens the value. */
export function behindNameElement(p: usize): usize {
  if (codeBefore(Name.start) != GREATER || !isNameElement(startBefore(Name.start))) return 0;
  const slash = p + Char.length;
  if (!isAt(slash, SLASH)) return 0;
  let q = behindWord(slash + Char.length);
  if (!isAt(q, GREATER)) return 0;
  q = skipSpace(q + Char.length);
  Key.value = q;
  if (!isAt(q, LESS) || !is(at(q + Char.length), WORD)) return 0;
  q = behindWord(q + Char.length);
  return isAt(q, GREATER) ? behindTag(q) : 0;
}

/** Whether the tag or attribute that ends at `p` says that what it has is a name: `<name>`, `<param-name>`, `<paramKey>`. */
function isNameElement(p: usize): bool {
  const least = p - min(NAME_ELEMENT_MOST, p - Text.begin);
  for (let q = p; q > least && is(load<u8>(q - 1), ALNUM); q--) {
    const starts = q - 1 == least || !is(codeBefore(q - 1), ALNUM) || isUpper(load<u8>(q - 1));
    if (starts && lengthOfListed(LIST_NAME_ELEMENT, q - 1) == p - q + 1) return true;
  }
  return false;
}

const NAME_ELEMENT_MOST: usize = 24;

function behindWord(p: usize): usize {
  const most = p + 32;
  while (p < most && (is(at(p), NAME) || at(p) == COLON)) p++;
  return p;
}
