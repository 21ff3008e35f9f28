import { describe, expect, test } from "vitest";
import { CENSORED, redact } from "./walker.ts";

const secret = "s3cr3tabc";

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
    const shared = ["hunter22x", "sesame-9-street"];
    const copy = redact({ password: shared, tags: shared }) as Record<string, unknown>;
    expect(copy.password).toEqual([CENSORED, CENSORED]);
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
    ["string", "anything at all", CENSORED],
    ["empty string", "", ""],
    ["number", 1234, CENSORED],
    ["bigint", 5123456789n, CENSORED],
    ["null", null, null],
    ["undefined", undefined, undefined],
    ["boolean", true, CENSORED],
    ["empty array", [], []],
    ["empty object", {}, {}],
    ["date", new Date(0), CENSORED],
    ["buffer", Buffer.from("x"), CENSORED],
    ["array", ["hunter22x", ["hunter22y", 12345]], [CENSORED, [CENSORED, CENSORED]]],
    ["object", { word: "hunter22x", n: 12345, ok: true }, { word: CENSORED, n: CENSORED, ok: CENSORED }],
    ["map", new Map([["a", "hunter22x"]]), new Map([["a", CENSORED]])],
    ["set", new Set(["hunter22x"]), new Set([CENSORED])],
  ])("%s", (_name, value, expected) => {
    expect(redact({ password: value })).toEqual({ password: expected });
    expect(redact(new Map([["password", value]]))).toEqual(new Map([["password", expected]]));
  });
});

describe("pairs of name and value", () => {
  test.each<[string, unknown, unknown]>([
    [
      "rawHeaders",
      { rawHeaders: ["Authorization", "Basic hunter22x", "Accept", "y"] },
      // Of a name of one's own, all is hidden, the scheme too.
      { rawHeaders: ["Authorization", CENSORED, "Accept", "y"] },
    ],
    [
      "entries",
      [
        ["Authorization", "hunter22x"],
        ["Accept", "y"],
      ],
      [
        ["Authorization", CENSORED],
        ["Accept", "y"],
      ],
    ],
    ["entry with a list", [["authorization", ["hunter22x"]]], [["authorization", [CENSORED]]]],
    [
      "HAR header",
      [{ name: "Authorization", value: "hunter22x" }],
      [{ name: "Authorization", value: CENSORED }],
    ],
    ["key and value", { key: "password", value: 12345 }, { key: "password", value: CENSORED }],
    [
      "arguments",
      { spawnargs: ["psql", "--db-password", "hunter22x", "y"] },
      { spawnargs: ["psql", "--db-password", CENSORED, "y"] },
    ],
    ["a list of columns is no pair", { columns: ["password", "email"] }, { columns: ["password", "email"] }],
    ["a word count is no pair", [["password", 3]], [["password", 3]]],
  ])("%s", (_name, value, expected) => {
    expect(redact(value)).toEqual(expected);
  });
});
