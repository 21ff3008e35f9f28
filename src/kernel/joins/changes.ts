// Values that change: `"old" -> "new"`, "changed password from x to y".
import { Key } from "../names/key-state";
import { Char, isAt, isQuoteAt } from "../reading/character";
import { ASTERISK, EQUALS, GREATER, HYPHEN, LOWER_C, LOWER_F, SPACE } from "../reading/chars";
import { skipBlanks } from "../reading/skip";
import { CHANGES_WORD } from "../reading/state";
import { at, BLANK, classOf, END, is, isText, NAME, Text } from "../reading/text";
import { leaveWindow, readOnTo } from "../reading/window";
import { looksGenerated } from "../rows/row-values";
import { isInnocent } from "../shapes/placeholder";

/** A value that was is looked for so far. */
const MAX_OLD: usize = 80;
/** What was, where it was nothing or hidden, is no longer. */
const MAX_NOTHING: usize = 24;

/** Returns the address after an arrow or "to" and blanks at `p`, between what was and what is; 0 if neither is there. */
export function skipChange(p: usize): usize {
  const c = at(p);
  if ((c == HYPHEN || c == EQUALS) && isAt(p + 1, GREATER)) return skipBlanks(p + 1 + Char.length);
  if (isArrow(p)) return skipBlanks(p + 3);
  return isText(p, "to") && is(at(p + 2), BLANK) ? skipBlanks(p + 2) : 0;
}

/** "→" */
function isArrow(p: usize): bool {
  return at(p) == 0xe2 && at(p + 1) == 0x86 && at(p + 2) == 0x92;
}

/** Returns the string that stands now where `"" -> ` or `null => ` is at `p`; or `p`. */
export function skipNothing(p: usize): usize {
  if (Key.doubled) return p;
  const quote = isQuoteAt(p) ? Char.code : 0;
  const form = Char.form;
  const count = Char.count;
  const start = quote != 0 ? p + Char.length : p;
  let q = start;
  while (q < start + MAX_NOTHING && (is(at(q), NAME) || at(q) == ASTERISK)) q++;
  if (quote == 0 ? q == p : !isWritten(q, quote, form, count)) return p;
  const next = skipChange(skipBlanks(quote != 0 ? q + Char.length : q));
  if (next == 0 || (quote == 0 ? !isQuoteAt(next) : !isWritten(next, quote, form, count))) return p;
  return q == start || isInnocent(start, q, false, true) ? next : p;
}

/** Whether the quote `code` stands at `p`, in this form and so often escaped. */
function isWritten(p: usize, code: u32, form: i32, count: u32): bool {
  return isAt(p, code) && Char.form == form && Char.count == count;
}

/** Whether "from " or "changed " stands at `p`, as far as there is text. */
export function mayBeOldValue(p: usize): bool {
  return mayBe(p, "changed ") || mayBe(p, "from ");
}

function mayBe(p: usize, text: string): bool {
  for (let i = 0; i < text.length && p + i < Text.limit; i++) {
    if (<i32>load<u8>(p + i) != text.charCodeAt(i)) return false;
  }
  return true;
}

/** Returns the old value of "from x to y" or "changed from x to y" at `p`, or 0. */
export function findOldValue(p: usize): usize {
  const isChanged = isText(p, "changed ");
  if (isChanged) p = skipBlanks(p + 8);
  readOnTo(p + (at(p) == LOWER_C ? 7 : at(p) == LOWER_F ? 4 : 0));
  if (isChanged) leaveWindow();
  if (!isText(p, "from ")) return 0;
  leaveWindow();
  p = skipBlanks(p + 5);
  const quote = isQuoteAt(p) ? Char.code : 0;
  const form = Char.form;
  const count = Char.count;
  let q = quote != 0 ? p + Char.length : p;
  const most = q + MAX_OLD;
  while (q < most && !(quote != 0 ? at(q) < SPACE || isAt(q, quote) : (classOf(at(q)) & END) != 0)) q++;
  if (quote != 0 && !isWritten(q, quote, form, count)) return 0;
  const next = skipChange(skipBlanks(quote != 0 ? q + Char.length : q));
  if (next == 0 || (quote != 0 ? !isWritten(next, quote, form, count) : !looksGenerated(p))) return 0;
  Key.changes = CHANGES_WORD;
  return p;
}
