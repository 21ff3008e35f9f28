import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { folderOf, scrubjay, shell, TOKEN, writeTo } from "../program.ts";

const folder = folderOf("formats");
const TEXT = `é plain 😀\r\nAuthorization: Bearer ${TOKEN}\r\n{"password":"ü😀"}\r\n`;
const CLEAN = 'é plain 😀\r\nAuthorization: Bearer [REDACTED]\r\n{"password":"[REDACTED]"}\r\n';

const le = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");
const be = (text: string): Buffer => le(text).swap16();

describe("UTF-16", () => {
  test.each([
    ["little-endian", le],
    ["big-endian", be],
  ])("%s stays what it is", (_order, encode) => {
    expect(scrubjay([], encode(TEXT)).bytes.equals(encode(CLEAN))).toBe(true);
  });

  test("by whole lines, and from gzip", () => {
    expect(scrubjay(["--line-buffered"], gzipSync(le(TEXT))).bytes.equals(le(CLEAN))).toBe(true);
  });
});

describe("compressed files", () => {
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
    expect(stderr).toMatch(
      /^scrubjay: standard input: the gzip file is (?:damaged|cut short); what could .*\n$/,
    );
    expect(status).toBe(1);
  });

  test("what is before bytes that follow a member is written to its end", () => {
    for (const lines of [1, 999]) {
      const line = `x password=hunter2 ${"y".repeat(99)}\n`;
      const bytes = Buffer.concat([gzipSync(line.repeat(lines)), Buffer.from("trailing")]);
      const { stdout, status } = scrubjay([], bytes);
      expect(stdout).toBe(line.replace("hunter2", "[REDACTED]").repeat(lines));
      expect(status).toBe(1);
    }
  });

  test.each([
    ["zip", "PK\x03\x04"],
    ["zip", "PK\x05\x06"],
    ["7z", "7z\xbc\xaf\x27\x1c"],
    ["rar", "Rar!\x1a\x07"],
    ["lz4", "\x04\x22\x4d\x18"],
    ["lzip", "LZIP\x01"],
    ["compress", "\x1f\x9d\x90"],
  ])("%s is refused, by an audit too", (name, head) => {
    const file = writeTo(folder, `${name}.bin`, Buffer.from(`${head}${"x".repeat(50)}`, "latin1"));
    const message = `${file}: is compressed with ${name}; unpack it first: `;
    expect(scrubjay([file])).toMatchObject({
      stdout: "",
      stderr: expect.stringContaining(message),
      status: 1,
    });
    expect(scrubjay(["audit", file])).toMatchObject({ stderr: expect.stringContaining(message), status: 2 });
    expect(scrubjay(["--binary", file])).toMatchObject({ stderr: "", status: 0 });
  });

  test("text that only begins alike is read", () => {
    for (const text of ["7z a password=hunter2\n", "PK password=hunter2\n", "Rar! password=hunter2\n"])
      expect(scrubjay([], text)).toMatchObject({ stdout: text.replace("hunter2", "[REDACTED]"), status: 0 });
  });

  test("what Node cannot unpack is refused", () => {
    const { stdout, stderr, status } = scrubjay([], Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 4, 1, 2, 3));
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    expect(stderr).toBe("scrubjay: standard input: is compressed with zstd; unpack it first: zstd -dc\n");
  });

  test("in place, a gzip file stays one", () => {
    const file = writeTo(folder, "b.log.gz", gzipSync(TEXT));
    expect(scrubjay(["-i", file]).status).toBe(0);
    const { stdout } = shell(`cat ${file} | base64`);
    expect(gunzipSync(Buffer.from(stdout, "base64")).toString()).toBe(CLEAN);
  });
});
