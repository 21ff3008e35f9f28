// `INSERT INTO t (email, password) VALUES ('…', '…'), (…)`: the names of the columns say which values are secret.
// The list of columns is read at once; from the first value on, `State` knows which columns are secret (`lines`, a
// bit each) and which one comes (`step`). A cell ends at its quote, or before a comma or a bracket, whatever is in it.
// What is not secret is passed over where it is plain, and searched as any text is where it is not: `Rows` then knows
// where the statement goes on. Where no cell is seen to end, the statement is over, and what stands there is searched.
import { FORM_RAW, SPAN_FIRST, VALUE_ANY } from "../abi";
import { ITEM, skipType, TYPED } from "../frames/plain-words";
import { Key } from "../names/key-state";
import { LITERAL_MOST, WORD_MOST } from "../reading/bounds";
import { Char, isAt, isQuote, isQuoteAt, readChar } from "../reading/character";
import {
  APOSTROPHE,
  BACKTICK,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  OPEN_BRACKET,
  OPEN_PAREN,
} from "../reading/chars";
import { skipSpace, startsLine } from "../reading/skip";
import { MODE_ELEMENT, MODE_SEARCH, MODE_VALUE, State, TUPLE } from "../reading/state";
import { BOUND, endRows, isInLiteral, Rows } from "../reading/table-state";
import { ALNUM, at, BLANK, is, isOneOf, Text, undecided, WORD } from "../reading/text";
import { isEmptyOrInnocent } from "../values/enter-text";
import { behindClose } from "../values/text-end";
import { enterBoundLines } from "./bound-lines";
import { COLUMNS_MOST, Columns, findRows } from "./insert-head";
import { skipCast, skipFacet, skipFacets, skipNumber, skipTyped } from "./list-openings";
import { goesOnBelow, goOnInLiteral, keepLiteral, literalPart, searchTo } from "./long-literal";
import { Bindings, skipBoundRows } from "./placeholders";
import { findListBehind } from "./repeated-list";
import { findBindings } from "./sql-bindings";
import {
  bareEnd,
  endsBound,
  endsCell,
  isPhrase,
  isPlainText,
  looksSecret,
  skipName,
  startsBareLiteral,
  stringEndWithin,
} from "./sql-cell";

/** In `State.lines`: they are what a statement binds, no part of it: a word is a value there, and none of SQL. */
const IS_BOUND: u32 = 0x80000000;
/** The same: blanks stand between them, `[ann 7]`. Of a statement's own values: a secret string is among them. */
const IS_SPACED: u32 = 0x40000000;
const HAS_SECRET: u32 = IS_SPACED;
const SPACED: u32 = IS_BOUND | IS_SPACED;

// `State.inner`: what comes next.
const BEFORE_VALUE: u32 = 0;
const BEHIND_VALUE: u32 = 1;
const BEHIND_ROW: u32 = 2;
const BEFORE_ROW: u32 = 3;

/** Puts `State` before the first value of the statement whose "INTO" ends at `p`, if a column is sensitive. */
export function enterColumns(p: usize, rule: u32): bool {
  // A statement in a cell of one, or of a table, has no room beside it.
  if (Rows.mark != 0 && Rows.mark != BOUND && p < Rows.at) return false;
  const first = findRows(p);
  if (first == 0) return false;
  Key.value = first;
  const rest = skipBoundRows(first, Columns.secret);
  if (undecided()) return false;
  if (rest != 0) return enterBindings(rest, rule);
  return enterRows(first, rule, Columns.secret);
}

/**
 * Puts `State` into the list of bound values at `p`, of which `Bindings.secret` says which are secret; blanks stand between
 * those that are spaced.
 */
export function enterBound(p: usize, rule: u32, isSpaced: bool): bool {
  return enterRows(p, rule, Bindings.secret | IS_BOUND | (isSpaced ? IS_SPACED : 0));
}

/** Puts `State` into the list of the statement whose secret placeholder ends before `rest`. */
export function enterBindings(rest: usize, rule: u32): bool {
  Key.value = rest;
  const list = findBindings(rest);
  if (undecided()) return false;
  const spaced = Bindings.isSpaced ? IS_SPACED : 0;
  if (list != 0) return enterRows(list, rule, Bindings.secret | IS_BOUND | spaced);
  if (Bindings.line == 0 || (Rows.mark != 0 && Rows.mark != BOUND)) return false;
  enterBoundLines(Bindings.line, rule, Bindings.secret);
  State.mode = MODE_SEARCH;
  return true;
}

/** Puts `State` before the first value, at `p`, of rows with these secret columns. */
function enterRows(p: usize, rule: u32, secret: u32): bool {
  Key.value = p;
  State.rule = rule;
  State.lines = secret;
  State.step = 0;
  startValue();
  State.inner = BEFORE_VALUE;
  State.mode = MODE_ELEMENT;
  State.array = TUPLE;
  return true;
}

function startValue(): void {
  State.kind = VALUE_ANY;
  State.separator = FORM_RAW;
  State.inQuery = false;
  State.separatorCount = 0;
  State.code = 0;
  State.depth = 0;
  State.longRun = 0;
  State.wantsQuote = 0;
  State.flags = SPAN_FIRST;
}

/** Goes on in the rows of values at `p`, after what `State.inner` says; 0: more text is needed. */
export function stepTuple(p: usize): usize {
  if (State.code != 0) {
    const close = behindClose(p);
    if (undecided()) return 0;
    State.code = 0;
    if (close != p) return close;
  }
  const space = skipSpace(p);
  if (undecided() && space < Text.limit) return 0;
  if (space != p) return space;
  if (p >= Text.limit && !Text.final) return 0;
  const inner = State.inner;
  const column = State.step;
  const next = inner == BEFORE_VALUE ? behindLiteral(p) : behindMark(p);
  if (undecided()) {
    // It is asked again: what was tried is forgotten.
    State.inner = inner;
    State.step = column;
    State.code = 0;
    return 0;
  }
  if (next != 0) return next;
  const isOver = inner == BEHIND_ROW && (State.lines & (IS_BOUND | HAS_SECRET)) == HAS_SECRET;
  const list = isOver ? findListBehind(p) : 0;
  if (undecided()) return 0;
  if (list != 0 && enterRows(list, State.rule, State.lines ^ (HAS_SECRET | IS_BOUND))) return list;
  State.array = 0;
  State.mode = MODE_SEARCH;
  return p;
}

/** Returns the address after the comma or the bracket at `p`, 0: the rows are over. */
function behindMark(p: usize): usize {
  const c = at(p);
  if (isOneOf(c, "([") && State.inner == BEHIND_VALUE && (State.lines & IS_BOUND) != 0) {
    // A type, `otter(String)`
    const type = skipType(p);
    const end = type != p ? type : skipFacet(p);
    return end != p ? end : 0;
  }
  if (State.inner == BEFORE_ROW) {
    if (c != OPEN_PAREN && c != OPEN_BRACKET) return 0;
    State.step = 0;
    State.inner = BEFORE_VALUE;
  } else if (State.inner == BEHIND_VALUE && isBehindBlank(p)) {
    State.inner = BEFORE_VALUE;
    State.step++;
    return p;
  } else if (c == COMMA) {
    State.inner = State.inner == BEHIND_ROW ? BEFORE_ROW : BEFORE_VALUE;
    if (State.inner == BEFORE_VALUE) State.step++;
  } else if (State.inner == BEHIND_VALUE && (c == CLOSE_PAREN || c == CLOSE_BRACKET)) {
    State.inner = BEHIND_ROW;
  } else if (State.inner == BEHIND_VALUE && c == COLON && at(p + 1) == COLON) {
    // A cast, `'…'::text`.
    let q = p + 2;
    while (q < p + WORD_MOST && is(at(q), WORD)) q++;
    return q;
  } else {
    return 0;
  }
  return p + 1;
}

/** Whether the next of the bound values stands at `p`, after a blank: `["ann" "…"]` of xorm. */
function isBehindBlank(p: usize): bool {
  if ((State.lines & SPACED) == SPACED && at(p) != CLOSE_BRACKET) return true;
  return (State.lines & IS_BOUND) != 0 && is(load<u8>(p - 1), BLANK) && isQuoteAt(p);
}

/**
 * After the value at `p` where it stays, at its first byte where it is secret or searched, 0: it is none of the
 * statement's. At a line's start it has to look like one, and all of it has to be seen.
 */
function behindLiteral(p: usize): usize {
  const bound = (State.lines & IS_BOUND) != 0 ? skipCast(skipNumber(p)) : skipNumber(p);
  if (bound != p) return bound;
  const secret = State.step < COLUMNS_MOST && ((State.lines >>> State.step) & 1) != 0;
  const isFirst = startsLine(p);
  // N'…', E'…', X'…'
  let q = is(at(p), ALNUM) && isAt(p + 1, APOSTROPHE) ? p + 1 : p;
  readChar(q);
  if (isQuote(Char.code) && Char.code != BACKTICK) {
    const code = Char.code;
    const form = Char.form;
    const count = Char.count;
    q += Char.length;
    const end = stringEndWithin(q, code, form, count, LITERAL_MOST);
    const isBound = (State.lines & IS_BOUND) != 0;
    const isCell = end != 0 && (isBound ? endsBound(skipFacets(end)) : endsCell(end));
    if (undecided() || (isFirst && !isCell)) return 0;
    if (secret && enterSecretValue(q, code, form, count, isCell ? end : q)) {
      if (!isBound) State.lines |= HAS_SECRET;
      return q;
    }
    startValue();
    if (end == 0 && q + LITERAL_MOST <= Text.limit) {
      searchTo(literalPart(q, code));
      keepLiteral(code, form, count);
      return p;
    }
    return isCell && !undecided() ? passOver(p, end) : 0;
  }
  if ((State.lines & IS_BOUND) != 0) return isFirst ? 0 : behindBound(p, secret);
  // `[password] => …` of the next line is no literal.
  if (at(p) == OPEN_BRACKET) return 0;
  if (isFirst && (!startsBareLiteral(p) || isPhrase(p, bareEnd(p)))) return 0;
  if (secret && looksSecret(p, bareEnd(p)) && enterSecretValue(p, 0, FORM_RAW, 0)) return p;
  const argument = secret ? behindCall(p) : 0;
  if (argument != 0) return argument;
  startValue();
  const end = bareEnd(p);
  return end > p && endsCell(end) && !undecided() ? passOver(p, end) : 0;
}

/** The same of a value without quotes that is bound: `ann`, `ann(String)`; it ends before its type. */
function behindBound(p: usize, secret: bool): usize {
  if ((State.lines & IS_SPACED) != 0) {
    if (secret && enterSecretValue(p, 0, FORM_RAW, 0)) return p;
    startValue();
    let word = p;
    while (word < Text.limit && !isOneOf(at(word), " ]")) word++;
    return word > p && !undecided() ? passOver(p, word) : 0;
  }
  const type = skipTyped(p);
  const end = type != 0 ? type : bareEnd(p);
  if (secret && end > p && (type != 0 || endsCell(end)) && !undecided()) {
    if (enterSecretValue(p, type != 0 ? TYPED : ITEM, FORM_RAW, 0)) return p;
  }
  startValue();
  const close = type != 0 ? skipType(type) : end;
  return close > p && (type != 0 || endsCell(close)) && !undecided() ? passOver(p, close) : 0;
}

/** Returns the address after the cell [p, end), or at its start, from where it is searched. */
function passOver(p: usize, end: usize): usize {
  State.inner = BEHIND_VALUE;
  if (isPlainText(p, end)) return end;
  searchTo(end);
  return p;
}

/** Goes on after the cell that ends at `p` and was searched. */
export function resumeTuple(p: usize): usize {
  if (isInLiteral()) return goOnInLiteral(p);
  State.level = Rows.level;
  State.rule = Rows.rule;
  State.lines = Rows.secret;
  State.step = Rows.column;
  startValue();
  State.inner = BEHIND_VALUE;
  State.array = TUPLE;
  State.mode = MODE_ELEMENT;
  endRows();
  return p;
}

/** In `crypt('…', gen_salt('bf'))` and the like at `p`, at the first argument; what follows is no row that is known. */
function behindCall(p: usize): usize {
  let q = skipName(p);
  if (q == p || at(q) != OPEN_PAREN) return 0;
  readChar(q + 1);
  if (Char.code != APOSTROPHE) return 0;
  q += 1 + Char.length;
  if (!enterSecretValue(q, APOSTROPHE, Char.form, Char.count)) return 0;
  State.array = 0;
  return q;
}

/** Into the secret value at `p`, which ends at `end` if that is known: what goes on in another line is none that says nothing. */
function enterSecretValue(p: usize, code: u32, form: i32, count: u32, end: usize = 0): bool {
  startValue();
  State.code = code;
  State.form = form;
  State.count = count;
  if (undecided() || (isEmptyOrInnocent(p) && !goesOnBelow(p, end)) || undecided()) return false;
  State.inner = BEHIND_VALUE;
  State.mode = MODE_VALUE;
  return true;
}
