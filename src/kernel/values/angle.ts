// "<" and ">" in the middle of an unquoted value: `password=NLQ|FXt8>XoZy`, where markup would end it.
import { GREATER, isNewline, LESS, SLASH } from "../reading/chars";
import { ALNUM, at, BLANK, is, NAME, Text } from "../reading/text";
import { leaveWindow } from "../reading/window";

/** The name of a tag is no longer. */
const TAG_MOST: usize = 32;
/** So far back an open tag is looked for. */
const OPEN_MOST: usize = 160;

/** Whether the value goes on behind the angle bracket `c` at `p`: it stands in a word, and opens or closes no tag. */
export function isAngleInValue(p: usize, c: u32): bool {
  if (c != LESS && c != GREATER) return false;
  leaveWindow();
  if (p <= Text.begin || !is(load<u8>(p - 1), ALNUM) || !is(at(p + 1), ALNUM)) return false;
  return c == LESS ? !opensTag(p + 1) : !closesTag(p);
}

/** Whether the word at `p` is the name of a tag by what stands behind it. */
function opensTag(p: usize): bool {
  let q = p;
  for (const most = p + TAG_MOST; q < most && is(at(q), NAME); ) q++;
  const c = at(q);
  return c == GREATER || c == SLASH || c == 0 || is(c, BLANK) || isNewline(c);
}

/** Whether a tag is open in the line before `p`. */
function closesTag(p: usize): bool {
  const least = p - min(OPEN_MOST, p - Text.begin);
  for (let q = p; q > least; q--) {
    const c = <u32>load<u8>(q - 1);
    if (c == LESS) return true;
    if (c == GREATER || isNewline(c)) return false;
  }
  return false;
}
