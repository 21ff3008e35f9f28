// Values between the tags of XML and HTML.
import { skipLineEnd, skipSpace } from "./blanks";
import { Key } from "./key";
import { Name } from "./name";
import { Char, isQuote, readChar } from "./notation";
import { BLANK, END, MAYBE_END, NAME, WORD, at, before, classOf, is } from "./text";
import { TAG } from "./value";

/** `<password` or `<ns:password`, or the same as &lt;. */
export function isTag(): bool {
  const c = before(Name.start);
  return c == 0x3c || c == 0x3a || c == 0x3b;
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
  return line == p ? p : skipSpace(p);
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
  if (before(Name.start) == 0x3b) return 0;
  const most = p + 160;
  let equals = false;
  for (let last: u32 = 0; p < most; p++) {
    const c = at(p);
    if (c == 0x3e) {
      if (!equals || last == 0x2f) return 0;
      readChar(p);
      return behindTag(p);
    }
    if (c == 0x3c || c < 0x20) return 0;
    if (c == 0x3d) equals = true;
    last = c;
  }
  return 0;
}

/** `<name>password</name> <value>…`: behind the tag that opens the value. */
export function behindNameElement(p: usize): usize {
  if (before(Name.start) != 0x3e || at(p + 1) != 0x2f) return 0;
  let q = behindWord(p + 2);
  if (at(q) != 0x3e) return 0;
  q = skipSpace(q + 1);
  if (at(q) != 0x3c || !is(at(q + 1), WORD)) return 0;
  q = behindWord(q + 1);
  readChar(q);
  return Char.code == 0x3e ? behindTag(q) : 0;
}

function behindWord(p: usize): usize {
  const most = p + 32;
  while (p < most && (is(at(p), NAME) || at(p) == 0x3a)) p++;
  return p;
}
