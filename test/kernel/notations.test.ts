import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { arrayCases } from "./array-cases.ts";
import { notationCases } from "./notation-cases.ts";
import { overLinesCases } from "./over-lines-cases.ts";

const redactor = createRedactor({});
const stream = createByteRedactor({});

function inChunks(chunks: readonly Uint8Array[]): string {
  const parts = [...chunks.flatMap((chunk) => stream.push(chunk)), ...stream.end()];
  return Buffer.concat(parts).toString("latin1");
}

describe.each(Object.entries({ ...notationCases, ...overLinesCases, ...arrayCases }))(
  "%s",
  (_name, cases) => {
    test.each(cases)("%j", (input, expected) => {
      expect(redactor.redact(input)).toBe(expected);
      expect(redactor.redact(expected)).toBe(expected);
      const bytes = Buffer.from(input, "latin1");
      for (let cut = 1; cut < bytes.length; cut++) {
        expect(inChunks([bytes.subarray(0, cut), bytes.subarray(cut)]), `cut at ${cut}`).toBe(expected);
      }
      expect(inChunks([...bytes].map((byte) => Uint8Array.of(byte))), "byte by byte").toBe(expected);
    });
  },
);
