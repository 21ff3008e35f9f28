import { EventEmitter, once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { createRandom } from "../../bench/random.js";
import pinoTransport from "../../src/adapters/pino.ts";
import { type Destination, PinoRedactStream } from "../../src/adapters/pino-stream.ts";
import { TOKEN } from "./run-script.ts";

const folder = mkdtempSync(join(tmpdir(), "scrubjay-pino-stream-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Takes writes as pino's destination does, and says so only when it is told to. */
class Slow extends EventEmitter {
  readonly writes: string[] = [];
  takesMore = true;
  write(text: string): boolean {
    this.writes.push(text);
    return this.takesMore;
  }
  flush(done: () => void): void {
    done();
  }
  end(): void {
    this.emit("close");
  }
  destroy(): void {}
  get text(): string {
    return this.writes.join("");
  }
}

const clean = (line: string): string => line.replaceAll("secret", "***");

function open(): { readonly stream: PinoRedactStream; readonly destination: Slow } {
  const destination = new Slow();
  const stream = new PinoRedactStream(clean, () => destination as unknown as Destination);
  return { stream, destination };
}

describe("lines", () => {
  const text = 'a secret é\r\n{"b":"🎉 secret"}\n\nlong '.concat("x".repeat(5_000), " secret\nlast secret");

  test("cut anywhere, as text and as bytes, are redacted one by one, and nothing else changes", async () => {
    const random = createRandom(8);
    for (let round = 0; round < 40; round++) {
      const seen: string[] = [];
      const destination = new Slow();
      const stream = new PinoRedactStream(
        (line) => {
          seen.push(line);
          return clean(line);
        },
        () => destination as unknown as Destination,
      );
      const input = round % 2 === 0 ? text : Buffer.from(text);
      for (let at = 0; at < input.length; ) {
        const end = at + 1 + random.below(round < 4 ? 3 : 900);
        stream.write(typeof input === "string" ? input.slice(at, end) : input.subarray(at, end));
        at = end;
      }
      await once(stream.end(), "close");
      expect(destination.text).toBe(text.replaceAll("secret", "***"));
      expect(seen).toEqual(text.match(/[^\n]*\n|[^\n]+$/g));
    }
  });

  test("that come together go out together, a clean text as it came", async () => {
    const { stream, destination } = open();
    stream.write("one\ntwo\nthree secret\nfour\n");
    destination.takesMore = false;
    stream.write("five\n");
    for (const line of ["six\n", "seven secret\n", "eight\n"]) stream.write(line);
    expect(destination.writes).toEqual(["one\ntwo\nthree ***\nfour\n", "five\n"]);
    destination.takesMore = true;
    destination.emit("drain");
    expect(destination.writes.slice(2)).toEqual(["six\nseven ***\neight\n"]);
    await once(stream.end(), "close");
  });
});

describe("pace", () => {
  test("flush waits until all has been written, what waits in the stream included", () => {
    const { stream, destination } = open();
    let flushed = 0;
    const flush = (): void => stream.flush(() => flushed++);
    destination.takesMore = false;
    stream.write("one\n");
    stream.write("two\n");
    flush();
    expect(flushed).toBe(0);
    destination.emit("drain");
    expect([flushed, destination.text]).toEqual([0, "one\ntwo\n"]);
    destination.emit("drain");
    expect(flushed).toBe(1);
    flush();
    expect(flushed).toBe(2);
  });

  test("a reader that is gone ends neither flush nor end", async () => {
    const { stream, destination } = open();
    destination.takesMore = false;
    stream.write("one\n");
    stream.write("two\n");
    let flushed = false;
    stream.flush(() => {
      flushed = true;
    });
    destination.emit("error", Object.assign(new Error("gone"), { code: "EPIPE" }));
    expect(flushed).toBe(true);
    await once(stream.end("three\n"), "close");
    expect(destination.text).toBe("one\n");
  });

  test("inside a pipeline a slow reader holds the writer back", async () => {
    const stream = new PinoRedactStream(clean, () => expect.unreachable("has a reader"));
    const read: string[] = [];
    let proceed = (): void => {};
    const reader = new Writable({
      highWaterMark: 10,
      write(chunk, _encoding, done) {
        read.push(String(chunk));
        proceed = done;
      },
    });
    stream.pipe(reader);
    const line = `${"x".repeat(9_000)} secret\n`;
    let taken = 0;
    for (; taken < 1_000 && stream.write(line); taken++) await new Promise(setImmediate);
    expect(taken).toBeLessThan(20);
    const ended = once(reader, "finish");
    stream.end();
    const pump = setInterval(() => proceed(), 0);
    await ended;
    clearInterval(pump);
    expect(read.join("")).toBe(clean(line).repeat(taken + 1));
  });
});

describe("options of the destination", () => {
  test("one that is undefined is not given: in a pipeline there is none", async () => {
    const stream = await pinoTransport({ destination: undefined, sync: undefined, censor: undefined });
    const lines: string[] = [];
    stream.on("data", (chunk) => lines.push(String(chunk)));
    stream.end(`{"token":"${TOKEN}"}\n`);
    await once(stream, "close");
    expect(lines).toEqual(['{"token":"[REDACTED]"}\n']);
  });

  test("maxLength drops whole lines, the newest, and not a batch that is longer", async () => {
    const destination = join(folder, "most.log");
    const stream = await pinoTransport({ destination, maxLength: 1_000 });
    const lines = Array.from({ length: 100 }, (_, i) => `{"msg":"line ${i} ${TOKEN}"}\n`);
    stream.write(lines.join(""));
    await once(stream.end(), "close");
    const kept = readFileSync(destination, "utf8").split(/(?<=\n)/);
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.length).toBeLessThan(100);
    expect(kept).toEqual(lines.slice(0, kept.length).map((line) => line.replace(TOKEN, "[REDACTED]")));
  });

  test.each([{ minLength: 4_096 }, { sync: true }, { minLength: 4_096, sync: true }, { fsync: true }])(
    "flush with %o: it is in the file",
    async (options) => {
      const destination = join(folder, `flushed ${Object.keys(options).join(" ")}.log`);
      const stream = (await pinoTransport({ destination, ...options })) as PinoRedactStream;
      const lines = '{"msg":"one"}\n'.repeat(10_001);
      stream.write(lines);
      await new Promise<void>((resolve, reject) =>
        stream.flush((error) => (error ? reject(error) : resolve())),
      );
      expect(readFileSync(destination, "utf8")).toBe(lines);
      await once(stream.end(), "close");
    },
  );
});
