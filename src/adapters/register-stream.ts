import { Writable } from "node:stream";
import type { Output } from "./register-output.ts";

type Done = (error?: Error | null) => void;
type Chunk = { chunk: string | Uint8Array; encoding: BufferEncoding };

/** The methods that a stream writes with. Some streams have only one of the first two. */
interface Internals {
  _write(chunk: unknown, encoding: string, done: Done): void;
  _writev?: ((chunks: Chunk[], done: Done) => void) | null;
  _final?: (done: Done) => void;
}

/** Set by `node --test` for the process of each file, which reports to it in binary frames on stdout. */
const isTested = process.env.NODE_TEST_CONTEXT !== undefined;

/** The runner reads such a frame by its length, so it must not change. */
function isReport(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, length } = bytes;
  return length > 6 && bytes[0] === 0xff && new DataView(buffer, byteOffset).getUint32(2) === length - 6;
}

/**
 * Redacts what a stream passes to the system. This is below `write`, `end`, `cork` and `pipe`: return values, callbacks,
 * backpressure, encodings and errors stay the stream's own.
 *
 * @returns A function that writes held text.
 */
export function coverStream(stream: Writable, output: Output): () => void {
  const internals = stream as unknown as Internals;
  const { _write: write, _writev: writev, _final: final } = internals;
  // A worker's stream has only `_writev`, and the inherited `_write` calls it.
  const inherits = write === (Writable.prototype as unknown as Internals)._write;
  const send = (bytes: Buffer, done: Done): void => {
    if (bytes.length === 0) done();
    else if (inherits && writev) writev.call(stream, [{ chunk: bytes, encoding: "buffer" as never }], done);
    else write.call(stream, bytes, "buffer", done);
  };
  internals._write = (chunk, encoding, done) => {
    const bytes = bytesOf(chunk as string | Uint8Array, encoding as BufferEncoding);
    if (isTested && isReport(bytes)) write.call(stream, bytes, "buffer", done);
    else send(output.redact(bytes), done);
  };
  if (isTested) internals._writev = null;
  else if (writev) {
    internals._writev = (chunks, done) =>
      send(output.redact(Buffer.concat(chunks.map(({ chunk, encoding }) => bytesOf(chunk, encoding)))), done);
  }
  internals._final = (done) =>
    send(output.rest(), (error) => {
      if (error || final === undefined) done(error);
      else final.call(stream, done);
    });
  return () => {
    // An error here means that the reader is gone.
    if (!stream.destroyed) send(output.rest(), () => {});
  };
}

function bytesOf(chunk: string | Uint8Array, encoding: BufferEncoding): Uint8Array {
  return typeof chunk === "string" ? Buffer.from(chunk, encoding) : chunk;
}
