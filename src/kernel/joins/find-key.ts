// Credentials known by the name in front of them: from the name over the separator to the value, in
// every notation. What lies between name and value is short, so that it is simply read again when a
// chunk ended in it; from the value on, `State` carries what is known.
import {
  FORM_PERCENT,
  R_INDEXED,
  R_VALUE,
  R_VENDOR,
  VALUE_ANY,
  VALUE_COLUMNS,
  VALUE_COOKIES,
  VALUE_NAMED,
  VALUE_SET_COOKIE,
} from "../abi";
import { LIST_SQL_BINDINGS } from "../abi-words";
import { endsLongerString, enterNameFrame, Frame, leaveFrame } from "../frames/frame";
import { isEmptyParameter, isInResource, isUserinfo } from "../names/around-name";
import { Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { isUnderVendor, mayBeKey } from "../names/parent";
import { sensitiveName } from "../names/sensitive-name";
import { Char, isQuote, isQuoteAt, noteChar, readChar } from "../reading/character";
import {
  BACKSLASH,
  CLOSE_PAREN,
  COLON,
  COMMA,
  EQUALS,
  ESCAPE,
  GREATER,
  isNewline,
  LESS,
  OPEN_PAREN,
  PERCENT,
  SPACE,
} from "../reading/chars";
import { isOwnRule, ruleAt } from "../reading/program-view";
import { skipBar, skipBlanks, skipSpace } from "../reading/skip";
import { State } from "../reading/state";
import { at, BLANK, before, is, NAME, Text, undecided } from "../reading/text";
import { lengthOfListed } from "../reading/trie";
import { leaveWindow, readOnTo } from "../reading/window";
import { findByRows, NO_ROW, NO_VALUE, ruleBehindValue } from "../rows/find-by-rows";
import { isInnocent } from "../shapes/placeholder";
import { enterBindingsFirst } from "../tables/bindings-first";
import { isHeading } from "../tables/heading";
import { skipBoundValue } from "../tables/placeholders";
import { entersRuled } from "../tables/ruled-table";
import { enterBindings, enterColumns } from "../tables/sql-insert";
import { enterValue } from "../values/enter-value";
import { findOldValue, mayBeOldValue, skipNothing } from "./changes";
import { closeName } from "./close-name";
import { findDrawn, isCorner } from "./drawn-value";
import { forgetFrame, isInString, mayDifferInFrame } from "./in-string";
import { isMetavariable } from "./metavariable";
import { behindValueName } from "./name-as-value";
import { behindCell } from "./name-value-row";
import { behindBlockMark, behindLineEnd } from "./next-line";
import { behindComma } from "./pairs";
import { findArgument, unwrap } from "./type-wrappers";
import { behindAttributes, behindNameElement, behindTag, isNameAttribute, isTag } from "./xml";
import { firstItem } from "./yaml-list";

/**
 * Looks at the name whose last letter is at `p`. True: its value is secret, `State` is inside
 * it and `Key.value` says where it starts. With `undecided()` it has to be asked again.
 */
export function findKey(p: usize): bool {
  Text.hitEnd = false;
  Key.value = 0;
  Key.isHeading = false;
  Key.opening = 0;
  forgetFrame();
  const rule = sensitiveName(p + 1);
  if (rule < 0) return false;
  const end = Name.end;
  Key.nameEnd = end;
  // A name of several words that is all of its string: `"name": "client secret"`.
  if (Name.from < Name.start && isQuote(before(Name.from)) && isQuoteAt(end)) Name.start = Name.from;
  const start = Name.start;
  const isNameCut = undecided();
  // In a string, what the name has without it would be found out for nothing.
  const isFramedFirst = isInString(start);
  const found = !isFramedFirst && findValueOf(<u32>rule, end);
  const hasHitEnd = Text.hitEnd;
  if (!isFramedFirst && !found && !undecided() && !mayDifferInFrame()) return false;
  leaveWindow();
  Text.hitEnd = false;
  // A statement looks at the names of its columns.
  Name.start = start;
  enterNameFrame(start, end);
  if (undecided()) {
    leaveFrame();
    Text.hitEnd = true;
    return false;
  }
  if (Frame.level == 0 && !endsLongerString(start) && !Frame.isClosed) {
    // No string encloses it: what was seen is its frame.
    leaveFrame();
    State.level = 0;
    Text.hitEnd = hasHitEnd;
    if (isFramedFirst) return findValueOf(<u32>rule, end) && !isNameCut;
    return found && !isNameCut;
  }
  const foundInFrame = findValueOf(<u32>rule, end);
  State.level = Frame.level;
  leaveFrame();
  if (isNameCut) Text.hitEnd = true;
  return foundInFrame && !isNameCut;
}

function findValueOf(rule: u32, end: usize): bool {
  const kind = <u32>load<u8>(ruleAt(rule), R_VALUE);
  if (kind == VALUE_COLUMNS) return findColumns(end, rule);
  if (kind == VALUE_NAMED) return findNamed(end, rule);
  const isOwn = isOwnRule(rule);
  const value = findValue(end, kind, isOwn);
  if (value != 0) leaveWindow();
  if (undecided()) return false;
  // `password = ?`, and what is bound to it after the statement.
  if (value != 0 && kind == VALUE_ANY && Key.sign == EQUALS && !Key.isParameter && Key.wrap == 0) {
    const rest = skipBoundValue(value);
    if (undecided()) return false;
    if (rest != 0 && (enterBindings(rest, rule) || undecided())) return !undecided();
    // The placeholder may have gone out by now: it is no value, whatever stands after it.
    Key.value = rest != 0 && !isOwn ? 0 : value;
    if (Key.value == 0) return false;
  }
  // One cookie of those by its name.
  const read = kind == VALUE_COOKIES && Key.isIndexed ? VALUE_ANY : kind;
  const isNone = value != 0 && read == VALUE_ANY && !isOwn && isMetavariable(value);
  if (undecided()) return false;
  const found = value != 0 && !isNone && isSecretAt(value, ruleOfValue(rule, value), read);
  if (!found && !undecided() && kind <= <u32>VALUE_SET_COOKIE && isHeading(end)) {
    Key.isHeading = !undecided();
    return Key.isHeading;
  }
  if (!found && !undecided() && entersRuled(end, rule)) return true;
  // If there is no value, nothing is held back.
  if (!found && !undecided()) Key.value = 0;
  return found;
}

/** The rule, or the one in its place where a type encloses the value, or a vendor the name: `{"openai":{"key":"…"}}`. */
function ruleOfValue(rule: u32, value: usize): u32 {
  const indexed = <u32>load<u16>(ruleAt(rule), R_INDEXED);
  if (Key.isWrapped && indexed != 0) return indexed;
  const vendor = <u32>load<u16>(ruleAt(rule), R_VENDOR);
  return vendor != 0 && mayBeKey(value) && isUnderVendor() ? vendor : rule;
}

function findColumns(end: usize, rule: u32): bool {
  leaveWindow();
  const found = enterColumns(end, rule);
  if (!found && !undecided()) Key.value = 0;
  return found;
}

/** The value of a pair, whose name stands after it. */
function findNamed(end: usize, named: u32): bool {
  if (isCorner()) return findDrawn(end);
  if (Name.start + lengthOfListed(LIST_SQL_BINDINGS, Name.start) == end) return findBound(end, named);
  const p = closeName(end);
  Key.value = p;
  const rule = ruleBehindValue(p);
  if (undecided()) return false;
  const kind = rule < 0 ? 0 : <u32>load<u8>(ruleAt(<u32>rule), R_VALUE);
  const value = rule < 0 ? 0 : findValue(end, kind, isOwnRule(<u32>rule));
  if (undecided()) return false;
  const isFound = value != 0 && isSecretAt(value, <u32>rule, kind);
  if (!isFound && !undecided()) Key.value = 0;
  return isFound;
}

/** What is bound by the statement after it. */
function findBound(end: usize, rule: u32): bool {
  leaveWindow();
  const name = closeName(end);
  Key.value = name;
  const isFound = enterBindingsFirst(name, rule);
  if (!isFound && !undecided()) Key.value = 0;
  return isFound;
}

function isSecretAt(value: usize, rule: u32, kind: u32): bool {
  Key.value = value;
  Key.opening = value;
  return enterValue(value, rule, kind);
}

/** Returns the value of the name that ends at `end`, without what encloses it; 0 if there is none. */
function findValue(end: usize, kind: u32, isOwn: bool): usize {
  Key.wrap = 0;
  Key.indent = 0;
  Key.list = 0;
  Key.isArray = false;
  Key.isOverLines = false;
  Key.isWrapped = false;
  Key.isIndexed = false;
  Key.isParameter = false;
  Key.isOwn = isOwn;
  Key.changes = 0;
  const p = closeName(end);
  // No value starts before this: here the output stops while the rows are undecided.
  Key.value = p;
  if (isReplaced(p)) return 0;
  const joined = findByRows(p, kind);
  if (undecided()) Key.value = min(Key.value, firstByStructure(p));
  if (undecided() || joined == NO_VALUE) return 0;
  return joined != NO_ROW ? enterJoined(joined, p, kind) : findByStructure(p, kind);
}

/**
 * Returns where the value of the name that is closed before `tight` starts at the earliest, if no row leads to it, while
 * the rows are undecided; the highest address where it has none.
 */
function firstByStructure(tight: usize): usize {
  const p = skipBlanks(tight);
  readChar(p);
  const sign = Char.code;
  if (isNewline(sign)) return skipSpace(p);
  if (sign == COMMA && Key.code != 0) return skipSpace(p + Char.length);
  if (sign == COMMA || sign == COLON || sign == EQUALS) return usize.MAX_VALUE;
  if (Key.code != 0 || isStructure(sign) || skipBar(p) != p) return p;
  return p != tight && mayBeOldValue(p) ? p : usize.MAX_VALUE;
}

/** A replacement in brackets is not longer. */
const MAX_MARK: usize = 48;

/** Whether a replacement in brackets stands after the name: `password (hidden): …`, no remark. */
function isReplaced(p: usize): bool {
  const open = skipToPlain(p);
  if (open == p || at(open) != OPEN_PAREN) return false;
  leaveWindow();
  let end = open + 1;
  while (end < open + MAX_MARK && (is(at(end), NAME) || at(end) == SPACE)) end++;
  return at(end) == CLOSE_PAREN && isInnocent(open, end + 1, true);
}

/** Whether a value may be after the sign, by what stands around it. */
function isStructure(sign: u32): bool {
  return sign == GREATER || sign == LESS || sign == OPEN_PAREN || isNewline(sign);
}

/** `skipBlanks`, which of escapes reads more than it passes over. */
function skipToPlain(p: usize): usize {
  const q = skipBlanks(p);
  readOnTo(q);
  const c = at(q);
  if (c == BACKSLASH || c == PERCENT || c == ESCAPE) leaveWindow();
  return q;
}

/** The same for what is no row: pairs, elements, cells, lines below. `tight` is the end of the closed name. */
function findByStructure(tight: usize, kind: u32): usize {
  const p = skipToPlain(tight);
  Key.value = p;
  readChar(p);
  const sign = Char.code;
  noteChar(p);
  readOnTo(p + 2);
  Key.sign = sign;
  Key.separator = Char.form;
  Key.separatorCount = Char.count;
  if (sign == COMMA && Key.code == 0) return 0;
  if (Key.code != 0 || isStructure(sign) || skipBar(p) != p) leaveWindow();
  if (sign == COMMA) return behindComma(p, kind);
  if (sign == GREATER) return (Key.code == 0 ? isTag() : isNameAttribute()) ? behindTag(p) : 0;
  if (sign == LESS && Key.code == 0 && p == tight) return behindNameElement(p);
  if (isNewline(sign)) return behindLineEnd(p);
  const bar = skipBar(p);
  if (bar != p) return behindCell(bar);
  if (sign == OPEN_PAREN && p == tight && Key.code == 0) return findArgument(p);
  if (Key.code != 0) {
    const value = behindValueName(p);
    return value == 0 && isNameAttribute() ? behindAttributes(p) : value;
  }
  if (p == tight) return 0;
  return isTag() ? behindAttributes(p) : kind == VALUE_ANY ? findOldValue(p) : 0;
}

/** Returns the value that a row has found at `value`, without what encloses it; 0 if it is none. `name` is the end of the name. */
function enterJoined(value: usize, name: usize, kind: u32): usize {
  Key.value = value;
  if (Key.sign == COLON && (isUserinfo() || isInResource(name))) return 0;
  // A parameter that is percent-encoded ends at a blank: `?a=Password%3A HTTP/1.1`.
  if (Key.separator == FORM_PERCENT && (is(at(value), BLANK) || isNewline(at(value)))) return 0;
  if (Key.sign == EQUALS && isEmptyParameter(value)) return 0;
  if (Key.sign != COLON && Key.sign != EQUALS) return unwrap(value);
  const item = kind == VALUE_ANY ? firstItem(value) : 0;
  if (item != 0 || (undecided() && Key.value > value)) return item;
  return skipNothing(behindBlockMark(unwrap(value)));
}
