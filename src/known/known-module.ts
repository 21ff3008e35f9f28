import { knownBase64 } from "../kernel/build/known.ts";

/** Compiles what looks for known values. Node has it in a file: see `build/library.js`. */
export function knownModule(): WebAssembly.Module {
  return new WebAssembly.Module(Uint8Array.from(atob(knownBase64), (character) => character.charCodeAt(0)));
}
