// Replaces `kernel-module.ts` in what is built for bundlers: the kernel packed as the program is, a fifth smaller than
// gzip makes it.
import { kernelLength, packedKernel } from "../kernel/build/embedded.ts";
import { unpack } from "../program/unpacker/unpack.ts";
import { unpackerModule } from "../program/unpacker/unpacker-module.ts";

/** @throws Whatever the host throws that does not let it be compiled */
export function kernelModule(): WebAssembly.Module {
  return new WebAssembly.Module(unpack(unpackerModule(), packedKernel, kernelLength));
}
