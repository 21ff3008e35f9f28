import { inspect } from "node:util";
import type { Logger } from "@opentelemetry/api-logs";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchLogRecordProcessor,
  InMemoryLogRecordExporter,
  LoggerProvider,
  type LogRecordProcessor,
  SimpleLogRecordProcessor,
} from "@opentelemetry/sdk-logs";
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  type SpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { describe, expect, test } from "vitest";
import { redactProcessor } from "../../src/adapters/opentelemetry.ts";
import { leaksIn, leakyTexts, withoutSecrets } from "./leak.ts";
import { records, redactedRecord } from "./records.ts";
import { TOKEN } from "./run-script.ts";

const resource = resourceFromAttributes({
  "host.name": Promise.resolve("a"),
  "service.name": "shop",
  "process.command_args": ["node", "app.js", `--api-key=${TOKEN}`],
});

/** What an exporter gets with and without redaction. */
async function logged(log: (logger: Logger) => void, wrap = Simple) {
  const [covered, plain] = [new InMemoryLogRecordExporter(), new InMemoryLogRecordExporter()];
  const processors = [redactProcessor(wrap(covered)), wrap(plain)];
  const provider = new LoggerProvider({ resource, processors });
  log(provider.getLogger("test"));
  await provider.forceFlush();
  return { covered: covered.getFinishedLogRecords(), plain: plain.getFinishedLogRecords() };
}
const Simple = (exporter: InMemoryLogRecordExporter): LogRecordProcessor =>
  new SimpleLogRecordProcessor({ exporter });

describe("redactProcessor for logs", () => {
  test.each([
    ["one by one", Simple],
    [
      "in batches",
      (exporter: InMemoryLogRecordExporter): LogRecordProcessor => new BatchLogRecordProcessor({ exporter }),
    ],
  ])("body, attributes, names and the resource, %s", async (_, wrap) => {
    const headers = { authorization: `Basic ${TOKEN}`, accept: "text/html" };
    const { covered, plain } = await logged((logger) => {
      logger.emit({
        body: { text: `got ${TOKEN}`, headers },
        attributes: {
          "http.request.header.authorization": ["Bearer hunter2"],
          password: "hunter2",
          "http.status": 200,
        },
        severityText: "info",
        eventName: `event ${TOKEN}`,
        severityNumber: 9,
      });
      logger.emit({ body: `password=hunter2`, attributes: { a: 1 } });
    }, wrap);
    expect(covered.map(({ body }) => body)).toEqual([
      { text: "got [REDACTED]", headers: { authorization: "Basic [REDACTED]", accept: "text/html" } },
      "password=[REDACTED]",
    ]);
    expect(covered[0]!.attributes).toEqual({
      "http.request.header.authorization": ["Bearer [REDACTED]"],
      password: "[REDACTED]",
      "http.status": 200,
    });
    expect(covered[0]).toMatchObject({
      severityText: "info",
      severityNumber: 9,
      eventName: "event [REDACTED]",
    });
    expect(covered[0]!.resource.attributes).toEqual({
      "host.name": "a",
      "service.name": "shop",
      "process.command_args": ["node", "app.js", "--api-key=[REDACTED]"],
    });
    // Exporters group by the resource itself.
    expect(covered[0]!.resource).toBe(covered[1]!.resource);
    for (const name of [
      "hrTime",
      "hrTimeObserved",
      "instrumentationScope",
      "spanContext",
      "droppedAttributesCount",
    ] as const)
      expect(covered[0]![name]).toEqual(plain[0]![name]);
    // The application's own, and other processors', stay as they were.
    expect(headers.authorization).toContain(TOKEN);
    expect(plain[0]!.attributes.password).toBe("hunter2");
    expect(inspect(covered, { depth: 9 })).not.toMatch(/hunter2|ghp_/);
  });

  test.each(records)("%s", async (_name, data) => {
    const { covered } = await logged((logger) => logger.emit({ body: { data } as never }));
    expect(covered[0]!.body).toEqual({ data: redactedRecord(data) });
  });

  test("a processor that adds to the record still can", () => {
    const seen: unknown[] = [];
    const provider = new LoggerProvider({
      processors: [
        redactProcessor<LogRecordProcessor>({
          onEmit(record) {
            record.setAttribute("password", "hunter2").setBody(`token=${TOKEN}`).setAttribute("b", 2);
            seen.push(record.body, { ...record.attributes });
          },
          forceFlush: async () => {},
          shutdown: async () => {},
        }),
      ],
    });
    provider.getLogger("test").emit({ body: "a", attributes: { secret: "hunter2" } });
    expect(seen).toEqual(["token=[REDACTED]", { secret: "[REDACTED]", password: "[REDACTED]", b: 2 }]);
  });

  test("values that cannot be read are withheld, the rest of the record goes out", async () => {
    const hostile = {
      get password(): string {
        throw new Error(TOKEN);
      },
    };
    const { covered } = await logged((logger) => {
      logger.emit({ body: { text: "fine", hostile } });
      logger.emit({ body: "after" });
    });
    expect(covered[0]!.body).toMatchObject({ text: "fine" });
    expect(covered[1]!.body).toBe("after");
    expect(inspect(covered, { depth: 9, getters: true })).not.toContain(TOKEN);
  });

  test("2,000 credentials, and nothing else changed", async () => {
    const { covered, plain } = await logged((logger) => {
      for (const [i, { text }] of leakyTexts.entries())
        logger.emit(i % 2 === 0 ? { body: text } : { body: { text }, attributes: { text, i } });
    });
    const shown = ({ body, attributes }: (typeof plain)[number]) => JSON.stringify({ body, attributes });
    expect(covered.map(shown)).toEqual(plain.map(shown).map(withoutSecrets));
    expect(leaksIn(covered.map(shown).join())).toEqual([]);
  });
});

describe("redactProcessor for spans", () => {
  test.each([
    ["one by one", (exporter: InMemorySpanExporter): SpanProcessor => new SimpleSpanProcessor(exporter)],
    ["in batches", (exporter: InMemorySpanExporter): SpanProcessor => new BatchSpanProcessor(exporter)],
  ])("name, attributes, events, links and status, %s", async (_, wrap) => {
    const [exporter, other] = [new InMemorySpanExporter(), new InMemorySpanExporter()];
    const spanProcessors = [redactProcessor(wrap(exporter)), wrap(other)];
    const provider = new BasicTracerProvider({ resource, spanProcessors });
    const tracer = provider.getTracer("test");
    const parent = tracer.startSpan("parent");
    const span = tracer.startSpan(`GET /?token=${TOKEN}`, {
      attributes: {
        "http.request.header.cookie": ["sid=hunter2"],
        "url.full": "https://a:hunter2@b.example/",
      },
      links: [{ context: parent.spanContext(), attributes: { password: "hunter2" } }],
    });
    span.addEvent(`got ${TOKEN}`, { apiKey: "hunter2" });
    span.recordException(new Error(`failed with ${TOKEN}`));
    span.setStatus({ code: 2, message: `token=${TOKEN}` });
    span.end();
    parent.end();
    await provider.forceFlush();
    const [covered] = exporter.getFinishedSpans();
    const [plain] = other.getFinishedSpans();
    expect(covered!.name).toBe("GET /?token=[REDACTED]");
    expect(covered!.attributes).toEqual({
      "http.request.header.cookie": ["sid=[REDACTED]"],
      "url.full": "https://a:[REDACTED]@b.example/",
    });
    expect(covered!.events.map(({ name }) => name)).toEqual(["got [REDACTED]", "exception"]);
    expect(covered!.events[0]!.attributes).toEqual({ apiKey: "[REDACTED]" });
    expect(covered!.events[1]!.attributes!["exception.message"]).toBe("failed with [REDACTED]");
    expect(covered!.links[0]).toEqual({ ...plain!.links[0], attributes: { password: "[REDACTED]" } });
    expect(covered!.status).toEqual({ code: 2, message: "token=[REDACTED]" });
    expect(covered!.spanContext()).toEqual(plain!.spanContext());
    for (const name of ["duration", "ended", "kind", "startTime", "endTime", "instrumentationScope"] as const)
      expect(covered![name]).toEqual(plain![name]);
    expect(covered!.resource.attributes["process.command_args"]).toContain("--api-key=[REDACTED]");
    expect(plain!.attributes["url.full"]).toContain("hunter2");
    expect(inspect(exporter.getFinishedSpans(), { depth: 9 })).not.toMatch(/hunter2|ghp_/);
    await provider.shutdown();
  });

  test("2,000 credentials, and nothing else changed", async () => {
    const [exporter, other] = [new InMemorySpanExporter(), new InMemorySpanExporter()];
    const spanProcessors = [
      redactProcessor(new SimpleSpanProcessor(exporter)),
      new SimpleSpanProcessor(other),
    ];
    const tracer = new BasicTracerProvider({ spanProcessors }).getTracer("test");
    const routes = [
      (text: string) => tracer.startSpan(text),
      (text: string) => tracer.startSpan("attributes", { attributes: { text, list: [text, "b"] } }),
      (text: string) => tracer.startSpan("event").addEvent(text, { text }),
      (text: string) => tracer.startSpan("status").setStatus({ code: 2, message: text }),
      (text: string) => tracer.startSpan("exception").addEvent("exception", { "exception.message": text }),
    ];
    for (const [i, { text }] of leakyTexts.entries()) routes[i % routes.length]!(text).end();
    const shown = ({ name, attributes, events, status }: ReadableSpan) =>
      JSON.stringify({ name, attributes, events, status });
    const covered = exporter.getFinishedSpans().map(shown);
    expect(covered).toHaveLength(leakyTexts.length);
    expect(leaksIn(covered.join())).toEqual([]);
    expect(covered).toEqual(other.getFinishedSpans().map(shown).map(withoutSecrets));
  });

  test("a processor that looks at a span when it starts, changes it, and knows it again", () => {
    const seen: unknown[] = [];
    const started = new Set<object>();
    const exporter = new InMemorySpanExporter();
    const watching = redactProcessor<SpanProcessor>({
      onStart(span) {
        started.add(span);
        const { name, attributes } = span as unknown as ReadableSpan;
        seen.push(name, attributes);
        const changed = span.setAttribute("secret", "hunter2").addEvent("begun").updateName(`x ${TOKEN}`);
        seen.push(changed === span, span.isRecording());
      },
      onEnd(span) {
        seen.push(started.has(span), span.name, span.attributes);
      },
      forceFlush: async () => {},
      shutdown: async () => {},
    });
    const spanProcessors = [watching, new SimpleSpanProcessor(exporter)];
    const tracer = new BasicTracerProvider({ spanProcessors }).getTracer("test");
    tracer.startSpan(`GET /?token=${TOKEN}`, { attributes: { password: "hunter2" } }).end();
    expect(seen).toEqual([
      "GET /?token=[REDACTED]",
      { password: "[REDACTED]" },
      true,
      true,
      true,
      "x [REDACTED]",
      { password: "[REDACTED]", secret: "[REDACTED]" },
    ]);
    const [span] = exporter.getFinishedSpans();
    expect(span!.attributes).toEqual({ password: "hunter2", secret: "hunter2" });
    expect(span!.events.map(({ name }) => name)).toEqual(["begun"]);
  });

  test("an unknown option and what is no processor are refused", () => {
    expect(() => redactProcessor({ onEnd() {} }, { bogus: 1 } as never)).toThrow(/bogus/);
    for (const wrong of [undefined, null, "x", {}, new InMemorySpanExporter()])
      expect(() => redactProcessor(wrong as never)).toThrow(/needs a processor/);
  });
});
