import * as abi from "../kernel/abi.ts";
import type { Program } from "../program/image/program.ts";
import { instantiateKernel, type Kernel } from "./kernel.ts";
import type { SpanSink } from "./span-sink.ts";

/** Bytes that one call of the kernel looks at: enough to be fast, few enough to stay in the cache. */
export const BLOCK_SIZE = 65_536;

/** What may lie before a block: context, the undecided rest of the last one, and what may become a known value. */
const CARRY_MOST = abi.CONTEXT + 3 * abi.DECISION_LIMIT;

const PAGE = 65_536;

/** From there on, and so many bytes, lies what the kernel has learnt of a program. */
const LEARNT = [
  [abi.STOP_MEMO, 2 * (16 << abi.STOP_MEMO_BITS)],
  [abi.FAR_TAGS, 16 << abi.FAR_MEMO_BITS],
  [abi.FAR_MEMO, 4 * (abi.FAR_MEMO_SIZE << abi.FAR_MEMO_BITS)],
] as const;

/** After so many scans that had to take the memory over, a program with changes has one of its own. */
const TURNS_MOST = 64;

/** What scanners have in common that have one memory and one kernel. */
interface Shared {
  isBroken: boolean;
  isBusy: boolean;
  /** Whose program's header lies in the memory. */
  program: Program;
  /** The header of the program that is loaded. */
  header: Uint8Array;
  readonly kernel: Kernel;
  /** Programs whose changes lie in the memory. */
  readonly laid: WeakSet<Program>;
}

/**
 * The kernel's host: one instance, its memory, and a program in it. Addresses are the kernel's; the
 * haystack begins at `base`. In the memory may lie other programs that are this one with changes: each has a scanner, and
 * they scan by turns.
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
  /** Whether it has taken turns with others so often that a scanner of its own is better. */
  isCrowded = false;
  readonly #shared: Shared;
  readonly #words: Uint32Array;
  #turns = 0;

  /**
   * @param instantiate Makes the kernel: the one that is shipped, or the tests' own
   * @param from A scanner of the program that `program` changes: its memory and kernel are shared
   * @param room How many bytes such programs may add
   */
  constructor(
    program: Program,
    instantiate: typeof instantiateKernel = instantiateKernel,
    { from, room = 0 }: { readonly from?: Scanner; readonly room?: number } = {},
  ) {
    this.program = program;
    if (from !== undefined) {
      this.base = from.base;
      this.memory = from.memory;
      this.haystack = from.haystack;
      this.#words = from.#words;
      this.#shared = from.#shared;
      return;
    }
    this.base = abi.PROGRAM + program.size + room + abi.PAD;
    const size = this.base + this.capacity + abi.PAD;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) });
    this.memory = new Uint8Array(memory.buffer);
    this.haystack = this.memory.subarray(this.base, this.base + this.capacity);
    this.#words = new Uint32Array(memory.buffer);
    const kernel = instantiate(memory);
    program.load(this.memory.subarray(abi.PROGRAM, abi.PROGRAM + program.size));
    kernel.link();
    const header = this.memory.slice(abi.PROGRAM, abi.PROGRAM + abi.PROGRAM_HEADER);
    this.#shared = { isBroken: false, isBusy: false, program, header, kernel, laid: new WeakSet() };
  }

  /** Whether the kernel stopped in the middle of a scan: it may be anywhere. */
  get isBroken(): boolean {
    return this.#shared.isBroken;
  }

  /**
   * Whether spans are being delivered. A censor or listener that gets one may itself redact something, which needs
   * another scanner.
   */
  get isBusy(): boolean {
    return this.#shared.isBusy;
  }

  set isBusy(isBusy: boolean) {
    this.#shared.isBusy = isBusy;
  }

  /** Scans [from, limit) of the memory; see `scan` in the kernel. Returns the number of spans. */
  scan(begin: number, floor: number, from: number, limit: number, final: boolean): number {
    const shared = this.#shared;
    if (shared.program !== this.program) this.#takeOver();
    shared.isBroken = true;
    const count = shared.kernel.scan(begin, floor, from, limit, final ? abi.SCAN_FINAL : 0);
    shared.isBroken = false;
    return count;
  }

  /** Makes the memory that of this program. */
  #takeOver(): void {
    const shared = this.#shared;
    const { change } = this.program;
    this.memory.set(change?.header ?? shared.header, abi.PROGRAM);
    if (change !== undefined && !shared.laid.has(this.program)) {
      change.lay(this.memory.subarray(abi.PROGRAM));
      shared.kernel.link();
      shared.laid.add(this.program);
    }
    for (const [at, size] of LEARNT) this.memory.fill(0, at, at + size);
    shared.program = this.program;
    this.isCrowded = change !== undefined && ++this.#turns >= TURNS_MOST;
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

  /** Hands the spans of the last scan on. */
  deliver(count: number, sink: SpanSink, shift: number): void {
    for (let i = 0; i < count; i++)
      sink.span(this.memory, this.spanStart(i), this.spanEnd(i), this.spanRule(i), this.spanFlags(i), shift);
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
