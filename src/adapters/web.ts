import { createByteRedactor, type RedactorOptions, type Stats } from "../stream-redactor.ts";

/** What {@link createRedactStream} returns: a `TransformStream` that also counts. */
export interface RedactStream extends TransformStream<Uint8Array, Uint8Array> {
  /** What has been found so far. */
  stats(): Stats;
}

/**
 * A web stream that redacts what goes through it: bytes in, bytes out, in browsers, workers, Deno, Bun and
 * Node. However the input is cut into chunks, the output is the same; a line that came in whole goes out at
 * once. Text goes through a `TextEncoderStream` first.
 *
 * @param options As for `createRedactor`.
 * @throws {RedactorConfigError} When the options cannot work.
 * @returns A `TransformStream` with backpressure. A chunk that is no bytes makes it fail; it then lets
 *   nothing more out.
 * @example
 * const clean = response.body.pipeThrough(createRedactStream());
 */
export function createRedactStream(options: RedactorOptions = {}): RedactStream {
  const redactor = createByteRedactor(options);
  const stream = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      for (const piece of redactor.push(bytesOf(chunk))) controller.enqueue(piece);
    },
    flush(controller) {
      for (const piece of redactor.end()) controller.enqueue(piece);
    },
  });
  return Object.assign(stream, { stats: () => redactor.stats() });
}

function bytesOf(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk);
  throw new TypeError(`scrubjay/web takes bytes, not ${typeof chunk}; put a TextEncoderStream in front`);
}
