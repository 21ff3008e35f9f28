// The first figure of each fresh source, kept in first-runs.json. Whoever mends what it showed has seen the
// source: from then on only the first figure says what to expect of texts that nobody has looked at.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { readVerdicts } from "./judgements.js";
import { projectDir } from "./shared.js";

/** @import { Logs } from "./corpora.js" */
/** @import { FieldResult } from "./field.js" */
/** @typedef {{ commit: string, date: string }} Taken */
/**
 * Matches are kept as places, `file:line rule`, so that they can be judged later.
 * @typedef {Taken & Pick<Logs, "bytes" | "files" | "contextLost" | "jsonBroken"> & { matches: string[] }} FirstLogs
 */
/** @typedef {Taken & Omit<FieldResult, "wrong">} FirstField */
/** @typedef {Record<string, FirstLogs | FirstField>} FirstRuns */

const file = new URL("first-runs.json", import.meta.url);

/**
 * Adds what is measured for the first time; what is there stays as it is.
 * @param {FirstRuns} known @param {Map<string, Logs | FieldResult>} measured by the source's name
 * @param {Taken} taken @returns {FirstRuns}
 */
export function addFirstRuns(known, measured, { commit, date }) {
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

/** @param {Map<string, Logs | FieldResult>} measured @returns {FirstRuns} */
export function recordFirstRuns(measured) {
  /** @type {FirstRuns} */
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const runs = addFirstRuns(known, measured, { commit: currentCommit(), date: today() });
  if (Object.keys(runs).length > Object.keys(known).length) {
    writeFileSync(file, `${JSON.stringify(runs, null, 2)}\n`);
  }
  return runs;
}

/**
 * The first run's matches as people judge them today.
 * @param {FirstLogs} first @returns {{ credentials: number, innocents: number, unjudged: number }}
 */
export function judgeFirstRun({ matches }) {
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
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync("git", args, { cwd: projectDir, encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "--", "src") === "" ? "" : " and changes";
  return git("rev-parse", "--short=7", "HEAD") + changed;
}

const today = () => new Date().toISOString().slice(0, 10);
