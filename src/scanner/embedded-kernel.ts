// Stands in for `kernel-module.ts` in what is built for bundlers: the kernel as a text that gzip makes as small as the
// module itself. As base64 it was a third larger. A byte is a character, or one after as many "~" as say how rare it is.
import { kernelText, plainCharacters, textOrder } from "../kernel/build/embedded.ts";

const RARE = 0x7e;

/** @throws Whatever the host throws that does not let it be compiled */
export function kernelModule(): WebAssembly.Module {
  const places = new Uint8Array(128);
  for (let i = 0; i < plainCharacters.length; i++) places[plainCharacters.charCodeAt(i)] = i;
  const order = Uint8Array.from(textOrder.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  const bytes = new Uint8Array(kernelText.length);
  let [length, from] = [0, 0];
  for (let i = 0; i < kernelText.length; i++) {
    const code = kernelText.charCodeAt(i);
    if (code === RARE) from += plainCharacters.length;
    else {
      bytes[length++] = order[from + places[code]!]!;
      from = 0;
    }
  }
  return new WebAssembly.Module(bytes.subarray(0, length));
}
