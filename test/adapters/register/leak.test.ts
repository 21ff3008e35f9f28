import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { leaksIn, leakyTexts, withoutSecrets } from "../leak.ts";
import { fileOf, folder, node, REGISTERED, run } from "./run.ts";

test("2,000 credentials by every route, and nothing else changed", () => {
  const texts = join(folder, "texts.json");
  writeFileSync(texts, JSON.stringify(leakyTexts.map(({ text }) => text)));
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
  // A pipe that is full makes Node's own `fs.writeSync` fail; a file never is.
  const plain = ["stdout", "stderr"].map((name) => join(folder, name));
  const descriptors = plain.map((file) => openSync(file, "w"));
  spawnSync(node, [fileOf(script), texts, worker], { stdio: ["ignore", ...descriptors] });
  for (const descriptor of descriptors) closeSync(descriptor);
  const [stdout, stderr] = plain.map((file) => withoutSecrets(readFileSync(file, "utf8")));
  expect(stdout!.length + stderr!.length).toBeGreaterThan(150_000);
  const covered = run(script, REGISTERED, [texts, worker]);
  expect(leaksIn(covered.stdout + covered.stderr)).toEqual([]);
  expect(covered).toEqual({ stdout, stderr, status: 0 });
});
