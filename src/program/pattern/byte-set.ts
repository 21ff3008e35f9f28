/** 256 entries, 1 for the bytes that belong to the set and 0 for the others. */
export type ByteSet = Uint8Array;

/** The bytes for which `has` is true. */
export function bytesWhere(has: (byte: number) => boolean): ByteSet {
  const set = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) if (has(byte)) set[byte] = 1;
  return set;
}

export function singleByte(byte: number): ByteSet {
  return byteRange(byte, byte);
}

/** The bytes from `low` to `high`, both included. */
export function byteRange(low: number, high: number): ByteSet {
  return new Uint8Array(256).fill(1, low, high + 1);
}

/** The bytes of a set, in order. */
export function membersOf(set: ByteSet): readonly number[] {
  const members: number[] = [];
  for (let byte = set.indexOf(1); byte >= 0; byte = set.indexOf(1, byte + 1)) members.push(byte);
  return members;
}

export function complement(set: ByteSet): ByteSet {
  return set.map((member) => 1 - member);
}

export function union(sets: readonly ByteSet[]): ByteSet {
  if (sets.length === 1) return sets[0]!;
  const all = new Uint8Array(256);
  for (const set of sets) for (const byte of membersOf(set)) all[byte] = 1;
  return all;
}

export function byteCount(set: ByteSet): number {
  return membersOf(set).length;
}

/** ASCII letters in both cases. Others keep theirs: a rule's bytes must not depend on a Unicode version. */
export function foldCase(set: ByteSet): ByteSet {
  const folded = Uint8Array.from(set);
  for (const byte of membersOf(set)) if (isLetter(byte)) folded[byte ^ 0x20] = 1;
  return folded;
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** `[0-9A-Za-z_]`, the bytes between which and the others `\b` holds. */
export function isWord(byte: number): boolean {
  return isDigit(byte) || isLetter(byte) || byte === 0x5f;
}

/** `[\t\n\v\f\r ]`; the spaces beyond ASCII are several bytes, so no class can hold them. */
export function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
