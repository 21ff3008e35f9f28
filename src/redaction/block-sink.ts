import type { SpanSink } from "../scanner/session.ts";
import { ByteSink } from "./byte-sink.ts";
import type { Replacing } from "./replacing.ts";

const NOTHING = new Uint8Array(0);

/**
 * Writes one block at a time. A block in which nothing changes, which most are, is not copied: it is
 * handed on where it lies in the kernel's memory.
 */
export class BlockSink implements SpanSink {
  readonly #sink: ByteSink;
  #kept: Uint8Array = NOTHING;
  #isCopied = false;

  constructor(replacing: Replacing, size: number) {
    this.#sink = new ByteSink(replacing, size);
  }

  keep(memory: Uint8Array, start: number, end: number): void {
    if (this.#kept.length === 0 && !this.#isCopied) this.#kept = memory.subarray(start, end);
    else this.#copied().keep(memory, start, end);
  }

  span(memory: Uint8Array, start: number, end: number, rule: number, flags: number, shift: number): void {
    this.#copied().span(memory, start, end, rule, flags, shift);
  }

  /** What was written since the last call; only until the next block is read. */
  view(): Uint8Array {
    const bytes = this.#isCopied ? this.#sink.view() : this.#kept;
    this.#kept = NOTHING;
    this.#isCopied = false;
    return bytes;
  }

  #copied(): ByteSink {
    this.#isCopied = true;
    if (this.#kept.length > 0) this.#sink.keep(this.#kept, 0, this.#kept.length);
    this.#kept = NOTHING;
    return this.#sink;
  }
}
