// Into a value: what kind of thing stands after a name's separator, and whether it is a secret.
import {
  CHECK_NONE,
  FORM_ENTITY,
  FORM_PERCENT,
  FORM_RAW,
  R_CHECK,
  SPAN_FIRST,
  VALUE_ANY,
  VALUE_COOKIES,
  VALUE_CREDENTIALS,
  VALUE_SET_COOKIE,
} from "../abi";
import { ANY_SIGNS } from "../frames/any-signs";
import { isTriple } from "../frames/triple-quote";
import { Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { Char, isQuote, isQuoteAt, isRepeated, readChar } from "../reading/character";
import {
  AMPERSAND,
  APOSTROPHE,
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  EQUALS,
  GREATER,
  HYPHEN,
  isNewline,
  LESS,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  RETURN,
} from "../reading/chars";
import { Members } from "../reading/members-state";
import { isOwnRule, ruleAt } from "../reading/program-view";
import { skipBlanks, skipColours, skipLineEnd, skipSpace } from "../reading/skip";
import {
  CHANGES,
  CHANGES_QUOTED,
  LISTED,
  MEMBERS,
  MODE_CONTAINER,
  MODE_COOKIE,
  MODE_ELEMENT,
  OVER_LINES,
  State,
} from "../reading/state";
import { at, BLANK, is, Text, undecided } from "../reading/text";
import { startsBlock } from "../shapes/begin-mark";
import { innocentEnd } from "../shapes/placeholder";
import { enterCredentials, enterFolded, startsWithScheme } from "./authorization";
import {
  closesHeader,
  isBetweenStrings,
  isBracketedPlaceholder,
  isGluedPlaceholder,
  isSchemeOfHash,
  skipBytesWord,
  skipMarksTo,
} from "./container";
import { hasParts, isSetting } from "./cookie";
import { enterSecret, quoteLikeKey, skipElement } from "./enter-text";
import { skipEmptyStrings } from "./in-word";
import { hasMembers, isClosing, isNextMember, isOpening, quotesOfName, startsMember } from "./member-name";
import { isInField, isOpenBefore, isOpenBeforeMember, startsName } from "./open-bracket";
import { BEHIND_LINE, behindIndent, behindTokenFold } from "./over-lines";

/** Puts `State` inside the value at `p`, if it is a secret. */
export function enterValue(p: usize, rule: u32, kind: u32): bool {
  State.rule = rule;
  State.kind = kind;
  State.separator = Key.separator;
  State.inQuery = Key.isParameter || Key.separator == FORM_PERCENT;
  State.separatorCount = Key.separatorCount;
  // A number or an object in JSON gives way to a string, quoted as its key is, in a list, too: `[["pin"],[4711]]`.
  State.wantsQuote = Key.code == QUOTE && !Key.doubled && (Key.sign == COLON || Key.isArray) ? 1 : 0;
  // `password = "old" -> "new"`, as Terraform shows a change.
  State.step = Key.changes;
  if (State.step == 0 && is(at(p - 1), BLANK)) {
    State.step = Key.sign == EQUALS ? CHANGES : Key.sign == COLON ? CHANGES_QUOTED : 0;
  }
  State.array = Key.list != 0 ? LISTED : Key.isArray ? 1 : 0;
  State.lines = Key.isOverLines ? OVER_LINES : Key.list - 1;
  State.longRun = 0;
  State.inner = 0;
  State.depth = 0;
  State.flags = SPAN_FIRST;
  // A value that a check judges ends as one of a token's characters does.
  if (Key.wrap == ANY_SIGNS && <u32>load<u8>(ruleAt(rule), R_CHECK) != CHECK_NONE) Key.wrap = 0;
  if (Key.wrap != 0) {
    State.depth = Key.indent;
    return enterWrapped(p, Key.wrap, Key.wrapForm, Key.wrapCount);
  }
  if (Key.code != 0) State.flags |= quotesOfName();
  // Go's and Java's `[Bearer …]` looks like one.
  const isCredentials = kind == VALUE_CREDENTIALS && startsWithScheme(p + 1);
  if ((!isCredentials && isBracketedPlaceholder(p)) || undecided()) return false;
  return enterElement(p);
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
  const length = Char.length;
  // What is percent-encoded after a sign that is not is the value's: `password=%22a%22b`.
  const isParameter =
    form == FORM_PERCENT && State.separator == FORM_RAW && Key.sign == EQUALS && Key.code == 0;
  if (Key.isParameter && form == FORM_RAW && (c == APOSTROPHE || c == OPEN_BRACKET || c == OPEN_BRACE)) {
    const word = skipMarksTo(p);
    if (word != p) {
      State.code = 0;
      State.depth = 0;
      return enterText(word);
    }
  }
  if (isQuote(c) && !isParameter) {
    const start = behindQuotes(p);
    if (closesHeader(start) || (Key.code == 0 && !Key.isOverLines && isBetweenStrings(p, start)))
      return false;
    // `''x1y2z3`: an empty string ends, and no word follows it.
    const word = skipEmptyStrings(p, length);
    if (word != p || (Key.code == 0 && isOpenBeforeMember(start, form == FORM_ENTITY ? AMPERSAND : c))) {
      State.code = 0;
      State.depth = 0;
      return enterText(word != p ? word : start);
    }
    if (undecided()) return false;
    // More than one opens it.
    State.depth = start > p + length ? 1 : 0;
    return enterWrapped(start, c, form, count);
  }
  // `%5B%22…` after a quoted name: an array of strings; of an object's members each has its name.
  if (form == FORM_PERCENT && Key.code != 0 && (c == OPEN_BRACKET || c == OPEN_BRACE)) {
    if (c == OPEN_BRACE || !isQuoteAt(p + length) || Char.form != form) return false;
    State.array = 1;
    return enterElement(p + length);
  }
  if (c == LESS) {
    const bytes = skipBytesWord(p + length);
    if (bytes != 0) return enterWrapped(bytes, GREATER, form, count);
  }
  if (State.array != 0 && c == OPEN_BRACKET && isBracketedPlaceholder(p)) return skipElement(innocentEnd(p));
  if (undecided()) return false;
  const isOpened = form == FORM_RAW && (c == OPEN_BRACKET || c == OPEN_BRACE);
  if (isOpened && !isSchemeOfHash(p, c) && !isGluedPlaceholder(p, c)) return enterContainer(p, c);
  if (undecided()) return false;
  State.code = 0;
  State.depth = 0;
  if (Key.sign == COLON && State.kind == VALUE_ANY && isNextMember(p)) return false;
  return enterText(p);
}

/** After the quote at `p`, which `Char` holds; after all of `"""`, and of `""` where the key's are doubled. */
function behindQuotes(p: usize): usize {
  const next = p + Char.length;
  const length = Char.length;
  if (!isRepeated(next)) return next;
  const third = next + length;
  if (isRepeated(third)) return isTriple(third + length) ? third + length : next;
  return Key.doubled ? third : next;
}

function enterContainer(p: usize, c: u32): bool {
  const inside = skipBlanks(p + 1);
  readChar(inside);
  const first = Char.code;
  if (undecided()) return false;
  if (first == CLOSE_BRACKET || first == CLOSE_BRACE) return skipElement(inside + 1);
  // `<a>{"b":{</a>`: an element's text ends.
  if (first == LESS) return false;
  if (inside >= Text.limit) return false;
  if (State.kind == VALUE_COOKIES && !isOwnRule(State.rule) && isSetting(skipSpace(inside))) return false;
  // `char key[] = {` at a line's end, as code has it: what is printed over lines is indented.
  const line = skipLineEnd(inside);
  const isJson = State.wantsQuote != 0;
  if (isNewline(first) && !isDeeper(line) && !(isJson && startsMember(line))) return false;
  // `password=[x1y2z3 user=ann`: a character of the value, or of none.
  if (Key.code == 0 && State.array == 0 && isInField(inside, c)) {
    State.code = 0;
    return inside == p + 1 && !isQuote(first) && enterText(inside);
  }
  if (undecided()) return false;
  const element = skipSpace(inside);
  if (c == OPEN_BRACKET && State.array == 0 && isBracketedPlaceholder(element)) {
    State.array = 1;
    State.code = 0;
    return skipElement(innocentEnd(element));
  }
  if (undecided()) return false;
  if (
    c == OPEN_BRACKET &&
    State.array == 0 &&
    first != OPEN_BRACE &&
    first != OPEN_BRACKET &&
    !isNewline(first)
  ) {
    // `password=[ Authorization: Bearer …`: what does not close in its line, and begins with a name, is no list.
    if (startsName(inside) && isOpenBefore(inside, CLOSE_BRACKET)) return false;
    // An array of strings or numbers keeps its form; each element is redacted by itself.
    State.array = 1;
    return enterElement(inside);
  }
  // What is hidden of each element is not all of it; of a list of lists, it is.
  const isPart = c == OPEN_BRACKET && State.array == 0 && State.kind != VALUE_ANY;
  const areLines = isPart && isNewline(first) && !isOpening(at(element));
  if (areLines || <u32>load<u8>(ruleAt(State.rule), R_CHECK) != CHECK_NONE)
    return c == OPEN_BRACKET && State.array == 0 && enterLines(inside);
  Key.value = p;
  State.kind = VALUE_ANY; // ";" in its strings ends no cookie
  State.mode = MODE_CONTAINER;
  State.depth = 0;
  State.code = 0;
  if (State.array <= 1 && Members.at == usize.MAX_VALUE && hasMembers(inside)) return enterMembers();
  quoteLikeKey();
  return true;
}

/** The name's line is looked at so far back. */
const MAX_LINE: usize = 200;

/** Whether the line at `p` is indented deeper than the line of the name, or closes a bracket. */
function isDeeper(p: usize): bool {
  const q = behindIndent(p);
  if (q == p) return false;
  const least = Name.start - min(MAX_LINE, Name.start - Text.begin);
  let line = Name.start;
  while (line > least && !isNewline(load<u8>(line - 1))) line--;
  if (line == least && line != Text.begin) return true;
  let own = line;
  while (is(load<u8>(own), BLANK)) own++;
  return q - p > own - line || isClosing(at(q));
}

/** Into an object or array whose members are looked at; an array that it is an element of goes on with it. */
function enterMembers(): bool {
  State.inner = State.array;
  State.array = MEMBERS;
  State.lines = 0;
  State.step = 0;
  return !undecided();
}

/** Into an array whose elements stand on the lines after the line end at `p`, and are looked at one by one. */
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

/** The text of a value starts at `p`, after its quote if it has one. */
function enterText(p: usize): bool {
  Key.value = p;
  p = skipColours(p);
  if (undecided()) return false;
  // Of a user's own name, all that quotes or an element enclose is the value; so is what has no parts.
  if (State.kind != VALUE_ANY && isOwnRule(State.rule) && (State.code != 0 || !hasParts(p))) {
    if (undecided()) return false;
    State.kind = VALUE_ANY;
  }
  if (State.kind == VALUE_COOKIES || State.kind == VALUE_SET_COOKIE) {
    Key.value = p;
    State.mode = MODE_COOKIE;
    return true;
  }
  if (State.kind == VALUE_CREDENTIALS) return skipLineEnd(p) != p ? enterFolded(p) : enterCredentials(p);
  if (State.code == 0 && Key.sign == COLON && State.array == 0 && (at(p) == RETURN || at(p) == BACKSLASH)) {
    const folded = behindTokenFold(p);
    if (undecided()) return false;
    p = folded;
  }
  // The block's own rule keeps its marks and finds its end, over lines too.
  if (at(p) == HYPHEN && startsBlock(p)) return false;
  return enterSecret(p);
}
