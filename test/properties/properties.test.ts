import { describe, expect, test } from "vitest";
import { Choices, shrink } from "./choices.ts";
import { testProperties } from "./hold.ts";
import { properties } from "./index.ts";
import { doesNotHoldYet } from "./known-failures.ts";
import { type Property, run, simplest } from "./property.ts";

describe("for made inputs", () => {
  // `more-cases.test.ts` tries three times as many.
  testProperties(700);

  test("the names of those that do not hold yet are names of properties", () => {
    const names = properties.map(({ name }) => name);
    expect([...doesNotHoldYet].filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe("what finds failures", () => {
  const small: Property = {
    name: "small",
    what: "numbers are below 40",
    make(choices) {
      const numbers = choices.list(5, 20, () => choices.below(50));
      const isSmall = numbers.every((number) => number < 40);
      return {
        inputs: [numbers.join()],
        check: () => (isSmall ? undefined : { promise: "below 40", detail: `${numbers}` }),
      };
    },
  };

  test("makes the same cases of the same seed, and of their choices", () => {
    const one = run(small, { seed: 7, cases: 200 });
    expect(run(small, { seed: 7, cases: 200 })).toEqual(one);
    expect(one.failures.length).toBeGreaterThan(10);
    const [{ inputs, choices }] = one.failures as [(typeof one.failures)[0]];
    expect(small.make(new Choices(choices)).inputs).toEqual(inputs);
  });

  test("leaves out what a failure does not need", () => {
    const { failures } = run(small, { seed: 7, cases: 200 });
    for (const found of failures) expect(simplest(small, found).inputs).toEqual(["40"]);
    expect(shrink([5, 9, 3], (list) => list.includes(9))).toEqual([9]);
  });

  test("tells a check that throws", () => {
    const throwing: Property = { ...small, make: () => ({ inputs: ["x"], check: () => JSON.parse("x") }) };
    expect(run(throwing, { seed: 1, cases: 1 }).failures[0]!.promise).toBe("nothing is thrown");
  });
});
