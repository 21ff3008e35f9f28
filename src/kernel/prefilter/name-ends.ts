// The last look before a name's trie: whether the letters up to a stop may be the end of a name.
import { HASH, P_HASH, P_KEY_SET, PROGRAM } from "../abi";
import { CASE_OF_2, CASE_OF_4 } from "../reading/chars";
import { bitOf, word } from "../reading/program-view";

/**
 * Whether a name may end with the letter at `p`. Its last four were in the set: these let "hostname" and
 * "statusCode" through, 15 words a KB of JSON, each of which costs a walk through the names' trie; six,
 * where a name has six, let two.
 */
// @inline
export function endsName(p: usize): bool {
  const set: usize = PROGRAM + word(P_KEY_SET);
  const multiplier = word(P_HASH);
  const folded = load<u32>(p - 3) | CASE_OF_4;
  const front = <u32>load<u16>(p - 5) | CASE_OF_2;
  const six = bitOf(set, multiplier, folded ^ (front * HASH));
  return ((six | bitOf(set, multiplier, folded) | bitOf(set, multiplier, folded >>> 8)) & 1) != 0;
}
