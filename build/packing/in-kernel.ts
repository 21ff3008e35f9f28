// What the kernel itself makes of a program, at build time.
import {
  ENTRY_NEXT,
  ENTRY_SIZE,
  P_ENTRIES,
  P_ENTRY_COUNT,
  P_LINKED,
  P_SLOTS,
  PROGRAM,
  SORTED,
} from "../../src/kernel/abi.ts";
import { SLOTS_BYTES } from "../../src/program/image/entries.ts";
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

/**
 * `image` with its entries sorted, which takes 2 ms of a start. What leads to them follows from them within half a
 * millisecond, and is left out: it took 50 KB of the package.
 */
export function sortEntries(module: WebAssembly.Module, image: Uint8Array): Uint8Array {
  const sorted = inKernel(module, image, (kernel) => kernel.link()).slice();
  const view = new DataView(sorted.buffer);
  const [entries, slots] = [view.getUint32(P_ENTRIES, true), view.getUint32(P_SLOTS, true)];
  const count = view.getUint32(P_ENTRY_COUNT, true);
  for (let i = 0; i < count; i++) view.setUint16(entries + i * ENTRY_SIZE + ENTRY_NEXT, 0, true);
  sorted.fill(0, slots, slots + SLOTS_BYTES);
  view.setUint32(P_LINKED, SORTED, true);
  return sorted;
}
