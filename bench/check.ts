// The last committed ratios, and whether those measured now fell below them.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { median } from "./measure.ts";
import type { Result } from "./results/result.ts";

const file = new URL("./ratios.json", import.meta.url);

/** More of a ratio than this is not lost by chance. */
const TOLERANCE = 0.1;

/** What a ratio is known by. */
const keyOf = ({ what, rival }: Result) => `${what.replace(/ \([^)]*\)$/, "")}, to ${rival}`;

export function writeRatios(results: readonly Result[]) {
  const ratios = results.flatMap((result) =>
    result.ratio === undefined
      ? []
      : [[keyOf(result), { ratio: Number(result.ratio.toFixed(3)), better: result.better }]],
  );
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(ratios), undefined, 2)}\n`);
}

const readRatios = (): Record<string, { ratio: number; better: "more" | "less" }> => {
  if (!existsSync(file)) throw new Error("no bench/ratios.json: npm run bench -- --write makes it");
  return JSON.parse(readFileSync(file, "utf8"));
};

/** Which ratios fell by more than a tenth, as lines to print: the median of all runs counts. */
export function fallen(
  runs: readonly (readonly Result[])[],
  committed: ReturnType<typeof readRatios> = readRatios(),
) {
  return Object.entries(committed).flatMap(([key, { ratio, better }]) => {
    const found = runs.flat().filter((result) => keyOf(result) === key && result.ratio !== undefined);
    if (found.length === 0) return [`${key}: not measured`];
    const now = median(found.map((result) => result.ratio ?? 0));
    const isWorse = better === "more" ? now < ratio * (1 - TOLERANCE) : now > ratio * (1 + TOLERANCE);
    return isWorse ? [`${key}: ${now.toFixed(3)}, was ${ratio} (${better} is better)`] : [];
  });
}
