import { createRedactor } from "../../src/redactor/redactor.ts";
import { catalogue } from "../../src/rules/catalogue.ts";
import type { ShapeRule } from "../../src/rules/rule.ts";
import { sampleOfRule } from "./generate.ts";
import { createRandom } from "./random.ts";

const redactor = createRedactor();

/** Found whole by its shape alone, in whatever stands around it, and the same in every notation. */
function standsAlone(sample: string): boolean {
  if (!/^[\w.~+/=-]{12,500}$/.test(sample)) return false;
  const matches = redactor.scan(`got "${sample}" now`);
  return matches.length === 1 && matches[0]!.start === 5 && matches[0]!.end === 5 + sample.length;
}

/** So many credentials of all vendors in turn, no two alike; the same for the same seed. */
export function makeCredentials(count: number, seed = 1): readonly string[] {
  const random = createRandom(seed);
  const rules = catalogue.filter((rule): rule is ShapeRule => "pattern" in rule && !rule.optIn);
  const good = rules.filter((rule) => standsAlone(sampleOfRule(rule, random)));
  const made = new Set<string>();
  for (let i = 0; made.size < count; i++) {
    const sample = sampleOfRule(good[i % good.length]!, random);
    if (standsAlone(sample)) made.add(sample);
  }
  return [...made];
}
