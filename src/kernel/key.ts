// Credentials known by the name in front of them: from the name over the separator to the value, in
// every notation. What lies between name and value is short, so that it is simply read again when a
// chunk ended in it; from the value on, `State` carries what is known.
import {
  FORM_RAW, PROGRAM, P_SCHEMES, R_VALUE, SCHEME_PARAMS, SPAN_COUNT_SHIFT, SPAN_FIRST,
  SPAN_FORM_SHIFT, SPAN_QUOTE, VALUE_ANY, VALUE_COOKIES, VALUE_CREDENTIALS, VALUE_SET_COOKIE,
} from "./abi";
import { Name, schemeOf, sensitiveName } from "./name";
import { Char, isQuote, readChar, skipBlanks, skipColours } from "./notation";
import { innocentEnd } from "./innocent";
import { ruleAt, word } from "./shape";
import { MODE_CONTAINER, MODE_COOKIE, MODE_ELEMENT, MODE_VALUE, State } from "./state";
import { ALNUM, BLANK, END, MAYBE_END, Text, WORD, at, before, classOf, fold, is, undecided } from "./text";
import { HOST_CLOSE, HOST_OPEN, endsAt } from "./value";

/** How a key's name was quoted, and where its value starts. */
export class Key {
  static code: u32 = 0;
  static form: i32 = 0;
  static count: u32 = 0;
  static separator: i32 = 0;
  /** The separator that was found: ":" or "=", "," between pair members, ">" in XML, " " after a flag. */
  static sign: u32 = 0;
  /** Where the value starts, 0: not known yet. */
  static value: usize = 0;
  static nameEnd: usize = 0;
}

/**
 * Looks at the name whose last letter is at `p`. True: its value is secret, `State` is inside
 * it and `Key.value` says where it starts. With `undecided()` it has to be asked again.
 */
export function findKey(p: usize): bool {
  Text.hitEnd = false;
  Key.value = 0;
  const end = p + 1;
  Key.nameEnd = end;
  const rule = sensitiveName(end);
  if (rule < 0) return false;
  const kind = <u32>load<u8>(ruleAt(<u32>rule), R_VALUE);
  const value = findValue(end, kind);
  if (value == 0 || undecided()) return false;
  Key.value = value;
  return enterValue(value, <u32>rule, kind);
}

/** Behind the separator of the name that ends at `end`, and behind what wraps the value; 0: no value. */
function findValue(end: usize, kind: u32): usize {
  const c = at(end);
  if (c == HOST_OPEN) {
    Key.code = HOST_OPEN;
    Key.sign = HOST_OPEN;
    Key.separator = FORM_RAW;
    return end + 1;
  }
  let p = closeName(end);
  const tight = p;
  p = skipBlanks(p);
  readChar(p);
  const sign = Char.code;
  Key.separator = Char.form;
  Key.sign = sign;
  if (sign == 0x3a || sign == 0x3d) {
    p = behindSign(p);
    return p == 0 ? 0 : unwrap(p);
  }
  if (sign == 0x2d && at(p + 1) == 0x3e) return unwrap(p + 2); // ->
  if (sign == 0x2c && Key.code != 0) return behindComma(p, kind);
  if (sign == 0x3e && Key.code == 0 && isTag()) return p + Char.length;
  if (Key.code != 0) return behindValueName(p);
  if (p > tight && isFlag() && sign != 0x2d) return p;
  return 0;
}

/** Behind the quote or bracket that closes the name; what the quote was goes into `Key`. */
function closeName(p: usize): usize {
  Key.code = 0;
  p = skipColours(p);
  readChar(p);
  if (isQuote(Char.code)) {
    Key.code = Char.code;
    Key.form = Char.form;
    Key.count = Char.count;
    p += Char.length;
    readChar(p);
  }
  return Char.code == 0x5d || Char.code == 0x29 ? p + Char.length : skipColours(p);
}

/** ":", "=", "=>", ":=", "==": behind it, or 0 for "::" of a path in source code. */
function behindSign(p: usize): usize {
  const first = Char.code;
  p += Char.length;
  let last = first;
  let signs = 1;
  while (signs < 3) {
    readChar(p);
    if (Char.code != 0x3a && Char.code != 0x3d) break;
    last = Char.code;
    p += Char.length;
    signs++;
  }
  readChar(p);
  if (signs == 2 && first == 0x3a && last == 0x3a && !is(at(p), BLANK)) return 0;
  if (Char.code == 0x7e) return 0; // =~
  if (last == 0x3d && Char.code == 0x3e) {
    p += Char.length;
    // PHP prints the value of "=>" on the next line.
    const q = skipBlanks(p);
    if (at(q) == 10) return q + 1;
  }
  return p;
}

/** Pair members ("Authorization", "Bearer …") and header objects {name: "…", value: "…"}. */
function behindComma(p: usize, kind: u32): usize {
  const q = skipBlanks(p + Char.length);
  const next = behindValueName(q);
  if (next != 0) return next;
  if (kind == VALUE_ANY && !isFlag() && !hasDash()) return 0;
  const value = unwrap(q);
  readChar(value);
  return Char.code == Key.code && Char.form == Key.form && Char.count == Key.count ? value : 0;
}

/** Behind `"value":`, `value=` and the like at `p`, 0 where it does not stand there. */
function behindValueName(p: usize): usize {
  readChar(p);
  if (isQuote(Char.code)) p += Char.length;
  let length: usize = 0;
  while (length < 6 && is(at(p + length), ALNUM)) length++;
  if (length != 5 || fold(at(p)) != 0x76 || fold(at(p + 1)) != 0x61 || fold(at(p + 2)) != 0x6c) return 0;
  if (fold(at(p + 3)) != 0x75 || fold(at(p + 4)) != 0x65) return 0;
  p += 5;
  readChar(p);
  if (isQuote(Char.code)) p += Char.length;
  p = skipBlanks(p);
  readChar(p);
  if (Char.code != 0x3a && Char.code != 0x3d) return 0;
  Key.sign = Char.code;
  p = behindSign(p);
  return p == 0 ? 0 : unwrap(p);
}

/** `--password`, `-token`: a flag of a command line. */
function isFlag(): bool {
  return before(Name.start) == 0x2d;
}

function hasDash(): bool {
  for (let p = Name.start; p < Key.nameEnd; p++) if (load<u8>(p) == 0x2d) return true;
  return false;
}

/** `<password` or `<ns:password`, or the same as &lt;. */
function isTag(): bool {
  const c = before(Name.start);
  return c == 0x3c || c == 0x3a || c == 0x3b;
}

/** Behind blanks, colours and what some languages wrap a value in: b'', Some(), string(7), []string{}. */
function unwrap(p: usize): usize {
  p = skipBlanks(p);
  for (let i = 0; i < 3; i++) {
    const c = at(p);
    const lower = fold(c);
    const next = at(p + 1);
    if ((lower == 0x62 || lower == 0x75 || lower == 0x72) && (next == 0x22 || next == 0x27)) return p + 1;
    if (c == 0x53 && next == 0x6f && at(p + 2) == 0x6d && at(p + 3) == 0x65 && at(p + 4) == 0x28) p += 5; // Some(
    else if (c == 0x73 && next == 0x74 && at(p + 6) == 0x28) p = skipBlanks(behindParenthesis(p + 7)); // string(
    else if (c == 0x5b && next == 0x5d && at(p + 2) == 0x73 && at(p + 8) == 0x7b) p += 9; // []string{
    else break;
  }
  return p;
}

function behindParenthesis(p: usize): usize {
  for (let i = 0; i < 8 && at(p) - 0x30 < 10; i++) p++;
  return at(p) == 0x29 ? p + 1 : p;
}

/** Puts `State` inside the value at `p`, if it is a secret. */
function enterValue(p: usize, rule: u32, kind: u32): bool {
  State.rule = rule;
  State.kind = kind;
  State.separator = Key.separator;
  State.array = 0;
  State.longRun = 0;
  State.inner = 0;
  State.flags = SPAN_FIRST;
  if (Key.sign == HOST_OPEN) {
    State.code = HOST_CLOSE;
    State.form = FORM_RAW;
    State.count = 0;
    return enterText(p);
  }
  if (Key.code != 0) State.flags |= (<u32>Key.form << SPAN_FORM_SHIFT) | (Key.count << SPAN_COUNT_SHIFT);
  const c = at(p);
  if (c == 0x5b || c == 0x7b) {
    // A placeholder in brackets is no array and no object.
    const innocent = innocentEnd(p);
    if (undecided()) return false;
    if (innocent > p + 1 && is(load<u8>(innocent - 1), MAYBE_END) && isBareEnd(innocent)) return false;
    if (undecided()) return false;
  }
  return enterElement(p);
}

/** Whether an unquoted value can end at `p`. */
function isBareEnd(p: usize): bool {
  State.code = 0;
  if (p >= Text.limit) {
    if (!Text.final) Text.hitEnd = true;
    return true;
  }
  const kind = classOf(load<u8>(p));
  return (kind & (END | MAYBE_END)) != 0;
}

/** The value at `p` itself: array, object, quoted or bare. */
export function enterElement(p: usize): bool {
  readChar(p);
  const c = Char.code;
  if (undecided()) return false;
  if (isQuote(c)) {
    State.code = c;
    State.form = Char.form;
    State.count = Char.count;
    return enterText(p + Char.length);
  }
  if (Char.form == FORM_RAW && (c == 0x5b || c == 0x7b)) return enterContainer(p, c);
  State.code = 0;
  return enterText(p);
}

function enterContainer(p: usize, c: u32): bool {
  const inside = skipBlanks(p + 1);
  readChar(inside);
  const first = Char.code;
  if (undecided()) return false;
  if (first == 0x5d || first == 0x7d) return false;
  if (c == 0x5b && first != 0x7b && first != 0x5b && first != 10 && first != 13) {
    // An array of strings or numbers keeps its form; each element is redacted by itself.
    State.array = 1;
    return enterElement(inside);
  }
  Key.value = p;
  State.mode = MODE_CONTAINER;
  State.depth = 0;
  State.code = 0;
  quoteLikeKey();
  return true;
}

/** A number or an object in JSON gives way to a string, quoted as its key is. */
function quoteLikeKey(): void {
  if (Key.code == 0x22 && Key.sign == 0x3a) State.flags |= SPAN_QUOTE;
}

/** The text of a value starts at `p`, behind its quote if it has one. */
function enterText(p: usize): bool {
  Key.value = p;
  if (State.kind == VALUE_COOKIES || State.kind == VALUE_SET_COOKIE) {
    State.mode = MODE_COOKIE;
    return true;
  }
  if (State.kind == VALUE_CREDENTIALS) {
    p = behindScheme(p);
    if (p == 0 || undecided()) return false;
    Key.value = p;
  }
  if (isEmptyOrInnocent(p) || undecided()) return skipElement(p);
  if (State.code == 0) quoteLikeKey();
  State.mode = MODE_VALUE;
  return true;
}

/** An innocent element does not end its array. */
function skipElement(p: usize): bool {
  if (State.array == 0 || undecided()) return false;
  const end = innocentEnd(p);
  Key.value = end == 0 ? p : end;
  State.mode = MODE_ELEMENT;
  return true;
}

/** Whether nothing or a placeholder is all there is between `p` and the value's end. */
export function isEmptyOrInnocent(p: usize): bool {
  if (endsAt(p)) return true;
  const end = innocentEnd(p);
  return undecided() || (end != 0 && endsAt(end));
}

/**
 * Behind the scheme word of credentials; 0 where there is no secret: parameters, which have rules of
 * their own, and prose ("authorization: failed for user …").
 */
function behindScheme(p: usize): usize {
  let end = p;
  while (end < p + 32 && (is(at(end), WORD) || at(end) == 0x2d)) end++;
  if (!is(at(end), BLANK) || end == p) return p;
  const scheme = schemeOf(PROGRAM + word(P_SCHEMES), p, end);
  let q = end;
  while (q < end + 8 && is(at(q), BLANK)) q++;
  if (scheme == SCHEME_PARAMS && startsParameters(q)) return 0;
  if (scheme != 0) return q;
  if (!isSchemeLike(p, end)) return p;
  return State.code != 0 || looksSecret(q) ? q : 0;
}

/** Letters and dashes only, as scheme words are. */
function isSchemeLike(p: usize, end: usize): bool {
  for (; p < end; p++) {
    const c = fold(load<u8>(p));
    if (c - 0x61 >= 26 && c != 0x2d) return false;
  }
  return true;
}

/** `name=` at `p`. */
function startsParameters(p: usize): bool {
  let q = p;
  while (q < p + 40 && (is(at(q), WORD) || at(q) == 0x2d)) q++;
  return q > p && at(q) == 0x3d && at(q + 1) != 0x3d && !(classOf(at(q + 1)) & END && !isQuoteOrEscape(at(q + 1)));
}

function isQuoteOrEscape(c: u32): bool {
  return c == 0x22 || c == 0x27 || c == 0x5c;
}

/** Behind an unknown scheme word in running text: a word with a digit in it, or a long one. */
function looksSecret(p: usize): bool {
  let digit = false;
  let q = p;
  while (q < p + 24 && !(classOf(at(q)) & END)) {
    if (at(q) - 0x30 < 10) digit = true;
    q++;
  }
  return q - p >= 20 || (digit && q - p >= 6);
}
