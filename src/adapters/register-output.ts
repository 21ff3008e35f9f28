import { createByteRedactor, type RedactorOptions } from "../redactor/stream-redactor.ts";

/** One output of the process: what is written to it, in order, and what of it may go out. Never throws. */
export class Output {
  readonly #redactor: ReturnType<typeof createByteRedactor>;
  #holds = true;

  constructor(options: RedactorOptions) {
    this.#redactor = createByteRedactor(options);
  }

  /** What may go out now that `bytes` have been written. */
  redact(bytes: Uint8Array): Buffer {
    const pieces = this.#redactor.push(bytes);
    if (!this.#holds) pieces.push(...this.#redactor.end());
    return joined(pieces);
  }

  /** What has been held back: nothing more is coming that could make a match of it. */
  rest(): Buffer {
    return joined(this.#redactor.end());
  }

  /** From now on every write goes out whole: the process is about to end, and any may be the last. */
  holdNothing(): void {
    this.#holds = false;
  }
}

function joined(pieces: readonly Uint8Array<ArrayBuffer>[]): Buffer {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1)
    return Buffer.from(first.buffer, first.byteOffset, first.length);
  return Buffer.concat(pieces);
}
