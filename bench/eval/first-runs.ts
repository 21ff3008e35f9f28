// The first figure of each fresh source, kept in first-runs.json. Whoever mends what it showed has seen the
// source: from then on only the first figure says what to expect of texts that nobody has looked at.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Logs } from "./corpora.ts";
import type { FieldResult } from "./field.ts";
import { readVerdicts } from "./judgements.ts";
import { projectDir } from "./shared.ts";

export type Taken = { commit: string; date: string };
/** Matches are kept as places, `file:line rule`, so that they can be judged later. */
export type FirstLogs = Taken &
  Pick<Logs, "bytes" | "files" | "contextLost" | "jsonBroken"> & { matches: string[] };
export type FirstField = Taken & Omit<FieldResult, "wrong">;
export type FirstRuns = Record<string, FirstLogs | FirstField>;

const file = new URL("first-runs.json", import.meta.url);

/**
 * Adds what is measured for the first time; what is there stays as it is.
 *
 * @param measured By the source's name.
 */
export function addFirstRuns(
  known: FirstRuns,
  measured: Map<string, Logs | FieldResult>,
  { commit, date }: Taken,
): FirstRuns {
  const runs = { ...known };
  for (const [name, result] of measured) {
    if (Object.hasOwn(runs, name)) continue;
    if ("texts" in result) {
      const { wrong, ...shares } = result;
      runs[name] = { commit, date, ...shares };
    } else {
      const { bytes, files, contextLost, jsonBroken, matches } = result;
      const places = matches.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
      runs[name] = { commit, date, files, bytes, contextLost, jsonBroken, matches: places };
    }
  }
  return runs;
}

export function recordFirstRuns(measured: Map<string, Logs | FieldResult>): FirstRuns {
  const known: FirstRuns = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const runs = addFirstRuns(known, measured, { commit: currentCommit(), date: today() });
  if (Object.keys(runs).length > Object.keys(known).length) {
    writeFileSync(file, `${JSON.stringify(runs, null, 2)}\n`);
  }
  return runs;
}

/** The first run's matches as people judge them today. */
export function judgeFirstRun({ matches }: FirstLogs): {
  credentials: number;
  innocents: number;
  unjudged: number;
} {
  const verdictOf = readVerdicts();
  const count = { credentials: 0, innocents: 0, unjudged: 0 };
  for (const place of matches) {
    const [, file = "", line = "", rule = ""] = /^(.*):(\d+) (\S+)$/.exec(place) ?? [];
    const verdict = verdictOf({ file, line: Number(line), rule });
    count[verdict === "credential" ? "credentials" : verdict === "innocent" ? "innocents" : "unjudged"]++;
  }
  return count;
}

/** The commit that the catalogue and the kernel are of. */
function currentCommit() {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: projectDir, encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "--", "src") === "" ? "" : " and changes";
  return git("rev-parse", "--short=7", "HEAD") + changed;
}

const today = () => new Date().toISOString().slice(0, 10);
