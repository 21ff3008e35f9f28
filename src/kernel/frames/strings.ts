// The strings that are open at a place in a line, innermost last. A candidate's frame is the innermost of them, and
// what decides about the candidate lies in it. The line is read only up to a candidate that was found, from where it
// was last read to, and to the end of a chunk, so that the open strings can be carried.
import { FORM_BACKSLASH, FORM_ENTITY, FORM_HOST, FORM_PERCENT, FORM_RAW, FRAMES } from "../abi";
import { Char, codeBefore, isQuote, MAX_ESCAPES, readChar } from "../reading/character";
import { at, BLANK, END, is, Text, WORD } from "../reading/text";
import { skipToQuote } from "./quote-bytes";

/** Deeper strings are text of the last one. JSON in JSON in JSON needs three. */
export const MAX_DEPTH: u32 = 6;

// An open string: code u8, form u8, count u16, address of its first character u32. The form's highest bit: it stands
// where JSON has its strings.
const STRUCTURAL: u32 = 0x80;
const ENTRY_SIZE: usize = 8;
/** The stack at `Strings.at`, and the one to which a query of an earlier place goes back. */
const STACK: usize = FRAMES;
const BASE: usize = FRAMES + <usize>MAX_DEPTH * ENTRY_SIZE;
/** For each depth: the string that was looked ahead for, its end (0: not met yet), and how far the look went. */
const CLOSES: usize = BASE + <usize>MAX_DEPTH * ENTRY_SIZE;
const CLOSE_SIZE: usize = 12;

export class Strings {
  /** The line is read up to here. */
  static at: usize = 0;
  /** How many strings are open there. */
  static depth: u32 = 0;
  static baseAt: usize = 0;
  static baseDepth: u32 = 0;
}

/** The quote that was read last, as strings know it: its escaping without that of what it holds. */
class Quote {
  static code: u32 = 0;
  static form: i32 = 0;
  static count: u32 = 0;
  static start: usize = 0;
  static end: usize = 0;
}

@inline
function entry(depth: u32): usize {
  return STACK + <usize>(depth - 1) * ENTRY_SIZE;
}

@inline
function formOf(depth: u32): i32 {
  return <i32>(load<u8>(entry(depth), 1) & ~STRUCTURAL);
}

/** The first character of the string at `depth`, counted from 1. */
@inline
export function contentStart(depth: u32): usize {
  return load<u32>(entry(depth), 4);
}

/** The depth of the innermost string in double quotes or a host's marks where JSON has strings; 0: none. */
export function jsonLevel(): u32 {
  let depth = Strings.depth;
  while (depth > 0 && (load<u8>(entry(depth)) != 0x22 || <u32>load<u8>(entry(depth), 1) < STRUCTURAL)) depth--;
  return depth;
}

/** Opens no string: a scan starts afresh at `p`. */
export function resetStrings(p: usize): void {
  Strings.at = p;
  Strings.depth = 0;
  memory.fill(CLOSES, 0, <usize>MAX_DEPTH * CLOSE_SIZE);
  keepBase();
}

/** Later queries ask for no place before `Strings.at`, or not before the last base. */
export function keepBase(): void {
  Strings.baseAt = Strings.at;
  Strings.baseDepth = Strings.depth;
  memory.copy(BASE, STACK, <usize>Strings.depth * ENTRY_SIZE);
}

/** Reads on to `p`, so that the stack holds the strings that are open there. */
export function readTo(p: usize): void {
  if (p < Strings.at) {
    Strings.at = Strings.baseAt;
    Strings.depth = Strings.baseDepth;
    memory.copy(STACK, BASE, <usize>Strings.depth * ENTRY_SIZE);
  }
  if (p <= Strings.at) return;
  const isHosted = Strings.depth > 0 && formOf(1) == FORM_HOST;
  if (!isHosted) skipToLine(p);
  const hitEnd = Text.hitEnd;
  let q = Strings.at;
  while ((q = skipToQuote(q, p)) < p) {
    Text.hitEnd = false;
    const next = readToken(q);
    // What the text's end cuts is read when the rest is there.
    if (Text.hitEnd && !Text.final) break;
    q = next;
  }
  Text.hitEnd = hitEnd;
  Strings.at = q;
}

/** Goes to the last line start before `p`: no string is open there. */
function skipToLine(p: usize): void {
  let q = p;
  while (q > Strings.at && load<u8>(q - 1) != 10) q--;
  if (q == Strings.at && (q <= Text.begin || load<u8>(q - 1) != 10 || Strings.depth == 0)) return;
  Strings.at = q;
  Strings.depth = 0;
}

/** Takes the quote or line end at `p` to the stack; returns the address after it. */
function readToken(p: usize): usize {
  const c = <u32>load<u8>(p);
  if (c == 10 || c == 13) {
    const isHosted = Strings.depth > 0 && formOf(1) == FORM_HOST;
    Strings.depth = isHosted ? 1 : 0;
    return p + 1;
  }
  if (!readQuote(p)) {
    if (Char.code == 10 && Quote.end > p + 1) closeAtLineEnd();
    return Quote.end;
  }
  const depth = matching(Strings.depth);
  if (depth != 0) {
    if (canClose(depth)) Strings.depth = depth - 1;
    else return skipDoubled();
  } else if (Strings.depth < MAX_DEPTH && canOpen()) {
    const slot = entry(++Strings.depth);
    store<u8>(slot, Quote.code);
    store<u8>(slot, <u32>Quote.form | (isStructural() ? STRUCTURAL : 0), 1);
    store<u16>(slot, Quote.count, 2);
    store<u32>(slot, <u32>Quote.end, 4);
  }
  return Quote.end;
}

/** Reads the character at `p` into `Quote`, if it is a quote. `Quote.end` is the address after it in either case. */
function readQuote(p: usize): bool {
  const c = <u32>load<u8>(p);
  if (c >= 0xfe) return readMark(p, c);
  if (c == 0x5c && isLongRun(p)) {
    Quote.end = p + LONG_RUN;
    Char.code = 0;
    return false;
  }
  readChar(p);
  Quote.code = Char.code;
  Quote.form = Char.form;
  Quote.count = Char.count;
  Quote.start = p;
  Quote.end = p + Char.length;
  if (!isQuote(Char.code)) return false;
  return Char.form != FORM_BACKSLASH || Char.count < MAX_ESCAPES;
}

/** A host's mark; in other texts these bytes mean nothing. */
function readMark(p: usize, c: u32): bool {
  Quote.code = 0x22;
  Quote.form = FORM_HOST;
  Quote.count = 0;
  Quote.start = p;
  Quote.end = p + 1;
  Char.code = c;
  return Text.isHosted;
}

/** So many backslashes are passed at a time: those that are left tell the same of the quote after them. */
const LONG_RUN: usize = 64;

function isLongRun(p: usize): bool {
  for (let i: usize = 0; i < LONG_RUN; i++) if (at(p + i) != 0x5c) return false;
  return true;
}

/** The depth of the open string, at most `depth`, that the quote is one of; 0: of none. */
function matching(depth: u32): u32 {
  let found: u32 = 0;
  for (let i = depth; i > 0; i--) {
    const slot = entry(i);
    if (load<u8>(slot) != Quote.code) continue;
    const form = <i32>(load<u8>(slot, 1) & ~STRUCTURAL);
    const count = <u32>load<u16>(slot, 2);
    if (form <= FORM_BACKSLASH && Quote.form <= FORM_BACKSLASH) {
      // Fewer backslashes than the string's own close one further out, and this one too.
      if (Quote.count < count) found = i;
      else if (closes(Quote.count, count, othersAround(i))) return matched(i, count);
    } else if (form == Quote.form && count == Quote.count) {
      return i;
    }
  }
  return found;
}

/** The quote begins behind the backslashes that are the string's. */
function matched(depth: u32, count: u32): u32 {
  Quote.start += Quote.count - count;
  Quote.count = count;
  return depth;
}

/**
 * A quote that closes at depth d has 2^d - 1 backslashes; before them, the string's own come in pairs of 2^d. A string
 * around in quotes of another kind, of which there are `others`, doubles backslashes and leaves the quote alone.
 */
function closes(backslashes: u32, count: u32, others: u32): bool {
  const own = count >>> others;
  if ((own & (own + 1)) != 0) return backslashes == count;
  return ((backslashes >>> others) & (2 * own + 1)) == own && backslashes >= count;
}

/** How many strings around the one at `depth` are in quotes of another kind that are escaped by backslashes. */
function othersAround(depth: u32): u32 {
  const code = load<u8>(entry(depth));
  let others: u32 = 0;
  for (let i: u32 = 1; i < depth; i++) {
    if (load<u8>(entry(i)) != code && formOf(i) <= FORM_BACKSLASH) others++;
  }
  return others;
}

/** Whether what follows the quote lets it close the string at `depth`: a delimiter, the end, a quote further out. */
function canClose(depth: u32): bool {
  if (Quote.form == FORM_HOST) return load<u8>(Quote.start) == 0xff;
  if (Quote.end >= Text.limit) {
    Text.hitEnd = true;
    return true;
  }
  const code = Quote.code;
  const form = Quote.form;
  const count = Quote.count;
  readChar(Quote.end);
  if (isQuote(Char.code)) return Char.code != code || Char.form != form || Char.count < count;
  return isDelimiter(Char.code);
}

/** The address after the quote, and after a second one: `""` of CSV and `''` of SQL are a character of the string. */
function skipDoubled(): usize {
  const end = Quote.end;
  readChar(end);
  return Char.code == Quote.code && Char.form == Quote.form && Char.count == Quote.count ? end + Char.length : end;
}

/** Whether what stands before the quote lets it open a string: a delimiter, a blank, a prefix such as b'…' or u"…". */
function canOpen(): bool {
  if (Quote.form == FORM_HOST) return load<u8>(Quote.start) == 0xfe;
  const before = codeBefore(Quote.start);
  if (before == 0x20 || before == 9) return !is(at(Quote.end), BLANK);
  if (!is(before, WORD)) return before != 0x2e && before != 0x2f && before < 0x80;
  // b'…', u"…", N'…'
  return Quote.start > Text.begin + 1 && Quote.form <= FORM_BACKSLASH && isPrefixLetter(before) && !is(codeBefore(Quote.start - 1), WORD);
}

/** Whether the quote stands behind a bracket, a comma, a colon or at its line's start, blanks aside. */
function isStructural(): bool {
  if (Quote.form == FORM_HOST) return true;
  let q = Quote.start;
  const least = q - min(MAX_BLANKS, q - Text.begin);
  while (q > least && is(load<u8>(q - 1), BLANK)) q--;
  const c = codeBefore(q);
  return c == 0x7b || c == 0x5b || c == 0x2c || c == 0x3a || c == 10 || c == 13;
}

const MAX_BLANKS: usize = 64;

function isPrefixLetter(c: u32): bool {
  const l = c | 0x20;
  return l == 0x62 || l == 0x75 || l == 0x72 || l == 0x66 || l == 0x6e || l == 0x65 || l == 0x6c;
}

/** What may stand after a string: blanks, line ends, brackets that close, separators. */
function isDelimiter(c: u32): bool {
  return (
    is(c, END) ||
    c == 0x2c || c == 0x3a || c == 0x3b || c == 0x29 || c == 0x5d || c == 0x7d || c == 0x3d || c == 0x7c || c == 0x2e || c == 0x26 || c == 0x2b || c == 0x3f || c == 0x21 || c == 0x5b || c == 0x28
  );
}

/** An escaped line end: strings in the text whose line ends here are over. */
function closeAtLineEnd(): void {
  for (let i: u32 = 1; i < Strings.depth; i++) {
    const form = formOf(i);
    const count = <u32>load<u16>(entry(i), 2);
    const isOwn = Quote.form == FORM_BACKSLASH ? form <= FORM_BACKSLASH && count + 1 >= Quote.count : form == Quote.form && count >= Quote.count;
    if (!isOwn) continue;
    Strings.depth = i;
    return;
  }
}

/**
 * Where the string at `depth` ends, at its quote or its line's end; 0: not in what has arrived. What was found is
 * kept, so that each string is looked ahead in once.
 */
export function closeOf(depth: u32): usize {
  const slot = CLOSES + <usize>(depth - 1) * CLOSE_SIZE;
  const start = contentStart(depth);
  if (load<u32>(slot) != <u32>start) {
    store<u32>(slot, <u32>start);
    store<u32>(slot, 0, 4);
    store<u32>(slot, <u32>max(Strings.at, start), 8);
  }
  const known = load<u32>(slot, 4);
  if (known != 0) return known;
  const hitEnd = Text.hitEnd;
  const end = lookAhead(depth, load<u32>(slot, 8), slot);
  Text.hitEnd = hitEnd;
  return end;
}

/** How far the string at `depth`, whose end is not known, surely goes. */
export function knownTo(depth: u32): usize {
  return load<u32>(CLOSES + <usize>(depth - 1) * CLOSE_SIZE, 8);
}

function lookAhead(depth: u32, from: usize, slot: usize): usize {
  const isHosted = formOf(1) == FORM_HOST;
  const limit = Text.limit;
  let q = from;
  while ((q = skipToQuote(q, limit)) < limit) {
    Text.hitEnd = false;
    const c = <u32>load<u8>(q);
    let end: usize = 0;
    let next = q + 1;
    if (c == 10 || c == 13) {
      if (!(isHosted && depth == 1)) end = q;
    } else if (readQuote(q)) {
      const found = matching(depth);
      next = Quote.end;
      if (found != 0) {
        if (canClose(found)) end = Quote.start;
        else next = skipDoubled();
      }
    } else {
      next = Quote.end;
      if (Char.code == 10 && isLineEndOf(depth)) end = q;
    }
    if (Text.hitEnd && !Text.final) break;
    if (end != 0) {
      store<u32>(slot, <u32>end, 4);
      return end;
    }
    q = next;
  }
  store<u32>(slot, <u32>min(q, limit), 8);
  return Text.final && q >= limit ? limit : 0;
}

/** Whether the escaped line end in `Quote` ends a line of the text that the string at `depth` stands in. */
function isLineEndOf(depth: u32): bool {
  const depths = Strings.depth;
  Strings.depth = depth;
  closeAtLineEnd();
  const ends = Strings.depth < depth;
  Strings.depth = depths;
  return ends;
}

/** Whether the quote at `p` closes the string at `depth`. */
export function closesAt(p: usize, depth: u32): bool {
  if (!readQuote(p) || Quote.start != p) return false;
  return matching(depth) != 0 && canClose(depth);
}

/** Writes the open strings for the next scan, addresses as distances from `from`. */
export function saveStrings(p: usize, from: usize): void {
  store<u32>(p, Strings.depth | (<u32>(from - min(from, Strings.at)) << 8));
  for (let i: u32 = 1; i <= Strings.depth; i++) {
    const slot = p + <usize>i * 8 - 4;
    store<u32>(slot, load<u32>(entry(i)));
    store<u32>(slot, <u32>min(from - contentStart(i), MAX_DISTANCE), 4);
  }
}

/** Farther in front is not looked at. */
const MAX_DISTANCE: usize = 1 << 16;

export function loadStrings(p: usize, from: usize): void {
  const word = load<u32>(p);
  resetStrings(from - <usize>(word >>> 8));
  Strings.depth = word & 0xff;
  for (let i: u32 = 1; i <= Strings.depth; i++) {
    const slot = p + <usize>i * 8 - 4;
    store<u32>(entry(i), load<u32>(slot));
    store<u32>(entry(i), <u32>from - load<u32>(slot, 4), 4);
  }
  keepBase();
}
