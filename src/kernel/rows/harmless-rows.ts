// Which of the rows that say that there is no value can match what stands after a name: by the first two characters, and
// by the one after the first word. Of a dozen automata, two or three are left to run.
import {
  FORM_PERCENT,
  HARMLESS_BREAK,
  HARMLESS_FIRST,
  HARMLESS_SECOND,
  HARMLESS_WORD,
  SYMBOL_OTHER_QUOTE,
  SYMBOL_OWN_QUOTE,
} from "../abi";
import { DOLLAR } from "../reading/chars";
import { is, isOneOf, Text, WORD } from "../reading/text";
import { addressOf, Characters, getCharacter } from "./characters";

/** The first word is looked for, and its end, in so many characters. */
const FIRST_WORD_MOST: i32 = 24;

/** Returns a bit for each row that may match; `table` is that of the harmless ones. */
export function aliveRows(table: usize): v128 {
  let alive = i64x2.splat(-1);
  if (getCharacter(0)) alive = goingOn(alive, table + HARMLESS_FIRST);
  if (Characters.next < Text.limit && getCharacter(1)) alive = goingOn(alive, table + HARMLESS_SECOND);
  if (!v128.any_true(alive)) return alive;
  let length = 0;
  for (let i = 0; i < FIRST_WORD_MOST; i++) {
    // Which of the percent-encoded are the value's own is known to a run.
    if (addressOf(i) >= Text.limit || !getCharacter(i) || Characters.form == FORM_PERCENT) break;
    if (is(Characters.symbol, WORD) || Characters.symbol == DOLLAR) length++;
    else if (length >= HARMLESS_WORD) return goingOn(alive, table + HARMLESS_BREAK);
    else if (length > 0 || !isSeparating(Characters.symbol)) break;
  }
  return alive;
}

/** Returns those of `alive` that go on over the character that was asked for last. */
// @inline
function goingOn(alive: v128, masks: usize): v128 {
  return v128.and(alive, v128.load(masks + ((<usize>Characters.symbol) << 4)));
}

/** What stands in front of most values: blanks, a separator, a quote. */
function isSeparating(symbol: u32): bool {
  return isOneOf(symbol, " :=,>") || symbol == SYMBOL_OWN_QUOTE || symbol == SYMBOL_OTHER_QUOTE;
}
