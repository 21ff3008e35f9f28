import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { folderOf, program, shell, start, TOKEN, writeTo } from "../cli/program.ts";
import { times } from "../long.ts";
import { between, createRandom } from "../samples/random.ts";
import { Tally } from "./tally.ts";

const folder = folderOf("tried");
const random = createRandom(12);
const LINE = `plain\nsay ${TOKEN}\n{"password":"${TOKEN.slice(4)}","id":7}\n`;
const CLEAN = 'plain\nsay [REDACTED]\n{"password":"[REDACTED]","id":7}\n';
const secrets = [TOKEN.slice(4)];

test("kills while a file is replaced", async () => {
  const tally = new Tally("`--in-place` killed by `SIGKILL` at any moment", "kills");
  const [text, clean] = [LINE.repeat(30_000), CLEAN.repeat(30_000)];
  const file = join(folder, "app.log");
  while (tally.times < times(25)) {
    writeTo(folder, "app.log", text);
    const child = spawn(process.execPath, [program, "-i", file]);
    const ended = new Promise((resolve) => child.once("close", resolve));
    await sleep(between(0, 250, random));
    if (child.kill("SIGKILL")) tally.times++;
    await ended;
    tally.bytes += text.length;
    const after = readFileSync(file, "utf8");
    if (after !== text) tally.compare(after, clean);
    for (const name of readdirSync(folder).filter((each) => each !== "app.log")) {
      tally.lookFor(secrets, readFileSync(join(folder, name), "utf8"));
      rmSync(join(folder, name));
    }
  }
  tally.record();
});

test("signals during a stream", async () => {
  const tally = new Tally("`SIGINT`, `SIGTERM`, `SIGHUP` while a writer goes on and then ends", "signals");
  for (let i = 0; i < times(15); i++) {
    const signal = (["SIGINT", "SIGTERM", "SIGHUP"] as const)[i % 3]!;
    const run = start([]);
    const count = between(1, 3000, random);
    run.child.stdin!.write(LINE);
    await run.until((output) => output.length > 0);
    const killAt = between(0, count - 1, random);
    for (let at = 0; at < count; at++) {
      if (at === killAt) run.child.kill(signal);
      if (!run.child.stdin!.write(LINE))
        await new Promise((resolve) => run.child.stdin!.once("drain", resolve));
    }
    run.child.stdin!.end();
    const ended = await run.ended;
    // A signal that comes with the end of the input may find everything done.
    expect([signal, null]).toContain(ended.signal);
    if (ended.signal === null) expect(ended.status).toBe(0);
    tally.times++;
    tally.bytes += LINE.length * (count + 1);
    tally.compare(run.output(), CLEAN.repeat(count + 1));
    tally.lookFor(secrets, run.output());
  }
  tally.record();
});

test("a full disk", () => {
  const tally = new Tally("a full disk (`ENOSPC`): reported, with status 1", "runs");
  for (let i = 0; i < times(5); i++) {
    const bytes = between(1, 300_000, random);
    const { stderr, status } = shell(`yes 'token=${secrets[0]}' | head -c ${bytes} | $S > /dev/full`);
    tally.times++;
    tally.bytes += bytes;
    tally.lookFor(secrets, stderr);
    if (status !== 1 || !stderr.includes("no space left on device")) tally.lost++;
  }
  tally.record();
});

test("pipes that are not ready", () => {
  const tally = new Tally("non-blocking pipes (`EAGAIN`), the reader slow", "runs");
  const script = `
    const { spawn } = require("node:child_process");
    const child = spawn(process.execPath, [${JSON.stringify(program)}], { stdio: ["overlapped", "overlapped", 2] });
    child.stdout.on("data", (data) => {
      process.stdout.write(data);
      child.stdout.pause();
      setTimeout(() => child.stdout.resume(), 3);
    });
    const line = process.argv[1];
    setTimeout(() => child.stdin.end(line.repeat(20_000)), 100);
  `;
  for (let i = 0; i < times(3); i++) {
    const { stdout } = spawnSync(process.execPath, ["-e", script, LINE], {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    tally.times++;
    tally.bytes += LINE.length * 20_000;
    tally.compare(stdout, CLEAN.repeat(20_000));
    tally.lookFor(secrets, stdout);
  }
  tally.record();
});

test("a reader that has enough", () => {
  const tally = new Tally("a reader that has enough (`head`): ends by `SIGPIPE`, quietly", "runs");
  for (let i = 0; i < times(5); i++) {
    const lines = between(1, 2000, random);
    const { stdout, stderr } = shell(`yes 'token=${secrets[0]}' | ($S; echo $? >&2) | head -n ${lines}`);
    tally.times++;
    tally.bytes += stdout.length;
    tally.compare(stdout, "token=[REDACTED]\n".repeat(lines));
    tally.lookFor(secrets, stdout);
    if (stderr !== "141\n") tally.changed++;
  }
  tally.record();
});
