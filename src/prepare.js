// Runs src/prepare.ts, which is TypeScript, before anything else is built.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const directory = join(here, "program", "build");
mkdirSync(directory, { recursive: true });
const outfile = join(directory, "prepare.mjs");
await build({
  entryPoints: [join(here, "prepare.ts")],
  bundle: true,
  format: "esm",
  platform: "neutral",
  outfile,
  logLevel: "error",
});
const { prepareCatalogue } = await import(pathToFileURL(outfile).href);
const { module, file } = prepareCatalogue();
writeFileSync(join(directory, "prepared.ts"), module);
mkdirSync(join(here, "..", "dist"), { recursive: true });
writeFileSync(join(here, "..", "dist", "program.bin"), file);
rmSync(outfile);
