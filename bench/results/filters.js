// Whole filters, from the rows that `npm run bench` measures anyway.
import { median } from "../measure.js";
import { atLeast } from "./aim.js";

/** How many times as fast as each the filter has to be. */
const beside = [
  { name: "cat", least: 0.6 },
  { name: "rg --passthru -r, 10 patterns", least: 8 },
  { name: "sed -E, 10 patterns", least: 15 },
];

/**
 * @param {string} what
 * @param {readonly { engine: { name: string }, speeds: readonly number[] }[]} rows
 * @returns {import("./aim.js").Aim[]}
 */
export function filterAims(what, rows) {
  const speedsOf = (/** @type {string} */ name) => rows.find(({ engine }) => engine.name === name)?.speeds;
  const ours = speedsOf("scrubjay");
  return beside.flatMap(({ name, least }) => {
    const theirs = speedsOf(name);
    if (!ours || !theirs) return [];
    return [
      atLeast(
        `filter to \`${name}\`: ${what}`,
        least,
        median(ours.map((speed, i) => speed / (theirs[i] ?? 1))),
      ),
    ];
  });
}
