// `npm run conformance`: the suite on every runtime, which npm brings, and scrubjay/register on every Node.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { conform, createProject } from "./project.js";
import { installRuntimes, presentRuntimes } from "./runtimes.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
let failed = 0;

installRuntimes();
const runtimes = presentRuntimes();
const { folder, remove } = await createProject();
for (const runtime of runtimes) {
  for (const { way, passed, failures } of conform(runtime, folder)) {
    console.log(`${runtime.name}, ${way}: ${passed} passed, ${failures.length} failed`);
    for (const failure of failures) console.log(`  ${failure}`);
    failed += failures.length;
  }
}
remove();
if (!runtimes.some(({ name }) => name === "Chromium")) console.log("Chromium: not on the path, left out");

for (const { name, command } of runtimes.filter(({ name }) => /^Node \d+$/.test(name))) {
  const env = { ...process.env, SCRUBJAY_NODE: command[0] };
  const args = ["vitest", "run", "test/adapters/register", "--reporter=dot"];
  const { status, stdout } = spawnSync("npx", args, { cwd: root, env, encoding: "utf8" });
  console.log(`${name}, scrubjay/register: ${status === 0 ? "passed" : `failed\n${stdout}`}`);
  if (status !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
