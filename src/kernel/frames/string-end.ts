// Whether the quote that was read ends a string: by what stands after it, or although a backslash stands before it.
import { FORM_BACKSLASH } from "../abi";
import { Char, isAt, isQuote, readChar } from "../reading/character";
import { GREATER, SLASH } from "../reading/chars";
import { Text } from "../reading/text";
import { entry, formOf, isDoubled } from "./open-strings";
import { closeLiterally, isDelimiter, Quote, rowLength, skipShellQuote } from "./quote";

/** The depth of the open string, at most `depth`, that the quote ends although it stands after a backslash; 0: none. */
export function closedLiterally(depth: u32): u32 {
  while (depth > 0 && !closesLiteral(depth)) depth--;
  return depth;
}

/** Whether the quote ends the string at `depth` although it stands after a backslash. */
function closesLiteral(depth: u32): bool {
  if (depth == 0 || Quote.form != FORM_BACKSLASH) return false;
  const slot = entry(depth);
  const form = formOf(depth);
  const count = <u32>load<u16>(slot, 2);
  if (load<u8>(slot) != Quote.code || isDoubled(depth) || form > FORM_BACKSLASH) return false;
  const backslashes = Quote.count;
  if (backslashes <= count) return false;
  const close = closeLiterally(Quote.end, backslashes, Quote.code, form, count, depth > 1);
  if (close == 0) return false;
  Quote.start = close - count - 1;
  Quote.end = close;
  Quote.count = count;
  return true;
}

/** Whether what follows the quote lets it close a string: a delimiter, the end, a quote further out. */
export function canClose(): bool {
  if (Quote.end >= Text.limit) {
    Text.hitEnd = true;
    return true;
  }
  const code = Quote.code;
  const form = Quote.form;
  const count = Quote.count;
  // Of a row after it each two are one of the string around, and one more closes that.
  const row = Quote.isDoubled ? rowLength() : 0;
  if (row != 0) return (row & 1) != 0;
  readChar(Quote.end);
  if (isQuote(Char.code)) {
    if (Char.code != code || Char.form != form) return skipShellQuote(Quote.end, code, count) == Quote.end;
    return Char.count < count;
  }
  // `<a b="c"/>`
  return isDelimiter(Char.code) || (Char.code == SLASH && isAt(Quote.end + Char.length, GREATER));
}
