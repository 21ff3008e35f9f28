// A flavour of the kernel that is not shipped, compiled where the source has changed since the last time.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { src } from "./paths.js";

const source = join(src, "kernel");
/** Holds the modules, with the hash of what they were compiled from in their names. */
const folder = join(source, "build");

/** The scripts that say how it is compiled. */
const SCRIPTS = ["kernel.js", "count-steps.js", "trace-calls.js", "forget-memos.js"].map((name) =>
  fileURLToPath(new URL(name, import.meta.url)),
);

/** @type {Map<string, Promise<Uint8Array<ArrayBuffer>>>} */
const known = new Map();

/** @param {"checked" | "traced" | "forgetful"} flavour @returns {Promise<Uint8Array<ArrayBuffer>>} The WebAssembly module's bytes */
export function cachedKernel(flavour) {
  const kernel = known.get(flavour) ?? readOrCompile(flavour);
  known.set(flavour, kernel);
  return kernel;
}

/** @param {"checked" | "traced" | "forgetful"} flavour */
async function readOrCompile(flavour) {
  const file = join(folder, `${flavour}-${hashOfSource()}.wasm`);
  try {
    return Uint8Array.from(readFileSync(file));
  } catch {
    // Loading the compiler takes a second.
    const { compileKernel } = await import("./kernel.js");
    const wasm = await compileKernel({ flavour });
    mkdirSync(folder, { recursive: true });
    // Another process that reads it meanwhile finds all of it or nothing.
    const whole = `${file}.${process.pid}`;
    writeFileSync(whole, wasm);
    renameSync(whole, file);
    return Uint8Array.from(wasm);
  }
}

function hashOfSource() {
  const hash = createHash("sha256");
  for (const script of SCRIPTS) hash.update(readFileSync(script));
  const files = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.startsWith("build/"))
    .sort();
  for (const name of files)
    hash
      .update(name)
      .update("\0")
      .update(readFileSync(join(source, name)));
  return hash.digest("hex").slice(0, 16);
}
