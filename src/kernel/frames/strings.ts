// The strings that are open at a place in a line, innermost last. A candidate's frame is the innermost of them, and
// what decides about the candidate lies in it. The line is read only up to a candidate that was found, from where it
// was last read to, and to the end of a chunk, so that the open strings can be carried.
import { FORM_BACKSLASH, FORM_ENTITY, FORM_PERCENT, FORM_RAW } from "../abi";
import { Char } from "../reading/character";
import { AMPERSAND, isNewline, LESS, LINE_FEED, QUOTE, RETURN } from "../reading/chars";
import { clear, copy, Text } from "../reading/text";
import { Head, skipHead } from "./cut-records";
import { boundByTag, isBracket, takeBracket } from "./elements";
import {
  BASE,
  CLOSE_SIZE,
  CLOSES,
  clearTags,
  contentStart,
  ENTRY_SIZE,
  entry,
  escapesNothing,
  formOf,
  HEAD_CUT,
  HEAD_READ,
  isAttribute,
  isLineEndIn,
  joinDoubled,
  MAX_DEPTH,
  matching,
  push,
  pushQuote,
  readQuoteIn,
  SEARCHED_END,
  STACK,
  STRUCTURAL,
  Strings,
} from "./open-strings";
import { canOpen, closesPlainly, opensPlainly, Quote, skipDoubled } from "./quote";
import { lineStart, quotesAt, skipToQuote } from "./quote-bytes";
import { canClose, closedLiterally } from "./string-end";

/** Opens no string: a scan starts afresh at `p`. */
export function resetStrings(p: usize): void {
  Strings.at = p;
  Strings.depth = 0;
  Strings.head = 0;
  Strings.tags = 0;
  clear(CLOSES, SEARCHED_END - CLOSES);
  keepBase();
}

/** Later queries ask for no place before `Strings.at`, or not before the last base. */
export function keepBase(): void {
  Strings.baseAt = Strings.at;
  Strings.baseDepth = Strings.depth;
  Strings.baseHead = Strings.head;
  Strings.baseTags = Strings.tags;
  copy(BASE, STACK, <usize>Strings.depth * ENTRY_SIZE);
}

/** Reads on to `p`, so that the stack holds the strings that are open there. */
export function readTo(p: usize): void {
  if (p < Strings.at) {
    Strings.at = Strings.baseAt;
    Strings.depth = Strings.baseDepth;
    Strings.head = Strings.baseHead;
    Strings.tags = Strings.baseTags;
    copy(STACK, BASE, <usize>Strings.depth * ENTRY_SIZE);
  }
  if (p <= Strings.at) return;
  skipToLine(p);
  let hitEnd = Text.hitEnd;
  if (Strings.head == 0 && !readHead()) {
    Text.hitEnd = hitEnd;
    return;
  }
  let q = skipToQuote(Strings.at, p);
  for (;;) {
    q = takePlainQuotes(q, p);
    if (q >= p) break;
    Text.hitEnd = false;
    const depth = Strings.depth;
    const tags = Strings.tags;
    const next = readToken(q);
    if ((Text.hitEnd && !Text.final) || next > p) {
      // What the text's end or the place cuts is read when the rest is there; until then it is not known what is open.
      hitEnd = hitEnd || next <= p;
      Strings.depth = depth;
      Strings.tags = tags;
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
  if (q == Strings.at && (q <= Text.begin || load<u8>(q - 1) != LINE_FEED)) return;
  Strings.at = q;
  Strings.depth = 0;
  Strings.head = 0;
  Strings.tags = 0;
}

/** Reads what the line's begin says of its record. Returns whether so much of it is there. */
function readHead(): bool {
  Text.hitEnd = false;
  skipHead(Strings.at);
  if (Text.hitEnd && !Text.final) return false;
  Strings.head = HEAD_READ | (Head.isCut ? HEAD_CUT : 0);
  return true;
}

/** Whether the record whose line ends at `p` goes on in the next one. */
export function isCutAt(p: usize): bool {
  readTo(p);
  return (Strings.head & HEAD_CUT) != 0;
}

/** Takes the quote or line end at `p` to the stack; returns the address after it. */
function readToken(p: usize): usize {
  const c = <u32>load<u8>(p);
  if (c == LINE_FEED || c == RETURN) {
    Strings.depth = 0;
    Strings.tags = 0;
    return p + 1;
  }
  if (c == QUOTE && takePlainQuote(p)) return p + 1;
  if (!readQuoteIn(p)) {
    const ended = isNewline(Char.code) && Quote.end > p + 1 ? lineEndsIn(Strings.depth) : 0;
    if (ended != 0) {
      Strings.depth = ended;
      clearTags(ended);
    }
    if (isBracket()) takeBracket(p);
    if (c == AMPERSAND || c == LESS) Strings.depth = boundBy(c, Strings.depth);
    return Quote.end;
  }
  joinDoubled(Strings.depth);
  const depth = matching(Strings.depth);
  if (depth != 0) {
    if (canClose()) Strings.depth = depth - 1;
    else return skipDoubled();
  } else {
    const closed = closedLiterally(Strings.depth);
    if (closed != 0) Strings.depth = closed - 1;
    else if (Strings.depth < MAX_DEPTH && canOpen()) pushQuote();
  }
  return Quote.end;
}

/**
 * Takes the quotes in [p, most) that stand as those of JSON do, up to the first one that does not, and returns where that
 * is: most of a log's lines have no others, and one at a time they cost a fifth of all.
 */
function takePlainQuotes(p: usize, most: usize): usize {
  const depth = Strings.depth;
  if (depth > 1 || (depth == 1 && !isPlainString(1))) return p;
  const first = depth == 0 ? 0 : contentStart(1);
  let start = first;
  let end = most;
  for (let block = p; block < most && end == most; block += 16) {
    for (let found = quotesAt(block); found != 0; found &= found - 1) {
      const q = block + <usize>ctz(found);
      if (q >= most) break;
      if (load<u8>(q) != QUOTE || !(start == 0 ? opensPlainly(q) : closesPlainly(q))) {
        end = q;
        break;
      }
      start = start == 0 ? q + 1 : 0;
    }
  }
  if (start == first) return end;
  Strings.depth = 0;
  if (start != 0) push(QUOTE, FORM_RAW | STRUCTURAL, 0, start);
  return end;
}

/** Whether the string at `depth` was opened as those of JSON are. */
function isPlainString(depth: u32): bool {
  const slot = entry(depth);
  return load<u8>(slot) == QUOTE && (load<u32>(slot) & 0xffff4700) == 0;
}

/** The same of one quote, at any depth. */
function takePlainQuote(p: usize): bool {
  const depth = Strings.depth;
  if (depth == 0) {
    if (!opensPlainly(p)) return false;
    push(QUOTE, FORM_RAW | STRUCTURAL, 0, p + 1);
    return true;
  }
  if (!isPlainString(depth) || !closesPlainly(p)) return false;
  Strings.depth = depth - 1;
  return true;
}

/**
 * How many of the strings, `depth` of them, go on after `c`: an ampersand ends a parameter, and what is percent-encoded in
 * it; "<" an element's text, and what is entities in it.
 */
function boundBy(c: u32, depth: u32): u32 {
  for (let i: u32 = 1; i <= depth; i++) {
    const form = formOf(i);
    if (form == FORM_PERCENT || (form == FORM_ENTITY && c == LESS)) return i - 1;
  }
  return depth;
}

/** The depth of a string around the one at `depth` of whose text the escape in `Quote` ends a line; 0: of none. */
function lineEndsIn(depth: u32): u32 {
  for (let i: u32 = 1; i < depth; i++) {
    const form = formOf(i);
    const count = <u32>load<u16>(entry(i), 2);
    if (isAttribute(i) || escapesNothing(i, depth)) continue;
    const isOwn =
      Quote.form == FORM_BACKSLASH
        ? form <= FORM_BACKSLASH && isLineEndIn(Quote.count, count)
        : form == Quote.form && count >= Quote.count;
    if (isOwn) return i;
  }
  return 0;
}

/** How many backslashes of the text stand before the escaped line end in `Quote`, which is one in the string at `depth`. */
function textBefore(depth: u32): usize {
  const own = <u32>load<u16>(entry(depth), 2) + 1;
  return Quote.form == FORM_BACKSLASH && Quote.count > own ? Quote.count - own : 0;
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
    } else if (readQuoteIn(q)) {
      joinDoubled(depth);
      const found = matching(depth);
      next = Quote.end;
      if (found != 0) {
        if (canClose()) end = Quote.start;
        else next = skipDoubled();
      } else if (closedLiterally(depth) != 0) end = Quote.start;
    } else {
      next = Quote.end;
      const ended = isNewline(Char.code) ? lineEndsIn(depth) : 0;
      if (ended != 0) end = q + textBefore(ended);
      if (isBracket() && boundByTag(q, depth) < depth) end = Char.code == LESS ? q : q - 2;
      if ((c == AMPERSAND || c == LESS) && boundBy(c, depth) < depth) end = q;
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

/** Whether the quote at `p` closes the string at `depth`. */
export function closesAt(p: usize, depth: u32): bool {
  if (!readQuoteIn(p) || Quote.start != p) return false;
  joinDoubled(depth);
  return matching(depth) != 0 && canClose();
}
