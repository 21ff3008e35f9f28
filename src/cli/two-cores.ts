import { fstatSync, readSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { RedactorOptions, Stats } from "../byte-redactor-with.ts";
import type { Helper } from "./ahead.ts";
import { isText } from "./head.ts";
import { FileInput, type Input } from "./input.ts";
import type { ByteRedactor, RedactingIntake } from "./redacting.ts";

/** The argument of the thread that helps: no command line can hold a NUL. */
export const HELPER = "\0helper";

/** Enough that telling the other thread costs little; few enough that what waits takes no memory. */
const PIECE_BYTES = 1 << 21;

/** Pieces that the helper is asked for before their turn. */
const ASKED_AHEAD = 2;

/** Of a smaller file, the other thread's start, 40 ms, would be much of the time. */
const LEAST_BYTES = 1 << 25;

export interface Shared {
  readonly fd: number;
  /** The file's size; what is written behind it meanwhile is read, too. */
  readonly size: number;
  readonly redactor: ByteRedactor;
  readonly helper: Helper;
  /** Is told what the helper has counted. */
  count(stats: Stats): void;
}

/** The input on a large file of text where there is a second processor; undefined for any other. */
export async function shareFile(
  fd: number,
  redactor: ByteRedactor,
  options: RedactorOptions,
  report: { count(stats: Stats): void },
): Promise<SharedInput | undefined> {
  const stat = fstatSync(fd);
  if (!stat.isFile() || stat.size < LEAST_BYTES || availableParallelism() < 2) return undefined;
  const head = new Uint8Array(16);
  if (!isText(head.subarray(0, readSync(fd, head, 0, head.length, 0)))) return undefined;
  // Threads are loaded only here: that takes 3 % of the start.
  const { startHelper } = await import("./ahead.ts");
  const helper = startHelper({ fd, options }, HELPER);
  return new SharedInput({ fd, size: stat.size, redactor, helper, count: (stats) => report.count(stats) });
}

/**
 * Reads a file of text with a helper, which redacts every other piece ahead of its turn. What it has done
 * counts only if it began where we stand when its turn comes, to the byte; otherwise the piece is redacted
 * here. So the output is the same as without it, and nothing depends on its doing anything.
 */
export class SharedInput implements Input {
  readonly isLive = false;
  reads = 0;
  readonly #shared: Shared;
  readonly #pieceBytes: number;
  #own: FileInput | undefined;
  #isStopped = false;

  constructor(shared: Shared, pieceBytes: number = PIECE_BYTES) {
    this.#shared = shared;
    this.#pieceBytes = pieceBytes;
  }

  /** @param intake Of the same redactor */
  async drain(intake: RedactingIntake): Promise<void> {
    const { size, helper } = this.#shared;
    const count = Math.floor(size / this.#pieceBytes);
    const asked = new Map<number, ReturnType<Helper["redact"]>>();
    let next = 1;
    for (let index = 0; index < count; index++) {
      for (; next < count && next <= index + 2 * ASKED_AHEAD; next += 2)
        asked.set(next, helper.redact(...this.#rangeOf(next)));
      const isDone = await this.#take(intake, await asked.get(index));
      asked.delete(index);
      if (!isDone && !(await this.#read(intake, this.#rangeOf(index)))) return;
    }
    await this.#read(intake, [count * this.#pieceBytes]);
  }

  close(): Promise<unknown> {
    return this.#shared.helper.close();
  }

  stop(): void {
    this.#isStopped = true;
    this.#own?.stop();
  }

  #rangeOf(index: number): readonly [start: number, end: number] {
    return [index * this.#pieceBytes, (index + 1) * this.#pieceBytes];
  }

  /** Writes what the helper has done; false where that is not what would be done here. */
  async #take(intake: RedactingIntake, piece: Awaited<ReturnType<Helper["redact"]>>): Promise<boolean> {
    const { redactor, count } = this.#shared;
    const here = redactor.snapshot();
    if (this.#isStopped || piece === undefined || here === undefined) return false;
    if (Buffer.compare(piece.before, here) !== 0) return false;
    for (const block of piece.blocks) {
      const wait = intake.pass(block);
      if (wait !== undefined) await wait;
    }
    redactor.restore(piece.after);
    count(piece.stats);
    this.reads++;
    return true;
  }

  /** False where it was not read to its end: stopped, or cut off by someone. */
  async #read(intake: RedactingIntake, range: readonly [start: number, end?: number]): Promise<boolean> {
    if (this.#isStopped) return false;
    this.#own = new FileInput(this.#shared.fd, range);
    await this.#own.drain(intake);
    this.reads += this.#own.reads;
    return this.#own.position === range[1];
  }
}
