// Where an array or an object under a sensitive name ends.
import { FORM_BACKSLASH, FORM_RAW, SPAN_COUNT_SHIFT } from "../abi";
import { skipColours } from "../reading/skip";
import { Char, isQuote, readChar } from "../reading/character";
import { State } from "../reading/state";
import { ALNUM, BLANK, Text, at, is, undecided } from "../reading/text";
import { Value, quotedEnd } from "./text-end";

/**
 * Behind the bracket that closes an array or object; 0 when the text ends first, `Value.hold` says from
 * where nothing is decided. Strings inside are passed over, so that brackets in them do not count. A
 * line end in it is allowed where the next line is indented or closes: JSON printed over lines; a line
 * that was cut must not take those behind it along.
 */
export function containerEnd(p: usize): usize {
  while (p < Text.limit) {
    if (State.inner != 0) {
      Value.resume = 0;
      State.code = State.inner;
      const end = quotedEnd(p);
      State.code = 0;
      if (end == 0) return 0;
      p = end;
      if (Value.resume != 0) {
        p = Value.resume;
        continue;
      }
      Text.hitEnd = false;
      const c = at(p);
      if (c == 0x1b || c == 0x5c) p = skipColours(p);
      if (c != 10 && c != 13 && p < Text.limit) {
        readChar(p);
        if (undecided()) return wait(end);
        if (Char.code != State.inner || Char.count < State.count) return p;
        p += Char.length;
      }
      State.inner = 0;
      continue;
    }
    const c = <u32>load<u8>(p);
    if (c == 0x5b || c == 0x7b || c == 0x28) {
      State.depth++;
    } else if (c == 0x5d || c == 0x7d || c == 0x29) {
      State.depth--;
      if (State.depth == 0) return p + 1;
    } else if (c == 10) {
      if (p + 1 >= Text.limit) return Text.final ? p : wait(p);
      const next = <u32>load<u8>(p + 1);
      if (!is(next, BLANK) && next != 0x7d && next != 0x5d && next != 0x29) return p;
    } else if (c == 0x1b || c == 0x22 || c == 0x27 || c == 0x60 || c == 0x5c || c == 0x26 || c == 0x25) {
      Text.hitEnd = false;
      const q = skipColours(p);
      if (undecided()) return wait(p);
      if (q != p) {
        p = q;
        continue;
      }
      readChar(p);
      if (undecided()) return wait(p);
      if (isQuote(Char.code) && Char.form <= FORM_BACKSLASH && Char.count < State.flags >>> SPAN_COUNT_SHIFT) return p;
      if (isQuote(Char.code) && !(Char.form == FORM_RAW && c == 0x27 && isInWord(p))) {
        State.inner = Char.code;
        State.form = Char.form;
        State.count = Char.count;
      }
      p += Char.length;
      continue;
    }
    p++;
  }
  return Text.final ? p : wait(p);
}

function wait(p: usize): usize {
  Value.hold = p;
  return 0;
}

/** An apostrophe, not a quote: "don't". */
function isInWord(p: usize): bool {
  return p > Text.begin && is(load<u8>(p - 1), ALNUM);
}
