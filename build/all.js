// All steps of the build, each of which needs what the ones before it wrote. `--clean` takes dist/ away first.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dist } from "./paths.js";

if (process.argv.includes("--clean")) rmSync(dist, { recursive: true, force: true });
for (const step of ["kernel", "program", "library", "embed", "man", "types"]) {
  const script = fileURLToPath(new URL(`${step}.js`, import.meta.url));
  const { status } = spawnSync(process.execPath, [script], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
