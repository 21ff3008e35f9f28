// From one element of an array under a sensitive name to the next: after a comma, a blank, an arrow, a line's end.
import { SPAN_FIRST, SPAN_QUOTE, VALUE_ANY } from "../abi";
import { Key } from "../names/key-state";
import { Char, isAt, readChar } from "../reading/character";
import { CLOSE_BRACKET, COMMA, LOWER_T, OPEN_PAREN, SPACE } from "../reading/chars";
import { skipBlanks, skipLineEnd, skipSpace } from "../reading/skip";
import {
  CHANGES,
  CHANGES_MEMBER,
  CHANGES_QUOTED,
  JOINED,
  LISTED,
  MODE_ELEMENT,
  MODE_SEARCH,
  State,
  TO_SEARCH,
  TUPLE,
} from "../reading/state";
import { at, BLANK, classOf, END, is, MAYBE_END, Text, undecided } from "../reading/text";
import { stepTuple } from "../tables/sql-insert";
import { enterElement } from "../values/enter-value";
import { startsMember } from "../values/member-name";
import { BEHIND_LINE, behindIndent, enterJoined, skipJoint } from "../values/over-lines";
import { behindClose } from "../values/text-end";
import { skipChange } from "./changes";
import { searchElement } from "./later-value";
import { behindChangedMember } from "./name-as-value";
import { itemAt } from "./yaml-list";

/** Goes on after the element of an array that ends at `p`: to another one, or out of it; 0: more text is needed. */
export function stepElement(p: usize): usize {
  Text.hitEnd = false;
  if (State.array != TUPLE && State.inner == TO_SEARCH) return searchElement(p);
  if (State.array == LISTED) return stepItem(p);
  if (State.array == TUPLE) return stepTuple(p);
  if (State.array == 0 && State.step == JOINED && State.code == 0) return enterJoined(p);
  const next = State.array == 0 && State.code != 0 ? skipJoint(p) : p;
  if (undecided()) return 0;
  if (next != p) return next;
  const isLine = State.inner == BEHIND_LINE;
  let q = isLine ? behindIndent(p) : skipBlanks(behindClose(p));
  const changed = State.array == 0 ? behindOld(q) : 0;
  const isArrow = changed != 0;
  const isComma = !isLine && State.array != 0 && isAt(q, COMMA);
  if (isArrow) q = changed;
  else if (isComma) q = skipBlanks(q + Char.length);
  const line = isComma || isBeforeString(q) ? skipLineEnd(q) : q;
  if (undecided()) return 0;
  if (line != q) {
    State.inner = BEHIND_LINE;
    State.code = 0;
    return line;
  }
  if (isLine || isArrow || isComma || isBehindBlank(p, q)) {
    readChar(q);
    const c = Char.code;
    const code = State.code;
    const form = State.form;
    const count = State.count;
    const flags = State.flags;
    State.inner = 0;
    // `"old" -> (sensitive value)`: what changes is written like what it changes to. A log's next line is not indented, nor
    // need those of JSON be.
    const isLike = isArrow
      ? State.step == CHANGES_MEMBER || (State.code != 0 ? c == State.code : c != OPEN_PAREN)
      : !isLine || q != p || (State.array == 1 && State.wantsQuote != 0 && startsMember(q));
    const entered = isLike && c > SPACE && c != CLOSE_BRACKET && reenter(q);
    if (undecided()) {
      // It is asked again: what was tried is forgotten.
      State.code = code;
      State.form = form;
      State.count = count;
      State.flags = flags;
      State.inner = isLine ? BEHIND_LINE : 0;
      State.mode = MODE_ELEMENT;
      return 0;
    }
    if (entered) return Key.value;
  }
  if (undecided()) return 0;
  State.mode = MODE_SEARCH;
  return p;
}

/** Whether a string like the last one is all that begins the line after the line end at `q`: programs join such strings. */
function isBeforeString(q: usize): bool {
  if (State.array != 1 || State.code == 0) return false;
  const line = skipLineEnd(q);
  const next = line == q ? q : skipBlanks(line);
  return next > line && isAt(next, State.code);
}

/**
 * Whether an element stands at `q`, after the one that ends at `p` and blanks: `[a b]` of Go, `["a" "b"]` of EDN. Only
 * after a secret: `password: [not set by the user]`.
 */
function isBehindBlank(p: usize, q: usize): bool {
  if (State.array != 1 || State.kind != VALUE_ANY || (State.flags & SPAN_FIRST) != 0) return false;
  if (q == p || !is(load<u8>(q - 1), BLANK)) return false;
  if (State.code != 0) return isAt(q, State.code);
  return (classOf(at(q)) & (END | MAYBE_END)) == 0;
}

/** Returns the address after an item of a list: its line's end, and after that another one. */
function stepItem(p: usize): usize {
  const isLine = State.inner == BEHIND_LINE;
  const item = isLine ? itemAt(p, State.lines) : 0;
  const end = isLine ? p : skipBlanks(behindClose(p));
  const line = isLine ? p : skipLineEnd(end);
  if (undecided()) return 0;
  if (line != end) {
    State.inner = BEHIND_LINE;
    State.code = 0;
    return line;
  }
  State.inner = 0;
  const entered = item != 0 && reenter(item);
  if (undecided()) {
    State.code = 0;
    State.inner = BEHIND_LINE;
    State.mode = MODE_ELEMENT;
    return 0;
  }
  if (entered) return Key.value;
  State.mode = MODE_SEARCH;
  return p;
}

/** After what stands between a value at whose end `p` is and the one that it changes to; 0: it does not change. */
function behindOld(p: usize): usize {
  if (State.step == CHANGES_MEMBER) {
    if (at(p) != COMMA) return 0;
    Key.doubled = false;
    return behindChangedMember(skipSpace(p + 1));
  }
  if (State.code == 0 && (State.step == CHANGES_QUOTED || (State.step == CHANGES && at(p) == LOWER_T)))
    return 0;
  return skipChange(p);
}

function reenter(q: usize): bool {
  State.flags = (State.flags | SPAN_FIRST) & ~SPAN_QUOTE;
  State.longRun = 0;
  return enterElement(q);
}
