import { EventEmitter, once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { createRandom } from "../../../bench/random.ts";
import pinoTransport from "../../../src/adapters/pino.ts";
import {
  createTransport,
  type Destination,
  LINE_MOST,
  type TransportStream,
} from "../../../src/adapters/pino-stream.ts";
import { TOKEN } from "../run-script.ts";

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

function opened(redact: (line: string) => string = clean) {
  const destination = new Slow();
  const counted = { withheld: 0 };
  const stream = createTransport({
    redact,
    withheld: () => counted.withheld++,
    destination: undefined,
    open: () => destination as unknown as Destination,
  });
  return { stream, destination, counted };
}

/** Streams hand on in later turns. */
async function turns(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise(setImmediate);
}

describe("lines", () => {
  const lines = [
    "a secret é\r",
    '{"b":"🎉 secret"}',
    "",
    `long ${"x".repeat(5_000)} secret`,
    "null",
    "7",
    "last secret",
  ];
  const text = lines.join("\n");

  test("cut anywhere, are redacted one by one, records or not, and nothing else changes", async () => {
    const random = createRandom(8);
    for (let round = 0; round < 40; round++) {
      const seen: string[] = [];
      const { stream, destination } = opened((line) => {
        seen.push(line);
        return clean(line);
      });
      const input = Buffer.from(text);
      for (let at = 0; at < input.length; ) {
        const end = at + 1 + random.below(round < 4 ? 3 : 900);
        stream.write(input.subarray(at, end));
        at = end;
      }
      await once(stream.end(), "close");
      expect(destination.text).toBe(`${clean(text)}\n`);
      expect(seen).toEqual(lines);
    }
  });

  test("that come together go out together", async () => {
    const { stream, destination } = opened();
    stream.write("one\ntwo\nthree secret\nfour\n");
    await turns();
    destination.takesMore = false;
    stream.write("five\n");
    await turns();
    for (const line of ["six\n", "seven secret\n", "eight\n"]) stream.write(line);
    await turns();
    expect(destination.writes).toEqual(["one\ntwo\nthree ***\nfour\n", "five\n"]);
    destination.takesMore = true;
    destination.emit("drain");
    await once(stream.end(), "close");
    expect(destination.writes.slice(2).join("")).toBe("six\nseven ***\neight\n");
  });

  test("one without an end is held up to a bound, then withheld and counted, and the rest goes on", async () => {
    const { stream, destination, counted } = opened();
    stream.write("one\nhere it begins secret ");
    const piece = "x".repeat(LINE_MOST / 8);
    for (let i = 0; i < 12; i++) {
      stream.write(piece);
      await turns();
    }
    expect(counted.withheld).toBe(1);
    expect(destination.text).toBe('one\n{"msg":"[scrubjay: line withheld]"}\n');
    stream.write(" secret\ntwo secret\n");
    await turns();
    expect(destination.text).toBe('one\n{"msg":"[scrubjay: line withheld]"}\ntwo ***\n');
    // And once more, up to the end: what was held of it does not come out either.
    for (let i = 0; i < 9; i++) stream.write(piece);
    await once(stream.end(), "close");
    expect(counted.withheld).toBe(2);
    expect(destination.text.split("\n").slice(3)).toEqual(['{"msg":"[scrubjay: line withheld]"}', ""]);
  });

  test("a long line that comes whole is redacted", async () => {
    const { stream, destination, counted } = opened();
    await once(stream.end(`${"x".repeat(LINE_MOST + 9)} secret\n`), "close");
    expect(destination.text.length).toBe(LINE_MOST + 9 + " ***\n".length);
    expect(counted.withheld).toBe(0);
  });
});

describe("pace", () => {
  test("flush waits until all has been written, what waits in the stream included", async () => {
    const { stream, destination } = opened();
    let flushed = 0;
    const flush = (): void => stream.flush(() => flushed++);
    destination.takesMore = false;
    stream.write("one\n");
    await turns();
    stream.write("two\n");
    flush();
    await turns();
    expect(flushed).toBe(0);
    destination.emit("drain");
    await turns();
    expect([flushed, destination.text]).toEqual([0, "one\ntwo\n"]);
    destination.emit("drain");
    await turns();
    expect(flushed).toBe(1);
    flush();
    await turns();
    expect(flushed).toBe(2);
  });

  test("a reader that is gone ends neither flush nor end", async () => {
    const { stream, destination } = opened();
    destination.takesMore = false;
    stream.write("one\n");
    await turns();
    stream.write("two\n");
    const flushed = new Promise<void>((resolve) => stream.flush(() => resolve()));
    destination.emit("error", Object.assign(new Error("gone"), { code: "EPIPE" }));
    await flushed;
    await once(stream.end("three\n"), "close");
    expect(destination.text).toBe("one\n");
  });

  test("inside a pipeline a slow reader holds the writer back, and reads nothing raw", async () => {
    const stream = createTransport({
      redact: clean,
      withheld: () => expect.unreachable("is not long"),
      open: () => expect.unreachable("has a reader"),
    });
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
    for (; taken < 1_000 && stream.write(line); taken++) await turns();
    // Some streams stand in a row, of which each holds a little.
    expect(taken).toBeLessThan(100);
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
      const stream = (await pinoTransport({ destination, ...options })) as unknown as TransportStream;
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
