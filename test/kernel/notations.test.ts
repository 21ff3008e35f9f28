import { describe, test } from "vitest";
import { arrayCases } from "./array-cases.ts";
import { expectAtEveryCut } from "./at-every-cut.ts";
import { notationCases } from "./notation-cases.ts";
import { overLinesCases } from "./over-lines-cases.ts";

describe.each(Object.entries({ ...notationCases, ...overLinesCases, ...arrayCases }))(
  "%s",
  (_name, cases) => {
    test.each(cases)("%j", expectAtEveryCut);
  },
);
