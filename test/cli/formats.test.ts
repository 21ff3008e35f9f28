import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { folderOf, scrubjay, shell, start, TOKEN, writeTo } from "./program.ts";

const folder = folderOf("formats");
const TEXT = `é plain 😀\r\nAuthorization: Bearer ${TOKEN}\r\n{"password":"ü😀"}\r\n`;
const CLEAN = 'é plain 😀\r\nAuthorization: Bearer [REDACTED]\r\n{"password":"[REDACTED]"}\r\n';

const le = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");
const be = (text: string): Buffer => le(text).swap16();

describe("UTF-16", { timeout: 30_000 }, () => {
  test.each([
    ["little-endian", le],
    ["big-endian", be],
  ])("%s stays what it is", (_order, encode) => {
    expect(scrubjay([], encode(TEXT)).bytes.equals(encode(CLEAN))).toBe(true);
  });

  test("a byte at a time, with halves of characters and half a unit at the end", async () => {
    const lone = Buffer.from([0x00, 0xd8, 0x41, 0x00, 0x00, 0xdc, 0x0a, 0x00, 0x3d, 0xd8, 0x42]);
    const run = start([]);
    const out: Buffer[] = [];
    run.child.stdout!.on("data", (data: Buffer) => out.push(data));
    for (const byte of Buffer.concat([le(TEXT), lone])) {
      run.child.stdin!.write(Uint8Array.of(byte));
      await new Promise(setImmediate);
    }
    run.child.stdin!.end();
    await run.ended;
    expect(Buffer.concat(out).equals(Buffer.concat([le(CLEAN), lone]))).toBe(true);
  });

  test("by whole lines, and from gzip", () => {
    expect(scrubjay(["--line-buffered"], gzipSync(le(TEXT))).bytes.equals(le(CLEAN))).toBe(true);
  });

  test("a byte order mark alone, and half of one", () => {
    for (const bytes of [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe])])
      expect(scrubjay([], bytes).bytes.equals(bytes)).toBe(true);
  });
});

describe("compressed files", { timeout: 30_000 }, () => {
  test("gzip is unpacked, whatever its name, all its members", () => {
    const file = writeTo(folder, "a.log.1", Buffer.concat([gzipSync(TEXT), gzipSync(""), gzipSync(TEXT)]));
    expect(scrubjay([file])).toMatchObject({ stdout: CLEAN + CLEAN, stderr: "", status: 0 });
    expect(shell(`$S < ${file}`).stdout).toBe(CLEAN + CLEAN);
  });

  test.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, -20)],
    ["cut in its header", (bytes: Buffer) => bytes.subarray(0, 5)],
    ["spoilt", (bytes: Buffer) => bytes.fill(0x55, bytes.length - 200, bytes.length - 100)],
    ["with something behind it", (bytes: Buffer) => Buffer.concat([bytes, Buffer.from(`${TOKEN}\n`)])],
  ])("one %s: told, and nothing raw", (_what, spoil) => {
    const whole = gzipSync(`${TEXT}${Array.from({ length: 999 }, (_, i) => `${i * i} ${TOKEN}\n`).join("")}`);
    const { stdout, stderr, status } = scrubjay([], spoil(whole));
    expect(stdout).not.toContain(TOKEN.slice(4, 16));
    expect(stderr).toMatch(/^scrubjay: standard input: is no whole gzip file; what could .*\n$/);
    expect(status).toBe(1);
  });

  test.each([
    ["zstd", [0x28, 0xb5, 0x2f, 0xfd, 0x04]],
    ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
    ["bzip2", [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]],
    ["zip", [0x50, 0x4b, 0x03, 0x04, 0x14]],
  ])("%s, which Node cannot unpack, is refused", (name, head) => {
    const { stdout, stderr, status } = scrubjay([], Uint8Array.from([...head, 1, 2, 3]));
    expect(stdout).toBe("");
    expect(stderr).toMatch(new RegExp(`is compressed with ${name}; unpack it first: \\S+ -`));
    expect(status).toBe(1);
  });

  test("nor is gzip in gzip passed on", () => {
    const { stdout, stderr, status } = scrubjay([], gzipSync(gzipSync(TEXT)));
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    expect(stderr).toMatch(/compressed twice/);
  });

  test("text that starts like one is text", () => {
    for (const text of ["PK", "BZh9 is how bzip2 starts\n", "\x1f", "("])
      expect(scrubjay([], text).stdout).toBe(text);
  });

  test("in place, a gzip file stays one", () => {
    const file = writeTo(folder, "b.log.gz", gzipSync(TEXT));
    expect(scrubjay(["-i", file]).status).toBe(0);
    const { stdout } = shell(`cat ${file} | base64`);
    expect(gunzipSync(Buffer.from(stdout, "base64")).toString()).toBe(CLEAN);
  });
});
