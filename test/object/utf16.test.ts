import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { createRedactor, redact } from "../../src/redactor/redactor.ts";
import { program } from "../cli/program.ts";

const le = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");
const be = (text: string): Buffer => le(text).swap16();

const TEXT = 'é password=hunter2 😀\ud800\r\n{"apiKey":"x1y2z3w4"}\r\n';
const CLEAN = 'é password=[REDACTED] 😀\ud800\r\n{"apiKey":"[REDACTED]"}\r\n';

describe.each([
  ["little-endian", le],
  ["big-endian", be],
])("UTF-16 with its mark, %s", (_order, encode) => {
  test("bytes are redacted as the filter does it", () => {
    const bytes = encode(TEXT);
    const redacted = redact(bytes);
    expect(redacted.equals(encode(CLEAN))).toBe(true);
    expect(bytes.equals(encode(TEXT))).toBe(true);
    expect(spawnSync(process.execPath, [program], { input: bytes }).stdout.equals(redacted)).toBe(true);
  });

  test("in an object, and in a plain Uint8Array", () => {
    const redacted = redact({ body: encode(TEXT) });
    expect(redacted.body.equals(encode(CLEAN))).toBe(true);
    const plain = redact(new Uint8Array(encode(TEXT)));
    expect(plain).toEqual(new Uint8Array(encode(CLEAN)));
  });

  test("clean text comes back as the same reference", () => {
    for (const text of ["", "plain", "é😀\n"]) {
      const bytes = encode(text);
      expect(redact(bytes)).toBe(bytes);
    }
  });

  test("half a unit at the end stays, and a long text", () => {
    const long = `${"é".repeat(20_000)} token=hunter2`;
    const bytes = Buffer.concat([encode(long), Buffer.of(0x41)]);
    const clean = Buffer.concat([encode(long.replace("hunter2", "[REDACTED]")), Buffer.of(0x41)]);
    expect(redact(bytes).equals(clean)).toBe(true);
  });

  test("scan counts in bytes, stats too", () => {
    const redactor = createRedactor();
    const bytes = encode(TEXT);
    const [match] = redactor.scan(bytes);
    expect(bytes.subarray(match!.start, match!.end).equals(encode("hunter2").subarray(2))).toBe(true);
    redactor.redact(bytes);
    expect(redactor.stats()).toMatchObject({ bytes: bytes.length, matches: 2 });
  });
});

test("without the mark it is no UTF-16", () => {
  const bytes = Buffer.from("\0p\0a\0s\0s");
  expect(redact(bytes)).toBe(bytes);
});

test("bytes stay of their class", () => {
  expect(Buffer.isBuffer(redact(Buffer.from("password=hunter2")))).toBe(true);
  expect(redact(new TextEncoder().encode("password=hunter2")).constructor).toBe(Uint8Array);
});
