import { describe, expect, test } from "vitest";
import winston from "winston";
import { redactInfo } from "../../../src/adapters/winston/info.ts";
import { redactFormat } from "../../../src/adapters/winston.ts";
import { createLookingRedactor, createRedactor, WITHHELD } from "../../../src/redactor/redactor.ts";
import { allLines } from "../../promises/sample-lines.ts";
import { records, redactedRecord } from "../records.ts";
import { TOKEN } from "../run-script.ts";
import { logged } from "./logged.ts";
import { everything } from "./winston-calls.ts";

const { combine, json, printf, simple, prettyPrint, splat, errors, colorize, timestamp } = winston.format;
type Format = winston.Logform.Format;
const LEVEL = Symbol.for("level");
const MESSAGE = Symbol.for("message");
const SPLAT = Symbol.for("splat");

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
