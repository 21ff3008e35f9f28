// `npm run suites -- CHECKOUTS`: runs the test suites of pino, winston, fastify, pino-http and pino-pretty with scrubjay
// switched on in every way, and lists which tests come out otherwise than without. CHECKOUTS is a folder with a checkout
// of each, named as its package, in which `npm install` was run; those that are not there are left out. `--only NAME`
// takes one, `--way WAY` one way; `--write` writes docs/suites.md.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { reasonFor } from "./differences.js";
import { writeReport } from "./report.js";
import { suites, versionIn } from "./suites.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", multiple: true },
    way: { type: "string", multiple: true },
    write: { type: "boolean" },
  },
});
const [checkouts] = positionals;
if (checkouts === undefined) throw new Error("npm run suites -- CHECKOUTS");

/** How often a test that comes out otherwise is tried again, with and without. */
const TRIES = 2;

/** @type {import("./report.js").Row[]} */
const rows = [];
for (const suite of suites) {
  const folder = resolve(checkouts, suite.name);
  const version = versionIn(folder);
  if (version === undefined || (values.only && !values.only.includes(suite.name))) continue;
  const without = runSuite(suite, folder, "without");
  rows.push({ suite: suite.name, version, way: "without", ...count(without), differs: [] });
  print(rows.at(-1));
  for (const way of suite.ways) {
    if (values.way && !values.way.includes(way)) continue;
    const results = runSuite(suite, folder, way);
    let names = [...without]
      .filter(([name, passes]) => passes && results.get(name) !== true)
      .map(([name]) => name);
    // What fails now and then, or because the machine is busy, tells nothing.
    for (let i = 1; i < TRIES && names.length > 0; i++) {
      const again = runSuite(suite, folder, way);
      names = names.filter((name) => again.get(name) !== true);
    }
    const differs = names.map((name) => ({ name, reason: reasonFor(suite.name, way, name) }));
    rows.push({ suite: suite.name, version, way, ...count(results), differs });
    print(rows.at(-1));
  }
}
if (values.write) writeReport(rows);
const open = rows.flatMap(({ differs }) => differs).filter(({ reason }) => reason === undefined);
process.exitCode = open.length > 0 || rows.length === 0 ? 1 : 0;

/** @param {import("./suites.js").Suite} suite @param {string} folder @param {string} way */
function runSuite(suite, folder, way) {
  const { args, env } = suite.command(folder, way);
  const { stdout, error } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "0", ...env },
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (error) throw error;
  return suite.results(stdout, folder);
}

/** @param {Map<string, boolean>} results */
function count(results) {
  const passed = [...results.values()].filter(Boolean).length;
  return { passed, failed: results.size - passed };
}

/** @param {import("./report.js").Row | undefined} row */
function print(row) {
  if (row === undefined) return;
  console.log(`${row.suite} ${row.version}, ${row.way}: ${row.passed} passed, ${row.failed} failed`);
  for (const { name, reason } of row.differs) console.log(`  ${name}: ${reason ?? "not explained"}`);
}
