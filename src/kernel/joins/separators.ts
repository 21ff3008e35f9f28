// What stands between a name and its value: ":", "=", arrows, operators, a type.

import { isFlag, Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { Char, codeBefore, isAt, isQuoteAt, readChar } from "../reading/character";
import {
  AMPERSAND,
  ARROW,
  ASTERISK,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  EXCLAMATION,
  GREATER,
  HYPHEN,
  isDigit,
  LESS,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  PLUS,
  QUESTION,
  QUOTE,
  SLASH,
  SPACE,
  TILDE,
} from "../reading/chars";
import { skipBlanks, skipLineEnd } from "../reading/skip";
import { at, BLANK, END, is, isText, lengthOfOne, NAME, Text, WORD, wideAt } from "../reading/text";
import { isInnocent } from "../shapes/placeholder";
import { unwrap } from "./type-wrappers";

function isSlash(p: usize): bool {
  readChar(p);
  return Char.code == SLASH;
}

/** ":", "=", "=>", ":=", "==": behind it, or 0 for "::" of a path in source code. */
export function behindSign(p: usize): usize {
  const first = Char.code;
  p += Char.length;
  let last = first;
  let signs = 1;
  while (signs < 4) {
    readChar(p);
    if ((Char.code != COLON && Char.code != EQUALS) || (last == EQUALS && Char.code == COLON)) break; // `=:name` of SQL
    last = Char.code;
    p += Char.length;
    signs++;
  }
  Key.value = p;
  readChar(p);
  if (signs == 2 && first == COLON && last == COLON && !is(at(p), BLANK)) return 0;
  // `password === confirmation` of source code; a string is what it is compared with.
  if (signs > 1 && first == EQUALS && is(at(p), BLANK) && !isQuoteAt(skipBlanks(p))) return 0;
  readChar(p);
  if (Char.code == TILDE && isMatching(p + Char.length)) return 0; // =~
  if (signs == 1 && first == COLON && Char.code == SLASH && isSlash(p + Char.length)) return 0; // a scheme: otpauth://
  if (last == EQUALS && Char.code == GREATER) {
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
  if (is(c, BLANK) || c == SLASH) return true;
  return lengthOfOne(p, "tr/ m/ s/ y/") != 0;
}

/** Behind `-> ` or an arrow of Unicode at `p`; `p` itself where there is none. */
export function behindArrow(p: usize): usize {
  const c = at(p);
  if (c == HYPHEN && isAt(p + 1, GREATER)) {
    const end = p + 1 + Char.length;
    return skipBlanks(end) != end ? end : p;
  }
  return wideAt(p) == ARROW ? p + 3 : p;
}

/** Behind an arrow or "to" and blanks at `p`, between what was and what is; 0: neither stands there. */
export function behindChange(p: usize): usize {
  const c = at(p);
  if ((c == HYPHEN || c == EQUALS) && isAt(p + 1, GREATER)) return skipBlanks(p + 1 + Char.length);
  if (wideAt(p) == ARROW) return skipBlanks(p + 3);
  return isText(p, "to") && is(at(p + 2), BLANK) ? skipBlanks(p + 2) : 0;
}

/** What was, where it was nothing or hidden, is no longer. */
const NOTHING_MOST: usize = 24;

/** Behind `"" -> ` or `null => ` at `p`, at the string that stands there now; or `p`. */
export function behindNothing(p: usize): usize {
  const quote = isQuoteAt(p) ? Char.code : 0;
  const start = quote != 0 ? p + Char.length : p;
  let q = start;
  while (q < start + NOTHING_MOST && (is(at(q), NAME) || at(q) == ASTERISK)) q++;
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
  if (at(p) == OPEN_PAREN) {
    for (q++; q < most && (is(at(q), NAME) || at(q) == SPACE); ) q++;
    if (at(q) != CLOSE_PAREN) return p;
    q++;
    // What may be a replacement stands for the value.
    if (isInnocent(p, q, true)) return p;
  } else {
    while (q < most && at(q) == DOT) q++;
    if (q < p + 3) return p;
  }
  q = skipBlanks(q);
  const c = at(q);
  return c == COLON || (c == EQUALS && at(p) == OPEN_PAREN) ? q : p;
}

/** Behind `";s:12:` of PHP's serialize, the semicolon of which is at `p`, at the string; else 0. */
export function behindSerialized(p: usize): usize {
  if (!isText(p + 1, "s:")) return 0;
  let q = p + 3;
  while (q < p + 9 && isDigit(at(q))) q++;
  return at(q) == COLON && isQuoteAt(q + 1) ? q + 1 : 0;
}

/** A list of arguments is looked back for so far. */
const ARGUMENTS_MOST: usize = 128;

/** `[deploy, --password, …]`, as Java prints arguments: behind the comma at `p`, unless a flag stands there, too. */
function behindArgument(p: usize): usize {
  const least = Name.start - min(ARGUMENTS_MOST, Name.start - Text.begin);
  let q = Name.start;
  while (q > least && load<u8>(q - 1) != OPEN_BRACKET) {
    const c = <u32>load<u8>(q - 1);
    if (c == CLOSE_BRACKET || (c != SPACE && is(c, END))) return 0;
    q--;
  }
  const value = skipBlanks(p + 1);
  return q > least && at(p) == COMMA && value > p + 1 && at(value) != HYPHEN ? value : 0;
}

/** `{password, "…"}` and `{password,<<"…">>}` of Erlang: behind the comma at `p`, at the string. */
export function behindAtom(p: usize): usize {
  if (isFlag()) return behindArgument(p);
  if (codeBefore(Name.start) != OPEN_BRACE) return 0;
  const value = unwrap(p + Char.length);
  return isQuoteAt(value) && Char.code == QUOTE ? value : 0;
}

/** `setPassword("…")`, `with_password('…')`: behind the bracket at `p`, at the string. */
export function behindSetter(p: usize): usize {
  let n = Key.nameEnd;
  while (n > Name.start && load<u8>(n - 1) != DOT) n--;
  if (lengthOfOne(n, "set with") == 0) return 0;
  return isQuoteAt(p + 1) ? p + 1 : 0;
}

/** What stands before "=" in `.=`, `?=`, `!=`, `+=`. */
export function isOperator(c: u32): bool {
  return c == DOT || c == QUESTION || c == EXCLAMATION || c == PLUS;
}

/** Behind the "=" of an operator at `p`, which `Char` holds, if a string follows: comparisons with names are none of ours. */
export function behindOperator(p: usize): usize {
  Key.sign = EQUALS;
  p = skipBlanks(behindSign(p));
  return isQuoteAt(p) ? p : 0;
}

/** `&str`, `*string`, `Option<String>`, `string?` */
function isOfType(c: u32): bool {
  return c == AMPERSAND || c == ASTERISK || c == LESS || c == GREATER || c == QUESTION;
}

/** Behind the type at `p` in a declaration, `password: String = "…"`, at the string; or `p`. */
export function behindType(p: usize): usize {
  let q = p;
  while (q < p + 24 && (is(at(q), WORD) || isOfType(at(q)))) q++;
  const blanks = skipBlanks(q);
  if (q == p || blanks == q) return p;
  readChar(blanks);
  if (Char.code != EQUALS) return p;
  q = skipBlanks(blanks + Char.length);
  return isQuoteAt(q) ? q : p;
}
