import { describe, test } from "vitest";
import { expectAtEveryCut } from "../cases/at-every-cut.ts";
import { nearMisses } from "../cases/near-misses.ts";

describe.each(Object.entries(nearMisses))("%s", (_name, cases) => {
  test.each(cases)("%j", expectAtEveryCut);
});
