/**
 * What is aimed at, and what was measured.
 * @typedef {{ what: string, aim: string, got: string, met: boolean }} Aim
 */

/** @param {string} what @param {number} least @param {number} got @returns {Aim} */
export const atLeast = (what, least, got) => ({
  what,
  aim: `≥ ${least} ×`,
  got: `${show(got)} ×`,
  met: got >= least,
});

/** @param {string} what @param {number} most @param {number} got @returns {Aim} */
export const atMost = (what, most, got) => ({
  what,
  aim: `≤ ${most} ×`,
  got: `${show(got)} ×`,
  met: got <= most,
});

/** @param {number} value */
const show = (value) => value.toFixed(value < 0.1 ? 3 : 2);

/** @param {readonly Aim[]} aims */
export function aimsTable(aims) {
  const rows = aims.map(
    ({ what, aim, got, met }) => `| ${what} | ${aim} | ${got} | ${met ? "met" : "**not met**"} |`,
  );
  return ["| What | Aim | Measured | |", "|---|---|---|---|", ...rows].join("\n");
}

/** What was measured, without what is aimed at. @param {readonly Aim[]} aims */
export function resultsTable(aims) {
  return ["| What | Measured |", "|---|---|", ...aims.map(({ what, got }) => `| ${what} | ${got} |`)].join(
    "\n",
  );
}
