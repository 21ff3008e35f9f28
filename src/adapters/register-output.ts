import { createByteRedactor, type RedactorOptions } from "../redactor/stream-redactor.ts";

/** One output of the process: takes writes in order and returns what may be written. Never throws. */
export class Output {
  readonly #redactor: ReturnType<typeof createByteRedactor>;
  #holds = true;

  constructor(options: RedactorOptions) {
    this.#redactor = createByteRedactor(options);
  }

  /** Takes written bytes; returns what may be written now. */
  redact(bytes: Uint8Array): Buffer {
    const pieces = this.#redactor.push(bytes);
    if (!this.#holds) pieces.push(...this.#redactor.end());
    return joined(pieces);
  }

  /** Returns the held bytes. Call it if nothing more follows that could complete a match. */
  rest(): Buffer {
    return joined(this.#redactor.end());
  }

  /** From now on, nothing is held: the process is about to end, and any write may be the last. */
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
