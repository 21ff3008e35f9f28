// Keeps a decision inside its frame: while a candidate is looked at, the text begins and ends where its frame does.

import { FORM_BACKSLASH } from "../abi";
import { markLength } from "../reading/cell";
import { CLOSE_BRACKET, COMMA, isDigit, OPEN_BRACKET, QUOTE, SEMICOLON } from "../reading/chars";
import { Members } from "../reading/members-state";
import { skipColours } from "../reading/skip";
import { isInCell, Rows, RULE, STATEMENT } from "../reading/table-state";
import { at, isOneOf, Text, undecided } from "../reading/text";
import {
  ELEMENT,
  elementAround,
  elementEnd,
  elementKind,
  elementKnownTo,
  SECTION,
  startsClosingTag,
} from "./elements";
import { contentStart, entry, escapesOf, formOf, Strings } from "./open-strings";
import { closeOf, closesAt, knownTo, readTo } from "./strings";

export class Frame {
  /** How many strings enclose the frame; 0: it is the line itself. */
  static level: u32 = 0;
  /** The name is all that its string holds, or its end, so that the frame is the one around that string. */
  static isNameOfMember: bool = false;
  /** The first character of the string that ends with the name; 0: none does. */
  static nameString: usize = 0;
  /** The text begins where a string does. */
  static isString: bool = false;
  /** The frame's end is known: in it, nothing waits for more text. */
  static isClosed: bool = false;
  static begin: usize = 0;
  static limit: usize = 0;
  static final: bool = false;
}

/** An index between a name and its quote, `"user[password]"`, `"tokens[12]"`, is not longer. */
const MAX_INDEX: usize = 8;

/** Narrows the text to the frame of the name [start, end), until `leaveFrame`. */
export function enterNameFrame(start: usize, end: usize): void {
  readTo(start);
  // A quote before the name waits for more text: the string that seems to be open may have ended.
  if (undecided()) return narrow(0, start);
  let level = Strings.depth;
  Frame.isNameOfMember = level > 0 && closesAt(skipIndex(skipColours(end)), level);
  Frame.nameString = Frame.isNameOfMember ? contentStart(level) : 0;
  if (Frame.isNameOfMember) level--;
  const kind = isNameOfElement(end) ? 0 : elementKind(level);
  narrow(level | cellFlag(level, start) | kind, start);
}

/** Whether the name and at most a colon are the end of an element's text: what stands after the element may be its value. */
function isNameOfElement(end: usize): bool {
  let p = end;
  const most = p + MAX_INDEX;
  while (p < most && isOneOf(at(p), "'\"]")) p++;
  // A quote after a blank opens a string: `<ua>PASSWORD '</ua>`.
  while (p < most && isOneOf(at(p), " :")) p++;
  return startsClosingTag(p);
}

/**
 * Narrows the text at `p` to the string at depth `level` that `Strings` is in, and to the row's cell or the element's text
 * if it says so.
 */
export function narrow(level: u32, p: usize): void {
  Frame.begin = Text.begin;
  Frame.limit = Text.limit;
  Frame.final = Text.final;
  Frame.level = level;
  Frame.isClosed = false;
  const depth = level & DEPTH;
  Text.escapes = escapesOf(depth);
  Frame.isString = depth != 0 && contentStart(depth) >= Text.begin;
  if (depth != 0) {
    Text.begin = max(Text.begin, contentStart(depth));
    const close = closeOf(depth);
    Frame.isClosed = close != 0;
    // A frame goes over no text's end: a string that is escaped oddly may have been looked for after it.
    Text.limit = min(Frame.limit, Frame.isClosed ? close : knownTo(depth));
  }
  const end = (level & CELL) != 0 ? cellEnd(p) : 0;
  if (end != 0) {
    Frame.isClosed = true;
    Text.limit = end;
  }
  const kind = level & (ELEMENT | SECTION);
  if (kind != 0) {
    const close = elementEnd(p, kind, Text.limit);
    if (close != 0) Text.limit = close;
    else if (!Frame.isClosed && !Text.final) Text.limit = min(Text.limit, elementKnownTo(kind));
    if (close != 0) Frame.isClosed = true;
  }
  // A member's string that stays.
  if (p <= Members.at && Members.at < Text.limit) {
    Frame.isClosed = true;
    Text.limit = Members.at;
  }
  if (Frame.isClosed) Text.final = true;
}

/** Of a frame's level: how many strings enclose it. */
export const DEPTH: u32 = 0xf;
/** In a frame's level: it is a cell of a row that is known. */
export const CELL: u32 = 0x40;

/** CELL if what stands at `p`, `level` strings deep, is in a row's cell. A comma in a quoted cell of CSV ends none. */
export function cellFlag(level: u32, p: usize): u32 {
  if (Rows.mark == 0 || p >= Rows.at || Rows.column == RULE || isInCell()) return 0;
  const isQuoting = Rows.mark == COMMA || Rows.mark == SEMICOLON;
  return isQuoting && isInQuotes(level) ? 0 : CELL;
}

/**
 * Whether one of the strings in the table, of `level` in all, is in double quotes: neither an apostrophe nor `%22` quotes a
 * cell of CSV.
 */
function isInQuotes(level: u32): bool {
  const outer = Rows.level;
  while (level > outer && (load<u8>(entry(level)) != QUOTE || formOf(level) > FORM_BACKSLASH)) level--;
  return level > outer;
}

/** A frame's level for what stands at `p`, `level` strings deep, and in which cell or element. */
export function levelAround(level: u32, p: usize): u32 {
  return level | cellFlag(level, p) | elementAround(level);
}

/** Where the cell ends that `p` is in; 0: past the text. */
function cellEnd(p: usize): usize {
  const limit = min(Text.limit, Rows.at);
  if (Rows.mark != STATEMENT) {
    for (let q = p; q < limit; q++) if (markLength(q, Rows.mark) != 0) return q;
  }
  return Rows.at <= Text.limit ? Rows.at : 0;
}

/** Whether the name is only the end of the string that it closes. */
export function endsLongerString(start: usize): bool {
  return Frame.nameString != 0 && Frame.nameString < start;
}

/** Restores the text. Inside a frame whose end is known, nothing waits for more. */
export function leaveFrame(): void {
  if (Frame.isClosed) Text.hitEnd = false;
  Frame.isClosed = false;
  Frame.nameString = 0;
  Frame.isString = false;
  Frame.level = 0;
  Text.begin = Frame.begin;
  Text.limit = Frame.limit;
  Text.final = Frame.final;
  Text.escapes = -1;
}

function skipIndex(p: usize): usize {
  let q = p;
  for (const most = p + MAX_INDEX; q < most; q++) {
    const c = at(q);
    if (c != OPEN_BRACKET && c != CLOSE_BRACKET && !isDigit(c)) break;
  }
  return q;
}
