// What bytes are, by tables.
import { BYTE_TABLES } from "./layout";

/** Small letters in place of capitals. */
export const FOLD: usize = BYTE_TABLES;
/** The alphabet of base64 in place of that for URLs. */
export const STANDARD: usize = BYTE_TABLES + 256;
/** Whether a byte may stand in a form, or in an escape of one. */
export const IN_FORMS: usize = BYTE_TABLES + 512;
/** Whether a line may end after or in front of it, and what stands there goes on. */
export const WRAPS: usize = BYTE_TABLES + 768;
/** What four bits are in hexadecimal and six bits in base64. */
export const HEX: usize = BYTE_TABLES + 1024;
export const BASE64: usize = BYTE_TABLES + 1056;
/** Whether a byte stands in a value, or in base64. */
export const IN_VALUES: usize = BYTE_TABLES + 1120;

/** Whether a byte stands in a long form or in a short one. */
export const IN_LONG: usize = BYTE_TABLES + 1376;
export const IN_SHORT: usize = BYTE_TABLES + 1632;
/**
 * For each lower four bits of a byte, one that stands in no long form, and one in no short form: where it stands, no form
 * goes on. So a look tells sixteen of them.
 */
export const LONG_BREAKS: usize = BYTE_TABLES + 1888;
export const SHORT_BREAKS: usize = BYTE_TABLES + 1904;

export const LF: u32 = 10;
export const CR: u32 = 13;
export const BACKSLASH: u32 = 0x5c;
export const PERCENT: u32 = 0x25;
export const AMPERSAND: u32 = 0x26;
export const PLUS: u8 = 0x2b;
export const MINUS: u8 = 0x2d;
export const SLASH: u8 = 0x2f;
export const UNDERSCORE: u8 = 0x5f;

export function fillTables(): void {
  for (let i: u32 = 0; i < 256; i++) {
    store<u8>(FOLD + i, <u8>(i - 65 < 26 ? i | 0x20 : i));
    store<u8>(STANDARD + i, <u8>(i == 45 ? 43 : i == 95 ? 47 : i));
  }
  for (let i: u32 = 0; i < 26; i++) {
    store<u8>(BASE64 + i, <u8>(65 + i));
    store<u8>(BASE64 + 26 + i, <u8>(97 + i));
  }
  for (let i: u32 = 0; i < 10; i++) store<u8>(BASE64 + 52 + i, <u8>(48 + i));
  store<u8>(BASE64 + 62, 43);
  store<u8>(BASE64 + 63, 47);
  for (let i: u32 = 0; i < 64; i++) {
    const digit: u32 = load<u8>(BASE64 + i);
    markWrapping(digit);
    store<u8>(IN_VALUES + digit, 1);
  }
  // "-", "_", "=", ".", "~"
  markWrapping(45);
  markWrapping(95);
  markWrapping(61);
  markWrapping(46);
  markWrapping(126);
  for (let i: u32 = 0; i < 16; i++) store<u8>(HEX + i, <u8>(i < 10 ? 48 + i : 87 + i));
  markInForms(BACKSLASH);
  markInForms(PERCENT);
  markInForms(AMPERSAND);
  // "#", ";", "{", "}"
  markInForms(35);
  markInForms(59);
  markInForms(123);
  markInForms(125);
}

function markWrapping(byte: u32): void {
  store<u8>(WRAPS + byte, 1);
  markInForms(byte);
}

function markInForms(byte: u32): void {
  store<u8>(IN_FORMS + byte, 1);
}

/** Marks a byte of a form, in either case, and what base64 for URLs has in its place. */
export function markInForm(table: usize, byte: u32): void {
  store<u8>(table + byte, 1);
  if ((byte | 0x20) - 97 < 26) store<u8>(table + (byte ^ 0x20), 1);
  if (byte == PLUS) store<u8>(table + MINUS, 1);
  if (byte == SLASH) store<u8>(table + UNDERSCORE, 1);
}

/** What texts are full of that no word holds, the most frequent first; then any other byte will do. */
const BREAKS = memory.data<u8>([
  0x22, 0x2c, 0x3a, 0x20, 0x7d, 0x7b, 0x3d, 0x2e, 0x2f, 0x5b, 0x5d, 0x28, 0x29, 0x3b, 0x26, 0x27, 0x25, 0x3c,
  0x3e, 0x5c, 0x0a, 0x40, 0x23, 0x21, 0x24, 0x2d, 0x2a, 0x7c, 0x5f, 0x3f, 0x2b, 0x0d, 0x09, 0,
]);

/** Fills a table of breaks. */
export function chooseBreaks(breaks: usize, inForms: usize): void {
  // What has other lower bits than its place is no byte's.
  for (let i: u32 = 0; i < 16; i++) store<u8>(breaks + i, <u8>(i ^ 1));
  for (let at: usize = BREAKS; load<u8>(at) != 0; at++) {
    const byte: u32 = load<u8>(at);
    const place = breaks + (byte & 15);
    if (!is(inForms, byte) && ((<u32>load<u8>(place) ^ byte) & 15) != 0) store<u8>(place, <u8>byte);
  }
}

export function markInValues(byte: u32): void {
  store<u8>(IN_VALUES + byte, 1);
  if (byte - 97 < 26) store<u8>(IN_VALUES + byte - 32, 1);
  if (byte != LF && byte != CR) markInForms(byte);
}

// @inline
export function is(table: usize, byte: u32): bool {
  return load<u8>(table + byte) != 0;
}

/** The four bits that a digit means, 16 for no digit. */
export function hexValue(byte: u32): u32 {
  if (byte - 48 < 10) return byte - 48;
  const letter = (byte | 0x20) - 97;
  return letter < 6 ? letter + 10 : 16;
}
