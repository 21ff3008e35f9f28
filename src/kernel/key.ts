// Credentials known by the name in front of them: from the name over the separator to the value, in
// every notation. What lies between name and value is short, so that it is simply read again when a
// chunk ended in it; from the value on, `State` carries what is known.
import { FORM_RAW, R_VALUE, VALUE_ANY, VALUE_COLUMNS } from "./abi";
import { skipBlanks, skipColours, skipLineEnd, skipSpace } from "./blanks";
import { behindIndex, isBracketed } from "./bracket";
import { behindAttributes, behindNameElement, behindTag, isNameAttribute, isTag } from "./element";
import { enterValue } from "./enter";
import { enterColumns } from "./insert";
import { firstItem } from "./list";
import { Name, isInArn, isUserinfo, sensitiveName } from "./name";
import { Char, isQuote, readChar } from "./notation";
import { behindValueName, isNamed } from "./named";
import { behindComma, behindLabelled, isLabel } from "./pair";
import { ruleAt } from "./program";
import { behindWords, isKeyword } from "./sentence";
import { behindBar, behindCell } from "./table";
import { BLANK, Text, WORD, at, before, fold, is, undecided } from "./text";
import { HOST_OPEN, LINE } from "./value";
import { unwrap } from "./wrap";

/** How a key's name was quoted, and where its value starts. */
export class Key {
  static code: u32 = 0;
  static form: i32 = 0;
  static count: u32 = 0;
  /** Bytes of the quote that closes the name. */
  static quoteLength: u32 = 0;
  static separator: i32 = 0;
  static separatorCount: u32 = 0;
  /** The separator that was found: ":" or "=", "," between pair members, ">" in XML, " " after a flag. */
  static sign: u32 = 0;
  /** Where the value starts, 0: not known yet. */
  static value: usize = 0;
  static nameEnd: usize = 0;
  /** The quotes are doubled: JSON in a field of CSV. */
  static doubled: bool = false;
  /** What ends the value in place of a quote, 0: nothing does; how it is written, and the indent of a YAML block. */
  static wrap: u32 = 0;
  static wrapForm: i32 = 0;
  static wrapCount: u32 = 0;
  static indent: u32 = 0;
  /** The value is the first item of a list, indented so far less one; 0: it is none. */
  static list: u32 = 0;
}

/** Digits that may stand behind a name's last letter: `password1`, `token_2`. */
const MOST_DIGITS: usize = 3;

/**
 * Looks at the name whose last letter is at `p`. True: its value is secret, `State` is inside
 * it and `Key.value` says where it starts. With `undecided()` it has to be asked again.
 */
export function findKey(p: usize): bool {
  Text.hitEnd = false;
  Key.value = 0;
  let end = p + 1;
  if ((at(end) == 0x5f || at(end) == 0x2d) && at(end + 1) - 0x30 < 10) end++;
  const most = end + MOST_DIGITS;
  while (end < most && at(end) - 0x30 < 10) end++;
  Key.nameEnd = end;
  const rule = sensitiveName(end);
  if (rule < 0) return false;
  const kind = <u32>load<u8>(ruleAt(<u32>rule), R_VALUE);
  if (kind == VALUE_COLUMNS) return findColumns(end, <u32>rule);
  const value = findValue(end, kind);
  if (undecided()) return false;
  const found = value != 0 && isSecretAt(value, <u32>rule, kind);
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
  if (c == HOST_OPEN) {
    Key.code = HOST_OPEN;
    Key.sign = HOST_OPEN;
    Key.separator = FORM_RAW;
    return end + 1;
  }
  let p = closeName(end);
  const tight = p;
  p = skipBlanks(p);
  // Known so far: no value starts before this. Each step on the way to it says so anew, because that is
  // where the output has to stop when the text does.
  Key.value = p;
  readChar(p);
  const sign = Char.code;
  Key.separator = Char.form;
  Key.separatorCount = Char.count;
  Key.sign = sign;
  if (sign == 0xef && isWideSign(p)) {
    Key.sign = 0x3a;
    Key.value = skipBlanks(p + 3);
    return Key.value;
  }
  if (sign == 0x3a || sign == 0x3d) {
    if (sign == 0x3a && (isUserinfo() || isInArn(p))) return 0;
    p = behindSign(p);
    const item = p != 0 && kind == VALUE_ANY ? firstItem(p) : 0;
    if (item != 0 || (undecided() && Key.value > p)) return item;
    if (p == 0) return 0;
    // `Key (token)=(…) already exists.` of PostgreSQL
    if (at(p) == 0x28 && at(tight - 1) == 0x29) p++;
    return behindBlockMark(behindType(unwrap(p)));
  }
  if (isOperator(sign) && at(p + 1) == 0x3d) return behindOperator(p + 1);
  if (sign == 0x2c && Key.code != 0) return behindComma(p, kind);
  if (sign == 0x2c) return behindAtom(p);
  if (sign == 0x3e) return (Key.code == 0 ? isTag() : isNameAttribute()) ? behindTag(p) : 0;
  if (sign == 0x3c && Key.code == 0 && p == tight) return behindNameElement(p);
  if (sign == 10 || sign == 13) return behindLineEnd(p);
  const arrow = p > tight ? behindArrow(p) : p;
  if (arrow != p) return skipBlanks(arrow);
  const bar = behindBar(p);
  if (bar != p) return behindCell(bar);
  if (sign == 0x28 && p == tight && Key.code == 0) return behindSetter(p);
  if (sign == 0x26 && Key.code == 0) return isNamed() ? behindValueName(p + Char.length) : 0;
  if (Key.code != 0) return behindValueName(p);
  if (p > tight && isFlag() && sign != 0x2d) return p;
  if (p == tight) return 0;
  if (isKeyword(p)) return p;
  if (isTag()) return behindAttributes(p);
  if (before(Name.start) == 0x3d && isLabel()) return behindLabelled(p);
  const value = behindType(p);
  if (value != p) return value;
  return behindWords(p, kind);
}

/** Whether the colon or the equals sign of Chinese and Japanese stands at `p`. */
function isWideSign(p: usize): bool {
  return at(p + 1) == 0xbc && (at(p + 2) == 0x9a || at(p + 2) == 0x9d);
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
    Key.doubled = Key.form == FORM_RAW && at(p) == Key.code;
    if (Key.doubled) p++;
    readChar(p);
  }
  // `["password"]`, `user[password]`; but not the end of `[REDACTED:key/password]`.
  const length = Char.length;
  if (Char.code == 0x5d || Char.code == 0x29) return isBracketed(Char.code, Char.form) ? p + length : p;
  return Char.code == 0x5b ? behindIndex(p) : skipColours(p);
}

function isSlash(p: usize): bool {
  readChar(p);
  return Char.code == 0x2f;
}

/** ":", "=", "=>", ":=", "==": behind it, or 0 for "::" of a path in source code. */
export function behindSign(p: usize): usize {
  const first = Char.code;
  p += Char.length;
  let last = first;
  let signs = 1;
  while (signs < 4) {
    readChar(p);
    if ((Char.code != 0x3a && Char.code != 0x3d) || (last == 0x3d && Char.code == 0x3a)) break; // `=:name` of SQL
    last = Char.code;
    p += Char.length;
    signs++;
  }
  Key.value = p;
  readChar(p);
  if (signs == 2 && first == 0x3a && last == 0x3a && !is(at(p), BLANK)) return 0;
  if (Char.code == 0x7e) return 0; // =~
  if (signs == 1 && first == 0x3a && Char.code == 0x2f && isSlash(p + Char.length)) return 0; // a scheme: otpauth://
  if (last == 0x3d && Char.code == 0x3e) {
    p += Char.length;
    // PHP prints the value of "=>" on the next line.
    const q = skipBlanks(p);
    if (at(q) == 10) return q + 1;
  }
  return p;
}

/** Behind `-> ` or an arrow of Unicode at `p`; `p` itself where there is none. */
function behindArrow(p: usize): usize {
  const c = at(p);
  if (c == 0x2d && at(p + 1) == 0x3e && is(at(p + 2), BLANK)) return p + 2;
  return c == 0xe2 && at(p + 1) == 0x86 && at(p + 2) == 0x92 ? p + 3 : p;
}

/** `{password, "…"}` and `{password,<<"…">>}` of Erlang: behind the comma at `p`, at the string. */
function behindAtom(p: usize): usize {
  if (before(Name.start) != 0x7b) return 0;
  const value = unwrap(p + Char.length);
  return at(value) == 0x22 ? value : 0;
}

/** `setPassword("…")`, `with_password('…')`: behind the bracket at `p`, at the string. */
function behindSetter(p: usize): usize {
  let n = Key.nameEnd;
  while (n > Name.start && load<u8>(n - 1) != 0x2e) n--;
  const first = fold(at(n));
  const isSetter =
    (first == 0x73 && fold(at(n + 1)) == 0x65 && fold(at(n + 2)) == 0x74) || // set
    (first == 0x77 && fold(at(n + 1)) == 0x69 && fold(at(n + 2)) == 0x74 && fold(at(n + 3)) == 0x68); // with
  if (!isSetter) return 0;
  readChar(p + 1);
  return isQuote(Char.code) ? p + 1 : 0;
}

/** What stands before "=" in `.=`, `?=`, `!=`, `+=`. */
function isOperator(c: u32): bool {
  return c == 0x2e || c == 0x3f || c == 0x21 || c == 0x2b;
}

/** Behind the "=" of an operator at `p`, if a string follows: comparisons with names are none of ours. */
function behindOperator(p: usize): usize {
  readChar(p);
  Key.sign = 0x3d;
  p = skipBlanks(behindSign(p));
  return isQuote(at(p)) ? p : 0;
}

/** Behind the type at `p` in a declaration, `password: String = "…"`, at the string; or `p`. */
function behindType(p: usize): usize {
  let q = p;
  while (q < p + 24 && is(at(q), WORD)) q++;
  if (q == p || !is(at(q), BLANK)) return p;
  q = skipBlanks(q);
  if (at(q) != 0x3d) return p;
  q = skipBlanks(q + 1);
  return isQuote(at(q)) ? q : p;
}

/** Behind `|`, `>-` and the like of a YAML block scalar at `p`, at its first line; 0: it is empty; or `p`. */
function behindBlockMark(p: usize): usize {
  const c = at(p);
  if ((c != 0x7c && c != 0x3e) || Key.sign != 0x3a) return p;
  let q = p + 1;
  while (q < p + 3 && (at(q) == 0x2b || at(q) == 0x2d || at(q) - 0x30 < 10)) q++;
  q = skipBlanks(q);
  const line = skipLineEnd(q);
  if (line == q) return p;
  // The line is over whatever comes: its end goes out at once.
  Key.value = line;
  let indent: u32 = 0;
  while (indent < 64 && at(line + indent) == 0x20) indent++;
  if (indent == 0) return 0;
  Key.indent = indent;
  return behindLines(q, line + indent);
}

/** The value is the line at `value`, behind the line end at `p`. */
function behindLines(p: usize, value: usize): usize {
  readChar(p);
  Key.wrap = LINE;
  Key.wrapForm = Char.form;
  Key.wrapCount = Char.count;
  return value;
}

/** A form's part (`name="password"`, an empty line, the value), or `name: password` with `value: …` below. */
function behindLineEnd(p: usize): usize {
  // The line is over whatever comes: its end goes out at once.
  Key.value = skipLineEnd(p);
  if (!isNamed()) return 0;
  if (Key.code != 0) {
    const second = skipLineEnd(p);
    const value = skipLineEnd(second);
    if (value != second) return behindLines(p, value);
  }
  return behindValueName(skipSpace(p));
}

/** `--password`, `-token`: a flag of a command line. */
export function isFlag(): bool {
  return before(Name.start) == 0x2d;
}
