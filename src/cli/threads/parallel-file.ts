import { fstatSync, readFileSync, readSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { RedactorOptions, Stats } from "../../redactor/byte-redactor-with.ts";
import { FileInput, type Input } from "../input/input.ts";
import { isText } from "../input/input-format.ts";
import type { ByteRedactor, RedactingIntake } from "../input/redacting.ts";
import type { Helper } from "./helper-thread.ts";

const STDIN = 0;

/** The argument of the helper's thread: a command line cannot contain NUL. */
export const HELPER = "\0helper";

/** Large enough to make messages between threads cheap, small enough to need little memory. */
const PIECE_BYTES = 1 << 20;

/** Bytes that a slow pipe does not accept are copied, at most the capacity of a pipe at a time. */
const WRITE_BYTES = 65_536;

/** For a smaller file, the start of the other thread (40 ms) would be much of the time. */
const LEAST_BYTES = 1 << 25;

export interface Shared {
  readonly fd: number;
  /** The first offset to read. */
  readonly start: number;
  /** The file's size. Bytes that are appended meanwhile are read, too. */
  readonly size: number;
  /** Whether other processes share the descriptor and continue at its position after we end. */
  readonly follows: boolean;
  readonly redactor: ByteRedactor;
  readonly helper: Helper;
  /** Gets the counts of the helper. */
  count(stats: Stats): void;
}

/** The input of a large text file, if there is a second processor; undefined otherwise. */
export async function shareFile(
  fd: number,
  redactor: ByteRedactor,
  options: RedactorOptions,
  report: { count(stats: Stats): void },
): Promise<SharedInput | undefined> {
  const stat = fstatSync(fd);
  // What one thread learns the other does not know; each would say that it observes; records are read line by line.
  if (options.keepOnly || options.learn || options.mode === "observe") return undefined;
  if (!stat.isFile() || stat.size < LEAST_BYTES || availableParallelism() < 2) return undefined;
  const follows = fd === STDIN;
  const start = follows ? placeOf(fd) : 0;
  if (start === undefined || stat.size - start < LEAST_BYTES) return undefined;
  const head = new Uint8Array(16);
  if (!isText(head.subarray(0, readSync(fd, head, 0, head.length, start)))) return undefined;
  // Threads are loaded only here: loading takes 3 % of the start.
  const { startHelper } = await import("./helper-thread.ts");
  const helper = startHelper({ fd, options }, PIECE_BYTES, HELPER);
  const count = (stats: Stats): void => report.count(stats);
  return new SharedInput({ fd, start, size: stat.size, follows, redactor, helper, count });
}

/** The position of a descriptor in its file; only Linux reports it. */
function placeOf(fd: number): number | undefined {
  try {
    const place = /^pos:\s*(\d+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, "latin1"))?.[1];
    return place === undefined ? undefined : Number(place);
  } catch {
    return undefined;
  }
}

/**
 * Reads a text file with a helper, which redacts every other piece ahead of its turn. Its result is used only if it
 * started in exactly the state that we have when its turn comes; otherwise the piece is redacted here. So the output is
 * the same as without the helper.
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

  /** @param intake It must have the same redactor. */
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

  /** Writes the helper's result; false if it started in another state. */
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

  /** Moves the descriptor past the bytes that the helper has read, by reading them: there is no other way. */
  async #pass(range: readonly [from: number, to: number]): Promise<boolean> {
    if (!this.#shared.follows) return true;
    this.#passed ??= new Uint8Array(1 << 16);
    const [space, take] = [() => this.#passed!, () => undefined];
    return await this.#read({ space, take }, range);
  }

  /** False if the piece was not read to its end: stopped, or the file was truncated. */
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
