import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { leakyTexts, withoutSecrets } from "./leak.ts";
import { distFile, TOKEN } from "./run-script.ts";

const register = distFile("adapters/register.js");
const REGISTERED = ["--import", register];

// Under the packages that the scripts import.
const folder = mkdtempSync(fileURLToPath(new URL("../../node_modules/.scrubjay-", import.meta.url)));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** A module with `fs`, `TOKEN` and what it is given as `args`. */
function fileOf(script: string, name = `script-${files++}.mjs`): string {
  const file = join(folder, name);
  const prelude = `import fs from "node:fs"; const TOKEN = ${JSON.stringify(TOKEN)}; const args = process.argv.slice(2);\n`;
  writeFileSync(file, prelude + script);
  return file;
}

/** Runs a module with scrubjay/register, or with other flags. */
function run(script: string, flags: readonly string[] = REGISTERED, args: readonly string[] = []) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, fileOf(script), ...args], {
    encoding: "utf8",
    timeout: 20_000,
    maxBuffer: 2 ** 26,
  });
  return { stdout, stderr, status };
}

/** The same with and without, for what holds no credential. */
function expectSame(script: string) {
  const named = ({ stderr, ...rest }: ReturnType<typeof run>) => ({
    ...rest,
    stderr: stderr.replaceAll(/script-\d+/g, ""),
  });
  const plain = named(run(script, []));
  expect(named(run(script))).toEqual(plain);
  return plain;
}

describe("scrubjay/register", { timeout: 60_000 }, () => {
  test("console, both streams, every way to write", () => {
    const { stdout, stderr, status } = run(`
      console.log("a", TOKEN, { apiKey: "hunter2" });
      console.error("b %s", TOKEN);
      process.stdout.write("token=hunter2\\n");
      process.stdout.write(Buffer.from(TOKEN + " c\\n"));
      process.stdout.write(new Uint8Array(Buffer.from(TOKEN + " d\\n")));
      process.stdout.write(Buffer.from(TOKEN + " e\\n").toString("hex"), "hex");
      process.stdout.write(Buffer.from(TOKEN + " f\\n").toString("base64"), "base64");
      process.stdout.write(TOKEN + " \\xe9\\n", "latin1");
      process.stderr.end("g password=hunter2\\n");
    `);
    expect(stdout).not.toMatch(/hunter2|ghp_/);
    expect(stdout).toContain("a [REDACTED] { apiKey: '[REDACTED]' }\n");
    expect(stdout).toMatch(
      /token=\[REDACTED\]\n\[REDACTED\] c\n\[REDACTED\] d\n\[REDACTED\] e\n\[REDACTED\] f\n/,
    );
    expect({ stderr, status }).toEqual({ stderr: "b [REDACTED]\ng password=[REDACTED]\n", status: 0 });
  });

  test("a credential in pieces, corked, piped, over descriptors", () => {
    const { stdout, stderr } = run(`
      import { Readable } from "node:stream";
      for (const c of "Authorization: Bearer " + TOKEN + "\\n") process.stdout.write(c);
      process.stdout.cork();
      process.stdout.write(TOKEN.slice(0, 9));
      process.stdout.write(Buffer.from(TOKEN.slice(9) + "\\n"));
      process.stdout.uncork();
      process.stdout.write("password=hun");
      fs.writeSync(1, "ter2\\n");
      await new Promise((end) => Readable.from([TOKEN.slice(0, 20), TOKEN.slice(20)]).on("end", end).pipe(process.stderr));
    `);
    expect(stdout).toBe("Authorization: Bearer [REDACTED]\n[REDACTED]\npassword=[REDACTED]\n");
    expect(stderr).toBe("[REDACTED]");
  });

  test("what fs writes to the descriptors, with the results that Node states", () => {
    const { stdout, stderr } = run(`
      import { writeSync } from "node:fs";
      import { promisify } from "node:util";
      const line = "password=hunter2\\n";
      const results = [
        writeSync(1, line),
        fs.writeSync(1, Buffer.from("xx" + line + "xx"), 2, 17),
        fs.writeSync(1, Buffer.from("x" + line), { offset: 1 }),
        fs.writevSync(1, [Buffer.from(line.slice(0, 11)), Buffer.from(line.slice(11))]),
        (await promisify(fs.write)(1, line)).bytesWritten,
        (await promisify(fs.write)(1, Buffer.from(line), 0, 17)).bytesWritten,
        (await promisify(fs.writev)(1, [Buffer.from(line)])).bytesWritten,
        fs.writeFileSync(1, line),
        fs.appendFileSync(1, Buffer.from(line)),
        await promisify(fs.writeFile)(1, line),
      ];
      await new Promise((end) => fs.createWriteStream(null, { fd: 1, autoClose: false }).end(line, end));
      for (const wrong of [[1, 7], [1, Buffer.from(line), 99], [1, Buffer.from(line), 1, 99], [1, [line]]]) {
        try { fs.writeSync(...wrong); results.push("taken"); } catch ({ code }) { results.push(code); }
      }
      console.error(JSON.stringify(results));
    `);
    expect(stdout).toBe("password=[REDACTED]\n".repeat(11));
    expect(JSON.parse(stderr)).toEqual([
      ...[17, 17, 17, 17, 17, 17, 17, null, null, null],
      ...["ERR_INVALID_ARG_TYPE", "ERR_OUT_OF_RANGE", "ERR_OUT_OF_RANGE", "ERR_INVALID_ARG_TYPE"],
    ]);
  });

  test("pino as it comes, which asks no stream", () => {
    const { stdout, status } = run(`
      import pino from "pino";
      pino().info({ password: "hunter2" }, TOKEN);
      const later = pino(pino.destination({ sync: false }));
      later.info(TOKEN);
      later.flush();
    `);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([{ password: "[REDACTED]", msg: "[REDACTED]" }, { msg: "[REDACTED]" }]);
    expect(status).toBe(0);
  });

  test("callbacks, return values, events and errors are Node's", () => {
    const { stdout, stderr } = expectSame(`
      const said = [];
      const { stdout } = process;
      said.push(stdout.write("a\\n", () => said.push("written")), stdout.write("", () => said.push("empty")));
      said.push(stdout.write("b\\n", "utf8", (error) => said.push(error ?? "no error")));
      for (const wrong of [null, 7, {}]) try { stdout.write(wrong); } catch ({ code }) { said.push(code); }
      try { stdout.write("x", "no encoding"); } catch ({ code }) { said.push(code); }
      stdout.once("finish", () => said.push("finish"));
      stdout.on("error", ({ code }) => said.push(code));
      await new Promise((end) => stdout.end("c {", end));
      said.push(stdout.write("d\\n"), stdout.writableEnded, stdout.isTTY, stdout.fd);
      process.on("exit", () => console.error(said.join(" ")));
    `);
    expect(stdout).toBe("a\nb\nc {");
    expect(stderr).toMatch(/^true true true ERR_STREAM_NULL_VALUES .* EPIPE\n$/);
  });

  test("a prompt goes out before its answer is there", async () => {
    const child = spawn(process.execPath, [
      ...REGISTERED,
      fileOf('process.stdout.write("Password: "); process.stdin.resume();'),
    ]);
    const [data] = await once(child.stdout, "data");
    expect(String(data)).toBe("Password: ");
    child.stdin.end();
    await once(child, "close");
  });

  test("into a file", () => {
    const file = join(folder, "out");
    const out = openSync(file, "w");
    const script = fileOf("console.log(TOKEN); fs.writeSync(1, TOKEN + ' end');");
    spawnSync(process.execPath, [...REGISTERED, script], { stdio: ["ignore", out, "inherit"] });
    closeSync(out);
    expect(readFileSync(file, "utf8")).toBe("[REDACTED]\n[REDACTED] end");
  });

  test("a slow reader gets all of it, a reader that leaves ends nothing else", async () => {
    const script = fileOf(`
      for (let i = 0; i < 4000; i++) console.log(i, TOKEN, "x".repeat(60));
      process.stdout.write("password: {");
    `);
    const child = spawn(process.execPath, [...REGISTERED, script]);
    let text = "";
    for await (const chunk of child.stdout) {
      text += chunk;
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    expect(text.split("\n")).toHaveLength(4001);
    expect(text).not.toContain(TOKEN);
    const [plain, covered] = [[], REGISTERED].map((flags) => {
      const command = [process.execPath, ...flags, script].join(" ");
      return spawnSync("bash", ["-c", `set -o pipefail; ${command} 2> /dev/null | head -c 10 > /dev/null`])
        .status;
    });
    expect(covered).toBe(plain);
  });
});

describe("at the end", { timeout: 60_000 }, () => {
  const held = 'process.stdout.write("last password: {");';
  test.each([
    ["when nothing is left to do", held],
    ["at process.exit", `${held} process.exit(0);`],
    ["in a listener for exit", `process.on("exit", () => { ${held} });`],
    ["in one that is added late", `process.on("exit", () => process.on("exit", () => {})); ${held}`],
    [
      "at beforeExit, and more after it",
      `${held} process.once("beforeExit", () => setTimeout(() => {}, 5));`,
    ],
    ["when an error ends it", `${held} process.on("exit", () => {}); throw 0;`],
    ["by way of a descriptor", `fs.writeSync(1, "last password: {");`],
    ["when the stream is ended", `process.stdout.end("last password: {");`],
  ])("nothing is held back: %s", (_, script) => {
    expect(run(script).stdout).toBe("last password: [REDACTED]");
  });

  test("after the listeners for exit each write goes out whole", () => {
    const script = `process.on("exit", () => { process.stdout.write("token=" + TOKEN + " "); process.stdout.write("a password: {"); });`;
    expect(run(script).stdout).toBe("token=[REDACTED] a password: [REDACTED]");
  });

  const error =
    'const error = Object.assign(new Error("token=hunter2"), { config: { headers: { authorization: TOKEN } } });';
  test.each([
    ["thrown", `${error} throw error;`, 1],
    ["in a promise", `${error} Promise.reject(error); setTimeout(() => {}, 1000);`, 1],
    ["a text", "throw 'password=hunter2';", 1],
    ["as a cause", `${error} throw new AggregateError([error], "all", { cause: error });`, 1],
    [
      "by a listener for uncaught errors",
      `${error} process.on("uncaughtException", () => { throw error; }); throw 0;`,
      7,
    ],
    ["with a status of one's own", `${error} process.exitCode = 3; throw error;`, 3],
    ["by a listener for exit", `${error} process.on("exit", () => { throw error; });`, 7],
    ["by one after another", `${error} process.on("exit", () => { throw error; }); throw error;`, 7],
  ])("an uncaught error is shown redacted: %s", (_, script, stated) => {
    const plain = run(script, []);
    const { stderr, status } = run(script);
    expect(stderr).toContain("[REDACTED]");
    expect(stderr).toMatch(/\n\nNode\.js v\d+.*\n$/);
    expect(stderr).not.toMatch(/hunter2|ghp_/);
    expect(plain.stderr).toMatch(/hunter2|ghp_/);
    expect([stated, plain.status]).toContain(status);
  });

  test("an uncaught error without a credential is Node's own affair", () => {
    expectSame('process.on("exit", (code) => console.log("exit", code)); throw new Error("plain");');
    expectSame('process.on("uncaughtException", () => console.log("caught")); throw new Error("plain");');
    expectSame('console.log(process.emit("uncaughtException", new Error("token=" + "hunter2")));');
  });
});

describe("threads and children", { timeout: 60_000 }, () => {
  test.each(["--import", "--require"])("a worker's console, streams and descriptors, by %s", (flag) => {
    const worker = fileOf(`
      console.log("a", TOKEN);
      console.error("b", TOKEN);
      fs.writeSync(2, "c " + TOKEN + "\\n");
      process.stdout.write("d password: {");
      process.exit();
    `);
    const { stdout, stderr } = run(
      `import { Worker } from "node:worker_threads";
      if (args[0]) await new Promise((end) => new Worker(args[0]).on("exit", end));`,
      [flag, register],
      [worker],
    );
    expect(stdout).toBe("a [REDACTED]\nd password: [REDACTED]");
    expect(stderr.split("\n").sort()).toEqual(["", "b [REDACTED]", "c [REDACTED]"]);
  });

  test("a worker that has not loaded it writes through its parent's streams", () => {
    const worker = "console.log('a ' + require('worker_threads').workerData); process.exit()";
    const { stdout } = run(`
      import { Worker } from "node:worker_threads";
      new Worker(${JSON.stringify(worker)}, { eval: true, workerData: TOKEN, execArgv: [] });
    `);
    expect(stdout).toBe("a [REDACTED]\n");
  });

  test("a worker's uncaught error, shown by its parent", () => {
    const { stderr, status } = run(`
      import { Worker } from "node:worker_threads";
      new Worker("throw new Error('password=' + require('worker_threads').workerData)", { eval: true, workerData: TOKEN });
    `);
    expect(stderr).toContain("password=[REDACTED]");
    expect(status).toBe(1);
  });

  test("children of Node's, by fork and by NODE_OPTIONS", () => {
    const { stdout } = run(
      `
      import { fork, spawn } from "node:child_process";
      await new Promise((end) => fork(args[0], [TOKEN]).on("exit", end));
      const env = { ...process.env, NODE_OPTIONS: process.execArgv.join(" ") };
      await new Promise((end) => spawn(process.execPath, [args[0], TOKEN], { stdio: "inherit", env }).on("exit", end));
    `,
      REGISTERED,
      [fileOf("console.log(args[0]);")],
    );
    expect(stdout).toBe("[REDACTED]\n[REDACTED]\n");
  });
});

test("2,000 credentials by every route, and nothing else changed", { timeout: 60_000 }, () => {
  const texts = join(folder, "texts.json");
  writeFileSync(texts, JSON.stringify(leakyTexts().map(({ text }) => text)));
  const worker = fileOf(
    'import { workerData } from "node:worker_threads"; for (const text of workerData) console.log(text);',
  );
  const script = `
    import { promisify } from "node:util";
    import { Worker } from "node:worker_threads";
    const texts = JSON.parse(fs.readFileSync(args[0], "utf8"));
    const { stdout, stderr } = process;
    const cut = (text) => [text.slice(0, text.length / 2), text.slice(text.length / 2) + "\\n"];
    const later = promisify(fs.write);
    const routes = [
      (text) => console.log(text),
      (text) => console.error("%s", text),
      (text) => console.info({ message: text }),
      (text) => stdout.write(text + "\\n"),
      (text) => { for (const part of cut(text)) stdout.write(part); },
      (text) => { for (const c of text + "\\n") stderr.write(Buffer.from(c)); },
      (text) => { stdout.cork(); for (const part of cut(text)) stdout.write(part); stdout.uncork(); },
      (text) => stdout.write(Buffer.from(text + "\\n").toString("base64"), "base64"),
      (text) => { for (const part of cut(text)) fs.writeSync(2, part); },
      (text) => fs.writevSync(2, cut(text).map((part) => Buffer.from(part))),
      async (text) => { for (const part of cut(text)) await later(2, part); },
      (text) => fs.writeFileSync(2, text + "\\n"),
    ];
    for (const [i, route] of routes.entries()) {
      for (let n = i; n < texts.length; n += routes.length) await route(texts[n]);
      // Descriptors overtake what a stream has still to write.
      for (const stream of [stdout, stderr]) await new Promise((done) => stream.write("", done));
    }
    await new Promise((end) => new Worker(args[1], { workerData: texts }).on("exit", end));
  `;
  const plain = run(script, [], [texts, worker]);
  expect(plain.stdout.length + plain.stderr.length).toBeGreaterThan(200_000);
  const covered = run(script, REGISTERED, [texts, worker]);
  for (const { secret } of leakyTexts()) expect(covered.stdout + covered.stderr).not.toContain(secret);
  expect(covered).toEqual({
    stdout: withoutSecrets(plain.stdout),
    stderr: withoutSecrets(plain.stderr),
    status: 0,
  });
});
