// npm run fuzz -- <target> [--seconds N] [--seed N] [--keep] [--checked]
//
// Looks for inputs that break a promise, guided by the branches that they take in the kernel (the one that
// is shipped, with a counter at each branch) and in the code around it (V8's coverage). What it finds is
// written as it stands in the corpus; `--keep` takes new inputs into it. `--checked` runs the checked build of the
// kernel, which also stops at a load or store outside of what it may touch and at spans or a state that cannot be.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { checkedKernel, EMBEDDED } from "../checked/build.js";
import { instrumentKernel } from "./instrument-kernel.js";

/** An input that takes longer is one that hangs. */
const HANG_MS = 20_000;

const here = fileURLToPath(new URL(".", import.meta.url));

/** @type {import("esbuild").Plugin} The kernel with a counter at each branch in place of the plain one. */
const instrumented = {
  name: "instrumented kernel",
  setup({ onLoad }) {
    onLoad({ filter: EMBEDDED }, async ({ path }) => {
      const { wasm } = instrumentKernel(values.checked ? await checkedKernel() : embedded(path));
      return { contents: `export const kernelBase64 = "${Buffer.from(wasm).toString("base64")}";` };
    });
  },
};

/** @param {string} path The module that the build has embedded the kernel in */
function embedded(path) {
  const base64 = /"([\w+/=]{1000,})"/.exec(readFileSync(path, "utf8"))?.[1] ?? "";
  return Buffer.from(base64, "base64");
}

/** @param {string} folder */
async function bundle(folder) {
  const outdir = join(folder, "scrubjay-fuzz");
  /** @type {import("esbuild").BuildOptions} */
  const options = {
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    outdir,
    outExtension: { ".js": ".mjs" },
    logLevel: "error",
  };
  const entries = { worker: join(here, "worker.ts"), targets: join(here, "targets/index.ts") };
  const result = await build({
    ...options,
    entryPoints: entries,
    plugins: [instrumented],
    metafile: /** @type {const} */ (true),
  });
  // What is kept is looked at by a redactor, with the kernel as it is.
  await build({ ...options, entryPoints: { corpus: join(here, "corpus.ts") } });
  return { outdir, result };
}

/**
 * @param {string} name @param {number} seconds @param {number} seed @param {string} outdir
 * @param {readonly Uint8Array[]} corpus
 */
function fuzz(name, seconds, seed, outdir, corpus) {
  const current = new SharedArrayBuffer(1 << 16);
  const workerData = { target: name, seconds, seed, corpus, current };
  const worker = new Worker(pathToFileURL(join(outdir, "worker.mjs")), { workerData });
  return new Promise((resolve, reject) => {
    let last = Date.now();
    const watch = setInterval(() => {
      if (Date.now() - last < HANG_MS) return;
      const input = new Uint8Array(current, 4, new Int32Array(current)[0]).slice();
      end({ kind: "found", input, message: `no answer within ${HANG_MS / 1000} s` });
    }, 1000);
    const end = (/** @type {unknown} */ report) => {
      clearInterval(watch);
      void worker.terminate();
      resolve(report);
    };
    worker.on("error", (error) => {
      clearInterval(watch);
      reject(error);
    });
    worker.on("message", (report) => {
      last = Date.now();
      if (report.kind !== "progress") return end(report);
      if (process.stderr.isTTY)
        process.stderr.write(`\r${report.runs} runs, ${report.branches} branches, ${report.inputs} inputs `);
    });
  });
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string", default: String(Date.now() % 1e9) },
    keep: { type: "boolean", default: false },
    checked: { type: "boolean", default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), "scrubjay-fuzz-"));
try {
  const { outdir } = await bundle(folder);
  const { readCorpus, writeCorpus } = await import(pathToFileURL(join(outdir, "corpus.mjs")).href);
  const { targets } = await import(pathToFileURL(join(outdir, "targets.mjs")).href);
  for (const name of positionals.length > 0 ? positionals : Object.keys(targets)) {
    if (!(name in targets))
      throw new Error(`no target ${name}; there are ${Object.keys(targets).join(", ")}`);
    const file = join(here, "corpus", `${name}.jsonl`);
    const report = await fuzz(name, Number(values.seconds), Number(values.seed), outdir, readCorpus(file));
    if (process.stderr.isTTY) process.stderr.write("\n");
    if (report.kind === "found") {
      const input = JSON.stringify(Buffer.from(report.input).toString("latin1"));
      console.log(`${name}, seed ${values.seed}: broken by ${input}\n${report.message}`);
      process.exitCode = 1;
      continue;
    }
    console.log(`${name}: ${report.runs} inputs, ${report.branches} branches, seed ${values.seed}: all held`);
    if (values.keep) writeCorpus(file, report.corpus);
  }
} finally {
  rmSync(folder, { recursive: true });
}
