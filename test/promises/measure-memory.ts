// Run by bounded.test.ts in a process of its own: pushes a long input and prints what came out and how
// much the memory grew.
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";

/** `head`, then `unit` again and again, then `tail`; `size` bytes altogether or some more. */
export interface LongInput {
  readonly head: string;
  readonly unit: string;
  readonly tail: string;
  readonly size: number;
}

export interface Measured {
  readonly bytesOut: number;
  readonly marks: number;
  readonly first: string;
  readonly last: string;
  /** Of what JavaScript holds, from a tenth of the input to its end. */
  readonly grownBy: number;
  /** Most bytes that were held back after a push. */
  readonly mostHeld: number;
  readonly ms: number;
}

const CHUNK = 65_536;

export function measure({ head, unit, tail, size }: LongInput): Measured {
  const stream = createByteRedactor();
  const chunk = Buffer.from(unit.repeat(Math.ceil(CHUNK / unit.length)), "latin1");
  let [bytesIn, bytesOut, marks, mostHeld, first, last] = [0, 0, 0, 0, "", ""];
  let replaced = 0;
  const take = (pieces: readonly Uint8Array[]): void => {
    for (const piece of pieces) {
      const text = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString("latin1");
      bytesOut += piece.length;
      const found = text.split("[REDACTED]").length - 1;
      marks += found;
      replaced += found * 10;
      if (first.length < 200) first += text.slice(0, 200);
      last = (last + text.slice(-200)).slice(-200);
    }
  };
  const started = performance.now();
  take(stream.push(Buffer.from(head, "latin1")));
  let before = 0;
  for (bytesIn = head.length; bytesIn < size; bytesIn += chunk.length) {
    take(stream.push(chunk));
    if (marks === 0) mostHeld = Math.max(mostHeld, bytesIn + chunk.length - bytesOut + replaced);
    if (before === 0 && bytesIn > size / 10) before = memory();
  }
  const grownBy = memory() - before;
  take(stream.push(Buffer.from(tail, "latin1")));
  take(stream.end());
  return { bytesOut, marks, first, last, grownBy, mostHeld, ms: performance.now() - started };
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
