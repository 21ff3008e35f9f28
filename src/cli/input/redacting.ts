import type { CountingRedactor } from "../../redactor/byte-redactor-with.ts";
import { LineOutput } from "../output/line-output.ts";
import type { Output, Wait } from "../output/output.ts";
import type { Intake, Source } from "./intake.ts";

export type ByteRedactor = Pick<
  CountingRedactor,
  "space" | "advance" | "end" | "stats" | "snapshot" | "restore"
>;

/** Drains a source into an intake in two threads; undefined if that cannot be. */
export type Share = (source: Source, intake: RedactingIntake) => Promise<void> | undefined;

/** Redacts its input. Bytes are read into the kernel's memory and, if clean, written from there. */
export class RedactingIntake implements Intake {
  readonly #redactor: ByteRedactor;
  readonly #output: Output;
  readonly #share: Share | undefined;

  /** @param byLine Whether to write whole lines only. */
  constructor(redactor: ByteRedactor, output: Output, byLine: boolean, share?: Share) {
    this.#redactor = redactor;
    this.#output = byLine ? new LineOutput(output) : output;
    this.#share = share;
  }

  space(): Uint8Array {
    return this.#redactor.space();
  }

  take(size: number): Wait {
    const bytes = this.#redactor.advance(size);
    return bytes.length === 0 ? undefined : this.#output.write(bytes);
  }

  takeOver(source: Source): Promise<void> | undefined {
    return this.#share?.(source, this);
  }

  /** Writes bytes that were redacted elsewhere. */
  pass(bytes: Uint8Array): Wait {
    return this.#output.write(bytes);
  }

  async end(): Promise<void> {
    for (const piece of this.#redactor.end()) await this.#output.write(piece);
    await this.#output.end();
  }
}

/** Copies bytes into an intake. */
export async function feed(intake: Intake, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const space = intake.space();
    const piece = bytes.subarray(done, done + space.length);
    space.set(piece);
    done += piece.length;
    const wait = intake.take(piece.length);
    if (wait !== undefined) await wait;
  }
}
