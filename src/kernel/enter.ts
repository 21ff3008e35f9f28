// Into a value: what kind of thing stands behind a name's separator, and whether it is a secret.
import {
  CHECK_NONE, CHECK_RANDOM, R_CHECK,
  FORM_RAW, P_INNOCENT, P_INNOCENT_PHRASES, SPAN_COUNT_SHIFT, SPAN_FIRST, SPAN_FORM_SHIFT, SPAN_QUOTE, VALUE_ANY, VALUE_COOKIES,
  VALUE_CREDENTIALS, VALUE_SET_COOKIE,
} from "./abi";
import { skipBlanks, skipColours, skipLineEnd } from "./blanks";
import { startsBlock } from "./block";
import { passes } from "./check";
import { enterCredentials, enterFolded, startsWithScheme } from "./credentials";
import { behindTokenFold } from "./fold";
import { innocentEnd, isInnocent, plainEnd } from "./innocent";
import { Key } from "./key";
import { sensitiveName } from "./name";
import { ruleAt } from "./program";
import { Char, isQuote, isRepeated, readChar } from "./notation";
import { LISTED, MODE_CONTAINER, MODE_COOKIE, MODE_ELEMENT, MODE_VALUE, State } from "./state";
import { ALNUM, BLANK, END, MAYBE_END, NAME, Text, at, classOf, is, undecided } from "./text";
import { HOST_CLOSE, HOST_OPEN, endsAt } from "./value";

/** Puts `State` inside the value at `p`, if it is a secret. */
export function enterValue(p: usize, rule: u32, kind: u32): bool {
  State.rule = rule;
  State.kind = kind;
  State.separator = Key.separator;
  State.separatorCount = Key.separatorCount;
  // A number or an object in JSON gives way to a string, quoted as its key is.
  State.wantsQuote = Key.code == 0x22 && Key.sign == 0x3a && !Key.doubled ? 1 : 0;
  // `password = "old" -> "new"`, as Terraform shows a change.
  State.step = Key.sign == 0x3d && is(at(p - 1), BLANK) ? 1 : 0;
  State.array = Key.list != 0 ? LISTED : 0;
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
  if (<u32>load<u8>(ruleAt(State.rule), R_CHECK) != CHECK_NONE) return false;
  Key.value = p;
  State.kind = VALUE_ANY; // ";" in its strings ends no cookie
  State.mode = MODE_CONTAINER;
  State.depth = 0;
  State.code = 0;
  quoteLikeKey();
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

function quoteLikeKey(): void {
  if (State.wantsQuote != 0) State.flags |= SPAN_QUOTE;
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

/** The secret starts at `p`, unless it is none. */
export function enterSecret(p: usize): bool {
  Key.value = p;
  if (undecided()) return false;
  if (isEmptyOrInnocent(p) || undecided()) return skipElement(p);
  const check = <u32>load<u8>(ruleAt(State.rule), R_CHECK);
  if (check != CHECK_NONE && (!passesAt(check, p) || undecided())) return skipElement(p);
  if (State.code == 0) quoteLikeKey();
  State.mode = MODE_VALUE;
  return true;
}

/** Values that a check decides are not longer. */
const CHECKED_MOST: usize = 512;

/** Whether the value at `p` is one run of a token's characters that passes `check`. */
function passesAt(check: u32, p: usize): bool {
  let q = p;
  while (q < p + CHECKED_MOST && isTokenByte(at(q))) q++;
  // `Auth: password=…`: another name and its value.
  for (let r = p; r + 1 < q; r++) if (at(r) == 0x3d && at(r + 1) != 0x3d) return false;
  return !undecided() && endsAt(q) && passes(check, p, q, 0) && !(check == CHECK_RANDOM && isItselfName(q));
}

/** `key="PrivateKeyBase64"`: the value that ends at `p` is the name of another. */
function isItselfName(p: usize): bool {
  return sensitiveName(p) >= 0;
}

function isTokenByte(c: u32): bool {
  return is(c, NAME) || c == 0x2b || c == 0x2f || c == 0x3d || c == 0x7e;
}

/** An innocent element does not end its array. */
function skipElement(p: usize): bool {
  if (State.array == 0 || undecided()) return false;
  const end = innocentEnd(p);
  Key.value = end == 0 ? p : end;
  State.mode = MODE_ELEMENT;
  return true;
}

/**
 * Whether nothing or a placeholder is all there is between `p` and the value's end. What stands in a
 * cookie is no prose: there no word is innocent.
 */
export function isEmptyOrInnocent(p: usize): bool {
  if (endsAt(p)) return true;
  if ((State.kind == VALUE_COOKIES || State.kind == VALUE_SET_COOKIE) && is(at(p), ALNUM)) return false;
  // A doubled quote is a character, no placeholder of one character before the end.
  readChar(p);
  if (State.code != 0 && Char.code == State.code) return false;
  // A placeholder without blanks and delimiters can end nowhere but at the first of them.
  const plain = plainEnd(p);
  if (plain > p && plain < Text.limit && isInnocent(p, plain, false)) {
    if (endsAt(plain) || undecided() || (plain > p + 2 && isBeforeOtherQuote(plain))) return true;
  }
  const list = plain < Text.limit ? P_INNOCENT_PHRASES : P_INNOCENT;
  let end = innocentEnd(p, usize.MAX_VALUE, list);
  if (end > p + 2 && isBeforeOtherQuote(end)) return true;
  // "valid," is a placeholder, and so is "valid" in `token=valid,id=7`.
  while (end != 0 && !undecided() && !endsAt(end)) end = innocentEnd(p, end, list);
  return undecided() || end != 0;
}

/** Whether a quote that did not open the value, and then nothing of it, stands at `p`: `'[REDACTED]", "…`. */
function isBeforeOtherQuote(p: usize): bool {
  if (State.code == 0 || endsAt(p)) return false;
  readChar(p);
  if (!isQuote(Char.code) || Char.code == State.code) return false;
  return (classOf(at(p + Char.length)) & (END | MAYBE_END)) != 0;
}
