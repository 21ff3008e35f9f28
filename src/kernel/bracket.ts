// Brackets that close a name: `["password"]`, `user[password]`, `user%5Bpassword%5D`, `items[0]`.
import { FORM_PERCENT } from "./abi";
import { Key } from "./key";
import { Name } from "./name";
import { Char, isQuote, readChar } from "./notation";
import { NAME, Text, before, is } from "./text";

/** Whether the bracket that `close`, written in `form`, closes stands right before the name or its quote. */
export function isBracketed(close: u32, form: i32): bool {
  const from = Name.start;
  let c = before(from);
  if (form == FORM_PERCENT) {
    // All but the "%" of `%5B` and `%255B` is taken for a part of the name.
    if (c != 0x25) return false;
    readChar(from - 1);
    return Char.form == FORM_PERCENT && Char.code == (close == 0x5d ? 0x5b : 0x28);
  }
  if (Key.code != 0 && c == Key.code && from > Text.begin) c = before(from - Key.quoteLength);
  return close == 0x5d ? c == 0x5b : c == 0x28;
}

/** Behind `[]` or `[0]` at `p`, whose "[" is in `Char`, if that is what stands there. */
export function behindIndex(p: usize): usize {
  let q = p + Char.length;
  for (let i = 0; i < 24; i++) {
    readChar(q);
    if (Char.code == 0x5d) return q + Char.length;
    if (!is(Char.code, NAME) && !isQuote(Char.code)) break;
    q += Char.length;
  }
  return p;
}
