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

/** Two tables of 16 bytes by the lower and the upper four bits of a byte: with a bit in common, it may stand in a form. */
export const LOW_NIBBLES: usize = BYTE_TABLES + 1376;
export const HIGH_NIBBLES: usize = BYTE_TABLES + 1392;
/** The same of what is in base64, in any alphabet, or in hexadecimal. */
export const CODED_LOW_NIBBLES: usize = BYTE_TABLES + 1408;

export const LF: u32 = 10;
export const CR: u32 = 13;
export const BACKSLASH: u32 = 0x5c;
export const PERCENT: u32 = 0x25;
export const AMPERSAND: u32 = 0x26;

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
    markNibble(CODED_LOW_NIBBLES, digit);
  }
  // "-", "_"
  markNibble(CODED_LOW_NIBBLES, 45);
  markNibble(CODED_LOW_NIBBLES, 95);
  // "-", "_", "=", ".", "~"
  markWrapping(45);
  markWrapping(95);
  markWrapping(61);
  markWrapping(46);
  markWrapping(126);
  for (let i: u32 = 0; i < 8; i++) store<u8>(HIGH_NIBBLES + i, <u8>((<u32>1) << i));
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

/** Beyond ASCII, all are one. */
function markNibbles(byte: u32): void {
  markNibble(LOW_NIBBLES, byte);
  if (byte >= 128) store<u8>(HIGH_NIBBLES + (byte >>> 4), <u8>((<u32>1) << ((byte >>> 4) & 7)));
}

function markNibble(table: usize, byte: u32): void {
  const low = table + (byte & 15);
  store<u8>(low, <u8>(<u32>load<u8>(low) | ((<u32>1) << ((byte >>> 4) & 7))));
}

/** Short forms in base64 and hexadecimal are looked for as values are. */
export function markCodedNibbles(): void {
  v128.store(LOW_NIBBLES, v128.or(v128.load(LOW_NIBBLES), v128.load(CODED_LOW_NIBBLES)));
}

export function markInValues(byte: u32): void {
  markNibbles(byte);
  if (byte - 97 < 26) markNibbles(byte - 32);
  store<u8>(IN_VALUES + byte, 1);
  if (byte - 97 < 26) store<u8>(IN_VALUES + byte - 32, 1);
  if (byte != LF && byte != CR) markInForms(byte);
}

/** Whether all that stands in values is in base64, too. */
export function areAllCoded(): bool {
  return !v128.any_true(v128.andnot(v128.load(LOW_NIBBLES), v128.load(CODED_LOW_NIBBLES)));
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
