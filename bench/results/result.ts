/** What was measured, beside a rival. */
export interface Result {
  what: string;
  rival: string;
  /** As it is shown */
  got: string;
  /** To the rival; without one, it cannot be checked */
  ratio?: number;
  /** Whether more is better (a speed), or less (a time) */
  better?: "more" | "less";
}

/** A speed, in units of the rival's. */
export const speedTo = (what: string, rival: string, ratio: number): Result => ({
  what,
  rival,
  got: show(ratio),
  ratio,
  better: "more",
});

/** A time, in units of the rival's. */
export const timeTo = (what: string, rival: string, ratio: number): Result => ({
  what,
  rival,
  got: `${show(ratio)} the time`,
  ratio,
  better: "less",
});

const show = (value: number) => `${value.toFixed(value < 0.1 ? 3 : 2)} ×`;

export function resultsTable(results: readonly Result[]) {
  const rows = results.map(({ what, rival, got }) => `| ${what} | ${rival} | ${got} |`);
  return ["| What | Beside | Measured |", "|---|---|---|", ...rows].join("\n");
}
