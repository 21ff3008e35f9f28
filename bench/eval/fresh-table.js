// The fresh sources' table: what each showed at first beside what it shows now.
import { judgeFirstRun } from "./first-runs.js";
import { line, percentOf } from "./table.js";

/** @import { FirstField, FirstLogs, FirstRuns } from "./first-runs.js" */
/** @import { Logs } from "./corpora.js" */
/** @import { FieldResult } from "./field.js" */
/** @typedef {[name: string, first: string, now: string]} Row */

/**
 * @param {FirstRuns} firstRuns
 * @param {Map<string, Logs | FieldResult>} measured by the source's name; what is not there now is left blank
 */
export function toFreshTable(firstRuns, measured) {
  const rows = Object.entries(firstRuns).flatMap(([name, first]) => {
    const now = measured.get(name);
    /** @type {Row} */
    const head = [`**${name}**${size(first)}`, `\`${first.commit}\`, ${first.date}`, ""];
    return [head, ...("texts" in first ? fieldRows(first, now) : logRows(first, now))];
  });
  return [line(["Not tuned to", "first run", "now"]), "|---|---|---|", ...rows.map(line)].join("\n");
}

/** @param {FirstLogs | FirstField} first */
const size = (first) =>
  "bytes" in first ? `, ${(first.bytes / 1e6).toFixed(1)} MB in ${first.files} files` : "";

/** @param {FirstLogs} first @param {Logs | FieldResult | undefined} now @returns {Row[]} */
function logRows(first, now) {
  const before = { ...first, ...judgeFirstRun(first) };
  const after = now && "bytes" in now ? { ...now, unjudged: now.unjudged.length } : undefined;
  /** @type {(name: string, say: (logs: typeof before) => string | number) => Row} */
  const row = (name, say) => [name, `${say(before)}`, after ? `${say(/** @type {any} */ (after))}` : ""];
  return [
    row("false alarms per 10 MB, with what is not judged", perTenMegabytes),
    row("matches judged innocent, not judged, credentials", (logs) =>
      [logs.innocents, logs.unjudged, logs.credentials].join(", "),
    ),
    row("files with context lost, JSON lines broken", (logs) => `${logs.contextLost}, ${logs.jsonBroken}`),
  ];
}

/** @param {{ innocents: number, unjudged: number, bytes: number }} logs */
const perTenMegabytes = ({ innocents, unjudged, bytes }) =>
  ((1e7 * (innocents + unjudged)) / bytes).toFixed(2);

/** @param {FirstField} first @param {Logs | FieldResult | undefined} now @returns {Row[]} */
function fieldRows(first, now) {
  const after = now && "texts" in now ? now : undefined;
  /** @type {(name: string, key: "texts" | "reports" | "values" | "credentials" | "unspoilt") => Row} */
  const row = (name, key) => [name, percentOf(first[key]), percentOf(after?.[key])];
  return [
    row("credentials found", "credentials"),
    row("nothing else replaced", "unspoilt"),
    row("texts right, to the byte", "texts"),
    row("reports right, to the byte", "reports"),
    row("values right", "values"),
  ];
}
