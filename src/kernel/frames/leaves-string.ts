// What stands before a shape's capture group does not lie in another string, but for a member's name and a list's items.

import { MEMBER_NAME_MOST } from "../reading/bounds";
import {
  Char,
  codeBefore,
  escapedStart,
  isQuote,
  isQuoteAt,
  readChar,
  startBefore,
} from "../reading/character";
import { COLON, COMMA, EQUALS, isDigit, LOWER_A } from "../reading/chars";
import { skipBlanks, skipSpace } from "../reading/skip";
import { at, BLANK, is, isOneOf, Text } from "../reading/text";
import { elementAround, elementEnd } from "./elements";
import { contentStart, jsonLevel, Strings } from "./open-strings";
import { closeOf, readTo } from "./strings";

/**
 * Whether what stands before a capture group, from `start` to `from`, leaves a string or an element that the group is not in:
 * `{"msg":"-u ann:"},…`. The items of a list may follow each other, `"-u","ann:…"`, and words on a command line.
 */
export function leavesString(start: usize, from: usize, asksForQuotes: bool): bool {
  readTo(max(start, Strings.baseAt));
  const kind = elementAround(0);
  if (kind != 0 && Strings.at < from && elementEnd(Strings.at, kind, from) != 0) return true;
  let depth = Strings.depth;
  while (depth > 0 && contentStart(depth) > start) depth--;
  // A pattern of members begins with the name of one: `auths":{"r.example":{"auth":"…`.
  if (asksForQuotes && depth > 0 && isValueOfMember(from) && leavesOne(jsonLevel(), from)) {
    if (contentStart(depth) < start || !isNameOfMember(start)) return true;
  }
  if (asksForQuotes && isNameOfMember(from)) {
    // The string that opens at the start is one of these.
    if (isQuoteAt(start)) readTo(start + Char.length);
    if (leavesOne(Strings.depth, from)) return true;
  }
  if (depth == 0) return false;
  const close = closeOf(depth);
  if (close == 0 || close >= from) return false;
  readChar(close);
  const behind = close + Char.length;
  // A pattern that asks for quotes says which strings it goes through, but takes none's end for a beginning, nor a quote in
  // one for a string of them.
  if (asksForQuotes) return behind == from || hasEscapedQuote(start, close) || !hasQuote(behind, from);
  const next = skipBlanks(behind);
  if (isJoined(contentStart(depth))) return !isArgument(next);
  const c = at(next);
  if (c != COLON && c != COMMA) return isOneOf(c, ")}]");
  // The member's value, or the next item: a command's arguments have no blanks.
  const item = skipSpace(next + 1);
  return (
    !isQuoteAt(item) ||
    from <= item ||
    (c == COMMA && hasBlank(start, close)) ||
    hasQuote(item + Char.length, from)
  );
}

/** Whether the string whose first character is at `content` stands after a colon or an equals sign. */
function isJoined(content: usize): bool {
  let q = escapedStart(content - 1, Text.begin);
  const least = q - min(BLANKS_BEFORE, q - Text.begin);
  while (q > least && is(load<u8>(q - 1), BLANK)) q--;
  const c = codeBefore(q);
  return c == COLON || c == EQUALS;
}

function hasQuote(p: usize, end: usize): bool {
  while (p < end && !isQuoteAt(p)) p += Char.length;
  return p < end;
}

/** Whether a quote stands in [p, end) that is escaped more often than the one at `end`. */
function hasEscapedQuote(p: usize, end: usize): bool {
  readChar(end);
  const count = Char.count;
  while (p < end && !(isQuoteAt(p) && Char.count > count)) p += Char.length;
  return p < end;
}

function hasBlank(p: usize, end: usize): bool {
  for (; p < end; p++) if (is(load<u8>(p), BLANK)) return true;
  return false;
}

/** Whether an argument of a command stands at `p` as Linux' audit numbers them: `a1="-u" a2="ann:…"`. */
function isArgument(p: usize): bool {
  if (at(p) != LOWER_A || !isDigit(at(p + 1))) return false;
  const q = isDigit(at(p + 2)) ? p + 3 : p + 2;
  return at(q) == EQUALS && isQuoteAt(q + 1);
}

const BLANKS_BEFORE: usize = 8;

/** Whether `p`, or the quote in front of it, stands after a name in quotes and a colon. */
function isValueOfMember(p: usize): bool {
  if (isQuote(codeBefore(p))) p = escapedStart(p - 1, Text.begin);
  const least = p - min(BLANKS_BEFORE, p - Text.begin);
  while (p > least && is(load<u8>(p - 1), BLANK)) p--;
  return codeBefore(p) == COLON && isQuote(codeBefore(startBefore(p)));
}

/**
 * Whether one of the open strings down to `depth` ends before `from`: a member may end in `auth("a` and stand in front of
 * `"password":`, which is no argument.
 */
function leavesOne(depth: u32, from: usize): bool {
  for (let i = depth; i > 0; i--) {
    const close = closeOf(i);
    if (close != 0 && close < from) return true;
  }
  return false;
}

/** Whether the string at whose content `p` is closes in front of a colon; undecided where the text ends before. */
function isNameOfMember(p: usize): bool {
  const most = p + MEMBER_NAME_MOST;
  while (p < most && at(p) != 0 && !isQuoteAt(p)) p += Char.length;
  return p < most && isQuoteAt(p) && at(skipBlanks(p + Char.length)) == COLON;
}
