import { readSync } from "node:fs";
import { join } from "node:path";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { RedactorOptions, Stats } from "../../redactor/byte-redactor-with.ts";
import type { ByteRedactor } from "../input/redacting.ts";
import { redactorMaker } from "../program.ts";

/** A piece of a file that was redacted without knowing the text before its run-up. */
export interface Ahead {
  /** The redactor's state at the start of the piece. The result is valid for a redactor in the same state. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** The output; valid until the next piece is requested. */
  readonly output: Uint8Array;
  readonly stats: Stats;
}

/** Redacts pieces of a file ahead of their turn. */
export interface Helper {
  /** Undefined if a line could not be redacted. One piece at a time. */
  redact(start: number, end: number): Promise<Ahead | undefined>;
  close(): Promise<unknown>;
}

/**
 * Bytes before a piece that are redacted to reach the right state; nearly always a line or two are enough. If a block has
 * been open for longer, the piece is redacted again.
 */
const RUN_UP = 16_384;

/**
 * @param read Reads at an offset of the file; returns the number of bytes
 * @param space Takes the output; a piece with a larger output is not redacted ahead
 */
export function redactAhead(
  redactor: ByteRedactor,
  read: (space: Uint8Array, at: number) => number,
  [start, end]: readonly [start: number, end: number],
  space: Uint8Array,
  runUp: number = RUN_UP,
): Ahead | undefined {
  let size = 0;
  const feed = (from: number, to: number, isKept: boolean): boolean => {
    for (let at = from; at < to; ) {
      const block = redactor.space();
      const count = read(block.subarray(0, to - at), at);
      if (count === 0) return false;
      const bytes = redactor.advance(count);
      at += count;
      if (!isKept) continue;
      if (size + bytes.length > space.length) return false;
      space.set(bytes, size);
      size += bytes.length;
    }
    return true;
  };
  redactor.end();
  if (!feed(Math.max(0, start - runUp), start, false)) return undefined;
  const before = redactor.snapshot();
  const counted = redactor.stats();
  if (before === undefined || !feed(start, end, true)) return undefined;
  const after = redactor.snapshot();
  const stats = difference(redactor.stats(), counted);
  if (after === undefined || stats.withheld > 0) return undefined;
  return { before, after, output: space.subarray(0, size), stats };
}

function difference(now: Stats, then: Stats): Stats {
  const byRule = Object.entries(now.byRule)
    .map(([rule, count]) => [rule, count - (then.byRule[rule] ?? 0)] as const)
    .filter(([, count]) => count > 0);
  return {
    ...now,
    bytes: now.bytes - then.bytes,
    replaced: now.replaced - then.replaced,
    matches: now.matches - then.matches,
    byRule: Object.fromEntries(byRule),
    withheld: now.withheld - then.withheld,
    milliseconds: now.milliseconds - then.milliseconds,
  };
}

interface Order {
  readonly fd: number;
  readonly options: RedactorOptions;
  /** Shared memory for a piece's output. Sending it would allocate each time: 60 MB before it is freed. */
  readonly space: SharedArrayBuffer;
}

type Question = readonly [start: number, end: number];
type Answer = (Omit<Ahead, "output"> & { readonly size: number }) | undefined;

/**
 * A helper in a thread of its own. If the thread ends for any reason, the work goes on without it.
 *
 * @param pieceBytes The most bytes of a piece
 */
export function startHelper(order: Omit<Order, "space">, pieceBytes: number, argument: string): Helper {
  // Untouched memory takes no space.
  const space = new SharedArrayBuffer(2 * pieceBytes);
  const workerData: Order = { ...order, space };
  const worker = new Worker(join(import.meta.dirname, "scrubjay.cjs"), {
    workerData,
    argv: [argument],
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  let resolve: (answer: Answer) => void = () => {};
  let isGone = false;
  const giveUp = (): void => {
    isGone = true;
    resolve(undefined);
  };
  worker.on("message", (answer: Answer) => resolve(answer));
  worker.on("error", giveUp);
  worker.on("messageerror", giveUp);
  worker.on("exit", giveUp);
  return {
    async redact(start, end) {
      if (isGone) return undefined;
      worker.postMessage([start, end] satisfies Question);
      const answer = await new Promise<Answer>((done) => {
        resolve = done;
      });
      return answer && { ...answer, output: new Uint8Array(space, 0, answer.size) };
    },
    close: () => worker.terminate(),
  };
}

/** Runs in the helper's thread. */
export async function help(): Promise<void> {
  const { fd, options, space } = workerData as Order;
  const redactor = (await redactorMaker(options))();
  const read = (space: Uint8Array, at: number): number => readSync(fd, space, 0, space.length, at);
  parentPort!.on("message", (range: Question) => {
    const piece = redactAhead(redactor, read, range, new Uint8Array(space));
    if (piece === undefined) return parentPort!.postMessage(undefined);
    const { output, ...rest } = piece;
    parentPort!.postMessage({ ...rest, size: output.length } satisfies Answer);
  });
}
