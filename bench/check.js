// The last committed ratios, and whether those measured now fell below them.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { median } from "./measure.js";

/** @import { Result } from "./results/result.js" */

const file = new URL("./ratios.json", import.meta.url);

/** More of a ratio than this is not lost by chance. */
const TOLERANCE = 0.1;

/** What a ratio is known by. @param {Result} result */
const keyOf = ({ what, rival }) => `${what.replace(/ \([^)]*\)$/, "")}, to ${rival}`;

/** @param {readonly Result[]} results */
export function writeRatios(results) {
  const ratios = results.flatMap((result) =>
    result.ratio === undefined
      ? []
      : [[keyOf(result), { ratio: Number(result.ratio.toFixed(3)), better: result.better }]],
  );
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(ratios), undefined, 2)}\n`);
}

/** @returns {Record<string, { ratio: number, better: "more" | "less" }>} */
const readRatios = () => {
  if (!existsSync(file)) throw new Error("no bench/ratios.json: npm run bench -- --write makes it");
  return JSON.parse(readFileSync(file, "utf8"));
};

/**
 * Which ratios fell by more than a tenth, as lines to print: the median of all runs counts.
 *
 * @param {readonly (readonly Result[])[]} runs
 * @param {ReturnType<typeof readRatios>} committed
 */
export function fallen(runs, committed = readRatios()) {
  return Object.entries(committed).flatMap(([key, { ratio, better }]) => {
    const found = runs.flat().filter((result) => keyOf(result) === key && result.ratio !== undefined);
    if (found.length === 0) return [`${key}: not measured`];
    const now = median(found.map((result) => result.ratio ?? 0));
    const isWorse = better === "more" ? now < ratio * (1 - TOLERANCE) : now > ratio * (1 + TOLERANCE);
    return isWorse ? [`${key}: ${now.toFixed(3)}, was ${ratio} (${better} is better)`] : [];
  });
}
