import { createByteRedactor, type RedactorOptions, type Stats } from "../redactor/stream-redactor.ts";

/**
 * The result of {@link createRedactStream}: a `TransformStream` with counts.
 *
 * @example
 * const matchesOf = (stream: RedactStream) => stream.stats().matches;
 */
export interface RedactStream extends TransformStream<Uint8Array, Uint8Array> {
  /** The counts so far. */
  stats(): Stats;
}

/**
 * Makes a web stream that redacts: bytes in, bytes out, in browsers, workers, Deno, Bun and Node. The output is the
 * same however the input is cut into chunks. A line that came in whole goes out at once. For text, put a
 * `TextEncoderStream` in front.
 *
 * @param options As for `createRedactor`.
 * @throws {RedactorConfigError} If the options cannot work.
 * @returns A `TransformStream` with backpressure. If the redactor fails, or a chunk is not bytes, the stream fails and
 *   writes nothing more.
 * @example
 * const clean = response.body.pipeThrough(createRedactStream());
 */
export function createRedactStream(options: RedactorOptions = {}): RedactStream {
  const redactor = createByteRedactor(options);
  const stream = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      const bytes = bytesOf(chunk);
      for (const piece of orWithheld(() => redactor.push(bytes))) controller.enqueue(piece);
    },
    flush(controller) {
      for (const piece of orWithheld(() => redactor.end())) controller.enqueue(piece);
    },
  });
  return Object.assign(stream, { stats: () => redactor.stats() });
}

/** If the redactor throws, the stream ends: without its state, later bytes cannot be trusted. */
function orWithheld(redact: () => readonly Uint8Array[]): readonly Uint8Array[] {
  try {
    return redact();
  } catch {
    // The error is not passed on as a cause: it may contain input.
    throw new Error("scrubjay could not redact this stream; the rest is withheld");
  }
}

function bytesOf(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk);
  throw new TypeError(`scrubjay/web takes bytes, not ${typeof chunk}; put a TextEncoderStream in front`);
}
