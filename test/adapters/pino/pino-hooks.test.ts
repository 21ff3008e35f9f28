import { Writable } from "node:stream";
import pino, { type LoggerOptions } from "pino";
import { describe, expect, test } from "vitest";
import { withheldLine } from "../../../src/adapters/json-line.ts";
import { redactHooks } from "../../../src/adapters/pino.ts";
import { WITHHELD } from "../../../src/redactor/redactor.ts";
import { records, redactedRecord } from "../records.ts";
import { runScript, TOKEN } from "../run-script.ts";

function logged(options: LoggerOptions, log: (logger: pino.Logger) => void): string[] {
  const lines: string[] = [];
  const sink = new Writable({
    decodeStrings: false,
    write: (line: string, _encoding, done) => {
      lines.push(line);
      done();
    },
  });
  log(pino(options, sink));
  return lines;
}

describe("redactHooks", () => {
  test("covers message, fields, bindings and errors", () => {
    const [line] = logged({ hooks: redactHooks() }, (logger) => {
      const error = new Error(`failed with ${TOKEN}`);
      logger
        .child({ session: { password: "correct horse" } })
        .info({ err: error, url: `/?q=${TOKEN}` }, `got ${TOKEN}`);
    });
    expect(line).not.toContain(TOKEN);
    expect(line).not.toContain("correct horse");
    const entry = JSON.parse(line!);
    expect(entry.msg).toBe("got [REDACTED]");
    expect(entry.level).toBe(30);
    expect(line!.endsWith("\n")).toBe(true);
  });

  test("spread into the options, they are pino's hooks as well", () => {
    const logMethod = function (this: pino.Logger, args: Parameters<pino.LogFn>, method: pino.LogFn): void {
      method.apply(this, args);
    };
    const hooks = redactHooks({}, { logMethod });
    expect(logged({ ...hooks } as LoggerOptions, (logger) => logger.info(TOKEN))[0]).toContain("[REDACTED]");
    expect((hooks as { hooks?: object }).hooks).toEqual({ logMethod, streamWrite: hooks.streamWrite });
  });

  test.each(records)("%s", (_name, data) => {
    const [line] = logged({ hooks: redactHooks() }, (logger) => logger.info({ data }));
    expect(JSON.parse(line!).data).toEqual(redactedRecord(data));
  });

  test("a clean line is the same string", () => {
    const line = '{"level":30,"msg":"plain"}\n';
    expect(redactHooks().streamWrite(line)).toBe(line);
  });

  test("a clean line costs no memory at all", () => {
    const { stdout } = runScript(`
      import { setFlagsFromString } from "node:v8";
      import { runInNewContext } from "node:vm";
      setFlagsFromString("--expose-gc");
      const gc = runInNewContext("gc");
      const { redactHooks } = await import(dist("adapters/pino.js"));
      const { streamWrite } = redactHooks();
      const lines = Array.from({ length: 64 }, (_, i) => JSON.stringify({ level: 30, i, msg: "é".repeat(i % 2) + "plain ".repeat(60) }) + "\\n");
      const run = (count) => { for (let i = 0; i < count; i++) streamWrite(lines[i & 63]); };
      run(100_000);
      // The engine's own notes come and go: what a line costs, every round shows.
      const rounds = Array.from({ length: 5 }, () => {
        gc();
        const before = process.memoryUsage().heapUsed;
        run(100_000);
        return (process.memoryUsage().heapUsed - before) / 100_000;
      });
      console.log(Math.min(...rounds));
    `);
    // The smallest thing on the heap is 16 bytes.
    expect(Number(stdout)).toBeLessThan(8);
  });

  test("the application's own hook runs first, and its others stay", () => {
    const own = {
      streamWrite: (line: string): string => line.replace("place", TOKEN),
      logMethod(this: pino.Logger, args: Parameters<pino.LogFn>, method: pino.LogFn): void {
        method.apply(this, args);
      },
    };
    const hooks = redactHooks({}, own);
    expect(hooks.logMethod).toBe(own.logMethod);
    const [line] = logged({ hooks }, (logger) => logger.info("place"));
    expect(JSON.parse(line!).msg).toBe("[REDACTED]");
  });

  test("never throws: what cannot be redacted is withheld", () => {
    const hooks = redactHooks(
      {},
      {
        streamWrite: () => {
          throw new Error(TOKEN);
        },
      },
    );
    const [line] = logged({ hooks }, (logger) => logger.warn(TOKEN));
    expect(JSON.parse(line!)).toEqual({ level: 40, time: expect.any(Number), msg: WITHHELD });
    expect(line!.endsWith("\n")).toBe(true);
  });

  test("a censor that throws: the line is withheld, the next one comes", () => {
    const censor = (value: unknown): string => {
      if (value === 1) throw new Error(TOKEN);
      return "gone";
    };
    const lines = logged({ hooks: redactHooks({ paths: ["id"], censor }) }, (logger) => {
      logger.info({ id: 1 }, TOKEN);
      logger.info({ id: 2 }, "next");
    });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 30, msg: WITHHELD },
      { id: "gone" },
    ]);
    expect(lines.join()).not.toContain(TOKEN);
  });

  test("a listener that logs through the logger it listens to", () => {
    let logger: pino.Logger | undefined;
    const onMatch = ({ rule }: { readonly rule: string }): void => {
      if (rule === "key/password") logger?.warn(`found one: token=hunter2 and ${TOKEN}`);
    };
    const lines = logged({ hooks: redactHooks({ onMatch }) }, (own) => {
      logger = own;
      own.info({ password: "correct horse", note: TOKEN, secret: "swordfish-77" }, `got ${TOKEN}`);
    });
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toMatch(/ghp_|hunter2|correct horse|swordfish/);
    expect(JSON.parse(lines[1]!)).toMatchObject({
      password: "[REDACTED]",
      note: "[REDACTED]",
      msg: "got [REDACTED]",
    });
  });

  test("an unknown option is refused", () => {
    expect(() => redactHooks({ pahts: [] } as never)).toThrow(/pahts/);
  });
});

describe("withheldLine", () => {
  test.each([
    ['{"level":30,"time":1,"msg":"x"}\n', { level: 30, time: 1 }],
    [
      '{"level":"info","time":"2024-01-01T00:00:00.000Z","msg":"x"}\r\n',
      { level: "info", time: "2024-01-01T00:00:00.000Z" },
    ],
    [`{"level":"${TOKEN}","time":1}`, {}],
    ["not JSON", {}],
    ["", {}],
  ])("%j", (line, kept) => {
    const withheld = withheldLine(line);
    expect(JSON.parse(withheld)).toEqual({ ...kept, msg: WITHHELD });
    expect(/\r?\n$/.exec(withheld)?.[0]).toBe(/\r?\n$/.exec(line)?.[0]);
  });
});
