// Recall by family, over the positives as other tools wrote them.

import type { Case } from "./cases.ts";
import { familyNames } from "./families.ts";
import { isFound, type Span } from "./judge.ts";

export type Engine = { scan(text: string): Span[]; redact(text: string): string };
export type Share = { found: number; of: number };

export function measureRecall(
  cases: Case[],
  engine: Engine,
): { byFamily: Map<string, Record<Case["evidence"], Share>>; misses: Case[] } {
  const byFamily = new Map(familyNames.map((name) => [name, emptyShares()]));
  const misses: Case[] = [];
  for (const item of cases) {
    if (!item.positive) continue;
    const share = (byFamily.get(item.family) as Record<Case["evidence"], Share>)[item.evidence];
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
