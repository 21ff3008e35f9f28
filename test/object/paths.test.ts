import pinoRedact from "@pinojs/redact";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRedactor, RedactorConfigError, type RedactorOptions } from "../../src/redactor/redactor.ts";
import { times } from "../long.ts";

const [a, b] = ["a plain word", "another one"];
/** Both ways: as a value, and as the JSON of it. */
function both(options: RedactorOptions, value: unknown): unknown {
  const redactor = createRedactor(options);
  const before = structuredClone(value);
  const result = redactor.redact(value);
  expect(value).toEqual(before);
  expect(JSON.parse(redactor.redact(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(result)));
  expect(JSON.parse(redactor.redact(JSON.stringify(value, null, 2)))).toEqual(
    JSON.parse(JSON.stringify(result)),
  );
  expect(JSON.parse(redactor.stringify(value))).toEqual(JSON.parse(JSON.stringify(result)));
  return result;
}

describe("paths name values as in pino", () => {
  test.each<[paths: string[], value: unknown, result: unknown]>([
    [["a"], { a, b }, { a: "[REDACTED]", b }],
    [["a.b"], { a: { b: 1, c: a }, b }, { a: { b: "[REDACTED]", c: a }, b }],
    [["a.b"], { a, b }, { a, b }],
    [["a.b"], { a: [{ b }], b }, { a: [{ b }], b }],
    [["a"], { a: { b: { c: a } } }, { a: "[REDACTED]" }],
    [["a[*].b"], { a: [{ b: a }, { c: b }, a] }, { a: [{ b: "[REDACTED]" }, { c: b }, a] }],
    [["a.*"], { a: { b: null, c: true } }, { a: { b: "[REDACTED]", c: "[REDACTED]" } }],
    [["a[1]"], { a: [a, b, a] }, { a: [a, "[REDACTED]", a] }],
    [["a[*]"], { a: [1, b] }, { a: ["[REDACTED]", "[REDACTED]"] }],
    [["*.b"], { a: { b }, c: { b, d: { b } } }, { a: { b: "[REDACTED]" }, c: { b: "[REDACTED]", d: { b } } }],
    [["a.*.b.*.c"], { a: [{ b: [{ c: a }] }] }, { a: [{ b: [{ c: "[REDACTED]" }] }] }],
    [["*.*.*"], { a: { b: { c: 1 } } }, { a: { b: { c: "[REDACTED]" } } }],
    [["*.b", "a.c"], { a: { b, c: a } }, { a: { b: "[REDACTED]", c: "[REDACTED]" } }],
    [["A"], { a, A: b }, { a, A: "[REDACTED]" }],
    [
      ['a["b.c"]', "['d e']"],
      { a: { "b.c": 1 }, "d e": 2 },
      { a: { "b.c": "[REDACTED]" }, "d e": "[REDACTED]" },
    ],
    [["a[b].c"], { a: { b: { c: 1 } } }, { a: { b: { c: "[REDACTED]" } } }],
    [["x.__proto__", "constructor"], { a }, { a }],
    [['a["\n\\"]'], { a: { "\n\\": 1, é: b } }, { a: { "\n\\": "[REDACTED]", é: b } }],
    [["*"], { level: 30, time: 5, msg: a, b }, { level: 30, time: 5, msg: "[REDACTED]", b: "[REDACTED]" }],
    [["*", "level"], { level: 30, time: 5 }, { level: "[REDACTED]", time: 5 }],
    [["*", "*.a"], { time: { a } }, { time: { a: "[REDACTED]" } }],
    [["a"], [{ a }], [{ a }]],
    [["[*].a"], [{ a }], [{ a: "[REDACTED]" }]],
  ])("%j in %j", (paths, value, result) => {
    expect(both({ paths }, value)).toEqual(result);
  });

  test.each<[paths: string[], value: unknown, result: unknown]>([
    [["a"], { a, b }, { b }],
    [["b"], { a, b }, { a }],
    [["a", "b"], { a, b }, {}],
    [["a", "c"], { a, b, c: 1, d: 2 }, { b, d: 2 }],
    [["b", "c"], { a, b, c: 1 }, { a }],
    [["a.b"], { a: { b }, c: 1 }, { a: {}, c: 1 }],
    [["a[0]"], { a: [1, 2] }, { a: [undefined, 2] }],
  ])("%j removed from %j", (paths, value, result) => {
    expect(both({ paths, remove: true }, value)).toEqual(result);
  });

  const names = fc.constantFrom("a", "b", "c", "0", "1");
  const values = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(1, null, true, "plain", 'q"\\u0022', "é\n"),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(names, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;
  const path = fc.array(fc.oneof(names, fc.constant("*")), { minLength: 1, maxLength: 4 });

  test("as pino's own engine does, for any value and any paths without a wildcard, or with one", () => {
    const once = path.filter((segments) => segments.filter((name) => name === "*").length < 2);
    fc.assert(
      fc.property(
        fc.dictionary(names, values, { noNullPrototype: true }),
        fc.array(once, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (value, segments, remove) => {
          const paths = segments.map((each) => each.join("."));
          const expected = pinoRedact({ paths, censor: "[REDACTED]", remove })(structuredClone(value));
          expect(JSON.parse(JSON.stringify(both({ paths, remove }, value)))).toEqual(
            JSON.parse(expected as string),
          );
        },
      ),
      { numRuns: times(300) },
    );
  });
});

describe("beside detection by content", () => {
  const token = ["ghp", "_", "1aB2".repeat(9)].join("");

  test("both work, in a line and in a value", () => {
    const value = { user: { mail: "ann@host" }, password: "hunter2", note: `got ${token}` };
    const expected = { user: { mail: "[REDACTED]" }, password: "[REDACTED]", note: "got [REDACTED]" };
    expect(both({ paths: ["user.mail"] }, value)).toEqual(expected);
  });

  test("all other bytes of a line stay, its blanks and doubled members too", () => {
    const line =
      '{ "a":1.50e3 ,"x":{"b" : "\\u0041"},"a":"\\/", "é":"\ud800" ,"n":[ {"b":[1,{"c":2}]} ] }\r\n';
    const redactor = createRedactor({ paths: ["x.b", "n[*].b"] });
    expect(redactor.redact(line)).toBe(
      line.replace('"\\u0041"', '"[REDACTED]"').replace('[1,{"c":2}]', '"[REDACTED]"'),
    );
    expect(createRedactor({ paths: ["no.such"] }).redact(line)).toBe(line);
  });

  test("what a path names is the path's, even where content finds something in it, and is counted once", () => {
    const events: unknown[] = [];
    const redactor = createRedactor({
      paths: ["password", "req.headers"],
      censor: "label",
      onMatch: (event) => events.push(event),
    });
    const line = JSON.stringify({
      password: "hunter2",
      req: { headers: { authorization: `Bearer ${token}` } },
    });
    expect(redactor.redact(line)).toBe(
      '{"password":"[REDACTED:user/path]","req":{"headers":"[REDACTED:user/path]"}}',
    );
    expect(redactor.stats().byRule).toEqual({ "user/path": 2 });
    expect(events[0]).toEqual({ rule: "user/path", start: 12, end: 21, checked: undefined });
  });

  test("what content finds around it takes it in", () => {
    const value = { credentials: { k: "x1", other: "y2" }, a };
    const line = JSON.stringify(value);
    const redactor = createRedactor({ paths: ["credentials.k"] });
    expect(redactor.redact(line)).toBe(createRedactor().redact(line));
    expect(JSON.stringify(redactor.redact(value))).not.toMatch(/x1|y2/);
  });

  test("names that are written with escapes", () => {
    const redactor = createRedactor({ paths: ['user.né"x'] });
    const line = '{"\\u0075ser":{"n\\u00e9\\"x":"ann"},"user":{"né\\u0022x":"ann","né\\"x":"ann"}}';
    expect(redactor.redact(line)).toBe(line.replaceAll('"ann"', '"[REDACTED]"'));
  });

  test("a line that is cut, or no JSON", () => {
    const redactor = createRedactor({ paths: ["a.b", "c"] });
    expect(redactor.redact('{"a":{"b":"cut of')).toBe('{"a":{"b":"[REDACTED]"');
    expect(redactor.redact('{"a":{"b":[{"x":"]')).toBe('{"a":{"b":"[REDACTED]"');
    expect(redactor.redact('{"x":1}{"c":2}\n{"c":3} and')).toBe(
      '{"x":1}{"c":"[REDACTED]"}\n{"c":"[REDACTED]"} and',
    );
    for (const text of [
      "a.b",
      "",
      "{",
      "{}",
      "[",
      "]",
      '{"',
      '{"a',
      '{"a"',
      '{"a":',
      '{"a":{',
      "{{{{",
      "[,,]",
      ",",
      "null",
    ])
      expect(redactor.redact(text)).toBe(text);
  });

  test("bytes as their text is: UTF-8 with a mark or without, UTF-16, a Buffer stays one", () => {
    const redactor = createRedactor({ paths: ["user.mail"] });
    const text = '{"user":{"mail":"ä@host.example","name":"Ann"},"token":"hunter2"}\n';
    const expected = '{"user":{"mail":"[REDACTED]","name":"Ann"},"token":"[REDACTED]"}\n';
    const bytes = Buffer.from(text);
    const redacted = redactor.redact(bytes);
    expect([Buffer.isBuffer(redacted), String(redacted)]).toEqual([true, expected]);
    expect(String(bytes)).toBe(text);
    expect(String(redactor.redact(Buffer.from(`\ufeff${text}`)))).toBe(`\ufeff${expected}`);
    expect(redactor.redact(`\ufeff${text}`)).toBe(`\ufeff${expected}`);
    const utf16 = redactor.redact(new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le")));
    expect(Buffer.from(utf16).toString("utf16le")).toBe(`\ufeff${expected}`);
    expect(redactor.redact({ body: bytes }).body.toString()).toBe(expected);
    const broken = Buffer.from([...Buffer.from('{"a":"'), 0xff, ...Buffer.from('","user":{"mail":"a"}}')]);
    expect(redactor.redact(broken).toString("latin1")).toBe('{"a":"\xff","user":{"mail":"[REDACTED]"}}');
  });

  test("the work stays linear: a square of these lengths would take hours", () => {
    const redactor = createRedactor({ paths: ["*.*.b", "a[*].c"] });
    for (const piece of ['{"a":', "[", '"\\"', '{"a":[{"c":1},', "\\", '{"', '"a":{},']) {
      const text = `{"a":${piece.repeat(2_000_000 / piece.length)}`;
      expect(redactor.redact(text).startsWith('{"a":')).toBe(true);
    }
  });
});

describe("with censor and remove as pino has them", () => {
  test("a plain text, with any path", () => {
    expect(both({ paths: ["a"], censor: "**GONE**" }, { a, b, secret: "xyzzy" })).toEqual({
      a: "**GONE**",
      b,
      secret: "**GONE**",
    });
    expect(() => createRedactor({ censor: "**GONE**" })).toThrow(RedactorConfigError);
  });

  test("mask", () => {
    expect(both({ paths: ["a", "b"], censor: "mask" }, { a: "four", b: 4 })).toEqual({
      a: "****",
      b: "[REDACTED]",
    });
  });

  test("a function of the value and its path; content has no path", () => {
    const calls: unknown[] = [];
    const censor = (value: unknown, path: string[]): string => {
      calls.push([value, [...path]]);
      return `${path.join("/")}"!`;
    };
    const value = { a: [{ b: 5 }], password: "hunter2", m: new Map([["k", a]]) };
    const result = createRedactor({ paths: ["a[*].b", "m.k"], censor }).redact(value);
    expect(result).toEqual({ a: [{ b: 'a/0/b"!' }], password: "_!", m: new Map([["k", 'm/k"!']]) });
    expect(calls).toEqual([
      [5, ["a", "0", "b"]],
      [a, ["m", "k"]],
      ["hunter2", []],
    ]);
    expect(
      JSON.parse(createRedactor({ paths: ["a[*].b"], censor }).redact(JSON.stringify(value))),
    ).toMatchObject({
      a: [{ b: 'a/0/b"!' }],
    });
  });

  test("a function's result may be of any type; undefined removes", () => {
    const censor = (value: unknown) => (value === a ? undefined : { was: typeof value }) as never;
    expect(both({ paths: ["a", "b"], censor }, { a, b, c: 1 })).toEqual({ b: { was: "string" }, c: 1 });
  });

  test("errors, headers and what holds itself", () => {
    const error = Object.assign(new Error("plain"), { config: { data: a } });
    const loop: Record<string, unknown> = { a, error, headers: new Headers({ "x-a": a, "x-b": b }) };
    loop.self = loop;
    const paths = ["a", "error.message", "error.stack", "error.config.data", "headers.x-a"];
    const copy = createRedactor({ paths }).redact(loop) as typeof loop & { error: typeof error };
    expect(copy.a).toBe("[REDACTED]");
    expect(copy.self).toBe(copy);
    expect(copy.error).toMatchObject({ message: "[REDACTED]", config: { data: "[REDACTED]" } });
    expect([...(copy.headers as Headers)]).toEqual([
      ["x-a", "[REDACTED]"],
      ["x-b", b],
    ]);
    const removed = createRedactor({ paths, remove: true }).redact(loop) as typeof copy;
    expect([removed.error.message, removed.error.stack, [...(removed.headers as Headers)]]).toEqual([
      "",
      undefined,
      [["x-b", b]],
    ]);
  });
});

test.each<[RedactorOptions, RegExp]>([
  [{ paths: [""] }, /paths: "" is empty/],
  [{ paths: ["a..b"] }, /"a\.\.b" is malformed at character 2/],
  [{ paths: [".a"] }, /character 1/],
  [{ paths: ["a["] }, /character 2/],
  [{ paths: ["a]"] }, /character 2/],
  [{ paths: ["a,b"] }, /character 2/],
  [{ paths: ["**.a"] }, /any depth.*keys/],
  [{ paths: [7] as never }, /paths: 7 is not a string/],
  [{ paths: "a" as never }, /paths must be an array, not "a"/],
  [{ remove: true }, /remove needs the option paths/],
  [{ paths: ["a"], remove: "yes" as never }, /remove must be a boolean/],
])("%j is refused", (options, message) => {
  expect(() => createRedactor(options)).toThrow(message);
  expect(() => createRedactor(options)).toThrow(RedactorConfigError);
});
