// The figures that must not get worse, by name. `atLeast` is a share or a count, `atMost` a count.

/** @typedef {{ atLeast: Record<string, number>, atMost: Record<string, number> }} Figures */
/** @typedef {{ found: number, of: number }} Share */

/** Rounded down, so that the committed figure is one that was reached. @param {Share} share */
const floor = ({ found, of }) => Math.floor((found / of) * 1e4) / 1e4;

/**
 * @param {object} measured
 * @param {ReturnType<typeof import("./recall.js").measureRecall>} measured.recall
 * @param {ReturnType<typeof import("./placement.js").measureNotations>} measured.placed
 * @param {ReturnType<typeof import("./alarms.js").measureAlarms>} measured.negatives
 * @param {import("./corpora.js").Logs} measured.logs
 * @param {Map<string, import("./corpora.js").Logs | import("./field.js").FieldResult>} measured.fresh
 * @returns {Figures}
 */
export function toFigures({ recall, placed, negatives, logs, fresh }) {
  /** @type {Figures} */
  const figures = { atLeast: {}, atMost: {} };
  for (const [group, rows] of [
    ["recall", recall.byFamily],
    ["notation", placed.byNotation],
  ]) {
    for (const [row, shares] of /** @type {Map<string, Record<string, Share>>} */ (rows)) {
      for (const [column, share] of Object.entries(shares)) {
        if (share.of > 0) figures.atLeast[`${group}: ${row}: ${column}`] = floor(share);
      }
    }
  }
  for (const [file, { alarms }] of negatives.byFile) figures.atMost[`alarms: ${file}`] = alarms;
  figures.atMost["notation: context lost"] = placed.contextLost.length;
  figures.atMost["notation: JSON broken"] = placed.jsonBroken.length;
  addLogs(figures, "real logs", logs);
  for (const [name, result] of fresh) {
    if (!("texts" in result)) addLogs(figures, name, result);
    else {
      const { wrong, ...shares } = result;
      for (const [what, share] of Object.entries(shares)) figures.atLeast[`${name}: ${what}`] = floor(share);
    }
  }
  return figures;
}

/** @param {Figures} figures @param {string} name @param {import("./corpora.js").Logs} logs */
function addLogs({ atLeast, atMost }, name, logs) {
  // Whoever mends false alarms may not lose what was rightly found beside them.
  atLeast[`${name}: credentials`] = logs.credentials;
  atMost[`${name}: not judged`] = logs.unjudged.length;
  atMost[`${name}: innocent`] = logs.innocents;
  atMost[`${name}: context lost`] = logs.contextLost;
  atMost[`${name}: JSON broken`] = logs.jsonBroken;
}

/**
 * One line per figure that fell below the committed one, or is no longer measured.
 * @param {Figures} now @param {Figures} committed @returns {string[]}
 */
export function compareFigures(now, committed) {
  /** @type {string[]} */
  const worse = [];
  for (const [name, floor] of Object.entries(committed.atLeast)) {
    const value = now.atLeast[name];
    if (value === undefined) worse.push(`${name}: no longer measured`);
    else if (value < floor) worse.push(`${name}: ${value} < ${floor}`);
  }
  for (const [name, ceiling] of Object.entries(committed.atMost)) {
    const value = now.atMost[name];
    if (value === undefined) worse.push(`${name}: no longer measured`);
    else if (value > ceiling) worse.push(`${name}: ${value} > ${ceiling}`);
  }
  return worse;
}
