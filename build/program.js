// Compiles the catalogue, to be embedded and as a file; prepare-catalogue.ts is TypeScript, so it is bundled first.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { dist, src } from "./paths.js";

const directory = join(src, "program", "build");
mkdirSync(directory, { recursive: true });
const outfile = join(directory, "prepare.mjs");
await build({
  entryPoints: [fileURLToPath(new URL("prepare-catalogue.ts", import.meta.url))],
  bundle: true,
  format: "esm",
  platform: "neutral",
  outfile,
  logLevel: "error",
});
const { prepareCatalogue } = await import(pathToFileURL(outfile).href);
const { module, file } = prepareCatalogue();
writeFileSync(join(directory, "prepared.ts"), module);
mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, "program.bin"), file);
rmSync(outfile);
