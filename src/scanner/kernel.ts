import { kernelBase64 } from "../kernel/build/kernel.ts";

/** What the kernel exports; see `src/kernel/index.ts`. */
export interface Kernel {
  setup(): void;
  scan(begin: number, floor: number, from: number, limit: number, final: number): number;
}

let compiled: WebAssembly.Module | undefined;

/** A kernel with a memory of its own. The module is compiled once a process. */
export function instantiateKernel(memory: WebAssembly.Memory): Kernel {
  compiled ??= new WebAssembly.Module(decodeBase64(kernelBase64));
  const instance = new WebAssembly.Instance(compiled, { env: { memory, abort: trap } });
  const kernel = instance.exports as unknown as Kernel;
  kernel.setup();
  return kernel;
}

function trap(): never {
  throw new Error("scrubjay: the kernel stopped");
}

function decodeBase64(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
