// What languages enclose a value in.
import { LIST_SETTER } from "../abi-words";
import { ANY_SIGNS } from "../frames/any-signs";
import { Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { isQuoteAt } from "../reading/character";
import { DOT } from "../reading/chars";
import { skipBlanks } from "../reading/skip";
import { BLANK, is } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { skipWrapper } from "../rows/find-by-rows";
import { isInnocent } from "../shapes/placeholder";

/** So many wrappers may stand around each other. */
const MAX_WRAPPERS = 3;

/** Returns the address of the value itself, after blanks, colours and wrappers at `p`. */
export function unwrap(p: usize): usize {
  p = skipBlanks(p);
  Key.value = p;
  if (Key.isParameter || Key.wrap == ANY_SIGNS) return p;
  for (let i = 0; i < MAX_WRAPPERS; i++) {
    const inside = skipBlanks(skipWrapper(p));
    if (inside == p || isMark(p, inside)) break;
    p = inside;
  }
  return p;
}

/** Whether what looks like a wrapper at `p` stands for a secret that is gone: `token=(gone) "…"`, by a user's own text. */
function isMark(p: usize, inside: usize): bool {
  while (inside > p && is(load<u8>(inside - 1), BLANK)) inside--;
  return isInnocent(p, inside, true);
}

/** `setPassword("…")`, `with_password('…')`: returns the string in the bracket at `p`, or 0. */
export function findArgument(p: usize): usize {
  let verb = Key.nameEnd;
  while (verb > Name.start && load<u8>(verb - 1) != DOT) verb--;
  if (lengthOfListed(LIST_SETTER, verb) == 0) return 0;
  return isQuoteAt(p + 1) ? p + 1 : 0;
}
