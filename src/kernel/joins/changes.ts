// Values that change: `"old" -> "new"`, "changed password from x to y".
import { LIST_CHANGED, LIST_NOW, LIST_WAS } from "../abi-words";
import { Key } from "../names/key-state";
import { Char, isAt, isQuoteAt } from "../reading/character";
import { ASTERISK, DOT, EQUALS, GREATER, HYPHEN, isDigit, isLetter, LOWER_V, SPACE } from "../reading/chars";
import { skipBlanks } from "../reading/skip";
import { CHANGES_WORD } from "../reading/state";
import { at, BLANK, classOf, END, fold, is, NAME, Text } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { leaveWindow } from "../reading/window";
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
  return skipListed(LIST_NOW, p);
}

/** Returns the address after a word of `list` at `p` and the blanks after it; 0: none is there. */
function skipListed(list: u32, p: usize): usize {
  const end = p + lengthOfListed(list, p);
  return end != p && is(at(end), BLANK) ? skipBlanks(end) : 0;
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

/** Whether a word stands at `p` that what was may follow, as far as there is text. */
export function mayBeOldValue(p: usize): bool {
  if (lengthOfListed(LIST_CHANGED | LIST_WAS, p) != 0) return true;
  while (p < Text.limit && isLetter(load<u8>(p))) p++;
  return p >= Text.limit;
}

/** Whether a number and a dot stand at `p`, also after a "v". */
function startsVersion(p: usize): bool {
  const digits = fold(at(p)) == LOWER_V ? p + 1 : p;
  let q = digits;
  while (q < digits + MAX_NOTHING && isDigit(at(q))) q++;
  return q > digits && at(q) == DOT;
}

/** Returns the old value of "from x to y" or "changed from x to y" at `p`, or 0. */
export function findOldValue(p: usize): usize {
  const changed = skipListed(LIST_CHANGED, p);
  const old = skipListed(LIST_WAS, changed != 0 ? changed : p);
  if (changed != 0 || old != 0) leaveWindow();
  // Of a string nothing has to say that it was: Puppet's `password changed 'x' to 'y'`.
  if (old == 0 && !isQuoteAt(changed)) return 0;
  p = old != 0 ? old : changed;
  // `Bump actions/configure-aws-credentials from 1.7.0 to 2.0.0`
  if (changed == 0 && startsVersion(p)) return 0;
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
