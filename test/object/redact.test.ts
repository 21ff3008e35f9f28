import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/redactor/redactor.ts";
import { times } from "../long.ts";

const opaque = ["q9X7", "aB2k"].join("").repeat(4);
const token = ["ghp", "_", "1aB2".repeat(9)].join("");
const redactor = createRedactor();

test("a cookie's settings are no cookies", () => {
  const session = { cookie: { path: "/", _expires: null, originalMaxAge: 60_000, httpOnly: true } };
  expect(redactor.redact(session)).toBe(session);
});

describe("values a program really logs, with the real rules", () => {
  test.each<[string, unknown]>([
    ["headers of a request", { headers: { authorization: `Bearer ${opaque}`, accept: "*/*" } }],
    ["Headers", { headers: new Headers({ authorization: `Bearer ${opaque}` }) }],
    ["rawHeaders", { rawHeaders: ["Authorization", `Basic ${opaque}`, "Accept", "*/*"] }],
    ["entries", [["Authorization", `Bearer ${opaque}`]]],
    ["HAR", { request: { headers: [{ name: "Authorization", value: `Bearer ${opaque}` }] } }],
    ["Kubernetes environment", { env: [{ name: "DB_PASSWORD", value: opaque }] }],
    ["environment", { env: { DB_PASSWORD: opaque, HOME: "/root" } }],
    ["client options", { auth: { username: "ann", password: opaque } }],
    ["cookies", { cookies: { sid: opaque }, signedCookies: new Map([["sid", opaque]]) }],
    ["a list under a name", { passwords: ["x", opaque], password: [opaque] }],
    [
      "a JSON Web Key",
      { key: { kty: "RSA", n: "x".repeat(64), e: "AQAB", d: opaque, p: opaque, dq: opaque } },
    ],
    ["Map", new Map([["client_secret", opaque]])],
    ["URL", { url: new URL(`https://ann:${opaque}@example.com/`) }],
    ["URLSearchParams", new URLSearchParams({ access_token: opaque })],
    ["arguments", { spawnargs: ["tool", "--api-key", opaque] }],
    ["bytes", { body: Buffer.from(`{"password":"${opaque}"}`) }],
    ["text in text", { body: JSON.stringify({ password: opaque }) }],
    [
      "error",
      Object.assign(new Error(`401 for ${token}`), {
        config: { headers: { Authorization: `Bearer ${opaque}` } },
      }),
    ],
    ["error below an error", new Error("x", { cause: new AggregateError([new Error(token)], "many") })],
    ["number", { password: 12345678901234 }],
  ])("%s", (_name, value) => {
    const before = inspect(value, { depth: 20 });
    const shown = inspect(redactor.redact(value), { depth: 20 });
    expect(shown).not.toContain(opaque);
    expect(shown).not.toContain(token);
    expect(shown).not.toContain("12345678901234");
    expect(inspect(value, { depth: 20 })).toBe(before);
    // Redacted again, nothing changes.
    const once = redactor.redact(value);
    expect(inspect(redactor.redact(once), { depth: 20 })).toBe(shown);
  });

  test.each<[string, unknown]>([
    ["token counts", { usage: { total_tokens: 512, max_tokens: 1024 } }],
    ["dates", { passwordChangedAt: new Date(0) }],
    ["plain", { level: 30, msg: "GET /index.html 200", tags: ["a", "b"], user: { id: 5 } }],
  ])("%s stay, as the same reference", (_name, value) => {
    expect(redactor.redact(value)).toBe(value);
  });

  test.each<[string, unknown, string]>([
    ["number", 12345678, "12345678"],
    ["bigint", 12345678n, "12345678"],
    ["date", new Date(0), "1970-01-01T00:00:00.000Z"],
    ["bytes", Buffer.from("hunter22x"), "hunter22x"],
  ])("a %s under a sensitive name is the censor's, and counted", (_name, value, text) => {
    const seen: string[] = [];
    const own = createRedactor({ censor: (secret) => `(${seen.push(secret)})` });
    expect(own.redact({ a: { password: value } })).toEqual({ a: { password: "(1)" } });
    expect(seen).toEqual([text]);
    expect(own.stats().byRule).toEqual({ "key/password": 1 });
    expect(createRedactor({ censor: "label" }).redact([{ password: value }])).toEqual([
      { password: "[REDACTED:key/password]" },
    ]);
    expect(createRedactor({ censor: "mask" }).redact({ password: value })).toEqual({
      password: "*".repeat(text.length),
    });
  });

  test("nothing is withheld", () => {
    expect(redactor.stats().withheld).toBe(0);
  });
});

describe("a value that a glance lets pass", () => {
  const walker = createRedactor({ paths: ["no.such.path"] });
  const names = fc.constantFrom(
    "a",
    "headers",
    "password",
    "value",
    "name",
    "rawHeaders",
    "tags",
    "token_type",
  );
  const texts = fc.constantFrom<unknown>(
    "plain",
    "",
    opaque,
    token,
    `password=${opaque}`,
    "Authorization",
    "--api-key",
    "é",
    5,
    10n,
    null,
    undefined,
    true,
  );
  const values = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      texts,
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(names, tie("value"), { maxKeys: 4 }),
    ),
  })).value;

  test("is one that the walk lets pass, and comes out the same", () => {
    fc.assert(
      fc.property(values, (value) => {
        // Twice: the first time, names are new to the glance.
        redactor.redact(value);
        const result = redactor.redact(value);
        expect(result).toStrictEqual(walker.redact(value));
        expect(result === value).toBe(walker.redact(value) === value);
      }),
      { numRuns: times(2_000) },
    );
  });

  test("unless it is deep, long or holds itself", () => {
    let deep: unknown = { note: token };
    for (let i = 0; i < 30; i++) deep = { deep };
    const loop: Record<string, unknown> = { note: "plain", list: [...Array(100).fill("x"), token] };
    loop.loop = loop;
    for (const value of [deep, loop, [{ a: { [Symbol.for("note")]: token } }]]) {
      redactor.redact(value);
      expect(inspect(redactor.redact(value), { depth: 40, maxArrayLength: 200 })).not.toContain(token);
    }
  });

  test("unless it is as long as the memory, to the byte", () => {
    const { redact } = createRedactor();
    const parts = (last: number) => [
      ...Array(9).fill("x".repeat(7_800)),
      "x".repeat(last),
      { a: { b: 12345 } },
      token,
    ];
    for (let last = 0; last < 8_000; last += 61) expect(redact(parts(last)).at(-1)).toBe("[REDACTED]");
  });

  test("whatever a getter redacts meanwhile", () => {
    const busy = (inner: unknown) => ({
      note: `see ${token}`,
      get size(): string {
        redactor.redact(inner);
        return "small";
      },
    });
    for (const inner of ["x".repeat(300), { text: "x".repeat(300) }, { size: [1, "x".repeat(300)] }]) {
      // Twice: the first time, names are new to the glance.
      redactor.redact(busy(inner));
      expect(redactor.redact(busy(inner)).note).toBe("see [REDACTED]");
    }
  });
});

test.each([
  '{"credentials":{"jti":"0000000000ecaf1bf","scopes":["read:users","write"],"key":"hunter22x"}}',
  '{"accessKey":{"status":"Active","userName":"ann","createDate":"Jul 10, 2026","n":4815162342}}',
  '{"password":{"type":"string","value":"hunter22x"}}',
  '{"credentials":{"user":{"name":"ann","word":"hunter22x"},"scopes":[{"key":"hunter22x"}]}}',
  '{"credentials":{"id":"password=hunter22x"}}',
  '{"password":0,"token":1523}',
])("members of a secret object: the same in an object and in text: %s", (text) => {
  expect(JSON.stringify(createRedactor().redact(JSON.parse(text)))).toBe(createRedactor().redact(text));
});

describe("names, own properties and bytes", () => {
  const { redact } = createRedactor();

  test("a name that holds a credential is replaced in every kind of container", () => {
    expect(redact({ [token]: { a: 1 }, b: "x" })).toEqual({ "[REDACTED]": { a: 1 }, b: "x" });
    expect(redact(new Map([[token, 5]]))).toEqual(new Map([["[REDACTED]", 5]]));
    expect(redact(new URLSearchParams({ [token]: "1" })).toString()).toBe("%5BREDACTED%5D=1");
  });

  test.each<[string, object]>([
    ["a function", Object.assign((a: number) => a + 1, { password: opaque })],
    ["a class", Object.assign(class Named {}, { config: { password: opaque } })],
    ["a date", Object.assign(new Date(0), { password: opaque })],
    ["an invalid date", Object.assign(new Date(Number.NaN), { password: opaque })],
    ["a regular expression", Object.assign(/a/g, { password: opaque })],
    ["bytes", Object.assign(Buffer.from("abc"), { password: opaque })],
    ["a boxed number", Object.assign(Object(7), { password: opaque })],
    ["a boxed string", Object.assign(Object("abc"), { password: opaque })],
    ["a boxed symbol", Object.assign(Object(Symbol("abc")), { password: opaque })],
    ["a promise", Object.assign(Promise.resolve(7), { password: opaque })],
    ["an array", Object.assign([1], { password: opaque })],
    ["a map", Object.assign(new Map([["a", 1]]), { password: opaque })],
    ["a set", Object.assign(new Set([1]), { password: opaque })],
  ])("own properties of %s", (_name, value) => {
    const before = inspect(value);
    const shown = inspect(redact({ value, list: [value] }), { depth: 9 });
    expect(shown).not.toContain(opaque);
    expect(shown).toContain("[REDACTED]");
    expect(inspect(value)).toBe(before);
    expect(Object.getPrototypeOf(redact(value))).toBe(Object.getPrototypeOf(value));
  });

  test("a copied function does what the source does", () => {
    const add = (a: number, b: number): number => a + b;
    add.password = opaque;
    const copy = redact(add);
    expect([copy(1, 2), copy.length, copy.name, copy.password]).toEqual([3, 2, "add", "[REDACTED]"]);
    class Point {
      static password = opaque;
      x = 1;
    }
    const Copy = redact(Point);
    expect(new Copy()).toEqual(new Point());
    expect(inspect(Copy)).not.toContain(opaque);
  });

  test("an array of many numbers keeps those that are none", () => {
    const codes = Array.from({ length: 40 }, (_, i) => i);
    expect(redact({ codes })).toEqual({ codes });
    const password = [...codes, 481516234242];
    expect(redact({ password })).toEqual(JSON.parse(redact(JSON.stringify({ password }))));
  });
});

test("a rule that reads no objects spares nothing in one", () => {
  const { redact } = createRedactor({ rules: [], keys: ["zebra"] });
  expect(redact({ zebra: { key: "hunter22x", id: "7" } })).toEqual({ zebra: { key: "[REDACTED]", id: "7" } });
});
