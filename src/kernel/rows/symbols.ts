// Reads a character as the rows of joins know it: whatever way it is written, quotes by whether they are the name's.
import { FORM_BACKSLASH, SYMBOL_LINE, SYMBOL_OTHER_QUOTE, SYMBOL_OWN_QUOTE, SYMBOL_UNKNOWN } from "../abi";
import { Key } from "../names/key-state";
import { Char, codeBefore, isQuote, noteChar, readChar, startBefore } from "../reading/character";
import {
  AMPERSAND,
  BACKSLASH,
  ESCAPE,
  isAscii,
  isNewline,
  PERCENT,
  RETURN,
  SEMICOLON,
  SLASH,
  SPACE,
  TAB,
} from "../reading/chars";
import { skipColours, skipLineEnd } from "../reading/skip";
import { at, HEX, is, isText, Text } from "../reading/text";
import { leaveWindow, readBackTo, readOnTo } from "../reading/window";

export class Position {
  /** The address after the character that was read last; before it, when reading backwards. */
  static next: usize = 0;
}

/** Returns the symbol at `p`, after colour codes; 0 at the text's end. */
export function symbolAt(p: usize): u32 {
  let c = at(p);
  readOnTo(p);
  if (c == ESCAPE || c == BACKSLASH) {
    const start = p;
    p = skipColours(p);
    if (p != start || c == ESCAPE) leaveWindow();
    c = at(p);
  }
  if (p >= Text.limit) return 0;
  readChar(p);
  Position.next = p + Char.length;
  const code = Char.code;
  if (c == BACKSLASH || c == PERCENT || c == AMPERSAND) noteChar(p);
  if (isQuote(code)) return isOwn() ? SYMBOL_OWN_QUOTE : SYMBOL_OTHER_QUOTE;
  if (isNewline(code)) {
    // Two in a row are read as one.
    if (code == RETURN) {
      readChar(Position.next);
      noteChar(Position.next);
    }
    Position.next = max(Position.next, skipLineEnd(p));
    return SYMBOL_LINE;
  }
  if (code == TAB) return SPACE;
  if (code < SPACE) return SYMBOL_UNKNOWN;
  // A letter after a backslash is no letter.
  if (Char.form == FORM_BACKSLASH && (code == c || code == SLASH)) return code;
  return Char.form == FORM_BACKSLASH ? SYMBOL_UNKNOWN : code;
}

/** Whether the quote in `Char` is written like the one that closes the name; where none does, the first one is. */
function isOwn(): bool {
  return Key.code == 0 || (Char.code == Key.code && Char.form == Key.form && Char.count == Key.count);
}

/** Whether the byte `c` before `p` may be the last of an escape: rows are read back over two hundred of them. */
// @inline
function mayEndEscape(p: usize, c: u32): bool {
  const previous = load<u8>(p - 2);
  return c == SEMICOLON || previous == BACKSLASH || (is(c, HEX) && is(previous, HEX));
}

/** Returns the symbol before `p`; a line end where the text begins. */
export function symbolBefore(p: usize): u32 {
  readBackTo(p - 2);
  if (p <= Text.begin) {
    Position.next = p;
    return SYMBOL_LINE;
  }
  let code = <u32>load<u8>(p - 1);
  let start = p - 1;
  if (mayEndEscape(p, code)) {
    const escaped = codeBefore(p);
    // `%define` is no escape.
    if (isAscii(escaped)) {
      code = escaped;
      start = startBefore(p);
    }
  }
  while (start > Text.begin && code != BACKSLASH && load<u8>(start - 1) == BACKSLASH) start--;
  readBackTo(start - 1);
  // \x5C\x22, as nginx escapes what is escaped already.
  if (isQuote(code)) readBackTo(start - 4);
  if (isQuote(code)) while (start >= Text.begin + 4 && isText(start - 4, "\\x5c")) start -= 4;
  Position.next = start;
  if (isQuote(code)) return Key.code == 0 || code == Key.code ? SYMBOL_OWN_QUOTE : SYMBOL_OTHER_QUOTE;
  if (isNewline(code)) return SYMBOL_LINE;
  if (code == TAB) return SPACE;
  return code < SPACE ? SYMBOL_UNKNOWN : code;
}
