import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { HANG_MS } from "../../long.ts";
import { folderOf, preload, program, shell, start, TOKEN, writeTo } from "../program.ts";

const folder = folderOf("endings");

/** A program whose seconds never end: what it ends by is no limit of time. */
const patient = preload(`
  const real = globalThis.setTimeout;
  globalThis.setTimeout = (run, ms, ...rest) => real(run, ms >= 1_000 ? 2 ** 31 - 1 : ms, ...rest);`);

describe("the ends of the pipe", () => {
  test("a reader that has enough ends it quietly, by the signal that ends cat", () => {
    const { stdout, stderr } = shell('yes "a line" | ($S; echo $? >&2) | head -n 1');
    expect(stdout).toBe("a line\n");
    expect(stderr).toBe("141\n");
  });

  test.each(["echo x | $S > /dev/full", "$S --help > /dev/full"])("a full disk is told: %s", (command) => {
    const { stderr, status } = shell(command);
    expect(stderr).toBe("scrubjay: cannot write: no space left on device (ENOSPC)\n");
    expect(status).toBe(1);
  });

  test("a slow reader gets everything, and holds the writer back", async () => {
    const run = start([]);
    const { stdin, stdout } = run.child;
    stdout!.pause();
    const line = `${"a line of some length ".repeat(40)}\n`;
    let written = 0;
    while (written < 20_000_000 && stdin!.write(line.repeat(100))) written += line.length * 100;
    await sleep(300);
    // What the pipes, Node's buffers and one block hold.
    for (; stdin!.writableLength < 1_000_000; written += line.length * 100) stdin!.write(line.repeat(100));
    expect(written).toBeLessThan(5_000_000);
    stdin!.end();
    stdout!.resume();
    expect(await run.ended).toEqual({ status: 0, signal: null });
    expect(run.output().length % line.length).toBe(0);
    expect(run.output().startsWith(line) && run.output().endsWith(line)).toBe(true);
  });

  test("a slow reader is waited for, not asked again and again", () => {
    const counted = writeTo(
      folder,
      "counted.cjs",
      `const fs = require("node:fs");
      const { writeSync } = fs;
      let calls = 0;
      fs.writeSync = (...args) => (calls++, writeSync(...args));
      process.on("exit", () => console.error(calls));`,
    );
    const { stderr } = shell(
      `yes x | head -c 300000 | NODE_OPTIONS="--require ${counted}" $S | (sleep 0.5; cat > /dev/null)`,
    );
    // A block and the rest of one at a time; to spin for half a second is a hundred thousand.
    expect(Number(stderr)).toBeGreaterThan(0);
    expect(Number(stderr)).toBeLessThan(500);
  });

  test("a descriptor that is not ready is waited for", () => {
    // A socket pair made non-blocking by its other holder: reads and writes meet EAGAIN.
    const script = `
      const { spawn } = require("node:child_process");
      const child = spawn(process.execPath, [${JSON.stringify(program)}], { stdio: ["overlapped", "overlapped", 2] });
      let text = "";
      child.stdout.on("data", (data) => { text += data; });
      const line = "a line of some length\\n".repeat(50_000);
      setTimeout(() => child.stdin.end(line), 300);
      child.once("close", (code) => console.log(code, text === line));
    `;
    const result = spawnSync(process.execPath, ["-e", script], { encoding: "utf8", timeout: HANG_MS });
    expect(result.stdout).toBe("0 true\n");
  });

  test("who shares the pipe finds it as it was", () => {
    const flags = "grep flags /proc/self/fdinfo/1";
    const { stdout } = shell(`(${flags}; sleep 1 | $S & sleep 0.5; ${flags}; wait; ${flags}) | cat`);
    expect(new Set(stdout.trim().split("\n")).size).toBe(1);
  });
});

describe("signals", () => {
  test("what was held back is written, then they end it", async () => {
    const end = async (signal: NodeJS.Signals): Promise<void> => {
      const run = start([]);
      run.child.stdin!.write(`first\nsay ${TOKEN.slice(0, 9)}`);
      await run.until((output) => output.startsWith("first\n"));
      run.child.kill(signal);
      expect(await run.ended).toEqual({ status: null, signal });
      expect(run.output()).toMatch(/^first\nsay (?:gh|\[)/);
      expect(run.errors()).toBe("");
    };
    await Promise.all((["SIGINT", "SIGTERM", "SIGHUP"] as const).map(end));
  });

  test("one that ends the writer, too, ends it", () => {
    // `set -m` gives the pipeline a group of its own, as a terminal's Ctrl-C finds it.
    const { stdout } = shell("set -m; sleep 600 | $S & sleep 0.5; kill -INT %1; wait %1; echo $?");
    expect(stdout).toBe("130\n");
  });

  test("a terminal that goes away ends it by SIGHUP", () => {
    const session = writeTo(
      folder,
      "session.sh",
      `trap "" HUP; while echo a line; do sleep 0.02; done | $S; echo \${PIPESTATUS[1]} > $1`,
    );
    const [status, screen] = [join(folder, "status"), join(folder, "screen")];
    const { stdout } = shell(
      `script -qfc "bash ${session} ${status}" ${screen} > /dev/null < /dev/null &
      until grep -qs "a line" ${screen}; do sleep 0.1; done
      kill -KILL $!; until [ -s ${status} ]; do sleep 0.1; done; cat ${status}`,
    );
    expect(stdout).toBe("129\n");
  });

  test("the writer's last words are waited for", async () => {
    const run = start([], {}, patient);
    run.child.stdin!.write("first\n");
    await run.until((output) => output === "first\n");
    run.child.kill("SIGINT");
    await sleep(100);
    run.child.stdin!.write("going down\n");
    await sleep(100);
    run.child.stdin!.end(`last ${TOKEN}\n`);
    expect(await run.ended).toEqual({ status: null, signal: "SIGINT" });
    expect(run.output()).toBe("first\ngoing down\nlast [REDACTED]\n");
  });

  test("a second one ends the reading at once", async () => {
    // A writer that is never silent is read for five seconds after the first, which never end here.
    const run = start([], {}, patient);
    run.child.stdin!.write("first\n");
    await run.until((output) => output === "first\n");
    run.child.stdin!.on("error", () => {});
    const talk = setInterval(() => run.child.stdin!.write("more\n"), 100);
    run.child.kill("SIGINT");
    // One that is heard right after the first is the same one, passed on by a launcher.
    const again = setInterval(() => run.child.kill("SIGINT"), 400);
    expect(await run.ended).toEqual({ status: null, signal: "SIGINT" });
    for (const each of [talk, again]) clearInterval(each);
  });

  test("a large file is left at once", async () => {
    const file = writeTo(folder, "large.log", "a line of some length\n".repeat(2_000_000));
    const run = start([file]);
    await run.until((output) => output !== "");
    run.child.kill("SIGTERM");
    expect(await run.ended).toEqual({ status: null, signal: "SIGTERM" });
    expect(run.output().length).toBeLessThan(40_000_000);
  });

  test("a stuck output does not keep it from ending", async () => {
    const run = start([]);
    const ended = new Promise((resolve) => {
      run.child.once("exit", (_status, by) => resolve(by));
    });
    run.child.stdout!.pause();
    run.child.stdin!.on("error", () => {});
    run.child.stdin!.write("x\n".repeat(1_000_000));
    await sleep(700);
    run.child.kill("SIGTERM");
    await sleep(400);
    run.child.kill("SIGTERM");
    await sleep(100);
    run.child.kill("SIGTERM");
    expect(await ended).toBe("SIGTERM");
  });
});
