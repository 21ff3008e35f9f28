// Credentials after a scheme word (RFC 9110 section 11.4): the word stays. What follows is one opaque
// token, or parameters, of which the scheme's secret ones go and the others stay.

import {
  FORM_BACKSLASH,
  FORM_PERCENT,
  P_SCHEMES,
  PROGRAM,
  SCHEME_PARAMS,
  SPAN_FIRST,
  VALUE_CREDENTIALS,
  VALUE_PARAMS,
} from "../abi";
import { Key } from "../names/key-state";
import { isParameterOf, Name, schemeOf } from "../names/name-trie";
import { wholeName } from "../names/sensitive-name";
import { CHECKED_MOST, PARAMETER_MOST, TOKEN_LOOK_MOST, WORD_MOST } from "../reading/bounds";
import { Char, isQuote, isQuoteAt, readChar } from "../reading/character";
import {
  AMPERSAND,
  ASTERISK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COMMA,
  EQUALS,
  HYPHEN,
  isDigit,
  isLower,
  isNewline,
  isUpper,
  OPEN_BRACKET,
  PLUS,
  SEMICOLON,
  SPACE,
  UNDERSCORE,
} from "../reading/chars";
import { takesAnyWord, word } from "../reading/program-view";
import { skipBlanks, skipColours, skipLineEnd } from "../reading/skip";
import { MODE_KEPT, MODE_PARAMETERS, MODE_SEARCH, MODE_VALUE, OUTER_SHIFT, State } from "../reading/state";
import { at, BLANK, classOf, END, fold, is, MAYBE_END, Text, undecided, WORD } from "../reading/text";
import { isEscapeInBrackets } from "./delimiter";
import { enterSecret, isEmptyOrInnocent } from "./enter-text";
import { BEHIND_LINE, behindFold, behindIndent, looksToken } from "./over-lines";

/** Into the credentials at `p`; false where there is no secret: prose ("authorization: failed for user …"). */
export function enterCredentials(p: usize): bool {
  let end = p;
  while (end < p + WORD_MOST && isNameByte(at(end))) end++;
  if (end == p) return enterSecret(p);
  const scheme = schemeOf(PROGRAM + word(P_SCHEMES), p, end);
  const node = Name.node;
  let q = skipToCredentials(end);
  if (q == end && scheme != 0 && at(end) == PLUS) q++;
  if (scheme != 0 && State.kind == VALUE_CREDENTIALS && skipLineEnd(q) != q) {
    const line = skipLineEnd(q);
    const isInString = State.code != 0 && !isNewline(at(q));
    q = behindFold(q);
    // In quotes of its own, nothing else stands in the next line.
    if (isInString) q = max(q, line);
    else if (undecided() || !(startsParameters(q) || looksToken(q)) || undecided()) return false;
  }
  if (q == end) return enterSecret(p);
  if (undecided()) return false;
  const isWord = scheme != 0 || isSchemeLike(p, end) || isAlgorithm(p, end);
  if (isWord && startsParameters(q) && (scheme == 0 || hasParameters(scheme, node, q))) {
    if (undecided()) return false;
    Key.value = q;
    State.mode = MODE_PARAMETERS;
    State.kind = VALUE_PARAMS;
    State.step = scheme == SCHEME_PARAMS ? node : 0;
    State.lines = State.form <= FORM_BACKSLASH ? State.code | (State.count << OUTER_SHIFT) : 0;
    State.code = 0;
    return true;
  }
  // A quote that a blank or nothing follows closes the string of the header: `"Authorization: Basic " password="…"`.
  if (scheme != 0 && State.code == 0 && isQuoteAt(q) && isBehindString(q + Char.length)) return false;
  if (scheme != 0) return enterSecret(State.code == 0 ? enterQuote(q) : q);
  if (!isSchemeLike(p, end)) return enterSecret(p);
  return (State.code != 0 || looksSecret(q)) && enterSecret(q);
}

/** Whether what stands at `p` follows a string: a blank, a line's end or the text's. */
function isBehindString(p: usize): bool {
  return at(p) <= SPACE || skipLineEnd(p) != p;
}

/** The address after the blanks at `p`; no blank that is not encoded stands in what is, nor in a query's parameter. */
function skipToCredentials(p: usize): usize {
  const next = skipBlanks(p);
  if (State.separator != FORM_PERCENT && !Key.isParameter) return next;
  let q = p;
  while (q < next && !is(load<u8>(q), BLANK)) q++;
  return q;
}

/** `Bearer "…"`: returns the address after the quote at `p`, which now ends the value, or `p`. */
function enterQuote(p: usize): usize {
  readChar(p);
  if (!isQuote(Char.code) || Char.form > FORM_BACKSLASH) return p;
  State.code = Char.code;
  State.form = Char.form;
  State.count = Char.count;
  return p + Char.length;
}

/** The same at the start of the line after the one that the name stands on, where it is folded there. */
export function enterFolded(p: usize): bool {
  const q = behindFold(p);
  if (q == p || undecided()) return false;
  let end = q;
  while (end < q + WORD_MOST && isNameByte(at(end))) end++;
  const isScheme = schemeOf(PROGRAM + word(P_SCHEMES), q, end) != 0;
  const rest = skipBlanks(end);
  const isCredential = isScheme && rest > end && (startsParameters(rest) || looksToken(rest));
  if (undecided() || !(isCredential || looksToken(q)) || undecided()) return false;
  return enterCredentials(q);
}

/** Whether the word at `p` is a scheme with something after it. */
export function startsWithScheme(p: usize): bool {
  let end = p;
  while (end < p + WORD_MOST && isNameByte(at(end))) end++;
  return at(end) == SPACE && schemeOf(PROGRAM + word(P_SCHEMES), p, end) != 0;
}

// @inline
function isNameByte(c: u32): bool {
  return is(c, WORD) || c == HYPHEN || c == ASTERISK;
}

/** `XYZ4-HMAC-SHA256`. */
function isAlgorithm(p: usize, end: usize): bool {
  let dash = false;
  for (; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (c == HYPHEN) dash = true;
    else if (!isUpper(c) && !isDigit(c)) return false;
  }
  return dash;
}

/** Letters, dashes and "_" only, as scheme words are. */
function isSchemeLike(p: usize, end: usize): bool {
  for (; p < end; p++) {
    const c = fold(load<u8>(p));
    if (!isLower(c) && c != HYPHEN && c != UNDERSCORE) return false;
  }
  return true;
}

/** `name=value` or `name="value"` at `p`, and not a token that is padded with "=". */
function startsParameters(p: usize): bool {
  let q = p;
  while (q < p + WORD_MOST && isNameByte(at(q))) q++;
  if (q == p || !isSign(q, EQUALS)) return false;
  q += Char.length;
  const percent = Char.form == FORM_PERCENT;
  readChar(q);
  const c = Char.code;
  if (c == OPEN_BRACKET && isEscapeInBrackets(q)) return false;
  if (!isQuote(c))
    return (
      c != EQUALS && c > SPACE && (percent || c == OPEN_BRACKET || !(classOf(at(q)) & (END | MAYBE_END)))
    );
  if (c == State.code && Char.form == State.form && Char.count == State.count) return false;
  const next = at(q + Char.length);
  return (
    !(classOf(next) & END) &&
    next != COMMA &&
    next != CLOSE_PAREN &&
    next != CLOSE_BRACKET &&
    next != CLOSE_BRACE
  );
}

/**
 * Whether what is written as parameters at `p` is that to the scheme, by the first: its name is known or, where the scheme
 * has none, a plain word; it is in quotes; or others stand after it. `Bearer x1Y2z3=a` is a token, as is `Token a=x1Y2z3`.
 */
function hasParameters(scheme: u32, node: u32, p: usize): bool {
  let q = p;
  while (q < p + WORD_MOST && isNameByte(at(q))) q++;
  const hasNames = scheme == SCHEME_PARAMS;
  if (hasNames && isParameterOf(PROGRAM + word(P_SCHEMES), node, p, q)) return true;
  if (wholeName(q) >= 0) return true;
  const end = q;
  if (!isSign(q, EQUALS)) return false;
  q += Char.length;
  readChar(q);
  if (isQuote(Char.code))
    return Char.code != State.code || Char.form != State.form || Char.count != State.count;
  if (!hasNames) return isPlainName(p, end);
  for (const most = q + CHECKED_MOST; q < most && !(classOf(at(q)) & END); q++)
    if (isSign(q, COMMA) || isSign(q, AMPERSAND) || isSign(q, SEMICOLON)) return true;
  const next = skipBlanks(q);
  return next > q && startsParameters(next);
}

/** Whether [p, end) has no digits, and letters of one case. */
function isPlainName(p: usize, end: usize): bool {
  let hasUpper: bool = false;
  let hasLower: bool = false;
  for (; p < end; p++) {
    const c = at(p);
    if (isDigit(c)) return false;
    if (isUpper(c)) hasUpper = true;
    else if (isLower(c)) hasLower = true;
  }
  return !(hasUpper && hasLower);
}

/** After an unknown scheme word in running text: a word with a digit in it, or a long one. */
function looksSecret(p: usize): bool {
  let digit = false;
  let q = p;
  while (q < p + TOKEN_LOOK_MOST && !(classOf(at(q)) & END)) {
    if (isDigit(at(q))) digit = true;
    q++;
  }
  return q - p >= 20 || (digit && q - p >= 6);
}

/** Whether `code` stands at `p`, as `%3D` only in what is percent-encoded; it is then in `Char`. */
function isSign(p: usize, code: u32): bool {
  readChar(p);
  return Char.code == code && (Char.form != FORM_PERCENT || State.separator == FORM_PERCENT);
}

/**
 * The next parameter at `p`: its name stays, and its value too where the scheme does not say that it is
 * secret. Returns where to go on, 0: more text is needed.
 */
export function stepParameters(p: usize): usize {
  Text.hitEnd = false;
  const code = State.code;
  let q = p;
  if (code != 0) {
    q = skipColours(q);
    readChar(q);
    if (Char.code == code) q += Char.length;
  }
  q = State.inner == BEHIND_LINE ? behindIndent(p) : skipBlanks(q);
  if (State.inner == BEHIND_LINE && q == p && !undecided()) {
    State.mode = MODE_SEARCH;
    return p;
  }
  // Of a header that is percent-encoded, the next parameter of the URL is none.
  const isOver = State.separator == FORM_PERCENT && at(q) == AMPERSAND;
  const isSeparated = !isOver && (isSign(q, COMMA) || isSign(q, SEMICOLON) || isSign(q, AMPERSAND));
  const separated = State.inner != 1 || isSeparated;
  if (separated && State.inner == 1) {
    q = skipBlanks(q + Char.length);
    const line = skipLineEnd(q);
    if (undecided()) return 0;
    if (line != q) {
      State.inner = BEHIND_LINE;
      State.code = 0;
      return line;
    }
  }
  const name = q;
  while (q < name + PARAMETER_MOST && isNameByte(at(q))) q++;
  const end = q;
  const own = isParameterOf(PROGRAM + word(P_SCHEMES), State.step, name, end);
  // Without a comma, it may be the next member of a log line.
  const rule = own ? -1 : wholeName(end);
  const goesOn = isSign(q, EQUALS) && q > name && (separated || (State.step != 0 && rule < 0));
  // No scheme has a password that stays: `Token user="ann", password="…"`.
  const isSecret = own || (rule >= 0 && takesAnyWord(<u32>rule));
  if (!goesOn && !undecided()) {
    State.mode = MODE_SEARCH;
    return p;
  }
  q += Char.length;
  readChar(q);
  const quote = isQuote(Char.code);
  State.code = quote ? Char.code : 0;
  State.form = Char.form;
  State.count = Char.count;
  if (quote) q += Char.length;
  const secret = goesOn && isSecret && !isEmptyOrInnocent(q);
  if (undecided()) {
    State.code = code;
    return 0;
  }
  if (!goesOn) {
    State.mode = MODE_SEARCH;
    return p;
  }
  State.inner = 1;
  State.longRun = 0;
  State.flags |= SPAN_FIRST;
  State.mode = secret ? MODE_VALUE : MODE_KEPT;
  return q;
}
