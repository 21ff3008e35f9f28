// npm run explain -- [--calls] TEXT | RULE
//
// What a rule (`github/pat`, `github/*`) was compiled to; or, of a text, which candidates the kernel looked at and why
// each was taken or left. Without an argument the text comes from standard input. `--calls` shows all calls of the
// kernel. No secret is shown.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { cachedKernel } from "./kernel-cache.js";
import { src } from "./paths.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { calls: { type: "boolean", default: false } },
});
const folder = mkdtempSync(join(tmpdir(), "scrubjay-explain-"));
try {
  const outfile = join(folder, "explain.mjs");
  await build({
    entryPoints: [join(src, "explain", "explain.ts")],
    bundle: true,
    format: "esm",
    platform: "neutral",
    outfile,
    logLevel: "error",
  });
  const { explain } = await import(pathToFileURL(outfile).href);
  const subject = positionals.length > 0 ? positionals.join(" ") : readFileSync(0, "utf8");
  console.log(await explain({ subject, calls: values.calls }, () => cachedKernel("traced")));
} finally {
  rmSync(folder, { recursive: true });
}
