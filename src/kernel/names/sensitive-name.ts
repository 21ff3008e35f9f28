// Whether a name is sensitive. Its head is the longest entry that ends at the stop; words before and after it it
// belong to the name too. Some of them turn it into something else (`token_type`, `has_password`); after one that is
// not known, the value has to look like a credential (`API_KEY_ACME`).
import { INNOCENT_PHRASE, PLACE_WHOLE, PLACE_WORD, R_INDEXED, R_QUALIFIED, R_VENDOR } from "../abi";
import { WORD_ENDS, WORD_QUALIFIES, WORD_TURNS } from "../abi-words";
import { ESCAPE_MOST, NAME_DIGITS_MOST, NAME_MOST, NAME_WORDS_MOST } from "../reading/bounds";
import { escapeBefore } from "../reading/character";
import {
  BACKSLASH,
  DOT,
  HYPHEN,
  isAscii,
  isDigit,
  isLower,
  LOWER_M,
  OPEN_BRACKET,
  PERCENT,
  UNDERSCORE,
} from "../reading/chars";
import { letterBefore, startsLetter } from "../reading/escaped-letter";
import { ruleAt } from "../reading/program-view";
import { endsColour } from "../reading/skip";
import { at, is, NAME, Text } from "../reading/text";
import { readBackTo, readOnTo } from "../reading/window";
import { isOfVendor, isTag, isTurnedByIndex, isTurnedInFront } from "./around-name";
import { isNearEscape, lookUpEscaped } from "./escaped-name";
import { lookUp, Name } from "./name-trie";
import { isMark, kindOfWord, wordEnd, wordStart } from "./words";

const NONE: i32 = -1;

/**
 * Returns the rule of the name that has a head in front of `stop`, where a word ends, or -1. Sets `Name.start` and
 * `Name.end`.
 */
export function sensitiveName(stop: usize): i32 {
  const end = behindNumber(stop);
  const lowest = lowestStart(stop);
  readOnTo(end);
  const head = headBefore(lowest, end);
  if (head == 0 || head >= <u32>INNOCENT_PHRASE) return NONE;
  if (Name.isEscaped && (startsLetter(end) || isLower(at(end)))) return NONE;
  Name.end = end;
  const c = at(end);
  let rule = <i32>head - 1;
  if (is(c, NAME)) {
    const from = Name.from;
    rule = qualifiedRule(head, lowest, stop, stop + NAME_MOST);
    Name.from = from;
  }
  return rule < 0 ? NONE : settle(rule, lowest);
}

/** Returns the rule of the name that ends before `end`, whatever words are after its head, or -1. Sets the same. */
export function wholeName(end: usize): i32 {
  const lowest = lowestStart(end);
  Name.end = end;
  let p = end;
  for (let i = 0; i <= NAME_WORDS_MOST && p > lowest; i++) {
    const head = headBefore(lowest, p);
    if (head != 0) {
      const from = Name.from;
      const rule = p == end ? <i32>head - 1 : qualifiedRule(head, lowest, p, end);
      Name.from = from;
      return rule < 0 || head >= <u32>INNOCENT_PHRASE ? NONE : settle(rule, lowest);
    }
    p = wordStart(p, lowest);
    while (p > lowest && isMark(load<u8>(p - 1))) p--;
    if (p > lowest && !is(load<u8>(p - 1), NAME)) break;
  }
  return NONE;
}

function lowestStart(end: usize): usize {
  return end - min(NAME_MOST, end - max(Text.begin, Text.floor));
}

/** Returns the entry that ends before `end`, or before the digits there, or 0. */
function headBefore(lowest: usize, end: usize): u32 {
  const found = entryBefore(lowest, end);
  if (found != 0 || !isDigit(load<u8>(end - 1))) return found;
  let shorter = end;
  while (shorter > lowest && isDigit(load<u8>(shorter - 1))) shorter--;
  return shorter > lowest ? entryBefore(lowest, shorter) : 0;
}

function entryBefore(lowest: usize, end: usize): u32 {
  Name.isEscaped = false;
  const found = lookUp(lowest, end);
  return found == 0 && isNearEscape(Name.stopped) ? lookUpEscaped(lowest, end) : found;
}

/** Returns the address after the few digits at `p`, also after a "_" or "-", or `p`. */
function behindNumber(p: usize): usize {
  const c = at(p);
  if (c == UNDERSCORE || c == HYPHEN) {
    readOnTo(p + 1);
    if (isDigit(at(p + 1))) p++;
  }
  const most = p + NAME_DIGITS_MOST;
  while (p < most && isDigit(at(p))) p++;
  return p;
}

/**
 * Returns the rule of the name that goes on after its `head` from `p` on, to `most` at the farthest, or -1: it is
 * something else. Sets `Name.end`; a dash or a dot at the end belongs to the sentence.
 */
function qualifiedRule(head: u32, lowest: usize, p: usize, most: usize): i32 {
  if (head >= <u32>INNOCENT_PHRASE) return NONE;
  const rule = <i32>head - 1;
  const judged = <i32>load<u16>(ruleAt(rule), R_QUALIFIED);
  const place = Name.place;
  let result = rule;
  while (p < most && is(at(p), NAME)) {
    const next = wordEnd(p, most);
    if (next == p) {
      p++;
      continue;
    }
    if (!isDigit(load<u8>(p))) {
      readOnTo(next + 1);
      const kind = kindOfWord(p, next);
      const turning = load<u8>(p - 1) == DOT ? WORD_TURNS | WORD_ENDS : WORD_TURNS;
      if (judged == 0 || place == PLACE_WHOLE || (kind & turning) != 0) return NONE;
      // What a later head says is for its own stop.
      if (lookUp(lowest, next) != 0) return NONE;
      const isKnown = (kind & WORD_QUALIFIES) != 0;
      // `pass_rate`: what is so short takes no word that is not known.
      if (place == PLACE_WORD && !isKnown) return NONE;
      if (place == PLACE_WORD || !isKnown) result = judged;
    }
    p = next;
    Name.end = next;
  }
  readOnTo(p);
  return result;
}

/** Returns `rule`, or the one in its place for what stands around the name, or -1. */
function settle(rule: i32, lowest: usize): i32 {
  setStart(lowest);
  if (isTurnedInFront() || isTurnedByIndex() || isTag()) return NONE;
  const record = ruleAt(rule);
  const vendor = load<u16>(record, R_VENDOR);
  if (vendor != 0 && isOfVendor()) return vendor;
  const indexed = load<u16>(record, R_INDEXED);
  readOnTo(Name.end + 1);
  return indexed != 0 && at(Name.end) == OPEN_BRACKET && isDigit(at(Name.end + 1)) ? indexed : rule;
}

function isOfName(p: usize): bool {
  const c = <u32>load<u8>(p);
  return is(c, NAME) || (p >= Name.from && !isAscii(c));
}

function setStart(lowest: usize): void {
  const end = Name.end;
  let start = end;
  // A letter beyond ASCII belongs to the name where it was found in it.
  for (;;) {
    const letter = Name.isEscaped ? letterBefore(start) : start;
    if (letter != start && letter >= lowest) start = letter;
    else if (start > lowest && isOfName(start - 1)) start--;
    else break;
  }
  readBackTo(start - 1);
  start = behindEscape(behindColour(start, end), end);
  while (start < end && (load<u8>(start) == HYPHEN || load<u8>(start) == DOT)) start++;
  Name.start = start;
}

/** After the rest of a colour code (`36m`) that was taken for the start of the name [start, end). */
function behindColour(start: usize, end: usize): usize {
  let p = start;
  while (p < end && isDigit(load<u8>(p))) p++;
  return p < end && load<u8>(p) == LOWER_M && endsColour(p + 1) ? p + 1 : start;
}

/** After the rest of an escape (`n` of `\n`, `22` of `%22`) that was taken for the start of the name [start, end). */
function behindEscape(start: usize, end: usize): usize {
  if (start == Text.begin) return start;
  const c = load<u8>(start - 1);
  if (c != BACKSLASH && c != PERCENT) return start;
  const most = min(end, start + ESCAPE_MOST);
  for (let p = start + 1; p < most; p++) {
    const from = escapeBefore(p);
    if (from == start - 1 && !(c == PERCENT && escapeBefore(p + 2) == from)) return p;
  }
  return start;
}
