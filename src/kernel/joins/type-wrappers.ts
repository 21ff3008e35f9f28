// What languages wrap a value in: b'', Some(), Str(), string(7), (string) (len=7), []string{}, Optional[], <<"">>, !!str.

import { Key } from "../names/key-state";
import { Char, isAt, isQuoteAt } from "../reading/character";
import {
  AMPERSAND,
  ASTERISK,
  AT_SIGN,
  BACKTICK,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  DOLLAR,
  DOT,
  EQUALS,
  EXCLAMATION,
  isDigit,
  isUpper,
  LESS,
  LOWER_B,
  LOWER_E,
  LOWER_F,
  LOWER_L,
  LOWER_N,
  LOWER_R,
  LOWER_U,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUOTE,
  SPACE,
} from "../reading/chars";
import { skipBlanks, skipSpace } from "../reading/skip";
import { ALNUM, at, BLANK, fold, is, isText, NAME, WORD } from "../reading/text";
import { behindAmpersand } from "../values/delimiter";

/** A constructor's name is no longer. */
const NAME_MOST: usize = 24;

/** Behind blanks, colours and wrappers at `p`, at the value itself. */
export function unwrap(p: usize): usize {
  p = skipBlanks(p);
  Key.value = p;
  for (let i = 0; i < 3; i++) {
    const c = at(p);
    if (c <= SPACE) break;
    if (isPrefix(c) && isQuoteAt(p + 1) && Char.code != BACKTICK) return p + 1;
    let q = p;
    if (isText(p, "string(")) q = skipBlanks(behindParenthesis(p + 7));
    else if (c == OPEN_BRACKET && at(p + 1) == CLOSE_BRACKET) q = skipSlice(p);
    else if (isText(p, "!!") && Key.sign == COLON) q = behindTag(p, p + 1);
    else if (c == OPEN_PAREN) q = behindCast(p);
    else if (isAt(p, LESS)) q = behindBinary(p);
    else if (Char.code == AMPERSAND && Key.sign == COLON) q = behindTag(p, behindAmpersand(p));
    else if (isUpper(c)) q = behindConstructor(p);
    if (q == p) break;
    p = q;
  }
  return p;
}

/** b"", u"", r"", f"", N'' and E'' of SQL, L"" of C, $'' of shells, @"" of C#. */
function isPrefix(c: u32): bool {
  const l = fold(c);
  return (
    l == LOWER_B ||
    l == LOWER_U ||
    l == LOWER_R ||
    l == LOWER_F ||
    l == LOWER_N ||
    l == LOWER_E ||
    l == LOWER_L ||
    c == DOLLAR ||
    c == AT_SIGN
  );
}

/** After `[]string{` of Go at `p`, or any other type whose first element is quoted, and `[]byte(`; `p` where it is none. */
function skipSlice(p: usize): usize {
  let q = p + 2;
  for (const most = q + NAME_MOST; q < most && (is(at(q), WORD) || at(q) == DOT || at(q) == ASTERISK); ) q++;
  if (q == p + 2) return p;
  if (at(q) == OPEN_PAREN) return isQuoteAt(q + 1) ? q + 1 : p;
  if (at(q) != OPEN_BRACE || !(isText(p, "[]string{") || isQuoteAt(skipSpace(q + 1)))) return p;
  Key.isArray = true;
  return q + 1;
}

function behindParenthesis(p: usize): usize {
  for (let i = 0; i < 8 && isDigit(at(p)); i++) p++;
  return at(p) == CLOSE_PAREN ? p + 1 : p;
}

/** Behind `(string) (len=12) ` of Go's spew at `p`, at the string; `p` where there is none. */
function behindCast(p: usize): usize {
  let q = p;
  for (let i = 0; i < 3 && at(q) == OPEN_PAREN; i++) {
    q++;
    for (const most = q + NAME_MOST; q < most && (is(at(q), NAME) || at(q) == ASTERISK || at(q) == EQUALS); )
      q++;
    if (at(q) != CLOSE_PAREN || at(q + 1) != SPACE) return p;
    q += 2;
  }
  return isQuoteAt(q) ? q : p;
}

/** Behind `!!str ` or `&anchor ` of YAML at `p`, the word of which is at `word`; or `p`. */
function behindTag(p: usize, word: usize): usize {
  let q = word;
  while (q < word + NAME_MOST && (is(at(q), WORD) || at(q) == EXCLAMATION)) q++;
  if (q == word || at(q) != SPACE) return p;
  q = skipBlanks(q);
  return at(q) == EQUALS ? p : q; // `&str = "…"` of Rust
}

/** Behind `<<` of Erlang, whose first character at `p` `Char` holds, at the string; `p` where there is none. */
function behindBinary(p: usize): usize {
  const second = p + Char.length;
  if (!isAt(second, LESS)) return p;
  const q = second + Char.length;
  return isAt(q, QUOTE) ? q : p;
}

/**
 * Behind `Some(`, `SecretStr('`, `Just "`, `Optional[` at `p`: a name in capitals or with one, and a string.
 * A call of a function (`getenv("…")`) has a small letter or a dot and names the value instead.
 */
function behindConstructor(p: usize): usize {
  let q = p;
  while (q < p + NAME_MOST && is(at(q), ALNUM)) q++;
  const c = at(q);
  if (c == OPEN_PAREN) {
    // OpenTelemetry's collector prints `password: Str(…)`.
    return isText(p, "Some(") || isText(p, "Str(") || isQuoteAt(q + 1) ? q + 1 : p;
  }
  if (isText(p, "Optional[")) return q + 1;
  if (!is(c, BLANK) || q != p + 4 || !isQuoteAt(q + 1)) return p;
  return isText(p, "Some") || isText(p, "Just") ? q + 1 : p;
}
