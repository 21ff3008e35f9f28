// The figures that must not get worse, by name. `atLeast` is a share or a count, `atMost` a count.
import type { measureAlarms } from "./alarms.ts";
import type { Logs } from "./corpora.ts";
import type { FieldResult } from "./field.ts";
import type { measureNotations } from "./placement.ts";
import type { measureRecall, Share } from "./recall.ts";

/** What a run of `npm run eval` has measured. */
export interface Measured {
  recall: ReturnType<typeof measureRecall>;
  placed: ReturnType<typeof measureNotations>;
  negatives: ReturnType<typeof measureAlarms>;
  logs: Logs;
  /** By the source's name */
  fresh: Map<string, Logs | FieldResult>;
}
export type Figures = { atLeast: Record<string, number>; atMost: Record<string, number> };

/** Rounded down, so that the committed figure is one that was reached. */
const floor = ({ found, of }: Share) => Math.floor((found / of) * 1e4) / 1e4;

export function toFigures({ recall, placed, negatives, logs, fresh }: Measured): Figures {
  const figures: Figures = { atLeast: {}, atMost: {} };
  const groups: [string, Map<string, Record<string, Share>>][] = [
    ["recall", recall.byFamily],
    ["notation", placed.byNotation],
  ];
  for (const [group, rows] of groups) {
    for (const [row, shares] of rows) {
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
      const { wrong: _, ...shares } = result;
      for (const [what, share] of Object.entries<Share>(shares))
        figures.atLeast[`${name}: ${what}`] = floor(share);
    }
  }
  return figures;
}

function addLogs({ atLeast, atMost }: Figures, name: string, logs: Logs) {
  // Whoever mends false alarms may not lose what was rightly found beside them.
  atLeast[`${name}: credentials`] = logs.credentials;
  atMost[`${name}: not judged`] = logs.unjudged.length;
  atMost[`${name}: innocent`] = logs.innocents;
  atMost[`${name}: context lost`] = logs.contextLost;
  atMost[`${name}: JSON broken`] = logs.jsonBroken;
}

/** One line per figure that fell below the committed one, or is no longer measured. */
export function compareFigures(now: Figures, committed: Figures): string[] {
  const worse: string[] = [];
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
