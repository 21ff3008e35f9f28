import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { inspect } from "node:util";
import { BatchLogRecordProcessor, InMemoryLogRecordExporter, LoggerProvider } from "@opentelemetry/sdk-logs";
import pino from "pino";
import { describe, expect, test } from "vitest";
import winston from "winston";
import { startKafka } from "../../src/adapters/kafka.ts";
import { exportMetrics } from "../../src/adapters/metrics.ts";
import { redactProcessor } from "../../src/adapters/opentelemetry.ts";
import pinoTransport, { redactHooks } from "../../src/adapters/pino.ts";
import { createRedactStream } from "../../src/adapters/stream.ts";
import { createRedactStream as createWebStream } from "../../src/adapters/web.ts";
import { RedactTransport, redactFormat } from "../../src/adapters/winston.ts";
import { createRedactor, redact } from "../../src/index.ts";
import { FakeKafka } from "../adapters/kafka/fake-kafka.ts";
import { examplesOf, statedValue } from "./examples.ts";

const source = (path: string) => readFileSync(new URL(`../../src/${path}`, import.meta.url), "utf8");

describe("the examples in src/redactor give what they say", () => {
  const examples = ["redactor.ts", "redactor-interface.ts"]
    .flatMap((file) => examplesOf(source(`redactor/${file}`)))
    .filter(({ isType }) => !isType);

  test("there is one for each public function", () => {
    expect(examples.map(({ of }) => of).sort()).toEqual([
      "createRedactor",
      "redact",
      "redact",
      "scan",
      "secrets",
      "stats",
      "stringify",
    ]);
  });

  test.each(examples.map(({ of, code }) => [of, code]))("%s: %s", (_, code) => {
    const { statements, value, says } = statedValue(code!);
    const known = statements.includes("const redactor") ? {} : { redactor: createRedactor() };
    const names = { createRedactor, redact, ...known };
    const run = (expression: string) =>
      new Function(...Object.keys(names), `${statements}\nreturn ${expression}`)(...Object.values(names));
    expect(says).not.toBe("");
    expect(inspect(run(value))).toBe(inspect(new Function(`return ${says}`)()));
  });
});

/** A sink and what it got. */
function sink(): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({ write: (chunk, _, done) => done(void chunks.push(Buffer.from(chunk))) });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

// What an example needs around it differs, so each has its own surroundings; its text is the docstring's.
const SURROUNDINGS: Readonly<Record<string, (code: string) => Promise<string>>> = {
  async redactHooks(code) {
    const { stream, text } = sink();
    const logger = evaluate(
      code,
      { pino: (options: object) => pino(options, stream), redactHooks },
      "logger",
    );
    logger.info("password=hunter2");
    return text();
  },
  async redactFormat(code) {
    const { stream, text } = sink();
    const logger = evaluate(`const logger = ${code}`, { winston, redactFormat }, "logger");
    logger.add(new winston.transports.Stream({ stream }));
    logger.info("password=hunter2");
    await once(logger.end(), "finish");
    return text();
  },
  async RedactTransport(code) {
    const { stream, text } = sink();
    const transports = {
      Console: class extends winston.transports.Stream {
        constructor() {
          super({ stream });
        }
      },
    };
    const names = { winston: { createLogger: winston.createLogger, transports }, RedactTransport };
    const logger = evaluate(`const logger = ${code}`, names, "logger");
    logger.info("password=hunter2");
    await once(logger.end(), "finish");
    return text();
  },
  async createRedactStream(code) {
    const { stream, text } = sink();
    const { pipeline } = await import("node:stream/promises");
    const child = { stdout: new PassThrough().end("password=hunter2\n") };
    const [first, rest] = code.split("\n");
    expect(first).toBe('import { pipeline } from "node:stream/promises";');
    const process = { stdout: stream };
    await evaluate(
      `const done = (async () => { ${rest} })()`,
      { pipeline, child, createRedactStream, process },
      "done",
    );
    return text();
  },
  async "createRedactStream of web"(code) {
    const response = new Response("password=hunter2\n");
    const names = { response, createRedactStream: createWebStream };
    return new Response(evaluate(code, names, "clean")).text();
  },
  async redactProcessor(code) {
    const exporter = new InMemoryLogRecordExporter();
    const names = { LoggerProvider, BatchLogRecordProcessor, redactProcessor, exporter };
    const provider = evaluate(`const provider = ${code}`, names, "provider");
    provider.getLogger("app").emit({ body: "password=hunter2" });
    await provider.forceFlush();
    return JSON.stringify(exporter.getFinishedLogRecords().map(({ body }) => body));
  },
  async exportMetrics(code) {
    const redactor = createRedactor();
    const callbacks: ((result: object) => void)[] = [];
    const meter = {
      createObservableCounter: () => ({
        addCallback: (callback: (result: object) => void) => callbacks.push(callback),
        removeCallback: (callback: (result: object) => void) =>
          callbacks.splice(callbacks.indexOf(callback), 1),
      }),
    };
    const end = evaluate(code, { exportMetrics, meter, redactor }, "end");
    const text = redactor.redact("password=hunter2");
    let count = 0;
    for (const callback of callbacks) callback({ observe: (value: number) => (count += value) });
    expect(count).toBeGreaterThan(0);
    end();
    expect(callbacks).toEqual([]);
    return text;
  },
  async startKafka(code) {
    const kafka = new FakeKafka({ raw: 1, clean: 1 });
    kafka.put("raw", 0, "password=hunter2");
    const withClient = (options: object) => startKafka({ ...options, client: kafka.client } as never);
    const names = { startKafka: withClient };
    const worker = await evaluate(
      `const started = (async () => { ${code} return worker; })()`,
      names,
      "started",
    );
    while (kafka.values("clean").length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await worker.stop();
    return kafka
      .values("clean")
      .join()
      .replace(/:[^\]]*\]/, "]");
  },
  async pinoTransport(code) {
    // Here without its thread, which test/adapters/pino/pino-transport.test.ts starts.
    const calls: { transport: { target: string; options: { destination: string } } }[] = [];
    evaluate(code, { pino: (options: never) => calls.push(options) }, "logger");
    const { target, options } = calls[0]!.transport;
    expect(target).toBe("scrubjay/pino");
    const folder = mkdtempSync(join(tmpdir(), "scrubjay-example-"));
    const destination = join(folder, "deep", options.destination);
    const stream = await pinoTransport({ ...options, destination });
    await once(stream.end('{"msg":"password=hunter2"}\n'), "close");
    const text = readFileSync(destination, "utf8");
    rmSync(folder, { recursive: true });
    return text;
  },
};

function evaluate(code: string, names: Readonly<Record<string, unknown>>, result: string) {
  return new Function(...Object.keys(names), `${code}\nreturn ${result};`)(...Object.values(names));
}

describe("the examples in src/adapters work", () => {
  const all = readdirSync(new URL("../../src/adapters", import.meta.url), { recursive: true }) as string[];
  const files = all.filter((file) => file.endsWith(".ts"));
  const examples = files.flatMap((file) =>
    examplesOf(source(`adapters/${file}`))
      .filter(({ isType }) => !isType)
      .map(({ of, code }) => ({
        of: file === "web.ts" ? `${of} of web` : of,
        code,
      })),
  );

  test("each has its surroundings", () => {
    expect(examples.map(({ of }) => of).sort()).toEqual(Object.keys(SURROUNDINGS).sort());
  });

  test.each(examples.map(({ of, code }) => [of, code] as const))("%s", async (of, code) => {
    const text = await SURROUNDINGS[of]!(code);
    expect(text).toContain("[REDACTED]");
    expect(text).not.toContain("hunter2");
  });
});
