import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/index.ts";
import { times } from "../long.ts";
import { bytesOf } from "../program/matching.ts";
import { randomSecret } from "../samples/random-secret.ts";
import { allLines } from "./sample-lines.ts";
import { touchedIn } from "./untouched.ts";

const redactor = createRedactor();
const numRuns = times(400);
const MARK = "[REDACTED]";

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

function expectUntouched(text: string): void {
  const bytes = bytesOf(text);
  expect(touchedIn(text, latin1(redactor.redact(bytes)), redactor.scan(bytes))).toBeUndefined();
}

const lineCount = (text: string): number => text.split("\n").length;

describe("what is no credential stays", () => {
  test("byte for byte, in every notation", () => {
    for (const [name, line] of allLines) {
      expectUntouched(line);
      expect(lineCount(latin1(redactor.redact(bytesOf(line)))), name).toBe(lineCount(line));
    }
  });

  test("whatever bytes there are", () => {
    const bits = [
      "password=",
      "token: ",
      '"',
      "\\",
      "\r\n",
      "\n",
      "\0",
      "\xff",
      "\xfe",
      "\xc3",
      "\x1b[0m",
      "é",
      "ghp_",
      "[",
      "}",
    ];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...bits), fc.constantFrom(..."abc123 ,;:=&%")), { maxLength: 30 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (each) => {
        const out = latin1(redactor.redact(bytesOf(each)));
        expect(out.replace(/[^\r\n]/g, "")).toBe(each.replace(/[^\r\n]/g, ""));
        if (redactor.scan(bytesOf(each)).length === 0) expect(out).toBe(each);
      }),
      { numRuns },
    );
  });

  test.each([
    [
      "invalid UTF-8",
      "id=\xc3\x28 \xff\xfe password=hunter22x \xe2\x82 end\n",
      "id=\xc3\x28 \xff\xfe password=[REDACTED] \xe2\x82 end\n",
    ],
    ["NUL", "a\0b password=hunter22x\0c", "a\0b password=[REDACTED]\0c"],
    ["CRLF", "a\r\npassword=hunter22x\r\nb\r\n", "a\r\npassword=[REDACTED]\r\nb\r\n"],
  ])("%s", (_what, input, output) => {
    expect(latin1(redactor.redact(bytesOf(input)))).toBe(output);
  });

  test("lone surrogates", () => {
    const odd = "\ud800 x \udc00 password=hunter22x \udfff\ud800";
    expect(redactor.redact(odd)).toBe(odd.replace("hunter22x", MARK));
    expect(redactor.redact(`\ud83d\ude00${odd}`)).toBe(`\ud83d\ude00${odd.replace("hunter22x", MARK)}`);
  });

  test("what holds no credential is the same reference", () => {
    const bytes = bytesOf("GET /index.html 200");
    expect(redactor.redact(bytes)).toBe(bytes);
    const value = { a: [1, { b: "two" }], when: new Date(0) };
    expect(redactor.redact(value)).toBe(value);
  });
});

const secretString = fc.constantFrom(
  "hunter22x",
  'a"b\\c',
  "it's; b=c",
  "{x}",
  "[y]",
  "p:q,r",
  "<token>",
  "null",
  "",
  "é€🙂",
  "a\nb\tc",
);
const leaf = fc.oneof(
  secretString,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const sensitive = fc.constantFrom(
  "password",
  "token",
  "authorization",
  "cookie",
  "set-cookie",
  "apiKey",
  "client_secret",
);
const anyKey = fc.oneof(sensitive, fc.constantFrom("id", "msg", "name", "value", "headers", "ok"));
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(anyKey, tie("value"), { maxKeys: 4 }),
    tie("value").map((value) => JSON.stringify(value)),
  ),
})).value;

describe("JSON stays JSON", () => {
  test.each([0, 2])("whatever is under a sensitive name, indented by %i", (indent) => {
    fc.assert(
      fc.property(fc.dictionary(anyKey, json, { maxKeys: 5 }), (value) => {
        const text = JSON.stringify(value, null, indent);
        const out = redactor.redact(text);
        expect(() => JSON.parse(out), out).not.toThrow();
        expect(lineCount(out)).toBe(lineCount(text));
      }),
      { numRuns: numRuns * 4 },
    );
  });

  test("strings in strings, to three levels", () => {
    for (const secret of ["hunter22x", 'a"b\\c', `x${randomSecret(30)}`]) {
      let text = JSON.stringify({ id: 1, password: secret, list: { token: [secret, 7_777_777] }, end: "é" });
      for (let depth = 1; depth <= 3; depth++) {
        text = JSON.stringify({ level: 30, msg: text, after: true });
        let value: unknown = JSON.parse(redactor.redact(text));
        for (let i = 0; i < depth; i++) value = JSON.parse((value as { msg: string }).msg);
        expect(value).toEqual({ id: 1, password: MARK, list: { token: [MARK, MARK] }, end: "é" });
      }
    }
  });

  test.each([
    ["a placeholder in angle brackets", '{ "id": 7, "token": "<token>", "ok": true }'],
    ["a placeholder that names a key", '{"password":"<password>" , "next":"a"}'],
  ])("%s", (_what, text) => {
    expect(redactor.redact(text)).toBe(text);
  });
});
