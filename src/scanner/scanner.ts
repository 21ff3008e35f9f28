import * as abi from "../kernel/abi.ts";
import type { Program } from "../program/image/program.ts";
import { instantiateKernel, type Kernel } from "./kernel.ts";

/** Bytes that one call of the kernel looks at: enough to be fast, few enough to stay in the cache. */
export const BLOCK_SIZE = 65_536;

/** What may lie before a block: context, and the undecided rest of the last one. */
const CARRY_MOST = abi.CONTEXT + 2 * abi.DECISION_LIMIT;

const PAGE = 65_536;

/**
 * The kernel's host: one instance, its memory, and a program in it. Addresses are the kernel's; the
 * haystack begins at `base`.
 */
export class Scanner {
  readonly program: Program;
  readonly memory: Uint8Array<ArrayBuffer>;
  /** Where a haystack begins. */
  readonly base: number;
  /** Most bytes of a haystack, carried ones included. */
  readonly capacity: number = CARRY_MOST + BLOCK_SIZE;
  /** The part of the memory that a haystack may fill. */
  readonly haystack: Uint8Array<ArrayBuffer>;
  /** Whether the kernel stopped in the middle of a scan: it may be anywhere. */
  isBroken = false;
  /**
   * Whether spans are being delivered. A censor or listener that gets one may itself redact something, which needs
   * another scanner.
   */
  isBusy = false;
  readonly #kernel: Kernel;
  readonly #words: Uint32Array;

  /** @param instantiate Makes the kernel: the one that is shipped, or the tests' own */
  constructor(program: Program, instantiate: typeof instantiateKernel = instantiateKernel) {
    this.program = program;
    this.base = abi.PROGRAM + program.size + abi.PAD;
    const size = this.base + this.capacity + abi.PAD;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) });
    this.memory = new Uint8Array(memory.buffer);
    this.haystack = this.memory.subarray(this.base, this.base + this.capacity);
    this.#words = new Uint32Array(memory.buffer);
    this.#kernel = instantiate(memory);
    program.load(this.memory.subarray(abi.PROGRAM, abi.PROGRAM + program.size));
  }

  /** Scans [from, limit) of the memory; see `scan` in the kernel. Returns the number of spans. */
  scan(begin: number, floor: number, from: number, limit: number, final: boolean): number {
    this.isBroken = true;
    const count = this.#kernel.scan(begin, floor, from, limit, final ? abi.SCAN_FINAL : 0);
    this.isBroken = false;
    return count;
  }

  /** Where the next scan goes on. */
  get resume(): number {
    return this.#words[abi.RESULT_RESUME / 4]!;
  }

  /** Up to where the output is final. */
  get frontier(): number {
    return this.#words[abi.RESULT_FRONTIER / 4]!;
  }

  /** Where the last match ended. */
  get floor(): number {
    return this.#words[abi.RESULT_FLOOR / 4]!;
  }

  /** Whether the span list was full before the text was over. */
  get isFull(): boolean {
    return this.#words[abi.RESULT_FULL / 4] === 1;
  }

  spanStart(index: number): number {
    return this.#words[abi.SPANS / 4 + index * 4]!;
  }

  spanEnd(index: number): number {
    return this.#words[abi.SPANS / 4 + index * 4 + 1]!;
  }

  spanRule(index: number): number {
    return this.#words[abi.SPANS / 4 + index * 4 + 2]!;
  }

  spanFlags(index: number): number {
    return this.#words[abi.SPANS / 4 + index * 4 + 3]!;
  }

  /** The state that outlives a block, as a view into the memory. */
  get state(): Uint8Array {
    return this.memory.subarray(abi.STATE, abi.STATE + abi.STATE_SIZE);
  }

  /** Makes the next scan start afresh. */
  clearState(): void {
    const words = this.#words;
    // Without a list of these: it would be memory for each line.
    const isClear =
      words[abi.STATE / 4] === 0 &&
      words[(abi.STATE + abi.STATE_STRINGS) / 4] === 0 &&
      words[(abi.STATE + abi.STATE_PENDING) / 4] === 0;
    if (isClear) return;
    this.memory.fill(0, abi.STATE, abi.STATE + abi.STATE_SIZE);
  }
}
