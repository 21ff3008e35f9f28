// Values that stand on the lines after their name's: a YAML block, a form's part, `value: …` below.

import { Key, openQuote } from "../names/key-state";
import { Char, codeBefore, readChar } from "../reading/character";
import { BAR, COLON, EQUALS, GREATER, HYPHEN, isDigit, PLUS, SPACE } from "../reading/chars";
import { skipBlanks, skipLineEnd, skipSpace } from "../reading/skip";
import { at } from "../reading/text";
import { LINE } from "../values/text-end";
import { behindValueName, isNamed } from "./name-as-value";

/** After `|`, `>-` and the like of a YAML block scalar at `p`, at its first line; 0: it is empty; or `p`. */
export function behindBlockMark(p: usize): usize {
  readChar(p);
  if ((Char.code != BAR && Char.code != GREATER) || Key.sign != COLON) return p;
  let q = p + Char.length;
  const most = q + 2;
  while (q < most && (at(q) == PLUS || at(q) == HYPHEN || isDigit(at(q)))) q++;
  q = skipBlanks(q);
  const line = skipLineEnd(q);
  if (line == q) return p;
  // The line is over whatever comes: its end goes out at once.
  Key.value = line;
  let indent: u32 = 0;
  while (indent < 64 && at(line + indent) == SPACE) indent++;
  if (indent == 0) return 0;
  Key.indent = indent;
  return behindLines(q, line + indent);
}

/** The value is the line at `value`, after the line end at `p`. */
function behindLines(p: usize, value: usize): usize {
  readChar(p);
  Key.wrap = LINE;
  Key.wrapForm = Char.form;
  Key.wrapCount = Char.count;
  return value;
}

/** A form's part (`name="password"`, an empty line, the value), or `name: password` with `value: …` below. */
export function behindLineEnd(p: usize): usize {
  // The line is over whatever comes: its end goes out at once.
  Key.value = skipLineEnd(p);
  if (!isNamed()) return 0;
  if (Key.code != 0 && codeBefore(openQuote()) == EQUALS) {
    const second = skipLineEnd(p);
    const value = skipLineEnd(second);
    if (value != second) return behindLines(p, value);
  }
  return behindValueName(skipSpace(p));
}
