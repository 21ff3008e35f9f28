// Compiles the catalogue, to be embedded and as a file, and packs the kernel to be embedded; prepare-catalogue.ts is TypeScript, so it is bundled first. What is
// embedded is packed, and for Node automata are folded: both are undone here to make sure of it.
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
const { packKernel, prepareCatalogue, unpack, unfoldAll, PROGRAM_HEADER } = await import(
  pathToFileURL(outfile).href
);
const kernelCode = readFileSync(join(src, "kernel", "build", "kernel.wasm"));
const kernel = new WebAssembly.Module(kernelCode);
const {
  program,
  packed: packedProgram,
  module,
  folded,
  file,
  rules,
  optIn,
  catalogue,
} = prepareCatalogue(kernel);
const unpacker = new WebAssembly.Module(readFileSync(join(src, "kernel", "build", "unpacker.wasm")));
const embedded = packKernel(kernelCode);
for (const [packed, bytes] of [
  [packedProgram, program],
  [embedded.packed, kernelCode],
]) {
  if (Buffer.compare(unpack(unpacker, packed, bytes.length), bytes) === 0) continue;
  throw new Error("program: what is unpacked is not what was packed");
}
// Only a word of the header is another one: where the folded automata lie.
const unfolded = unfoldAll(kernel, folded.image, folded.automata).subarray(PROGRAM_HEADER, program.length);
if (Buffer.compare(unfolded, program.subarray(PROGRAM_HEADER)) !== 0) {
  throw new Error("program: what is unfolded is not what was folded");
}
writeFileSync(join(src, "kernel", "build", "embedded.ts"), embedded.module);
writeFileSync(join(directory, "prepared.ts"), module);
writeFileSync(join(directory, "catalogue.ts"), rules.typed);
writeFileSync(join(dist, "rules.js"), rules.plain);
writeFileSync(join(dist, "program.bin"), file);
writeFileSync(join(dist, "opt-in.bin"), optIn);
writeFileSync(join(dist, "catalogue.json"), catalogue);
rmSync(outfile);
