import { catalogue } from "../rules/catalogue.ts";
import type { Rule } from "../rules/rule.ts";

/** The catalogue, in its order. */
export function allRules(): readonly Rule[] {
  return catalogue;
}
