// npm run bench: MB/s of the filter, next to `cat` and to what else one could use; then everything else, each beside
// its rival.
//
//   --case NAME   --engine TEXT   --runs N (3)   --quick (20 MB, not 1,000)
//   --write (docs/performance.md, bench/ratios.json)
//   --check: three times three runs; fails where a ratio is more than a tenth below bench/ratios.json
//   With one case or one engine, only the filters are measured.

import { spawnSync } from "node:child_process";
import { closeSync, createReadStream, existsSync, openSync, readSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { writeTable } from "../build/documents.js";
import { cases } from "./cases/index.ts";
import { fallen, writeRatios } from "./check.ts";
import type { Input } from "./data.ts";
import { type Engine, isInstalled } from "./engines/engine.ts";
import { engines } from "./engines/index.ts";
import { countMarks, countRedactions, median, time } from "./measure.ts";
import { filterResults } from "./results/filters.ts";
import { measureResults } from "./results/index.ts";
import { type Result, resultsTable } from "./results/result.ts";

const { values: flags } = parseArgs({
  options: {
    case: { type: "string" },
    engine: { type: "string" },
    runs: { type: "string", default: "3" },
    quick: { type: "boolean" },
    write: { type: "boolean" },
    check: { type: "boolean" },
  },
});
const runs = Number(flags.runs);
/** Of an input's start, for one that only searches: the slow count takes seconds for as much. */
const checkedBytes = 4e6;
const megabytes = flags.quick ? 20 : 1000;

type Row = { engine: Engine; input: Input; speeds: number[]; ratios: number[]; found: string };

const available = engines.filter(({ name, needs }) => {
  const there = needs.includes("/") ? existsSync(needs) : isInstalled(needs);
  const wanted = !flags.engine || name === "cat" || name.includes(flags.engine);
  if (!there && wanted) console.error(`bench: ${name}: no ${needs}, left out`);
  return there && wanted;
});

for (const { build } of available) await build?.();

let wrong = 0;
const isWhole = !flags.case && !flags.engine;
if (flags.check) await check();
else await measure();
process.exitCode = wrong > 0 ? 1 : 0;

async function measure() {
  const { table, results } = await measureFilters();
  console.log(table);
  if (flags.write) writeTable("bench", table);
  if (!isWhole) return;
  results.push(...(await measureResults()));
  const shown = resultsTable(results);
  console.log(`\n${shown}`);
  if (!flags.write) return;
  writeTable("results", shown);
  writeRatios(results);
}

/** Not in CI: who shares the machine would decide it. */
async function check() {
  const all = [];
  for (let i = 0; i < 3; i++) all.push([...(await measureFilters()).results, ...(await measureResults())]);
  const lines = fallen(all);
  for (const line of lines) console.error(`bench: ${line}`);
  wrong += lines.length;
  if (lines.length === 0) console.log("No ratio is more than a tenth below what is committed.");
}

async function measureFilters() {
  const lines: string[] = ["| Input | Filter | MB/s | of `cat` | redactions |", "|---|---|---|---|---|"];
  const results: Result[] = [];
  for (const each of cases.filter(({ name }) => !flags.case || name === flags.case)) {
    const rows = await measureCase(each);
    results.push(...filterResults(each.what, rows));
    for (const { engine, speeds, ratios, found } of rows) {
      const ratio =
        engine.name === "cat" ? "1" : median(ratios).toFixed(ratios[0] && ratios[0] < 0.1 ? 3 : 2);
      lines.push(`| ${each.what} | ${engine.name} | ${Math.round(median(speeds))} | ${ratio} | ${found} |`);
    }
  }
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}; ${runs === 1 ? "one run" : `median of ${runs} runs`}, ${megabytes.toLocaleString("en")} MB from the page cache (slow filters read less of it, and so count less)`;
  return { table: `${lines.join("\n")}\n\n${machine}.`, results };
}

/** Engines in turn, run after run, each against the `cat` of its own round. */
async function measureCase(each: (typeof cases)[number]) {
  const rows: Row[] = [];
  for (const engine of available) {
    const input = each.prepare(Math.min(megabytes, engine.maxMegabytes ?? megabytes));
    if (!input) {
      console.error(`bench: ${each.name}: no corpora, left out`);
      return [];
    }
    rows.push({ engine, input, speeds: [], ratios: [], found: await checkCount(each.name, engine, input) });
  }
  for (let run = 0; run < runs; run++) {
    let catSpeed = 0;
    for (const { engine, input, speeds, ratios } of rows) {
      // Into the page cache, or the disk would be measured.
      spawnSync("sh", ["-c", 'cat "$0" > /dev/null', input.file]);
      const speed = input.bytes / 1e6 / time(engine.command, input.file);
      if (engine.name === "cat") catSpeed = speed;
      speeds.push(speed);
      ratios.push(speed / catSpeed);
    }
  }
  return rows;
}

/** A fast wrong answer is none: whoever miscounts fails the benchmark. */
async function checkCount(name: string, engine: Engine, { file, expected: planted }: Input) {
  if (engine.redacts === false) {
    const checked = engine.check?.(startOf(file));
    if (checked) compareCounts(`${name}: ${engine.name}`, checked.count, checked.expected);
    return "";
  }
  const count = await countRedactions(engine.command, file);
  const expected = planted ?? (engine.mustCount ? await countInProcess(file) : undefined);
  if (expected !== undefined) compareCounts(`${name}: ${engine.name}`, count, expected);
  return count === (expected ?? count) ? String(count) : `${count}, not ${expected}`;
}

function startOf(file: string) {
  const bytes = Buffer.alloc(checkedBytes);
  const fd = openSync(file, "r");
  const size = readSync(fd, bytes);
  closeSync(fd);
  return bytes.subarray(0, size);
}

function compareCounts(who: string, count: number, expected: number) {
  if (count === expected) return;
  wrong++;
  console.error(`bench: ${who} counts ${count}, expected ${expected}`);
}

/** Nobody planted anything in real logs: there the filter must agree with the library. */
async function countInProcess(file: string) {
  const { createRedactStream } = await import("../dist/adapters/stream.js");
  return countMarks(createReadStream(file).pipe(createRedactStream({})));
}
