import { describe, test } from "vitest";
import { expectAtEveryCut } from "./at-every-cut.ts";
import { nearMisses } from "./near-misses.ts";

describe.each(Object.entries(nearMisses))("%s", (_name, cases) => {
  test.each(cases)("%j", expectAtEveryCut);
});
