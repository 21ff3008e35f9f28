import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "vitest";
import { Tally } from "./tally.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Scripts with a row of their own: with `--tally`, the last line that each prints is JSON with the fields of a tally
 * (`times`, `bytes`, `leaked`, `lost`, `changed`, `note`).
 */
const scripts: readonly (readonly [what: string, of: string, file: string])[] = [
  ["texts that climb to the most steps a byte, from what the rules look for", "texts", "test/bounded/run.js"],
  [
    "the kernel with a matcher loosened, a bound moved or a condition dropped: a test fails",
    "mutants",
    "test/mutation/run.js",
  ],
];

/** A script that does not know the option has no row yet. */
const tallies = (path: string): boolean => existsSync(path) && readFileSync(path, "utf8").includes("tally");

for (const [what, of, file] of scripts) {
  const path = join(root, file);
  test.skipIf(!tallies(path))(what, () => {
    const { stdout } = spawnSync(process.execPath, [path, "--tally"], { cwd: root, encoding: "utf8" });
    Object.assign(new Tally(what, of), JSON.parse(stdout.trim().split("\n").at(-1)!)).record();
  });
}
