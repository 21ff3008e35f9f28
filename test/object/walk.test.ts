import { describe, expect, test } from "vitest";
import { redactValue } from "../../src/object/walk.ts";
import { CENSORED, FakeRedactor } from "./fake.ts";

const secret = "s3cr3tabc";
const redact = (value: unknown): unknown => redactValue(value, new FakeRedactor());

describe("a value with nothing to redact", () => {
  test.each([
    ["object", { a: 1, b: { c: ["x", null, undefined, true, 5n] } }],
    ["array", [1, 2, [3]]],
    ["map", new Map([["a", { b: "c" }]])],
    ["set", new Set(["a"])],
    ["error", new Error("plain", { cause: new Error("below") })],
    ["date", { at: new Date(0) }],
    ["null prototype", Object.assign(Object.create(null), { a: "b" })],
    ["string", "text"],
    ["number", 5],
    ["null", null],
    ["undefined", undefined],
    ["function", () => secret],
    ["symbol", Symbol(secret)],
    ["bytes", { data: Buffer.from("plain") }],
    ["headers", new Headers({ accept: "*/*" })],
    ["url", new URL("https://example.com/")],
    ["boxed string", Object("text")],
    ["typed array", new Float64Array(3)],
    ["weak map", { w: new WeakMap(), p: Promise.resolve(secret) }],
  ])("%s comes back as the same reference", (_name, value) => {
    expect(redact(value)).toBe(value);
  });
});

describe("copy on write", () => {
  test("copies the path to a changed leaf and nothing else", () => {
    const untouched = { deep: { x: "y" } };
    const source = { untouched, path: { to: { leaf: secret, beside: untouched } } };
    const before = structuredClone(source);
    const copy = redact(source) as typeof source;
    expect(copy).toEqual({ untouched, path: { to: { leaf: CENSORED, beside: untouched } } });
    expect(copy.untouched).toBe(untouched);
    expect(copy.path.to.beside).toBe(untouched);
    expect(source).toEqual(before);
    expect(Object.keys(copy)).toEqual(["untouched", "path"]);
  });

  test("works on frozen objects and freezes nothing", () => {
    const source = Object.freeze({ a: Object.freeze([secret]) });
    const copy = redact(source);
    expect(copy).toEqual({ a: [CENSORED] });
    expect(Object.isFrozen(copy)).toBe(false);
  });

  test("one scan for all leaves", () => {
    const fake = new FakeRedactor();
    redactValue({ a: "x", b: ["y", { c: secret }] }, fake);
    expect(fake.calls).toBe(1);
    expect(fake.leaves).toHaveLength(3);
  });

  test("cycles and shared references stay", () => {
    const shared = { s: secret };
    const source: Record<string, unknown> = { one: shared, two: shared, list: [] };
    source.self = source;
    (source.list as unknown[]).push(source);
    const copy = redact(source) as typeof source;
    expect(copy.self).toBe(copy);
    expect((copy.list as unknown[])[0]).toBe(copy);
    expect(copy.one).toBe(copy.two);
    expect(copy.one).toEqual({ s: CENSORED });
  });

  test("one object in two contexts has two copies", () => {
    const shared = ["plain", 1];
    const copy = redact({ password: shared, tags: shared }) as Record<string, unknown>;
    expect(copy.password).toEqual([CENSORED, "[REDACTED:password]"]);
    expect(copy.tags).toBe(shared);
  });

  test("a property called __proto__ is a property", () => {
    const source = JSON.parse(`{"__proto__": {"x": "${secret}"}, "y": "${secret}"}`);
    const copy = redact(source) as object;
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(JSON.stringify(copy)).toBe(`{"__proto__":{"x":"${CENSORED}"},"y":"${CENSORED}"}`);
  });

  test("symbol keys and hidden properties", () => {
    const key = Symbol("k");
    const source = Object.defineProperty({ [key]: secret, a: secret }, "hidden", { value: secret });
    const copy = redact(source) as Record<PropertyKey, unknown>;
    expect(copy[key]).toBe(CENSORED);
    expect(Object.getOwnPropertyDescriptor(copy, "hidden")).toEqual(
      Object.getOwnPropertyDescriptor(source, "hidden"),
    );
  });
});

describe("under a sensitive name", () => {
  test.each<[string, unknown, unknown]>([
    ["string", "anything", CENSORED],
    ["empty string", "", ""],
    ["number", 1234, "[REDACTED:password]"],
    ["bigint", 5n, "[REDACTED:password]"],
    ["null", null, null],
    ["undefined", undefined, undefined],
    ["boolean", true, true],
    ["empty array", [], []],
    ["empty object", {}, {}],
    ["date", new Date(0), "[REDACTED:password]"],
    ["buffer", Buffer.from("x"), "[REDACTED:password]"],
    ["array", ["a", ["b", 1]], [CENSORED, [CENSORED, "[REDACTED:password]"]]],
    ["object", { user: "a", n: 1, ok: true }, { user: CENSORED, n: "[REDACTED:password]", ok: true }],
    ["map", new Map([["a", "b"]]), new Map([["a", CENSORED]])],
    ["set", new Set(["a"]), new Set([CENSORED])],
  ])("%s", (_name, value, expected) => {
    expect(redact({ password: value })).toEqual({ password: expected });
    expect(redact(new Map([["password", value]]))).toEqual(new Map([["password", expected]]));
  });

  test("a leaf gets the nearest sensitive name as its key", () => {
    const fake = new FakeRedactor();
    redactValue({ credentials: { user: "a", password: "b" } }, fake);
    expect(fake.leaves).toEqual([
      { key: "credentials", text: "a" },
      { key: "password", text: "b" },
    ]);
  });
});

describe("pairs of name and value", () => {
  test.each<[string, unknown, unknown]>([
    [
      "rawHeaders",
      { rawHeaders: ["Authorization", "x", "Accept", "y"] },
      { rawHeaders: ["Authorization", CENSORED, "Accept", "y"] },
    ],
    [
      "entries",
      [
        ["Authorization", "x"],
        ["Accept", "y"],
      ],
      [
        ["Authorization", CENSORED],
        ["Accept", "y"],
      ],
    ],
    ["entry with a list", [["authorization", ["x"]]], [["authorization", [CENSORED]]]],
    ["HAR header", [{ name: "Authorization", value: "x" }], [{ name: "Authorization", value: CENSORED }]],
    ["key and value", { key: "password", value: 5 }, { key: "password", value: "[REDACTED:password]" }],
    [
      "arguments",
      { spawnargs: ["psql", "--db-password", "x", "y"] },
      { spawnargs: ["psql", "--db-password", CENSORED, "y"] },
    ],
    ["a list of columns is no pair", { columns: ["password", "email"] }, { columns: ["password", "email"] }],
    ["a word count is no pair", [["password", 3]], [["password", 3]]],
  ])("%s", (_name, value, expected) => {
    expect(redact(value)).toEqual(expected);
  });
});

describe("classes", () => {
  test("Error: class, message, stack, cause, errors and own properties", () => {
    const cause = new TypeError(`cause ${secret}`);
    const error = Object.assign(new RangeError(`bad ${secret}`, { cause }), {
      code: 5,
      config: { password: "x" },
    });
    const copy = redact(error) as typeof error;
    expect(copy).not.toBe(error);
    expect(copy).toBeInstanceOf(RangeError);
    expect(copy.name).toBe("RangeError");
    expect(copy.message).toBe(`bad ${CENSORED}`);
    expect(copy.stack).toBe(error.stack!.replaceAll(secret, CENSORED));
    expect((copy.cause as Error).message).toBe(`cause ${CENSORED}`);
    expect(copy.config).toEqual({ password: CENSORED });
    expect(Object.keys(copy)).toEqual(["code", "config"]);
    expect(error.message).toBe(`bad ${secret}`);

    const aggregate = new AggregateError([new Error(secret)], "many");
    const many = redact(aggregate) as AggregateError;
    expect(many).toBeInstanceOf(AggregateError);
    expect(many.errors[0].message).toBe(CENSORED);
    expect(many.message).toBe("many");
  });

  test("DOMException keeps its name", () => {
    const copy = redact(new DOMException(secret, "AbortError")) as Error;
    expect(copy.name).toBe("AbortError");
    expect(copy.message).toBe(CENSORED);
  });

  test("instances keep their prototype", () => {
    class User {
      password = "x";
      get upper(): string {
        return this.password.toUpperCase();
      }
    }
    const copy = redact(new User()) as User;
    expect(copy).toBeInstanceOf(User);
    expect(copy.upper).toBe(CENSORED.toUpperCase());
  });

  test("a copy whose toJSON wants private fields does not throw", () => {
    class Session {
      #id = "x";
      password = "x";
      toJSON(): unknown {
        return { id: this.#id };
      }
    }
    expect(JSON.stringify(redact({ s: new Session() }))).toBe(`{"s":{"password":"${CENSORED}"}}`);
  });

  test("Map and Set subclasses", () => {
    class Bag extends Set<unknown> {
      label = secret;
    }
    const copy = redact(new Bag([secret, 1])) as Bag;
    expect(copy).toBeInstanceOf(Bag);
    expect([...copy]).toEqual([CENSORED, 1]);
    expect(copy.label).toBe(CENSORED);
    expect(redact(new Map<unknown, unknown>([[{ k: 1 }, secret]]))).toEqual(new Map([[{ k: 1 }, CENSORED]]));
  });

  test("Headers, URLSearchParams and URL become new ones", () => {
    const headers = redact(
      new Headers([
        ["authorization", "Bearer x"],
        ["set-cookie", "a=1"],
        ["set-cookie", "b=2"],
      ]),
    ) as Headers;
    expect(headers).toBeInstanceOf(Headers);
    expect(headers.get("authorization")).toBe(CENSORED);
    expect(headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    const params = redact(new URLSearchParams("a=1&password=x")) as URLSearchParams;
    expect(params).toBeInstanceOf(URLSearchParams);
    expect(params.get("password")).toBe(CENSORED);
    const url = redact({ u: new URL(`https://h/?q=${secret}`) }) as { u: URL };
    expect(url.u).toBeInstanceOf(URL);
    expect(decodeURIComponent(url.u.search)).toBe(`?q=${CENSORED}`);
    expect(redact({ u: new URL(`https://${secret}/`) })).toEqual({ u: `https://${CENSORED}/` });
  });

  test("bytes", () => {
    const copy = redact({ body: Buffer.from(secret), same: Buffer.from("x") }) as { body: Buffer };
    expect(Buffer.isBuffer(copy.body)).toBe(true);
    expect(copy.body.toString()).toBe(CENSORED);
  });

  test("boxed strings", () => {
    const copy = redact([Object(secret)]) as [string];
    expect(`${copy[0]}`).toBe(CENSORED);
  });

  test("arrays: holes, named properties", () => {
    const match = /s3(cr3t)/.exec(`${secret}`)!;
    const copy = redact(match) as RegExpExecArray;
    expect(copy.input).toBe(CENSORED);
    const holes = new Array<unknown>(3);
    holes[0] = secret;
    const holed = redact(holes) as unknown[];
    expect(holed.length).toBe(3);
    expect(1 in holed).toBe(false);
  });
});

describe("hostile values", () => {
  test("getters run once, and may throw", () => {
    let runs = 0;
    const source = {
      get once(): string {
        runs++;
        return `${secret}`;
      },
      get bad(): string {
        throw new Error(secret);
      },
    };
    expect(redact(source)).toEqual({ once: CENSORED, bad: "[Throws]" });
    expect(runs).toBe(1);
  });

  test("revoked proxies and traps that throw", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const angry = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error();
        },
      },
    );
    const tagged = {
      get [Symbol.toStringTag](): string {
        throw new Error();
      },
    };
    Object.setPrototypeOf(tagged, { x: 1 });
    expect(redact({ proxy, angry, list: [proxy], tagged })).toEqual({
      proxy: "[Unreadable]",
      angry: "[Unreadable]",
      list: ["[Unreadable]"],
      tagged: "[Unreadable]",
    });
    expect(redact(proxy)).toBe("[Unreadable]");
  });

  test("a proxy that shows another value each time is read once", () => {
    let reads = 0;
    const shifty = new Proxy(
      { a: "", b: secret },
      { get: (_t, key) => (key === "a" ? (reads++ ? secret : "x") : secret) },
    );
    expect(redact(shifty)).toEqual({ a: "x", b: CENSORED });
  });

  test("objects made to look like what they are not", () => {
    const fake = Object.create(Map.prototype, { a: { value: secret, enumerable: true } });
    expect((redact(fake) as { a: string }).a).toBe(CENSORED);
    class Tagged {
      s = secret;
      get [Symbol.toStringTag](): string {
        return "Map";
      }
    }
    expect((redact(new Tagged()) as Tagged).s).toBe(CENSORED);
  });

  test("depth 10,000", () => {
    let value: unknown = secret;
    for (let i = 0; i < 10_000; i++) value = i % 2 ? [value] : { v: value };
    let copy = redact(value);
    for (let i = 0; i < 10_000; i++) copy = Object.values(copy as object)[0];
    expect(copy).toBe(CENSORED);
  });

  test("a million numbers, and a length without elements", () => {
    const wide = Array.from({ length: 1_000_000 }, (_, i) => i);
    const start = performance.now();
    expect(redact({ wide })).toEqual({ wide });
    expect(performance.now() - start).toBeLessThan(1000);
    const sparse: unknown[] = [];
    sparse.length = 4_000_000_000;
    sparse[7] = secret;
    expect(redact({ sparse })).toEqual({ sparse: "[Unreadable]" });
  });

  test("an object without end", { timeout: 30_000 }, () => {
    const endless = (): object => Object.defineProperty({}, "next", { enumerable: true, get: endless });
    let at = redact(endless()) as { next?: unknown };
    for (let i = 0; i < 1000; i++) at = at.next as { next?: unknown };
    expect(at).toBeTypeOf("object");
  });
});
