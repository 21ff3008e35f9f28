import { SPAN_FIRST, SPAN_LAST } from "../kernel/abi.ts";
import type { SpanSink } from "../scanner/session.ts";
import type { Replacing } from "./replacing.ts";

const encoder = new TextEncoder();
const newDecoder = () => new TextDecoder();
const FIRST_SIZE = 1024;

/** Writes redacted bytes into a buffer of its own. */
export class ByteSink implements SpanSink {
  readonly #replacing: Replacing;
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;
  /** The last replacement: most are the same text. */
  #text = "";
  #encoded: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #decoder: ReturnType<typeof newDecoder> = newDecoder();
  changed = false;

  /**
   * @param size About how many bytes are written at a time
   * @param first Room for so many at first: most streams are idle, or write a line at a time
   */
  constructor(replacing: Replacing, size: number, first: number = FIRST_SIZE) {
    this.#replacing = replacing;
    this.#bytes = new Uint8Array(Math.min(size, first));
  }

  keep(memory: Uint8Array, start: number, end: number): void {
    this.#append(memory.subarray(start, end));
  }

  span(memory: Uint8Array, start: number, end: number, rule: number, flags: number, shift: number): void {
    this.changed = true;
    const text = this.#replacing.piece(
      start + shift,
      end + shift,
      rule,
      flags,
      () => countCharacters(memory, start, end),
      () => this.#decode(memory.subarray(start, end), flags),
    );
    if (this.#replacing.observes) this.#append(memory.subarray(start, end));
    if (text === "" || this.#replacing.observes) return;
    if (text !== this.#text) {
      this.#encoded = encoder.encode(text);
      this.#text = text;
    }
    this.#append(this.#encoded);
  }

  /** A character may be cut in two, as a match comes in pieces. */
  #decode(bytes: Uint8Array, flags: number): string {
    if (flags & SPAN_FIRST) this.#decoder = newDecoder();
    return this.#decoder.decode(bytes, { stream: (flags & SPAN_LAST) === 0 });
  }

  /** How many bytes were written since the last call of `view`. */
  get length(): number {
    return this.#length;
  }

  #append(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(length, this.#bytes.length * 2));
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = length;
  }

  /** What was written since the last call; only until more is written. */
  view(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return bytes;
  }
}

/** UTF-8 characters: bytes that do not continue one. */
function countCharacters(memory: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let p = start; p < end; p++) if ((memory[p]! & 0xc0) !== 0x80) count++;
  return count;
}
