// Where an array or an object under a sensitive name ends.
import { FORM_BACKSLASH, FORM_RAW, SPAN_COUNT_SHIFT } from "../abi";
import { CHECKED_MOST, NAME_MOST } from "../reading/bounds";
import { Char, isQuote, readChar } from "../reading/character";
import {
  AMPERSAND,
  APOSTROPHE,
  BACKSLASH,
  BACKTICK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  ESCAPE,
  isNewline,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  PERCENT,
  QUOTE,
  RETURN,
} from "../reading/chars";
import { findColours, skipColours, skipLineEnd } from "../reading/skip";
import { State } from "../reading/state";
import { ALNUM, at, BLANK, is, NAME, Text, undecided } from "../reading/text";
import { quotedEnd } from "./quoted-end";
import { Value } from "./text-end";

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
      if (c == ESCAPE || c == BACKSLASH) p = skipColours(p);
      if (c != LINE_FEED && c != RETURN && p < Text.limit) {
        readChar(p);
        if (undecided()) return wait(end);
        if (Char.code != State.inner || Char.count < State.count) return p;
        p += Char.length;
      }
      State.inner = 0;
      continue;
    }
    const c = <u32>load<u8>(p);
    if (c == OPEN_BRACKET || c == OPEN_BRACE || c == OPEN_PAREN) {
      State.depth++;
    } else if (c == CLOSE_BRACKET || c == CLOSE_BRACE || c == CLOSE_PAREN) {
      State.depth--;
      if (State.depth == 0) return p + 1;
    } else if (c == LINE_FEED) {
      if (p + 1 >= Text.limit) return Text.final ? p : wait(p);
      if (!goesOnAt(p + 1)) return p;
    } else if (
      c == ESCAPE ||
      c == QUOTE ||
      c == APOSTROPHE ||
      c == BACKTICK ||
      c == BACKSLASH ||
      c == AMPERSAND ||
      c == PERCENT
    ) {
      Text.hitEnd = false;
      const colours = findColours(p);
      if (undecided()) return wait(p);
      if (colours != 0) {
        p = skipColours(colours);
        continue;
      }
      readChar(p);
      if (undecided()) return wait(p);
      if (c == BACKSLASH && isNewline(Char.code)) {
        // The text is a string's.
        const next = skipLineEnd(p);
        const goesOn = goesOnAt(next);
        if (undecided()) return wait(p);
        if (!goesOn) return p;
        p = next;
        continue;
      }
      if (isQuote(Char.code) && Char.form <= FORM_BACKSLASH && Char.count < State.flags >>> SPAN_COUNT_SHIFT)
        return p;
      if (isQuote(Char.code) && !(Char.form == FORM_RAW && c == APOSTROPHE && isInWord(p))) {
        State.inner = Char.code;
        State.form = Char.form;
        State.count = Char.count;
      }
      // Behind a backslash, too, a line ends.
      p += c == BACKSLASH && at(p + 1) == LINE_FEED ? 1 : Char.length;
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

/** Whether the line at `p` goes on with the container: it is indented, or closes a bracket. */
function goesOnAt(p: usize): bool {
  const c = at(p);
  return is(c, BLANK) || c == CLOSE_BRACE || c == CLOSE_BRACKET || c == CLOSE_PAREN;
}

/** An apostrophe, not a quote: "don't". */
function isInWord(p: usize): bool {
  return p > Text.begin && is(load<u8>(p - 1), ALNUM);
}

/** Whether the line ends in front of a bracket that closes what opens before `p`. */
export function isOpenList(p: usize): bool {
  for (const most = p + CHECKED_MOST; p < most; p++) {
    if (at(p) == CLOSE_BRACKET) return false;
    if (p >= Text.limit || skipLineEnd(p) != p) return true;
  }
  return false;
}

/** Whether a name stands at `p`, and a blank behind its colon. */
export function startsName(p: usize): bool {
  for (const most = p + NAME_MOST; p < most && is(at(p), NAME); ) p++;
  return at(p) == COLON && is(at(p + 1), BLANK);
}
