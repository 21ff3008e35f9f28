// Blocks of any text, as an XML assertion is (FLAG_TEXT): everything goes up to the end mark.

import { FORM_ENTITY, FORM_HEX, SPAN_FIRST, SPAN_GAVE_UP, SPAN_LAST } from "../abi";
import { DEPTH } from "../frames/frame";
import { escapesOf, isLineEndOf } from "../frames/open-strings";
import { MAX_ESCAPES } from "../reading/bounds";
import { Char, codeBefore, readChar } from "../reading/character";
import {
  AMPERSAND,
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  EQUALS,
  ESCAPE,
  GREATER,
  isNewline,
  LESS,
  LINE_FEED,
  OPEN_BRACKET,
  PERCENT,
  QUOTE,
  RETURN,
  SEMICOLON,
} from "../reading/chars";
import { isOwnRule } from "../reading/program-view";
import { findColours, skipBlanks, skipColours, skipLineEnd } from "../reading/skip";
import { addSpan } from "../reading/spans";
import { State } from "../reading/state";
import { at, BLANK, is, isOneOf, Text, undecided } from "../reading/text";
import { innocentEnd } from "../shapes/placeholder";
import { hold, isEndMark, isGivenUp, leave, MOST_LINES, startsBodyLine } from "./block-line";

/** The body is any text up to the end mark, which of a user's rule may begin with any character, as may the lines in it. */
export function stepText(p: usize): usize {
  if (State.step != 0) {
    // What has been replaced already.
    Text.hitEnd = false;
    const start = skipBlanks(p);
    const innocent = innocentEnd(start);
    if (undecided()) return hold(start);
    if (innocent > start + 1 && load<u8>(start) == OPEN_BRACKET) return leave(innocent);
    State.step = 0;
    p = start;
  }
  const isOwn = isOwnRule(State.rule);
  let q = State.longRun != 0 ? behindEscape(p) : p;
  while (q < Text.limit || State.array != 0) {
    if (State.array != 0) {
      // A line end goes out whether the block goes on after it or not.
      Text.hitEnd = false;
      const line = lineAt(q);
      // Line ends alone are not text, and stay where nothing of the block comes after them.
      const isNothing = (State.flags & SPAN_FIRST) != 0 && isLineEnds(p, q);
      if (undecided()) return isNothing ? hold(q) : take(p, q, false);
      if (isNothing && line != GOES_ON) return leave(q);
      State.array = 0;
      if (line != GOES_ON) return endAtLine(p, q, line);
      continue;
    }
    const c = <u32>load<u8>(q);
    if (c == LINE_FEED) {
      State.array = 1;
    } else if (isOwn && !isOneOf(c, '<&\\%"') && c != ESCAPE) {
      Text.hitEnd = false;
      const ends = isEndMark(q);
      if (undecided()) return take(p, q, false);
      if (ends) return take(p, q, true);
    } else if (c == LESS || c == AMPERSAND || c == BACKSLASH || c == PERCENT || c == QUOTE || c == ESCAPE) {
      Text.hitEnd = false;
      const colours = findColours(q);
      if (undecided()) return take(p, q, false);
      if (colours != 0) {
        q = skipColours(colours);
        continue;
      }
      const over = isOver(q, c);
      if (undecided()) return take(p, q, false);
      if (over) return take(p, q, true);
      if (c == BACKSLASH) {
        readChar(q);
        if (undecided()) return take(p, q, false);
        q = Char.form == FORM_HEX ? q + Char.length : behindEscape(q);
        continue;
      }
    }
    q++;
  }
  return take(p, q, Text.final);
}

function isLineEnds(p: usize, end: usize): bool {
  while (p < end && isNewline(load<u8>(p))) p++;
  return p == end;
}

function endAtLine(p: usize, end: usize, line: u32): usize {
  const next = take(p, end, true);
  if (line == GAVE_UP) addSpan(end, end, State.rule, SPAN_GAVE_UP | SPAN_LAST);
  return next;
}

function take(p: usize, end: usize, over: bool): usize {
  // Where nothing stands there is nothing to replace, and nothing to close.
  if (end > p || (over && !(State.flags & SPAN_FIRST))) {
    const taken = addSpan(p, end, State.rule, State.flags | (over ? SPAN_LAST : 0));
    if (taken && end > p) State.flags = 0;
  }
  if (!over) return hold(end);
  Text.floor = end;
  return leave(end);
}

/**
 * Whether a block of text is over at `p`: at its end mark, at the end of the string that it stands in
 * (the first quote tells how those inside are escaped), or before a line that is none of it.
 */
function isOver(p: usize, c: u32): bool {
  if (isEndMark(p)) return true;
  // What is written as entities lies in an element, which a tag ends.
  if (c == LESS) return State.form == FORM_ENTITY;
  if (c != QUOTE && c != BACKSLASH) return false;
  readChar(p);
  // A line of the string that it stands in.
  const escapes = escapesOf(State.level & DEPTH);
  if (escapes >= 0 && isNewline(Char.code))
    return isLineEndOf(State.level & DEPTH, Char.count) && lineAt(skipLineEnd(p)) != GOES_ON;
  if (Char.code != QUOTE) return false;
  const n = Char.count;
  if (State.inner == 0) {
    // No attribute's quote: the string's own, or one of the text in it.
    const isOfText = <i32>n == 2 * escapes + (escapes < 0 ? 2 : 1);
    if (codeBefore(p) != EQUALS && (isOfText || isBehindString(at(p + Char.length)))) return true;
    if (undecided()) return false;
    State.inner = n + 1;
  }
  return n + 1 < State.inner;
}

/** What follows a string in JSON, or in a string of it. */
function isBehindString(c: u32): bool {
  return c == COMMA || c == CLOSE_BRACE || c == CLOSE_BRACKET || c == BACKSLASH || c == QUOTE;
}

const GOES_ON: u32 = 0;
const OVER: u32 = 1;
const GAVE_UP: u32 = 2;

/** What the line at `p` is to the block: it goes on with it, is over, or has been too long. */
function lineAt(p: usize): u32 {
  readChar(p);
  const c = Char.code;
  const goesOn =
    isOwnRule(State.rule) ||
    is(c, BLANK) ||
    (c == LESS && !isInTag(p)) ||
    c == LINE_FEED ||
    c == RETURN ||
    startsBodyLine(p);
  const isMany = goesOn && State.lines >= MOST_LINES;
  const isKnown = isMany && isGivenUp(p);
  if (undecided()) return GOES_ON;
  State.lines++;
  if (!goesOn || isKnown) return OVER;
  return isMany ? GAVE_UP : GOES_ON;
}

/** Whether a tag has been left open before `p`: no other one starts in it. */
function isInTag(p: usize): bool {
  const least = p - min(TAG_MOST, p - Text.begin);
  for (let q = p; q > least; q--) {
    const c = <u32>load<u8>(q - 1);
    if (c == GREATER || c == SEMICOLON) return false;
    if (c == LESS) return true;
  }
  return false;
}

const TAG_MOST: usize = 256;

/**
 * After the backslashes at `p` and the quote that they escape. A run too long to be an escape is not
 * waited for: `State.longRun` says that the text stopped in it.
 */
function behindEscape(p: usize): usize {
  const start = p;
  while (p < Text.limit && load<u8>(p) == BACKSLASH) p++;
  if (p == Text.limit) {
    if (p - start >= MAX_ESCAPES) State.longRun = 1;
    return p;
  }
  State.longRun = 0;
  return load<u8>(p) == QUOTE ? p + 1 : p;
}
