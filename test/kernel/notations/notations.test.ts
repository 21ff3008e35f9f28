import { describe, test } from "vitest";
import { arrayCases } from "../cases/array-cases.ts";
import { expectAtEveryCut } from "../cases/at-every-cut.ts";
import { notationCases } from "../cases/notation-cases.ts";
import { overLinesCases } from "../cases/over-lines-cases.ts";

describe.each(Object.entries({ ...notationCases, ...overLinesCases, ...arrayCases }))(
  "%s",
  (_name, cases) => {
    test.each(cases)("%j", expectAtEveryCut);
  },
);
