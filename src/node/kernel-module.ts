// Replaces `scanner/kernel-module.ts` in what is built for Node.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Compiles the kernel from the file next to the code. */
export function kernelModule(): WebAssembly.Module {
  return new WebAssembly.Module(new Uint8Array(readFileSync(join(import.meta.dirname, "kernel.wasm"))));
}
