import { kernelBase64 } from "../kernel/build/kernel.ts";

/**
 * Compiles the kernel from the text that is embedded. Hosts that can do better have another file in the place of this
 * one: see `build/library.js`.
 *
 * @throws Whatever the host throws that does not let it be compiled
 */
export function kernelModule(): WebAssembly.Module {
  return new WebAssembly.Module(decodeBase64(kernelBase64));
}

function decodeBase64(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
