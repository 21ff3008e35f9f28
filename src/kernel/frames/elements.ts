// Which text is an element's: after the tag that opens it, up to the next one that closes an element, `</name`, or the text
// of a CDATA section, up to `]]>`. What is in it ends there. Lines, as for strings, are looked at one by one.
import { FORM_RAW, FORM_UNICODE } from "../abi";
import { TAG_NAME_MOST } from "../reading/bounds";
import { Char } from "../reading/character";
import {
  BACKSLASH,
  CLOSE_BRACKET,
  COLON,
  EXCLAMATION,
  GREATER,
  HYPHEN,
  isLetter,
  LESS,
  LOWER_U,
  SLASH,
  SPACE,
} from "../reading/chars";
import { at, is, isText, NAME, Text, WORD } from "../reading/text";
import { CLOSE_SIZE, SEARCHED, Strings } from "./open-strings";

/** In a frame's level: it is an element's text. */
export const ELEMENT: u32 = 0x20;
/** In a frame's level: it is a CDATA section. */
export const SECTION: u32 = 0x10;

// In `Strings.tags`, for each depth: a tag is open, an element's text begins before here, a section does.
const TAG: u32 = 1;
const TEXT: u32 = 1 << 8;
const CDATA: u32 = 1 << 16;

/** ELEMENT or SECTION if that is what the text at `Strings.at` is, which is `depth` strings deep; else 0. */
export function elementKind(depth: u32): u32 {
  const tags = Strings.tags >>> depth;
  if ((tags & CDATA) != 0) return SECTION;
  return (tags & TEXT) != 0 && (tags & TAG) == 0 ? ELEMENT : 0;
}

/** The same of any text from `depth` strings on that are open there. */
export function elementAround(depth: u32): u32 {
  let kind: u32 = 0;
  for (let i = depth; i <= Strings.depth && kind == 0; i++) kind = elementKind(i);
  return kind;
}

/** Whether `Char` is a bracket of a tag. */
export function isBracket(): bool {
  return (Char.code == LESS || Char.code == GREATER) && (Char.form == FORM_RAW || Char.form == FORM_UNICODE);
}

/** Takes the bracket in `Char`, at `p`, to what is known of the elements; strings that an element's end ends are over. */
export function takeBracket(p: usize): void {
  const bounded = boundByTag(p, Strings.depth);
  const next = p + Char.length;
  if (Char.code == GREATER) {
    if (bounded < Strings.depth || endsSection(p)) {
      Strings.depth = bounded;
      Strings.tags &= ~(CDATA << bounded);
    } else if ((Strings.tags & (TAG << bounded)) != 0) {
      Strings.tags &= ~(TAG << bounded);
      const before = p > Text.begin ? <u32>load<u8>(p - 1) : 0;
      if (before != SLASH && before != HYPHEN) Strings.tags |= TEXT << bounded;
    }
    return;
  }
  if (isInSection(Strings.depth)) return;
  Strings.depth = bounded;
  if (closesElement(next)) Strings.tags &= ~(TEXT << bounded);
  else if (isTag(p, next)) Strings.tags |= TAG << bounded;
  else if (at(next) == EXCLAMATION && isText(next, "![CDATA[")) Strings.tags |= CDATA << bounded;
}

/**
 * Whether the bracket at `p`, before `next`, begins a tag: a name and its end or a blank, and no `Vec<String>`, no
 * `<ann@a.example>`, no `<13>`.
 */
function isTag(p: usize, next: usize): bool {
  if (p > Text.begin && is(load<u8>(p - 1), WORD) && load<u8>(p) == LESS) return false;
  if (!isLetter(at(next))) return false;
  let q = next;
  for (const most = q + TAG_NAME_MOST; q < most && (is(at(q), NAME) || at(q) == COLON); ) q++;
  const c = at(q);
  return c == GREATER || c == SLASH || c <= SPACE || (c == BACKSLASH && at(q + 1) == LOWER_U);
}

/** How many of the strings, `depth` of them, go on after the bracket in `Char` at `p`: those in an element end with it. */
export function boundByTag(p: usize, depth: u32): u32 {
  const isEnd = Char.code == GREATER ? endsSection(p) : closesElement(p + Char.length);
  if (!isEnd) return depth;
  const kind = Char.code == GREATER ? CDATA : TEXT;
  for (let i: u32 = 0; i < depth; i++) {
    // In a section no element begins.
    if (((Strings.tags >>> i) & kind) != 0) return i;
  }
  return depth;
}

function isInSection(depth: u32): bool {
  for (let i: u32 = 0; i <= depth; i++) if (((Strings.tags >>> i) & CDATA) != 0) return true;
  return false;
}

/** Whether `/name`, also `\/name`, stands at `p`. */
function closesElement(p: usize): bool {
  if (at(p) == BACKSLASH) p++;
  return at(p) == SLASH && is(at(p + 1), WORD);
}

/** Whether "]]" ends before `p`. */
export function endsSection(p: usize): bool {
  return p >= Text.begin + 2 && load<u8>(p - 1) == CLOSE_BRACKET && load<u8>(p - 2) == CLOSE_BRACKET;
}

/** What was learnt of the ends ahead: from where on it holds, up to where there is none, and the end, 0 if not met yet. */
function slotOf(kind: u32): usize {
  return kind == SECTION ? SEARCHED + CLOSE_SIZE : SEARCHED;
}

/** Where the text of this kind that `p` is in ends; 0: not in [p, limit), so that `elementKnownTo` says how far it goes. */
export function elementEnd(p: usize, kind: u32, limit: usize): usize {
  const slot = slotOf(kind);
  const from = <usize>load<u32>(slot);
  const to = <usize>load<u32>(slot, 4);
  const hitEnd = Text.hitEnd;
  let end: usize = 0;
  if (from != 0 && p < from && p + MAX_BACK > from) {
    // A candidate before the last one: what lies between is read again.
    end = findEnd(p, min(from, limit), kind);
    if (end == 0) end = load<u32>(slot, 8);
  } else {
    const isKnown = from != 0 && p >= from && p <= to;
    end = isKnown ? load<u32>(slot, 8) : 0;
    if (end == 0) {
      end = findEnd(isKnown ? to : p, limit, kind);
      if (!isKnown) store<u32>(slot, <u32>p);
      store<u32>(slot, <u32>Searched.to, 4);
      store<u32>(slot, <u32>end, 8);
    }
  }
  Text.hitEnd = hitEnd;
  return end < limit ? end : 0;
}

/** How far the text of this kind surely goes. */
export function elementKnownTo(kind: u32): usize {
  return load<u32>(slotOf(kind), 4);
}

/** A match that is looked at later begins no farther before another. */
const MAX_BACK: usize = 4096;

class Searched {
  /** Up to here there is no end. */
  static to: usize = 0;
}

function findEnd(p: usize, limit: usize, kind: u32): usize {
  let q = p;
  for (; q < limit; q++) {
    const c = <u32>load<u8>(q);
    if (c != LESS && c != BACKSLASH && c != CLOSE_BRACKET) continue;
    Text.hitEnd = false;
    const isEnd = kind == SECTION ? startsSectionEnd(q) : startsClosingTag(q);
    if (Text.hitEnd && !Text.final) break;
    if (!isEnd) continue;
    while (c == BACKSLASH && q > p && load<u8>(q - 1) == BACKSLASH) q--;
    Searched.to = q;
    return q;
  }
  Searched.to = min(q, limit);
  return 0;
}

/** Whether `</name` stands at `p`, also `\u003c/name`. */
export function startsClosingTag(p: usize): bool {
  const c = at(p);
  if (c == LESS) return closesElement(p + 1);
  return c == BACKSLASH && at(p + 1) == LOWER_U && isText(p + 2, "003c") && closesElement(p + 6);
}

function startsSectionEnd(p: usize): bool {
  if (at(p) != CLOSE_BRACKET || at(p + 1) != CLOSE_BRACKET) return false;
  return at(p + 2) == GREATER || (at(p + 2) == BACKSLASH && isText(p + 3, "u003e"));
}
