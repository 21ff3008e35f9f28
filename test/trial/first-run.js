// The figures of each program's first run, before any rule was touched for it. No run overwrites them.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** @import { Figures } from "./count.js" */
/** @typedef {{ commit: string, date: string, programs: Record<string, Figures> }} FirstRun */

const file = new URL("first-run.json", import.meta.url);

/** Adds the programs that are not there. @param {Map<string, Figures | string>} results @returns {FirstRun[]} */
export function recordFirstRun(results) {
  /** @type {FirstRun[]} */
  const runs = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
  const known = new Set(runs.flatMap(({ programs }) => Object.keys(programs)));
  const fresh = [...results].filter(([name, figures]) => !known.has(name) && typeof figures === "object");
  if (fresh.length > 0) {
    const date = new Date().toISOString().slice(0, 10);
    runs.push({ commit: currentCommit(), date, programs: /** @type {any} */ (Object.fromEntries(fresh)) });
    writeFileSync(file, `${JSON.stringify(runs, null, 2)}\n`);
  }
  return runs;
}

/** The last commit of what dist/ is built from. */
const currentCommit = () =>
  execFileSync("git", ["log", "-1", "--abbrev=7", "--format=%h", "--", "../../src"], {
    cwd: new URL(".", import.meta.url),
    encoding: "utf8",
  }).trim();
