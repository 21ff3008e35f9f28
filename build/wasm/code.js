// Reads the code of a WebAssembly module instruction by instruction
// (https://webassembly.github.io/spec/core/binary/instructions.html), as far as AssemblyScript writes it.

/** Reads the numbers of a binary module. */
export class Reader {
  /** @param {Uint8Array} bytes @param {number} [at] @param {number} [end] */
  constructor(bytes, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get isOver() {
    return this.at >= this.end;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** Skips a number of LEB128, whatever its sign. */
  skip() {
    while (this.byte() >= 0x80);
  }

  unsigned() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  signed() {
    const start = this.at;
    const value = this.unsigned();
    const bits = 7 * (this.at - start);
    return value >= 2 ** (bits - 1) ? value - 2 ** bits : value;
  }

  /** @param {number} size */
  take(size) {
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }

  name() {
    return new TextDecoder().decode(this.take(this.unsigned()));
  }

  /** @template T @param {() => T} read @returns {T[]} */
  list(read) {
    return Array.from({ length: this.unsigned() }, read);
  }
}

export const I32 = 0x7f;
export const I64 = 0x7e;
export const F32 = 0x7d;
export const F64 = 0x7c;
export const V128 = 0x7b;
export const VECTOR = 0xfd;
export const MORE = 0xfc;

/**
 * Reads what follows an instruction's code; of vectors, `operation` is which one.
 *
 * @param {Reader} reader After the code
 * @param {number} code
 * @returns {number} The operation of a code of two parts, 0 for others
 */
export function skipImmediates(reader, code) {
  if (code === VECTOR || code === MORE) {
    const operation = reader.unsigned();
    if (code === VECTOR) skipOfVector(reader, operation);
    else if (operation >= 8)
      skipTimes(reader, operation === 9 || operation === 11 || operation === 13 ? 1 : 2);
    return operation;
  }
  if (code >= 0x28 && code <= 0x3e) skipTimes(reader, 2);
  else if ((code >= 0x02 && code <= 0x04) || (code >= 0x0c && code <= 0x0d)) reader.skip();
  else if (code === 0x0e) skipTimes(reader, reader.unsigned() + 1);
  else if (code === 0x11) skipTimes(reader, 2);
  else if (code === 0x10 || (code >= 0x20 && code <= 0x26)) reader.skip();
  else if (code === 0x1c) skipTimes(reader, reader.unsigned());
  else if (code >= 0x3f && code <= 0x42) reader.skip();
  else if (code === 0x43) reader.take(4);
  else if (code === 0x44) reader.take(8);
  return 0;
}

/** @param {Reader} reader @param {number} operation */
function skipOfVector(reader, operation) {
  if (operation <= 11 || operation === 92 || operation === 93) skipTimes(reader, 2);
  else if (operation === 12 || operation === 13) reader.take(16);
  else if (operation >= 21 && operation <= 34) reader.take(1);
  else if (operation >= 84 && operation <= 91) {
    skipTimes(reader, 2);
    reader.take(1);
  }
}

/** @param {Reader} reader @param {number} times */
function skipTimes(reader, times) {
  for (let i = 0; i < times; i++) reader.skip();
}

/** The types that instructions of one part take off the stack and leave on it, for those without further rules. */
export function effectOf(/** @type {number} */ code) {
  /** @type {[from: number, to: number, pops: number, type: number][]} */
  const rows = [
    [0x28, 0x28, 1, I32],
    [0x29, 0x29, 1, I64],
    [0x2a, 0x2a, 1, F32],
    [0x2b, 0x2b, 1, F64],
    [0x2c, 0x2f, 1, I32],
    [0x30, 0x35, 1, I64],
    [0x36, 0x3e, 2, 0],
    [0x3f, 0x3f, 0, I32],
    [0x40, 0x40, 1, I32],
    [0x41, 0x41, 0, I32],
    [0x42, 0x42, 0, I64],
    [0x43, 0x43, 0, F32],
    [0x44, 0x44, 0, F64],
    [0x45, 0x45, 1, I32],
    [0x46, 0x4f, 2, I32],
    [0x50, 0x50, 1, I32],
    [0x51, 0x66, 2, I32],
    [0x67, 0x69, 1, I32],
    [0x6a, 0x78, 2, I32],
    [0x79, 0x7b, 1, I64],
    [0x7c, 0x8a, 2, I64],
    [0x8b, 0x91, 1, F32],
    [0x92, 0x98, 2, F32],
    [0x99, 0x9f, 1, F64],
    [0xa0, 0xa6, 2, F64],
    [0xa7, 0xab, 1, I32],
    [0xac, 0xb1, 1, I64],
    [0xb2, 0xb6, 1, F32],
    [0xb7, 0xbb, 1, F64],
    [0xbc, 0xbc, 1, I32],
    [0xbd, 0xbd, 1, I64],
    [0xbe, 0xbe, 1, F32],
    [0xbf, 0xbf, 1, F64],
    [0xc0, 0xc1, 1, I32],
    [0xc2, 0xc4, 1, I64],
  ];
  const row = rows.find(([from, to]) => code >= from && code <= to);
  if (row === undefined) throw new Error(`wasm: instruction ${code.toString(16)} is not known`);
  return { pops: row[2], type: row[3] };
}
