// The fresh sources' table: what each showed at first beside what it shows now.

import type { Logs } from "./corpora.ts";
import type { FieldResult } from "./field.ts";
import { type FirstField, type FirstLogs, type FirstRuns, judgeFirstRun } from "./first-runs.ts";
import { line, percentOf } from "./table.ts";

type Row = [name: string, first: string, now: string];
/** Of the matches in logs, how many were judged what, and what was spoilt. */
type Counts = Pick<Logs, "bytes" | "credentials" | "innocents" | "contextLost" | "jsonBroken"> & {
  unjudged: number;
};

/** What is measured stands by its source's name; what is not there now is left blank. */
export function toFreshTable(firstRuns: FirstRuns, measured: Map<string, Logs | FieldResult>) {
  const rows = Object.entries(firstRuns).flatMap(([name, first]) => {
    const now = measured.get(name);
    const head: Row = [`**${name}**${size(first)}`, `\`${first.commit}\`, ${first.date}`, ""];
    return [head, ...("texts" in first ? fieldRows(first, now) : logRows(first, now))];
  });
  return [line(["Not tuned to", "first run", "now"]), "|---|---|---|", ...rows.map(line)].join("\n");
}

const size = (first: FirstLogs | FirstField) =>
  "bytes" in first ? `, ${(first.bytes / 1e6).toFixed(1)} MB in ${first.files} files` : "";

function logRows(first: FirstLogs, now: Logs | FieldResult | undefined): Row[] {
  const before = { ...first, ...judgeFirstRun(first) };
  const after = now && "bytes" in now ? { ...now, unjudged: now.unjudged.length } : undefined;
  const row = (name: string, say: (logs: Counts) => string | number): Row => [
    name,
    `${say(before)}`,
    after ? `${say(after)}` : "",
  ];
  return [
    row("false alarms per 10 MB, with what is not judged", perTenMegabytes),
    row("matches judged innocent, not judged, credentials", (logs) =>
      [logs.innocents, logs.unjudged, logs.credentials].join(", "),
    ),
    row("files with context lost, JSON lines broken", (logs) => `${logs.contextLost}, ${logs.jsonBroken}`),
  ];
}

const perTenMegabytes = ({ innocents, unjudged, bytes }: Counts) =>
  ((1e7 * (innocents + unjudged)) / bytes).toFixed(2);

function fieldRows(first: FirstField, now: Logs | FieldResult | undefined): Row[] {
  const after = now && "texts" in now ? now : undefined;
  const row = (name: string, key: "texts" | "reports" | "values" | "credentials" | "unspoilt"): Row => [
    name,
    percentOf(first[key]),
    percentOf(after?.[key]),
  ];
  return [
    row("credentials found", "credentials"),
    row("nothing else replaced", "unspoilt"),
    row("texts right, to the byte", "texts"),
    row("reports right, to the byte", "reports"),
    row("values right", "values"),
  ];
}
