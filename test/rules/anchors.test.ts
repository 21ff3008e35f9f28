// To compile each rule by itself takes ten seconds; the build compiles all of them, too.
import { describe, expect, test } from "vitest";
import { compileRule, compileShape } from "../../src/program/image/compile-shape.ts";
import { catalogue } from "../../src/rules/catalogue.ts";
import { vendorRules } from "../../src/rules/vendors.ts";

describe("the catalogue of vendor formats", () => {
  test.each(vendorRules.map((rule) => [rule.id, rule] as const))(
    "%s compiles, with an anchor",
    (_id, rule) => {
      const compiled = compileShape(rule, false);
      expect(compiled.fragments).toBeDefined();
      // One alone in the nibble tables would slow down every scan.
      expect(compiled.fragments?.filter(({ window }) => window !== undefined)).toEqual([]);
      expect(compiled.relaxed).toBe(rule.token === true);
    },
  );

  test("no other rule that is on has to be tried at every byte, or through the nibble tables", () => {
    const slow = catalogue.filter((rule) => {
      if ((vendorRules as readonly unknown[]).includes(rule) || rule.optIn) return false;
      const compiled = compileRule(rule, false);
      return compiled && compiled.fragments?.every(({ window }) => window === undefined) !== true;
    });
    expect(slow.map(({ id }) => id)).toEqual([]);
  });
});
