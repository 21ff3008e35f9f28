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
  if ((value | 0) !== value || value < 0 || value > 99_999) {
    const text = Number.isFinite(value) ? String(value) : "null";
    for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
    return at + text.length;
  }
  let rest = value;
  const end = at + (value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : value < 10_000 ? 4 : 5);
  for (let i = end - 1; i >= at; i--) {
    bytes[i] = 0x30 + (rest % 10);
    rest = (rest / 10) | 0;
  }
  return end;
}
