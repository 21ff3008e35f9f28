import type { Wait } from "../output/output.ts";

/** Takes bytes: a reader fills `space()` and passes the number of bytes. */
export interface Intake {
  space(): Uint8Array;
  take(size: number): Wait;
  /** No more bytes will come. */
  end(): Wait;
  /**
   * Called for a large file. Drains the rest of it in two threads; undefined if that cannot be, and then the input goes on
   * as before.
   */
  takeOver?(source: Source): Promise<void> | undefined;
}

/** The rest of an input that another drains. */
export interface Source {
  /** Reads what is there into `space`. Returns the number of bytes, 0 at the end, undefined if there is nothing yet. */
  read(space: Uint8Array): number | undefined;
  /** Waits for the next bytes; none at the end. They hold until the next call. */
  wait(): Promise<Uint8Array>;
}

/** A source of bytes. */
export interface Input {
  /** Whether another process writes while we read: a signal of the terminal reaches it, too. */
  readonly isLive: boolean;
  /** The number of reads. */
  readonly reads: number;
  /** Reads to the end, or until `stop` is called; does not end the intake. Rejects when reading fails. */
  drain(intake: Intake): Promise<void>;
  stop(): void;
}
