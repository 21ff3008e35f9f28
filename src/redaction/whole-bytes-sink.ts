import type { SpanSink } from "../scanner/session.ts";
import { ByteSink } from "./byte-sink.ts";
import type { Replacing } from "./replacing.ts";

/** Makes the redacted copy of bytes that are a whole input and stay where they are meanwhile: of them, nothing is kept. */
export class WholeBytesSink implements SpanSink {
  readonly #bytes: Uint8Array;
  readonly #copy: ByteSink;
  /** So many of the bytes are in the copy. */
  #done = 0;
  /** Where in the copy something is missing, as the censor failed on it. */
  readonly failures: number[] = [];

  constructor(bytes: Uint8Array, replacing: Replacing) {
    this.#bytes = bytes;
    this.#copy = new ByteSink(replacing, bytes.length, bytes.length);
  }

  keep(): void {}

  span(memory: Uint8Array, start: number, end: number, rule: number, flags: number, shift: number): void {
    this.#copy.keep(this.#bytes, this.#done, start + shift);
    this.#done = end + shift;
    try {
      this.#copy.span(memory, start, end, rule, flags, shift);
    } catch {
      this.failures.push(this.#copy.length);
    }
  }

  /** The copy, or the bytes themselves where nothing changes. */
  finish(): Uint8Array {
    if (!this.#copy.changed) return this.#bytes;
    this.#copy.keep(this.#bytes, this.#done, this.#bytes.length);
    return this.#copy.view();
  }
}
