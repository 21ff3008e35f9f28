import { fstatSync, readFileSync, readSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { RedactorOptions, Stats } from "../../redactor/byte-redactor-with.ts";
import { FileInput, type Input } from "../input/input.ts";
import { isText } from "../input/input-format.ts";
import type { ByteRedactor, RedactingIntake } from "../input/redacting.ts";
import type { Helper } from "./helper-thread.ts";

const STDIN = 0;

/** The argument of the thread that helps: no command line can hold a NUL. */
export const HELPER = "\0helper";

/** Enough that telling the other thread costs little; few enough that what waits takes little memory. */
const PIECE_BYTES = 1 << 20;

/** What a slow pipe does not take is copied: no more at a time than a pipe holds. */
const WRITE_BYTES = 65_536;

/** Of a smaller file, the other thread's start, 40 ms, would be much of the time. */
const LEAST_BYTES = 1 << 25;

export interface Shared {
  readonly fd: number;
  /** Where to begin. */
  readonly start: number;
  /** The file's size; what is written behind it meanwhile is read, too. */
  readonly size: number;
  /** Whether the descriptor is others', too, who go on from where it stands at our end. */
  readonly follows: boolean;
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
  const follows = fd === STDIN;
  const start = follows ? placeOf(fd) : 0;
  if (start === undefined || stat.size - start < LEAST_BYTES) return undefined;
  const head = new Uint8Array(16);
  if (!isText(head.subarray(0, readSync(fd, head, 0, head.length, start)))) return undefined;
  // Threads are loaded only here: that takes 3 % of the start.
  const { startHelper } = await import("./helper-thread.ts");
  const helper = startHelper({ fd, options }, PIECE_BYTES, HELPER);
  const count = (stats: Stats): void => report.count(stats);
  return new SharedInput({ fd, start, size: stat.size, follows, redactor, helper, count });
}

/** Where a descriptor stands in its file, which only Linux tells. */
function placeOf(fd: number): number | undefined {
  try {
    const place = /^pos:\s*(\d+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, "latin1"))?.[1];
    return place === undefined ? undefined : Number(place);
  } catch {
    return undefined;
  }
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
  #passed: Uint8Array | undefined;
  #isStopped = false;

  constructor(shared: Shared, pieceBytes: number = PIECE_BYTES) {
    this.#shared = shared;
    this.#pieceBytes = pieceBytes;
  }

  /** @param intake Of the same redactor */
  async drain(intake: RedactingIntake): Promise<void> {
    const { start, size, helper } = this.#shared;
    const pairs = Math.floor((size - start) / this.#pieceBytes / 2);
    let at = start;
    for (let i = 0; i < pairs; i++) {
      const own = [at, at + this.#pieceBytes] as const;
      const other = [own[1], own[1] + this.#pieceBytes] as const;
      const ahead = helper.redact(...other);
      if (!(await this.#read(intake, own))) return;
      const isDone = await this.#take(intake, await ahead);
      if (!(await (isDone ? this.#pass(other) : this.#read(intake, other)))) return;
      at = other[1];
    }
    await this.#read(intake, [at, Number.POSITIVE_INFINITY]);
  }

  close(): Promise<unknown> {
    return this.#shared.helper.close();
  }

  stop(): void {
    this.#isStopped = true;
    this.#own?.stop();
  }

  /** Writes what the helper has done; false where that is not what would be done here. */
  async #take(intake: RedactingIntake, piece: Awaited<ReturnType<Helper["redact"]>>): Promise<boolean> {
    const { redactor, count } = this.#shared;
    const here = redactor.snapshot();
    if (this.#isStopped || piece === undefined || here === undefined) return false;
    if (Buffer.compare(piece.before, here) !== 0) return false;
    for (let at = 0; at < piece.output.length; at += WRITE_BYTES) {
      const wait = intake.pass(piece.output.subarray(at, at + WRITE_BYTES));
      if (wait !== undefined) await wait;
    }
    redactor.restore(piece.after);
    count(piece.stats);
    this.reads++;
    return true;
  }

  /** Puts the descriptor behind what the helper has read, by reading it: there is no other way. */
  async #pass(range: readonly [from: number, to: number]): Promise<boolean> {
    if (!this.#shared.follows) return true;
    this.#passed ??= new Uint8Array(1 << 16);
    const [space, take] = [() => this.#passed!, () => undefined];
    return await this.#read({ space, take }, range);
  }

  /** False where it was not read to its end: stopped, or cut off by someone. */
  async #read(
    intake: Pick<RedactingIntake, "space" | "take">,
    [from, to]: readonly [from: number, to: number],
  ): Promise<boolean> {
    if (this.#isStopped) return false;
    this.#own = new FileInput(this.#shared.fd, { from, to, follows: this.#shared.follows });
    await this.#own.drain(intake);
    this.reads += this.#own.reads;
    return this.#own.position === to;
  }
}
