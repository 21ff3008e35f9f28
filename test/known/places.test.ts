import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createRedactor } from "../../src/index.ts";

/** A value of letters, digits and both signs of base64 that looks generated. */
const madeOf = (length: number): string =>
  `a1+b/${createHash("sha256").update(`${length}`).digest("base64url")}`.slice(0, length);

const lengths = Array.from({ length: 36 }, (_, i) => i + 8);

/** The digits of base64 that hold nothing but the value. */
const wholeOf = (digits: string, value: string): string =>
  digits.slice(0, Math.floor((8 * value.length) / 6));

/** Forms of a value, which begin with other bytes. */
const forms: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => value.toUpperCase(),
  (value) => Buffer.from(value).toString("hex"),
  (value) => wholeOf(Buffer.from(value).toString("base64"), value),
  (value) => wholeOf(Buffer.from(value).toString("base64url"), value),
];

// What is looked at of a text depends on the shortest value, and whether a place of it is depends on where it stands.
test.each(lengths)(
  "a value of %i characters is found at every place, alone and beside longer ones",
  (length) => {
    const value = madeOf(length);
    for (const others of [[], lengths.filter((each) => each > length).map(madeOf)]) {
      const { redact } = createRedactor({ secrets: [value, ...others], rules: ["!*", "pgp/private-key"] });
      for (const form of forms.map((make) => make(value)))
        for (let at = 0; at < 9; at++) {
          const before = "zq".repeat(9).slice(0, at);
          expect(redact(`${before}${form}!`)).toBe(`${before}[REDACTED]!`);
        }
    }
  },
);

test("what differs in the last character is another value", () => {
  for (const length of lengths) {
    const value = madeOf(length);
    const other = `${value.slice(0, -1)}${value.endsWith("0") ? "1" : "0"}`;
    const { redact } = createRedactor({ secrets: [value], rules: ["!*", "pgp/private-key"] });
    expect(redact(`x ${other} y`)).toBe(`x ${other} y`);
  }
});
