// Names whose letters beyond ASCII are written as escapes: `\u5bc6\u7801`, `%D0%BF…`, `contrase\xc3\xb1a`.
import { P_NAMES, PROGRAM } from "../abi";
import {
  BACKSLASH,
  DIGIT_0,
  DIGIT_7,
  isAscii,
  LOWER_U,
  LOWER_X,
  PERCENT,
  PLUS,
  SPACE,
  UNDERSCORE,
} from "../reading/chars";
import { Letter, letterBefore } from "../reading/escaped-letter";
import { word } from "../reading/program-view";
import { ALNUM, fold, HEX, is, isOneOf, isText, NAME } from "../reading/text";
import { child } from "../reading/trie";
import { leaveWindow, readBackTo, readOnTo } from "../reading/window";
import { childOfByte, entryAt, holds, Name, takeEntry } from "./name-trie";

/** Whether an escape may stand in the six bytes up to `p`, where the walk through the trie ended. */
export function isNearEscape(p: usize): bool {
  // No escape reaches over any other byte, nor does a name in escapes.
  const c = <u32>load<u8>(p);
  if (isAscii(c) && !is(c, HEX) && !isOneOf(c, "ux\\%+ ")) return false;
  readBackTo(p - 5);
  readOnTo(p + 3);
  const v = v128.load_zero<u64>(p - 5);
  const next = v128.load_zero<u64>(p - 4);
  const kind = v128.or(i8x16.eq(next, i8x16.splat(<i8>LOWER_U)), i8x16.eq(next, i8x16.splat(<i8>LOWER_X)));
  const isBackslash = v128.and(i8x16.eq(v, i8x16.splat(<i8>BACKSLASH)), kind);
  const isFar = i8x16.gt_u(next, i8x16.splat(<i8>DIGIT_7));
  const isPercent = v128.and(i8x16.eq(v, i8x16.splat(<i8>PERCENT)), isFar);
  return (i8x16.bitmask(v128.or(isBackslash, isPercent)) & 0x3f) != 0;
}

/** As `lookUp`, for a name some letters of which are escapes. */
export function lookUpEscaped(lowest: usize, end: usize): u32 {
  leaveWindow();
  const trie: usize = PROGRAM + word(P_NAMES);
  let node: u32 = 0;
  let found: u32 = 0;
  let blank = false;
  let underscore = false;
  for (let p = end; p > lowest; ) {
    const start = letterBefore(p);
    if (start != p) {
      if (start < lowest) break;
      node = childOfLetter(trie, node);
      p = start;
    } else {
      const c = <u32>load<u8>(--p);
      const isSpace = c == DIGIT_0 && isText(p - 2, "%2");
      if (isSpace) p -= 2;
      if (isSpace || (isAscii(c) && !is(c, ALNUM))) {
        if (isSpace || c == SPACE || c == PLUS) blank = true;
        else if (c == UNDERSCORE) underscore = true;
        else if (!is(c, NAME)) break;
        continue;
      }
      node = isAscii(c) ? child(trie, node, fold(c)) : childOfByte(trie, node, c);
    }
    if (node == 0) break;
    const entry = entryAt(trie, node, p, end);
    if (entry == 0 || !holds(entry, blank, underscore)) continue;
    Name.from = p;
    found = entry;
  }
  Name.isEscaped = found != 0;
  return takeEntry(found);
}

/** Returns the node after the bytes of `Letter`, the last one first, or 0. */
function childOfLetter(trie: usize, node: u32): u32 {
  const code = Letter.code;
  if (Letter.isByte) return childOfByte(trie, node, code);
  node = childOfByte(trie, node, 0x80 | (code & 0x3f));
  if (node == 0) return 0;
  if (code < 0x800) return childOfByte(trie, node, 0xc0 | (code >>> 6));
  node = childOfByte(trie, node, 0x80 | ((code >>> 6) & 0x3f));
  return node == 0 ? 0 : childOfByte(trie, node, 0xe0 | (code >>> 12));
}
