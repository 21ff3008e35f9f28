import type { Form, Part } from "./parts.ts";

/** A growing little-endian buffer with addresses to patch: what a program is written into. */
export class ByteWriter {
  #bytes: Uint8Array = new Uint8Array(1 << 16);
  #view: DataView = new DataView(this.#bytes.buffer);
  readonly #parts: Part[] = [];
  length = 0;

  /** Reserves `size` bytes at an address that is a multiple of `alignment`; returns the address. */
  reserve(size: number, alignment = 4): number {
    const start = Math.ceil(this.length / alignment) * alignment;
    while (start + size > this.#bytes.length) this.#grow();
    this.length = start + size;
    this.#parts.push({ form: "bytes", at: start, size });
    return start;
  }

  /** Tells what the bytes are that were reserved last, from `at` on. */
  tell(at: number, form: Form): void {
    const index = this.#parts.findLastIndex((part) => part.at <= at);
    const { form: before, at: start, size } = this.#parts[index]!;
    const parts = [
      { form: before, at: start, size: at - start },
      { form, at, size: start + size - at },
    ];
    this.#parts.splice(index, 1, ...parts.filter(({ size }) => size > 0));
  }

  /** What was reserved, in its order. */
  get parts(): readonly Part[] {
    return this.#parts;
  }

  #grow(): void {
    const bytes = new Uint8Array(this.#bytes.length * 2);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer);
  }

  at(at: number): number {
    return this.#bytes[at]!;
  }

  u8(at: number, value: number): void {
    this.#bytes[at] = value;
  }

  u16(at: number, value: number): void {
    if (value > 0xffff) throw new RangeError(`program: ${value} does not fit into 16 bits`);
    this.#view.setUint16(at, value, true);
  }

  u32(at: number, value: number): void {
    this.#view.setUint32(at, value, true);
  }

  /** Appends `bytes`; returns their address. */
  append(bytes: Uint8Array, alignment = 4, form: Form = "bytes"): number {
    const start = this.reserve(bytes.length, alignment);
    this.tell(start, form);
    this.#bytes.set(bytes, start);
    return start;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, Math.ceil(this.length / 16) * 16);
  }
}
