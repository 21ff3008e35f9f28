import { describe, expect, test } from "vitest";
import { fileOf, REGISTERED, register, run } from "./run.ts";

describe("threads and children", () => {
  test.each(["--import", "--require"])("a worker's console, streams and descriptors, by %s", (flag) => {
    const worker = fileOf(`
      console.log("a", TOKEN);
      console.error("b", TOKEN);
      fs.writeSync(2, "c " + TOKEN + "\\n");
      process.stdout.write("d ghp_");
      process.exit();
    `);
    const { stdout, stderr } = run(
      `import { Worker } from "node:worker_threads";
      if (args[0]) await new Promise((end) => new Worker(args[0]).on("exit", end));`,
      [flag, register],
      [worker],
    );
    expect(stdout).toBe("a [REDACTED]\nd ghp_");
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
