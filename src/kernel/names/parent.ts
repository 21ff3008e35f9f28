// The name of what encloses a member: `{"openai":{"key":"…"}}`, `openai:\n  key: …`, `[openai]\nkey = …`.
import { LIST_UNDER_VENDOR } from "../abi-words";
import { Char, isQuote, isQuoteAt } from "../reading/character";
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  EQUALS,
  GREATER,
  isNewline,
  OPEN_BRACE,
  OPEN_BRACKET,
} from "../reading/chars";
import { at, BLANK, is, NAME, Text } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { leaveWindow } from "../reading/window";
import { Name } from "./name-trie";
import { startsIssuer } from "./words";

/** So far back the beginning of what encloses a member is looked for. */
const PARENT_MOST: usize = 120;
/** A name of a vendor is no longer. */
const WORD_MOST: usize = 32;

/** A key is not shorter. */
const KEY_LEAST: usize = 12;

/** Whether the value at `p` is as long as a key, in its quotes or without. */
export function mayBeKey(p: usize): bool {
  leaveWindow();
  let q = isQuoteAt(p) ? p + Char.length : p;
  const most = q + KEY_LEAST;
  while (q < most && is(at(q), NAME)) q++;
  return q == most;
}

/** Whether what encloses the name that was found is named after a vendor, and holds its key under such a name. */
export function isUnderVendor(): bool {
  leaveWindow();
  if (Name.start + lengthOfListed(LIST_UNDER_VENDOR, Name.start) != Name.end) return false;
  const least = Name.start - min(PARENT_MOST, Name.start - Text.begin);
  const indent = indentBefore(Name.start, least);
  let p = Name.start;
  for (; p > least; p--) {
    const c = <u32>load<u8>(p - 1);
    if (c == CLOSE_BRACE) return false;
    if (c == OPEN_BRACE || c == OPEN_BRACKET) return isVendorBefore(p - 1, least);
    // A line that is indented less, or a section's.
    if (indent < PARENT_MOST && isNewline(c) && p - 1 > least) {
      const last = <u32>load<u8>(p - 2);
      if (last == CLOSE_BRACKET) return indent == 0 && isVendorBefore(p - 2, least);
      if (last == COLON && indentBefore(firstOfLine(p - 2, least), least) < indent)
        return isVendorBefore(p - 2, least);
    }
  }
  return false;
}

/** How many blanks stand between a line's start and `p`; PARENT_MOST: something else does, too. */
function indentBefore(p: usize, least: usize): usize {
  let q = p;
  while (q > least && is(load<u8>(q - 1), BLANK)) q--;
  return q == Text.begin || (q > least && isNewline(load<u8>(q - 1))) ? p - q : PARENT_MOST;
}

/** The first letter of the word that ends before `p`. */
function firstOfLine(p: usize, least: usize): usize {
  while (p > least && is(load<u8>(p - 1), NAME)) p--;
  return p;
}

/** Whether a vendor's name stands before `p`, after blanks, a separator and quotes. */
function isVendorBefore(p: usize, least: usize): bool {
  while (p > least && isBetween(load<u8>(p - 1))) p--;
  const end = p;
  while (p > least && end - p < WORD_MOST && is(load<u8>(p - 1), NAME)) p--;
  return p < end && startsIssuer(p, end);
}

function isBetween(c: u32): bool {
  const isSeparator = c == COLON || c == EQUALS || c == GREATER;
  return isSeparator || c == BACKSLASH || is(c, BLANK) || isQuote(c) || isNewline(c);
}
