import { expect, test } from "vitest";
import { countLiterals, readLiterals } from "../../bench/engines/literals.ts";

test("the literals that Vectorscan searches for are those of the catalogue's shapes and names", async () => {
  const literals = await readLiterals();
  const count = (/** @type {string} */ text) => countLiterals(Buffer.from(text), literals);
  expect(count(`${"ghp"}_${"x7Kq2".repeat(8)}`)).toBeGreaterThan(0);
  expect(count("db_passWord")).toBeGreaterThan(0);
  expect(count("127")).toBe(0);
});
