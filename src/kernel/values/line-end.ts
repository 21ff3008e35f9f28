// Where a value ends that is a line, or the lines of a YAML block.
import { MAX_ESCAPES } from "../reading/bounds";
import { FORM_PERCENT, FORM_RAW } from "../abi";
import { skipColours, skipLineEnd } from "../reading/skip";
import { behindPlain } from "./delimiter";
import { Char, readChar } from "../reading/character";
import { State } from "../reading/state";
import { END, Text, at, classOf, undecided } from "../reading/text";
import { atLimit, colourEnd, pause, wait } from "./text-end";

export function lineEnd(p: usize): usize {
  while ((p = behindPlain(p)) < Text.limit) {
    const c = <u32>load<u8>(p);
    if (c == 10 || c == 13) return blockLineEnd(p);
    if (c == 0x22 && State.form != FORM_RAW) return p;
    if (State.form == FORM_PERCENT) {
      if (c == 0x26 || (classOf(c) & END) != 0) return p;
      if (c == 0x25) {
        Text.hitEnd = false;
        readChar(p);
        if (undecided()) return wait(p);
        if (isItsLineEnd()) return blockLineEnd(p);
      }
    }
    if (c == 0x1b || c == 0x5c) {
      Text.hitEnd = false;
      if (skipColours(p) != p || undecided()) return colourEnd(p);
    }
    if (c == 0x5c) {
      let n: u32 = 1;
      while (n < MAX_ESCAPES && at(p + n) == 0x5c) n++;
      if (undecided()) return wait(p);
      if (n == MAX_ESCAPES) {
        State.longRun = 1;
      } else if (State.form != FORM_RAW && n <= State.count) {
        readChar(p);
        if (undecided()) return wait(p);
        if (isItsLineEnd()) return blockLineEnd(p);
        if (Char.code == 0x22 && n < State.count) return p;
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
  return (Char.code == 10 || Char.code == 13) && Char.form == State.form && Char.count <= State.count;
}

/** A line of a YAML block ends at `p`: the value goes on where the next one is indented as far. */
function blockLineEnd(p: usize): usize {
  if (State.depth == 0) return p;
  Text.hitEnd = false;
  let q = p;
  for (let i = 0; i < 3; i++) q = skipLineEnd(q);
  let indent: u32 = 0;
  while (indent < State.depth && at(q + indent) == 0x20) indent++;
  const goesOn = q != p && indent == State.depth && at(q + indent) > 13;
  if (undecided()) return wait(p);
  return goesOn ? pause(p, q + indent) : p;
}
