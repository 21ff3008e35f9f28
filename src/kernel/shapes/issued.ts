// A token of an issuer that nobody knows, by how it is put together: words, and after them what a generator gave.
import { P_WORDS, PROGRAM } from "../abi";
import { WORD_OPEN, WORD_PROVES, WORD_TELLS } from "../abi-words";
import {
  BACKSLASH,
  COLON,
  DOT,
  EQUALS,
  HYPHEN,
  isDigit,
  isLetter,
  isLower,
  isUpper,
  UNDERSCORE,
} from "../reading/chars";
import { word } from "../reading/program-view";
import { ALNUM, HEX, is, isText, NAME, Text } from "../reading/text";
import { valueAt, walk } from "../reading/trie";
import { readBackTo } from "../reading/window";
import { hasEntropy, KINDS_MOST, Kinds, measureKinds } from "./kinds";

/** Words in front, `acme_prod_key_`, and their letters. */
const WORDS_MOST = 3;
const WORD_MOST: usize = 12;
/** Ids are shorter: a KSUID has 27 characters, a UUID is hexadecimal. */
const BODY_LEAST: usize = 30;
const TOLD_LEAST: usize = 20;
const HEX_LEAST: usize = 32;
/** Bytes of "sha256=". */
const DIGEST_MOST: usize = 7;
/** Letters of an issuer's name, where nothing else tells of a token. */
const NAME_LEAST: usize = 3;

/**
 * Whether [start, end) is a word or up to three, and after them 30 random characters, 20 after a word that tells of a
 * token, 32 hexadecimal digits after one that proves it: `acme-…`, `acme_token_…`, `acme_secret_…`.
 */
export function issued(start: usize, end: usize): bool {
  if (start > Text.begin && isInside(load<u8>(start - 1))) return false;
  while (end > start && load<u8>(end - 1) == EQUALS) end--;
  let p = start;
  let said: u32 = 0;
  for (let i = 0; i < WORDS_MOST; i++) {
    const next = skipWord(p, end);
    if (next == p) break;
    said |= kindOf(p, next);
    p = next;
    while (p < end && isJoint(load<u8>(p))) p++;
  }
  if (p == start || (said & WORD_OPEN) != 0) return false;
  if (end < p + TOLD_LEAST) return false;
  // Of hashes and UUIDs there are more than of all else.
  const isNumber = isHex(p, end);
  if (isNumber && ((said & WORD_PROVES) == 0 || end < p + HEX_LEAST)) return false;
  if (!isGenerated(p, end)) return false;
  if (isNumber) return true;
  if (Kinds.hasLower && Kinds.hasUpper && (said & (WORD_TELLS | WORD_PROVES)) != 0) return true;
  return end >= p + BODY_LEAST && startsWithName(start) && Kinds.changes * 4 > <u32>min(end - p, KINDS_MOST);
}

/** Whether the name of a hash stands in front of `p`, which is in the text: `sha256=…`, `sha512-…`. */
export function isDigest(p: usize): bool {
  readBackTo(p - DIGEST_MOST);
  if (p < Text.begin + DIGEST_MOST) return false;
  const joint = <u32>load<u8>(p - 1);
  if (joint != EQUALS && joint != HYPHEN && joint != COLON) return false;
  let q = p - 1;
  while (q > p - 4 && isDigit(load<u8>(q - 1))) q--;
  return q < p - 1 && isText(q - 3, "sha");
}

/** Whether a token that `c` stands in front of is a part of something longer, or begins with the letter of an escape. */
function isInside(c: u32): bool {
  return c == BACKSLASH || (is(c, NAME) && !is(c, ALNUM));
}

/** Whether three letters stand there: two, or with digits, one random text in a hundred begins with. */
function startsWithName(p: usize): bool {
  for (let q = p; q < p + NAME_LEAST; q++) if (!isLetter(load<u8>(q))) return false;
  for (let q = p + NAME_LEAST; is(load<u8>(q), ALNUM); q++) if (isDigit(load<u8>(q))) return false;
  return true;
}

/** Whether there are hexadecimal digits only, and what joins them. */
function isHex(start: usize, end: usize): bool {
  for (let p = start; p < end; p++) if (!is(load<u8>(p), HEX) && !isJoint(load<u8>(p))) return false;
  return true;
}

/** Returns the address after the word of one case, and digits after it, that a joint follows, or `p`: `acme`, `v1`, `2026`. */
function skipWord(p: usize, end: usize): usize {
  const most = min(end, p + WORD_MOST);
  let q = p;
  if (isUpper(load<u8>(q))) while (q < most && isUpper(load<u8>(q))) q++;
  else while (q < most && isLower(load<u8>(q))) q++;
  while (q < most && isDigit(load<u8>(q))) q++;
  return q < end && isJoint(load<u8>(q)) ? q : p;
}

/** Returns what is known of the word [start, end), but for digits at its end: `sha256` is `sha`. */
function kindOf(start: usize, end: usize): u32 {
  while (end > start && isDigit(load<u8>(end - 1))) end--;
  const words: usize = PROGRAM + word(P_WORDS);
  return valueAt(words, walk(words, 0, start, end));
}

/**
 * Whether what [start, end) holds changes its kind as random characters do, and has no more joints than these: none,
 * where it is of one case.
 */
function isGenerated(start: usize, end: usize): bool {
  measureKinds(start, end);
  const length = end - start;
  if (isNamed(start, end)) return false;
  if (!Kinds.hasDigit || !Kinds.hasLetter || Kinds.changes * 5 < <u32>min(length, KINDS_MOST)) return false;
  let joints: usize = 0;
  for (let p = start; p < end; p++) {
    if (isJoint(load<u8>(p))) joints++;
    else if (!is(load<u8>(p), ALNUM)) return false;
  }
  if (Kinds.hasLower && Kinds.hasUpper) return joints * 10 <= length + 10 && hasEntropy(start, end, 37);
  return (joints == 0 || isHex(start, end)) && hasEntropy(start, end, 30);
}

/** The end of a resource's name that a program has chosen. */
const SUFFIX_MOST: usize = 12;

/** Whether [start, end) is words and, after a joint, a few hexadecimal digits: `eksClusterSecurityGroup-83e3d8d`. */
function isNamed(start: usize, end: usize): bool {
  let p = end;
  while (p > start && end - p <= SUFFIX_MOST && is(load<u8>(p - 1), HEX)) p--;
  if (p == end || end - p > SUFFIX_MOST || p == start || !isJoint(load<u8>(p - 1))) return false;
  for (let q = start; q < p; q++) if (isDigit(load<u8>(q))) return false;
  return true;
}

// @inline
function isJoint(c: u32): bool {
  return c == UNDERSCORE || c == HYPHEN || c == DOT;
}
