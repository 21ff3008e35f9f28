// npm run eval: how much is found, in which notation, and what is redacted that should not be.
//
//   --misses [FAMILY]     the positives that were missed     --alarms         negatives that changed
//   --placed [NOTATION]   secrets missed in a notation       --list-corpora   unjudged matches in all logs
//   --field [ID]          field cases that come out wrong
//   --context [NOTATION]  placements that lost context or broke JSON
//   --write               into docs/detection.md          --update-floor   figures into floor.json
//   --peers [NAME]        the others beside it, `--alarms` for the real lines that they change, `--write`
//   --judge credential|innocent --reason WHY FILE [RULE [LINE…]]   judges what --list-corpora shows of a file
//   --set-aside --reason WHY HASH…                           sets cases aside by the hash shown above
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { writeTable } from "../../build/documents.js";
import { measureAlarms } from "./alarms.ts";
import { loadCases } from "./cases.ts";
import { type Match, measureCorpora } from "./corpora.ts";
import { measureField, type ValueEngine } from "./field.ts";
import { compareFigures, type Figures, toFigures } from "./figures.ts";
import { recordFirstRuns } from "./first-runs.ts";
import { toFreshTable } from "./fresh-table.ts";
import { addJudgements, addSetAside } from "./judgements.ts";
import { measurePii } from "./pii.ts";
import { measureNotations } from "./placement.ts";
import { measureRecall } from "./recall.ts";
import { runPeers } from "./run-peers.ts";
import { isPresent, sharedDir, sharedIsPresent } from "./shared.ts";
import { showAlarms, showFaults, showField, showMatches, showMisses } from "./show.ts";
import { type LogSource, type Source, seenLogs, sources } from "./sources.ts";
import { toSummary, toTable } from "./table.ts";
import { toThresholdTable } from "./thresholds.ts";

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: "boolean" },
    placed: { type: "boolean" },
    context: { type: "boolean" },
    alarms: { type: "boolean" },
    "list-corpora": { type: "boolean" },
    field: { type: "boolean" },
    peers: { type: "boolean" },
    write: { type: "boolean" },
    "update-floor": { type: "boolean" },
    judge: { type: "string" },
    "set-aside": { type: "boolean" },
    reason: { type: "string" },
  },
});
const only = positionals.join(" ");
const floorFile = new URL("floor.json", import.meta.url);

if (!sharedIsPresent()) {
  console.log(`eval: no cases and corpora in ${sharedDir} (set SCRUBJAY_SHARED); nothing measured`);
} else {
  process.exitCode = await run();
}

async function run() {
  const engine = await loadEngine();
  const { cases, setAside, unlabelled } = loadCases();
  if (flags.peers) {
    const table = await runPeers(cases, engine, { only, alarms: flags.alarms });
    console.log(table);
    if (flags.write) writeTable("peers", table);
    return 0;
  }
  if (flags.misses) return show(() => showMisses(only, measureRecall(cases, engine).misses));
  if (flags.alarms) return show(() => showAlarms(measureAlarms(cases, engine).alarms, engine));
  const fresh = new Map(
    sources
      .filter((source) => source.fresh && isPresent(source.dir))
      .map((source) => [source.name, measureSource(source, engine)]),
  );
  if (flags.field) return show(() => showField(only, wrongIn(fresh)));
  const logs = measureCorpora(seenLogs, engine);
  const unjudged = [logs, ...fresh.values()].flatMap((each) => ("unjudged" in each ? each.unjudged : []));
  if (flags["list-corpora"]) return show(() => showMatches(matchesIn(only, unjudged)));
  if (flags.judge) return judgeFile(flags.judge, unjudged);
  if (flags["set-aside"]) return show(() => addSetAside(cases.filter(isNamed), needReason()));
  const placed = measureNotations(cases, engine);
  if (flags.placed) return show(() => showFaults(only, placed.misses, "missed"));
  if (flags.context) {
    return show(() => {
      showFaults(only, placed.contextLost, "context lost");
      showFaults(only, placed.jsonBroken, "JSON broken");
    });
  }
  const measured = {
    recall: measureRecall(cases, engine),
    placed,
    negatives: measureAlarms(cases, engine),
    logs,
    fresh,
  };
  const figures = { ...measured, setAside, unlabelled };
  const [summary, table] = [toSummary(figures), toTable(figures)];
  const freshTable = toFreshTable(recordFirstRuns(fresh), fresh);
  const personal = await measurePii(sources.filter(isFreshLog));
  const judged = toThresholdTable(cases, sources.filter(isPresentLog));
  console.log(`${table}\n\n${judged}\n\n${summary}\n\n${personal}\n\n${freshTable}`);
  const details = `<details><summary>By family, notation and rule</summary>\n\n${table}\n\n${judged}\n\n</details>`;
  if (flags.write) writeTable("eval", `${freshTable}\n\n${summary}\n\n${personal}\n\n${details}`);
  return checkFloor(toFigures(measured));
}

function isPresentLog(source: Source): source is LogSource {
  return source.holds === "logs" && isPresent(source.dir);
}

function measureSource(source: Source, engine: ValueEngine) {
  return source.holds === "logs" ? measureCorpora(source, engine) : measureField(source, engine);
}

function isFreshLog(source: Source): source is LogSource {
  return source.holds === "logs" && source.fresh && isPresent(source.dir);
}

function wrongIn(measured: Map<string, ReturnType<typeof measureSource>>) {
  return [...measured.values()].flatMap((each) => ("wrong" in each ? each.wrong : []));
}

function checkFloor(figures: Figures) {
  if (flags["update-floor"]) {
    writeFileSync(floorFile, `${JSON.stringify(figures, null, 2)}\n`);
    return 0;
  }
  if (!existsSync(floorFile)) return 0;
  const worse = compareFigures(figures, JSON.parse(readFileSync(floorFile, "utf8")));
  for (const line of worse) console.error(`eval: below floor.json: ${line}`);
  return worse.length > 0 ? 1 : 0;
}

function judgeFile(verdict: string, unjudged: Match[]) {
  const [file = "", rule, ...lines] = positionals;
  const matches = unjudged.filter(
    (match) =>
      match.file.includes(file) &&
      (!rule || match.rule === rule) &&
      (lines.length === 0 || lines.includes(`${match.line}`)),
  );
  addJudgements(matches, verdict, needReason());
  console.log(`eval: ${matches.length} matches judged ${verdict}`);
  return 0;
}

/** Those with `part` in their file's name or in `file rule`. */
function matchesIn(part: string, matches: Match[]) {
  return matches.filter(({ file, rule }) => `${file} ${rule}`.includes(part));
}

function isNamed({ hash }: { hash: string }) {
  return positionals.includes(hash);
}

function needReason() {
  if (!flags.reason) throw new Error("a judgement needs its --reason");
  return flags.reason;
}

function show(print: () => void) {
  print();
  return 0;
}

async function loadEngine(): Promise<ValueEngine> {
  const { createRedactor } = await import("../../dist/index.js");
  return createRedactor({});
}
