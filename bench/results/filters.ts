// Whole filters, from the rows that `npm run bench` measures anyway.
import { median } from "../measure.ts";
import { type Result, speedTo } from "./result.ts";

/** Each to `cat`, which ends in a second `cat`. */
const filters = ["scrubjay", "scrubjay, from a pipe"];

export function filterResults(
  what: string,
  rows: readonly { engine: { name: string }; ratios: readonly number[] }[],
): Result[] {
  return filters.flatMap((name) => {
    const ratios = rows.find(({ engine }) => engine.name === name)?.ratios;
    return ratios ? [speedTo(`${name}: ${what}`, "`cat`", median([...ratios]))] : [];
  });
}
