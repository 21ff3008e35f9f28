/** Bytes that grow. */
export class ByteList {
  readonly #bytes: number[] = [];

  byte(byte: number): void {
    this.#bytes.push(byte);
  }

  /** Seven bits a byte, the lowest ones first; the highest bit: more follow. */
  number(number: number): void {
    let rest = number;
    for (; rest >= 0x80; rest >>>= 7) this.byte((rest & 0x7f) | 0x80);
    this.byte(rest);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
