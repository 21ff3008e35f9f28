import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { createRedactStream } from "../../src/adapters/stream.ts";
import { Tally } from "../../src/redactor/tally.ts";
import { TOKEN } from "./run-script.ts";

async function through(chunks: Iterable<string | Uint8Array>): Promise<Buffer> {
  const out: Buffer[] = [];
  const stream = createRedactStream();
  Readable.from(chunks, { objectMode: false }).pipe(stream);
  for await (const piece of stream) {
    expect(Buffer.isBuffer(piece)).toBe(true);
    out.push(piece);
  }
  return Buffer.concat(out);
}

const TEXT = `first line\nGET / Authorization: Bearer ${TOKEN}\nlast ${TOKEN} é`;
const CLEAN = "first line\nGET / Authorization: Bearer [REDACTED]\nlast [REDACTED] é";

test("strings and buffers, cut anywhere", async () => {
  expect((await through([TEXT])).toString()).toBe(CLEAN);
  const bytes = Buffer.from(TEXT);
  for (let at = 1; at < bytes.length; at++) {
    expect((await through([bytes.subarray(0, at), bytes.subarray(at)])).toString()).toBe(CLEAN);
  }
  expect((await through([...bytes].map((byte) => Uint8Array.of(byte)))).toString()).toBe(CLEAN);
});

test("bytes that are no text pass unchanged", async () => {
  const bytes = Buffer.from([0, 255, 254, 10, 128, 13, 10, 0]);
  expect((await through([bytes])).equals(bytes)).toBe(true);
});

test("nothing at all", async () => {
  expect((await through([])).length).toBe(0);
});

test("a whole line goes out at once", async () => {
  const stream = createRedactStream();
  const first = new Promise((resolve) => stream.once("data", resolve));
  stream.write(`${TOKEN} x\n`);
  expect(String(await first)).toContain("[REDACTED]");
  stream.destroy();
});

test("a slow reader holds the writer back", async () => {
  let written = 0;
  let ahead = 0;
  let read = 0;
  const line = Buffer.from(`${"a line ".repeat(1000)}\n`);
  async function* source(): AsyncGenerator<Buffer> {
    for (; written < 200; written++) yield line;
  }
  const sink = new Writable({
    highWaterMark: 1,
    write: (chunk: Buffer, _encoding, done) => {
      read += chunk.length;
      ahead = Math.max(ahead, written - read / line.length);
      setImmediate(done);
    },
  });
  await pipeline(
    Readable.from(source(), { objectMode: false, highWaterMark: 1 }),
    createRedactStream(),
    sink,
  );
  expect(read).toBe(200 * line.length);
  expect(ahead).toBeLessThan(50);
});

test("counts", async () => {
  const stream = createRedactStream();
  stream.resume();
  stream.end(TEXT);
  await new Promise((resolve) => stream.once("close", resolve));
  expect(stream.stats().bytes).toBe(Buffer.byteLength(TEXT));
  expect(stream.stats().matches).toBeGreaterThan(0);
});

test("an unknown option is refused", () => {
  expect(() => createRedactStream({ bogus: 1 } as never)).toThrow(/bogus/);
});

test("should the redactor fail, nothing more comes out, and the error does not show what it failed on", async () => {
  const set = vi.spyOn(Tally.prototype, "checkpoint").mockImplementation(() => {
    throw new Error(TOKEN);
  });
  const stream = createRedactStream();
  let out = "";
  stream.on("data", (chunk) => {
    out += chunk;
  });
  const failed = new Promise((resolve) => stream.once("error", resolve));
  stream.write(TEXT);
  const failure = await failed;
  set.mockRestore();
  expect(inspect(failure)).toMatch(/^Error: scrubjay could not redact this stream; the rest is withheld/);
  expect(inspect(failure)).not.toContain(TOKEN);
  expect(out).toBe("");
});
