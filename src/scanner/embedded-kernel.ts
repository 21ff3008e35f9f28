// Stands in for `kernel-module.ts` in what is built for bundlers: the kernel as a text that gzip makes as small as the
// module itself. As base64 it was a third larger.
import { kernelText, textOrder } from "../kernel/build/embedded.ts";

/** @throws Whatever the host throws that does not let it be compiled */
export function kernelModule(): WebAssembly.Module {
  const byteOf = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) byteOf[textOrder.charCodeAt(byte)] = byte;
  const bytes = new Uint8Array(kernelText.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = byteOf[kernelText.charCodeAt(i)]!;
  return new WebAssembly.Module(bytes);
}
