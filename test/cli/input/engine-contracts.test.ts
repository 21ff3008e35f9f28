// Engines that no registry has, by what their documents say they ask of a program that they start (docs/log-engines.md).
import { spawnSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { expect, test } from "vitest";
import { folderOf, program, shell, start, TOKEN, writeTo } from "../program.ts";

const folder = folderOf("contracts");
const LINES = Array.from({ length: 200 }, (_, n) => `n=${n} Authorization: Bearer ${TOKEN}`);
const CLEAN = LINES.map((line) => line.replace(TOKEN, "[REDACTED]"));

test("Vector's exec source: lines on standard output, and nothing else on standard error, which are events too", () => {
  const file = writeTo(folder, "vector.log", `${LINES.join("\n")}\n`);
  // As it starts a command: without a terminal, and with no input.
  const run = spawnSync("sh", ["-c", `cat ${file} | ${process.execPath} ${program}`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  expect(run.stdout.toString()).toBe(`${CLEAN.join("\n")}\n`);
  expect(run.stderr.toString()).toBe("");
  expect(run.status).toBe(0);
});

test("what follows a file hands each line on before the next one comes, and ends with its input", async () => {
  const file = writeTo(folder, "followed.log", "");
  const run = start([], { stdio: ["pipe", "pipe", "pipe"] });
  for (const [i, line] of LINES.slice(0, 20).entries()) {
    appendFileSync(file, `${line}\n`);
    run.child.stdin!.write(`${line}\n`);
    await run.until((output) => output === `${CLEAN.slice(0, i + 1).join("\n")}\n`);
  }
  run.child.stdin!.end();
  expect(await run.ended).toEqual({ status: 0, signal: null });
});

test("Fluent Bit's exec and Logstash's pipe input: a command that is run again begins anew, with all lines", () => {
  const file = writeTo(folder, "again.log", `${LINES.join("\n")}\n`);
  for (let i = 0; i < 2; i++)
    expect(shell(`$S ${file} 2>&1`)).toEqual({ stdout: `${CLEAN.join("\n")}\n`, stderr: "", status: 0 });
});

test("Logstash's pipe output and syslog-ng's program(): a line in, a line in the file, whole lines only", () => {
  const { status } = shell(
    `printf '%s\\n' "password=hunter2" "plain" | $S --line-buffered >> ${folder}/out.log`,
  );
  expect(status).toBe(0);
  expect(shell(`cat ${folder}/out.log`).stdout).toBe("password=[REDACTED]\nplain\n");
});
