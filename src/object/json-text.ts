// Texts as strings of JSON, and how long their characters are there.
const encoder = new TextEncoder();

/** Most strings in a log are short; a native call for each costs as much as 60 characters one by one. */
const SHORT = 60;

/** Whether a character of ASCII stands in a string of JSON as it is. */
const isPlain: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) =>
  code < 0x20 || code === 0x22 || code === 0x5c ? 0 : 1,
);

/** `text` as a string of JSON. */
export function quoted(text: string): string {
  const { length } = text;
  if (length > SHORT) return JSON.stringify(text);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f || isPlain[code] === 0) return JSON.stringify(text);
  }
  return `"${text}"`;
}

/** The length of a character of a text as JSON has it, in UTF-16 units; `next` is the one after it. */
export function lengthInJson(unit: number, next: number): number {
  if (unit < 0x20) return unit === 8 || unit === 9 || unit === 10 || unit === 12 || unit === 13 ? 2 : 6;
  if (unit === 0x22 || unit === 0x5c) return 2;
  if (unit < 0xd800 || unit > 0xdfff) return 1;
  return unit < 0xdc00 && next >= 0xdc00 && next < 0xe000 ? 2 : 6;
}

/** Writes `text` as a string of JSON from `at` on; returns the address after it, or 0 where it may not fit. */
export function writeQuoted(bytes: Uint8Array, text: string, at: number): number {
  const { length } = text;
  if (length <= SHORT && at + SHORT + 2 <= bytes.length) {
    bytes[at] = 0x22;
    let i = 0;
    for (; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f || isPlain[code] === 0) break;
      bytes[at + 1 + i] = code;
    }
    if (i === length) {
      bytes[at + 1 + i] = 0x22;
      return at + i + 2;
    }
  }
  const json = JSON.stringify(text);
  if (at + 3 * json.length > bytes.length) return 0;
  return at + encoder.encodeInto(json, bytes.subarray(at)).written;
}

/** Writes the JSON of a number, which has at most 24 characters, from `at` on; returns the address after it. */
export function writeNumber(bytes: Uint8Array, value: number, at: number): number {
  if ((value | 0) === value && value >= 0) {
    let end = at + 1;
    for (let most = 9; end < at + 10 && value > most; most = most * 10 + 9) end++;
    return writeDigits(bytes, value, at, end);
  }
  // The time in milliseconds, which each line has: as a text it takes as long as two names.
  if (value >= 1e12 && value < 1e13 && value % 1 === 0) {
    const upper = Math.floor(value / 1e7);
    writeDigits(bytes, upper, at, at + 6);
    return writeDigits(bytes, value - upper * 1e7, at + 6, at + 13);
  }
  const text = Number.isFinite(value) ? String(value) : "null";
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}

/** Writes the last digits of a number below 2^31 into [at, end). */
function writeDigits(bytes: Uint8Array, value: number, at: number, end: number): number {
  let rest = value | 0;
  for (let i = end - 1; i >= at; i--) {
    const upper = (rest / 10) | 0;
    bytes[i] = 0x30 + rest - upper * 10;
    rest = upper;
  }
  return end;
}

const COMMA = 0x2c;
const COLON = 0x3a;

/** So many places of a value's names have a slot, and names of so many lengths at each. */
const PLACES = 32;
const WAYS = 4;
/** A name's text, with comma, quotes and colon, in words of four bytes. */
const WORDS = 8;

/**
 * Names as members of JSON begin with them, `,"name":`. What is logged has the same names in the same order again and
 * again: the one that stood at a place last is written as words, in a quarter of the time that its characters take.
 */
class Names {
  readonly #names: (string | undefined)[] = new Array<undefined>(PLACES * WAYS).fill(undefined);
  readonly #words: Uint32Array = new Uint32Array(PLACES * WAYS * WORDS);

  /**
   * Writes the name that is number `place` of a value; returns the address after it, or 0 where it may not fit. Up to
   * three bytes after it are written, too.
   */
  write(bytes: Uint8Array, view: DataView, name: string, place: number, at: number): number {
    const { length } = name;
    const slot = (place & (PLACES - 1)) * WAYS + (length & (WAYS - 1));
    const end = at + length + 4;
    if (this.#names[slot] === name) {
      const words = this.#words;
      for (let i = slot * WORDS; at < end; i++, at += 4) view.setUint32(at, words[i]!);
      return end;
    }
    bytes[at] = COMMA;
    const close = writeQuoted(bytes, name, at + 1);
    if (close === 0) return 0;
    bytes[close] = COLON;
    if (close + 1 === end && length + 4 <= WORDS * 4) {
      this.#names[slot] = name;
      for (let i = slot * WORDS; at < end; i++, at += 4) this.#words[i] = view.getUint32(at);
    }
    return close + 1;
  }
}

/** One for all values: names are no more than that. */
export const names: Names = new Names();
