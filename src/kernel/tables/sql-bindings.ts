// A statement whose values stand behind it: `VALUES (?, ?) -- PARAMETERS: ["ann","…"]`, `password = $1", params: ['…']`.
// Which of its placeholders are secret is told by the names of the columns, where the list begins by a word in front of
// it (`text-words.ts`). Between a statement and its list there is a line end at most, and nothing like a token. The list
// is in the statement's string or, if the statement is all that string holds, in a member behind it.
import { CHECK_NONE, R_CHECK, R_VALUE, VALUE_ANY } from "../abi";
import { LIST_SETTER, LIST_SQL_BINDINGS, LIST_SQL_VERB } from "../abi-words";
import { DEPTH, Frame } from "../frames/frame";
import { contentStart } from "../frames/open-strings";
import { Key } from "../names/key-state";
import { wholeName } from "../names/sensitive-name";
import { BINDINGS_MOST, BOUND_BACK_MOST, BOUND_ROWS_MOST } from "../reading/bounds";
import { Char, codeBefore, isQuote, readChar, startBefore } from "../reading/character";
import {
  AT,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DIGIT_0,
  DOLLAR,
  EQUALS,
  isDigit,
  isNewline,
  LOWER_P,
  LOWER_S,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  PERCENT,
  QUESTION,
  SEMICOLON,
} from "../reading/chars";
import { Members } from "../reading/members-state";
import { ruleAt } from "../reading/program-view";
import { backOverSpace, skipSpace } from "../reading/skip";
import {
  ALNUM,
  at,
  BLANK,
  classOf,
  END,
  fold,
  is,
  MAYBE_END,
  NAME,
  Text,
  undecided,
  WORD,
} from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { Run } from "../shapes/dfa-memo";
import { readBound } from "./bound-lines";
import { opensBareList, skipNumber, skipOpening, skipSemicolon } from "./list-openings";
import { bareEnd, skipName, stringEnd } from "./sql-cell";

const BINDINGS_LIST: u32 = 32;
/** A run of letters and digits of this length in front of the list is looked at as any text is. */
const TOKEN_LEAST: u32 = 20;

/** What a statement binds, read so far. */
export class Bindings {
  /** A bit for each secret value. */
  static secret: u32 = 0;
  /** The number of the next placeholder that has none of its own. */
  static next: u32 = 0;
  /** The word that begins the first of the values where each has a line of its own; 0: none has. */
  static line: usize = 0;
}

/** Whether the value under the name that ends before `end` is one of those that need no judging. */
export function isSecretColumn(end: usize): bool {
  const rule = wholeName(end);
  if (rule < 0) return false;
  const record = ruleAt(<u32>rule);
  return load<u8>(record, R_CHECK) == CHECK_NONE && load<u8>(record, R_VALUE) == VALUE_ANY;
}

/** Length of the placeholder at `p` (`?`, `%s`, `$1`, `:1`), 0: none. It is counted; the secret one's bit is set. */
function countPlaceholder(p: usize, isSecret: bool): usize {
  const c = at(p);
  let length: usize = 0;
  let number = Bindings.next;
  if (c == QUESTION || (c == PERCENT && at(p + 1) == LOWER_S)) {
    length = c == QUESTION ? 1 : 2;
    // `?1` of H2 and SQLite
    if (c == QUESTION && isDigit(at(p + 1))) {
      length = 2;
      number = at(p + 1) - DIGIT_0 - 1;
    }
    Bindings.next++;
  } else if (c == AT && fold(at(p + 1)) == LOWER_P && isDigit(at(p + 2))) {
    // @p0 of .NET
    length = 3;
    number = at(p + 2) - DIGIT_0;
    if (isDigit(at(p + 3))) {
      number = number * 10 + at(p + 3) - DIGIT_0;
      length = 4;
    }
  } else if ((c == DOLLAR || c == COLON) && isDigit(at(p + 1))) {
    length = 2;
    number = at(p + 1) - DIGIT_0;
    if (isDigit(at(p + 2))) {
      number = number * 10 + at(p + 2) - DIGIT_0;
      length = 3;
    }
    number--;
  }
  if (length == 0 || is(at(p + length), ALNUM)) return 0;
  if (isSecret && number < BINDINGS_LIST) Bindings.secret |= 1 << number;
  return length;
}

/**
 * Reads the rows of placeholders whose first value is at `p`; a bit of `columns` is a secret column. Returns the address
 * after the last row, 0 if a secret column has a value of its own there or none is secret.
 */
export function skipBoundRows(p: usize, columns: u32): usize {
  Bindings.secret = 0;
  Bindings.next = 0;
  let column: u32 = 0;
  for (const most = p + BOUND_ROWS_MOST; p < most; ) {
    p = skipSpace(p);
    const isSecret = column < BINDINGS_LIST && ((columns >>> column) & 1) != 0;
    let end = p + countPlaceholder(p, isSecret);
    if (end == p) {
      readChar(p);
      const isString = isQuote(Char.code);
      if (isSecret && (isString || at(skipName(p)) == OPEN_PAREN)) return 0;
      end = isString ? stringEnd(p + Char.length, Char.code, Char.form, Char.count) : bareEnd(p);
      if (end <= p) return 0;
    }
    p = skipSpace(end);
    column++;
    if (at(p) == CLOSE_PAREN) {
      const next = skipSpace(p + 1);
      const first = at(next) == COMMA ? skipSpace(next + 1) : 0;
      if (first == 0 || at(first) != OPEN_PAREN) return Bindings.secret != 0 ? p + 1 : 0;
      p = first;
      column = 0;
    } else if (at(p) != COMMA) {
      return 0;
    }
    p++;
  }
  return 0;
}

/** Reads the placeholder at `p`, the value of a secret name; returns the address after it, 0 if there is none. */
export function skipBoundValue(p: usize): usize {
  Bindings.secret = 0;
  Bindings.next = countBefore(p);
  if (Bindings.next == BINDINGS_LIST) return 0;
  const length = countPlaceholder(p, true);
  if (length == 0 || Bindings.secret == 0) return 0;
  // `$6$…` is a hash of a password.
  return (classOf(at(p + length)) & (END | MAYBE_END)) != 0 ? p + length : 0;
}

/** How many placeholders like the one at `p` stand before it on its line; BINDINGS_LIST: too far to be seen. */
function countBefore(p: usize): u32 {
  const c = at(p);
  let count: u32 = 0;
  if (c != QUESTION && c != PERCENT) return 0;
  for (let q = p; q > Text.begin; ) {
    if (p - q >= BOUND_BACK_MOST) return BINDINGS_LIST;
    q--;
    const before = <u32>load<u8>(q);
    // The statement begins its string.
    if (isQuote(before) && lengthOfListed(LIST_SQL_VERB, q + 1) != 0) break;
    // A statement over lines is indented.
    if (isNewline(before) && !is(at(q + 1), BLANK)) break;
    if (before == c && (c == QUESTION || at(q + 1) == LOWER_S)) count++;
  }
  return min(count, BINDINGS_LIST);
}

/**
 * Returns the address of the first value of the list behind the statement that goes on at `p`, 0 if there is none. Of a
 * list in a member behind the statement's string, the frame is what encloses that string.
 */
export function findBindings(p: usize): usize {
  Bindings.line = 0;
  const isLooked = mayFindList(p);
  const list = isLooked ? findList(p) : 0;
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
  const member = isInMember ? findList(limit) : 0;
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

/** Counts the placeholders that start in [p, end). */
function countPlaceholders(p: usize, end: usize): void {
  for (; p < end; p++) {
    const c = at(p);
    const isStart = c == QUESTION || c == PERCENT || c == DOLLAR || c == COLON || c == AT;
    if (isStart) countPlaceholder(p, isSecretBefore(p));
  }
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
    if (c == SEMICOLON ? skipSemicolon(q) != 0 : c == AT && skipNumber(q) != q) return true;
    if ((c == OPEN_BRACKET || c == OPEN_PAREN) && opensBareList(q)) return true;
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
    if (c == AT && skipNumber(p) != p) return p;
    const list = skipSemicolon(p);
    if (list != 0) return list;
    if (isNewline(c)) {
      if (!is(at(p + 1), BLANK) && ++lines > 2) return 0;
      // What is before it may go out.
      Key.value = p + 1;
    }
    countPlaceholders(p, p + 1);
  }
  return 0;
}

/** Whether a secret name and an equals sign stand before `p`. */
function isSecretBefore(p: usize): bool {
  let q = backOverSpace(p, Text.begin);
  if (q == Text.begin || load<u8>(q - 1) != EQUALS) return false;
  q = backOverSpace(q - 1, Text.begin);
  if (q > Text.begin && isQuote(codeBefore(q))) q = startBefore(q);
  return q > Text.begin && is(fold(load<u8>(q - 1)), NAME) && isSecretColumn(q);
}
