// npm run mutants -- [--sample N] [--seed N] [--file PART] [--tests PARTS] [--budget MS] [--json FILE] [--again FILE]
//   [--search SECONDS [--lines FILE]] [--list]
//
// Mutation testing of the kernel and of `src/program`: a sample of the mutants is built once, each asked for by its
// number, and what the tests ask is asked of one after the other. `--file` takes a part of `file:function`, with `*` for
// anything; `--budget` is how many milliseconds of tests are run against a mutant that no such question reaches;
// `--again` tries what survived in the run that `--json` wrote of; `--search` looks for texts that tell survivors, in the
// lines of a file, too; `--list` shows the mutants that there are.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

/** @param {string} text */
const hashOf = (text) => createHash("sha256").update(text).digest("hex").slice(0, 8);

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");

const { values } = parseArgs({
  options: {
    sample: { type: "string", default: "610" },
    seed: { type: "string", default: "1" },
    file: { type: "string" },
    json: { type: "string" },
    tests: { type: "string" },
    budget: { type: "string", default: "4000" },
    lines: { type: "string" },
    again: { type: "string" },
    search: { type: "string", default: "0" },
    list: { type: "boolean", default: false },
  },
});
// Beside the packages, so that what is bundled finds them; two folders deep, as the sources are.
const folder = mkdtempSync(join(root, "node_modules/.scrubjay-mutants-"));
try {
  await build({
    entryPoints: { worker: join(here, "running/worker.ts"), command: join(here, "command.ts") },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    logLevel: "error",
  });
  const { command } = await import(pathToFileURL(join(folder, "command.mjs")).href);
  process.exitCode = await command({
    sample: Number(values.sample),
    seed: Number(values.seed),
    file: values.file,
    json: values.json,
    // One for each choice of tests: a quick look does not end a long run that was cut short.
    journal: join(root, `node_modules/.scrubjay-mutants-${hashOf(values.tests ?? "")}.jsonl`),
    searchMs: 1000 * Number(values.search),
    lines: values.lines,
    again: values.again,
    tests: values.tests,
    budgetMs: Number(values.budget),
    list: values.list,
    folder,
    worker: join(folder, "worker.mjs"),
  });
} finally {
  rmSync(folder, { recursive: true });
}
