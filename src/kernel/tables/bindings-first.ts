// A list of bound values that stands in front of its statement:
//
//   Executed DbCommand (3ms) [Parameters=[@p0='ann', @p1='…' (Size = 64)], CommandType='Text']
//   INSERT INTO [Users] ([Name], [Password]) VALUES (@p0, @p1);
//
//   DETAIL:  parameters: $1 = 'ann', $2 = '…'
//   STATEMENT:  insert into users (name, password) values ($1, $2)
//
//   { bindings: [ 'ann', '…' ], sql: 'insert into users (name, password) values (?, ?)' }
import { LIST_NOTHING, LIST_SQL_CONSTANT, LIST_SQL_VERB } from "../abi-words";
import { Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { BOUND_LIST_MOST, STATEMENT_GAP_MOST, STATEMENT_MOST } from "../reading/bounds";
import { Char, isQuote, readChar } from "../reading/character";
import { AT, CLOSE_BRACKET, CLOSE_PAREN, COMMA, HYPHEN, isDigit, isNewline } from "../reading/chars";
import { skipBlanks, skipLineEnd, skipSpace } from "../reading/skip";
import { at, is, undecided, WORD } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { readInsertHead } from "./insert-head";
import { countWords, skipFacets, skipNumber, skipOpening } from "./list-openings";
import { BINDINGS_LIST, Bindings, numberAfter, readPlaceholders } from "./placeholders";
import { repeatedIn } from "./repeated-list";
import { bareEnd, stringEnd } from "./sql-cell";
import { enterBound } from "./sql-insert";

/** Puts `State` into the list that opens after the word that ends before `p`, if the statement after it binds a secret. */
export function enterBindingsFirst(p: usize, rule: u32): bool {
  const list = skipOpening(p);
  if (list == 0 || undecided()) return false;
  Key.value = list;
  // Words with blanks between them, as Go prints a list.
  const words = countWords(list);
  Bindings.secret = words > 1 ? 0 : repeatedIn(list, Name.start);
  if (Bindings.secret != 0) return !undecided() && enterBound(list, rule, false);
  const end = words > 1 ? skipWords(list) : listEnd(list);
  if (end == 0) return false;
  const statement = findStatement(end);
  if (statement == 0 || undecided()) return false;
  if (!readInsertHead(statement)) readPlaceholders(statement, statement + STATEMENT_MOST);
  if (undecided() || Bindings.secret == 0 || (words > 1 && Bindings.count != words)) return false;
  // Entity Framework lists them as the statement has them: [@p1='7', @p0='…']
  if (words <= 1 && at(list) == AT) {
    listEnd(list);
    Bindings.secret = Labels.secret;
    if (undecided() || Labels.secret == 0) return false;
  }
  return enterBound(list, rule, words > 1);
}

/** Returns the address after the bracket that closes the words at `p`. */
function skipWords(p: usize): usize {
  while (at(p) != CLOSE_BRACKET) p++;
  return p + 1;
}

/** Which of the values that have just been read have the number of a secret placeholder in front. */
class Labels {
  static secret: u32 = 0;
}

/** Returns the address after the last of the values at `p`, 0 if it is no list of strings, numbers and words. */
function listEnd(p: usize): usize {
  let hasString = false;
  let index: u32 = 0;
  Labels.secret = 0;
  for (const most = p + BOUND_LIST_MOST; p < most; ) {
    const number = at(p) == AT ? numberAfter(p + 2) : index;
    if (max(number, index) < BINDINGS_LIST) Labels.secret |= ((Bindings.secret >>> number) & 1) << index;
    index++;
    let q = skipSpace(skipNumber(p));
    readChar(q);
    if (isQuote(Char.code)) {
      hasString = true;
      q = stringEnd(q + Char.length, Char.code, Char.form, Char.count);
      if (q == 0) return 0;
    } else {
      const isNumber = isDigit(Char.code) || Char.code == HYPHEN;
      if (!isNumber && lengthOfListed(LIST_SQL_CONSTANT | LIST_NOTHING, q) == 0) return 0;
      q = bareEnd(q);
    }
    q = skipBlanks(skipFacets(skipBlanks(q)));
    const next = skipSpace(q);
    const c = at(next);
    if (c == CLOSE_BRACKET || c == CLOSE_PAREN) return hasString ? next + 1 : 0;
    if (c != COMMA) return hasString && skipLineEnd(q) != q ? q : 0;
    p = skipSpace(next + 1);
  }
  return 0;
}

/** Returns the address of the first verb of SQL after the list that ends before `end`, on the line or one of the next two; 0: none is near. */
function findStatement(end: usize): usize {
  let lines = 0;
  let p = end;
  for (const most = p + STATEMENT_GAP_MOST; p < most; p++) {
    const c = at(p);
    if (c == 0) return 0;
    // Django says after a statement what it binds: the next one has values of its own.
    if (isNewline(c) && (++lines > 2 || load<u8>(end - 1) == CLOSE_PAREN)) return 0;
    if (is(c, WORD) && !is(load<u8>(p - 1), WORD) && lengthOfListed(LIST_SQL_VERB, p) != 0) return p;
  }
  return 0;
}
