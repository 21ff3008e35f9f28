import { join } from "node:path";
import type { RedactorOptions, Stats } from "../../redactor/byte-redactor-with.ts";
import { turn } from "../input/turn.ts";
import { workerThreads } from "../output/lazy-modules.ts";
import { redactorMaker } from "../program.ts";
import { answerOrders } from "./answer-orders.ts";
import {
  AFTER,
  ANSWERED,
  BEFORE,
  COUNTS,
  END,
  FROM,
  ORDERED,
  OUTPUT,
  READY,
  SharedPieces,
  SLOT,
  START,
} from "./piece.ts";

/** What is asked for: a slot, and which part of it is the run-up and the piece. */
export interface Order {
  readonly slot: number;
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** A piece of an input that was redacted without knowing the text before its run-up. */
export interface Ahead {
  /** The redactor's state at the start of the piece. The result is valid for a redactor in the same state. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly output: Uint8Array;
  readonly stats: Stats;
}

/** Redacts pieces of an input ahead of their turn, two at a time. */
export interface Helper {
  readonly pieces: SharedPieces;
  /** Whether it works: what is asked of it before would have to be waited for. */
  readonly isReady: boolean;
  /** Asks for one more. */
  ask(order: Order): void;
  /** Whether so many of those that were asked for are done. */
  hasDone(count: number): boolean;
  /**
   * Waits for the first piece that has not been waited for; undefined if it could not be redacted. The answer holds until
   * two more are asked for.
   */
  answer(): Promise<Ahead | undefined>;
  close(): Promise<unknown>;
}

/** How long the thread stops to wait for the helper before signals are looked at, in milliseconds. */
const PAUSE_MS = 1;

interface Given {
  readonly options: RedactorOptions;
  readonly buffer: SharedArrayBuffer;
}

/** A helper in a thread of its own. If the thread ends for any reason, the work goes on without it. */
export function startHelper(options: RedactorOptions, argument: string): Helper {
  const pieces = new SharedPieces();
  const workerData: Given = { options, buffer: pieces.buffer };
  // What NODE_OPTIONS preloads is for the process. Loading it here needs the main thread, which may be waiting for this one.
  const { NODE_OPTIONS: _, ...env } = process.env;
  const worker = new (workerThreads().Worker)(join(import.meta.dirname, "scrubjay.cjs"), {
    workerData,
    argv: [argument],
    execArgv: [],
    env,
    resourceLimits: { maxYoungGenerationSizeMb: 1 },
  });
  let isGone = false;
  const giveUp = (): void => {
    isGone = true;
  };
  for (const event of ["error", "messageerror", "exit"]) worker.on(event, giveUp);
  return new ThreadHelper(
    pieces,
    () => isGone,
    () => worker.terminate(),
  );
}

/** The side of the thread that asks. */
export class ThreadHelper implements Helper {
  readonly pieces: SharedPieces;
  readonly close: () => Promise<unknown>;
  readonly #isGone: () => boolean;
  readonly #words: Int32Array<SharedArrayBuffer>;
  #asked = 0;
  #taken = 0;

  constructor(pieces: SharedPieces, isGone: () => boolean, close: () => Promise<unknown>) {
    this.pieces = pieces;
    this.#words = pieces.words;
    this.#isGone = isGone;
    this.close = close;
  }

  get isReady(): boolean {
    return Atomics.load(this.#words, READY) === 1 && !this.#isGone();
  }

  ask({ slot, from, start, end }: Order): void {
    const { at } = this.pieces.record(this.#asked++);
    const words = this.#words;
    words[at + SLOT] = slot;
    words[at + FROM] = from;
    words[at + START] = start;
    words[at + END] = end;
    Atomics.store(words, ORDERED, this.#asked);
    Atomics.notify(words, ORDERED);
  }

  hasDone(count: number): boolean {
    return Atomics.load(this.#words, ANSWERED) >= count;
  }

  async answer(): Promise<Ahead | undefined> {
    const words = this.#words;
    const record = this.pieces.record(this.#taken++);
    while (!this.hasDone(this.#taken)) {
      if (this.#isGone()) return undefined;
      try {
        Atomics.wait(words, ANSWERED, this.#taken - 1, PAUSE_MS);
      } catch {
        // A host whose main thread may not wait.
      }
      await turn(0);
    }
    const size = words[record.at + OUTPUT]!;
    if (size < 0) return undefined;
    const part = (bytes: Uint8Array, word: number): Uint8Array => bytes.subarray(0, words[record.at + word]);
    const counts = Buffer.from(part(record.counts, COUNTS)).toString();
    return {
      before: part(record.before, BEFORE),
      after: part(record.after, AFTER),
      output: record.output.subarray(0, size),
      stats: JSON.parse(counts),
    };
  }
}

/** Runs in the helper's thread. */
export async function help(): Promise<void> {
  const { parentPort, workerData } = workerThreads();
  const { options, buffer } = workerData as Given;
  const redactor = (await redactorMaker(options))();
  // The thread ends when it is terminated; a port with a listener would keep it from ending of itself.
  parentPort!.unref();
  answerOrders(redactor, new SharedPieces(undefined, buffer), () => true);
}
