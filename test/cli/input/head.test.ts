import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HeadIntake, type HeadOptions } from "../../../src/cli/input/input-format.ts";
import { Utf16Decoder, Utf16Encoder } from "../../../src/cli/input/utf16.ts";
import type { Output } from "../../../src/cli/output/output.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { TOKEN } from "../program.ts";

const redactor = createByteRedactor();

/** Gives `bytes` to an intake in pieces that end at `cuts`; returns what came out, in its pieces. */
async function taken(
  bytes: Uint8Array,
  cuts: readonly number[],
  options: Partial<HeadOptions> = {},
): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  const output: Output = {
    write: (piece) => {
      pieces.push(Buffer.from(piece));
      // As slow as a pipe at times.
      return pieces.length % 3 === 0 ? new Promise(setImmediate) : undefined;
    },
    end: () => undefined,
  };
  const intake = new HeadIntake(redactor, output, { byLine: false, packsAgain: false, ...options });
  const ends = [...cuts, bytes.length];
  for (const [i, end] of ends.entries()) {
    const piece = bytes.subarray(ends[i - 1] ?? 0, end);
    if (piece.length === 0) continue;
    intake.space().set(piece);
    await intake.take(piece.length);
  }
  await intake.end();
  return pieces;
}

const TEXT = `é 😀\r\nsay ${TOKEN}\r\n{"password":"ü😀"} \0\x1b[31m\nend`;
const CLEAN = 'é 😀\r\nsay [REDACTED]\r\n{"password":"[REDACTED]"} \0\x1b[31m\nend';
const le = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");
const be = (text: string): Buffer => le(text).swap16();
const ASCII = `ab: ${TEXT}`;
const CLEAN_ASCII = `ab: ${CLEAN}`;
const LONE = Buffer.concat([
  le("x"),
  Buffer.of(0x00, 0xd8, 0x41, 0x00, 0x00, 0xdc, 0x0a, 0x00, 0x3d, 0xd8, 0x42),
]);
const inputs: readonly (readonly [what: string, bytes: Buffer, clean: Buffer])[] = [
  ["text", Buffer.from(TEXT), Buffer.from(CLEAN)],
  ["text with a byte order mark", Buffer.from(`\ufeff${TEXT}`), Buffer.from(`\ufeff${CLEAN}`)],
  ["text that starts like zip", Buffer.from(`PK${TEXT}`), Buffer.from(`PK${CLEAN}`)],
  ["UTF-16, little-endian", le(TEXT), le(CLEAN)],
  ["UTF-16, big-endian", be(TEXT), be(CLEAN)],
  ["UTF-16 with halves of characters, and half a unit at its end", LONE, LONE],
  ["UTF-16 without a mark, little-endian", le(ASCII).subarray(2), le(CLEAN_ASCII).subarray(2)],
  ["UTF-16 without a mark, big-endian", be(ASCII).subarray(2), be(CLEAN_ASCII).subarray(2)],
  ["UTF-16 without a mark, three units", le("abc").subarray(2), le("abc").subarray(2)],
  ["a byte order mark alone", le(""), le("")],
  ["half a byte order mark", Buffer.of(0xfe), Buffer.of(0xfe)],
  ["gzip", gzipSync(TEXT), Buffer.from(CLEAN)],
  [
    "gzip in two members",
    Buffer.concat([gzipSync(TEXT.slice(0, 30)), gzipSync(TEXT.slice(30))]),
    Buffer.from(CLEAN),
  ],
  ["gzip of UTF-16", gzipSync(be(TEXT)), be(CLEAN)],
];

describe("an input, cut anywhere", () => {
  test.each(inputs)("of %s comes to the same", async (_what, bytes, clean) => {
    for (let cut = 0; cut < bytes.length; cut++)
      expect(Buffer.concat(await taken(bytes, [cut])).equals(clean), `cut at ${cut}`).toBe(true);
    const each = Array.from({ length: bytes.length - 1 }, (_, i) => i + 1);
    expect(Buffer.concat(await taken(bytes, each)).equals(clean), "byte by byte").toBe(true);
    expect(Buffer.concat(await taken(bytes, each, { byLine: true })).equals(clean), "by line").toBe(true);
  });

  test("by line, every piece but the last ends with a line", async () => {
    const each = Array.from({ length: Buffer.from(TEXT).length }, (_, i) => i);
    const pieces = await taken(Buffer.from(TEXT), each, { byLine: true });
    expect(pieces).toHaveLength(4);
    for (const piece of pieces.slice(0, -1)) expect(piece.at(-1)).toBe(10);
  });

  test("by line, one that is longer than a pipe goes out before its end", async () => {
    const long = Buffer.alloc(200_000, "x ");
    const pieces = await taken(long, [50_000, 100_000, 150_000], { byLine: true });
    expect(Buffer.concat(pieces).equals(long)).toBe(true);
    expect(pieces.length).toBeGreaterThan(1);
  });
});

describe("what would go out unread", () => {
  test.each([
    ["zstd", [0x28, 0xb5, 0x2f, 0xfd, 0x04]],
    ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
    ["bzip2", [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]],
    ["zip", [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ["twice", [...gzipSync(gzipSync(TEXT))]],
  ])("is refused: compressed with or %s", async (name, head) => {
    const bytes = Uint8Array.from(head);
    await expect(taken(bytes, [])).rejects.toThrow(
      new RegExp(`compressed (?:with )?${name}; unpack it first: `),
    );
    await expect(taken(bytes, [1, 2, 3])).rejects.toThrow(name);
  });

  test("is not taken for it by its first letters", async () => {
    for (const text of [
      "a\0b\0c\0d",
      "a\0b\0c\0dd",
      "\0a\0b\0cc",
      "P",
      "PK",
      "BZh9 is how bzip2 starts\n",
      "\x1f",
      "(",
    ])
      expect(Buffer.concat(await taken(Buffer.from(text), [])).toString()).toBe(text);
  });
});

describe("UTF-16 there and back", () => {
  test("loses nothing, whatever the units and cuts", () => {
    const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd700, max: 0xe0ff }));
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(fc.array(unit), fc.boolean(), sizes, sizes, (units, isLittle, cuts, cutsBack) => {
        const bytes = Buffer.alloc(units.length * 2);
        units.forEach((value, i) => {
          if (isLittle) bytes.writeUInt16LE(value, i * 2);
          else bytes.writeUInt16BE(value, i * 2);
        });
        const decoder = new Utf16Decoder(isLittle ? "le" : "be");
        const encoder = new Utf16Encoder(isLittle ? "le" : "be");
        const text = Buffer.concat([
          ...cut(bytes, cuts).map((piece) => decoder.decode(piece)),
          decoder.end().text,
        ]);
        const back = Buffer.concat(cut(text, cutsBack).map((piece) => encoder.encode(piece)));
        expect(back.equals(bytes)).toBe(true);
      }),
    );
  });

  test("is UTF-8 where the text is well formed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const decoded = new Utf16Decoder("le").decode(Buffer.from(text, "utf16le"));
        expect(Buffer.from(decoded).equals(Buffer.from(text))).toBe(true);
      }),
    );
  });
});

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const size of sizes) {
    if (at >= bytes.length) break;
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return [...pieces, bytes.subarray(at)].filter(({ length }) => length > 0);
}
