import fc from "fast-check";
import { expect, test } from "vitest";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { times } from "../../long.ts";

const numRuns = times(300);
const stream = createByteRedactor({});

function redact(bytes: Uint8Array, cuts: readonly number[]): string {
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const chunks = edges.slice(1).map((edge, i) => bytes.subarray(edges[i], edge));
  return Buffer.concat([...chunks.flatMap((chunk) => stream.push(chunk)), ...stream.end()]).toString(
    "latin1",
  );
}

const lineEnd = fc.constantFrom("\n", "\r\n", "\n ", "\r\n\t", "\\n", "\\r\\n\\t", "\r", "\n\n");
const head = fc.constantFrom(
  "",
  "token: ",
  "token=",
  "Authorization: ",
  "Authorization: Bearer ",
  "Authorization: Bearer",
  "Cookie: a=1;",
  "Authorization: Digest a=b,",
  'c="d",',
  "b=2;",
  "SAMLResponse=",
  '"private_key":"',
  "<token>",
  "x ".repeat(150),
  `${"PHNhbWxw"}O`,
  `${"eyJhbGci"}OiJSUzI1NiIsInR5cCI6IkpXVCJ9.`,
  `-----${"BEGIN PRIVATE KEY"}-----`,
  "X-Api-Key:",
);
const body = fc
  .tuple(
    fc.constantFrom("Aa7/", "Aa7_", "a", "Bc9+", "-"),
    fc.constantFrom(0, 4, 20, 44, 56, 64, 76, 128, 132, 600),
  )
  .map(([unit, length]) => unit.repeat(length).slice(0, length));
const tail = fc.constantFrom(
  "",
  "",
  "",
  "==",
  '"',
  "</token>",
  " ok",
  "\x1b[0m",
  "&a=1",
  ",",
  ";",
  "done",
  "hunter22x",
);
const texts = fc
  .array(fc.tuple(head, body, tail, lineEnd), { minLength: 1, maxLength: 6 })
  .map((lines) => Buffer.from(lines.flat().join(""), "latin1"));

test("what goes on over lines comes out the same however it is cut, line for line", () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat(), { maxLength: 4 }), (bytes, cuts) => {
      const whole = redact(bytes, []);
      expect(redact(bytes, cuts)).toBe(whole);
      expect(redact(bytes, [...bytes.keys()]), "byte by byte").toBe(whole);
      expect(whole.split("\n").length).toBe(bytes.toString("latin1").split("\n").length);
    }),
    { numRuns },
  );
});

test("a whole line goes out at once, before the next one tells whether it goes on", () => {
  const width = "Aa7/".repeat(16);
  for (const line of [
    "Authorization: Bearer\n",
    "Cookie: a=1;\n",
    'Authorization: Digest a="b",\n',
    `token=${width}\n`,
    `token=${width}\n${width}\n`,
  ]) {
    const out = Buffer.concat([...stream.push(Buffer.from(line))]).toString();
    expect(out.endsWith("\n"), JSON.stringify(line)).toBe(true);
    expect([...stream.end()].length, JSON.stringify(line)).toBe(0);
  }
});
