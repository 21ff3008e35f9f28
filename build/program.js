// Compiles the catalogue, to be embedded and as a file; prepare-catalogue.ts is TypeScript, so it is bundled first. What is
// embedded is packed, and is unpacked here to make sure of it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { dist, src } from "./paths.js";

const directory = join(src, "program", "build");
mkdirSync(directory, { recursive: true });
mkdirSync(dist, { recursive: true });
const outfile = join(directory, "prepare.mjs");
await build({
  entryPoints: [fileURLToPath(new URL("prepare-catalogue.ts", import.meta.url))],
  bundle: true,
  format: "esm",
  platform: "neutral",
  outfile,
  logLevel: "error",
});
const { prepareCatalogue, unpack } = await import(pathToFileURL(outfile).href);
const { program, packed, module, file, rules, optIn, catalogue } = prepareCatalogue();
const unpacker = readFileSync(join(src, "kernel", "build", "unpacker.wasm"));
if (Buffer.compare(unpack(new WebAssembly.Module(unpacker), packed, program.length), program) !== 0) {
  throw new Error("program: what is unpacked is not what was packed");
}
writeFileSync(join(directory, "prepared.ts"), module);
writeFileSync(join(directory, "catalogue.ts"), rules.typed);
writeFileSync(join(dist, "rules.js"), rules.plain);
writeFileSync(join(dist, "program.bin"), file);
writeFileSync(join(dist, "opt-in.bin"), optIn);
writeFileSync(join(dist, "catalogue.json"), catalogue);
rmSync(outfile);
