// npm run tried [-- --write] [--long]
//
// Tries to make the filter leak, lose or change a line (the tests of this folder) and prints the table of
// what was tried; --write puts it into docs/robustness.md, as it came out. Fails if any count but 0 did.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeTable } from "../../build/documents.js";

const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, long: { type: "boolean", default: false } },
});
const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "scrubjay-tried-"));
const file = join(folder, "rows.jsonl");

/** @param {number} bytes */
const inUnits = (bytes) => {
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} KB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
};

try {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const { status } = spawnSync(process.execPath, [vitest, "run", "--config", "test/tried/vitest.config.js"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, SCRUBJAY_TRIED: file, SCRUBJAY_LONG: values.long ? "10" : "1" },
  });
  const rows = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .sort((a, b) => a.group.localeCompare(b.group));
  const table = [
    "| what was tried | how often | input | withheld lines | leaked | lost | changed |",
    "|---|---|---|---|---|---|---|",
    ...rows.map(
      ({ what, often, bytes, withheld, leaked, lost, changed }) =>
        `| ${what} | ${often} | ${bytes > 0 ? inUnits(bytes) : ""} | ${withheld || ""} | ${leaked} | ${lost} | ${changed} |`,
    ),
  ].join("\n");
  console.log(table);
  if (status !== 0) process.exitCode = 1;
  if (values.write) writeTable("tried", table);
} finally {
  rmSync(folder, { recursive: true });
}
