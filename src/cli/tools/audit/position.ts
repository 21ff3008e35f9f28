const NEWLINE = 0x0a;
/** The most bytes of a line's beginning that are kept. */
const HEAD_MOST = 256;

/** Counts lines, characters and bytes of a text that comes in pieces. */
export class Position {
  /** From 1. */
  line = 1;
  /** In characters, from 1. */
  column = 1;
  /** In bytes of the file. */
  offset = 0;
  #unitBytes: 1 | 2 = 1;
  readonly #keepsHead: boolean;
  readonly #head: Uint8Array = new Uint8Array(HEAD_MOST);
  #headLength = 0;

  /** @param keepsHead Whether `head` is asked for */
  constructor(keepsHead = false) {
    this.#keepsHead = keepsHead;
  }

  /** Of a text that was UTF-16: how its offsets are counted. */
  countUnits(markBytes: number, unitBytes: 1 | 2): void {
    this.offset = markBytes;
    this.#unitBytes = unitBytes;
  }

  /** The line's first bytes as far as they were no credential. */
  get head(): Uint8Array {
    return this.#head.subarray(0, this.#headLength);
  }

  /**
   * Goes past bytes of UTF-8.
   *
   * @param isSecret Whether they are of a credential
   */
  pass(bytes: Uint8Array, isSecret: boolean): void {
    this.offset += this.#unitBytes === 1 ? bytes.length : 2 * unitsOf(bytes);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      this.line++;
      this.column = 1;
      this.#headLength = 0;
      from = end + 1;
    }
    const rest = from === 0 ? bytes : bytes.subarray(from);
    this.column += charactersOf(rest);
    if (this.#keepsHead && !isSecret) this.#keepHead(rest);
  }

  #keepHead(bytes: Uint8Array): void {
    const piece = bytes.subarray(0, HEAD_MOST - this.#headLength);
    this.#head.set(piece, this.#headLength);
    this.#headLength += piece.length;
  }
}

/** Bytes that do not continue a character. */
function charactersOf(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) if ((bytes[i]! & 0xc0) !== 0x80) count++;
  return count;
}

/** Units of UTF-16: two for a character of four bytes. */
function unitsOf(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i]! & 0xc0) !== 0x80) count++;
    if (bytes[i]! >= 0xf0) count++;
  }
  return count;
}
