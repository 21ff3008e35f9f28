import { PROGRAM } from "../../src/kernel/abi.ts";
import type { Place } from "./fold-automata.ts";

const PAGE = 65_536;

/** What the kernel makes of `image`, whose automata at `places` are folded: to see that it is what was folded. */
export function unfoldAll(
  kernel: WebAssembly.Module,
  image: Uint8Array,
  places: readonly Place[],
): Uint8Array {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((PROGRAM + image.length) / PAGE) });
  const abort = (): never => {
    throw new Error("program: the kernel stopped");
  };
  const { exports } = new WebAssembly.Instance(kernel, { env: { memory, abort } });
  const { unfoldAt } = exports as { unfoldAt(place: number, isOfRows: boolean): void };
  const bytes = new Uint8Array(memory.buffer, PROGRAM, image.length);
  bytes.set(image);
  for (const { form, at } of places) unfoldAt(at, form === "tagged");
  return bytes;
}
