import { COLUMNS, CONTEXT, STATE_SIZE } from "../kernel/abi.ts";
import { BLOCK_SIZE, type Scanner } from "./scanner.ts";

/**
 * Takes what a session decides, in order and without a gap: text that stays and spans of matches.
 * Offsets are addresses in `memory`, which is the kernel's own and only holds still during the call;
 * `shift` added to one gives the offset in the whole input.
 */
export interface SpanSink {
  keep(memory: Uint8Array, start: number, end: number, shift: number): void;
  span(memory: Uint8Array, start: number, end: number, rule: number, flags: number, shift: number): void;
}

/** Fills the kernel's memory from `start` on with at most `size` bytes; returns how many there were. */
export type Fill = (memory: Uint8Array<ArrayBuffer>, start: number, size: number) => number;

/**
 * One input, in as many pieces as it comes: what is held back and what the kernel is inside of, while
 * other inputs use the same scanner in between.
 */
export class Session {
  readonly #scanner: Scanner;
  readonly #state: Uint8Array = new Uint8Array(STATE_SIZE);
  #carry: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  /** Offsets into the carried bytes. */
  #from = 0;
  #floor = 0;
  #released = 0;
  /** Offset of the first carried byte in the whole input. */
  #offset = 0;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** Scans `chunk` behind what came before. */
  write(chunk: Uint8Array, sink: SpanSink): void {
    for (let done = 0; done < chunk.length; done += BLOCK_SIZE) {
      const block = chunk.subarray(done, done + BLOCK_SIZE);
      this.#block(sink, false, (memory, start) => {
        memory.set(block, start);
        return block.length;
      });
    }
  }

  /** Scans one block that `fill` writes straight into the kernel's memory; returns its size. */
  read(fill: Fill, sink: SpanSink): number {
    return this.#block(sink, false, fill);
  }

  /** Decides what is left: no more bytes will come. The session can then be used for a new input. */
  end(sink: SpanSink): void {
    this.#block(sink, true, () => 0);
    this.reset();
  }

  /** Forgets the input, what is held back included. */
  reset(): void {
    this.#carry = new Uint8Array(0);
    this.#state.fill(0);
    this.#from = this.#floor = this.#released = this.#offset = 0;
  }

  #block(sink: SpanSink, final: boolean, fill: Fill): number {
    const scanner = this.#scanner;
    const { memory, base } = scanner;
    memory.set(this.#carry, base);
    const size = fill(memory, base + this.#carry.length, BLOCK_SIZE);
    if (size === 0 && !final) return 0;
    const limit = base + this.#carry.length + size;
    const shift = this.#offset - base;
    scanner.state.set(this.#state);
    let floor = base + this.#floor;
    let from = base + this.#from;
    let released = base + this.#released;
    do {
      const count = scanner.scan(base, floor, from, limit, final);
      for (let i = 0; i < count; i++) {
        const start = scanner.spanStart(i);
        const end = scanner.spanEnd(i);
        if (start > released) sink.keep(memory, released, start, shift);
        sink.span(memory, start, end, scanner.spanRule(i), scanner.spanFlags(i), shift);
        released = end;
      }
      ({ floor, resume: from } = scanner);
    } while (scanner.isFull);
    const frontier = Math.max(released, scanner.frontier);
    if (frontier > released) sink.keep(memory, released, frontier, shift);
    this.#keepRest(base, from, limit, floor, frontier);
    return size;
  }

  #keepRest(base: number, from: number, limit: number, floor: number, released: number): void {
    const { memory, state } = this.#scanner;
    this.#state.set(state);
    const start = Math.max(base, Math.min(from - CONTEXT, released - COLUMNS));
    this.#carry = memory.slice(start, limit);
    this.#from = from - start;
    this.#floor = Math.max(0, floor - start);
    this.#released = released - start;
    this.#offset += start - base;
  }
}
