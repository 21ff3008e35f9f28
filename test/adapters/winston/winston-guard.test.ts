import { describe, expect, test, vi } from "vitest";
import winston from "winston";
import { RedactTransport } from "../../../src/adapters/winston.ts";
import { HANG_MS } from "../../long.ts";
import { TOKEN } from "../run-script.ts";
import { Sink } from "./logged.ts";
import { everything } from "./winston-calls.ts";

const { combine, json, printf, splat } = winston.format;
const MESSAGE = Symbol.for("message");

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
