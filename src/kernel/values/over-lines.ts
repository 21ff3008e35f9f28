// What goes on in the next line. A header folded over lines (obs-fold, RFC 9112 section 5.2): it begins with a blank. What a
// dump or a document indents looks the same, so that after a fold only what looks like a credential is one. A value that a
// program writes as several strings, one a line, with "+" between them: `'one\n' +`, and `'two'` below.

import { FORM_BACKSLASH, SPAN_FIRST, VALUE_ANY } from "../abi";
import { Key } from "../names/key-state";
import { TOKEN_FOLD_MOST, TOKEN_LOOK_MOST } from "../reading/bounds";
import { Char, isQuote, isQuoteAt, readChar } from "../reading/character";
import {
  BACKSLASH,
  COLON,
  EQUALS,
  isDigit,
  isLower,
  isUpper,
  LINE_FEED,
  PLUS,
  RETURN,
} from "../reading/chars";
import { skipBlanks, skipLineEnd } from "../reading/skip";
import { JOINED, MODE_SEARCH, MODE_VALUE, State } from "../reading/state";
import { at, BLANK, classOf, END, is, undecided } from "../reading/text";
import { behindClose } from "./text-end";

/** In `State.inner`: the line after a separator begins here, and goes on if it begins with a blank. */
export const BEHIND_LINE: u32 = 2;

/** Returns the address after the line end at `p` and what indents the next line; `p` itself where nothing is folded. */
export function behindFold(p: usize): usize {
  const line = skipLineEnd(p);
  if (line == p) return p;
  endLine(p, line);
  const q = behindIndent(line);
  return q == line ? p : q;
}

/** The line ends at `p` whatever comes, and its end goes out at once; an escaped one may yet begin a value (`%0A-x`). */
export function endLine(p: usize, line: usize): void {
  if (at(p) == LINE_FEED || at(p) == RETURN) Key.value = line;
}

/** After blanks at `p`, escaped ones (`\t`, `%20`) among them; `p` itself where the line begins with something else. */
export function behindIndent(p: usize): usize {
  let q = p;
  for (let i = 0; i < 64; i++) {
    readChar(q);
    if (!is(Char.code, BLANK)) break;
    q += Char.length;
  }
  return q == p ? p : skipBlanks(q);
}

/** Whether the word at `p` is a token: 20 characters, or 6 with a digit, or 8 with a capital inside; no `name:`, no pair. */
export function looksToken(p: usize): bool {
  let digit = false;
  let capital = false;
  let q = p;
  while (q < p + TOKEN_LOOK_MOST && !(classOf(at(q)) & END) && at(q) != BACKSLASH) {
    const c = at(q);
    if (
      c == COLON ||
      (c == EQUALS && at(q + 1) != EQUALS && !(classOf(at(q + 1)) & END) && at(q + 1) != BACKSLASH)
    )
      return false;
    if (isDigit(c)) digit = true;
    if (isUpper(c) && q > p && isLower(load<u8>(q - 1))) capital = true;
    q++;
  }
  return q - p >= 20 || (digit && q - p >= 6) || (capital && q - p >= 8);
}

/** After a fold at `p` where a token is all there is on the next line; `p` itself where it is not. */
export function behindTokenFold(p: usize): usize {
  const q = behindFold(p);
  if (q == p || !looksToken(q)) return p;
  let end = q;
  while (end < q + TOKEN_FOLD_MOST && !(classOf(at(end)) & END) && at(end) != BACKSLASH) end++;
  return skipLineEnd(end) != end ? q : p;
}

/** The address in the next line where the string that ends at `p` is joined to one there; `p`: it is not. */
export function skipJoint(p: usize): usize {
  const plus = skipBlanks(behindClose(p));
  if (at(plus) != PLUS) return p;
  const end = skipBlanks(plus + 1);
  const line = skipLineEnd(end);
  if (undecided() || line == end) return p;
  State.step = JOINED;
  State.code = 0;
  return line;
}

/** Whether the string that ends at `p`, and is none of a secret, is joined to one in the next line: `'\\n' +`. */
export function isJoined(p: usize): bool {
  if (State.array != 0 || State.kind != VALUE_ANY || !isQuote(State.code)) return false;
  const code = State.code;
  const step = State.step;
  const next = skipJoint(p);
  State.code = code;
  State.step = step;
  return next != p;
}

/** Into the string in the line at `p` that one before it is joined to; 0: more text is needed. */
export function enterJoined(p: usize): usize {
  const q = behindIndent(p);
  const isString = isQuoteAt(q) && Char.form <= FORM_BACKSLASH;
  if (undecided()) return 0;
  if (!isString) {
    State.mode = MODE_SEARCH;
    return p;
  }
  State.code = Char.code;
  State.form = Char.form;
  State.count = Char.count;
  State.flags |= SPAN_FIRST;
  State.longRun = 0;
  State.mode = MODE_VALUE;
  return q + Char.length;
}
