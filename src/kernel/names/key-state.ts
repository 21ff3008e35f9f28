// What is known of a key from its name on: for all who look for its value.

import { FORM_BACKSLASH } from "../abi";
import { FLAG_MOST } from "../reading/bounds";
import { Char, isQuote, readChar } from "../reading/character";
import { HYPHEN } from "../reading/chars";
import { before, END, is, Text } from "../reading/text";
import { Name } from "./name-trie";

/** How a key's name was quoted, and where its value starts. */
export class Key {
  static code: u32 = 0;
  static form: i32 = 0;
  static count: u32 = 0;
  /** Bytes of the quote that closes the name. */
  static quoteLength: u32 = 0;
  static separator: i32 = 0;
  static separatorCount: u32 = 0;
  /** The separator that was found: ":" or "=", "," between pair members, ">" in XML, " " after a flag. */
  static sign: u32 = 0;
  /** Where the value starts, 0: not known yet. */
  static value: usize = 0;
  /** The same with the value's quote or bracket. */
  static opening: usize = 0;
  static nameEnd: usize = 0;
  /** The quotes are doubled: JSON in a field of CSV. */
  static doubled: bool = false;
  /** What ends the value in place of a quote, 0: nothing does; how it is written, and the indent of a YAML block. */
  static wrap: u32 = 0;
  static wrapForm: i32 = 0;
  static wrapCount: u32 = 0;
  static indent: u32 = 0;
  /** The value is the first item of a list, indented so far less one; 0: it is none. */
  static list: u32 = 0;
  /** The value is the first element of an array that is written as its type and braces: `[]string{"…"}`. */
  static isArray: bool = false;
  /** The value may go on over raw line ends. */
  static isOverLines: bool = false;
  /** A type, a cast or a constructor encloses the value. */
  static isWrapped: bool = false;
  /** A name in brackets follows: `cookies["sid"]`. */
  static isIndexed: bool = false;
  /** The name is a parameter of a query, whose value no blank is in. */
  static isParameter: bool = false;
  /** The name is a user's own: whatever stands there is its value. */
  static isOwn: bool = false;
  /** While what encloses it is looked for: a quote that is percent-encoded is a character of the value. */
  static isRawValue: bool = false;
  /** What may stand after the value and belong to it: CHANGES_*, 0 for nothing. */
  static changes: u32 = 0;
  /** A value that goes on to its line's end was looked for: the frame may end before. */
  static mayEndWithFrame: bool = false;
  /** Rows that say what several words end at have matched: unless a check tells, its string may end them. */
  static mayBeWords: bool = false;
  /** A check has rejected the value by bytes that end no string. */
  static isJudged: bool = false;
  /** What was found is the heading of a table, and the value the row after it. */
  static isHeading: bool = false;
}

/** `--password`, `-token`: a flag of a command line. Quoted, it may be more than the name: `"--//host/:_authToken"`. */
export function isFlag(): bool {
  if (before(Name.start) == HYPHEN) return true;
  if (Key.code == 0) return false;
  const least = Name.start - min(FLAG_MOST, Name.start - Text.begin);
  for (let p = Name.start; p > least; p--) {
    const c = <u32>load<u8>(p - 1);
    if (isQuote(c)) return c == Key.code && load<u8>(p) == HYPHEN;
    if (is(c, END)) break;
  }
  return false;
}

/** Whether the quote in `Char` is at the name's depth of escaping: of another kind it may be escaped otherwise. */
export function isQuoteAtDepth(): bool {
  if (Char.code != Key.code) return Char.form <= FORM_BACKSLASH && Key.form <= FORM_BACKSLASH;
  return Char.form == Key.form && Char.count == Key.count;
}

/** Where the quote in front of the name is, 0: the name is only the end of what is quoted. */
export function openQuote(): usize {
  const p = Name.start - min(Name.start - Text.begin, Key.quoteLength);
  readChar(p);
  return Char.code == Key.code && Char.form == Key.form && Char.count == Key.count ? p : 0;
}
