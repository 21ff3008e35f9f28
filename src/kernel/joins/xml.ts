// Values between the tags of XML and HTML.
import { skipLineEnd, skipSpace } from "../reading/skip";
import { Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { Char, codeBefore, isAt, isQuote, readChar, startBefore } from "../reading/character";
import { BLANK, END, MAYBE_END, NAME, Text, WORD, at, classOf, fold, is } from "../reading/text";
import { TAG } from "../values/text-end";

/** `<password` or `<ns:password`, or the same as &lt;. */
export function isTag(): bool {
  const c = codeBefore(Name.start);
  return c == 0x3c || c == 0x3b || (c == 0x3a && !isClosing(Name.start - 1));
}

/** Whether the prefix before the colon at `p` is that of an end tag, `</ns:`. */
function isClosing(p: usize): bool {
  const least = p - min(32, p - Text.begin);
  while (p > least && is(load<u8>(p - 1), NAME) && startBefore(p) == p - 1) p--;
  return codeBefore(p) == 0x2f;
}

/** Whether the quoted name is a tag's attribute `name="…"` or `key="…"`. */
export function isNameAttribute(): bool {
  const quote = Name.start - min(Key.quoteLength, Name.start - Text.begin);
  if (quote < Text.begin + 5 || codeBefore(quote) != 0x3d) return false;
  const end = startBefore(quote);
  if (end < Text.begin + 4) return false;
  const last = fold(load<u8>(end - 1));
  const middle = fold(load<u8>(end - 2));
  if (last == 0x65) return middle == 0x6d && fold(load<u8>(end - 3)) == 0x61; // name
  return last == 0x79 && middle == 0x65 && fold(load<u8>(end - 3)) == 0x6b; // key
}

/** Behind the ">" of a tag at `p`, which `Char` holds; its text ends at the next tag. */
export function behindTag(p: usize): usize {
  Key.wrap = TAG;
  Key.wrapForm = Char.form;
  Key.wrapCount = Char.count;
  p += Char.length;
  // `<token> means …` is no element.
  if (is(at(p), BLANK) || closesString(p)) return 0;
  const line = skipLineEnd(p);
  Key.value = line;
  if (line != p) p = skipSpace(p);
  return isAt(p, 0x3c) ? inElement(p, p + Char.length) : p;
}

/** Inside `<![CDATA[`, or `<value>` and `<string>`, in which some formats put every value, at `p`; its name is at `name`. */
function inElement(p: usize, name: usize): usize {
  if (at(name) == 0x21 && at(name + 1) == 0x5b && at(name + 2) == 0x43 && at(name + 7) == 0x5b) return name + 8;
  let q = behindWord(name);
  const first = fold(at(name));
  const isValue =
    (first == 0x76 && q == name + 5 && at(name + 2) == 0x6c) || (first == 0x73 && q == name + 6 && at(name + 2) == 0x72);
  if (!isValue || !isAt(q, 0x3e)) return p;
  q = skipSpace(q + Char.length);
  return isAt(q, 0x3c) ? inElement(q, q + Char.length) : q;
}

/** Whether the quote at `p` closes a string, in which "<token>" stood for a value. */
function closesString(p: usize): bool {
  readChar(p);
  if (!isQuote(Char.code)) return false;
  const c = at(p + Char.length);
  return c == 0x3a || (classOf(c) & (END | MAYBE_END)) != 0;
}

/** Behind the attributes of a tag: `<wsse:Password Type="…">`. */
export function behindAttributes(p: usize): usize {
  if (codeBefore(Name.start) == 0x3b) return 0;
  const most = p + 160;
  let equals = false;
  for (let last: u32 = 0; p < most; p += Char.length) {
    readChar(p);
    const c = Char.code;
    if (c == 0x3e) {
      if (!equals || last == 0x2f) return 0;
      const inside = skipSpace(p + Char.length);
      const value = behindTag(p);
      // `<setting name="Password" serializeAs="String"><value>`; the text behind an `<input name="password" …>` is none.
      return Key.code == 0 || value > inside ? value : 0;
    }
    if (c == 0x3c || c < 0x20) return 0;
    if (c == 0x3d) equals = true;
    last = c;
  }
  return 0;
}

/** `<name>password</name> <value>…`: behind the tag that opens the value. */
export function behindNameElement(p: usize): usize {
  if (codeBefore(Name.start) != 0x3e) return 0;
  const slash = p + Char.length;
  if (!isAt(slash, 0x2f)) return 0;
  let q = behindWord(slash + Char.length);
  if (!isAt(q, 0x3e)) return 0;
  q = skipSpace(q + Char.length);
  Key.value = q;
  if (!isAt(q, 0x3c) || !is(at(q + Char.length), WORD)) return 0;
  q = behindWord(q + Char.length);
  return isAt(q, 0x3e) ? behindTag(q) : 0;
}

function behindWord(p: usize): usize {
  const most = p + 32;
  while (p < most && (is(at(p), NAME) || at(p) == 0x3a)) p++;
  return p;
}
