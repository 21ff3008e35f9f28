import { unpackerHex } from "../../kernel/build/unpacker.ts";

/**
 * Compiles what unpacks the program. Hosts that compile nothing import it ready-made: see `build/library.js`.
 *
 * @throws Whatever the host throws that does not let it be compiled
 */
export function unpackerModule(): WebAssembly.Module {
  const digits = unpackerHex.match(/../g) ?? [];
  return new WebAssembly.Module(Uint8Array.from(digits, (each) => Number.parseInt(each, 16)));
}
