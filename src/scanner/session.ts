import { COLUMNS, CONTEXT, STATE_SIZE } from "../kernel/abi.ts";
import { BLOCK_SIZE, type Scanner } from "./scanner.ts";
import type { SpanSink } from "./span-sink.ts";
import { type MergeState, NOTHING_MERGED, noWatch, type Watch, type Watching } from "./watch.ts";

export type { SpanSink };

/** Fills the kernel's memory from `start` on with at most `size` bytes; returns how many there were. */
export type Fill = (memory: Uint8Array<ArrayBuffer>, start: number, size: number) => number;

/** A block ends with a line if one ends in its last bytes. */
const LAST_BYTES = 1024;
const LINE_FEED = 10;
/** What a snapshot has between the kernel's state and what is carried. */
const SNAPSHOT_WORDS = 6;

/**
 * Returns the end of the block that begins at `start`. After a line end, the kernel need not look for patterns that the
 * cut may have split (in logs with short lines, that was a tenth of the time).
 */
function blockEnd(chunk: Uint8Array, start: number): number {
  const end = start + BLOCK_SIZE;
  if (end >= chunk.length) return chunk.length;
  const line = chunk.subarray(end - LAST_BYTES, end).lastIndexOf(LINE_FEED);
  return line < 0 ? end : end - LAST_BYTES + line + 1;
}

/**
 * One input, in as many pieces as it comes: what is held back and what the kernel is inside of, while
 * other inputs use the same scanner in between.
 */
export class Session {
  #scanner: Scanner;
  readonly #state: Uint8Array = new Uint8Array(STATE_SIZE);
  #carry: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  /** Offsets into the carried bytes. */
  #from = 0;
  #floor = 0;
  #released = 0;
  /** Offset of the first carried byte in the whole input. */
  #offset = 0;
  /** What outlives a chunk of where known values go on, as an offset into the carried bytes. */
  #merged: MergeState = NOTHING_MERGED;
  /** How many bytes the last scan has left out. */
  #dropped = 0;
  readonly #watching: Watching;
  #watch: Watch | undefined;

  constructor(scanner: Scanner, watching: Watching = noWatch) {
    this.#scanner = scanner;
    this.#watching = watching;
  }

  /** Scans `chunk` as the continuation of the input so far. */
  write(chunk: Uint8Array, sink: SpanSink): void {
    for (let done = 0; done < chunk.length; ) {
      const block = chunk.subarray(done, blockEnd(chunk, done));
      this.space().set(block);
      this.advance(block.length, sink);
      done += block.length;
    }
  }

  /** Scans one block that `fill` writes straight into the kernel's memory; returns its size. */
  read(fill: Fill, sink: SpanSink): number {
    const start = this.#layCarry();
    const size = fill(this.#scanner.memory, start, BLOCK_SIZE);
    this.advance(size, sink);
    return size;
  }

  /** Where the next block goes: in the kernel's memory, until anything else uses the scanner. */
  space(): Uint8Array<ArrayBuffer> {
    const start = this.#layCarry();
    return this.#scanner.memory.subarray(start, start + BLOCK_SIZE);
  }

  /** Scans the first `size` bytes of `space()`. When it throws, the session stays as it was before. */
  advance(size: number, sink: SpanSink): void {
    if (size > 0) this.#scan(size, sink, false);
  }

  /** Decides what is left: no more bytes will come. The session can then be used for a new input. */
  end(sink: SpanSink): void {
    this.#layCarry();
    this.#scan(0, sink, true);
    this.reset();
  }

  /** Forgets the input, what is held back included. */
  reset(): void {
    this.#carry = new Uint8Array(0);
    this.#state.fill(0);
    this.#from = this.#floor = this.#released = this.#offset = 0;
    this.#merged = NOTHING_MERGED;
  }

  /** Leaves out what is held back, and returns it. */
  takeHeld(): Uint8Array<ArrayBuffer> {
    const released = this.#released;
    const [rest, held] = [this.#carry.slice(0, released), this.#carry.slice(released)];
    const [from, floor] = [Math.min(this.#from, released), Math.min(this.#floor, released)];
    this.#carry = rest;
    this.#from = from;
    this.#floor = floor;
    this.#merged = NOTHING_MERGED;
    return held;
  }

  /**
   * All that the next bytes' spans depend on: two sessions with the same snapshot go on the same. (What
   * `shift` counts from is not in it.)
   */
  snapshot(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(STATE_SIZE + SNAPSHOT_WORDS * 4 + this.#carry.length);
    bytes.set(this.#state);
    const words = new DataView(bytes.buffer, STATE_SIZE);
    const { covered, isOwn, isSwallowed, rule } = this.#merged;
    const flags = Number(isOwn) + 2 * Number(isSwallowed);
    [this.#from, this.#floor, this.#released, covered, flags, rule].forEach((word, i) => {
      words.setUint32(i * 4, word);
    });
    bytes.set(this.#carry, STATE_SIZE + SNAPSHOT_WORDS * 4);
    return bytes;
  }

  /** Goes on as the session did whose snapshot this is. */
  restore(snapshot: Uint8Array): void {
    const words = new DataView(snapshot.buffer, snapshot.byteOffset + STATE_SIZE);
    this.#state.set(snapshot.subarray(0, STATE_SIZE));
    this.#carry = snapshot.slice(STATE_SIZE + SNAPSHOT_WORDS * 4);
    this.#from = words.getUint32(0);
    this.#floor = words.getUint32(4);
    this.#released = words.getUint32(8);
    const flags = words.getUint32(16);
    this.#merged = {
      covered: words.getUint32(12),
      isOwn: (flags & 1) !== 0,
      isSwallowed: (flags & 2) !== 0,
      rule: words.getUint32(20),
    };
  }

  /** Goes on with another scanner of the same program: the last one failed. */
  useScanner(scanner: Scanner): void {
    this.#scanner = scanner;
  }

  #layCarry(): number {
    const { memory, base } = this.#scanner;
    memory.set(this.#carry, base);
    return base + this.#carry.length;
  }

  #scan(size: number, sink: SpanSink, final: boolean): void {
    // What is written of a value goes on, though it was taken out meanwhile.
    const watch = this.#watching() ?? (this.#merged.covered > 0 ? this.#watch : undefined);
    this.#watch = watch;
    if (watch !== undefined) {
      this.#scanWatched(watch, size, sink, final);
      return;
    }
    const scanner = this.#scanner;
    const { memory, base } = scanner;
    const limit = base + this.#carry.length + size;
    const shift = this.#offset - base;
    scanner.state.set(this.#state);
    let floor = base + this.#floor;
    let from = base + this.#from;
    let released = base + this.#released;
    scanner.isBusy = true;
    try {
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
    } finally {
      scanner.isBusy = false;
    }
  }

  /** The same with known values. */
  #scanWatched(watch: Watch, size: number, sink: SpanSink, final: boolean): void {
    const scanner = this.#scanner;
    const { base } = scanner;
    const limit = base + this.#carry.length + size;
    scanner.state.set(this.#state);
    const merged = { ...this.#merged, covered: this.#merged.covered + base };
    const [from, floor, released] = [this.#from, this.#floor, this.#released].map((offset) => base + offset);
    const start = { from: from!, floor: floor!, released: released!, merged };
    scanner.isBusy = true;
    try {
      const end = watch.advance(scanner, start, limit, final, sink, this.#offset - base);
      this.#keepRest(base, end.from, limit, end.floor, end.released);
      this.#merged = { ...end.merged, covered: Math.max(0, end.merged.covered - base - this.#dropped) };
    } finally {
      scanner.isBusy = false;
    }
  }

  #keepRest(base: number, from: number, limit: number, floor: number, released: number): void {
    const { memory, state } = this.#scanner;
    const start = Math.max(base, Math.min(from - CONTEXT, released - COLUMNS));
    const carry = memory.slice(start, limit);
    const kept = Math.max(0, floor - start);
    this.#state.set(state);
    // From here on nothing can fail: a session is where it was or where it is now, never in between.
    this.#carry = carry;
    this.#from = from - start;
    this.#floor = kept;
    this.#released = released - start;
    this.#offset += start - base;
    this.#dropped = start - base;
  }
}
