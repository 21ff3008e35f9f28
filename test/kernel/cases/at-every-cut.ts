import { expect } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";

const redactor = createRedactor({});
const stream = createByteRedactor({});

function inChunks(chunks: readonly Uint8Array[]): string {
  const parts = [...chunks.flatMap((chunk) => stream.push(chunk)), ...stream.end()];
  return Buffer.concat(parts).toString("latin1");
}

/** The text comes out as expected: whole, a second time, cut anywhere into two, and byte by byte. */
export function expectAtEveryCut(input: string, expected: string): void {
  expect(redactor.redact(input)).toBe(expected);
  expect(redactor.redact(expected)).toBe(expected);
  const bytes = Buffer.from(input, "latin1");
  for (let cut = 1; cut < bytes.length; cut++) {
    const got = inChunks([bytes.subarray(0, cut), bytes.subarray(cut)]);
    if (got !== expected) expect(got, `cut at ${cut}`).toBe(expected);
  }
  expect(inChunks([...bytes].map((byte) => Uint8Array.of(byte))), "byte by byte").toBe(expected);
}
