// False alarms on the negatives of other tools' tests.

import type { Case } from "./cases.ts";
import type { Engine } from "./recall.ts";

export function measureAlarms(
  cases: Case[],
  engine: Engine,
): { byFile: Map<string, { alarms: number; of: number }>; alarms: Case[] } {
  const byFile: Map<string, { alarms: number; of: number }> = new Map();
  const alarms: Case[] = [];
  for (const item of cases) {
    if (item.positive) continue;
    const count = byFile.get(item.file) ?? { alarms: 0, of: 0 };
    byFile.set(item.file, count);
    count.of++;
    if (engine.redact(item.text) !== item.text) {
      count.alarms++;
      alarms.push(item);
    }
  }
  return { byFile, alarms };
}
