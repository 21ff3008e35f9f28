import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = join(root, "dist", "scrubjay.js");
const folder = mkdtempSync(join(tmpdir(), "scrubjay-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const TOKEN = ["ghp", "_", "1aB2".repeat(9)].join("");
const LOG = `plain\nAuthorization: Bearer ${TOKEN}\n{"password":"hunter2"}\n`;
const CLEAN = 'plain\nAuthorization: Bearer [REDACTED]\n{"password":"[REDACTED]"}\n';

function scrubjay(args: readonly string[], input: string | Buffer = "") {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
    input,
    timeout: 15_000,
    maxBuffer: 2 ** 26,
  });
  return { stdout: stdout.toString(), bytes: stdout, stderr: stderr.toString(), status };
}

function shell(command: string) {
  const { stdout, stderr, status } = spawnSync("bash", ["-c", command], {
    encoding: "utf8",
    timeout: 15_000,
    env: { ...process.env, S: `${process.execPath} ${program}`, TOKEN },
  });
  return { stdout, stderr, status };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("standard input to standard output", { timeout: 30_000 }, () => {
  test("redacts and leaves the rest", () => {
    expect(scrubjay([], LOG)).toMatchObject({ stdout: CLEAN, stderr: "", status: 0 });
    expect(scrubjay(["-"], LOG)).toMatchObject({ stdout: CLEAN, status: 0 });
  });

  test("nothing in, nothing out", () => {
    expect(scrubjay([], "")).toMatchObject({ stdout: "", stderr: "", status: 0 });
  });

  test("bytes that are no text pass unchanged, a last line without its end too", () => {
    const bytes = Buffer.from([0, 255, 254, 13, 10, 128, 0, 65]);
    expect(scrubjay([], bytes).bytes.equals(bytes)).toBe(true);
  });

  test("twenty megabytes, line for line", () => {
    const line = `{"level":30,"msg":"GET /index.html 200 ${"x".repeat(60)}"}\n`;
    const text = line.repeat(100_000) + LOG + line.repeat(100_000);
    const { stdout, status } = scrubjay([], text);
    expect(status).toBe(0);
    expect(stdout === line.repeat(100_000) + CLEAN + line.repeat(100_000)).toBe(true);
  });

  test("a line goes out while the input is still open", async () => {
    const child = spawn(process.execPath, [program]);
    const first = new Promise((resolve) => child.stdout.once("data", resolve));
    child.stdin.write(`password=hunter2 done\n`);
    expect(String(await first)).toBe("password=[REDACTED] done\n");
    child.stdin.end();
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
  });
});

describe("files", { timeout: 30_000 }, () => {
  test("in order, standard input among them", () => {
    const a = file("a.log", `a ${TOKEN}\n`);
    const b = file("b.log", "b\n");
    expect(scrubjay([a, "-", b], "in\n")).toMatchObject({ stdout: "a [REDACTED]\nin\nb\n", status: 0 });
  });

  test("one that cannot be read does not stop the others", () => {
    const a = file("a.log", "a\n");
    const { stdout, stderr, status } = scrubjay([join(folder, "missing.log"), folder, a]);
    expect(stdout).toBe("a\n");
    expect(stderr).toMatch(/missing\.log: no such file\n.*: is a directory\n$/);
    expect(status).toBe(1);
  });

  test("a match does not reach from one file into the next", () => {
    const a = file("a.log", `x ${TOKEN.slice(0, 2)}`);
    const b = file("b.log", "plain");
    expect(scrubjay([a, b]).stdout).toBe(`x ${TOKEN.slice(0, 2)}plain`);
  });
});

describe("flags", { timeout: 30_000 }, () => {
  test("--censor", () => {
    expect(scrubjay(["--censor", "label"], `${TOKEN}\n`).stdout).toMatch(/^\[REDACTED:github\/[a-z-]+\]\n$/);
    expect(scrubjay(["--censor=mask"], `${TOKEN}\n`).stdout).toBe(`${"*".repeat(TOKEN.length)}\n`);
  });

  test("--keys, --allow, --rules", () => {
    expect(scrubjay(["--keys", "ssn"], "ssn=078-05\n").stdout).toBe("ssn=[REDACTED]\n");
    expect(scrubjay(["--allow", "hunter2"], "password=hunter2\n").stdout).toBe("password=hunter2\n");
    const only = scrubjay(["--rules", "github/*"], `password=hunter2 ${TOKEN}\n`);
    expect(only.stdout).toBe("password=hunter2 [REDACTED]\n");
  });

  test("--stats counts by rule on stderr, and shows no secret", () => {
    const { stdout, stderr } = scrubjay(["--stats"], LOG);
    expect(stdout).toBe(CLEAN);
    expect(stderr).toMatch(/^scrubjay: 2 replaced in \d+ bytes\n( +\d+ {2}[a-z]+\/[a-z-]+\n){2}$/);
    expect(stderr).not.toContain(TOKEN);
  });

  test("--help and --version", () => {
    expect(scrubjay(["--help"])).toMatchObject({ stderr: "", status: 0 });
    expect(scrubjay(["-h"]).stdout).toMatch(/^Usage: scrubjay/);
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(scrubjay(["-V"]).stdout).toBe(`scrubjay ${version}\n`);
  });

  test.each([
    [["--bogus"], /--bogus/],
    [["--censor", "x"], /"x".*redacted/],
    [["--rules", "nobody/*"], /nobody/],
  ])("%j: one line on stderr, nothing on stdout, exit 2", (args, message) => {
    const { stdout, stderr, status } = scrubjay(args, LOG);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd()).not.toContain("\n");
    expect(status).toBe(2);
  });
});

describe("the ends of the pipe", { timeout: 30_000 }, () => {
  test("a reader that has enough ends it quietly", () => {
    const { stdout, stderr } = shell('yes "a line" | ($S; echo $? >&2) | head -n 1');
    expect(stdout).toBe("a line\n");
    expect(stderr).toBe("0\n");
  });

  test("a full disk is told", () => {
    const { stderr, status } = shell("echo x | $S > /dev/full");
    expect(stderr).toMatch(/^scrubjay: .*no space/);
    expect(status).toBe(1);
  });

  test("Ctrl-C on the pipeline loses no line", () => {
    const script = `
      const child = require("node:child_process").spawn(process.execPath, [${JSON.stringify(program)}]);
      child.stdout.pipe(process.stdout);
      child.stdin.write("first\\n");
      child.stdout.once("data", () => {
        child.kill("SIGINT");
        setTimeout(() => child.stdin.end("last\\n"), 100);
      });
      child.once("close", (code) => console.log("status " + code));
    `;
    const result = spawnSync(process.execPath, ["-e", script], { encoding: "utf8", timeout: 15_000 });
    expect(result.stdout).toBe("first\nlast\nstatus 0\n");
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
    const result = spawnSync(process.execPath, ["-e", script], { encoding: "utf8", timeout: 15_000 });
    expect(result.stdout).toBe("0 true\n");
  });
});
