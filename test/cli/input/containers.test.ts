import { spawnSync } from "node:child_process";
import { copyFileSync, linkSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { containerOf } from "../../../src/cli/input/containers.ts";
import { folderOf, scrubjay, TOKEN, writeTo } from "../program.ts";

const folder = folderOf("containers");
const LINE = `login with token=${TOKEN}\n`;
const CLEAN = "login with token=[REDACTED]\n";

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");

/** A real archive of one log, by tar(1) itself. */
function tarOf(name: string, ...args: string[]): Buffer {
  writeTo(folder, `${name}.log`, LINE);
  const file = join(folder, `${name}.tar`);
  spawnSync("tar", ["-C", folder, ...args, "-cf", file, `${name}.log`]);
  return readFileSync(file);
}

/** Hides its token in rows of small numbers, as databases and protocol buffers have them. */
const records = bytes(Array.from({ length: 40 }, (_, i) => `\x08\x01\x12\x10${i}\0\x02${LINE}`).join(""));

describe("--in-place skips what breaks if its length changes", () => {
  test.each<[name: string, content: Buffer, told: RegExp]>([
    ["tar", tarOf("gnu"), /is a tar archive/],
    ["tar as it was before POSIX", tarOf("v7", "--format=v7"), /is a tar archive/],
    ["tar in gzip", gzipSync(tarOf("gz")), /is a tar archive/],
    ["SQLite", bytes(`SQLite format 3\0${LINE.repeat(30)}`), /is an SQLite database/],
    ["SQLite in gzip", gzipSync(bytes(`SQLite format 3\0${LINE}`)), /is an SQLite database/],
    ["zip", bytes(`PK\x03\x04\n\0${LINE}`), /is a zip archive/],
    ["an empty zip", bytes(`PK\x05\x06\n\0${LINE}`), /is a zip archive/],
    ["7z", bytes(`7z\xbc\xaf\x27\x1c${LINE}`), /is a 7z archive/],
    ["cpio", bytes(`070701${"0000000A".repeat(13)}a.log\0${LINE}`), /is a cpio archive/],
    ["ISO", Buffer.concat([Buffer.alloc(0x8001), bytes(`CD001\x01${LINE}`)]), /is an ISO image/],
    ["Berkeley DB", bytes(`${"\0".repeat(12)}\x62\x31\x05\0${LINE}`), /is a Berkeley DB database/],
    ["DuckDB", bytes(`12345678DUCK\x40\0\0\0${LINE}`), /is a DuckDB database/],
    ["PDF", bytes(`%PDF-1.7\n${LINE}`), /is a PDF document/],
    ["a program", bytes(`\x7fELF\x02\x01\x01${LINE}`), /is a program/],
    ["records of some kind", records, /is not text/],
  ])("%s", (name, content, told) => {
    const file = writeTo(folder, name.replaceAll(" ", "-"), content);
    const { stderr, status } = scrubjay(["-i", file]);
    expect(stderr).toMatch(told);
    expect(stderr.match(/\n/g)).toHaveLength(1);
    expect(status).toBe(1);
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  test("and --binary redacts it all the same", () => {
    for (const content of [tarOf("all"), bytes(`SQLite format 3\0${LINE}`), bytes(`PK\x03\x04\n\0${LINE}`)]) {
      const file = writeTo(folder, "binary", content);
      expect(scrubjay(["-i", "--binary", file])).toMatchObject({ stderr: "", status: 0 });
      expect(readFileSync(file, "latin1")).toBe(content.toString("latin1").replace(TOKEN, "[REDACTED]"));
    }
    const packed = writeTo(folder, "binary.tgz", gzipSync(tarOf("packed")));
    expect(scrubjay(["-i", "--binary", packed])).toMatchObject({ stderr: "", status: 0 });
    expect(gunzipSync(readFileSync(packed)).toString("latin1")).toContain(CLEAN);
  });

  test("a file that is refused does not keep others from being redacted", () => {
    const tar = writeTo(folder, "one.tar", tarOf("one"));
    const log = writeTo(folder, "other.log", LINE);
    expect(scrubjay(["-i", tar, log]).status).toBe(1);
    expect(readFileSync(log, "utf8")).toBe(CLEAN);
  });
});

describe("what is text stays what it is", () => {
  test.each<[name: string, content: Buffer, clean: Buffer]>([
    ["UTF-16", Buffer.from(`\ufeff${LINE}`, "utf16le"), Buffer.from(`\ufeff${CLEAN}`, "utf16le")],
    ["UTF-16 without a mark", Buffer.from(LINE, "utf16le"), Buffer.from(CLEAN, "utf16le")],
    [
      "padded with NUL, cut while it was written",
      Buffer.concat([Buffer.alloc(70_000), bytes(LINE)]),
      Buffer.concat([Buffer.alloc(70_000), bytes(CLEAN)]),
    ],
    ["ended by NUL", bytes(`a\0b\0${LINE}\0`.repeat(20)), bytes(`a\0b\0${CLEAN}\0`.repeat(20))],
    ["with colours", bytes(`\x1b[31m\x07${LINE}`.repeat(20)), bytes(`\x1b[31m\x07${CLEAN}`.repeat(20))],
    ["a day that is cpio's number", bytes(`070701 12:00:00 ${LINE}`), bytes(`070701 12:00:00 ${CLEAN}`)],
    ["Latin-1", bytes(`caf\xe9 ${LINE}`.repeat(20)), bytes(`caf\xe9 ${CLEAN}`.repeat(20))],
    ["the word itself", bytes(`${"ustar ".repeat(99)}${LINE}`), bytes(`${"ustar ".repeat(99)}${CLEAN}`)],
    ["a name in its place", bytes(`SQLite format 3 ${LINE}`), bytes(`SQLite format 3 ${CLEAN}`)],
    ["a bird", bytes(`lunch:  DUCK with ${LINE}`), bytes(`lunch:  DUCK with ${CLEAN}`)],
    ["less than a line", bytes("token=hunter2"), bytes("token=[REDACTED]")],
  ])("%s", (name, content, clean) => {
    const file = writeTo(folder, `${name.replaceAll(" ", "-")}.log`, content);
    expect(scrubjay(["-i", file])).toMatchObject({ stderr: "", status: 0 });
    expect(readFileSync(file).equals(clean)).toBe(true);
  });

  test("a header of old tar with another sum, and one control character in twenty", () => {
    const old = tarOf("sum", "--format=v7").subarray(0, 1024);
    expect(containerOf(old)).toBe("a tar archive");
    old[0]! ^= 1;
    expect(containerOf(old)).toBeUndefined();
    expect(containerOf(bytes(`${"a".repeat(19)}\x01`.repeat(10)))).toBeUndefined();
    expect(containerOf(bytes(`${"a".repeat(18)}\x01`.repeat(10)))).toBe("not text");
  });
});

describe("--in-place=EXT and --dry-run", () => {
  test.each(["--in-place=.bak", "-i.bak"])("%s keeps the old file", (flag) => {
    const file = writeTo(folder, `kept${flag}.log`, LINE);
    const { ino } = statSync(file);
    expect(scrubjay([flag, file])).toMatchObject({ stdout: "", stderr: "", status: 0 });
    expect(readFileSync(file, "utf8")).toBe(CLEAN);
    expect(readFileSync(`${file}.bak`, "utf8")).toBe(LINE);
    expect(statSync(`${file}.bak`).ino).toBe(ino);
    // Nothing is found now, so there is nothing to keep.
    expect(scrubjay([flag, file])).toMatchObject({ stderr: "", status: 0 });
    expect(readFileSync(`${file}.bak`, "utf8")).toBe(LINE);
  });

  test("an older file of that name is not lost", () => {
    const file = writeTo(folder, "older.log", LINE);
    writeTo(folder, "older.log.bak", "older\n");
    const { stderr, status } = scrubjay(["--in-place=.bak", file]);
    expect(stderr).toMatch(/older\.log: not replaced: .*older\.log\.bak exists already\n$/);
    expect(status).toBe(1);
    expect(readFileSync(file, "utf8")).toBe(LINE);
    expect(readFileSync(`${file}.bak`, "utf8")).toBe("older\n");
    expect(readdirSync(folder).filter((name) => name.endsWith(".scrubjay"))).toEqual([]);
  });

  test("a dry run says what would be done, and does nothing", () => {
    const file = writeTo(folder, "dry.log", LINE.repeat(3));
    const clean = writeTo(folder, "dry-clean.log", "nothing\n");
    const tar = writeTo(folder, "dry.tar", tarOf("dry-tar"));
    const linked = writeTo(folder, "dry-linked.log", LINE);
    linkSync(linked, join(folder, "dry-name.log"));
    const before = readdirSync(folder);
    const { stdout, stderr, status } = scrubjay(["-i.bak", "--dry-run", "--stats", file, clean, tar, linked]);
    expect(stdout).toBe(`${file}: 3 to replace\n`);
    expect(stderr).toMatch(
      /dry\.tar: not replaced: it is a tar archive.*\n.*dry-linked\.log: not replaced: it has 2 names.*\nscrubjay: 3 replaced/,
    );
    expect(status).toBe(1);
    expect(readFileSync(file, "utf8")).toBe(LINE.repeat(3));
    expect(readdirSync(folder)).toEqual(before);
    const packed = writeTo(folder, "dry.log.gz", gzipSync(LINE));
    copyFileSync(packed, `${packed}.old`);
    expect(scrubjay(["-i", "--dry-run", packed]).stdout).toBe(`${packed}: 1 to replace\n`);
    expect(readFileSync(packed).equals(readFileSync(`${packed}.old`))).toBe(true);
  });
});
