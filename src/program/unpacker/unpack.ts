// Unpacks the program that is embedded. That takes over two million bits, each of which depends on those before, so it
// runs in WebAssembly (`src/kernel/unpack/`): as JavaScript, which runs once and so is interpreted, it took eight times as long.
import { UNPACKED } from "../../kernel/unpack/contexts.ts";

/** What the module exports: see `src/kernel/unpack/index.ts`. */
interface Unpacker {
  unpack(packed: number, length: number): void;
}

const PAGE = 65_536;

/**
 * @param module `unpacker.wasm`
 * @param packed What the build has packed, base64
 * @param length Of the program, in bytes
 */
export function unpack(module: WebAssembly.Module, packed: string, length: number): Uint8Array<ArrayBuffer> {
  const input = UNPACKED + length;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((input + packed.length) / PAGE) });
  new TextEncoder().encodeInto(packed, new Uint8Array(memory.buffer, input));
  const { exports } = new WebAssembly.Instance(module, { env: { memory, abort: stop } });
  (exports as unknown as Unpacker).unpack(input, packed.length);
  // What else lies in the memory is not kept.
  return new Uint8Array(memory.buffer, UNPACKED, length).slice();
}

function stop(): never {
  throw new Error("scrubjay: the program cannot be unpacked");
}
