// The strings that are open at a place in a line, innermost last. A candidate's frame is the innermost of them, and
// what decides about the candidate lies in it. The line is read only up to a candidate that was found, from where it
// was last read to, and to the end of a chunk, so that the open strings can be carried.
import { FORM_BACKSLASH, FORM_RAW, FRAMES } from "../abi";
import { Char } from "../reading/character";
import { LINE_FEED, QUOTE, RETURN } from "../reading/chars";
import { Text } from "../reading/text";
import {
  canClose,
  canOpen,
  closesPlainly,
  isStructural,
  opensPlainly,
  Quote,
  readQuote,
  skipDoubled,
} from "./quote";
import { lineStart, skipToQuote } from "./quote-bytes";

/** Deeper strings are text of the last one. JSON in JSON in JSON needs three. */
export const MAX_DEPTH: u32 = 6;

// An open string: code u8, form u8, count u16, address of its first character u32. The form's highest bit: it stands
// where JSON has its strings.
const STRUCTURAL: u32 = 0x80;
export const ENTRY_SIZE: usize = 8;
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

// @inline
export function entry(depth: u32): usize {
  return STACK + <usize>(depth - 1) * ENTRY_SIZE;
}

// @inline
function formOf(depth: u32): i32 {
  return <i32>(load<u8>(entry(depth), 1) & ~STRUCTURAL);
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

/** How often the quotes of the string at `depth` are escaped by backslashes; -1 outside of all. */
export function escapesOf(depth: u32): i32 {
  return depth == 0 ? -1 : <i32>load<u16>(entry(depth), 2);
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
  skipToLine(p);
  const hitEnd = Text.hitEnd;
  let q = skipToQuote(Strings.at, p);
  while (q < p) {
    Text.hitEnd = false;
    const depth = Strings.depth;
    const next = readToken(q);
    if (Text.hitEnd && !Text.final) {
      // What the text's end cuts is read when the rest is there.
      Strings.depth = depth;
      break;
    }
    q = skipToQuote(next, p);
  }
  Text.hitEnd = hitEnd;
  Strings.at = q;
}

/** Goes to the last line start before `p`: no string is open there. */
function skipToLine(p: usize): void {
  const q = lineStart(Strings.at, p);
  if (q == Strings.at && (q <= Text.begin || load<u8>(q - 1) != LINE_FEED || Strings.depth == 0)) return;
  Strings.at = q;
  Strings.depth = 0;
}

/** Takes the quote or line end at `p` to the stack; returns the address after it. */
function readToken(p: usize): usize {
  const c = <u32>load<u8>(p);
  if (c == LINE_FEED || c == RETURN) {
    Strings.depth = 0;
    return p + 1;
  }
  if (c == QUOTE && takePlainQuote(p)) return p + 1;
  if (!readQuote(p)) {
    if (Char.code == LINE_FEED && Quote.end > p + 1) closeAtLineEnd();
    return Quote.end;
  }
  const depth = matching(Strings.depth);
  if (depth != 0) {
    if (canClose()) Strings.depth = depth - 1;
    else return skipDoubled();
  } else if (Strings.depth < MAX_DEPTH && canOpen()) {
    push(Quote.code, <u32>Quote.form | (isStructural() ? STRUCTURAL : 0), Quote.count, Quote.end);
  }
  return Quote.end;
}

/** Takes the quote at `p` if it stands as those of JSON do: most of a log's lines have no others, and they cost a fifth so. */
function takePlainQuote(p: usize): bool {
  const depth = Strings.depth;
  if (depth == 0) {
    if (!opensPlainly(p)) return false;
    push(QUOTE, FORM_RAW | STRUCTURAL, 0, p + 1);
    return true;
  }
  const slot = entry(depth);
  const isPlain = load<u8>(slot) == QUOTE && (load<u32>(slot) & 0xffff7f00) == 0;
  if (!isPlain || !closesPlainly(p)) return false;
  Strings.depth = depth - 1;
  return true;
}

function push(code: u32, form: u32, count: u32, start: usize): void {
  const slot = entry(++Strings.depth);
  store<u8>(slot, code);
  store<u8>(slot, form, 1);
  store<u16>(slot, count, 2);
  store<u32>(slot, <u32>start, 4);
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

/** An escaped line end: strings in the text whose line ends here are over. */
function closeAtLineEnd(): void {
  for (let i: u32 = 1; i < Strings.depth; i++) {
    const form = formOf(i);
    const count = <u32>load<u16>(entry(i), 2);
    const isOwn =
      Quote.form == FORM_BACKSLASH
        ? form <= FORM_BACKSLASH && count + 1 >= Quote.count
        : form == Quote.form && count >= Quote.count;
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
  const limit = Text.limit;
  let q = skipToQuote(from, limit);
  while (q < limit) {
    Text.hitEnd = false;
    const c = <u32>load<u8>(q);
    let end: usize = 0;
    let next = q + 1;
    if (c == LINE_FEED || c == RETURN) {
      end = q;
    } else if (readQuote(q)) {
      const found = matching(depth);
      next = Quote.end;
      if (found != 0) {
        if (canClose()) end = Quote.start;
        else next = skipDoubled();
      }
    } else {
      next = Quote.end;
      if (Char.code == LINE_FEED && isLineEndOf(depth)) end = q;
    }
    if (Text.hitEnd && !Text.final) break;
    if (end != 0) {
      store<u32>(slot, <u32>end, 4);
      return end;
    }
    q = skipToQuote(next, limit);
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
  return matching(depth) != 0 && canClose();
}
