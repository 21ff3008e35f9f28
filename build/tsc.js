import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./paths.js";

/** Runs TypeScript's compiler in the repository's root; the lines that it prints. @param {...string} args */
export function runTsc(...args) {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { stdout, error } = spawnSync(process.execPath, [tsc, ...args], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 26,
  });
  if (error) throw error;
  return stdout.split("\n").filter((line) => line !== "");
}
