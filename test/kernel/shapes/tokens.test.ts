import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { times } from "../../long.ts";
import { type TokenShape, tokenLength } from "../../oracle/token-oracle.ts";
import { between, createRandom, pick } from "../../samples/random.ts";

/** Of rules of the catalogue whose pattern is a head and a body. */
const shapes: Readonly<Record<string, TokenShape>> = {
  "github/pat": { head: "ghp_", alphabet: "[A-Za-z0-9]", bodyLength: 36 },
  "planetscale/password": { head: "pscale_pw_", alphabet: "[\\w=.-]", bodyLength: 32 },
};

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** What a body is made of: few kinds of characters, so that many a body is too plain. */
const KINDS = [LETTERS, LETTERS.toUpperCase(), "0123456789", "x", "X", "ab"];
/** What may stand after a body: ellipses, and what is nearly one. */
const BEHIND = [
  "...",
  "…",
  "***",
  "\\u2026",
  "..",
  "**",
  "....",
  ".*.",
  "**.",
  "‥",
  "⅓",
  "\\u2028",
  "\\u202",
  "u2026",
  "\\n",
  " ",
  '"',
  ")",
  ",",
  "é",
  "",
];

const random = createRandom(11);

function body(more: string): string {
  const kinds = Array.from({ length: between(1, 2, random) }, () =>
    pick([...KINDS, ...(more === "" ? [] : [more])], random),
  );
  const length = between(0, pick([5, 12, 40], random), random);
  return Array.from({ length }, () => pick(pick(kinds, random), random)).join("");
}

describe.each(Object.entries(shapes))("%s", (id, shape) => {
  const { redact } = createRedactor({ rules: [id] });
  const stream = createByteRedactor({ rules: [id] });
  const byBytes = (text: string): string => {
    const parts = [...Buffer.from(text)].flatMap((byte) => stream.push(Uint8Array.of(byte)));
    return Buffer.concat([...parts, ...stream.end()]).toString();
  };

  test("is found as its oracle says: whole, cut short, longer", () => {
    const counts = { found: 0, left: 0 };
    for (let i = 0; i < times(4000); i++) {
      const text = shape.head + body(shape.alphabet.includes(".") ? "-.=." : "") + pick(BEHIND, random);
      const length = tokenLength(shape, text);
      counts[length > 0 ? "found" : "left"]++;
      const expected = length > 0 ? `[REDACTED]${text.slice(length)}` : text;
      expect({ text, is: redact(`a ${text} b`) }).toEqual({ text, is: `a ${expected} b` });
      if (i % 10 === 0) expect(byBytes(`a ${text} b`)).toBe(`a ${expected} b`);
    }
    expect(Math.min(counts.found, counts.left)).toBeGreaterThan(times(4000) / 10);
  });
});
