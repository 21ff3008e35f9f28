// Turns the spans of matches, of which one may come in pieces, into replacements: `src/redaction/replacing.ts`.
import { SPAN_FIRST, SPAN_GAVE_UP, SPAN_LAST, SPAN_QUOTE } from "../kernel/abi";
import {
  CENSOR_CLAIMS,
  CENSOR_COUNT,
  CENSOR_HASH,
  CENSOR_KIND,
  CENSOR_LABEL,
  CENSOR_LENGTH,
  CENSOR_MASK,
  CENSOR_OWN_TEXT,
  CENSOR_REMOVE,
  CENSOR_TEXT,
} from "./abi";
import { Bytes } from "./bytes";
import { claimsOf } from "./claims/claims";
import { addMatch } from "./matches";
import { addQuoteMark } from "./notation";
import { censorOf, idLength, idOf, needsSecret, Policy } from "./policy";
import { addPseudonym } from "./secret/keys";
import { makePlain } from "./secret/plain-secret";
import { decodeText, isAlphanumeric, isHighSurrogate, isLowSurrogate } from "./secret/utf";
import { Stream } from "./stream";

/** The most UTF-16 units of a secret that a replacement is made of; a longer one is replaced by the fixed text. */
const SECRET_MOST = 65_536;
/** No more bytes can be so many units. */
const SECRET_BYTES_MOST = 3 * SECRET_MOST + 3;
/** Of a secret that has so many characters, the last ones are shown. */
const KEEP_LEAST_LENGTH = 16;

/**
 * Writes what stands for the piece [start, end) of a match.
 *
 * @param at The offset of `start` in the input
 */
export function addPiece(
  stream: Stream,
  start: usize,
  end: usize,
  rule: u32,
  flags: u32,
  at: u64,
  to: Bytes,
): void {
  if ((flags & SPAN_GAVE_UP) != 0) {
    to.addText("[scrubjay: block not ended] ");
    return;
  }
  const censor = censorOf(rule);
  const kind = <u32>load<u8>(censor, CENSOR_KIND);
  const first = (flags & SPAN_FIRST) != 0;
  const last = (flags & SPAN_LAST) != 0;
  if (first) stream.matchStart = at;
  if (last) addMatch(stream.matchStart, at + (end - start), rule, flags);
  if (needsSecret(kind)) {
    remember(stream, first, start, end);
    if (last) {
      addQuote(flags, to);
      addOfSecret(stream, censor, kind, rule, to);
      addQuote(flags, to);
    }
    return;
  }
  if (first) addQuote(flags, to);
  if (kind == CENSOR_MASK) addMask(start, end, to);
  else if (first) addFixed(censor, kind, rule, to);
  if (kind == CENSOR_MASK ? last : first) addQuote(flags, to);
}

function addQuote(flags: u32, to: Bytes): void {
  if ((flags & SPAN_QUOTE) != 0) addQuoteMark(flags, to);
}

function addMask(start: usize, end: usize, to: Bytes): void {
  const at = to.reserve(<i32>(end - start));
  let count = 0;
  for (let p = start; p < end; p++) if ((load<u8>(p) & 0xc0) != 0x80) store<u8>(at + count++, 0x2a);
  to.length += count;
}

function addFixed(censor: usize, kind: u32, rule: u32, to: Bytes): void {
  if (kind == CENSOR_REMOVE) return;
  if (kind == CENSOR_OWN_TEXT) {
    to.add(Policy.at + load<u32>(censor, CENSOR_TEXT), load<u32>(censor, CENSOR_LENGTH));
    return;
  }
  to.addText("[REDACTED");
  if (kind == CENSOR_LABEL) addId(rule, to);
  to.addText("]");
}

function addId(rule: u32, to: Bytes): void {
  to.addText(":");
  to.add(idOf(rule), idLength(rule));
}

function remember(stream: Stream, first: bool, start: usize, end: usize): void {
  if (first) stream.forgetSecret();
  if (stream.isTooLong) return;
  const size = <i32>(end - start);
  if (stream.secret.length + size > SECRET_BYTES_MOST) {
    stream.forgetSecret();
    stream.isTooLong = true;
  } else stream.secret.add(start, size);
}

function addOfSecret(stream: Stream, censor: usize, kind: u32, rule: u32, to: Bytes): void {
  const size = (<usize>stream.secret.length) << 1;
  const units = heap.alloc(max(2, size));
  const spare = heap.alloc(max(2, size));
  const given = stream.isTooLong
    ? SECRET_MOST + 1
    : decodeText(stream.secret.address, stream.secret.length, units);
  if (given > SECRET_MOST) to.addText("[REDACTED]");
  else addOfPlain(stream, censor, kind, rule, units, makePlain(units, given, spare), to);
  memory.fill(units, 0, size);
  memory.fill(spare, 0, size);
  heap.free(units);
  heap.free(spare);
  stream.forgetSecret();
  __collect();
}

function addOfPlain(
  stream: Stream,
  censor: usize,
  kind: u32,
  rule: u32,
  units: usize,
  count: i32,
  to: Bytes,
): void {
  to.addText("[REDACTED");
  if (kind == CENSOR_HASH) {
    addId(rule, to);
    to.addText("#");
    addPseudonym(stream.key, units, count, to);
  } else if (kind == CENSOR_CLAIMS) {
    addId(rule, to);
    addClaims(stream, units, count, to);
  } else addEnd(units, count, load<u8>(censor, CENSOR_COUNT), to);
  to.addText("]");
}

function addClaims(stream: Stream, units: usize, count: i32, to: Bytes): void {
  const secret = String.UTF16.decodeUnsafe(units, (<usize>count) << 1);
  const claims = claimsOf(secret, stream.hasKey ? stream.key : null, stream.time);
  if (claims.length == 0) return;
  to.addText(" ");
  to.addText(claims);
}

/** Adds the last characters of a secret that is long enough, as far as they are letters and digits. */
function addEnd(units: usize, count: i32, shown: i32, to: Bytes): void {
  let characters = 0;
  let from = count;
  for (let i = count; i > 0; characters++) {
    i -= isPair(units, i) ? 2 : 1;
    if (characters < shown) from = i;
  }
  if (characters < KEEP_LEAST_LENGTH) return;
  to.addText(":...");
  for (let i = from; i < count; ) {
    const unit = <u32>load<u16>(units + ((<usize>i) << 1));
    to.addText(isAlphanumeric(unit) ? String.fromCharCode(unit) : "_");
    i += isHighSurrogate(unit) && i + 1 < count && isPair(units, i + 2) ? 2 : 1;
  }
}

/** Whether the two units before the one with this number are one character. */
function isPair(units: usize, end: i32): bool {
  const at = units + ((<usize>end) << 1);
  return end >= 2 && isLowSurrogate(load<u16>(at - 2)) && isHighSurrogate(load<u16>(at - 4));
}
