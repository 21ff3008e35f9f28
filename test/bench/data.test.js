// Expected counts hold only if the generated lines have what the generators say.
import { expect, test } from "vitest";
import { patterns } from "../../bench/children/patterns.js";
import { countLiterals } from "../../bench/engines/literals.ts";
import { makeCleanLine, makeLeakyLine } from "../../bench/pino-line.ts";
import { createRandom } from "../../bench/random.ts";

const any = new RegExp(patterns.join("|"), "g");
const count = (line) => [...line.matchAll(any)].length;

test("a leaky line has one credential, a clean one none, and both are JSON", () => {
  const random = createRandom(7);
  for (let i = 0; i < 500; i++) {
    const [clean, leaky] = [makeCleanLine(random, i), makeLeakyLine(random, i)];
    expect(count(clean), clean).toBe(0);
    expect(count(leaky), leaky).toBe(1);
    expect(() => JSON.parse(clean)).not.toThrow();
    expect(() => JSON.parse(leaky)).not.toThrow();
  }
});

test("a clean line is about 400 bytes", () => {
  const random = createRandom(7);
  const lengths = Array.from({ length: 100 }, (_, i) => makeCleanLine(random, i).length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  expect(mean).toBeGreaterThan(350);
  expect(mean).toBeLessThan(450);
});

test("the same seed gives the same data", () => {
  expect(makeLeakyLine(createRandom(5), 1)).toBe(makeLeakyLine(createRandom(5), 1));
});

test("literals are counted where they overlap, with and without case", () => {
  const literal = (text, ignoreCase) => ({ bytes: Buffer.from(text), ignoreCase });
  const text = Buffer.from("aaa Key KEY key\u00e9");
  expect(countLiterals(text, [literal("aa", false)])).toBe(2);
  expect(countLiterals(text, [literal("key", true)])).toBe(3);
  expect(countLiterals(text, [literal("key", false), literal("Key", false)])).toBe(2);
});
