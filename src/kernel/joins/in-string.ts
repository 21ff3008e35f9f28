// A name in a string is looked at on its line first, as most have no value, and in its string where that may differ.
import { CHECK_NONE, R_CHECK } from "../abi";
import { Key } from "../names/key-state";
import { ruleAt } from "../reading/program-view";
import { State } from "../reading/state";
import { isOneOf, Text } from "../reading/text";

/**
 * Whether the name at `start` stands in a string as far as the byte before it tells: `'Authorization: …'`, `?token=…`. Of
 * others, most have no value, which is remembered without a look at the strings of the line.
 */
export function isInString(start: usize): bool {
  return start > Text.begin && isOneOf(load<u8>(start - 1), "'?&");
}

/** Another name: nothing is known of what its string may change. */
export function forgetFrame(): void {
  Key.mayEndWithFrame = false;
  Key.mayBeWords = false;
  Key.isJudged = false;
}

/** Whether the name may have a value in its string that it has not on its line. */
export function mayDifferInFrame(): bool {
  return Key.mayEndWithFrame || (Key.mayBeWords && !Key.isJudged) || isRejectedInQuotes();
}

/** Whether a check may have rejected a value in quotes of its own: it may end with its frame. */
function isRejectedInQuotes(): bool {
  if (Key.opening == 0 || Key.code != 0 || State.code == 0) return false;
  return <u32>load<u8>(ruleAt(State.rule), R_CHECK) != CHECK_NONE;
}
