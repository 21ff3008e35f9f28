// Blocks of any text, as an XML assertion is (FLAG_TEXT): everything goes up to the end mark.
import { SPAN_GAVE_UP, SPAN_LAST } from "./abi";
import { skipColours, skipSpace } from "./blanks";
import { MOST_LINES, hold, isEndMark, isGivenUp, leave, startsLine } from "./block";
import { innocentEnd } from "./innocent";
import { MAX_ESCAPES } from "./notation";
import { addSpan } from "./spans";
import { State } from "./state";
import { BLANK, Text, at, before, is, undecided } from "./text";

/** In `State.lines`: there were more than MOST_LINES. */
const GAVE_UP: u32 = 0xffffffff;

/** The body is any text up to the end mark. */
export function stepText(p: usize): usize {
  if (State.step != 0) {
    // What has been replaced already.
    Text.hitEnd = false;
    const start = skipSpace(p);
    const innocent = innocentEnd(start);
    if (undecided()) return hold(p);
    if (innocent > start + 1 && load<u8>(start) == 0x5b) return leave(innocent);
    State.step = 0;
    p = start;
  }
  let q = State.longRun != 0 ? behindEscape(p) : p;
  while (q < Text.limit) {
    const c = <u32>load<u8>(q);
    if (c == 0x1b || c == 0x5c) {
      Text.hitEnd = false;
      const next = skipColours(q);
      if (undecided()) return take(p, q, false);
      if (next != q) {
        q = next;
        continue;
      }
    }
    if (c == 0x3c || c == 0x26 || c == 0x5c || c == 0x25 || c == 0x22 || c == 0x0a || c >= 0xfe) {
      Text.hitEnd = false;
      const over = isOver(q, c);
      if (undecided()) return take(p, q, false);
      const gaveUp = over && c == 0x0a && State.lines == GAVE_UP;
      const isKnown = gaveUp && isGivenUp(q + 1);
      if (undecided()) return take(p, q, false);
      if (gaveUp && !isKnown) {
        take(p, q, true);
        addSpan(q + 1, q + 1, State.rule, SPAN_GAVE_UP | SPAN_LAST);
        Text.floor = q + 1;
        return leave(q + 1);
      }
      if (over) return take(p, q, true);
      if (c == 0x5c) {
        q = behindEscape(q);
        continue;
      }
    }
    q++;
  }
  return take(p, q, Text.final);
}

function take(p: usize, end: usize, over: bool): usize {
  if (end > p || over) addSpan(p, end, State.rule, State.flags | (over ? SPAN_LAST : 0));
  if (end > p) State.flags = 0;
  if (!over) return hold(end);
  Text.floor = end;
  return leave(end);
}

/**
 * Whether a block of text is over at `p`: at its end mark, at the end of the string that it stands in
 * (the first quote tells how those inside are escaped), or before a line that is none of it.
 */
function isOver(p: usize, c: u32): bool {
  if (c >= 0xfe || isEndMark(p)) return true;
  if (c == 0x0a) {
    const next = at(p + 1);
    const goesOn = is(next, BLANK) || next == 0x3c || next == 10 || next == 13 || startsLine(p + 1);
    if (undecided()) return true;
    if (State.lines <= MOST_LINES) State.lines++;
    if (goesOn && State.lines > MOST_LINES) State.lines = GAVE_UP;
    return !goesOn || State.lines == GAVE_UP;
  }
  if (c != 0x22 && c != 0x5c) return false;
  let n: u32 = 0;
  while (n < MAX_ESCAPES && at(p + n) == 0x5c) n++;
  if (at(p + n) != 0x22) return false;
  if (State.inner == 0) {
    // No attribute's quote: the string's own.
    if (n == 0 && before(p) != 0x3d) return true;
    State.inner = n + 1;
  }
  return n + 1 < State.inner;
}

/**
 * Behind the backslashes at `p` and the quote that they escape. A run too long to be an escape is not
 * waited for: `State.longRun` says that the text stopped in it.
 */
function behindEscape(p: usize): usize {
  const start = p;
  while (p < Text.limit && load<u8>(p) == 0x5c) p++;
  if (p == Text.limit) {
    if (p - start >= MAX_ESCAPES) State.longRun = 1;
    return p;
  }
  State.longRun = 0;
  return load<u8>(p) == 0x22 ? p + 1 : p;
}
