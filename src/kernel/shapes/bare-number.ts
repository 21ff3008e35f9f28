// A shape that is a number of JSON gives way to a string: its quotes are those of the names and texts around it.
import { FORM_BACKSLASH, FORM_RAW, SPAN_COUNT_SHIFT, SPAN_FORM_SHIFT, SPAN_QUOTE } from "../abi";
import {
  BACKSLASH,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  HYPHEN,
  isDigit,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from "../reading/chars";
import { BLANK, is, isOneOf, Text } from "../reading/text";

const NUMBER_MOST: usize = 64;
/** So far back, blanks are passed, and the elements of an array in front of a number. */
const BACK_MOST: usize = 128;

/**
 * The flags that quote what replaces [start, end), a number after a name's quote and a colon, or in an array; 0 where
 * it is none. `outer`: how often the quote is escaped that the text around it is in, -1 outside of all.
 */
export function quotesOfNumber(start: usize, end: usize, outer: i32): u32 {
  if (end - start > NUMBER_MOST || !isNumber(start, end)) return 0;
  const least = start - min(BACK_MOST, start - Text.begin);
  let p = skipBlanksBack(start, least);
  if (p == least) return 0;
  const c = <u32>load<u8>(p - 1);
  if (c == COLON) {
    p = skipBlanksBack(p - 1, least);
    if (p == least || load<u8>(p - 1) != QUOTE) return 0;
    return quotes(<i32>escapesBefore(p - 1, least));
  }
  const isElement = c == OPEN_BRACKET || (c == COMMA && isInArray(p - 1, least));
  return isElement ? quotes(max(0, 2 * outer + 1)) : 0;
}

function quotes(escapes: i32): u32 {
  const form: u32 = escapes > 0 ? FORM_BACKSLASH : FORM_RAW;
  return SPAN_QUOTE | (form << SPAN_FORM_SHIFT) | ((<u32>escapes) << SPAN_COUNT_SHIFT);
}

function isNumber(start: usize, end: usize): bool {
  const first = <u32>load<u8>(start);
  if (!isDigit(first) && first != HYPHEN) return false;
  for (let p = start + 1; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (!isDigit(c) && !isOneOf(c, ".eE+-")) return false;
  }
  return true;
}

function skipBlanksBack(p: usize, least: usize): usize {
  while (p > least && (is(load<u8>(p - 1), BLANK) || load<u8>(p - 1) == LINE_FEED)) p--;
  return p;
}

function escapesBefore(p: usize, least: usize): usize {
  let q = p;
  while (q > least && load<u8>(q - 1) == BACKSLASH) q--;
  return p - q;
}

/** Whether a bracket is open in front of `p`, with nothing but elements after it. */
function isInArray(p: usize, least: usize): bool {
  let closed = 0;
  for (let q = p; q > least; q--) {
    const c = <u32>load<u8>(q - 1);
    if (c == OPEN_BRACKET && closed-- == 0) return true;
    if (c == CLOSE_BRACKET) closed++;
    if (c == OPEN_BRACE) return false;
    if (c == LINE_FEED && !isOneOf(load<u8>(skipBlanksBack(q - 1, least) - 1), ",[")) return false;
  }
  return false;
}
