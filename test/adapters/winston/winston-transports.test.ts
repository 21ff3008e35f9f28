import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import winston from "winston";
import DailyRotateFile from "winston-daily-rotate-file";
import { RedactTransport } from "../../../src/adapters/winston.ts";
import { HANG_MS } from "../../long.ts";
import { startScript, TOKEN } from "../run-script.ts";

const { combine, json, printf, simple, splat, timestamp } = winston.format;
const folder = mkdtempSync(join(tmpdir(), "scrubjay-winston-"));
afterAll(() => rmSync(folder, { recursive: true }));

const COUNT = 3_000;

function logMany(logger: winston.Logger): void {
  for (let i = 0; i < COUNT; i++) logger.info(`m${i} ${TOKEN}`, { password: "hunter2" });
}

function checkLines(text: string): void {
  const lines = text.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).message)).toEqual(
    Array.from({ length: COUNT }, (_, i) => `m${i} [REDACTED]`),
  );
  expect(text).not.toMatch(/ghp_|hunter2/);
}

const settle = async (find: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(find()).toBe(true), HANG_MS);

describe("RedactTransport around", () => {
  test("File: all lines are there at finish, and its events come through", async () => {
    const filename = join(folder, "app.log");
    const inner = new winston.transports.File({ filename });
    const transport = new RedactTransport({ transport: inner });
    const heard: string[] = [];
    for (const event of ["open", "logged"]) transport.on(event, () => heard.push(event));
    const logger = winston.createLogger({ format: json(), transports: [transport] });
    logMany(logger);
    const finished = once(logger, "finish");
    logger.end();
    await finished;
    await settle(() => readFileSync(filename, "utf8").split("\n").length > COUNT);
    checkLines(readFileSync(filename, "utf8"));
    expect(heard).toContain("open");
    expect(heard.filter((event) => event === "logged")).toHaveLength(COUNT);
  });

  test("daily-rotate", async () => {
    const inner = new DailyRotateFile({
      dirname: folder,
      filename: "daily-%DATE%.log",
      auditFile: join(folder, "a.json"),
    });
    const transport = new RedactTransport({ transport: inner });
    const opened = vi.fn();
    transport.on("new", opened);
    const logger = winston.createLogger({ format: json(), transports: [transport] });
    logMany(logger);
    const finished = once(logger, "finish");
    logger.end();
    await finished;
    // Its files are opened, and written, when winston has long finished.
    const text = (): string =>
      readdirSync(folder)
        .filter((file) => file.startsWith("daily"))
        .map((file) => readFileSync(join(folder, file), "utf8"))
        .join("");
    await settle(() => text().split("\n").length > COUNT);
    checkLines(text());
    expect(opened).toHaveBeenCalled();
    expect(transport).toHaveProperty("name", "dailyRotateFile");
  });

  test("Http: a refused entry is told by `warn`", async () => {
    const bodies: string[] = [];
    let status = 200;
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (piece) => {
        body += piece;
      });
      request.on("end", () => {
        bodies.push(body);
        response.writeHead(status).end();
      });
    }).listen(0);
    const { port } = server.address() as AddressInfo;
    const transport = new RedactTransport({ transport: new winston.transports.Http({ port }) });
    const logger = winston.createLogger({ transports: [transport] });
    const logged = once(transport, "logged");
    logger.info(`got ${TOKEN}`, { headers: { authorization: `Bearer ${TOKEN}` } });
    await logged;
    status = 500;
    const warned = once(transport, "warn");
    logger.info("refused");
    expect(String((await warned)[0])).toContain("500");
    server.closeAllConnections();
    server.close();
    expect(JSON.parse(bodies[0]!)).toMatchObject({
      message: "got [REDACTED]",
      headers: { authorization: "Bearer [REDACTED]" },
    });
    expect(bodies.join()).not.toContain(TOKEN);
  });

  // winston ends a process three seconds after what was not caught.
  test.concurrent.each([
    ["RedactTransport", "throw new Error(TOKEN);"],
    ["RedactTransport", "await Promise.reject(new Error(TOKEN));"],
    [
      "redactFormat",
      "Promise.reject(Object.assign(new Error(TOKEN), { cause: new AggregateError([TOKEN]) })); await 0;",
    ],
  ])("Console, in a process of its own, %s: %s", async (guard, end) => {
    const { stdout, stderr, status } = await startScript(`
      import winston from "winston";
      const { RedactTransport, redactFormat } = await import(dist("adapters/winston.js"));
      const settings = { handleExceptions: true, handleRejections: true, stderrLevels: ["warn"] };
      const transport = new winston.transports.Console(settings);
      const logger = winston.createLogger(${
        guard === "redactFormat"
          ? "{ format: winston.format.combine(winston.format.json(), redactFormat()), transports: [transport] }"
          : "{ transports: [new RedactTransport({ transport })] }"
      });
      logger.info("one " + TOKEN).warn("two " + TOKEN);
      ${end}
    `);
    expect(stdout + stderr).not.toContain(TOKEN);
    expect(stdout).toContain("one [REDACTED]");
    expect(stderr).toBe('{"level":"warn","message":"two [REDACTED]"}\n');
    expect(stdout).toMatch(/"message":"(uncaughtException|unhandledRejection): \[REDACTED\]/);
    expect(status).toBe(1);
  });
});

describe("the format of a guarded transport", () => {
  test("stays its own, and can be changed later", () => {
    const filename = "/dev/null";
    const format = combine(timestamp(), simple());
    const inner = new winston.transports.File({ filename, format });
    const transport = new RedactTransport({ transport: inner });
    expect(inner.format).toBe(format);
    expect(transport.format).toBe(format);
    const other = json();
    transport.format = other;
    expect(inner.format).toBe(other);
  });

  test("with paths, a text made of several fields shows none of them", () => {
    const lines: unknown[] = [];
    const inner = Object.assign(
      new winston.transports.Console({ format: printf(({ user }) => `by ${user}`) }),
      {
        log(info: Record<symbol, string>, next: () => void) {
          lines.push(info[Symbol.for("message")]);
          next();
        },
      },
    );
    const transport = new RedactTransport({ transport: inner, paths: ["user"] });
    winston.createLogger({ transports: [transport] }).info("x", { user: "ann" });
    expect(lines).toEqual(["by [REDACTED]"]);
  });
});

describe("what can be read back", () => {
  test("query and stream are redacted, even what was written before", async () => {
    const filename = join(folder, "old.log");
    writeFileSync(
      filename,
      `${JSON.stringify({ level: "info", message: TOKEN, timestamp: new Date().toISOString() })}\n`,
    );
    const transport = new RedactTransport({ transport: new winston.transports.File({ filename }) });
    const logger = winston.createLogger({ format: combine(timestamp(), json()), transports: [transport] });
    logger.info(`new ${TOKEN}`);
    await once(transport, "logged");
    const results = (): Promise<Record<string, { message: string }[]>> =>
      new Promise((resolve, reject) =>
        logger.query({ order: "asc", fields: undefined as never }, (error, found) =>
          error ? reject(error) : resolve(found),
        ),
      );
    await vi.waitFor(async () => expect((await results()).file).toHaveLength(2), HANG_MS);
    expect((await results()).file?.map(({ message }) => message)).toEqual(["[REDACTED]", "new [REDACTED]"]);

    const stream = logger.stream({ start: 0 });
    const seen: { message: string }[] = [];
    stream.on("log", (entry) => seen.push(entry));
    await settle(() => seen.length > 0);
    (stream as unknown as { destroy(): void }).destroy();
    expect(JSON.stringify(seen)).not.toContain(TOKEN);
    logger.close();
  });

  test("a transport that cannot be asked is not", () => {
    const transport = new RedactTransport({ transport: new winston.transports.Console() });
    expect("query" in transport).toBe(false);
  });
});

describe("what is broken", () => {
  test("a transport that throws loses its entry, and nobody else", () => {
    const texts: string[] = [];
    let fail = true;
    const flaky = Object.assign(new winston.transports.Console(), {
      log(info: Record<symbol, string>, next: () => void) {
        if (fail) throw new Error("disk");
        texts.push(info[Symbol.for("message")]!);
        next();
      },
    });
    const transport = new RedactTransport({ transport: flaky });
    const heard = vi.fn();
    const logger = winston.createLogger({ format: combine(splat(), json()), transports: [transport] });
    logger.on("warn", heard);
    logger.info(`one ${TOKEN}`);
    fail = false;
    logger.info(`two ${TOKEN}`);
    expect(heard).toHaveBeenCalledWith(expect.objectContaining({ message: "disk" }), transport);
    expect(texts).toEqual(['{"level":"info","message":"two [REDACTED]"}']);
  });

  test("a folder that cannot be made is winston's error, at once", () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    const filename = join(file, "below", "app.log");
    expect(() => new RedactTransport({ transport: new winston.transports.File({ filename }) })).toThrow(
      /ENOTDIR|EEXIST/,
    );
    expect(existsSync(filename)).toBe(false);
  });
});
