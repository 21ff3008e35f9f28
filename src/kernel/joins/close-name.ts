// Over what closes a name: its quote, brackets around it, an index after it.

import { FORM_BACKSLASH } from "../abi";
import { Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { Char, codeBefore, isQuote, isRepeated, noteChar, readChar } from "../reading/character";
import {
  BACKSLASH,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  ESCAPE,
  GREATER,
  isDigit,
  OPEN_BRACKET,
  OPEN_PAREN,
} from "../reading/chars";
import { skipColours } from "../reading/skip";
import { at, is, isText, NAME, Text } from "../reading/text";
import { leaveWindow } from "../reading/window";
import { isInnocent } from "../shapes/placeholder";

/** Returns the address after the quote or brackets that close the name; what the quote was goes into `Key`. */
export function closeName(p: usize): usize {
  Key.code = 0;
  Key.doubled = false;
  const start = p;
  p = skipColours(p);
  if (p != start) leaveWindow();
  readChar(p);
  noteChar(p);
  const own = backslashesBefore();
  if (own != 0) {
    p += own;
    readChar(p);
  }
  if (isQuote(Char.code)) {
    Key.code = Char.code;
    Key.form = Char.form;
    Key.count = Char.count;
    Key.quoteLength = Char.length;
    p += Char.length;
    Key.doubled = isRepeated(p);
    noteChar(p);
    if (Key.doubled) p += Char.length;
    // `<<"password">> => <<"…">>`, `{<<"password">>,<<"…">>}` of Erlang
    if (at(p) == GREATER) leaveWindow();
    if (isText(p, ">> =") || isText(p, ">>,")) p += 2;
    readChar(p);
    noteChar(p);
  }
  // `["password"]`, `user[password]`; but not the end of `[REDACTED:key/password]`.
  const length = Char.length;
  if (Char.code == CLOSE_BRACKET || Char.code == CLOSE_PAREN) {
    if (!isBracketed(Char.code)) return p;
    p += length;
    readChar(p);
    noteChar(p);
  }
  if (Char.code == OPEN_BRACKET || Char.code == ESCAPE || Char.code == BACKSLASH) leaveWindow();
  if (Char.code != OPEN_BRACKET) return skipColours(p);
  const next = behindIndex(p);
  Key.isIndexed = next != p && !isDigit(at(p + Char.length));
  return next;
}

/**
 * How many of the backslashes in front of the quote in `Char` are the text's own: `"password\\\\":` closes a name that ends
 * in one. In a string of JSON in others, a quote has one backslash less than a power of two, the text's own come by the
 * next power. What prints JSON as it is and doubles its backslashes opens the name with as many as it closes it.
 */
function backslashesBefore(): u32 {
  if (Char.form != FORM_BACKSLASH || !isQuote(Char.code)) return 0;
  const all = Char.count + 1;
  const ofQuote = all & (0 - all);
  if (ofQuote == all) return 0;
  leaveWindow();
  let open = Name.start - 1;
  if (open < Text.begin || <u32>load<u8>(open) != Char.code) return 0;
  for (let n: u32 = 1; n < ofQuote; n++) if (open <= Text.begin || load<u8>(--open) != BACKSLASH) return 0;
  return open > Text.begin && load<u8>(open - 1) == BACKSLASH ? 0 : all - ofQuote;
}

/** Whether the bracket that `close` closes stands right before the name or its quote. */
function isBracketed(close: u32): bool {
  const from = Name.start;
  let c = codeBefore(from);
  if (Key.code != 0 && c == Key.code && from > Text.begin) c = codeBefore(from - Key.quoteLength);
  return close == CLOSE_BRACKET ? c == OPEN_BRACKET : c == OPEN_PAREN;
}

/** After `[]` or `[0]` at `p`, if that is what stands there, and no `[REDACTED]` glued to the name. */
function behindIndex(p: usize): usize {
  let q = p + Char.length;
  for (let i = 0; i < 24; i++) {
    readChar(q);
    if (Char.code == CLOSE_BRACKET) {
      q += Char.length;
      return isInnocent(p, q, true) ? p : q;
    }
    if (!is(Char.code, NAME) && !isQuote(Char.code)) break;
    q += Char.length;
  }
  return p;
}
