import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import winston from "winston";
import { exportMetrics, prometheusText } from "../../src/adapters/metrics.ts";
import { redactHooks } from "../../src/adapters/pino.ts";
import { createRedactStream } from "../../src/adapters/stream.ts";
import { redactFormat } from "../../src/adapters/winston.ts";
import { createRedactor, type RedactorOptions } from "../../src/index.ts";

const LOG = 'password=hunter2 token="sesame-4-you"\nclean\n';

describe("stats", () => {
  test("has bytes, what of them was replaced, its share and the time", () => {
    const redactor = createRedactor();
    redactor.redact(LOG);
    expect(redactor.stats()).toEqual({
      bytes: LOG.length,
      replaced: 19,
      share: 19 / LOG.length,
      matches: 2,
      byRule: { "key/password": 1, "key/token": 1 },
      withheld: 0,
      milliseconds: expect.any(Number),
    });
    expect(redactor.stats().milliseconds).toBeGreaterThan(0);
  });

  test("counts the JSON of objects", () => {
    const redactor = createRedactor();
    redactor.redact({ a: 1 });
    redactor.redact({ password: "hunter2" });
    expect(redactor.stats()).toMatchObject({ bytes: 7 + 22, replaced: 7, matches: 1 });
  });

  test("is 0 of everything at first", () => {
    expect(createRedactor().stats()).toMatchObject({ bytes: 0, replaced: 0, share: 0, milliseconds: 0 });
  });
});

test("Prometheus gets counts and labels, and nothing of the log", () => {
  const redactor = createRedactor();
  redactor.redact(LOG);
  const lines = prometheusText(redactor.stats(), { app: 'a "b"' }).split("\n");
  expect(lines).toContain("# TYPE scrubjay_matches_total counter");
  expect(lines).toContain('scrubjay_matches_total{app="a \\"b\\"",rule="key/token"} 1');
  expect(lines).toContain(`scrubjay_bytes_total{app="a \\"b\\""} ${LOG.length}`);
  expect(lines).toContain('scrubjay_replaced_bytes_total{app="a \\"b\\""} 19');
  expect(lines).toContain('scrubjay_withheld_lines_total{app="a \\"b\\""} 0');
  expect(lines.join()).not.toMatch(/hunter2|sesame/);
  expect(
    lines.filter((line) => line !== "" && !/^(?:# (?:HELP|TYPE) )?scrubjay_\w+(?:\{.*\})? /.test(line)),
  ).toEqual([]);
});

test("OpenTelemetry reads the counts when it collects", () => {
  const callbacks = new Map<string, Set<(result: { observe: (...values: unknown[]) => void }) => void>>();
  const meter = {
    createObservableCounter: (name: string) => {
      const all = new Set<never>();
      callbacks.set(name, all as never);
      return {
        addCallback: (callback: unknown) => void all.add(callback as never),
        removeCallback: (callback: unknown) => void all.delete(callback as never),
      };
    },
  };
  const collect = (): Record<string, unknown[]> =>
    Object.fromEntries(
      [...callbacks].map(([name, all]) => {
        const seen: unknown[] = [];
        for (const callback of all) callback({ observe: (...values) => seen.push(values) });
        return [name, seen];
      }),
    );
  const redactor = createRedactor();
  const end = exportMetrics(meter, redactor, { logger: "app" });
  redactor.redact(LOG);
  expect(collect()).toMatchObject({
    "scrubjay.bytes": [[LOG.length, { logger: "app" }]],
    "scrubjay.matches": [
      [1, { logger: "app", rule: "key/password" }],
      [1, { logger: "app", rule: "key/token" }],
    ],
    "scrubjay.withheld_lines": [[0, { logger: "app" }]],
  });
  end();
  expect(collect()["scrubjay.bytes"]).toEqual([]);
});

describe("mode observe", () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  beforeEach(() => said.mockClear());
  afterEach(() => said.mockClear());
  const options: RedactorOptions = { mode: "observe", censor: () => expect.fail("asked") };

  test("counts and replaces nothing", () => {
    const redactor = createRedactor({ ...options, secrets: ["zq7Lvm4kx9"] });
    const record = { password: "hunter2", said: "zq7Lvm4kx9" };
    expect(redactor.redact(LOG)).toBe(LOG);
    expect(redactor.redact(Buffer.from(LOG)).toString()).toBe(LOG);
    expect(redactor.redact(record)).toBe(record);
    expect(redactor.stringify(record)).toBe(JSON.stringify(record));
    expect(redactor.stats()).toMatchObject({
      matches: 8,
      replaced: 72,
      byRule: { "key/password": 4, "key/token": 2, "secret/known": 2 },
    });
  });

  test("holds for streams, however they are cut", async () => {
    for (const size of [1, 5, 100]) {
      const stream = createRedactStream(options);
      for (let at = 0; at < LOG.length; at += size) stream.write(LOG.slice(at, at + size));
      stream.end();
      expect(await text(stream)).toBe(LOG);
      expect(stream.stats()).toMatchObject({ matches: 2, replaced: 19 });
    }
  });

  test("holds for hooks and formats", () => {
    const lines: string[] = [];
    pino({ hooks: redactHooks(options) }, { write: (line) => void lines.push(line) }).info(
      "password=hunter2",
    );
    const stream = new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const format = winston.format.combine(redactFormat(options), winston.format.json());
    winston
      .createLogger({ transports: [new winston.transports.Stream({ stream, format })] })
      .info("password=hunter2");
    expect(lines.filter((line) => line.includes("password=hunter2"))).toHaveLength(2);
  });

  test("is said once a process", async () => {
    vi.resetModules();
    const { createRedactor } = await import("../../src/index.ts");
    createRedactor({ mode: "observe" });
    createRedactor({ mode: "observe" });
    expect(said.mock.calls).toEqual([
      ['scrubjay: mode "observe": credentials are counted, and nothing is replaced'],
    ]);
  });

  test("is the only other mode", () => {
    expect(() => createRedactor({ mode: "dry" as never })).toThrow(
      'must be "redact" or "observe", not "dry"',
    );
  });
});
