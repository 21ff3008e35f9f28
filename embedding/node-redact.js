// Copies standard input to standard output, redacted, as the other hosts do: node-redact.js own | SCRUBJAY.WASM.
import { readFileSync, readSync, writeSync } from "node:fs";

const [way = "own"] = process.argv.slice(2);
const block = Buffer.alloc(65_536);

/** @returns {Promise<(bytes: Buffer, final: number) => Uint8Array>} */
async function opened() {
  if (way === "own") {
    const { createRedactStream } = await import("../dist/adapters/stream.js");
    const stream = createRedactStream();
    return (bytes, final) => {
      if (final === 1) stream.end();
      else stream.write(bytes);
      const pieces = [];
      for (let piece = stream.read(); piece !== null; piece = stream.read()) pieces.push(piece);
      return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
    };
  }
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(way)), {});
  const calls = /** @type {Record<string, (...args: number[]) => number>} */ (
    /** @type {unknown} */ (exports)
  );
  const memory = /** @type {WebAssembly.Memory} */ (exports.memory);
  const handle = calls.sj_open(0, 0);
  return (bytes, final) => {
    new Uint8Array(memory.buffer).set(bytes, calls.sj_input(handle));
    const size = calls.sj_feed(handle, bytes.length, final);
    if (size < 0) throw new Error(`scrubjay: ${size}`);
    return new Uint8Array(memory.buffer, calls.sj_out(handle), size);
  };
}

const feed = await opened();
const begin = process.hrtime.bigint();

/** @param {Uint8Array} out */
function write(out) {
  for (let done = 0; done < out.length; ) done += writeSync(1, out, done);
}

for (let size = readSync(0, block); size > 0; size = readSync(0, block))
  write(feed(block.subarray(0, size), 0));
write(feed(block.subarray(0, 0), 1));
console.error(`seconds ${(Number(process.hrtime.bigint() - begin) / 1e9).toFixed(3)}`);
