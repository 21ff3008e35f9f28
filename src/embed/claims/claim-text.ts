// How claims are written: they are what somebody sent.
import { isAlphanumeric, standsAt } from "../secret/utf";
import { dateText, since } from "./dates";

/** Of a value so much is shown, and of a run of letters and digits in it. */
const VALUE_MOST = 80;
const RUN_LEAST = 16;
const RUN_MOST = 32;
const RUN_SHOWN = 8;
/** Of a value that is not plain so much is shown. */
const BEGINNING = 8;
const WORD_MOST = 63;
const SLASH = 0x2f;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const COLON = 0x3a;

/** What is claimed of a credential; what is not is empty, or NaN. */
export class Claims {
  alg: string = "";
  iss: string = "";
  audiences: string[] = [];
  exp: f64 = NaN;
  jti: string = "";
}

/** Claims as they stand in a mark. `now` in milliseconds since 1970, negative: not known. */
export function claimText(claims: Claims, now: i64): string {
  let audiences = "";
  for (let i = 0; i < claims.audiences.length; i++)
    audiences = joined(audiences, "+", "", shown(claims.audiences[i]));
  let text = joined("", " ", "alg=", shown(claims.alg));
  text = joined(text, " ", "iss=", shown(claims.iss));
  text = joined(text, " ", "aud=", audiences);
  text = joined(text, " ", "exp=", dateText(claims.exp));
  if (now >= 0) text = joined(text, " ", "expired=", since(<f64>now / 1000 - claims.exp));
  return joined(text, " ", "jti#", claims.jti);
}

/** `text` with a part more, if there is one. */
function joined(text: string, separator: string, label: string, part: string): string {
  if (part.length == 0) return text;
  return (text.length == 0 ? "" : text + separator) + label + part;
}

/** A value as it can stand in every notation, and in which no rule finds a credential. */
function shown(value: string): string {
  if (value.length == 0) return "";
  const plain = withoutUser(withoutQuery(value));
  if (plain.length > VALUE_MOST || !isPlain(plain) || plain.includes("eyJ")) return beginning(plain);
  return cut(plain);
}

function withoutQuery(value: string): string {
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit == 0x3f || unit == 0x23) return value.substring(0, i);
  }
  return value;
}

/** Without what stands before the last "@" of the first authority that has one. */
function withoutUser(value: string): string {
  for (let at = value.indexOf("//"); at >= 0; at = value.indexOf("//", at + 1)) {
    const slash = value.indexOf("/", at + 2);
    const end = slash < 0 ? value.length : slash;
    const user = value.substring(at + 2, end).lastIndexOf("@");
    if (user >= 0) return value.substring(0, at + 2) + value.substring(at + 2 + user + 1);
  }
  return value;
}

/** Whether it is a name, or a URL without a port. */
function isPlain(value: string): bool {
  let at = afterHost(value, max(0, afterScheme(value)));
  if (at < 0) return false;
  while (at < value.length) {
    if (value.charCodeAt(at) != SLASH) return false;
    if (at + 1 == value.length) return true;
    at = afterHost(value, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** After `https://`; -1 where there is none. */
function afterScheme(value: string): i32 {
  let i = 0;
  while (
    i < value.length &&
    (value.charCodeAt(i) | 0x20) - 0x61 >= 0 &&
    (value.charCodeAt(i) | 0x20) - 0x61 < 26
  )
    i++;
  return i >= 2 && i <= 16 && standsAt(value, "://", i) ? i + 3 : -1;
}

/** After words joined by hyphens and dots; -1 where there is none, or one is too long. */
function afterHost(value: string, from: i32): i32 {
  let at = from;
  while (true) {
    const start = at;
    while (at < value.length && isAlphanumeric(value.charCodeAt(at))) at++;
    // What joins words must have one after it.
    if (at == start) return start > from ? start - 1 : -1;
    if (at - start > WORD_MOST) return start + WORD_MOST;
    if (at == value.length) return at;
    const unit = value.charCodeAt(at);
    if (unit != HYPHEN && unit != DOT) return at;
    at++;
  }
}

/** Of a URL its origin, of anything else the first characters. */
function beginning(value: string): string {
  const host = afterScheme(value);
  const end = host < 0 ? -1 : afterHost(value, host);
  const isOrigin =
    end >= 0 && (end == value.length || value.charCodeAt(end) == SLASH || value.charCodeAt(end) == COLON);
  if (isOrigin) {
    const origin = value.substring(0, end);
    if (origin.length <= VALUE_MOST && !origin.includes("eyJ")) return cut(origin) + "/...";
  }
  // The beginning of another token.
  const token = value.indexOf("eyJ");
  const length = token < 0 ? BEGINNING : min(BEGINNING, token + 3);
  let text = "";
  for (let i = 0; i < min(length, value.length); i++) {
    const unit = value.charCodeAt(i);
    if (isAlphanumeric(unit)) text += String.fromCharCode(unit);
    else if (i == 0 || isAlphanumeric(value.charCodeAt(i - 1))) text += ".";
  }
  return text + "...";
}

/** Letters, digits and hyphens in a row that could be a token are cut. */
function cut(text: string): string {
  let result = "";
  for (let i = 0; i < text.length; ) {
    let end = i;
    let hasDigit = false;
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      if (!isAlphanumeric(unit) && unit != HYPHEN) break;
      if (<u32>unit - 0x30 < 10) hasDigit = true;
    }
    const length = end - i;
    const isToken = length >= RUN_LEAST && (hasDigit || length > RUN_MOST);
    result += isToken ? text.substring(i, i + RUN_SHOWN) + "..." : text.substring(i, end);
    if (end < text.length) result += text.charAt(end);
    i = end + 1;
  }
  return result;
}
