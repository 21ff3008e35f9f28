// Tests the hosts of the embedding module in other languages: `npm run embedding`, `-- --only go` for one. Each gets the
// vectors that Node's own way has made. What a host needs comes from its language's registry. A host whose tools are not
// there, or whose registry is not reached, is skipped with a message, unless it was asked for by name.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeVectors } from "../test/embed/write-vectors.js";
import { hosts } from "./hosts.js";

const here = fileURLToPath(new URL(".", import.meta.url));
export const cache = join(tmpdir(), "scrubjay-embedding");

const args = process.argv.slice(2);
const only = args.flatMap((arg, i) => (args[i - 1] === "--only" ? [arg] : []));
const quick = args.includes("--quick");

/** @param {string} cwd @param {readonly string[]} command @returns {boolean} Whether it succeeded */
function run(cwd, [name = "", ...rest]) {
  const { status, error } = spawnSync(name, rest, { cwd, stdio: "inherit" });
  return error === undefined && status === 0;
}

/** @param {readonly string[]} command */
function isThere([name = "", ...rest]) {
  return spawnSync(name, rest, { stdio: "ignore" }).status === 0;
}

for (const name of only)
  if (!hosts.some((host) => host.name === name)) {
    console.error(`no host ${name}; there are ${hosts.map((host) => host.name).join(", ")}`);
    process.exit(2);
  }
const vectors = join(here, "vectors");
if (!existsSync(join(vectors, "vectors.tsv")) || !args.includes("--same-vectors"))
  console.log(`${await writeVectors(vectors)} vectors`);
let failed = 0;
for (const { name, isQuick, tools, install, test } of hosts) {
  if (only.length > 0 ? !only.includes(name) : quick && !isQuick) continue;
  const cwd = join(here, name);
  const missing = tools.filter((tool) => !isThere(tool)).map(([tool]) => tool);
  const isInstalled = missing.length === 0 && install(cache).every((command) => run(cwd, command));
  if (!isInstalled) {
    const why = missing.length > 0 ? `without ${missing.join(", ")}` : "as its packages cannot be installed";
    console.log(`== ${name}: ${only.length > 0 ? "FAILED" : "SKIPPED"} ${why}`);
    failed += only.length > 0 ? 1 : 0;
    continue;
  }
  const passed = test(cache).every((command) => run(cwd, command));
  console.log(`== ${name}: ${passed ? "passed" : "FAILED"}`);
  failed += passed ? 0 : 1;
}
process.exitCode = failed > 0 ? 1 : 0;
