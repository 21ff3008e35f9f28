import * as is from "../../src/kernel/unpack/contexts.ts";
import type { Coder } from "./encoder.ts";

/** Packs the class of each byte, by how many are as one would expect: see `unpackClasses`. */
export function packClasses(coder: Coder, classes: Uint8Array, before: Uint8Array | undefined): void {
  const counterparts = new Map<number, number>();
  const run = is.C_CLASS_RUN + (before === undefined ? 0 : is.NUMBER);
  const others: { readonly byte: number; readonly next: number }[] = [];
  let next = 0;
  classes.forEach((own, byte) => {
    const other = before?.[byte] ?? 0;
    const inFront = byte === 0 ? 0 : classes[byte - 1]!;
    const expected = before === undefined ? inFront : (counterparts.get(other) ?? next);
    if (own !== expected) others.push({ byte, next });
    counterparts.set(other, own);
    if (own === next) next++;
  });
  let last = -1;
  for (const { byte, next } of others) {
    coder.number(run, byte - last - 1);
    last = byte;
    packOther(coder, classes, byte, next, before !== undefined);
  }
  coder.number(run, 256 - last - 1);
}

/** The next class, that of the byte in front or of the capital, or any. */
function packOther(coder: Coder, classes: Uint8Array, byte: number, next: number, hasBefore: boolean): void {
  const own = classes[byte]!;
  if (coder.bit(is.C_CLASS, own === next)) return;
  if (hasBefore && coder.bit(is.C_CLASS + 1, own === classes[byte - 1])) return;
  if (byte >= 97 && byte <= 122 && coder.bit(is.C_CLASS + 2, own === classes[byte - 32])) return;
  coder.bits(is.C_CLASS_BYTE, own, 8);
}
