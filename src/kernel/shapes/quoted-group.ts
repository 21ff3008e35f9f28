// A capture group in quotes goes on to the quote that closes it: `-p 'two words'`.
import { FLAG_CAPTURE, FLAG_TO_QUOTE, FORM_RAW, R_FLAGS, SPAN_FIRST, VALUE_ANY } from "../abi";
import { contentStart, Strings } from "../frames/open-strings";
import { isDelimiter } from "../frames/quote";
import { Char, escapedStart, isQuoteAt } from "../reading/character";
import { COLON } from "../reading/chars";
import { ruleAt } from "../reading/program-view";
import { MODE_VALUE, State } from "../reading/state";
import { at, BLANK, before, is, isOneOf, Text } from "../reading/text";
import { Best } from "./candidate";

/** What stands between the quote and the group is no longer: `'ann%…`. */
const LEAD_MOST: usize = 64;

/** Puts `State` inside the group of the best match, if its rule asks for it and the group stands in quotes. */
export function enterQuotedGroup(): bool {
  if ((load<u8>(ruleAt(Best.rule), R_FLAGS) & FLAG_TO_QUOTE) == 0 || !readOpeningQuote(Best.start))
    return false;
  State.code = Char.code;
  State.form = Char.form;
  State.count = Char.count;
  State.flags |= SPAN_FIRST;
  State.kind = VALUE_ANY;
  State.separator = FORM_RAW;
  State.separatorCount = 0;
  State.array = 0;
  State.step = 0;
  State.depth = 0;
  State.inner = 0;
  State.longRun = 0;
  State.wantsQuote = 0;
  State.mode = MODE_VALUE;
  return true;
}

/** Whether the group of the best match begins behind a string's closing quote: `{"password ":0,"a":1}`. */
export function startsBehindString(): bool {
  const start = Best.start;
  if ((load<u8>(ruleAt(Best.rule), R_FLAGS) & FLAG_CAPTURE) == 0 || start <= Text.begin) return false;
  const quote = escapedStart(start - 1, Text.begin);
  if (!isQuoteAt(quote) || quote + Char.length != start) return false;
  const opens = Strings.depth != 0 && contentStart(Strings.depth) == start;
  // An address of IPv6 begins with two.
  const isMember = at(start) == COLON && at(start + 1) != COLON;
  return !opens && (isMember || isOneOf(at(start), ",}]"));
}

/** Whether the word that goes on at `p` has a quote in front of it, or of `p`; it is then in `Char`. */
function readOpeningQuote(p: usize): bool {
  const least = p - min(LEAD_MOST, p - Text.begin);
  for (let q = p; q > least && !is(load<u8>(q - 1), BLANK); q--) {
    const quote = escapedStart(q - 1, Text.begin);
    if (!isQuoteAt(quote) || quote + Char.length != q) continue;
    // One that closes has a delimiter behind it: `{"a1 LOGIN ann ":0}`.
    return q == p ? !isDelimiter(at(p)) : is(before(quote), BLANK);
  }
  return false;
}
