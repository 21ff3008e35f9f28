import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { folderOf, preload, program, scrubjay, shell, TOKEN, writeTo } from "../program.ts";

const folder = folderOf("in-place");
const TEXT = `plain\nsay ${TOKEN}\nend`;
const CLEAN = "plain\nsay [REDACTED]\nend";

/** What happens when the program has read some of its file, and writes. */
const atFirstWrite = (what: string): readonly string[] =>
  preload(`
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { writeSync } = fs;
    let calls = 0;
    fs.writeSync = (...args) => {
      if (++calls === 1) ${what};
      return writeSync(...args);
    };
    syncBuiltinESMExports();`);

/** A folder of its own, to see what is left in it. */
function place(name: string, text: string): { readonly directory: string; readonly file: string } {
  const directory = join(folder, name);
  mkdirSync(directory);
  return { directory, file: writeTo(directory, "app.log", text) };
}

describe("--in-place", () => {
  test("replaces files, with their mode, owner and times", () => {
    const { directory, file } = place("plain", TEXT);
    chmodSync(file, 0o640);
    // Only root may give a file away.
    if (process.getuid?.() === 0) chownSync(file, 1234, 2345);
    utimesSync(file, 1_500_000_000, 1_600_000_000);
    const before = statSync(file);
    expect(scrubjay(["--in-place", file])).toMatchObject({ stdout: "", stderr: "", status: 0 });
    expect(readFileSync(file, "utf8")).toBe(CLEAN);
    const { mode, uid, gid, mtimeMs, ino } = statSync(file);
    expect({ mode, uid, gid, mtimeMs }).toEqual({
      mode: before.mode,
      uid: before.uid,
      gid: before.gid,
      mtimeMs: before.mtimeMs,
    });
    expect(ino).not.toBe(before.ino);
    expect(readdirSync(directory)).toEqual(["app.log"]);
    // Again: nothing is found, so nothing is written.
    expect(scrubjay(["-i", file]).status).toBe(0);
    expect(statSync(file).ino).toBe(ino);
  });

  test("several, of which some cannot be", () => {
    const { directory, file } = place("several", TEXT);
    const other = writeTo(directory, "other.log", TEXT);
    const linked = writeTo(directory, "linked.log", TEXT);
    linkSync(linked, join(directory, "name.log"));
    const { stderr, status } = scrubjay(["-i", join(directory, "none"), directory, linked, file, other]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/none: no such file\n.*: is a directory.*\n.*has 2 names \(hard links\).*\n$/);
    expect([file, other, linked].map((path) => readFileSync(path, "utf8"))).toEqual([CLEAN, CLEAN, TEXT]);
  });

  test("a pipe is refused, not waited for", () => {
    const { stderr, status } = shell(`cd ${folder}; mkfifo pipe; $S -i pipe`);
    expect(stderr).toMatch(/pipe: not replaced: it is not a regular file/);
    expect(status).toBe(1);
  });

  test("a link stays one: the file that it leads to is replaced", () => {
    const { directory, file } = place("link", TEXT);
    const link = join(directory, "link.log");
    symlinkSync("app.log", link);
    expect(scrubjay(["-i", link]).status).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, "utf8")).toBe(CLEAN);
  });

  test("a file that is written to meanwhile is left", () => {
    const { directory, file } = place("growing", `${TEXT}\n`.repeat(20_000));
    const appends = atFirstWrite(`fs.appendFileSync(${JSON.stringify(file)}, "more\\n")`);
    const { stderr } = scrubjay(["-i", file], "", appends);
    expect(stderr).toMatch(/not replaced: it changed while it was read/);
    expect(readFileSync(file, "utf8").startsWith(TEXT)).toBe(true);
    expect(readdirSync(directory)).toEqual(["app.log"]);
  });

  test("ended by a signal, the file is the old one and nothing lies beside it", () => {
    const text = `${TEXT}\n`.repeat(100_000);
    const { directory, file } = place("signal", text);
    const ends = atFirstWrite('process.kill(process.pid, "SIGTERM")');
    expect(scrubjay(["-i", file], "", ends)).toMatchObject({ status: null, signal: "SIGTERM" });
    expect(readFileSync(file, "utf8") === text).toBe(true);
    expect(readdirSync(directory)).toEqual(["app.log"]);
  });

  test("killed at any moment, it is the old one or the new one, and what is left beside it is redacted", async () => {
    const text = `${TEXT}\n`.repeat(200_000);
    const clean = `${CLEAN}\n`.repeat(200_000);
    const { directory, file } = place("killed", text);
    for (let kill = 0; kill < 5; kill++) {
      writeTo(directory, "app.log", text);
      const child = spawn(process.execPath, [program, "-i", file]);
      const ended = new Promise((resolve) => child.once("close", resolve));
      while (readdirSync(directory).length < 2 && child.exitCode === null) await sleep(1);
      await sleep(kill * 20);
      child.kill("SIGKILL");
      await ended;
      const after = readFileSync(file, "utf8");
      expect(after === text || after === clean, `killed after ${kill * 20} ms`).toBe(true);
    }
    for (const name of readdirSync(directory).filter((each) => each !== "app.log"))
      expect(readFileSync(join(directory, name), "utf8")).not.toContain(TOKEN.slice(0, 12));
  });
});
