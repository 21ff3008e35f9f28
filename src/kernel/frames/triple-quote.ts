// Whether three quotes open a string that three of them close.
import { Char, readChar } from "../reading/character";
import { APOSTROPHE, isNewline } from "../reading/chars";
import { Text, undecided } from "../reading/text";
import { isDelimiter, isQuoteOf, MAX_DOUBLED } from "./quote";

/** A string that three apostrophes open is looked at so far. */
const TRIPLE_MOST: usize = 512;

/**
 * Whether the three quotes in front of `p`, one of which is in `Char`, open a string that three of them close, and not one of
 * SQL that begins with a quote, `'''it''s'`, in which quotes come in pairs: so do those of a longer row, `'''''''x'`.
 */
export function isTriple(p: usize): bool {
  const code = Char.code;
  const form = Char.form;
  const count = Char.count;
  let row: u32 = 0;
  for (let q = p; row < MAX_DOUBLED && isQuoteOf(q, code, form, count); q += Char.length) row++;
  // Three more close it.
  if (row >= 2 && row != 3) return false;
  // While more may come, the output goes on to the first quote.
  if (undecided()) return false;
  if (code != APOSTROPHE) return true;
  for (const most = p + TRIPLE_MOST; p < most; ) {
    readChar(p);
    if (p >= Text.limit) return Text.final;
    if (isNewline(Char.code)) return true;
    p += Char.length;
    if (Char.code != code || Char.form != form || Char.count != count) continue;
    const second = p + Char.length;
    if (isQuoteOf(p, code, form, count)) {
      // `'''''''x1y2z3'`: what three more open and close is followed by one.
      const third = second + Char.length;
      return isQuoteOf(second, code, form, count) && !isQuoteOf(third, code, form, count);
    }
    if (isDelimiter(Char.code)) return false;
  }
  return true;
}
