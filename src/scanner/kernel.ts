import { RedactorConfigError } from "../config-error.ts";
import { kernelModule } from "./kernel-module.ts";

/** What the kernel exports; see `src/kernel/index.ts`. */
export interface Kernel {
  setup(): void;
  link(): void;
  scan(begin: number, floor: number, from: number, limit: number, final: number): number;
}

/** A module of one function that returns a vector of 128 bits. */
const SIMD = "AGFzbQEAAAABBQFgAAF7AwIBAAoKAQgAQQD9D/1iCw==";

let compiled: WebAssembly.Module | undefined;

/**
 * Compiles the kernel, once a process.
 *
 * @throws RedactorConfigError where the host does not let it, saying what to allow
 */
export function compileKernel(): WebAssembly.Module {
  if (compiled !== undefined) return compiled;
  try {
    compiled = kernelModule();
    return compiled;
  } catch (error) {
    throw refusal(error);
  }
}

/** A kernel with a memory of its own. */
export function instantiateKernel(memory: WebAssembly.Memory): Kernel {
  const instance = new WebAssembly.Instance(compileKernel(), { env: { memory, abort: trap } });
  const kernel = instance.exports as unknown as Kernel;
  kernel.setup();
  return kernel;
}

function trap(): never {
  throw new Error("scrubjay: the kernel stopped");
}

function refusal(cause: unknown): RedactorConfigError {
  const refused = (message: string): RedactorConfigError =>
    new RedactorConfigError("no-webassembly", `WebAssembly is needed${message}`, { cause });
  if (typeof WebAssembly === "undefined")
    return refused(", and this host does not have it; Node has it unless it is started with --jitless");
  switch (compiles()) {
    case "nothing":
      return refused(
        ', and this host refuses to compile it. In a page or in Electron, allow it in the content security policy: script-src \'wasm-unsafe-eval\'. At the edge, bundle with the condition "workerd" or "edge-light", which import the module ready-made',
      );
    case "no vectors":
      return refused(
        " with vectors of 128 bits (SIMD), which this host does not have: Chrome 91, Firefox 89, Safari 16.4 and later have them",
      );
    case "anything":
      return new RedactorConfigError(
        "incomplete-package",
        "the WebAssembly module cannot be read: install scrubjay again, or mark it as external if a bundler left its files out",
        { cause },
      );
  }
}

/** What the host compiles: `validate` asks no policy, the constructor does. */
function compiles(): "anything" | "no vectors" | "nothing" {
  try {
    const bytes = Uint8Array.from(atob(SIMD), (character) => character.charCodeAt(0));
    if (!WebAssembly.validate(bytes)) return "no vectors";
    new WebAssembly.Module(bytes);
    return "anything";
  } catch {
    return "nothing";
  }
}
