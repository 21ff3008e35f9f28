/**
 * What was measured, beside a rival.
 * @typedef {object} Result
 * @property {string} what
 * @property {string} rival
 * @property {string} got as it is shown
 * @property {number} [ratio] to the rival; without one, it cannot be checked
 * @property {"more" | "less"} [better] whether more is better (a speed), or less (a time)
 */

/** A speed, in units of the rival's. @param {string} what @param {string} rival @param {number} ratio @returns {Result} */
export const speedTo = (what, rival, ratio) => ({ what, rival, got: show(ratio), ratio, better: "more" });

/** A time, in units of the rival's. @param {string} what @param {string} rival @param {number} ratio @returns {Result} */
export const timeTo = (what, rival, ratio) => ({
  what,
  rival,
  got: `${show(ratio)} the time`,
  ratio,
  better: "less",
});

/** @param {number} value */
const show = (value) => `${value.toFixed(value < 0.1 ? 3 : 2)} ×`;

/** @param {readonly Result[]} results */
export function resultsTable(results) {
  const rows = results.map(({ what, rival, got }) => `| ${what} | ${rival} | ${got} |`);
  return ["| What | Beside | Measured |", "|---|---|---|", ...rows].join("\n");
}
