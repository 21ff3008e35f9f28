import { knownHex } from "../kernel/build/known.ts";

/** Compiles what looks for known values. Node has it in a file: see `build/library.js`. */
export function knownModule(): WebAssembly.Module {
  const digits = knownHex.match(/../g) ?? [];
  return new WebAssembly.Module(Uint8Array.from(digits, (each) => Number.parseInt(each, 16)));
}
