import { createRedactor, type Match } from "../../src/index.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";

const redactor = createRedactor();
const stream = createByteRedactor();

/** What stands in place of a credential. */
export const MARK = "[REDACTED]";

/** What is tested: the redactor as it is used, whole and in chunks. Throws if a line was withheld. */
export function redact<Value>(value: Value): Value {
  const before = redactor.stats().withheld;
  const out = redactor.redact(value);
  if (redactor.stats().withheld !== before) throw new Error("a line was withheld");
  return out;
}

export function scan(input: string | Uint8Array): readonly Match[] {
  return redactor.scan(input);
}

export function redactBytes(bytes: Uint8Array): Uint8Array {
  return redactor.redact(bytes);
}

/** The output for the bytes in chunks that end at `cuts`, in order. */
export function redactChunks(bytes: Uint8Array, cuts: Iterable<number>): Uint8Array {
  const before = stream.stats().withheld;
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const cut of cuts) {
    pieces.push(...stream.push(bytes.subarray(from, cut)));
    from = cut;
  }
  pieces.push(...stream.push(bytes.subarray(from)), ...stream.end());
  if (stream.stats().withheld !== before) throw new Error("a line was withheld");
  return Buffer.concat(pieces);
}
