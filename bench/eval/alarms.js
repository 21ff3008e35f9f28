// False alarms on the negatives of other tools' tests.

/** @import { Case } from "./cases.js" */

/**
 * @param {Case[]} cases @param {import("./recall.js").Engine} engine
 * @returns {{ byFile: Map<string, { alarms: number, of: number }>, alarms: Case[] }}
 */
export function measureAlarms(cases, engine) {
  /** @type {Map<string, { alarms: number, of: number }>} */
  const byFile = new Map();
  /** @type {Case[]} */
  const alarms = [];
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
