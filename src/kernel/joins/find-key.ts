// Credentials known by the name in front of them: from the name over the separator to the value, in
// every notation. What lies between name and value is short, so that it is simply read again when a
// chunk ended in it; from the value on, `State` carries what is known.
import { FORM_RAW, HOST_OPEN, R_VALUE, VALUE_ANY, VALUE_COLUMNS } from "../abi";
import { skipBar, skipBlanks, skipColours } from "../reading/skip";
import { behindAmpersand } from "../values/delimiter";
import { behindAttributes, behindNameElement, behindTag, isNameAttribute, isTag } from "./xml";
import { enterValue } from "../values/enter-value";
import { Key, isFlag } from "../names/key-state";
import { isHarmless } from "./not-a-credential";
import { isHeading } from "../tables/heading";
import { isInnocent } from "../shapes/placeholder";
import { enterColumns } from "../values/sql-insert";
import { behindBlockMark, behindLineEnd } from "./next-line";
import { firstItem } from "./yaml-list";
import { Name } from "../names/name-trie";
import { isInArn, isUserinfo } from "../names/around-name";
import { sensitiveName } from "../names/sensitive-name";
import { behindValueName, isNamed } from "./name-as-value";
import { Char, codeBefore, isQuote, isRepeated, readChar } from "../reading/character";
import { behindComma, behindLabelled, isLabel } from "./pairs";
import { ruleAt } from "../reading/program-view";
import { behindSetName, behindWords, isKeyword } from "./commands-and-prose";
import {
  behindArrow, behindAtom, behindNothing, behindOperator, behindRemark, behindSerialized, behindSetter, behindSign, behindType, isOperator,
} from "./separators";
import { behindCell } from "./name-value-row";
import { NAME, Text, at, is, undecided, wideAt } from "../reading/text";
import { unwrap } from "./type-wrappers";
import { Frame, enterNameFrame, leaveFrame } from "../frames/frame";
import { State } from "../reading/state";
import {
  AMPERSAND,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  GREATER,
  HYPHEN,
  LESS,
  LINE_FEED,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUOTE,
  RETURN,
  SEMICOLON,
  SPACE,
  WIDE_COLON,
  WIDE_EQUALS,
} from "../reading/chars";

/**
 * Looks at the name whose last letter is at `p`. True: its value is secret, `State` is inside
 * it and `Key.value` says where it starts. With `undecided()` it has to be asked again.
 */
export function findKey(p: usize): bool {
  Text.hitEnd = false;
  Key.value = 0;
  Key.isHeading = false;
  const rule = sensitiveName(p + 1);
  if (rule < 0) return false;
  const end = Name.end;
  Key.nameEnd = end;
  const start = Name.start;
  const isNameCut = undecided();
  const found = findValueOf(<u32>rule, end);
  if (!found && !undecided()) return false;
  Text.hitEnd = false;
  // A statement looks at the names of its columns.
  Name.start = start;
  enterNameFrame(start, end);
  if (undecided()) {
    leaveFrame();
    Text.hitEnd = true;
    return false;
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
  const value = findValue(end, kind);
  if (undecided()) return false;
  const isNone = value != 0 && kind == VALUE_ANY && isHarmless(value);
  if (undecided()) return false;
  const found = value != 0 && !isNone && isSecretAt(value, rule, kind);
  if (!found && !undecided() && kind == VALUE_ANY && isHeading(end)) {
    Key.isHeading = !undecided();
    return Key.isHeading;
  }
  // What is none holds nothing back.
  if (!found && !undecided()) Key.value = 0;
  return found;
}

function findColumns(end: usize, rule: u32): bool {
  const found = enterColumns(end, rule);
  if (!found && !undecided()) Key.value = 0;
  return found;
}

function isSecretAt(value: usize, rule: u32, kind: u32): bool {
  Key.value = value;
  return enterValue(value, rule, kind);
}

/** Behind the separator of the name that ends at `end`, and behind what wraps the value; 0: no value. */
function findValue(end: usize, kind: u32): usize {
  const c = at(end);
  Key.wrap = 0;
  Key.indent = 0;
  Key.list = 0;
  Key.isArray = false;
  Key.changes = 0;
  if (c == HOST_OPEN && Text.isHosted) {
    Key.code = HOST_OPEN;
    Key.sign = HOST_OPEN;
    Key.separator = FORM_RAW;
    Key.value = end + 1;
    return Key.value;
  }
  let p = closeName(end);
  const tight = p;
  p = skipBlanks(p);
  // Known so far: no value starts before this. Each step on the way to it says so anew, because that is
  // where the output has to stop when the text does.
  if (p > tight && (at(p) == DOT || at(p) == OPEN_PAREN)) p = behindRemark(p);
  Key.value = p;
  readChar(p);
  const sign = Char.code;
  Key.separator = Char.form;
  Key.separatorCount = Char.count;
  Key.sign = sign;
  if (isWideSign(p)) {
    Key.sign = COLON;
    Key.value = skipBlanks(p + 3);
    return Key.value;
  }
  if (sign == COLON || sign == EQUALS) {
    if (sign == COLON && (isUserinfo() || isInArn(p))) return 0;
    p = behindSign(p);
    const item = p != 0 && kind == VALUE_ANY ? firstItem(p) : 0;
    if (item != 0 || (undecided() && Key.value > p)) return item;
    if (p == 0) return 0;
    // `Key (token)=(…) already exists.` of PostgreSQL
    if (at(p) == OPEN_PAREN && at(tight - 1) == CLOSE_PAREN) p++;
    return behindNothing(behindBlockMark(behindType(unwrap(p))));
  }
  if (isOperator(sign)) {
    const equals = p + Char.length;
    readChar(equals);
    if (Char.code == EQUALS) return behindOperator(equals);
  }
  if (sign == COMMA && Key.code != 0) return behindComma(p, kind);
  if (sign == COMMA) return behindAtom(p);
  if (sign == SEMICOLON && Key.code == QUOTE) return behindSerialized(p);
  if (sign == GREATER) return (Key.code == 0 ? isTag() : isNameAttribute()) ? behindTag(p) : 0;
  if (sign == LESS && Key.code == 0 && p == tight) return behindNameElement(p);
  if (sign == LINE_FEED || sign == RETURN) return behindLineEnd(p);
  const arrow = p > tight ? behindArrow(p) : p;
  if (arrow != p) return skipBlanks(arrow);
  const bar = skipBar(p);
  if (bar != p) return behindCell(bar);
  if (sign == OPEN_PAREN && p == tight && Key.code == 0) return behindSetter(p);
  if (sign == AMPERSAND && Key.code == 0) return isNamed() ? behindValueName(behindAmpersand(p)) : 0;
  // `"--password" "…"`, as npm prints its arguments
  if (p > tight && Key.code != 0 && sign == Key.code && isFlag()) return at(p + Char.length) == HYPHEN ? 0 : p;
  if (Key.code != 0) {
    const value = behindValueName(p);
    return value == 0 && isNameAttribute() ? behindAttributes(p) : value;
  }
  if (p > tight && isFlag() && sign != HYPHEN) return behindSetName(p);
  if (p == tight) return 0;
  if (isKeyword(p)) return p;
  if (isTag()) return behindAttributes(p);
  if (codeBefore(Name.start) == EQUALS && isLabel()) return behindLabelled(p);
  const value = behindType(p);
  if (value != p) return value;
  return behindWords(p, kind);
}

/** Whether the colon or the equals sign of Chinese and Japanese stands at `p`. */
function isWideSign(p: usize): bool {
  const c = wideAt(p);
  return c == WIDE_COLON || c == WIDE_EQUALS;
}

/** Behind the quote or brackets that close the name; what the quote was goes into `Key`. */
function closeName(p: usize): usize {
  Key.code = 0;
  Key.doubled = false;
  p = skipColours(p);
  readChar(p);
  if (isQuote(Char.code)) {
    Key.code = Char.code;
    Key.form = Char.form;
    Key.count = Char.count;
    Key.quoteLength = Char.length;
    p += Char.length;
    Key.doubled = isRepeated(p);
    if (Key.doubled) p += Char.length;
    // `<<"password">> => <<"…">>` of Erlang
    if (at(p) == GREATER && at(p + 1) == GREATER && at(p + 2) == SPACE && at(p + 3) == EQUALS) p += 2;
    readChar(p);
  }
  // `["password"]`, `user[password]`; but not the end of `[REDACTED:key/password]`.
  const length = Char.length;
  if (Char.code == CLOSE_BRACKET || Char.code == CLOSE_PAREN) {
    if (!isBracketed(Char.code)) return p;
    p += length;
    readChar(p);
  }
  return Char.code == OPEN_BRACKET ? behindIndex(p) : skipColours(p);
}

/** Whether the bracket that `close` closes stands right before the name or its quote. */
function isBracketed(close: u32): bool {
  const from = Name.start;
  let c = codeBefore(from);
  if (Key.code != 0 && c == Key.code && from > Text.begin) c = codeBefore(from - Key.quoteLength);
  return close == CLOSE_BRACKET ? c == OPEN_BRACKET : c == OPEN_PAREN;
}

/** Behind `[]` or `[0]` at `p`, if that is what stands there, and no `[REDACTED]` glued to the name. */
function behindIndex(p: usize): usize {
  let q = p + Char.length;
  for (let i = 0; i < 24; i++) {
    readChar(q);
    if (Char.code == CLOSE_BRACKET) {
      q += Char.length;
      return isInnocent(p, q, true) ? p : q;
    }
    if (!is(Char.code, NAME) && !isQuote(Char.code)) break;
    q += Char.length;
  }
  return p;
}
