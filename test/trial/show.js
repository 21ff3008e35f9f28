// What a person looks at: the surroundings of what is left and of what else was replaced.

/** @import { judge, Occurrence, Span } from "./count.js" */

const AROUND = 110;

/** @param {string} text @param {ReturnType<typeof judge>} judged @param {Record<string, string>} secrets */
export function show(text, { left, others }, secrets) {
  const printed = new Set();
  /** @param {string} head @param {number} start @param {number} end @param {boolean} whole */
  const print = (head, start, end, whole) => {
    const before = text.slice(Math.max(0, start - AROUND), start);
    const inside = whole ? text.slice(start, Math.min(end, start + 60)) : "";
    const after = text.slice(end, end + 40);
    const line = `${head} ${JSON.stringify(`${before}«${inside}»${after}`)}`;
    // The same line with other figures is the same.
    const kind = line.replace(/\d+/g, "0");
    if (!printed.has(kind)) console.log(line);
    printed.add(kind);
  };
  for (const { secret, start, end } of left)
    print(`  left ${secret} (${secrets[secret].length}):`, start, end, true);
  for (const { rule, start, end } of others) print(`  other ${rule}:`, start, end, true);
}
