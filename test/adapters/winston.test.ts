import { describe, expect, test, vi } from "vitest";
import winston from "winston";
import { redactInfo } from "../../src/adapters/winston/info.ts";
import { RedactTransport, redactFormat } from "../../src/adapters/winston.ts";
import { createLookingRedactor, createRedactor, WITHHELD } from "../../src/redactor/redactor.ts";
import { HANG_MS } from "../long.ts";
import { allLines } from "../promises/sample-lines.ts";
import { logged, Sink } from "./logged.ts";
import { records, redactedRecord } from "./records.ts";
import { TOKEN } from "./run-script.ts";

const { combine, json, printf, simple, prettyPrint, splat, errors, colorize, timestamp } = winston.format;
type Format = winston.Logform.Format;
const LEVEL = Symbol.for("level");
const MESSAGE = Symbol.for("message");
const SPLAT = Symbol.for("splat");

const everything = (logger: winston.Logger): void => {
  const cause = new Error(`cause ${TOKEN}`);
  logger.info(`message ${TOKEN}`, { headers: { authorization: `Bearer ${TOKEN}` }, tag: "kept" });
  logger.error("failed", new Error(`error ${TOKEN}`, { cause }));
  logger.error(new AggregateError([cause], `many ${TOKEN}`) as never);
  logger.warn("%s and %o", `splat ${TOKEN}`, { password: "correct horse" });
  logger.log({ level: "info", message: "plain", meta: [TOKEN] });
};

describe("redactFormat", () => {
  test.each(records)("%s", (_name, data) => {
    for (const format of [combine(redactFormat(), json()), combine(json(), redactFormat())]) {
      const line = logged(format, (logger) => logger.info("plain", { data }));
      expect(JSON.parse(line).data).toEqual(redactedRecord(data));
    }
  });

  test.each<[string, Format[]]>([
    ["before json", [errors({ stack: true }), splat(), redactFormat(), json()]],
    ["after json", [errors({ stack: true }), splat(), json(), redactFormat()]],
    ["before simple", [splat(), redactFormat(), simple()]],
    ["after simple", [splat(), simple(), redactFormat()]],
    ["before prettyPrint", [errors({ cause: true }), splat(), redactFormat(), prettyPrint()]],
    ["after prettyPrint", [errors({ cause: true }), splat(), prettyPrint(), redactFormat()]],
    ["after colorize", [colorize({ all: true }), timestamp(), splat(), redactFormat(), simple()]],
    [
      "before printf",
      [splat(), redactFormat(), printf((info) => `${info.level} ${info.message} ${JSON.stringify(info)}`)],
    ],
    [
      "after printf",
      [splat(), printf((info) => `${info.level} ${info.message} ${JSON.stringify(info)}`), redactFormat()],
    ],
  ])("%s", (_name, formats) => {
    const text = logged(combine(...formats), everything);
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain("correct horse");
    expect(text).toContain("[REDACTED]");
    expect(text).toContain("kept");
    expect(text).toContain("plain");
  });

  test("JSON stays JSON, line for line", () => {
    const text = logged(combine(splat(), json(), redactFormat()), everything);
    const entries = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(entries).toHaveLength(5);
    expect(entries[0]).toMatchObject({
      level: "info",
      headers: { authorization: "Bearer [REDACTED]" },
      tag: "kept",
    });
  });

  test("the application's objects stay as they were", () => {
    const meta = { headers: { authorization: `Bearer ${TOKEN}` } };
    const before = structuredClone(meta);
    const error = new Error(TOKEN);
    logged(combine(redactFormat(), json()), (logger) => {
      logger.info("x", meta);
      logger.error("y", { error });
    });
    expect(meta).toEqual(before);
    expect(error.message).toBe(TOKEN);
  });

  test("the level is never touched, and symbols stay", () => {
    const format = redactFormat();
    const info = { level: "info", message: TOKEN, [LEVEL]: "info", [Symbol.for("splat")]: [TOKEN] };
    const result = format.transform(info, format.options) as typeof info;
    expect(result[LEVEL]).toBe("info");
    expect(result[Symbol.for("splat") as never]).toEqual(["[REDACTED]"]);
    expect(info.message).toBe(TOKEN);
    const clean = { level: "info", message: "x", [LEVEL]: "info" };
    expect(format.transform(clean, format.options)).toBe(clean);
  });

  test("a log call never throws", () => {
    const hostile = {
      get bad(): string {
        throw new Error(TOKEN);
      },
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const fail = (): never => {
      throw new Error(TOKEN);
    };
    const values = { hostile, proxy, trapped: new Proxy({}, { get: fail }), says: { toJSON: fail } };
    const text = logged(combine(redactFormat(), json()), (logger) => logger.info("x", values));
    expect(text).toContain("[Throws]");
    expect(text).not.toContain(TOKEN);
  });

  test("what cannot be redacted is withheld, with its level", () => {
    const broken = {
      ...createRedactor(),
      redact: (): never => {
        throw new Error(TOKEN);
      },
    };
    const withheld = { ...createRedactor(), redact: <T>(): T => WITHHELD as T };
    for (const redactor of [broken, withheld]) {
      const info = { level: "warn", message: TOKEN, exception: true, [LEVEL]: "warn" };
      const text = redactInfo({ redactor, areClean: () => false }, { ...info, [MESSAGE]: TOKEN });
      expect(text).toEqual({
        level: "warn",
        message: WITHHELD,
        exception: true,
        [LEVEL]: "warn",
        [MESSAGE]: `warn: ${WITHHELD}`,
      });
      const json = redactInfo(
        { redactor, areClean: () => false },
        { ...info, [MESSAGE]: `{"x":"${TOKEN}"}` },
      );
      expect(JSON.parse(String(json[MESSAGE as never]))).toEqual({ level: "warn", message: WITHHELD });
    }
  });

  // Text, fields and arguments are looked at by themselves, and arguments that are fields not again.
  test("an entry in parts comes to what it comes to as a whole", () => {
    const inParts = createLookingRedactor({});
    const asWhole = { redactor: createLookingRedactor({}).redactor, areClean: () => false };
    const finished = [json(), simple(), printf(({ message }) => String(message))];
    const entries = allLines.flatMap(([, line]) => {
      const [name = "", ...rest] = line.split(/[=: ]+/);
      const pair = { name, value: rest.join(" ") };
      return [
        { message: line },
        { message: "x", ...pair, [SPLAT]: [pair] },
        { message: "x", ...pair, value: 1, [SPLAT]: [pair] },
        { message: "x", [name]: rest[0], [SPLAT]: [{ [name]: rest[0], level: 30 }] },
        { message: "x", [SPLAT]: [line, { level: line }, [name, rest[0]]] },
        { message: "x", [SPLAT]: [{ level: line }] },
        { message: "x", [SPLAT]: [Object.assign(Object.create({}), { [name]: rest[0] })] },
        { message: "x", [SPLAT]: [{ [Symbol(name)]: rest[0] }] },
      ];
    });
    let clean = 0;
    for (const [i, entry] of entries.entries()) {
      const info = { level: "info", [LEVEL]: "info", ...entry };
      const text = finished[i % finished.length]!.transform(info, {}) as typeof info;
      const got = redactInfo(inParts, text);
      const wanted = redactInfo(asWhole, text);
      expect(got).toEqual(wanted);
      expect(got === text).toBe(wanted === text);
      if (got === text) clean++;
    }
    expect(clean).toBeGreaterThan(entries.length / 10);
    expect(inParts.redactor.stats().matches).toBe(asWhole.redactor.stats().matches);
  });

  test("an unknown option is refused", () => {
    expect(() => redactFormat({ bogus: 1 } as never)).toThrow(/bogus/);
  });
});

describe("RedactTransport", () => {
  function guarded(options: winston.transport.TransportStreamOptions = {}): {
    sink: Sink;
    transport: RedactTransport;
  } {
    const sink = new Sink();
    const inner = new winston.transports.Stream({ stream: sink, ...options });
    return { sink, transport: new RedactTransport({ transport: inner }) };
  }

  test("redacts the text of the logger's format", () => {
    const { sink, transport } = guarded();
    everything(winston.createLogger({ format: combine(splat(), json()), transports: [transport] }));
    expect(sink.text).not.toContain(TOKEN);
    expect(sink.text.trimEnd().split("\n")).toHaveLength(5);
  });

  test("redacts the text of the transport's own format, made of several fields", () => {
    const { sink, transport } = guarded({
      format: printf((info) => `${info.message} ${info.scheme} ${info.rest}`),
    });
    const logger = winston.createLogger({ transports: [transport] });
    logger.info({ message: "Authorization:", scheme: "Bearer", rest: "opaque-value-0123456789" });
    expect(sink.text).toBe("Authorization: Bearer [REDACTED]\n");
  });

  test("level and silent are those of the guarded transport, both ways", () => {
    const { sink, transport } = guarded({ level: "warn" });
    const logger = winston.createLogger({
      level: "debug",
      format: printf((info) => `${info.message}`),
      transports: [transport],
    });
    expect(transport.level).toBe("warn");
    logger.info("no");
    logger.warn("yes");
    transport.level = "debug";
    logger.debug("now");
    transport.silent = true;
    logger.error("never");
    expect(sink.text).toBe("yes\nnow\n");
    expect(logger.isLevelEnabled("debug")).toBe(true);
  });

  test("logged and finish come through, and a file is complete at finish", async () => {
    const { sink, transport } = guarded();
    const logger = winston.createLogger({ transports: [transport] });
    const heard = vi.fn();
    transport.on("logged", heard);
    logger.info(TOKEN);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => {
      logger.on("finish", resolve);
      logger.end();
    });
    expect(heard).toHaveBeenCalledTimes(1);
    expect(sink.text).toContain("[REDACTED]");
  });

  test("an error of the guarded transport reaches the logger, which goes on", async () => {
    let fail = true;
    const lines: string[] = [];
    class Flaky extends (winston as unknown as { Transport: new () => winston.transport }).Transport {
      override log(info: Record<symbol, string>, next: () => void): void {
        if (fail) this.emit("error", new Error("disk"));
        else lines.push(info[MESSAGE]!);
        next();
      }
    }
    const logger = winston.createLogger({ transports: [new RedactTransport({ transport: new Flaky() })] });
    const heard = vi.fn();
    logger.on("error", heard);
    logger.info("lost");
    await new Promise(setImmediate);
    fail = false;
    logger.info(TOKEN);
    await new Promise(setImmediate);
    expect(heard).toHaveBeenCalledWith(expect.objectContaining({ message: "disk" }), expect.anything());
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("[REDACTED]");
  });

  test("a slow transport holds the entries back", async () => {
    let waiting = 0;
    let done = 0;
    let most = 0;
    class Slow extends (winston as unknown as { Transport: new () => winston.transport }).Transport {
      override log(_info: unknown, next: () => void): void {
        most = Math.max(most, ++waiting);
        setImmediate(() => {
          waiting--;
          done++;
          next();
        });
      }
    }
    const logger = winston.createLogger({ transports: [new RedactTransport({ transport: new Slow() })] });
    for (let i = 0; i < 50; i++) logger.info("x");
    await vi.waitFor(() => expect(done).toBe(50), HANG_MS);
    // What winston itself hands over at once: its buffer of 16.
    expect(most).toBeLessThanOrEqual(16);
  });

  test("close", () => {
    const { transport } = guarded();
    const logger = winston.createLogger({ transports: [transport] });
    const inner = vi.fn();
    const other = new RedactTransport({
      transport: Object.assign(new winston.transports.Stream({ stream: new Sink() }), { close: inner }),
    });
    logger.add(other);
    logger.remove(other);
    expect(inner).toHaveBeenCalledTimes(1);
  });

  test("exceptions go through a guarded handler", () => {
    const { sink, transport } = guarded({ handleExceptions: true });
    expect(transport.handleExceptions).toBe(true);
    const logger = winston.createLogger({ exitOnError: false, transports: [transport] });
    logger.log({ level: "error", message: TOKEN, exception: true });
    expect(sink.text).toContain("[REDACTED]");
    logger.close();
  });

  test("anything else than a transport is refused", () => {
    const legacy = Object.assign(new winston.transports.Console(), { log(_level: 0, _text: 0, _meta: 0) {} });
    // A stream of bytes would throw at each entry.
    for (const transport of [undefined, null, {}, "console", process.stdout, legacy]) {
      expect(() => new RedactTransport({ transport } as never)).toThrow(/winston 3 transport/);
    }
    expect(() => new RedactTransport(undefined as never)).toThrow(/winston 3 transport/);
    const transport = new winston.transports.Console();
    expect(() => new RedactTransport({ transport, bogus: 1 } as never)).toThrow(/bogus/);
  });
});
