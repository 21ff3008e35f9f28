// The checked build of the kernel, compiled where its source has changed since the last time.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../../src/kernel/", import.meta.url));
/** Holds the module, with the hash of what it was compiled from in its name. */
const folder = join(source, "build");

/** @type {Promise<Uint8Array<ArrayBuffer>> | undefined} */
let known;

/** @returns {Promise<Uint8Array<ArrayBuffer>>} The WebAssembly module's bytes */
export function checkedKernel() {
  known ??= readOrCompile();
  return known;
}

async function readOrCompile() {
  const file = join(folder, `checked-${hashOfSource()}.wasm`);
  try {
    return Uint8Array.from(readFileSync(file));
  } catch {
    // Loading the compiler takes a second.
    const { compileKernel } = await import("../../build/kernel.js");
    const wasm = await compileKernel(true);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, wasm);
    return Uint8Array.from(wasm);
  }
}

function hashOfSource() {
  const hash = createHash("sha256");
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

/**
 * For esbuild and for Vite: what the package embeds as its kernel is the checked build.
 *
 * @returns {Promise<string>} Source of a module in place of `src/kernel/build/kernel.ts`
 */
export async function checkedModule() {
  return `export const kernelBase64 = "${Buffer.from(await checkedKernel()).toString("base64")}";`;
}

/** The file of that module. */
export const EMBEDDED = /kernel\/build\/kernel\.ts$/;
