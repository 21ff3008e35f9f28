// The checked build of the kernel, for tests.
import { cachedKernel } from "../../build/kernel-cache.js";

/** @returns {Promise<Uint8Array<ArrayBuffer>>} The WebAssembly module's bytes */
export function checkedKernel() {
  return cachedKernel("checked");
}

/** @returns {Promise<Uint8Array<ArrayBuffer>>} The bytes of the kernel without memos */
export function forgetfulKernel() {
  return cachedKernel("forgetful");
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
