/** 256 entries, 1 for the bytes that belong to the set and 0 for the others. */
export type ByteSet = Uint8Array;

/** The bytes for which `has` is true. */
export function bytesWhere(has: (byte: number) => boolean): ByteSet {
  return Uint8Array.from({ length: 256 }, (_, byte) => (has(byte) ? 1 : 0));
}

export function singleByte(byte: number): ByteSet {
  return bytesWhere((other) => other === byte);
}

export function complement(set: ByteSet): ByteSet {
  return set.map((member) => 1 - member);
}

export function union(sets: readonly ByteSet[]): ByteSet {
  return bytesWhere((byte) => sets.some((set) => set[byte] === 1));
}

export function byteCount(set: ByteSet): number {
  return set.reduce((count, member) => count + member, 0);
}

/** ASCII letters in both cases. Others keep theirs: a rule's bytes must not depend on a Unicode version. */
export function foldCase(set: ByteSet): ByteSet {
  return bytesWhere((byte) => set[byte] === 1 || (isLetter(byte) && set[byte ^ 0x20] === 1));
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
