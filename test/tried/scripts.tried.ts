import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "vitest";
import { within } from "../long.ts";
import { Tally } from "./tally.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Scripts with a row of their own. The last line that each prints is JSON: how often it tried, the bytes, and what
 * was leaked, lost and changed.
 */
const scripts: readonly (readonly [what: string, of: string, file: string, ...args: string[]])[] = [
  [
    "inputs that climb to the most steps a byte, from the kernel's own anchors",
    "inputs",
    "test/bounded/climb.js",
  ],
  [
    "the kernel with a matcher loosened, a bound moved, a condition dropped: a test fails",
    "mutants",
    "test/mutation/kernel.js",
  ],
];

for (const [what, of, file, ...args] of scripts) {
  test.skipIf(!existsSync(join(root, file)))(what, { timeout: within(3_600_000) }, () => {
    const { stdout } = spawnSync(process.execPath, [join(root, file), ...args], {
      cwd: root,
      encoding: "utf8",
    });
    const tally = Object.assign(new Tally(what, of), JSON.parse(stdout.trim().split("\n").at(-1)!));
    tally.record();
  });
}
