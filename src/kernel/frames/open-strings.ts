// The strings that are open, innermost last, and what closes them.
import { FORM_BACKSLASH, FORM_ENTITY, FORM_HEX, FORM_RAW, FORM_UNICODE, FRAMES } from "../abi";
import { Char, codeBefore, ENTITY_SHIFT, readChar } from "../reading/character";
import { AMPERSAND, APOSTROPHE, EQUALS, GREATER, LESS, QUOTE } from "../reading/chars";
import { at, isOneOf, Text } from "../reading/text";
import { isStructural, Quote, readQuote } from "./quote";

/** Deeper strings are text of the last one. JSON in JSON in JSON needs three. */
export const MAX_DEPTH: u32 = 6;

// An open string: code u8, form u8, count u16, address of its first character u32. The form's highest bits: it stands
// where JSON has its strings, and its quotes are two of those of the string around, as in `"{""a"":""b""}"` of CSV.
export const STRUCTURAL: u32 = 0x80;
export const DOUBLED: u32 = 0x40;
/** It begins after `=` in a tag that is open. */
const ATTRIBUTE: u32 = 0x20;
/** It begins with JSON in its own quotes doubled, or in a shell's quotes; noted when a scan ends, as its begin may be gone in the next. */
export const STARTS_DOUBLED: u32 = 0x10;
export const STARTS_JSON: u32 = 0x08;
const STARTS: u32 = STARTS_DOUBLED | STARTS_JSON;
const FLAGS: u32 = STRUCTURAL | DOUBLED | ATTRIBUTE | STARTS;
export const ENTRY_SIZE: usize = 8;
/** The stack at `Strings.at`, and the one to which a query of an earlier place goes back. */
export const STACK: usize = FRAMES;
export const BASE: usize = FRAMES + <usize>MAX_DEPTH * ENTRY_SIZE;
/** For each depth: the string that was looked ahead for, its end (0: not met yet), and how far the look went. */
export const CLOSES: usize = BASE + <usize>MAX_DEPTH * ENTRY_SIZE;
export const CLOSE_SIZE: usize = 12;
/** The same of elements and sections. */
export const SEARCHED: usize = CLOSES + <usize>MAX_DEPTH * CLOSE_SIZE;
export const SEARCHED_END: usize = SEARCHED + 2 * CLOSE_SIZE;

/** What the line's begin says of its record has been read; it says that the record goes on in the next one. */
export const HEAD_READ: u32 = 0x80;
export const HEAD_CUT: u32 = 0x40;

export class Strings {
  /** The line is read up to here. */
  static at: usize = 0;
  /** How many strings are open there. */
  static depth: u32 = 0;
  /** Which tags and elements are open there, see `elements.ts`. */
  static tags: u32 = 0;
  static baseAt: usize = 0;
  static baseDepth: u32 = 0;
  /** HEAD_READ and HEAD_CUT of the line there, and of the one of the base. */
  static head: u32 = 0;
  static baseHead: u32 = 0;
  static baseTags: u32 = 0;
}

// @inline
export function entry(depth: u32): usize {
  return STACK + <usize>(depth - 1) * ENTRY_SIZE;
}

// @inline
export function formOf(depth: u32): i32 {
  return <i32>(load<u8>(entry(depth), 1) & ~FLAGS);
}

export function isDoubled(depth: u32): bool {
  return (load<u8>(entry(depth), 1) & DOUBLED) != 0;
}

/** In it, neither a tag nor an element is open. */
export function clearTags(depth: u32): void {
  Strings.tags &= ~(0x10101 << depth);
}

/** Opens a string. */
export function push(code: u32, form: u32, count: u32, start: usize): void {
  const slot = entry(++Strings.depth);
  clearTags(Strings.depth);
  store<u8>(slot, code);
  store<u8>(slot, form, 1);
  store<u16>(slot, count, 2);
  store<u32>(slot, <u32>start, 4);
}

/** Opens the string of the quote that was read. */
export function pushQuote(): void {
  const isInTag = ((Strings.tags >>> Strings.depth) & 1) != 0;
  const attribute = isInTag && codeBefore(Quote.start) == EQUALS ? ATTRIBUTE : 0;
  const flags = attribute | (isStructural() ? STRUCTURAL : 0) | (Quote.isDoubled ? DOUBLED : 0);
  push(Quote.code, <u32>Quote.form | flags, Quote.count, Quote.end);
}

/** The first character of the string at `depth`, counted from 1. */
// @inline
export function contentStart(depth: u32): usize {
  return load<u32>(entry(depth), 4);
}

/** The depth of the innermost string in double quotes where JSON has strings; 0: none. */
export function jsonLevel(): u32 {
  let depth = Strings.depth;
  while (depth > 0 && (load<u8>(entry(depth)) != QUOTE || <u32>load<u8>(entry(depth), 1) < STRUCTURAL))
    depth--;
  return depth;
}

/**
 * `readQuote` in the strings that are open: a backslash escapes no bracket of a tag, and the second of two of the text no
 * entity. The text is that of the string around the outermost one whose quotes are entities, strings in which escape none, as
 * attributes do not.
 */
export function readQuoteIn(p: usize): bool {
  const isQuoteHere = readQuote(p);
  if (isQuoteHere || Char.form != FORM_BACKSLASH) return isQuoteHere;
  if (Char.code == LESS || Char.code == GREATER) Quote.end = p + Char.count;
  if (Char.code != AMPERSAND) return false;
  let depth: u32 = 0;
  while (depth < Strings.depth && formOf(depth + 1) != FORM_ENTITY) depth++;
  while (depth > 0 && (formOf(depth) > FORM_BACKSLASH || isAttribute(depth))) depth--;
  if (!isEscaped(Char.count, escapesOf(depth))) Quote.end = p + Char.count;
  return false;
}

/** Whether the string at `depth` is an attribute's: a backslash in it escapes nothing. */
export function isAttribute(depth: u32): bool {
  return (load<u8>(entry(depth), 1) & ATTRIBUTE) != 0;
}

/** Whether so many backslashes escape what follows, in the text of a string whose quotes have `count`, -1: in none. */
export function isEscaped(backslashes: u32, count: i32): bool {
  const one: u32 = count < 0 ? 1 : 2 * (<u32>count + 1);
  return ((backslashes / one) & 1) != 0;
}

/** How often the quotes of the string at `depth` are escaped by backslashes; -1 outside of all. */
export function escapesOf(depth: u32): i32 {
  return depth == 0 ? -1 : <i32>load<u16>(entry(depth), 2);
}

/** The depth of the open string, at most `depth`, that the quote is one of; 0: of none. */
export function matching(depth: u32): u32 {
  if (depth != 0 && closesOutermost()) return matched(1, 0);
  let found: u32 = 0;
  for (let i = depth; i > 0; i--) {
    const slot = entry(i);
    if (load<u8>(slot) != Quote.code || isDoubled(i) != Quote.isDoubled) continue;
    const form = formOf(i);
    const count = <u32>load<u16>(slot, 2);
    if (form <= FORM_BACKSLASH && Quote.form <= FORM_BACKSLASH) {
      // Fewer backslashes than the string's own close one further out, and this one too.
      if (Quote.count < count) found = i;
      else if (closes(Quote.count, count, othersAround(i))) return matched(i, count);
    } else if (form == Quote.form) {
      if (count == Quote.count) return i;
      if (form == FORM_UNICODE && closes(Quote.count, count, othersAround(i))) return matched(i, count);
      if (form == FORM_HEX && closesHex(count)) return matchedHex(i, count);
    }
  }
  return found;
}

/** Whether the quote ends the outermost string, one of JSON's, whatever is open in it: its backslashes escape each other. */
function closesOutermost(): bool {
  if (Quote.code != QUOTE || Quote.form > FORM_BACKSLASH || Quote.isDoubled || (Quote.count & 1) != 0)
    return false;
  const slot = entry(1);
  return (
    load<u8>(slot) == QUOTE &&
    (<u32>load<u8>(slot, 1) & ~(ATTRIBUTE | STARTS)) == (STRUCTURAL | FORM_RAW) &&
    load<u16>(slot, 2) == 0
  );
}

/** Takes a second quote at the end of `Quote` to it, where both are in a string of such quotes, at most `depth` deep. */
export function joinDoubled(depth: u32): void {
  if (Quote.form > FORM_BACKSLASH) return;
  for (let i: u32 = 1; i <= depth; i++) {
    const count = <u32>load<u16>(entry(i), 2);
    if (load<u8>(entry(i)) != Quote.code || isDoubled(i) || formOf(i) > FORM_BACKSLASH) continue;
    // `\\""` is an escaped quote in such a string, and elsewhere one and the end of its string.
    if (count > Quote.count || (count < Quote.count && !hasDoubled(i, depth) && !startsDoubled(i))) continue;
    if (!isQuoteOf(i, Quote.end)) continue;
    Quote.isDoubled = true;
    Quote.end += Char.length;
    return;
  }
}

/** Whether the string at `depth` begins with an object or a list that has its quotes, `"{""a""…`. */
export function startsDoubled(depth: u32): bool {
  const p = contentStart(depth);
  if (p < Text.begin) return (load<u8>(entry(depth), 1) & STARTS_DOUBLED) != 0;
  if (!isOneOf(at(p), "{[") || !isQuoteOf(depth, p + 1)) return false;
  return isQuoteOf(depth, p + 1 + Char.length);
}

/** Whether a quote stands at `p`, which is then in `Char`, that is written as those of the string at `depth`. */
function isQuoteOf(depth: u32, p: usize): bool {
  readChar(p);
  const slot = entry(depth);
  return (
    Char.code == <u32>load<u8>(slot) && Char.form == formOf(depth) && Char.count == <u32>load<u16>(slot, 2)
  );
}

/** Whether a string whose quotes are two of those of the one at `outer` is open in it. */
function hasDoubled(outer: u32, depth: u32): bool {
  const code = load<u8>(entry(outer));
  const count = load<u16>(entry(outer), 2);
  for (let i = outer + 1; i <= depth; i++) {
    const slot = entry(i);
    if (isDoubled(i) && load<u8>(slot) == code && load<u16>(slot, 2) == count) return true;
  }
  return false;
}

/** The quote begins after the backslashes that are the string's. */
function matched(depth: u32, count: u32): u32 {
  Quote.start += Quote.count - count;
  Quote.count = count;
  return depth;
}

/**
 * A quote that closes at depth d has 2^d - 1 backslashes; before them, the string's own come in pairs of 2^d. A string
 * around in quotes of another kind, of which there are `others`, doubles backslashes and leaves the quote alone.
 */
export function closes(backslashes: u32, count: u32, others: u32): bool {
  // `\\u0026quot;` is no quote of a string in `\\u0022`: the higher bits count its ampersands.
  if ((backslashes ^ count) >>> ENTITY_SHIFT != 0) return false;
  // A shell's single quotes around double nothing.
  if (others != 0 && (backslashes & ((1 << others) - 1)) != 0) return closes(backslashes, count, 0);
  const own = count >>> others;
  if ((own & (own + 1)) != 0) return backslashes == count;
  return ((backslashes >>> others) & (2 * own + 1)) == own && backslashes >= count;
}

/** Whether a line end after so many backslashes ends a line of the text of a string whose quotes have `count` of them. */
export function isLineEndIn(backslashes: u32, count: u32): bool {
  // Before its own, those of the text come in pairs.
  const own = count + 1;
  return backslashes <= own || ((own & count) == 0 && (backslashes & (2 * own - 1)) == own);
}

/** Whether so many backslashes in the string at `depth` make a line end of its text; quotes of another kind around double them. */
export function isLineEndOf(depth: u32, backslashes: u32): bool {
  const count = <u32>escapesOf(depth);
  const others = othersAround(depth);
  if (others != 0 && (backslashes & ((1 << others) - 1)) == 0)
    return isLineEndIn(backslashes >>> others, count >>> others);
  return isLineEndIn(backslashes, count);
}

/**
 * Whether what is escaped in the string at `level` is so in a string in it, one of `depth`: JSON in a cell of CSV,
 * `"{""a"":""b\n""}"`, and in a shell's quotes, `'{"a":"b\n"}'`.
 */
export function escapesNothing(level: u32, depth: u32): bool {
  if (startsJson(level)) return true;
  return (
    level < depth && isDoubled(level + 1) && load<u16>(entry(level + 1), 2) == load<u16>(entry(level), 2)
  );
}

/** Whether the string at `level` is JSON in a shell's quotes. */
export function startsJson(level: u32): bool {
  const p = contentStart(level);
  if (p < Text.begin) return (load<u8>(entry(level), 1) & STARTS_JSON) != 0;
  return load<u8>(entry(level)) == APOSTROPHE && isOneOf(at(p), "{[") && isOneOf(at(p + 1), '"{[');
}

/** Whether the quote closes a string of a server that writes `\x5C` for each backslash, of which the higher bits count. */
function closesHex(count: u32): bool {
  return (Quote.count & 255) == (count & 255) && closes(Quote.count >>> 8, count >>> 8, 0);
}

/** The quote begins after the backslashes that are the string's. */
function matchedHex(depth: u32, count: u32): u32 {
  Quote.start += ((Quote.count >>> 8) - (count >>> 8)) * ((count & 255) + HEX_LENGTH);
  Quote.count = count;
  return depth;
}

/** `x5C` after its backslashes. */
const HEX_LENGTH: u32 = 3;

/** How many strings around the one at `depth` are in quotes of another kind that are escaped by backslashes. */
function othersAround(depth: u32): u32 {
  return othersIn(load<u8>(entry(depth)), depth - 1);
}

/** How many of the `depth` outermost strings are in other quotes than `code` and escape by backslashes. */
export function othersIn(code: u32, depth: u32): u32 {
  let others: u32 = 0;
  for (let i: u32 = 1; i <= depth; i++) {
    if (load<u8>(entry(i)) != code && formOf(i) <= FORM_BACKSLASH) others++;
  }
  return others;
}
