// What README.md shows for loggers that need no entry of their own.
import { Console } from "node:console";
import { PassThrough } from "node:stream";
import { finished } from "node:stream/promises";
import {
  configure,
  getAnsiColorFormatter,
  getJsonLinesFormatter,
  getLogger,
  type LogRecord,
  reset,
} from "@logtape/logtape";
import bunyan from "bunyan";
import { afterEach, describe, expect, test } from "vitest";
import { createRedactStream } from "../../src/adapters/stream.ts";
import { createRedactor, redact } from "../../src/index.ts";
import { leaksIn, leakyTexts, withoutSecrets } from "./leak.ts";
import { TOKEN } from "./run-script.ts";

/** A redacting stream and what comes out of it. */
function sink() {
  const stream = createRedactStream();
  let text = "";
  stream.on("data", (piece) => {
    text += piece;
  });
  return {
    stream,
    text: async () => {
      await finished(stream.end());
      return text;
    },
  };
}

const headers = { authorization: "Bearer hunter2", accept: "text/html" };

describe("bunyan", () => {
  test("through a stream", async () => {
    const { stream, text } = sink();
    const logger = bunyan.createLogger({
      name: "shop",
      streams: [{ stream }],
      serializers: bunyan.stdSerializers,
    });
    const child = logger.child({ session: { cookie: "sid=hunter2" } });
    child.info({ req: { method: "GET", url: `/?token=${TOKEN}`, headers, connection: {} } }, "got %s", TOKEN);
    child.error(new Error(`failed with ${TOKEN}`));
    const lines = (await text())
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({
      name: "shop",
      level: 30,
      session: { cookie: "sid=[REDACTED]" },
      req: {
        url: "/?token=[REDACTED]",
        headers: { authorization: "Bearer [REDACTED]", accept: "text/html" },
      },
      msg: "got [REDACTED]",
    });
    expect(lines[1].err.stack).toMatch(/^Error: failed with \[REDACTED\]\n {4}at /);
    expect(JSON.stringify(lines)).not.toMatch(/hunter2|ghp_/);
  });

  test("a raw stream gets records redacted, and the application's stay", () => {
    const records: object[] = [];
    const raw = { type: "raw", stream: { write: (record: object) => records.push(redact(record)) } };
    const logger = bunyan.createLogger({ name: "shop", streams: [raw as never] });
    logger.info({ headers }, TOKEN);
    expect(records[0]).toMatchObject({ msg: "[REDACTED]", headers: { authorization: "Bearer [REDACTED]" } });
    expect((records[0] as { time: unknown }).time).toBeInstanceOf(Date);
    expect(headers.authorization).toBe("Bearer hunter2");
  });

  test("2,000 credentials, and nothing else changed", async () => {
    const [covered, plain] = [sink(), [] as string[]];
    const other = { write: (line: string) => plain.push(line) };
    const logger = bunyan.createLogger({
      name: "shop",
      streams: [{ stream: covered.stream }, { stream: other as never }],
    });
    const routes = [
      (text: string) => logger.info(text),
      (text: string) => logger.warn({ text }, "fields"),
      (text: string) => logger.child({ text }).error("bindings"),
      (text: string) => logger.fatal("with %s", text),
      (text: string) => logger.error(new Error(text), "error"),
    ];
    for (const [i, { text }] of leakyTexts.entries()) routes[i % routes.length]!(text);
    const text = await covered.text();
    expect(leaksIn(text)).toEqual([]);
    expect(text).toBe(withoutSecrets(plain.join("")));
  });
});

describe("LogTape", () => {
  afterEach(reset);

  async function start(record: (record: LogRecord) => void) {
    const loggers = [
      { category: "app", sinks: ["all"] },
      { category: ["logtape", "meta"], sinks: [] },
    ];
    await configure({ sinks: { all: record }, loggers });
    return getLogger("app");
  }

  test.each([
    ["text", getAnsiColorFormatter()],
    ["JSON lines", getJsonLinesFormatter()],
  ])("a formatter: %s", async (_, format) => {
    const [covered, plain]: string[][] = [[], []];
    const logger = await start((record) => {
      covered!.push(redact(format(record)));
      plain!.push(format(record));
    });
    logger.info("got {value}", { value: TOKEN, password: "hunter2" });
    expect(covered!.join()).not.toMatch(/hunter2|ghp_/);
    const routes = [
      (text: string) => logger.info(text),
      (text: string) => logger.info`template ${text}`,
      (text: string) => logger.warn("properties {text}", { text }),
      (text: string) => logger.with({ text }).error("context"),
      (text: string) => logger.getChild("child").fatal(() => [text]),
    ];
    for (const [i, { text }] of leakyTexts.entries()) routes[i % routes.length]!(text);
    expect(leaksIn(covered!.join(""))).toEqual([]);
    expect(covered!.slice(1).map(String)).toEqual(plain!.slice(1).map(withoutSecrets));
  });

  test("a sink that takes records", async () => {
    const records: LogRecord[] = [];
    const logger = await start((record) => void records.push(redact(record)));
    logger.info("got {value}", { value: TOKEN, headers });
    logger.info`template ${TOKEN}`;
    logger.info("lazy {value}", () => ({ value: TOKEN, password: "hunter2" }));
    expect(records.map(({ message }) => message)).toEqual([
      ["got ", "[REDACTED]", ""],
      ["template ", "[REDACTED]", ""],
      ["lazy ", "[REDACTED]", ""],
    ]);
    expect(records[0]!.properties).toEqual({
      value: "[REDACTED]",
      headers: { authorization: "Bearer [REDACTED]", accept: "text/html" },
    });
    expect(records[2]!.properties).toEqual({ value: "[REDACTED]", password: "[REDACTED]" });
    expect(headers.authorization).toBe("Bearer hunter2");
  });
});

describe("console", () => {
  test("one of Node's on a redacting stream", async () => {
    const { stream, text } = sink();
    const console = new Console(stream);
    console.log("got %s", TOKEN, { headers });
    console.group("password: hunter2");
    console.dir({ apiKey: "hunter2" });
    const shown = await text();
    expect(shown).toContain(
      "got [REDACTED] { headers: { authorization: 'Bearer [REDACTED]', accept: 'text/html' } }\n",
    );
    expect(shown).not.toMatch(/hunter2|ghp_/);
  });

  test("2,000 credentials, and nothing else changed", async () => {
    const [covered, plain] = [sink(), [] as string[]];
    const other = new PassThrough().on("data", (piece) => plain.push(String(piece)));
    for (const console of [new Console(covered.stream), new Console(other)]) {
      const routes = [
        (text: string) => console.log(text),
        (text: string) => console.error("%s", text),
        (text: string) => console.dir({ text }),
        (text: string) => console.warn(["a", text]),
        (text: string) => console.assert(false, text),
      ];
      for (const [i, { text }] of leakyTexts.entries()) routes[i % routes.length]!(text);
    }
    await finished(other.end());
    const text = await covered.text();
    expect(leaksIn(text)).toEqual([]);
    expect(text).toBe(withoutSecrets(plain.join("")));
  });
});

describe("what they share", () => {
  test("hostile values are withheld, and the logger goes on", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const throwing = {
      get password(): string {
        throw new Error(TOKEN);
      },
    };
    const redactor = createRedactor();
    for (const value of [
      proxy,
      throwing,
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error(TOKEN);
          },
        },
      ),
    ])
      expect(redactor.stringify(redactor.redact({ value, after: 1 }))).not.toContain(TOKEN);
    expect(redactor.redact("fine")).toBe("fine");
  });
});
