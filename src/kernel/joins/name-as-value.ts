// Names that are values themselves, and the values that stand under a name of their own: {name: "…", value: "…"}.

import { LIST_CHANGE, LIST_PAIR_VALUE } from "../abi-words";
import { Key, openQuote } from "../names/key-state";
import { Name } from "../names/name-trie";
import { isOfPath } from "../names/pair-name";
import { wordStart } from "../names/words";
import { Char, codeBefore, isAt, isQuote, readChar, startBefore } from "../reading/character";
import { COLON, EQUALS, GREATER, OPEN_BRACE, OPEN_BRACKET, SLASH } from "../reading/chars";
import { backOverSpace, skipBlanks, skipSpace } from "../reading/skip";
import { at, is, Text, WORD } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { unwrap } from "./type-wrappers";

/** The name of a member that holds a value is no longer. */
const MAX_MEMBER_NAME: usize = 24;
/** A path in front of a name is no longer. */
const PATH_MOST: usize = 100;

/** Whether the name is itself the value of another one: `name: password`, `name="password"`. */
export function isNamed(): bool {
  let p = Name.start;
  // `/app/db_password` of AWS' parameter store
  const least = p - min(PATH_MOST, p - Text.begin);
  if (codeBefore(p) == SLASH) while (p > least && isOfPath(codeBefore(p))) p = startBefore(p);
  Name.start = p;
  if (Key.code != 0) {
    p = openQuote();
    if (p == 0) return false;
  }
  p = backOverSpace(p, Text.begin);
  // `"path":["password"]`
  if (codeBefore(p) == OPEN_BRACKET) p = backOverSpace(startBefore(p), Text.begin);
  const c = codeBefore(p);
  return c == COLON || c == EQUALS;
}

/** After `"value":`, `value=`, `"val":`, `"ParameterValue":` and the like at `p`, 0 where it does not stand there. */
export function behindValueName(p: usize): usize {
  return behindMember(p, false);
}

/** The same, and after `"old":`, `"to":` and other words for what a change begins and ends with. */
export function behindChangedMember(p: usize): usize {
  return behindMember(p, true);
}

/** Whether the name [p, end) is one of a member that holds a value: its last word tells. */
function isOfValue(p: usize, end: usize): bool {
  if (end == p) return false;
  const last = wordStart(end, p);
  return last + lengthOfListed(LIST_PAIR_VALUE, last) == end;
}

function behindMember(p: usize, changes: bool): usize {
  readChar(p);
  if (isQuote(Char.code)) p += Char.length;
  let end = p;
  while (end < p + MAX_MEMBER_NAME && is(at(end), WORD)) end++;
  if (!isOfValue(p, end) && !(changes && end != p && p + lengthOfListed(LIST_CHANGE, p) == end)) return 0;
  p = end;
  readChar(p);
  if (isQuote(Char.code)) p += Char.length;
  p = skipBlanks(p);
  readChar(p);
  // `value { string_value: "…" }`, as protobuf prints a message.
  if (Char.code == OPEN_BRACE) return behindValueName(skipSpace(p + Char.length));
  if (Char.code != COLON && Char.code != EQUALS) return 0;
  Key.sign = Char.code;
  p += Char.length;
  return unwrap(isAt(p, GREATER) ? p + Char.length : p);
}
