// npm run site: builds the documentation site into dist-site/. The tools that it needs are no dependencies of scrubjay:
// they have a folder and a lockfile of their own, and are installed when they are needed first.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { site } from "./paths.js";

install();
const { buildSite } = await import("./build-site.js");
await buildSite();
if (process.argv.includes("--check")) await import("./check/run.js");

function install() {
  const lock = readFileSync(join(site, "package-lock.json"), "utf8");
  const stamp = join(site, "node_modules", ".installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  const { status } = spawnSync("npm", ["ci", "--silent", "--no-audit", "--no-fund"], {
    cwd: site,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, lock);
}
