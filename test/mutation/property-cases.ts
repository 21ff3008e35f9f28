// Cases of the properties that hold, each a test of its own: the first of those that `npm test` tries.
import { test } from "vitest";
import { defaultSeed } from "../properties/hold.ts";
import { properties } from "../properties/index.ts";
import { doesNotHoldYet } from "../properties/known-failures.ts";
import { seedOfCase, tryCase } from "../properties/property.ts";

/** `npm test` tries so many and more. */
const CASES = 400;

for (const property of properties) {
  if (doesNotHoldYet.has(property.name)) continue;
  const count = Math.ceil(CASES * (property.share ?? 1));
  for (let i = 0; i < count; i++) {
    test(`${property.name}, case ${i}`, () => {
      const result = tryCase(property, seedOfCase(defaultSeed, i));
      if ("promise" in result) throw new Error(`${result.promise}: ${result.detail}`);
    });
  }
}
