// What stands behind a sensitive name and is no credential, told by the name and what is around, not by the value alone.
import { skipBlanks, skipSpace } from "../reading/skip";
import { Key, isFlag } from "../names/key-state";
import { Name } from "../names/name-trie";
import { Char, isAt, isQuote, isQuoteAt, readChar } from "../reading/character";
import { ALNUM, BLANK, END, Text, at, classOf, fold, is } from "../reading/text";

/** A value that is longer is none of these. */
const LONGEST: usize = 80;
/** More digits are no count of tokens. */
const COUNT_MOST: usize = 5;

/** Whether the value at `p` of the name that was found is none. */
export function isHarmless(p: usize): bool {
  if (isFlag() && isMetavariable(p)) return true;
  if (isToken()) return isCount(p) || isScored(p);
  if (Key.code != 0) return false;
  if (Key.sign == 0x3a && isOutcome(p)) return true;
  return Key.sign == 0x3d && isOwnField(p);
}

/** `--password PASSWORD  …`, `[--api-key=KEY]` of a help text: the name's last letters in capitals. */
function isMetavariable(p: usize): bool {
  let q = p;
  for (const most = p + LONGEST; q < most && (at(q) - 0x41 < 26 || at(q) == 0x5f); ) q++;
  // What describes it stands further on, or the bracket of what may be left out is closed.
  if (q < p + 2 || (at(q) != 0x5d && !(is(at(q), BLANK) && is(at(q + 1), BLANK)))) return false;
  let n = Key.nameEnd;
  while (q > p && n > Name.start) {
    const c = <u32>load<u8>(q - 1);
    const own = <u32>load<u8>(n - 1);
    if (c == 0x5f && own != 0x2d && own != 0x5f) return false;
    if (c != 0x5f && own - 0x61 >= 26) return false;
    if (c != 0x5f && own != (c | 0x20)) return false;
    q--;
    n--;
  }
  return q == p;
}

/** Whether the whole name is "token". */
function isToken(): bool {
  const p = Name.start;
  return Key.nameEnd == p + 5 && fold(load<u8>(p)) == 0x74 && fold(load<u8>(p + 1)) == 0x6f && fold(load<u8>(p + 2)) == 0x6b;
}

/** `token=1523`: how many a model was given, or which one it is. */
function isCount(p: usize): bool {
  let q = p;
  while (q <= p + COUNT_MOST && at(q) - 0x30 < 10) q++;
  if (q == p || q > p + COUNT_MOST) return false;
  const c = at(q);
  return q >= Text.limit || (classOf(c) & END) != 0 || ((c == 0x2c || c == 0x29 || c == 0x7d || c == 0x5d) && !is(at(q + 1), ALNUM));
}

/** `"token":"Hello","logprob":-0.1`: a word of a model's answer. */
function isScored(p: usize): bool {
  if (!isQuoteAt(p)) return false;
  const quote = Char.code;
  let q = p + Char.length;
  for (const most = q + LONGEST; q < most && at(q) >= 0x20 && !isAt(q, quote); ) q++;
  if (!isAt(q, quote)) return false;
  q = skipBlanks(q + Char.length);
  if (at(q) != 0x2c) return false;
  q = skipSpace(q + 1);
  readChar(q);
  if (isQuote(Char.code)) q += Char.length;
  const c = fold(at(q));
  if (c == 0x6c) return at(q + 1) == 0x6f && at(q + 2) == 0x67 && at(q + 3) == 0x70; // logprob
  if (c == 0x70) return at(q + 1) == 0x72 && at(q + 2) == 0x6f && at(q + 3) == 0x62; // prob
  return c == 0x73 && at(q + 1) == 0x70 && at(q + 2) == 0x65 && at(q + 3) == 0x63; // special
}

/** `PASS: test_login`, `PASS: gcc.dg/a.c (test for excess errors)`: how a test went. */
function isOutcome(p: usize): bool {
  const n = Name.start;
  if (Key.nameEnd != n + 4 || load<u32>(n) != 0x53534150) return false;
  const most = p + LONGEST;
  for (let q = p; q < most && !(classOf(at(q)) & END); q++) {
    const c = at(q);
    if (c == 0x2f || (c == 0x3a && at(q + 1) == 0x3a)) return true;
    if (fold(c) == 0x74 && fold(at(q + 1)) == 0x65 && fold(at(q + 2)) == 0x73 && fold(at(q + 3)) == 0x74) return true;
  }
  return false;
}

/** `this.password = password;`, `self.token = token` of source code. */
function isOwnField(p: usize): bool {
  const n = Name.start;
  const first = <u32>load<u8>(n);
  if ((first != 0x74 && first != 0x73) || Key.nameEnd < n + 7 || load<u8>(n + 4) != 0x2e || !is(at(p - 1), BLANK)) return false;
  const length = Key.nameEnd - n - 5;
  for (let i: usize = 0; i < length; i++) if (at(p + i) != load<u8>(n + 5 + i)) return false;
  const c = at(p + length);
  return (classOf(c) & END) != 0 || c == 0x3b;
}
