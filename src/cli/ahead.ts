import { readSync } from "node:fs";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { RedactorOptions, Stats } from "../byte-redactor-with.ts";
import { redactorMaker } from "./program.ts";
import type { ByteRedactor } from "./redacting.ts";

/** A piece of a file that was redacted without what stands before the run-up to it. */
export interface Ahead {
  /** Where the redactor stood at the piece's start: what follows holds for whoever stands there, too. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly blocks: readonly Uint8Array[];
  readonly stats: Stats;
}

/** Redacts pieces of a file ahead of their turn. */
export interface Helper {
  /** Undefined where it could not, or not in every line. */
  redact(start: number, end: number): Promise<Ahead | undefined>;
  close(): Promise<unknown>;
}

/**
 * What is redacted before a piece, for where it leads to; nearly always a line or two decide that. A block that
 * has been open for longer only costs the piece being redacted once more.
 */
const RUN_UP = 16_384;

/** @param read Reads at a place in the file; returns how many bytes there were. */
export function redactAhead(
  redactor: ByteRedactor,
  read: (space: Uint8Array, at: number) => number,
  [start, end]: readonly [start: number, end: number],
  runUp: number = RUN_UP,
): Ahead | undefined {
  const blocks: Uint8Array[] = [];
  const feed = (from: number, to: number): boolean => {
    for (let at = from; at < to; ) {
      const space = redactor.space();
      const size = read(space.subarray(0, to - at), at);
      if (size === 0) return false;
      const bytes = redactor.advance(size);
      if (bytes.length > 0) blocks.push(bytes.slice());
      at += size;
    }
    return true;
  };
  redactor.end();
  if (!feed(Math.max(0, start - runUp), start)) return undefined;
  const before = redactor.snapshot();
  const counted = redactor.stats();
  blocks.length = 0;
  if (before === undefined || !feed(start, end)) return undefined;
  const after = redactor.snapshot();
  const stats = difference(redactor.stats(), counted);
  return after === undefined || stats.withheld > 0 ? undefined : { before, after, blocks, stats };
}

function difference(now: Stats, then: Stats): Stats {
  const byRule = Object.entries(now.byRule)
    .map(([rule, count]) => [rule, count - (then.byRule[rule] ?? 0)] as const)
    .filter(([, count]) => count > 0);
  return {
    bytes: now.bytes - then.bytes,
    matches: now.matches - then.matches,
    byRule: Object.fromEntries(byRule),
    withheld: now.withheld - then.withheld,
  };
}

interface Order {
  readonly fd: number;
  readonly options: RedactorOptions;
}

/** A helper in a thread of its own. When the thread ends, whatever the reason, it helps no more. */
export function startHelper(order: Order, argument: string): Helper {
  const worker = new Worker(import.meta.filename, { workerData: order, argv: [argument], execArgv: [] });
  let waiting: ((piece: Ahead | undefined) => void)[] = [];
  let isGone = false;
  const giveUp = (): void => {
    isGone = true;
    for (const answer of waiting) answer(undefined);
    waiting = [];
  };
  worker.on("message", (piece: Ahead | undefined) => waiting.shift()?.(piece));
  worker.on("error", giveUp);
  worker.on("messageerror", giveUp);
  worker.on("exit", giveUp);
  return {
    redact(start, end) {
      if (isGone) return Promise.resolve(undefined);
      worker.postMessage([start, end]);
      return new Promise((answer) => {
        waiting.push(answer);
      });
    },
    close: () => worker.terminate(),
  };
}

/** What the helper's thread runs. */
export async function help(): Promise<void> {
  const { fd, options } = workerData as Order;
  const redactor = (await redactorMaker(options))();
  const read = (space: Uint8Array, at: number): number => readSync(fd, space, 0, space.length, at);
  parentPort!.on("message", (range: readonly [start: number, end: number]) => {
    const piece = redactAhead(redactor, read, range);
    parentPort!.postMessage(piece, piece?.blocks.map(({ buffer }) => buffer as ArrayBuffer) ?? []);
  });
}
