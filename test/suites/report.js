// Writes docs/suites.md.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Row
 * @property {string} suite
 * @property {string} version
 * @property {string} way
 * @property {number} passed
 * @property {number} failed
 * @property {readonly { name: string, reason: string | undefined }[]} differs
 */

const cell = (/** @type {string | number} */ text) => String(text).replaceAll("|", "\\|");
const table = (/** @type {readonly (readonly (string | number)[])[]} */ rows) =>
  rows.map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

/** @param {readonly Row[]} rows */
export function writeReport(rows) {
  const differing = rows.flatMap(({ suite, way, differs }) =>
    differs.map(({ name, reason }) => [suite, way, name, reason ?? "not explained"]),
  );
  const text = `# Other people's suites

Written by \`npm run suites -- CHECKOUTS --write\`, which runs the test suites of other packages, as they are, with scrubjay switched on. A test counts as different if it passes without scrubjay and fails with it, twice. What fails without it too needs what the machine did not have (a name server, a quiet processor).

${table([
  ["suite", "version", "scrubjay", "passed", "failed", "different"],
  ["---", "---", "---", "---", "---", "---"],
  ...rows.map(({ suite, version, way, passed, failed, differs }) => [
    suite,
    version,
    way,
    passed,
    failed,
    way === "without" ? "" : differs.length,
  ]),
])}

## What is different, and why
${
  differing.length === 0
    ? "\nNothing."
    : `
${table([["suite", "scrubjay", "test", "why"], ["---", "---", "---", "---"], ...differing])}`
}
`;
  writeFileSync(fileURLToPath(new URL("../../docs/suites.md", import.meta.url)), text);
}
