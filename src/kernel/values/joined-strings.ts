// A value that a program writes as several strings, one a line, with "+" between them: `'one\n' +`, and `'two'` below.
import { FORM_BACKSLASH, SPAN_FIRST, VALUE_ANY } from "../abi";
import { Char, isQuote, isQuoteAt } from "../reading/character";
import { PLUS } from "../reading/chars";
import { skipBlanks, skipLineEnd } from "../reading/skip";
import { JOINED, MODE_SEARCH, MODE_VALUE, State } from "../reading/state";
import { at, undecided } from "../reading/text";
import { behindIndent } from "./folded-header";
import { behindClose } from "./text-end";

/** The address in the next line where the string that ends at `p` is joined to one there; `p`: it is not. */
export function skipJoint(p: usize): usize {
  const plus = skipBlanks(behindClose(p));
  if (at(plus) != PLUS) return p;
  const end = skipBlanks(plus + 1);
  const line = skipLineEnd(end);
  if (undecided() || line == end) return p;
  State.step = JOINED;
  State.code = 0;
  return line;
}

/** Whether the string that ends at `p`, and is none of a secret, is joined to one in the next line: `'\\n' +`. */
export function isJoined(p: usize): bool {
  if (State.array != 0 || State.kind != VALUE_ANY || !isQuote(State.code)) return false;
  const code = State.code;
  const step = State.step;
  const next = skipJoint(p);
  State.code = code;
  State.step = step;
  return next != p;
}

/** Into the string in the line at `p` that one before it is joined to; 0: more text is needed. */
export function enterJoined(p: usize): usize {
  const q = behindIndent(p);
  const isString = isQuoteAt(q) && Char.form <= FORM_BACKSLASH;
  if (undecided()) return 0;
  if (!isString) {
    State.mode = MODE_SEARCH;
    return p;
  }
  State.code = Char.code;
  State.form = Char.form;
  State.count = Char.count;
  State.flags |= SPAN_FIRST;
  State.longRun = 0;
  State.mode = MODE_VALUE;
  return q + Char.length;
}
