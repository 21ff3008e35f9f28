// Packs a module's code: copies of what is farther back, and bytes, each by the one in front of it.
import * as is from "../../src/kernel/unpack/contexts.ts";
import type { Coder } from "./encoder.ts";

/** Places that begin with the same bytes are looked for by so many of them, and so many are looked at. */
const ALIKE = 4;
const MOST_TRIES = 256;

export function packCode(coder: Coder, code: Uint8Array): void {
  const places = new Map<number, number[]>();
  let wasCopy = false;
  for (let at = 0; at < code.length; ) {
    const { back, length } = longestCopy(code, at, places);
    wasCopy = coder.bit(is.C_IS_COPY + Number(wasCopy), length >= is.COPY_LEAST);
    if (wasCopy) {
      coder.number(is.C_COPY_BACK, back - 1);
      coder.number(is.C_COPY_LENGTH, length - is.COPY_LEAST);
    } else {
      coder.bits(is.C_CODE + (code[at - 1] ?? 0) * 256, code[at]!, 8);
    }
    for (const end = at + (wasCopy ? length : 1); at < end; at++) note(code, at, places);
  }
}

function keyOf(code: Uint8Array, at: number): number {
  return code.subarray(at, at + ALIKE).reduce((key, byte) => key * 256 + byte, 0);
}

function note(code: Uint8Array, at: number, places: Map<number, number[]>): void {
  const key = keyOf(code, at);
  const known = places.get(key);
  if (known === undefined) places.set(key, [at]);
  else if (known.push(at) > MOST_TRIES) known.shift();
}

/** How far back the longest copy is that begins at `at`, of those the nearest, and how long. */
function longestCopy(
  code: Uint8Array,
  at: number,
  places: ReadonlyMap<number, readonly number[]>,
): { readonly back: number; readonly length: number } {
  let best = { back: 0, length: 0 };
  for (const place of places.get(keyOf(code, at)) ?? []) {
    let length = 0;
    while (at + length < code.length && code[place + length] === code[at + length]) length++;
    if (length >= best.length) best = { back: at - place, length };
  }
  return best;
}
