import { expect, test } from "vitest";
import { isLong, times } from "../long.ts";
import { properties } from "./index.ts";
import { doesNotHoldYet } from "./known-failures.ts";
import { type Property, run, simplest } from "./property.ts";

export const defaultSeed = 20261123;

const seed = isLong ? Date.now() % 2 ** 31 : defaultSeed;

/**
 * A test for each property.
 *
 * @param cases How many of its cases are tried; fewer of them are the first of more
 */
export function testProperties(cases: number): void {
  for (const property of properties) {
    test(`${property.name}: ${property.what}`, () => {
      const failures = failuresOf(property, times(cases));
      if (!doesNotHoldYet.has(property.name))
        expect(failures.map((failure) => told(property, failure))).toEqual([]);
      else if (failures.length === 0)
        console.warn(`${property.name} holds here: is it still a known failure?`);
    });
  }
}

/** At most one failure. */
function failuresOf(property: Property, cases: number) {
  const { tried, failures } = run(property, { seed, cases, maxFailures: 1 });
  expect(tried).toBeGreaterThan(0);
  return failures;
}

/** What a failure says, made as simple as it can be. */
function told(property: Property, failure: ReturnType<typeof failuresOf>[number]): object {
  const { promise, inputs, detail } = simplest(property, failure);
  return { seed, promise, inputs, detail };
}
