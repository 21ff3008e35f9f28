import type { Program } from "../../src/program/image/program.ts";
import type { Kernel } from "../../src/scanner/kernel.ts";
import { Scanner } from "../../src/scanner/scanner.ts";

/** Why the checked build stops; see `src/kernel/checked/checks.ts`. */
const FAULTS: Readonly<Record<number, string>> = {
  1: "a load outside of the tables, the program and the text",
  2: "a store outside of the tables and of the zeros behind the text",
  3: "more steps than are allowed",
  4: "spans that overlap, are out of order or outside of the text",
  5: "a result outside of the text",
  6: "a state that its mode cannot have",
  7: "a stop that is remembered by less than was read for it",
};

interface CheckedKernel extends Kernel {
  takeSteps(): number;
  setStepLimit(limit: number): void;
  faultCode(): number;
  faultAddress(): number;
}

/** What the checked build stopped for. */
export class KernelFault extends Error {
  readonly code: number;

  constructor(code: number, address: number) {
    super(`the kernel stopped: ${FAULTS[code] ?? `code ${code}`}, at ${address}`);
    this.code = code;
  }
}

export interface CheckedScanner {
  readonly scanner: Scanner;
  /** The steps since the last call. */
  takeSteps(): number;
  /** The kernel stops after so many steps, counted from the last `takeSteps`. */
  setStepLimit(limit: number): void;
}

// The build script is JavaScript without types.
const script: string = new URL("./build.js", import.meta.url).href;

/** The checked build's bytes. */
export async function checkedKernel(): Promise<Uint8Array<ArrayBuffer>> {
  const build = (await import(script)) as { checkedKernel(): Promise<Uint8Array<ArrayBuffer>> };
  return build.checkedKernel();
}

/** The bytes of the kernel without memos. */
export async function forgetfulKernel(): Promise<Uint8Array<ArrayBuffer>> {
  const build = (await import(script)) as { forgetfulKernel(): Promise<Uint8Array<ArrayBuffer>> };
  return build.forgetfulKernel();
}

/** Makes a kernel of these bytes, for a {@link Scanner}. */
export function kernelOf(wasm: Uint8Array<ArrayBuffer>): (memory: WebAssembly.Memory) => Kernel {
  return (memory) => {
    const instance = new WebAssembly.Instance(moduleOf(wasm), {
      env: { memory, abort: () => fail(undefined) },
    });
    const kernel = instance.exports as unknown as Kernel;
    kernel.setup();
    return kernel;
  };
}

/** A scanner with the checked build, whose scans throw a {@link KernelFault} where something does not hold. */
export function createCheckedScanner(program: Program, wasm: Uint8Array<ArrayBuffer>): CheckedScanner {
  let kernel: CheckedKernel | undefined;
  const instantiate = (memory: WebAssembly.Memory): Kernel => {
    const imports = { env: { memory, abort: () => fail(kernel) } };
    const instance = new WebAssembly.Instance(moduleOf(wasm), imports);
    const plain = instance.exports as unknown as CheckedKernel;
    plain.setup();
    kernel = plain;
    return {
      setup: () => plain.setup(),
      link: () => plain.link(),
      scan: (...range) => scanOrFail(plain, range),
    };
  };
  const scanner = new Scanner(program, instantiate);
  return {
    scanner,
    takeSteps: () => kernel!.takeSteps(),
    setStepLimit: (limit) => kernel!.setStepLimit(limit),
  };
}

const modules = new WeakMap<Uint8Array, WebAssembly.Module>();

/** Compiled once. */
function moduleOf(wasm: Uint8Array<ArrayBuffer>): WebAssembly.Module {
  const compiled = modules.get(wasm) ?? new WebAssembly.Module(wasm);
  modules.set(wasm, compiled);
  return compiled;
}

function scanOrFail(kernel: CheckedKernel, range: Parameters<Kernel["scan"]>): number {
  try {
    return kernel.scan(...range);
  } catch (error) {
    if (error instanceof Error && error.name === "RuntimeError") return fail(kernel);
    throw error;
  }
}

function fail(kernel: CheckedKernel | undefined): never {
  throw new KernelFault(kernel?.faultCode() ?? 0, kernel?.faultAddress() ?? 0);
}
