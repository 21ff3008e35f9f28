// The head of an INSERT: which of its columns are secret, and where its first value is.
import { FORM_RAW } from "../abi";
import { LIST_SQL_ROWS } from "../abi-words";
import { Key } from "../names/key-state";
import { INSERT_HEAD_MOST, WORD_MOST } from "../reading/bounds";
import { Char, isQuote, readChar } from "../reading/character";
import { CLOSE_BRACKET, CLOSE_PAREN, COMMA, OPEN_BRACKET, OPEN_PAREN } from "../reading/chars";
import { skipSpace } from "../reading/skip";
import { at, is, NAME, undecided, WORD } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { Bindings, isSecretColumn, skipBoundRows } from "./placeholders";

export const COLUMNS_MOST: u32 = 30;

/** The columns of a statement that was read. */
export class Columns {
  static secret: u32 = 0;
}

/** Returns the address of the first value after the "INTO" that ends at `p`, 0 if no column is secret. */
export function findRows(p: usize): usize {
  const most = p + INSERT_HEAD_MOST;
  let q = skipSpace(p);
  if (q == p) return 0;
  const table = q;
  while (q < most && isPartOfName(q)) q += Char.length;
  if (q == table) return 0;
  q = skipSpace(q);
  if (at(q) != OPEN_PAREN) return 0;
  let secret: u32 = 0;
  let column: u32 = 0;
  do {
    // Nothing before the values is secret.
    Key.value = ++q;
    q = skipSpace(q);
    const name = q;
    let end: usize = 0;
    while (q < most && isPartOfName(q)) {
      if (Char.code != CLOSE_BRACKET && !isQuote(Char.code)) end = q + 1;
      q += Char.length;
    }
    if (q == name || q >= most || end == 0) return 0;
    if (column < COLUMNS_MOST && isSecretColumn(end)) secret |= 1 << column;
    column++;
    q = skipSpace(q);
  } while (at(q) == COMMA);
  if (secret == 0 || at(q) != CLOSE_PAREN) return 0;
  Key.value = q + 1;
  q = skipSpace(q + 1);
  const length = lengthOfListed(LIST_SQL_ROWS, q);
  if (length == 0) return 0;
  q = skipSpace(q + length);
  if (at(q) != OPEN_PAREN || undecided()) return 0;
  Columns.secret = secret;
  return q + 1;
}

/** Whether the statement at `p` is an INSERT with a secret column whose value is bound; `Bindings.secret` says which. */
export function readInsertHead(p: usize): bool {
  Bindings.secret = 0;
  // INSERT INTO, REPLACE INTO
  let q = p;
  for (let i = 0; i < 2; i++) {
    while (q < p + WORD_MOST && is(at(q), WORD)) q++;
    if (i == 0) q = skipSpace(q);
  }
  const value = Key.value;
  const first = findRows(q);
  Key.value = value;
  return first != 0 && skipBoundRows(first, Columns.secret) != 0;
}

/** A letter, a digit, a dot or a quote of the identifier at `p`, which is then in `Char`. */
function isPartOfName(p: usize): bool {
  readChar(p);
  return (
    is(Char.code, NAME) ||
    isQuote(Char.code) ||
    (Char.form == FORM_RAW && (Char.code == OPEN_BRACKET || Char.code == CLOSE_BRACKET))
  );
}
