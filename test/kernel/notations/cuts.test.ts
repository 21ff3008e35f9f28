import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { times } from "../../long.ts";
import { pieces } from "../cases/pieces.ts";

const numRuns = times(600);

const redactor = createByteRedactor({});

function redact(...chunks: readonly Uint8Array[]): string {
  const output = [...chunks.flatMap((chunk) => redactor.push(chunk)), ...redactor.end()];
  return Buffer.concat(output).toString("latin1");
}

describe("any mixture of notations", () => {
  const texts = fc
    .array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 24 })
    .map((parts) => parts.join(""));

  test("gives the same output for every cut into two chunks, and byte by byte", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const bytes = Buffer.from(text, "latin1");
        const whole = redact(bytes);
        for (let cut = 1; cut < bytes.length; cut++) {
          expect(redact(bytes.subarray(0, cut), bytes.subarray(cut)), `cut at ${cut}`).toBe(whole);
        }
        expect(redact(...[...bytes].map((byte) => Uint8Array.of(byte))), "byte by byte").toBe(whole);
      }),
      {
        numRuns,
        examples: [
          ["token: %0A--password"],
          ["authorization=Digest %0Astring(7) password"],
          ["token\xfe&amp;cookie"],
        ],
      },
    );
  });

  test("keeps its number of lines", () => {
    const lines = (text: string) => text.split("\n").length;
    fc.assert(
      fc.property(texts, (text) => {
        expect(lines(redact(Buffer.from(text, "latin1")))).toBe(lines(text));
      }),
      { numRuns },
    );
  });
});

test("a run of a key's characters that is none is passed over the same from every cut", () => {
  const begin = `-----${"BEGIN RSA PRIVATE"} KEY-----`;
  for (const text of [
    String.raw`${begin}~aB3dE5\u007a\u0071\u9031\\u003472658103password=`.replace("~", "\n"),
    String.raw`${begin}~aB3dE5\u9031%5C\u0034726581%6Fab`.replace("~", "\n"),
  ]) {
    const bytes = Buffer.from(text);
    const whole = redact(bytes);
    expect(redact(...[...bytes].map((byte) => Uint8Array.of(byte)))).toBe(whole);
    for (let cut = 1; cut < bytes.length; cut++)
      expect(redact(bytes.subarray(0, cut), bytes.subarray(cut)), `cut at ${cut}`).toBe(whole);
  }
});

test("nothing behind the text goes out where an odd escape ends a value", () => {
  const text = String.raw`{"password\u003d\u0022\u0026quot;" : "Password:"}`;
  const bytes = [...Buffer.from(text)].map((byte) => Uint8Array.of(byte));
  expect(redact(...bytes)).toBe(String.raw`{"password\u003d\u0022[REDACTED]" : "Password:"}`);
});
