// A name's words: where they begin and end, and what is known of each (`src/rules/words/name-words.ts`).
import { HASH, P_ISSUERS, P_WORDS, PROGRAM } from "../abi";
import { ISSUER_MOST, NAME_MOST } from "../reading/bounds";
import { isDigit, isLower, isUpper, LINE_FEED } from "../reading/chars";
import { word } from "../reading/program-view";
import { endsColour } from "../reading/skip";
import { ALNUM, at, fold, is, NAME, Text } from "../reading/text";
import { child, valueAt, walk } from "../reading/trie";

/** Whether `c` stands between the words of a name: "_", "-", ".". */
// @inline
export function isMark(c: u32): bool {
  return is(c, NAME) && !is(c, ALNUM);
}

/** The byte before `p`, or a line end where no name reaches. */
// @inline
export function charBefore(p: usize): u32 {
  return p > Text.begin && p > Text.floor ? <u32>load<u8>(p - 1) : LINE_FEED;
}

/** Whether a word starts at `p`: after a mark, at a camel's hump, at a change of letters and digits. */
export function startsWord(p: usize): bool {
  const previous = charBefore(p);
  if (!is(previous, ALNUM) || endsColour(p)) return true;
  const c = <u32>load<u8>(p);
  if (isLower(previous)) return isUpper(c);
  if (isDigit(previous)) return !isDigit(c);
  // An acronym ends before the last capital: "HTTPToken".
  return isUpper(c) && isLower(load<u8>(p + 1));
}

/** Returns where the word starts that ends before `end`, `least` at the earliest. */
export function wordStart(end: usize, least: usize): usize {
  let p = end - 1;
  while (
    p > least &&
    is(charBefore(p), ALNUM) &&
    !startsWord(p) &&
    isDigit(load<u8>(p)) == isDigit(load<u8>(p - 1))
  )
    p--;
  return p;
}

/** Returns where the word of letters or the number ends that starts at `p`, `most` at the latest. */
export function wordEnd(p: usize, most: usize): usize {
  let q = p;
  while (q < most && isDigit(at(q))) q++;
  if (q > p) return q;
  while (q < most && isUpper(at(q))) q++;
  // An acronym ends before the last capital: "HTTPToken".
  if (q > p + 1) return q < most && isLower(at(q)) ? q - 1 : q;
  while (q < most && isLower(at(q))) q++;
  return q;
}

/** Returns what is known of the word [start, end): WORD_* or 0. */
export function kindOfWord(start: usize, end: usize): u32 {
  const words: usize = PROGRAM + word(P_WORDS);
  return valueAt(words, walk(words, 0, start, end));
}

/** Returns what is known of the name [start, end) as one word; marks in it do not count. */
export function kindOfName(start: usize, end: usize): u32 {
  const words: usize = PROGRAM + word(P_WORDS);
  let node: u32 = 0;
  for (let p = start; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (isMark(c)) continue;
    node = child(words, node, fold(c));
    if (node == 0) return 0;
  }
  return valueAt(words, node);
}

/** Whether a word that names an issuer starts at `p` and ends with a word, at `end` at the latest; marks in it do not count. */
export function startsIssuer(p: usize, end: usize): bool {
  let hash: u32 = HASH;
  for (const most = min(end, p + ISSUER_MOST); p < most; p++) {
    const c = <u32>load<u8>(p);
    if (!is(c, ALNUM)) continue;
    hash = (hash ^ fold(c)) * HASH;
    if ((p + 1 == end || startsWord(p + 1) || !is(load<u8>(p + 1), ALNUM)) && isIssuer(hash)) return true;
  }
  return false;
}

/** Whether a word of this hash names an issuer of keys. */
function isIssuer(hash: u32): bool {
  const issuers: usize = PROGRAM + word(P_ISSUERS);
  let low: u32 = 0;
  let high = load<u32>(issuers);
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = load<u32>(issuers + ((<usize>middle) << 2), 4);
    if (other == hash) return true;
    if (other < hash) low = middle + 1;
    else high = middle;
  }
  return false;
}

/** Returns where the name goes on to from `p`; a dash or a dot at its end belongs to the sentence. */
export function nameEnd(p: usize): usize {
  let end = p;
  for (const most = p + NAME_MOST; end < most && is(at(end), NAME); ) end++;
  while (end > p && isMark(load<u8>(end - 1))) end--;
  return end;
}
