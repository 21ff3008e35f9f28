// What a row asks of the value that it leads to.
import {
  CHECK_NOT_UUID,
  CHECK_RANDOM,
  ROW_ANY,
  ROW_ANY_SIGNS,
  ROW_ARGUMENT,
  ROW_CLOSE,
  ROW_DOUBLE,
  ROW_END_OF_LINE,
  ROW_GENERATED,
  ROW_KIND,
  ROW_NOT_CODE,
  ROW_OBJECT,
  ROW_OTHER_NAME,
  ROW_OWN_NAME,
  ROW_OWN_STRING,
  ROW_PRESENT,
  ROW_RANDOM,
  ROW_SINGLE,
  ROW_STRING,
  ROW_WORDS,
  VALUE_ANY,
} from "../abi";
import { hasAnySigns, hasQuote } from "../frames/any-signs";
import { hasWords, Words } from "../frames/plain-words";
import { isQuoteAtDepth, Key } from "../names/key-state";
import { Name } from "../names/name-trie";
import { wholeName } from "../names/sensitive-name";
import { isMark, startsWord } from "../names/words";
import { Char, isQuote, isQuoteAt, isRepeated, noteChar, readChar } from "../reading/character";
import {
  APOSTROPHE,
  BACKSLASH,
  COLON,
  DOT,
  EQUALS,
  ESCAPE,
  HYPHEN,
  isDigit,
  isLower,
  isUpper,
  OPEN_BRACE,
  OPEN_PAREN,
  QUOTE,
  SPACE,
} from "../reading/chars";
import { skipBlanks, skipColours, skipLineEnd, skipSpace } from "../reading/skip";
import { at, BLANK, classOf, END, fold, is, isOneOf, NAME, Text } from "../reading/text";
import { leaveWindow, readOnTo } from "../reading/window";
import { passes } from "../shapes/check";
import { isInnocent, plainByte, plainEnd } from "../shapes/placeholder";

/** Whether what `row` asks for stands at `p`; `rule` is the kind of value of the name's rule. */
export function fitsRow(row: usize, p: usize, rule: u32): bool {
  const kind = <u32>load<u8>(row, ROW_KIND);
  if (kind == ROW_ANY) return true;
  const value = skipColours(p);
  readOnTo(value);
  if (value != p || at(p) == BACKSLASH || at(p) == ESCAPE) leaveWindow();
  if (kind == ROW_WORDS) {
    const found = rule == VALUE_ANY && hasWords(value, load<u8>(row, ROW_CLOSE));
    if (rule == VALUE_ANY && Words.mayEndWithFrame && Key.code == 0) Key.mayEndWithFrame = true;
    if (!found) return false;
    leaveWindow();
    // `password=null 🎉`: what is no value has something else after it.
    return !isInnocent(value, plainEnd(value), false);
  }
  if (kind == ROW_ANY_SIGNS) {
    if (rule != VALUE_ANY || Key.isParameter) return false;
    if (hasQuote(value)) Key.mayEndWithFrame = true;
    return hasAnySigns(value);
  }
  if (kind == ROW_RANDOM) return rule == VALUE_ANY && isGiven(value);
  if (kind == ROW_ARGUMENT) return at(value) == HYPHEN ? isRandom(value) : !isAttribute(value);
  if (kind == ROW_NOT_CODE) return !isOneOf(at(value), "(={") && !isAttribute(value);
  if (kind == ROW_GENERATED) return rule == VALUE_ANY && looksGenerated(value);
  if (kind == ROW_END_OF_LINE) return rule == VALUE_ANY && looksGenerated(value) && isLastOfLine(value);
  if (kind == ROW_PRESENT) return isPresent(value);
  if (kind == ROW_OWN_NAME) return isOwnName(value);
  if (kind == ROW_OTHER_NAME) return isOtherName(value);
  // No JSON after a token: `token=Zq8Lw2Xk {"a":1}`.
  if (kind == ROW_OBJECT && at(value) == OPEN_BRACE) leaveWindow();
  if (kind == ROW_OBJECT)
    return at(value) == OPEN_BRACE && (skipSpace(value + 1) != value + 1 || value + 1 >= Text.limit);
  readChar(value);
  noteChar(value);
  const code = Char.code;
  if (kind == ROW_STRING) return isQuote(code);
  if (kind == ROW_DOUBLE) return code == QUOTE;
  if (kind == ROW_SINGLE) return rule == VALUE_ANY && code == APOSTROPHE;
  if (kind != ROW_OWN_STRING) return false;
  if (!isQuote(code) || Key.code == 0 || !isQuoteAtDepth()) return false;
  const text = value + Char.length;
  readOnTo(text);
  return at(text) != HYPHEN || isRandom(text);
}

/** Whether the word at `p` that begins as a flag does looks random: `--password -Zq8Lw2Xk9Vb4Rt6Y`. */
function isRandom(p: usize): bool {
  leaveWindow();
  let start = p;
  for (const most = p + 2; start < most && at(start) == HYPHEN; ) start++;
  let end = start;
  for (const most = start + MAX_WORD; end < most && (classOf(at(end)) & END) == 0 && at(end) != EQUALS; )
    end++;
  return at(end) != EQUALS && passes(CHECK_RANDOM, start, end, 0);
}

/** What words of prose lead to is no shorter: of ids, few are longer and have letters in both cases. */
const MIN_GIVEN: usize = 20;

/** Whether the word at `p`, or in the quotes there, is what a generator made. */
function isGiven(p: usize): bool {
  leaveWindow();
  const start = isQuoteAt(p) ? p + Char.length : p;
  noteChar(p);
  let q = start;
  for (const most = start + MAX_WORD; q < most && (is(at(q), NAME) || isOneOf(at(q), "+/~")); ) q++;
  while (at(q) == EQUALS) q++;
  const next = at(q);
  if ((classOf(next) & END) == 0 && !isOneOf(next, "\\,;)!?:")) return false;
  if (q - start < MIN_GIVEN || !passes(CHECK_NOT_UUID, start, q, 0)) return false;
  return passes(CHECK_RANDOM, start, q, 0);
}

/** Whether a name and its value in quotes stand at `p`: `<u a="--password" b="…">`, `{Ua:"-secret" Password:"…"}`. */
function isAttribute(p: usize): bool {
  let q = p;
  for (const most = p + MAX_WORD; q < most && is(at(q), NAME); ) q++;
  readOnTo(q);
  if (q == p || !isOneOf(at(q), "=:")) return false;
  if (isQuoteAt(q + 1)) Key.mayEndWithFrame = true;
  noteChar(q + 1);
  return isQuote(Char.code);
}

/** Whether the value at `p` is neither empty, null nor hidden. */
function isPresent(p: usize): bool {
  leaveWindow();
  const quote = isQuoteAt(p) ? Char.code : 0;
  const form = Char.form;
  const start = quote != 0 ? p + Char.length : p;
  // Another backslash before a quote like it is the value: `"\\\\"`.
  const end = plainEnd(start);
  if (end == start && quote != 0) return !isRepeated(start);
  if (end == start) return (classOf(start < Text.limit ? plainByte(start) : at(start)) & END) == 0;
  // More than one word: `Bearer x1y2z3`.
  const isWord = is(at(end), BLANK) && quote == 0 && isOneOf(at(skipBlanks(end)), ",;}])");
  if (end >= Text.limit || (is(at(end), BLANK) && !isWord)) return true;
  readChar(end);
  if (quote != 0 && (Char.code != quote || Char.form != form)) return true;
  return !isInnocent(start, end, Key.isOwn, quote != 0);
}

/** Returns the address after the name at `p`, or `p` where something else goes on after it. */
function identifierEnd(p: usize): usize {
  let q = p;
  for (const most = p + MAX_WORD; q < most && is(at(q), NAME); ) q++;
  const c = at(q);
  readOnTo(q);
  return (classOf(c) & END) != 0 || isOneOf(c, ",;)]}|&?!") ? q : p;
}

/** Whether the value at `p` is the name that was found, or the last words of it; what stands between words may differ. */
function isOwnName(p: usize): bool {
  let q = identifierEnd(p);
  if (q == p) return false;
  let n = Key.nameEnd;
  while (q > p && n > Name.start) {
    const c = <u32>load<u8>(q - 1);
    const own = <u32>load<u8>(n - 1);
    if (isMark(c)) q--;
    else if (isMark(own)) n--;
    else if (fold(c) == fold(own)) {
      q--;
      n--;
    } else return false;
  }
  return q == p && (n == Name.start || startsWord(n));
}

/** Whether the value at `p` is a name of a credential: `passwordField`, `cfg.Password`. */
function isOtherName(p: usize): bool {
  const end = identifierEnd(p);
  if (end == p) return false;
  const start = Name.start;
  const own = Name.end;
  const isOther = wholeName(end) >= 0 && Name.start <= p;
  Name.start = start;
  Name.end = own;
  return isOther;
}

/** A word that is looked at for what makes it generated is not longer. */
const MAX_WORD: usize = 64;
const MIN_PART = 4; // letters in each of the words that hyphens join to a passphrase
const MIN_TOKEN: usize = 24; // so many characters are no word with a hyphen
/**
 * Whether digits stand among the letters of the word at `p`, or capitals twice: it is no word of a sentence. With hyphens
 * it is long, or two words and a number (`saffron-otter-41`): `aes-256-gcm` and `base64-encoded` are none.
 */
export function looksGenerated(p: usize): bool {
  const start = isQuoteAt(p) ? p + Char.length : p;
  noteChar(p);
  const most = start + MAX_WORD;
  let digits = 0;
  let letters = 0;
  let humps = 0;
  let hyphens = 0;
  let part = 0;
  let hasShort = false;
  let last: u32 = 0;
  let q = start;
  for (; q < most; q++) {
    const c = at(q);
    if ((classOf(c) & END) != 0 || isOneOf(c, "\\,;)")) break;
    if (c == DOT && (classOf(at(q + 1)) & END) != 0) break;
    readOnTo(q + 1);
    if (c == OPEN_PAREN || c == COLON) return false;
    if (c == HYPHEN) {
      if (part < MIN_PART) hasShort = true;
      hyphens++;
      part = 0;
    } else if (isDigit(c)) {
      digits++;
    } else if (isLower(fold(c))) {
      letters++;
      part++;
    }
    if (isLower(last) && isUpper(c)) humps++;
    last = c;
  }
  readOnTo(q + 1);
  const length = q - start;
  if (hyphens > 0) return digits > 0 && (length < MIN_TOKEN ? hyphens > 1 && !hasShort : humps > 1);
  if (letters == 0) {
    // "The token is 3600 seconds old": a number with its unit.
    if (digits < 6 && at(q) == SPACE && isLower(fold(at(q + 1)))) return false;
    return digits >= 4 && digits <= 10 && <usize>digits == length;
  }
  return length >= 6 && (digits > 0 || humps > 1);
}

/** Whether the word at `p` is all that is left of its line, or of the string that may end there and be its frame. */
function isLastOfLine(p: usize): bool {
  leaveWindow();
  let q = p;
  for (const most = p + MAX_WORD; q < most && (classOf(at(q)) & END) == 0; ) q++;
  q = skipBlanks(q);
  if (isQuoteAt(q)) Key.mayEndWithFrame = true;
  return skipLineEnd(q) != q || (q >= Text.limit && Text.final);
}
