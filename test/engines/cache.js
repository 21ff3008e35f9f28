// Programs that the tests of this folder start, fetched from registries once and kept.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where they are kept. */
export const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "scrubjay-engines");

/**
 * A folder of the cache, made by a function the first time. What breaks off leaves nothing after.
 *
 * @param {string} name @param {(folder: string) => void} make
 */
export function kept(name, make) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const begun = `${folder}.begun`;
  rmSync(begun, { recursive: true, force: true });
  mkdirSync(begun, { recursive: true });
  make(begun);
  renameSync(begun, folder);
  return folder;
}

/**
 * Debian packages, unpacked beside each other and not installed: rsyslog and syslog-ng exclude each other, and neither
 * has to run as the system's own.
 *
 * @param {string} name @param {readonly string[]} packages
 */
export function debian(name, packages) {
  return kept(name, (folder) => {
    try {
      execFileSync("apt-get", ["download", "-q", ...packages], { cwd: folder, stdio: "pipe" });
    } catch {
      execFileSync("apt-get", ["update", "-q"], { stdio: "pipe" });
      execFileSync("apt-get", ["download", "-q", ...packages], { cwd: folder, stdio: "pipe" });
    }
    for (const file of readdirSync(folder).filter((file) => file.endsWith(".deb"))) {
      execFileSync("dpkg", ["-x", file, "."], { cwd: folder });
      rmSync(join(folder, file));
    }
  });
}
