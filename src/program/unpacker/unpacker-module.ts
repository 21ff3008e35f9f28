import { unpackerBase64 } from "../../kernel/build/unpacker.ts";

/**
 * Compiles what unpacks the program. Hosts that compile nothing import it ready-made: see `build/library.js`.
 *
 * @throws Whatever the host throws that does not let it be compiled
 */
export function unpackerModule(): WebAssembly.Module {
  return new WebAssembly.Module(
    Uint8Array.from(atob(unpackerBase64), (character) => character.charCodeAt(0)),
  );
}
