import { Writable } from "node:stream";
import pino from "pino";
import { describe, expect, test } from "vitest";
import winston from "winston";
import { redactHooks } from "../../src/adapters/pino.ts";
import { redactFormat } from "../../src/adapters/winston.ts";
import { createRedactor, type RedactorOptions } from "../../src/index.ts";
import { RECORD_MOST } from "../../src/keep/record-lines.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";

const keepOnly = ["level", "time", "msg", "req.method", "users[*].id", "ctx"];
const R = "[REDACTED]";

function streamed(text: string, size: number, options: RedactorOptions = { keepOnly }): string {
  const redactor = createByteRedactor(options);
  const bytes = Buffer.from(text);
  const out: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) out.push(...redactor.push(bytes.subarray(at, at + size)));
  return Buffer.concat([...out, ...redactor.end()]).toString();
}

describe("lines", () => {
  test.each([
    [
      "JSON",
      '{"level":30,"time":17000000000000000001,"msg":"hi token=hunter2","pid":1.0,"req":{"method":"GET","url":"/a"}}',
      `{"level":30,"time":17000000000000000001,"msg":"hi token=${R}","pid":"${R}","req":{"method":"GET","url":"${R}"}}`,
    ],
    ["JSON with blanks", '{ "pid" : [1, {"a":"}"}] , "msg" : "x" } ', `{ "pid" : "${R}",  "msg" : "x" } `],
    [
      "JSON of lists",
      '{"users":[{"id":1,"n":"a"},{"id":2},7],"tags":["x"]}',
      `{"users":[{"id":1,"n":"${R}"},{"id":2},"${R}"],"tags":"${R}"}`,
    ],
    [
      "JSON where a leaf stands for an object",
      '{"req":"GET","users":{"id":1}}',
      `{"req":"${R}","users":{"id":"${R}"}}`,
    ],
    [
      "names that are escaped, and the same name again",
      '{"\\u006dsg":1,"msgs":2,"msg":"a","MSG":3}',
      `{"\\u006dsg":1,"msgs":"${R}","msg":"a","MSG":"${R}"}`,
    ],
    [
      "a kept object, which is redacted as usual",
      '{"ctx":{"a":1,"password":"hunter2"}}',
      `{"ctx":{"a":1,"password":"${R}"}}`,
    ],
    [
      "a list of records",
      '[{"msg":"a","x":1},[{"msg":"b"}],"msg"]',
      `[{"msg":"a","x":"${R}"},"${R}","${R}"]`,
    ],
    ["an empty record", "{}", "{}"],
    [
      "logfmt",
      'level=info msg="a \\" b" req.method=GET user=ann n= ',
      `level=info msg="a \\" b" req.method=GET user=${R} n=${R} `,
    ],
    ["logfmt whose kept value is a credential", "msg=token=hunter2", R],
    ["prose", "user ann logged in", R],
    ["logfmt with a bare word", "level=info ann", R],
    ["JSON after a word", 'INFO {"msg":"x"}', R],
    ["JSON that is cut", '{"msg":"x","user":"ann', R],
    ["JSON and more", '{"msg":"x"}{"user":"ann"}', R],
    ["a text, a number", '"ann"', R],
    [
      "__proto__ and constructor",
      '{"__proto__":{"a":1},"constructor":2}',
      `{"__proto__":"${R}","constructor":"${R}"}`,
    ],
  ])("%s", (_, line, stated) => {
    const redactor = createRedactor({ keepOnly });
    expect(redactor.redact(line)).toBe(stated);
    expect(redactor.redact(Buffer.from(line)).toString()).toBe(stated);
    const text = `${line}\n\n${line}\r\n${line}`;
    const lines = `${stated}\n\n${stated}\r\n${stated}`;
    expect(redactor.redact(text)).toBe(lines);
    for (const size of [1, 2, 3, 7, 1000]) expect(streamed(text, size)).toBe(lines);
  });

  test("of which a text is one record over many are one in a text, and go in a stream", () => {
    const text = JSON.stringify({ msg: "x", user: "ann" }, null, 2);
    expect(createRedactor({ keepOnly }).redact(text)).toBe(`{\n  "msg": "x",\n  "user": "${R}"\n}`);
    expect(streamed(text, 9)).toBe(`${R}\n${R}\n${R}\n${R}`);
  });

  test("that are too long go as a whole, however they come", () => {
    const line = `{"msg":"${"x".repeat(RECORD_MOST)}","user":"ann"}`;
    for (const size of [1e5, 1e7])
      expect(streamed(`${line}\n{"msg":"b"}\n`, size)).toBe(`${R}\n{"msg":"b"}\n`);
  });
});

describe("objects", () => {
  test("keep what is named, and their own data is not changed", () => {
    const record = {
      level: 30,
      msg: "token=hunter2",
      req: { method: "GET", headers: { a: 1 } },
      users: [{ id: 1, name: "ann" }],
      ctx: { password: "hunter2", at: new Date(0) },
      err: new Error("secret"),
      map: new Map([["a", 1]]),
      bytes: Buffer.from("abc"),
    };
    const copy = structuredClone({ level: record.level, msg: record.msg, req: record.req });
    expect(createRedactor({ keepOnly }).redact<unknown>(record)).toEqual({
      level: 30,
      msg: `token=${R}`,
      req: { method: "GET", headers: R },
      users: [{ id: 1, name: R }],
      ctx: { password: R, at: new Date(0) },
      err: R,
      map: R,
      bytes: R,
    });
    expect(record).toMatchObject(copy);
  });

  test("of any class lose what is not named: errors, maps, proxies, getters that throw", () => {
    const redactor = createRedactor({ keepOnly: ["err.message", "map.a", "bad.a"] });
    const bad = {
      get a(): never {
        throw new Error("no");
      },
    };
    expect(
      redactor.redact<unknown>({
        err: new Error("m"),
        map: new Map([
          ["a", 1],
          ["b", 2],
        ]),
        bad,
      }),
    ).toEqual({
      err: expect.objectContaining({ message: "m", stack: R }),
      map: new Map<string, unknown>([
        ["a", 1],
        ["b", R],
      ]),
      bad: { a: "[Throws]" },
    });
    expect(redactor.redact<unknown>([1, { err: { message: "m", code: 2 } }, [{ err: 1 }]])).toEqual([
      R,
      { err: { message: "m", code: R } },
      R,
    ]);
    expect(redactor.redact<unknown>(17)).toBe(R);
    expect(redactor.redact<unknown>(null)).toBe(null);
  });

  test("lose the names as well with remove", () => {
    const redactor = createRedactor({ keepOnly, remove: true });
    expect(redactor.redact<unknown>({ msg: "a", user: "ann", req: { method: "GET", url: "/" } })).toEqual({
      msg: "a",
      req: { method: "GET" },
    });
    expect(redactor.redact('{"user":"ann","msg":"a","x":1,"time":2}')).toBe('{"msg":"a","time":2}');
    expect(redactor.redact("user=ann msg=a x=1 time=2")).toBe("msg=a time=2");
    expect(redactor.stringify({ msg: "a", user: "ann" })).toBe('{"msg":"a"}');
  });
});

test("holds in pino's hooks and winston's format", () => {
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  pino({ hooks: redactHooks({ keepOnly }), base: { pid: 7 } }, { write }).info({ user: "ann" }, "hello");
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 30, msg: "hello", user: R, pid: R });

  const options: RedactorOptions = { keepOnly: ["level", "message"] };
  const said: string[] = [];
  const stream = new Writable({
    write(line, _, done) {
      said.push(String(line));
      done();
    },
  });
  const format = winston.format.combine(redactFormat(options), winston.format.json());
  const transport = new winston.transports.Stream({ stream, format });
  winston.createLogger({ transports: [transport] }).info("hello", { user: "ann" });
  expect(JSON.parse(said[0]!)).toEqual({ level: "info", message: "hello", user: R });
});

test("is counted, and in mode observe nothing goes", () => {
  const redactor = createRedactor({ keepOnly, mode: "observe" });
  const line = '{"msg":"token=hunter2","user":"ann"}';
  expect(redactor.redact(line)).toBe(line);
  expect(redactor.stats()).toMatchObject({ byRule: { "key/token": 1, "user/keep-only": 1 }, replaced: 12 });
  expect(streamed(`${line}\nprose`, 5, { keepOnly, mode: "observe" })).toBe(`${line}\nprose`);
});

test("a value that is kept is known by what goes", () => {
  const options: RedactorOptions = { keepOnly: ["value"] };
  const redactor = createRedactor(options);
  const record = { name: "password", value: "hunter22x" };
  const line = JSON.stringify(record);
  const kept = JSON.stringify({ name: R, value: R });
  expect(redactor.redact(record)).toEqual({ name: R, value: R });
  expect(redactor.redact(line)).toBe(kept);
  expect(redactor.stringify(record)).toBe(kept);
  expect(redactor.stringify("word")).toBe(JSON.stringify(R));
  expect(redactor.stringify(null)).toBe("null");
  expect(streamed(line, 7, options)).toBe(kept);
});

test("what cannot work is refused", () => {
  expect(() => createRedactor({ keepOnly: [".a"] })).toThrow("option keepOnly: ");
  expect(() => createRedactor({ keepOnly: "level" as never })).toThrow("option keepOnly must be an array");
});
