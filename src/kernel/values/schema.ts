// The schema of a credential: `"password":{"type":"string","minLength":8}`.
import { LIST_SCHEMA_REFERENCE, LIST_SCHEMA_TYPE, LIST_TYPE, WORD_DESCRIBES, WORD_SHOWS } from "../abi-words";
import { kindOfName } from "../names/words";
import { SCHEMA_MOST } from "../reading/bounds";
import { Char, isQuote, readChar } from "../reading/character";
import { COMMA, DOLLAR, OPEN_BRACKET } from "../reading/chars";
import { skipBlanks } from "../reading/skip";
import { is, NAME, Text, undecided } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { isClosing, isOpening, skipBareName, skipQuote, skipSign, skipWord, stringEnd } from "./member-name";

/**
 * Whether the object with its first member at `p` is the schema of a value, `{"type":"string","minLength":8}`: all its
 * names are a schema's, and one says of which type the value is.
 */
export function isSchema(p: usize): bool {
  const limit = Text.limit;
  let typed = false;
  let depth = 0;
  let isName = true;
  for (const most = p + SCHEMA_MOST; p < most; ) {
    readChar(p);
    const c = Char.code;
    if (undecided()) return false;
    if (p >= limit) return false;
    if (isQuote(c)) {
      const start = p + Char.length;
      const close = stringEnd(p);
      if (close == 0) return false;
      const next = skipQuote(close, p);
      if (isName && depth == 0) {
        p = skipSchemaName(start, close, skipSign(next));
        if (p == 0) return false;
        if (Schema.isTyped) typed = true;
        isName = false;
      } else p = next;
      continue;
    }
    if (isName && depth == 0 && is(c, NAME)) {
      p = skipSchemaName(p, skipWord(p), skipBareName(p));
      if (p == 0) return false;
      if (Schema.isTyped) typed = true;
      isName = false;
      continue;
    }
    p += Char.length;
    if (isOpening(c)) {
      // No name begins so.
      if (isName && depth == 0) return false;
      depth++;
    } else if (isClosing(c)) {
      if (depth == 0) return typed;
      depth--;
    } else if (c == COMMA && depth == 0) isName = true;
  }
  return false;
}

class Schema {
  /** The name says of which type the value is. */
  static isTyped: bool = false;
}

/** Returns `value`, the address after the sign of the name, or 0 if the name is none of a schema's. */
function skipSchemaName(start: usize, nameEnd: usize, value: usize): usize {
  Schema.isTyped = false;
  if (value <= nameEnd) return 0;
  if (load<u8>(start) == DOLLAR) start++;
  if (nameEnd <= start || (kindOfName(start, nameEnd) & (WORD_DESCRIBES | WORD_SHOWS)) == 0) return 0;
  const length = nameEnd - start;
  Schema.isTyped =
    (lengthOfListed(LIST_SCHEMA_TYPE, start) == length && isType(skipBlanks(value))) ||
    lengthOfListed(LIST_SCHEMA_REFERENCE, start) == length;
  return value;
}

/** Whether a type's name, or a list of them, stands at `p`. */
function isType(p: usize): bool {
  readChar(p);
  if (Char.code == OPEN_BRACKET) p = skipBlanks(p + Char.length);
  readChar(p);
  if (isQuote(Char.code)) p += Char.length;
  const end = skipWord(p);
  return end > p && lengthOfListed(LIST_TYPE, p) == end - p;
}
