// A program is seven parts zeros in ten (dead states of its DFAs): written without them it is a third as long,
// which is what a filter's start waits for.

/** Numbers of bytes, zeros and others in turn, each as two bytes, and the others behind their number. */
const MOST = 0xffff;
/** Fewer zeros than a number takes stay where they are. */
const WORTH = 4;

export function encodeSparse(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const zeros = run(bytes, at, (i) => bytes[i] === 0);
    at += zeros;
    const others = run(bytes, at, (i) => !isGap(bytes, i));
    out.push(zeros & 255, zeros >> 8, others & 255, others >> 8, ...bytes.subarray(at, at + others));
    at += others;
  }
  return Uint8Array.from(out);
}

function run(bytes: Uint8Array, from: number, goesOn: (i: number) => boolean): number {
  let i = from;
  while (i < bytes.length && i - from < MOST && goesOn(i)) i++;
  return i - from;
}

function isGap(bytes: Uint8Array, at: number): boolean {
  for (let i = at; i < at + WORTH; i++) if (bytes[i] !== 0) return false;
  return true;
}

/** @param length Of the bytes that were encoded */
export function decodeSparse(sparse: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (let i = 0; i < sparse.length; ) {
    at += sparse[i]! | (sparse[i + 1]! << 8);
    const others = sparse[i + 2]! | (sparse[i + 3]! << 8);
    i += 4;
    bytes.set(sparse.subarray(i, i + others), at);
    at += others;
    i += others;
  }
  return bytes;
}
