// What a statement holds and its log says once more, in a list after it. Django writes the values into the statement:
//
//   UPDATE "users" SET "password" = 'marzipan-otter-4' WHERE "id" = 7; args=('marzipan-otter-4', 7); alias=default
import { LIST_SQL_BINDINGS } from "../abi-words";
import { BOUND_BACK_MOST, LIST_BEHIND_MOST } from "../reading/bounds";
import { Char, isQuote, readChar } from "../reading/character";
import { APOSTROPHE, CLOSE_PAREN, COMMA, isNewline } from "../reading/chars";
import { skipBlanks } from "../reading/skip";
import { at, is, Text, WORD } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { skipOpening } from "./list-openings";
import { BINDINGS_LIST, isSecretBefore } from "./placeholders";
import { bareEnd, stringEnd } from "./sql-cell";

/** Returns the address of the first value of the list after the rows of an INSERT that end before `p`, on their line; or 0. */
export function findListBehind(p: usize): usize {
  for (const most = p + LIST_BEHIND_MOST; p < most; p++) {
    const c = at(p);
    if (c == 0 || isNewline(c)) return 0;
    if (!is(c, WORD) || is(load<u8>(p - 1), WORD)) continue;
    const length = lengthOfListed(LIST_SQL_BINDINGS, p);
    const list = length != 0 ? skipOpening(p + length) : 0;
    if (list != 0) return list;
  }
  return 0;
}

/** Returns a bit for each string of the list at `p` that the statement before `name` holds under a secret name. */
export function repeatedIn(p: usize, name: usize): u32 {
  const from = name - min(BOUND_BACK_MOST, name - Text.begin);
  let bits: u32 = 0;
  for (let i: u32 = 0; i < BINDINGS_LIST; i++) {
    p = skipBlanks(p);
    if (at(p) == CLOSE_PAREN) break;
    readChar(p);
    const isString = isQuote(Char.code);
    const end = isString ? stringEnd(p + Char.length, Char.code, Char.form, Char.count) : bareEnd(p);
    if (end <= p) break;
    if (isString && isSecretIn(from, name, p, end - p)) bits |= 1 << i;
    p = skipBlanks(end);
    if (at(p) != COMMA) break;
    p++;
  }
  return bits;
}

/** Whether the string of `length` bytes at `string`, with its quotes, stands in [from, to) after a secret name and "=". */
function isSecretIn(from: usize, to: usize, string: usize, length: usize): bool {
  for (let p = from; p + length <= to; p++) {
    if (isNewline(load<u8>(p))) continue;
    if (load<u8>(p) != APOSTROPHE || load<u8>(p + length - 1) != APOSTROPHE || !isSecretBefore(p)) continue;
    let i: usize = 0;
    while (i < length && load<u8>(p + i) == load<u8>(string + i)) i++;
    if (i == length) return true;
  }
  return false;
}
