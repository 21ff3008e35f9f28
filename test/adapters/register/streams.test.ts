import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TOKEN } from "../run-script.ts";
import { expectSame, fileOf, folder, node, REGISTERED, run } from "./run.ts";

describe("scrubjay/register", () => {
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
    const child = spawn(node, [
      ...REGISTERED,
      fileOf('process.stdout.write("Password: "); process.stdin.resume();'),
    ]);
    const [data] = await once(child.stdout, "data");
    expect(String(data)).toBe("Password: ");
    child.stdin.end();
    await once(child, "close");
  });

  test("an address goes out while the program goes on", async () => {
    const script = 'process.stderr.write("http://127.0.0.1:46041/"); process.stdin.resume();';
    const child = spawn(node, [...REGISTERED, fileOf(script)]);
    const [data] = await once(child.stderr, "data");
    expect(String(data)).toBe("http://127.0.0.1:46041/");
    child.stdin.end();
    await once(child, "close");
  });

  test("into a file", () => {
    const file = join(folder, "out");
    const out = openSync(file, "w");
    const script = fileOf("console.log(TOKEN); fs.writeSync(1, TOKEN + ' end');");
    spawnSync(node, [...REGISTERED, script], { stdio: ["ignore", out, "inherit"] });
    closeSync(out);
    expect(readFileSync(file, "utf8")).toBe("[REDACTED]\n[REDACTED] end");
  });

  test("a slow reader gets all of it, a reader that leaves ends nothing else", async () => {
    const script = fileOf(`
      for (let i = 0; i < 4000; i++) console.log(i, TOKEN, "x".repeat(60));
      process.stdout.write("ghp_");
    `);
    const child = spawn(node, [...REGISTERED, script]);
    let text = "";
    for await (const chunk of child.stdout) {
      text += chunk;
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    expect(text.split("\n")).toHaveLength(4001);
    expect(text).not.toContain(TOKEN);
    const [plain, covered] = [[], REGISTERED].map((flags) => {
      const command = [node, ...flags, script].join(" ");
      return spawnSync("bash", ["-c", `set -o pipefail; ${command} 2> /dev/null | head -c 10 > /dev/null`])
        .status;
    });
    expect(covered).toBe(plain);
  });

  test("under node --test the runner still understands its files", () => {
    const file = fileOf(`
      import test from "node:test";
      test("log", () => console.log("got", TOKEN));
      test("fails", () => { throw new Error("it"); });
    `);
    const args = [...REGISTERED, "--test", "--test-reporter=tap", file];
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    const { stdout } = spawnSync(node, args, { encoding: "utf8", env });
    expect(stdout).toContain("# got [REDACTED]");
    expect(stdout).toMatch(/# pass 1\n# fail 1\n/);
    expect(stdout).not.toContain(TOKEN);
  });
});
