import { ByteSink } from "../redaction/byte-sink.ts";
import type { Replacing } from "../redaction/replacing.ts";
import type { Scanner } from "../scanner/scanner.ts";
import { Session } from "../scanner/session.ts";
import { withholdLines } from "./withhold.ts";

const NEWLINE = 0x0a;

/**
 * Redacts bytes as they come. What no match can cover any more comes out at once; what is held back is
 * short, and the same wherever the input was cut. When redaction fails, the lines concerned are
 * withheld, and the rest of a line that was cut by the chunk's end with them.
 */
export class ByteRedactor {
  readonly #scanner: () => Scanner;
  readonly #sink: ByteSink;
  readonly #withheld: (lines: number) => void;
  #session: Session | undefined;
  #skipping = false;

  /**
   * @param scanner Gives a scanner that works; asked again after a failure
   * @param withheld Is told how many lines were withheld
   */
  constructor(scanner: () => Scanner, replacing: Replacing, withheld: (lines: number) => void) {
    this.#scanner = scanner;
    this.#sink = new ByteSink(replacing, 65_536);
    this.#withheld = withheld;
  }

  /** Redacts the next chunk; returns what is final by now. */
  push(chunk: Uint8Array): Uint8Array<ArrayBuffer>[] {
    if (this.#skipping) {
      const end = chunk.indexOf(NEWLINE);
      if (end < 0) return [];
      this.#skipping = false;
      return this.push(chunk.subarray(end));
    }
    try {
      this.#session ??= new Session(this.#scanner());
      this.#session.write(chunk, this.#sink);
      return this.#take();
    } catch {
      return this.#withhold(chunk);
    }
  }

  /** Returns what was held back: no more chunks will come. */
  end(): Uint8Array<ArrayBuffer>[] {
    try {
      this.#session?.end(this.#sink);
      return this.#take();
    } catch {
      return this.#withhold(new Uint8Array(0));
    } finally {
      this.#skipping = false;
    }
  }

  #take(): Uint8Array<ArrayBuffer>[] {
    const bytes = this.#sink.take();
    return bytes.length === 0 ? [] : [bytes];
  }

  #withhold(chunk: Uint8Array): Uint8Array<ArrayBuffer>[] {
    this.#sink.take();
    this.#session = undefined;
    const { bytes, lines, isCut } = withholdLines(chunk);
    this.#skipping = isCut;
    this.#withheld(lines);
    return [bytes];
  }
}
