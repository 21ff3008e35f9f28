import { LIST_SETTER, LIST_SQL_BINDINGS, LIST_SQL_VERB } from "../abi-words";
import { DEPTH, Frame } from "../frames/frame";
import { contentStart } from "../frames/open-strings";
import { Key } from "../names/key-state";
import { BINDINGS_MOST } from "../reading/bounds";
import {
  AT,
  COLON,
  isDigit,
  isNewline,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  SEMICOLON,
} from "../reading/chars";
import { Members } from "../reading/members-state";
import { skipSpace } from "../reading/skip";
import { at, BLANK, is, Text, undecided, WORD } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { Run } from "../shapes/dfa-memo";
import { readBound } from "./bound-lines";
import {
  countWords,
  opensBareList,
  opensWords,
  skipNumber,
  skipOpening,
  skipSemicolon,
} from "./list-openings";
import { BINDINGS_LIST, Bindings, countPlaceholders } from "./placeholders";

/** A run of letters and digits of this length in front of the list is looked at as any text is. */
const TOKEN_LEAST: u32 = 20;

/**
 * Returns the address of the first value of the list after the statement that goes on at `p`, 0 if there is none. Of a
 * list in a member after the statement's string, the frame is what encloses that string.
 */
export function findBindings(p: usize): usize {
  Bindings.line = 0;
  const isLooked = mayFindList(p);
  const list = isLooked ? noteBlanks(findList(p)) : 0;
  if (list != 0 || undecided() || !Frame.isClosed || Frame.level == 0) return list;
  // Frame.level says how many strings enclose a name while it is looked at.
  const depth = Frame.level & DEPTH;
  if (depth == 0 || depth > BINDINGS_LIST || Members.at != usize.MAX_VALUE || !opensString(depth)) return 0;
  const begin = Text.begin;
  const limit = Text.limit;
  Text.begin = Frame.begin;
  Text.limit = Frame.limit;
  Text.final = Frame.final;
  Text.hitEnd = false;
  const isInMember = mayFindList(limit);
  if (isInMember && !isLooked) countPlaceholders(p, min(limit, p + BINDINGS_MOST));
  const member = isInMember ? noteBlanks(findList(limit)) : 0;
  if (undecided()) {
    // More text is needed, though the frame's end is known.
    Frame.isClosed = false;
    Text.begin = begin;
    return 0;
  }
  Text.begin = begin;
  Text.limit = limit;
  Text.final = true;
  if (member != 0) Frame.level--;
  return member;
}

/** Notes whether blanks stand between the values of the list at `list`, which is returned. */
function noteBlanks(list: usize): usize {
  Bindings.isSpaced = list != 0 && Bindings.count > 1 && countWords(list) == Bindings.count;
  return list;
}

/** Whether the string at depth `level` begins with a verb of SQL, after blanks. */
function opensString(level: u32): bool {
  return lengthOfListed(LIST_SQL_VERB, skipSpace(contentStart(level))) != 0;
}

/** Where no list begins: a name in every ten bytes would look through the same five hundred each time. */
class NoList {
  static scan: u32 = 0;
  static from: usize = 0;
  static to: usize = 0;
}

/** Whether a list may begin within reach of `p`. */
function mayFindList(p: usize): bool {
  if (NoList.scan != Run.scan || NoList.from > p || p > NoList.to) {
    NoList.scan = Run.scan;
    NoList.from = p;
    NoList.to = p;
  }
  const most = p + BINDINGS_MOST;
  for (let q = NoList.to; q < most; q++) {
    const c = at(q);
    if (c == 0) return undecided();
    if (c == OPEN_BRACE && skipNumber(q + 1) != q + 1) return true;
    const isMark = c == SEMICOLON || c == COLON;
    if (isMark ? skipSemicolon(q) != 0 : c == AT && skipNumber(q) != q) return true;
    if ((c == OPEN_BRACKET || c == OPEN_PAREN) && opensBareList(q)) return true;
    if (c == OPEN_BRACKET && countWords(q + 1) > 1) return true;
    const startsWord = is(c, WORD) && (q == p || !is(load<u8>(q - 1), WORD));
    if (startsWord && lengthOfListed(LIST_SQL_BINDINGS | LIST_SETTER, q) != 0) return true;
    NoList.to = q + 1;
  }
  return false;
}

function findList(p: usize): usize {
  let run: u32 = 0;
  let hasDigit = false;
  let lines = 0;
  let isLine = true;
  for (const most = p + BINDINGS_MOST; p < most; p++) {
    const c = at(p);
    if (c == 0) return 0;
    if (is(c, WORD)) {
      if (run == 0) {
        const length = lengthOfListed(LIST_SQL_BINDINGS | LIST_SETTER, p);
        if (length != 0 && readBound(p + length)) {
          Bindings.line = p;
          return 0;
        }
        const list = length != 0 && lengthOfListed(LIST_SQL_BINDINGS, p) != 0 ? skipOpening(p + length) : 0;
        if (list != 0 || undecided()) return list;
      }
      run++;
      if (isDigit(c)) hasDigit = true;
      if (hasDigit && run >= TOKEN_LEAST) return 0;
      continue;
    }
    run = 0;
    hasDigit = false;
    // H2: … values (?, ?) {1: 'ann', 2: '…'}
    if (c == OPEN_BRACE && skipNumber(p + 1) != p + 1) return p + 1;
    if ((c == OPEN_BRACKET || c == OPEN_PAREN) && opensBareList(p)) return p + 1;
    if (c == OPEN_BRACKET && opensWords(p, Bindings.count, isLine)) return p + 1;
    if (c == AT && skipNumber(p) != p) return p;
    const list = skipSemicolon(p);
    if (list != 0) return list;
    if (isNewline(c)) {
      isLine = false;
      if (!is(at(p + 1), BLANK) && ++lines > 2) return 0;
      // What is before it may go out.
      Key.value = p + 1;
    }
    countPlaceholders(p, p + 1);
  }
  return 0;
}
