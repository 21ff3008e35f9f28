// Numbered lines with a secret in every third, and what has become of them.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Put together here: nothing that looks like a live token stands in the repository. @param {number} n */
const secretOf = (n) => ["zq", n.toString(36).padStart(6, "0"), "kk7"].join("");

/** @param {number} n */
const lineOf = (n) =>
  n % 3 === 0 ? `n=${n} login user=ann password=${secretOf(n)} ok` : `n=${n} GET /orders/${n} 200`;

/** @param {string} file @param {number} count */
export function writeLines(file, count) {
  writeFileSync(file, Array.from({ length: count }, (_, n) => `${lineOf(n)}\n`).join(""));
}

/**
 * Counts the lines of a file.
 *
 * @param {string} file @param {number} count How many were written
 * @returns {{ lines: number, missing: number, doubled: number, raw: number }}
 */
export function countLines(file, count) {
  const seen = new Uint32Array(count);
  let lines = 0;
  let raw = 0;
  for (const line of existsSync(file) ? readFileSync(file, "utf8").split("\n") : []) {
    const n = Number(/\bn=(\d+)/.exec(line)?.[1] ?? Number.NaN);
    if (!(n < count)) continue;
    lines++;
    seen[n]++;
    if (n % 3 === 0 && line.includes(secretOf(n))) raw++;
  }
  const missing = seen.filter((times) => times === 0).length;
  return { lines, missing, doubled: seen.reduce((sum, times) => sum + Math.max(0, times - 1), 0), raw };
}
