// Known values at the borders of what is read: each case tells a mutant of the module that looks for them.
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const inLines = (text: string, width: number, end: string): string =>
  text.slice(0, width) + end + text.slice(width);

/** Nothing that a rule would find. */
const VALUE = "zq7Lvm4kx9";
/** Its base64 has a "+" at one of the three places, and a "/" at another. */
const SIGNED = "abc>>>dEf7hi~Q9???klm";
const LONG = Array.from({ length: 192 }, (_, i) => "zq7Lvm4kx9Tb2Rw5"[(i * 7 + (i >> 4)) % 16]).join("");
const LAST_OF_TWO_BYTES = "zq7\u07ffLvm4kx9";
const PRIVATE = `zq7${String.fromCodePoint(0xf8e00)}Lvm4kx9`;
const FACE = `zq7${String.fromCodePoint(0x1f600)}Lvm4kx9`;

/** What goes in, with what is replaced between « and ». */
const cases: readonly (readonly [name: string, value: string, text: string])[] = [
  ["base64 with signs", SIGNED, `a «${base64(SIGNED)}» b`],
  ["base64 for URLs with signs", SIGNED, `a «${Buffer.from(SIGNED).toString("base64url")}» b`],
  ["base64 over an encoded line's end", SIGNED, `a «${inLines(base64(SIGNED), 14, "%0D%0A")}» b`],
  ["base64 over an escaped line's end", SIGNED, `a «${inLines(base64(SIGNED), 14, "\\r\\n")}» b`],
  ["the most of a value of one piece", LONG, `a ${LONG.slice(0, 170)} b`],
  ["all of it", LONG, `a «${LONG}» b`],
  ["the last character of two bytes", LAST_OF_TWO_BYTES, "a «zq7\\u07ffLvm4kx9» b"],
  ["a pair of surrogates", FACE, "a «zq7\\ud83d\\ude00Lvm4kx9» b"],
  ["half a pair behind a character that is none", PRIVATE, "a zq7\\ud7a3\\ude00Lvm4kx9 b"],
  ["an escape behind one that means nothing", VALUE, "a \\q b «zq7\\u004cvm4kx9» c"],
  ["a colon with a backslash", "zq7:Lvm4kx9", "a «zq7\\:Lvm4kx9» b"],
  ["the longest entity", VALUE, "a «zq7&#00000076;vm4k%789» b"],
  ["an entity that is longer", VALUE, "a zq7&#000000076;vm4k%789 b"],
];

function inTwo(secrets: readonly string[], bytes: Uint8Array, cut: number): string {
  const stream = createByteRedactor({ secrets });
  const parts = [
    ...stream.push(bytes.subarray(0, cut)),
    ...stream.push(bytes.subarray(cut)),
    ...stream.end(),
  ];
  return Buffer.concat(parts).toString();
}

describe("known values", () => {
  test.each(cases)("%s", (_name, value, text) => {
    const input = text.replace(/[«»]/g, "");
    const expected = text.replace(/«.*»/s, "[REDACTED]");
    expect(createRedactor({ secrets: [value] }).redact(input)).toBe(expected);
    const bytes = Buffer.from(input);
    for (let cut = 1; cut < bytes.length; cut++)
      expect(inTwo([value], bytes, cut), `cut at ${cut}`).toBe(expected);
  });
});
