import { SPAN_FIRST, SPAN_LAST, STATE_SIZE } from "../../src/kernel/abi.ts";
import { BLOCK_SIZE, type Scanner } from "../../src/scanner/scanner.ts";

const HASH = 0x23;
const TILDE = 0x7e;

/** When a scan fails: with how much of the text in view, and whether the kernel is broken then or only a listener. */
export interface Faults {
  at(text: string, call: number, memory: Uint8Array): "trap" | "listener" | undefined;
}

/**
 * In place of the kernel: a run of "#" is a match, and a "~" at the end is undecided until something else
 * comes. So what a stream does around it can be told to the byte.
 */
export class ToyScanner {
  readonly base = 16;
  readonly memory: Uint8Array<ArrayBuffer> = new Uint8Array(4 * BLOCK_SIZE);
  readonly state: Uint8Array = new Uint8Array(STATE_SIZE);
  readonly isFull = false;
  isBusy = false;
  isBroken = false;
  floor = 0;
  resume = 0;
  frontier = 0;
  readonly #spans: (readonly [start: number, end: number])[] = [];
  readonly #faults: Faults;
  static calls = 0;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** One that a stream takes for the real one. */
  static of(faults: Faults): Scanner {
    return new ToyScanner(faults) as unknown as Scanner;
  }

  scan(_begin: number, floor: number, from: number, limit: number, final: boolean): number {
    const fault = this.#faults.at(
      Buffer.from(this.memory.subarray(from, limit)).toString("latin1"),
      ++ToyScanner.calls,
      this.memory,
    );
    this.isBroken = fault === "trap";
    if (fault !== undefined) throw new Error("the kernel stopped");
    this.#spans.length = 0;
    this.floor = floor;
    let end = limit;
    while (!final && end > from && this.memory[end - 1] === TILDE) end--;
    this.resume = this.frontier = end;
    for (let p = from; p < end; p++) {
      if (this.memory[p] !== HASH) continue;
      const start = p;
      while (p < end && this.memory[p] === HASH) p++;
      this.#spans.push([start, p]);
      this.floor = p;
    }
    return this.#spans.length;
  }

  spanStart(index: number): number {
    return this.#spans[index]![0];
  }

  spanEnd(index: number): number {
    return this.#spans[index]![1];
  }

  spanRule(): number {
    return 0;
  }

  spanFlags(): number {
    return SPAN_FIRST | SPAN_LAST;
  }
}
