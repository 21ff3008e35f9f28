// What the kernel itself makes of a program, at build time.
import { P_LINKED, PROGRAM } from "../../src/kernel/abi.ts";
import type { Place } from "./fold-automata.ts";

const PAGE = 65_536;

interface Kernel {
  link(): void;
  unfoldAt(place: number, isOfRows: boolean): void;
}

/** What `image` is when the kernel has been used on it. */
function inKernel(module: WebAssembly.Module, image: Uint8Array, use: (kernel: Kernel) => void): Uint8Array {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((PROGRAM + image.length) / PAGE) });
  const abort = (): never => {
    throw new Error("program: the kernel stopped");
  };
  const { exports } = new WebAssembly.Instance(module, { env: { memory, abort } });
  const bytes = new Uint8Array(memory.buffer, PROGRAM, image.length);
  bytes.set(image);
  use(exports as unknown as Kernel);
  return bytes;
}

/** `image` with the automata at `places` unfolded: to see that these are what was folded. */
export function unfoldAll(
  module: WebAssembly.Module,
  image: Uint8Array,
  places: readonly Place[],
): Uint8Array {
  return inKernel(module, image, (kernel) => {
    for (const { form, at } of places) kernel.unfoldAt(at, form === "tagged");
  });
}

/** `image` with its entries linked: it takes 2.5 ms of a start, and 70 KB of the package. */
export function linkEntries(module: WebAssembly.Module, image: Uint8Array): Uint8Array {
  const linked = inKernel(module, image, (kernel) => kernel.link()).slice();
  new DataView(linked.buffer).setUint32(P_LINKED, 1, true);
  return linked;
}
