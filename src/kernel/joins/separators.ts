// What stands between a name and its value: ":", "=", arrows, operators, a type.
import { skipBlanks, skipLineEnd } from "../reading/skip";
import { Key, isFlag } from "../names/key-state";
import { isInnocent } from "../shapes/placeholder";
import { Name } from "../names/name-trie";
import { Char, codeBefore, isAt, isQuoteAt, readChar } from "../reading/character";
import { BLANK, END, NAME, Text, WORD, at, fold, is } from "../reading/text";
import { unwrap } from "./type-wrappers";

function isSlash(p: usize): bool {
  readChar(p);
  return Char.code == 0x2f;
}

/** ":", "=", "=>", ":=", "==": behind it, or 0 for "::" of a path in source code. */
export function behindSign(p: usize): usize {
  const first = Char.code;
  p += Char.length;
  let last = first;
  let signs = 1;
  while (signs < 4) {
    readChar(p);
    if ((Char.code != 0x3a && Char.code != 0x3d) || (last == 0x3d && Char.code == 0x3a)) break; // `=:name` of SQL
    last = Char.code;
    p += Char.length;
    signs++;
  }
  Key.value = p;
  readChar(p);
  if (signs == 2 && first == 0x3a && last == 0x3a && !is(at(p), BLANK)) return 0;
  // `password === confirmation` of source code; a string is what it is compared with.
  if (signs > 1 && first == 0x3d && is(at(p), BLANK) && !isQuoteAt(skipBlanks(p))) return 0;
  readChar(p);
  if (Char.code == 0x7e && isMatching(p + Char.length)) return 0; // =~
  if (signs == 1 && first == 0x3a && Char.code == 0x2f && isSlash(p + Char.length)) return 0; // a scheme: otpauth://
  if (last == 0x3d && Char.code == 0x3e) {
    p += Char.length;
    // PHP prints the value of "=>" on the next line.
    const q = skipBlanks(p);
    const line = skipLineEnd(q);
    if (line != q) return line;
  }
  return p;
}

/** Whether a pattern stands at `p`, behind `=~`: `password=~x7…` is a value. */
function isMatching(p: usize): bool {
  const c = at(p);
  if (is(c, BLANK) || c == 0x2f) return true;
  if (c == 0x74) return at(p + 1) == 0x72 && at(p + 2) == 0x2f; // tr/
  return (c == 0x6d || c == 0x73 || c == 0x79) && at(p + 1) == 0x2f; // m/, s/, y/
}

/** Behind `-> ` or an arrow of Unicode at `p`; `p` itself where there is none. */
export function behindArrow(p: usize): usize {
  const c = at(p);
  if (c == 0x2d && isAt(p + 1, 0x3e)) {
    const end = p + 1 + Char.length;
    return skipBlanks(end) != end ? end : p;
  }
  return c == 0xe2 && at(p + 1) == 0x86 && at(p + 2) == 0x92 ? p + 3 : p;
}

/** Behind an arrow or "to" and blanks at `p`, between what was and what is; 0: neither stands there. */
export function behindChange(p: usize): usize {
  const c = at(p);
  if ((c == 0x2d || c == 0x3d) && isAt(p + 1, 0x3e)) return skipBlanks(p + 1 + Char.length);
  if (c == 0xe2 && at(p + 1) == 0x86 && at(p + 2) == 0x92) return skipBlanks(p + 3);
  return c == 0x74 && at(p + 1) == 0x6f && is(at(p + 2), BLANK) ? skipBlanks(p + 2) : 0;
}

/** What was, where it was nothing or hidden, is no longer. */
const NOTHING_MOST: usize = 24;

/** Behind `"" -> ` or `null => ` at `p`, at the string that stands there now; or `p`. */
export function behindNothing(p: usize): usize {
  const quote = isQuoteAt(p) ? Char.code : 0;
  const start = quote != 0 ? p + Char.length : p;
  let q = start;
  while (q < start + NOTHING_MOST && (is(at(q), NAME) || at(q) == 0x2a)) q++;
  if (quote == 0 ? q == p : !isAt(q, quote)) return p;
  const blanks = skipBlanks(quote != 0 ? q + Char.length : q);
  const next = behindChange(blanks);
  if (next == 0 || !isQuoteAt(next)) return p;
  return q == start || isInnocent(start, q, false) ? next : p;
}

/** So long may a remark between a name and its colon be. */
const REMARK_MOST: usize = 48;

/** At the colon or "=" behind `(from env)` or the dots of a form, `........`, at `p`; `p` itself where there is none. */
export function behindRemark(p: usize): usize {
  let q = p;
  const most = p + REMARK_MOST;
  if (at(p) == 0x28) {
    for (q++; q < most && (is(at(q), NAME) || at(q) == 0x20); ) q++;
    if (at(q) != 0x29) return p;
    q++;
    // What may be a replacement stands for the value.
    if (isInnocent(p, q, true)) return p;
  } else {
    while (q < most && at(q) == 0x2e) q++;
    if (q < p + 3) return p;
  }
  q = skipBlanks(q);
  const c = at(q);
  return c == 0x3a || (c == 0x3d && at(p) == 0x28) ? q : p;
}

/** Behind `";s:12:` of PHP's serialize, the semicolon of which is at `p`, at the string; else 0. */
export function behindSerialized(p: usize): usize {
  if (at(p + 1) != 0x73 || at(p + 2) != 0x3a) return 0;
  let q = p + 3;
  while (q < p + 9 && at(q) - 0x30 < 10) q++;
  return at(q) == 0x3a && isQuoteAt(q + 1) ? q + 1 : 0;
}

/** A list of arguments is looked back for so far. */
const ARGUMENTS_MOST: usize = 128;

/** `[deploy, --password, …]`, as Java prints arguments: behind the comma at `p`, unless a flag stands there, too. */
function behindArgument(p: usize): usize {
  const least = Name.start - min(ARGUMENTS_MOST, Name.start - Text.begin);
  let q = Name.start;
  while (q > least && load<u8>(q - 1) != 0x5b) {
    const c = <u32>load<u8>(q - 1);
    if (c == 0x5d || (c != 0x20 && is(c, END))) return 0;
    q--;
  }
  const value = skipBlanks(p + 1);
  return q > least && at(p) == 0x2c && value > p + 1 && at(value) != 0x2d ? value : 0;
}

/** `{password, "…"}` and `{password,<<"…">>}` of Erlang: behind the comma at `p`, at the string. */
export function behindAtom(p: usize): usize {
  if (isFlag()) return behindArgument(p);
  if (codeBefore(Name.start) != 0x7b) return 0;
  const value = unwrap(p + Char.length);
  return isQuoteAt(value) && Char.code == 0x22 ? value : 0;
}

/** `setPassword("…")`, `with_password('…')`: behind the bracket at `p`, at the string. */
export function behindSetter(p: usize): usize {
  let n = Key.nameEnd;
  while (n > Name.start && load<u8>(n - 1) != 0x2e) n--;
  const first = fold(at(n));
  const isSetter =
    (first == 0x73 && fold(at(n + 1)) == 0x65 && fold(at(n + 2)) == 0x74) || // set
    (first == 0x77 && fold(at(n + 1)) == 0x69 && fold(at(n + 2)) == 0x74 && fold(at(n + 3)) == 0x68); // with
  if (!isSetter) return 0;
  return isQuoteAt(p + 1) ? p + 1 : 0;
}

/** What stands before "=" in `.=`, `?=`, `!=`, `+=`. */
export function isOperator(c: u32): bool {
  return c == 0x2e || c == 0x3f || c == 0x21 || c == 0x2b;
}

/** Behind the "=" of an operator at `p`, which `Char` holds, if a string follows: comparisons with names are none of ours. */
export function behindOperator(p: usize): usize {
  Key.sign = 0x3d;
  p = skipBlanks(behindSign(p));
  return isQuoteAt(p) ? p : 0;
}

/** `&str`, `*string`, `Option<String>`, `string?` */
function isOfType(c: u32): bool {
  return c == 0x26 || c == 0x2a || c == 0x3c || c == 0x3e || c == 0x3f;
}

/** Behind the type at `p` in a declaration, `password: String = "…"`, at the string; or `p`. */
export function behindType(p: usize): usize {
  let q = p;
  while (q < p + 24 && (is(at(q), WORD) || isOfType(at(q)))) q++;
  const blanks = skipBlanks(q);
  if (q == p || blanks == q) return p;
  readChar(blanks);
  if (Char.code != 0x3d) return p;
  q = skipBlanks(blanks + Char.length);
  return isQuoteAt(q) ? q : p;
}
