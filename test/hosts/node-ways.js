// Node again: loaders, test runners, threads and processes, its switches, and bundles that stand alone.
import { copyFileSync } from "node:fs";
import { BUILT_ON, NODE } from "./bundlers.js";
import { prints, same, says } from "./workshop.js";

/** @typedef {import("./workshop.js").Workshop} Workshop */

const TYPED = `
import { redact } from "scrubjay";
const text: string = redact("token=hunter2");
console.log(text);
`;
const TEST = (/** @type {string} */ imports) => `
${imports}
import { redact } from "scrubjay";
test("redacts", () => { if (redact("token=hunter2") !== "token=[REDACTED]") throw new Error("it does not"); });
`;
const GONE = "token=[REDACTED]\n";

const THREADS = `
const { isMainThread, parentPort, Worker } = require("node:worker_threads");
const { redact } = require("scrubjay");
if (isMainThread) for (let i = 0; i < 2; i++) new Worker(__filename).on("message", (text) => console.log(text));
else parentPort.postMessage(redact("token=hunter2"));
`;
const CLUSTER = `
const cluster = require("node:cluster");
if (cluster.isPrimary) { cluster.fork(); cluster.fork(); }
else { console.log(require("scrubjay").redact("token=hunter2")); process.exit(); }
`;
const CONTEXT = `
const { runInNewContext } = require("node:vm");
const { redact } = require("scrubjay");
console.log(runInNewContext("redact({ token: 'hunter2', list: ['token=hunter2'] }).list[0]", { redact }));
`;
const ONE = 'console.log(require("scrubjay").redact("token=hunter2"));\n';

/** @param {string[]} switches */
const switched = (switches) => (/** @type {Workshop} */ shop) => {
  shop.write("one.cjs", ONE);
  const { stdout, status } = shop.run(process.execPath, [...switches, "one.cjs"]);
  same({ stdout, status }, { stdout: GONE, status: 0 });
};

/** @param {string} file @param {string} source @param {string} expected */
const script = (file, source, expected) => (/** @type {Workshop} */ shop) => {
  shop.write(file, source);
  prints(shop.run(process.execPath, [file]), expected);
};

/** esbuild's one file, run where there is no `node_modules`. @param {"cjs" | "esm"} format @param {string} source */
const alone = (format, source) => (/** @type {Workshop} */ shop) => {
  shop.write("alone.mjs", source);
  const file = `alone/node_modules/none/index.${format === "esm" ? "mjs" : "cjs"}`;
  const args = [
    "alone.mjs",
    "--bundle",
    "--platform=node",
    "--target=node20",
    "--minify",
    `--format=${format}`,
  ];
  prints(shop.run(shop.bin("esbuild"), [...args, `--outfile=${file}`, "--log-level=error"]), "");
  return shop.path(file);
};

export const nodeWays = {
  name: "ways",
  title: "Node",
  dependencies: {
    tsx: "4.23.15",
    "ts-node": "10.9.2",
    typescript: "5.9.3",
    "@swc-node/register": "1.12.1",
    "@types/node": "20.19.43",
    vitest: "4.1.12",
    esbuild: "0.28.2",
    postject: "1.0.0-alpha.6",
  },
  version: (/** @type {Workshop} */ shop, /** @type {string} */ way) => {
    const [, loader] = /^(tsx|ts-node|@swc-node\/register|vitest)/.exec(way.replaceAll("`", "")) ?? [];
    return loader === undefined ? process.versions.node : shop.versionOf(loader);
  },
  setUp: (/** @type {Workshop} */ shop) => {
    shop.write("typed.ts", TYPED);
    const compilerOptions = { module: "commonjs", moduleResolution: "node10", target: "es2022" };
    shop.write("tsconfig.json", JSON.stringify({ compilerOptions }));
    shop.write("vitest.test.js", TEST('import { test } from "vitest";'));
  },
  ways: {
    tsx: (/** @type {Workshop} */ shop) => prints(shop.run(shop.bin("tsx"), ["typed.ts"]), GONE),
    "ts-node": (/** @type {Workshop} */ shop) => prints(shop.run(shop.bin("ts-node"), ["typed.ts"]), GONE),
    "@swc-node/register": (/** @type {Workshop} */ shop) =>
      prints(shop.run(process.execPath, ["-r", "@swc-node/register", "typed.ts"]), GONE),
    ...Object.fromEntries(
      ["forks", "threads", "vmThreads"].map((pool) => [
        `vitest, \`--pool=${pool}\``,
        (/** @type {Workshop} */ shop) => {
          const { stdout, status } = shop.run(shop.bin("vitest"), [
            "run",
            "vitest.test.js",
            `--pool=${pool}`,
          ]);
          same({ status, said: status === 0 ? "" : stdout }, { status: 0, said: "" });
        },
      ]),
    ),
    "`node --test`": (/** @type {Workshop} */ shop) => {
      shop.write("node.test.mjs", TEST('import { test } from "node:test";'));
      says(shop.run(process.execPath, ["--test", "node.test.mjs"]).stdout, /pass 1\b/);
    },
    "worker threads": script("threads.cjs", THREADS, GONE + GONE),
    "node:cluster": script("cluster.cjs", CLUSTER, GONE + GONE),
    "values of another context (node:vm)": script("context.cjs", CONTEXT, GONE),
    "`--frozen-intrinsics`": switched(["--frozen-intrinsics"]),
    "`--disallow-code-generation-from-strings`": switched(["--disallow-code-generation-from-strings"]),
    "permission model, reading the project alone": (/** @type {Workshop} */ shop) =>
      switched(["--experimental-permission", `--allow-fs-read=${shop.folder}/*`])(shop),
    "one file by esbuild, CommonJS (AWS Lambda)": (/** @type {Workshop} */ shop) =>
      prints(shop.run(process.execPath, [alone("cjs", NODE)(shop)]), BUILT_ON),
    "one file by esbuild, modules (AWS Lambda)": (/** @type {Workshop} */ shop) =>
      prints(shop.run(process.execPath, [alone("esm", NODE)(shop)]), BUILT_ON),
    "single executable": (/** @type {Workshop} */ shop) => {
      const main = alone("cjs", NODE)(shop);
      shop.write(
        "sea.json",
        JSON.stringify({ main, output: "sea.blob", disableExperimentalSEAWarning: true }),
      );
      same(shop.run(process.execPath, ["--experimental-sea-config", "sea.json"]).status, 0);
      const program = shop.path("alone/program");
      copyFileSync(process.execPath, program);
      const fuse = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";
      const args = [program, "NODE_SEA_BLOB", "sea.blob", "--sentinel-fuse", fuse];
      same(shop.run(shop.bin("postject"), args).status, 0);
      prints(shop.run(program, []), BUILT_ON);
    },
  },
};
