// The value of a flag in a help text, which repeats the flag's name.

import { isFlag, Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { CASE, CLOSE_BRACKET, HYPHEN, isLower, isUpper, UNDERSCORE } from "../reading/chars";
import { at, BLANK, is } from "../reading/text";

/** A value that is longer is none. */
const MAX_METAVARIABLE: usize = 80;

/** `--password PASSWORD  …`, `[--api-key=KEY]` of a help text: the flag's last letters in capitals at `p`. */
export function isMetavariable(p: usize): bool {
  if (!isFlag()) return false;
  let q = p;
  for (const most = p + MAX_METAVARIABLE; q < most && (isUpper(at(q)) || at(q) == UNDERSCORE); ) q++;
  // What describes it stands further on, or the bracket of what may be left out is closed.
  if (q < p + 2 || (at(q) != CLOSE_BRACKET && !(is(at(q), BLANK) && is(at(q + 1), BLANK)))) return false;
  let n = Key.nameEnd;
  while (q > p && n > Name.start) {
    const c = <u32>load<u8>(q - 1);
    const own = <u32>load<u8>(n - 1);
    if (c == UNDERSCORE && own != HYPHEN && own != UNDERSCORE) return false;
    if (c != UNDERSCORE && !isLower(own)) return false;
    if (c != UNDERSCORE && own != (c | CASE)) return false;
    q--;
    n--;
  }
  return q == p;
}
