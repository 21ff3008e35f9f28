// Recall by family, over the positives as other tools wrote them.
import { familyNames } from "./families.js";
import { isFound } from "./judge.js";

/** @import { Case } from "./cases.js" */
/** @typedef {{ scan(text: string): import("./judge.js").Span[], redact(text: string): string }} Engine */
/** @typedef {{ found: number, of: number }} Share */

/**
 * @param {Case[]} cases @param {Engine} engine
 * @returns {{ byFamily: Map<string, Record<Case["evidence"], Share>>, misses: Case[] }}
 */
export function measureRecall(cases, engine) {
  const byFamily = new Map(familyNames.map((name) => [name, emptyShares()]));
  /** @type {Case[]} */
  const misses = [];
  for (const item of cases) {
    if (!item.positive) continue;
    const share = /** @type {Record<Case["evidence"], Share>} */ (byFamily.get(item.family))[item.evidence];
    const spans = engine.scan(item.text);
    const output = engine.redact(item.text);
    share.of++;
    if (item.parts.every((part) => isFound(item.text, part, spans, output))) share.found++;
    else misses.push(item);
  }
  return { byFamily, misses };
}

const emptyShares = () => ({
  labelled: { found: 0, of: 0 },
  gitleaks: { found: 0, of: 0 },
  generated: { found: 0, of: 0 },
});
