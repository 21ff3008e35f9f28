import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./paths.js";

/** Runs TypeScript's compiler in the repository's root; its exit status. @param {...string} args */
export function runTsc(...args) {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  return spawnSync(process.execPath, [tsc, ...args], { cwd: root, stdio: "inherit" }).status ?? 1;
}
