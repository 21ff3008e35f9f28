// What languages wrap a value in: b'', Some(), Str(), string(7), (string) (len=7), []string{}, Optional[], <<"">>, !!str.
import { skipBlanks } from "../reading/skip";
import { behindAmpersand } from "../values/delimiter";
import { Key } from "../names/key-state";
import { Char, isAt, isQuoteAt } from "../reading/character";
import { ALNUM, BLANK, NAME, WORD, at, fold, is } from "../reading/text";

/** A constructor's name is no longer. */
const NAME_MOST: usize = 24;

/** Behind blanks, colours and wrappers at `p`, at the value itself. */
export function unwrap(p: usize): usize {
  p = skipBlanks(p);
  Key.value = p;
  for (let i = 0; i < 3; i++) {
    const c = at(p);
    if (c <= 0x20) break;
    const next = at(p + 1);
    if (isPrefix(c) && isQuoteAt(p + 1) && Char.code != 0x60) return p + 1;
    let q = p;
    if (c == 0x73 && next == 0x74 && at(p + 6) == 0x28) q = skipBlanks(behindParenthesis(p + 7)); // string(
    else if (c == 0x5b && next == 0x5d && at(p + 2) == 0x73 && at(p + 8) == 0x7b) {
      q += 9; // []string{
      Key.isArray = true;
    }
    else if (c == 0x21 && next == 0x21 && Key.sign == 0x3a) q = behindTag(p, p + 1);
    else if (c == 0x28) q = behindCast(p);
    else if (isAt(p, 0x3c)) q = behindBinary(p);
    else if (Char.code == 0x26 && Key.sign == 0x3a) q = behindTag(p, behindAmpersand(p));
    else if (c - 0x41 < 26) q = behindConstructor(p);
    if (q == p) break;
    p = q;
  }
  return p;
}

/** b"", u"", r"", f"", N'' and E'' of SQL, L"" of C, $'' of shells, @"" of C#. */
function isPrefix(c: u32): bool {
  const l = fold(c);
  return l == 0x62 || l == 0x75 || l == 0x72 || l == 0x66 || l == 0x6e || l == 0x65 || l == 0x6c || c == 0x24 || c == 0x40;
}

function behindParenthesis(p: usize): usize {
  for (let i = 0; i < 8 && at(p) - 0x30 < 10; i++) p++;
  return at(p) == 0x29 ? p + 1 : p;
}

/** Behind `(string) (len=12) ` of Go's spew at `p`, at the string; `p` where there is none. */
function behindCast(p: usize): usize {
  let q = p;
  for (let i = 0; i < 3 && at(q) == 0x28; i++) {
    q++;
    for (const most = q + NAME_MOST; q < most && (is(at(q), NAME) || at(q) == 0x2a || at(q) == 0x3d); ) q++;
    if (at(q) != 0x29 || at(q + 1) != 0x20) return p;
    q += 2;
  }
  return isQuoteAt(q) ? q : p;
}

/** Behind `!!str ` or `&anchor ` of YAML at `p`, the word of which is at `word`; or `p`. */
function behindTag(p: usize, word: usize): usize {
  let q = word;
  while (q < word + NAME_MOST && (is(at(q), WORD) || at(q) == 0x21)) q++;
  if (q == word || at(q) != 0x20) return p;
  q = skipBlanks(q);
  return at(q) == 0x3d ? p : q; // `&str = "…"` of Rust
}

/** Behind `<<` of Erlang, whose first character at `p` `Char` holds, at the string; `p` where there is none. */
function behindBinary(p: usize): usize {
  const second = p + Char.length;
  if (!isAt(second, 0x3c)) return p;
  const q = second + Char.length;
  return isAt(q, 0x22) ? q : p;
}

/**
 * Behind `Some(`, `SecretStr('`, `Just "`, `Optional[` at `p`: a name in capitals or with one, and a string.
 * A call of a function (`getenv("…")`) has a small letter or a dot and names the value instead.
 */
function behindConstructor(p: usize): usize {
  let q = p;
  while (q < p + NAME_MOST && is(at(q), ALNUM)) q++;
  const c = at(q);
  if (c == 0x28) {
    const isSome = q == p + 4 && at(p) == 0x53 && at(p + 3) == 0x65;
    // OpenTelemetry's collector prints `password: Str(…)`.
    const isStr = q == p + 3 && at(p) == 0x53 && at(p + 1) == 0x74 && at(p + 2) == 0x72;
    return isSome || isStr || isQuoteAt(q + 1) ? q + 1 : p;
  }
  if (c == 0x5b && q == p + 8 && at(p) == 0x4f && at(p + 7) == 0x6c) return q + 1; // Optional[
  if (!is(c, BLANK) || q != p + 4 || !isQuoteAt(q + 1)) return p;
  return at(p) == 0x53 || at(p) == 0x4a ? q + 1 : p; // Some "…", Just "…"
}
