// Where a value ends, whatever it is: here what is a line, the lines of a YAML block, or several words.

import { FORM_PERCENT, FORM_RAW } from "../abi";
import { ANY_SIGNS } from "../frames/any-signs";
import {
  endsWords,
  ITEM,
  isApostropheInWord,
  isPartOfWord,
  skipGap,
  TYPED,
  WORDS,
} from "../frames/plain-words";
import { MAX_ESCAPES } from "../reading/bounds";
import { Char, readChar } from "../reading/character";
import {
  AMPERSAND,
  BACKSLASH,
  COMMA,
  ESCAPE,
  LINE_FEED,
  PERCENT,
  QUOTE,
  RETURN,
  SPACE,
} from "../reading/chars";
import { findColours, skipLineEnd } from "../reading/skip";
import { State } from "../reading/state";
import { at, BLANK, classOf, END, is, Text, undecided } from "../reading/text";
import { behindPlain } from "./delimiter";
import { quotedEnd } from "./quoted-end";
import { atLimit, bareEnd, colourEnd, endsAt, LINE, pause, Value, wait } from "./text-end";

export function valueEnd(p: usize): usize {
  Value.resume = 0;
  if (State.code == 0) return bareEnd(p);
  if (State.code == LINE) return lineEnd(p);
  if (State.code == WORDS) return wordsEnd(p);
  if (State.code == TYPED || State.code == ITEM || State.code == ANY_SIGNS) return typedEnd(p);
  return quotedEnd(p);
}

function lineEnd(p: usize): usize {
  for (p = behindPlain(p); p < Text.limit; p = behindPlain(p)) {
    const c = <u32>load<u8>(p);
    if (c == LINE_FEED || c == RETURN) return blockLineEnd(p);
    if (c == QUOTE && State.form != FORM_RAW) return p;
    if (State.form == FORM_PERCENT) {
      if (c == AMPERSAND || (classOf(c) & END) != 0) return p;
      if (c == PERCENT) {
        Text.hitEnd = false;
        readChar(p);
        if (undecided()) return wait(p);
        if (isItsLineEnd()) return blockLineEnd(p);
      }
    }
    if (c == ESCAPE || c == BACKSLASH) {
      Text.hitEnd = false;
      const colours = findColours(p);
      if (undecided()) return wait(p);
      if (colours != 0) return colourEnd(colours);
    }
    if (c == BACKSLASH) {
      let n: u32 = 1;
      while (n < MAX_ESCAPES && at(p + n) == BACKSLASH) n++;
      if (undecided()) return wait(p);
      if (n == MAX_ESCAPES) {
        State.longRun = 1;
      } else if (State.form != FORM_RAW && n <= State.count) {
        readChar(p);
        if (undecided()) return wait(p);
        if (isItsLineEnd()) return blockLineEnd(p);
        if (Char.code == QUOTE && n < State.count) return p;
      }
      if (at(p + n) == QUOTE && State.form != FORM_RAW && n < MAX_ESCAPES) {
        // The quote that closes the string has a backslash less than its line ends, after what is escaped in it.
        const own = State.count - 1;
        if ((n & (own + State.count)) == own) return p + n - own;
        n++;
      }
      p += n;
      continue;
    }
    p++;
  }
  return atLimit(p);
}

/** Whether `Char` is a line end, written as the one in front of the value. */
function isItsLineEnd(): bool {
  return (
    (Char.code == LINE_FEED || Char.code == RETURN) && Char.form == State.form && Char.count <= State.count
  );
}

/** A line of a YAML block ends at `p`: the value goes on where the next one is indented as far. */
function blockLineEnd(p: usize): usize {
  if (State.depth == 0) return p;
  Text.hitEnd = false;
  let q = p;
  for (let i = 0; i < 3; i++) q = skipLineEnd(q);
  let indent: u32 = 0;
  while (indent < State.depth && at(q + indent) == SPACE) indent++;
  const goesOn = q != p && indent == State.depth && at(q + indent) > 13;
  if (undecided()) return wait(p);
  return goesOn ? pause(p, q + indent) : p;
}

/** Where the words that go on at `p` end; 0: not known yet. */
function wordsEnd(p: usize): usize {
  while (p < Text.limit) {
    const c = <u32>load<u8>(p);
    if (isPartOfWord(c)) {
      p++;
      continue;
    }
    Text.hitEnd = false;
    const isInWord = isApostropheInWord(p);
    if (undecided()) return wait(p);
    if (isInWord) {
      p++;
      continue;
    }
    const end = c == ESCAPE ? colourEnd(p) : p;
    if (c == ESCAPE || (!is(c, BLANK) && c != COMMA)) return end;
    const isOver = endsWords(p);
    if (undecided()) return wait(p);
    if (isOver) return p;
    p = skipGap(c == COMMA ? p + 1 : p);
  }
  return atLimit(p);
}

/** Where the value that goes on at `p` ends, before its type; 0: not known yet. */
function typedEnd(p: usize): usize {
  for (; p < Text.limit; p++) {
    Text.hitEnd = false;
    const isOver = endsAt(p);
    if (undecided()) return wait(p);
    if (isOver) return p;
  }
  return atLimit(p);
}
