// Whole filters, from the rows that `npm run bench` measures anyway.
import { median } from "../measure.js";
import { speedTo } from "./result.js";

/** Each to `cat`, which ends in a second `cat`. */
const filters = ["scrubjay", "scrubjay, from a pipe"];

/**
 * @param {string} what
 * @param {readonly { engine: { name: string }, ratios: readonly number[] }[]} rows
 * @returns {import("./result.js").Result[]}
 */
export function filterResults(what, rows) {
  return filters.flatMap((name) => {
    const ratios = rows.find(({ engine }) => engine.name === name)?.ratios;
    return ratios ? [speedTo(`${name}: ${what}`, "`cat`", median([...ratios]))] : [];
  });
}
