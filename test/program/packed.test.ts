import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pack, unpack } from "../../src/program/image/packed.ts";

const again = (bytes: Uint8Array): Uint8Array => unpack(String.fromCharCode(...pack(bytes)), bytes.length);

describe("the packed program", () => {
  test("is what it was, whatever it holds", () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 3_000 }))
        .map(([byte, count]) => new Uint8Array(count).fill(byte)),
    );
    const property = fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.array(fc.nat(11)),
      (pieces, order) => {
        const bytes = Uint8Array.from(
          [...pieces, ...order.map((i) => pieces[i] ?? [])].flatMap((p) => [...p]),
        );
        const even = bytes.subarray(0, bytes.length & ~1);
        expect(Buffer.compare(again(even), even)).toBe(0);
      },
    );
    fc.assert(property, { numRuns: 100 });
  });

  test("goes back no farther than it can say", () => {
    const bytes = new Uint8Array(300_000);
    for (const at of [0, 131_060, 131_080, 262_140, 299_990]) bytes.set([1, 2, 3, 4, 5, 6, 7, 8], at);
    expect(Buffer.compare(again(bytes), bytes)).toBe(0);
  });
});
