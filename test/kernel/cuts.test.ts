import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createByteRedactor } from "../../src/stream-redactor.ts";

const numRuns = Number(process.env.SCRUBJAY_RUNS ?? 600);

/** What notations are made of, in any order: most mixtures are none, and all of them must be survived. */
// biome-ignore format: a table
const pieces = [
  "password", "token", "authorization", "cookie", "Set-Cookie", "name", "value", "Bearer ", "Digest ", "a=b",
  "=", ":", ": ", ",", ";", "; ", "!", "+", "-", "--", ">", "<", "</", "/>", "|\n  ", "\n", "\r\n", "\\n", "\\\\n",
  '"', '\\"', "'", "\\u0022", "%22", "%2522", "&quot;", "&amp;", "&", "%3D", "%3A", "%0A", "\\", "\\\\\\\\",
  "\x1b[1m", "\x1b[", "\\u001b[33m", "[", "]", "{", "}", "(", ")", " ", "  ", "string(7) ", "Some(", "b'",
  "hunter22x", "abc", "0", "null", "[REDACTED]", "\xff", "\xfe", "MIIEvQIBADANBgkqhkiG9w",
  "\r\n ", "\n\t", "\\r\\n\\t", "Cookie: a=1;", "token: ", "Aa7/".repeat(16), "Aa7_".repeat(11), "Zm9vYg==",
  `-----${"BEGIN PRIVATE KEY"}-----`, "-----END", "<saml:Assertion ", "</saml:Assertion>", "curl -u ", "signature=",
];

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
      { numRuns },
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
