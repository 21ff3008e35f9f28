// The issuer, the audiences and the expiry of a SAML assertion: `src/redaction/claims/saml-claims.ts`, its patterns by hand.
import { isAlphanumeric, isHighSurrogate, isLowSurrogate, isSpace, standsAt } from "../secret/utf";
import { decodeBase64 } from "./base64";
import { Claims } from "./claim-text";
import { secondsOf } from "./dates";

const PREFIX_MOST = 16;
/** Texts of elements and attributes are looked at so far. */
const TEXT_MOST = 256;
const DATE_MOST = 40;
const LESS = 0x3c;
const GREATER = 0x3e;

/** Takes over what it says; returns whether it says anything. */
export function samlClaims(secret: string, claims: Claims): bool {
  const xml = secret.includes("<") ? secret : decodeBase64(secret, false);
  if (xml === null) return false;
  const issuer = textOf(xml, "Issuer", 0, true);
  if (issuer >= 0) claims.iss = xml.substring(issuer, textEnd(xml, issuer));
  for (let at = textOf(xml, "Audience", 0, false); at >= 0; ) {
    const end = textEnd(xml, at);
    claims.audiences.push(xml.substring(at, end));
    at = claims.audiences.length < 3 ? textOf(xml, "Audience", end + 1, false) : -1;
  }
  const expiry = expiryIn(xml);
  claims.exp = secondsOf(expiry);
  // Not true of NaN.
  const hasExpiry = claims.exp > -Infinity;
  return issuer >= 0 || claims.audiences.length > 0 || hasExpiry;
}

/** Where the text of the first element of this name begins that has one, searched from `from` on; -1: there is none. */
function textOf(xml: string, name: string, from: i32, mayHaveAttributes: bool): i32 {
  for (let at = xml.indexOf("<", from); at >= 0; at = xml.indexOf("<", at + 1)) {
    let end = afterName(xml, at + 1, name);
    if (end < 0) continue;
    if (mayHaveAttributes && unitAt(xml, end) != GREATER) end = afterAttributes(xml, end);
    if (end < 0 || unitAt(xml, end) != GREATER) continue;
    const last = textEnd(xml, end + 1);
    if (last > end + 1 && unitAt(xml, last) == LESS && isWithin(xml, end + 1, last, TEXT_MOST))
      return end + 1;
  }
  return -1;
}

/** After the name, with or without a prefix; -1 where another one stands. */
function afterName(xml: string, at: i32, name: string): i32 {
  let end = at;
  while (isNameUnit(unitAt(xml, end))) end++;
  const length = end - at;
  const hasPrefix = length > 0 && length <= PREFIX_MOST && unitAt(xml, end) == 0x3a;
  if (hasPrefix && standsAt(xml, name, end + 1)) return end + 1 + name.length;
  return standsAt(xml, name, at) ? at + name.length : -1;
}

function isNameUnit(unit: i32): bool {
  return unit >= 0 && (isAlphanumeric(unit) || unit == 0x5f || unit == 0x2d);
}

/** After ` Name=…`, where that is not too long; -1: it is something else. */
function afterAttributes(xml: string, at: i32): i32 {
  while (unitAt(xml, at) >= 0 && isSpace(unitAt(xml, at))) at++;
  const start = at;
  while (isLetter(unitAt(xml, at))) at++;
  if (at == start || unitAt(xml, at) != 0x3d) return -1;
  const end = textEnd(xml, at + 1);
  return isWithin(xml, at + 1, end, TEXT_MOST) ? end : -1;
}

function isLetter(unit: i32): bool {
  return unit >= 0 && <u32>(unit | 0x20) - 0x61 < 26;
}

/** Where "<" or ">" or the text's end comes. */
function textEnd(xml: string, at: i32): i32 {
  while (at < xml.length && xml.charCodeAt(at) != LESS && xml.charCodeAt(at) != GREATER) at++;
  return at;
}

/** The unit at `at`; -1 past the end. */
function unitAt(xml: string, at: i32): i32 {
  return at < xml.length ? xml.charCodeAt(at) : -1;
}

/** Whether [from, to) has at most so many characters. */
function isWithin(xml: string, from: i32, to: i32, most: i32): bool {
  return afterCharacters(xml, from, to, most) == to;
}

/** After so many characters, or at `to`. */
function afterCharacters(xml: string, from: i32, to: i32, most: i32): i32 {
  let at = from;
  for (let count = 0; at < to && count < most; count++)
    at +=
      isHighSurrogate(xml.charCodeAt(at)) && at + 1 < to && isLowSurrogate(xml.charCodeAt(at + 1)) ? 2 : 1;
  return at;
}

/** The value of the last NotOnOrAfter of the first Conditions that have one; empty: there is none. */
function expiryIn(xml: string): string {
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) {
    const from = afterName(xml, at + 1, "Conditions");
    if (from < 0) continue;
    const end = afterCharacters(xml, from, textEnd(xml, from), TEXT_MOST);
    for (let name = end; name >= from; name--) {
      if (!standsAt(xml, "NotOnOrAfter=", name)) continue;
      const value = quotedAt(xml, name + "NotOnOrAfter=".length);
      if (value.length > 0) return value;
    }
  }
  return "";
}

/** A value in quotes, which is not too long; empty: there is none. */
function quotedAt(xml: string, at: i32): string {
  if (!isQuote(unitAt(xml, at))) return "";
  let end = at + 1;
  while (
    end < xml.length &&
    !isQuote(unitAt(xml, end)) &&
    unitAt(xml, end) != LESS &&
    unitAt(xml, end) != GREATER
  )
    end++;
  return isQuote(unitAt(xml, end)) && isWithin(xml, at + 1, end, DATE_MOST) ? xml.substring(at + 1, end) : "";
}

function isQuote(unit: i32): bool {
  return unit == 0x22 || unit == 0x27;
}
