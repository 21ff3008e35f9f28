import { Transform, type TransformCallback } from "node:stream";
import { createByteRedactor, type RedactorOptions, type Stats } from "../redactor/stream-redactor.ts";

/**
 * The result of {@link createRedactStream}: a `Transform` with counts.
 *
 * @example
 * const matchesOf = (stream: RedactStream) => stream.stats().matches;
 */
export interface RedactStream extends Transform {
  /** The counts so far. */
  stats(): Stats;
}

class ByteTransform extends Transform {
  readonly #redactor: ReturnType<typeof createByteRedactor>;

  constructor(options: RedactorOptions) {
    super();
    this.#redactor = createByteRedactor(options);
  }

  stats(): Stats {
    return this.#redactor.stats();
  }

  override _transform(chunk: Uint8Array, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#release(() => this.#redactor.push(chunk), done);
  }

  override _flush(done: TransformCallback): void {
    this.#release(() => this.#redactor.end(), done);
  }

  /** If the redactor throws, the stream ends: without its state, later bytes cannot be trusted. */
  #release(redact: () => readonly Uint8Array[], done: TransformCallback): void {
    let pieces: readonly Uint8Array[];
    try {
      pieces = redact();
    } catch {
      // The error is not passed on as a cause: it may contain input.
      done(new Error("scrubjay could not redact this stream; the rest is withheld"));
      return;
    }
    for (const piece of pieces) this.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
    done();
  }
}

/**
 * Makes a Node stream that redacts: text or bytes in, bytes out. The output is the same however the input is cut
 * into chunks. A line that came in whole goes out at once.
 *
 * @param options As for `createRedactor`.
 * @throws {RedactorConfigError} If the options cannot work.
 * @returns A `Transform` with backpressure. If the redactor fails, it emits `error` and writes nothing more.
 * @example
 * import { pipeline } from "node:stream/promises";
 * await pipeline(child.stdout, createRedactStream(), process.stdout);
 */
export function createRedactStream(options: RedactorOptions = {}): RedactStream {
  return new ByteTransform(options);
}
