import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import winston from "winston";
import { RedactTransport, redactFormat } from "../../src/adapters/winston.ts";
import { createRedactor } from "../../src/redactor/redactor.ts";
import { logged } from "../adapters/winston/logged.ts";

const mail = "ann@host.example";

/** As Express has it: a request knows its response, and that its request. */
function request(): { user: { mail: string }; res: { req?: unknown; locals?: unknown }; app?: unknown } {
  const req: ReturnType<typeof request> = { user: { mail }, res: {} };
  req.res.req = req;
  return req;
}

describe("what refers back leads to the redacted copy", () => {
  test("under a path", () => {
    const req = request();
    const copy = createRedactor({ paths: ["req.user.mail"] }).redact({ req });
    expect(copy.req.user.mail).toBe("[REDACTED]");
    expect(copy.req.res.req).toBe(copy.req);
    expect(inspect(copy, { depth: 9 })).not.toContain(mail);
    expect(req.user.mail).toBe(mail);
  });

  test.each<[name: string, wrap: (back: object) => unknown]>([
    ["an array", (back) => [back]],
    ["a map", (back) => new Map([["req", back]])],
    ["a set", (back) => new Set([back])],
    ["an error", (back) => Object.assign(new Error("no"), { req: back })],
    [
      "an instance",
      (back) =>
        new (class Context {
          req = back;
        })(),
    ],
    ["what toJSON says", (back) => ({ toJSON: () => ({ req: back }) })],
    ["another level", (back) => ({ a: { b: { c: back } } })],
  ])("from %s", (_name, wrap) => {
    const req = { ...request(), res: undefined as unknown };
    req.res = wrap(req);
    for (const paths of [["req.user.mail"], ["*.user"], ["req.user.*"]]) {
      const copy = createRedactor({ paths }).redact({ req });
      expect(inspect(copy, { depth: 20 })).not.toContain(mail);
      expect(createRedactor({ paths }).stringify({ req })).not.toContain(mail);
    }
  });

  test("from under a sensitive name", () => {
    const value = { user: "ann", note: "token=hunter2", password: { self: undefined as unknown } };
    value.password.self = value;
    const copy = createRedactor().redact(value);
    expect(copy.password.self).toBe(copy);
    expect(copy.note).toBe("token=[REDACTED]");
  });

  test("what only stands twice is redacted where a path names it, as in its JSON", () => {
    const user = { mail };
    const value = { a: user, b: user };
    const redactor = createRedactor({ paths: ["a.mail"] });
    expect(redactor.redact(value)).toEqual({ a: { mail: "[REDACTED]" }, b: { mail } });
    expect(redactor.redact(JSON.stringify(value))).toBe(JSON.stringify(redactor.redact(value)));
  });

  test("through winston, whatever stands before or behind it", () => {
    const { combine, json, simple, prettyPrint } = winston.format;
    const paths = ["req.user.mail"];
    for (const format of [
      combine(redactFormat({ paths }), json()),
      combine(json(), redactFormat({ paths })),
      combine(redactFormat({ paths }), simple()),
      combine(redactFormat({ paths }), prettyPrint({ depth: 9 })),
    ]) {
      const line = logged(format, (logger) => logger.info("hello", { req: request() }));
      expect(line).toContain("[REDACTED]");
      expect(line).not.toContain(mail);
    }
    const lines: string[] = [];
    const transport = new winston.transports.Console({ format: json() });
    transport.log = (info: Record<symbol, unknown>, next) => {
      lines.push(String(info[Symbol.for("message")]));
      next();
    };
    winston
      .createLogger({ transports: [new RedactTransport({ transport, paths })] })
      .info("hello", { req: request() });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain(mail);
    expect(lines[0]).toContain('"req":"[Circular]"');
  });
});

describe("paths", () => {
  test.each([
    [["foo.bar"], { foo: { bar: undefined } }],
    [["foo.bar", "foo.bar.baz", "x", "*.y"], { foo: {}, list: [], text: "x" }],
    [["a.b.c"], { a: { b: "text" } }],
    [["a[0]", "a.length"], { a: "text" }],
    [["toString", "constructor.name", "__proto__.x"], { a: 1 }],
  ])("%j add nothing to %j", (paths, value) => {
    const redactor = createRedactor({ paths });
    expect(redactor.redact(value)).toBe(value);
    expect(redactor.stringify(value)).toBe(JSON.stringify(value));
  });

  test("an element that is undefined is null in JSON, and so named", () => {
    const redactor = createRedactor({ paths: ["a[*]"] });
    expect(redactor.redact({ a: [undefined, 1] })).toEqual({ a: ["[REDACTED]", "[REDACTED]"] });
    expect(redactor.stringify({ a: [undefined, 1] })).toBe('{"a":["[REDACTED]","[REDACTED]"]}');
  });

  test("a censor is called first to last, with nothing but the path to see", () => {
    const value = { list: [{ x: 1 }, { x: 2 }], users: { u1: "a", u2: "b" }, last: { password: "hunter2" } };
    const expected = [["list", "0", "x"], ["list", "1", "x"], ["users", "u1"], ["users", "u2"], []];
    for (const input of [value, JSON.stringify(value)]) {
      const calls: string[][] = [];
      const rules: string[] = [];
      const redactor = createRedactor({
        paths: ["list[*].x", "users.*"],
        censor: (_value, path) => {
          calls.push(path);
          rules.push(path.rule);
          return "-";
        },
      });
      redactor.redact(input);
      // Strict: extra properties that can be enumerated would count.
      expect(calls).toStrictEqual(expected);
      expect(calls.flatMap(Object.keys)).toEqual(expected.flatMap(Object.keys));
      expect(rules).toEqual(["user/path", "user/path", "user/path", "user/path", "key/password"]);
    }
  });
});

describe("a value under a name comes out the same in an object and in its JSON", () => {
  const values = [7, 0, -1.5, 1e21, true, false, null, "", "x", "12", "hunter2", [7, true, "hunter2"], [[1]]];
  test.each(["password", "apiKey", "token", "pin", "cvv", "tokens", "client_secret", "diagnosis", "zip"])(
    "%s",
    (name) => {
      const redactor = createRedactor({ keys: ["diagnosis", "zip"] });
      for (const value of values) {
        for (const record of [{ [name]: value }, [{ a: 1, [name]: value }], { x: { [name]: value, b: 2 } }]) {
          const text = redactor.redact(JSON.stringify(record));
          expect(JSON.stringify(redactor.redact(record))).toBe(text);
          expect(redactor.stringify(record)).toBe(text);
        }
      }
    },
  );
});
