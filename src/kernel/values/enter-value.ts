// Into a value: what kind of thing stands behind a name's separator, and whether it is a secret.
import {
  CHECK_NONE, FORM_PERCENT, FORM_RAW, HOST_CLOSE, HOST_OPEN, R_CHECK, SPAN_COUNT_SHIFT, SPAN_FIRST, SPAN_FORM_SHIFT, VALUE_ANY, VALUE_COOKIES, VALUE_CREDENTIALS, VALUE_SET_COOKIE,
} from "../abi";
import { skipBlanks, skipColours, skipLineEnd, skipSpace } from "../reading/skip";
import { startsBlock } from "../blocks/pem";
import { isSetting } from "./cookie";
import { enterCredentials, enterFolded, startsWithScheme } from "./authorization";
import { BEHIND_LINE, behindTokenFold } from "./folded-header";
import { Key } from "../names/key-state";
import { innocentEnd } from "../shapes/placeholder";
import { Char, isQuote, isQuoteAt, isRepeated, readChar } from "../reading/character";
import { ruleAt } from "../reading/program-view";
import { enterSecret, quoteLikeKey, skipElement } from "./enter-text";
import { CHANGES, CHANGES_QUOTED, LISTED, MODE_CONTAINER, MODE_COOKIE, MODE_ELEMENT, State } from "../reading/state";
import { ALNUM, BLANK, END, MAYBE_END, Text, at, classOf, is, undecided } from "../reading/text";

/** Puts `State` inside the value at `p`, if it is a secret. */
export function enterValue(p: usize, rule: u32, kind: u32): bool {
  State.rule = rule;
  State.kind = kind;
  State.separator = Key.separator;
  State.separatorCount = Key.separatorCount;
  // A number or an object in JSON gives way to a string, quoted as its key is.
  State.wantsQuote = Key.code == 0x22 && Key.sign == 0x3a && !Key.doubled ? 1 : 0;
  // `password = "old" -> "new"`, as Terraform shows a change.
  State.step = Key.changes;
  if (State.step == 0 && is(at(p - 1), BLANK)) {
    State.step = Key.sign == 0x3d ? CHANGES : Key.sign == 0x3a ? CHANGES_QUOTED : 0;
  }
  State.array = Key.list != 0 ? LISTED : Key.isArray ? 1 : 0;
  State.lines = Key.list - 1;
  State.longRun = 0;
  State.inner = 0;
  State.depth = 0;
  State.flags = SPAN_FIRST;
  if (Key.sign == HOST_OPEN) return enterWrapped(p, HOST_CLOSE, FORM_RAW, 0);
  if (Key.wrap != 0) {
    State.depth = Key.indent;
    return enterWrapped(p, Key.wrap, Key.wrapForm, Key.wrapCount);
  }
  if (Key.code != 0) State.flags |= (<u32>Key.form << SPAN_FORM_SHIFT) | (Key.count << SPAN_COUNT_SHIFT);
  // Go's and Java's `[Bearer …]` looks like one.
  const isCredentials = kind == VALUE_CREDENTIALS && startsWithScheme(p + 1);
  if ((!isCredentials && isBracketedPlaceholder(p)) || undecided()) return false;
  return enterElement(p);
}

/** Whether an unquoted value can end at `p`. */
function isBareEnd(p: usize): bool {
  State.code = 0;
  if (p >= Text.limit) {
    if (!Text.final) Text.hitEnd = true;
    return true;
  }
  return (classOf(load<u8>(p)) & (END | MAYBE_END)) != 0;
}

/** `[REDACTED]`, whatever is glued to it, and `{user}`: no array and no object, but a placeholder. */
function isBracketedPlaceholder(p: usize): bool {
  const c = at(p);
  if (c != 0x5b && c != 0x7b) return false;
  const end = innocentEnd(p);
  return end > p + 1 && is(load<u8>(end - 1), MAYBE_END) && (c == 0x5b || isBareEnd(end));
}

function enterWrapped(p: usize, code: u32, form: i32, count: u32): bool {
  State.code = code;
  State.form = form;
  State.count = count;
  return enterText(p);
}

/** The value at `p` itself: array, object, quoted or bare. */
export function enterElement(p: usize): bool {
  readChar(p);
  const c = Char.code;
  const form = Char.form;
  if (undecided()) return false;
  const count = Char.count;
  if (isQuote(c)) return enterWrapped(behindQuotes(p), c, form, count);
  const length = Char.length;
  // `%5B%22…` behind a quoted name: an array of strings; of an object's members each has its name.
  if (form == FORM_PERCENT && Key.code != 0 && (c == 0x5b || c == 0x7b)) {
    if (c == 0x7b || !isQuoteAt(p + length) || Char.form != form) return false;
    State.array = 1;
    return enterElement(p + length);
  }
  if (c == 0x3c && isBuffer(p + length)) return enterWrapped(p + length + 7, 0x3e, form, count);
  if (State.array != 0 && c == 0x5b && isBracketedPlaceholder(p)) return skipElement(p);
  if (undecided()) return false;
  if (form == FORM_RAW && (c == 0x5b || c == 0x7b) && !isSchemeOfHash(p, c)) return enterContainer(p, c);
  if (undecided()) return false;
  State.code = 0;
  return enterText(p);
}

/** Behind the quote at `p`, which `Char` holds; behind all of `"""`, and of `""` where the key's are doubled. */
function behindQuotes(p: usize): usize {
  const next = p + Char.length;
  const length = Char.length;
  if (!isRepeated(next)) return next;
  const third = next + length;
  if (isRepeated(third)) return third + length;
  return Key.doubled ? third : next;
}

/** `<Buffer 68 75 …>` of Node, behind its "<" at `p`. */
function isBuffer(p: usize): bool {
  return at(p) == 0x42 && at(p + 1) == 0x75 && at(p + 5) == 0x72 && at(p + 6) == 0x20;
}

/** `{SSHA}bteEyn…`: how directories write password hashes (RFC 2307), no object. */
function isSchemeOfHash(p: usize, c: u32): bool {
  if (c != 0x7b) return false;
  let q = p + 1;
  while (q < p + 18 && (is(at(q), ALNUM) || at(q) == 0x2d)) q++;
  return q > p + 2 && at(q) == 0x7d && (classOf(at(q + 1)) & (END | MAYBE_END)) == 0;
}

function enterContainer(p: usize, c: u32): bool {
  const inside = skipBlanks(p + 1);
  readChar(inside);
  const first = Char.code;
  if (undecided()) return false;
  if (first == 0x5d || first == 0x7d || inside >= Text.limit) return false;
  if (isQuote(first) && isBehindString(inside + Char.length)) return false;
  if (State.kind == VALUE_COOKIES && isSetting(skipSpace(inside))) return false;
  // `char key[] = {` at a line's end, as code has it: what is printed over lines is indented.
  if ((first == 10 || first == 13) && !is(at(skipLineEnd(inside)), BLANK)) return false;
  if (c == 0x5b && isBracketedPlaceholder(inside)) {
    State.array = 1;
    State.code = 0;
    return skipElement(inside);
  }
  if (undecided()) return false;
  if (c == 0x5b && State.array == 0 && first != 0x7b && first != 0x5b && first != 10 && first != 13) {
    // An array of strings or numbers keeps its form; each element is redacted by itself.
    State.array = 1;
    return enterElement(inside);
  }
  if (<u32>load<u8>(ruleAt(State.rule), R_CHECK) != CHECK_NONE) return c == 0x5b && State.array == 0 && enterLines(inside);
  Key.value = p;
  State.kind = VALUE_ANY; // ";" in its strings ends no cookie
  State.mode = MODE_CONTAINER;
  State.depth = 0;
  State.code = 0;
  quoteLikeKey();
  return true;
}

/** Into an array whose elements stand on the lines behind the line end at `p`, and are looked at one by one. */
function enterLines(p: usize): bool {
  const line = skipLineEnd(p);
  if (line == p) return false;
  Key.value = line;
  State.array = 1;
  State.code = 0;
  State.inner = BEHIND_LINE;
  State.mode = MODE_ELEMENT;
  return true;
}

/** Whether what stands at `p` stands behind a string: the bracket before its quote was the last of the text in it. */
function isBehindString(p: usize): bool {
  const q = skipBlanks(p);
  const c = at(q);
  if (c != 0x7d && c != 0x5d && c != 0x2c) return false;
  const next = at(q + 1);
  return (classOf(next) & (END | MAYBE_END)) != 0;
}

/** The text of a value starts at `p`, behind its quote if it has one. */
function enterText(p: usize): bool {
  Key.value = p;
  p = skipColours(p);
  if (undecided()) return false;
  if (State.kind == VALUE_COOKIES || State.kind == VALUE_SET_COOKIE) {
    Key.value = p;
    State.mode = MODE_COOKIE;
    return true;
  }
  if (State.kind == VALUE_CREDENTIALS) return skipLineEnd(p) != p ? enterFolded(p) : enterCredentials(p);
  if (State.code == 0 && Key.sign == 0x3a && State.array == 0 && (at(p) == 13 || at(p) == 0x5c)) {
    const folded = behindTokenFold(p);
    if (undecided()) return false;
    p = folded;
  }
  // The block's own rule keeps its marks and finds its end, over lines too.
  if (at(p) == 0x2d && startsBlock(p)) return false;
  return enterSecret(p);
}
