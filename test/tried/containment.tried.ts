import { describe, test } from "vitest";
import { times } from "../long.ts";
import { cuts, groups } from "../properties/index.ts";
import { doesNotHoldYet } from "../properties/known-failures.ts";
import { type Property, run } from "../properties/property.ts";
import { Tally } from "./tally.ts";

const seed = Date.now() % 2 ** 31;

/** The row of a property; a case that fails is a leak where something is not found, else a change. */
function tried(property: Property, cases: number): void {
  const tally = new Tally(property.what, "made cases");
  const { tried, bytes, failures } = run(property, { seed, cases });
  tally.times = tried;
  tally.bytes = bytes;
  tally.leaked = failures.filter(({ promise }) => promise.includes("found")).length;
  tally.changed = failures.length - tally.leaked;
  tally.record();
}

for (const [group, properties] of Object.entries({ ...groups, cuts: [cuts] })) {
  describe(group, () => {
    for (const property of properties)
      test.skipIf(doesNotHoldYet.has(property.name))(property.name, () => tried(property, times(100_000)));
  });
}
