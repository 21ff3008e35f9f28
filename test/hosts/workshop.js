// A folder with a host in it, and the package as it is published.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** What was installed stays here for the next time. */
const home = join(tmpdir(), "scrubjay-hosts");

/** @typedef {{ stdout: string, stderr: string, status: number | null }} Outcome */

const QUIET = ["--no-audit", "--no-fund", "--loglevel=error"];
/** As npm's own output has it. */
const MAX_BYTES = 2 ** 26;

/** Packs what was built. @returns {{ tarball: string, size: number, unpackedSize: number }} */
export function pack() {
  mkdirSync(home, { recursive: true });
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", home];
  const [packed] = JSON.parse(
    execFileSync("npm", [...args, ...QUIET], { cwd: root, encoding: "utf8", maxBuffer: MAX_BYTES }),
  );
  return { tarball: join(home, packed.filename), size: packed.size, unpackedSize: packed.unpackedSize };
}

/** What the package needs, in the versions that are installed here. */
function ownDependencies() {
  const manifest = (/** @type {string[]} */ ...path) =>
    JSON.parse(readFileSync(join(root, ...path, "package.json"), "utf8"));
  const names = Object.keys(manifest().dependencies);
  return Object.fromEntries(names.map((name) => [name, manifest("node_modules", name).version]));
}

/** One host's project. */
export class Workshop {
  /**
   * @param {string} name
   * @param {Readonly<Record<string, string>>} dependencies Exact versions of what the host consists of
   * @param {string} tarball
   */
  constructor(name, dependencies, tarball) {
    this.folder = join(home, name);
    this.modules = join(this.folder, "node_modules");
    const manifest = JSON.stringify({
      name: `scrubjay-${name}`,
      private: true,
      dependencies: { ...dependencies, ...ownDependencies() },
    });
    const known = join(this.folder, "package.json");
    if (!existsSync(this.modules) || !existsSync(known) || readFileSync(known, "utf8") !== manifest) {
      rmSync(this.folder, { recursive: true, force: true });
      mkdirSync(this.folder, { recursive: true });
      writeFileSync(known, manifest);
      const { status, stderr } = this.run("npm", ["install", "--prefer-offline", ...QUIET], {
        timeout: 600_000,
      });
      if (status !== 0) {
        rmSync(this.folder, { recursive: true });
        throw new Error(`cannot be installed: ${stderr.slice(-500)}`);
      }
    }
    const own = join(this.modules, "scrubjay");
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own);
    execFileSync("tar", ["-xzf", tarball, "-C", own, "--strip-components=1"]);
  }

  /** The version of a package that was installed. @param {string} name */
  versionOf(name) {
    return JSON.parse(readFileSync(join(this.modules, name, "package.json"), "utf8")).version;
  }

  /** @param {string} name */
  path(name) {
    return join(this.folder, name);
  }

  /** @param {string} name @param {string} text */
  write(name, text) {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** What a file of a package's `bin` is called. @param {string} name */
  bin(name) {
    return join(this.modules, ".bin", name);
  }

  /**
   * @param {string} command
   * @param {readonly string[]} args
   * @param {import("node:child_process").SpawnSyncOptions} [options]
   * @returns {Outcome}
   */
  run(command, args, options = {}) {
    const { stdout, stderr, status, error } = spawnSync(command, args, {
      cwd: this.folder,
      encoding: "utf8",
      timeout: 120_000,
      maxBuffer: MAX_BYTES,
      ...options,
    });
    if (error && status === null) throw error;
    return { stdout: String(stdout), stderr: String(stderr), status };
  }

  /** A process that goes on. @param {string} command @param {readonly string[]} args @param {object} [env] */
  start(command, args, env = {}) {
    return spawn(command, args, {
      cwd: this.folder,
      env: { ...process.env, ...env },
      stdio: "ignore",
      detached: true,
    });
  }
}

/** @param {unknown} actual @param {unknown} expected */
export function same(actual, expected) {
  const [a, b] = [actual, expected].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`expected ${b}, got ${a.slice(0, 1500)}`);
}

/** That a process printed it, ended well and said nothing else. @param {Outcome} outcome @param {string} expected */
export function prints({ stdout, stderr, status }, expected) {
  same({ stdout, stderr, status }, { stdout: expected, stderr: "", status: 0 });
}

/** @param {string} text @param {RegExp} pattern */
export function says(text, pattern) {
  if (!pattern.test(text)) throw new Error(`expected ${pattern}, got ${text.slice(0, 1500)}`);
}

/** Waits for a server. @param {string} url */
export async function ask(url) {
  for (let left = 100; ; left--) {
    try {
      const response = await fetch(url);
      return await response.text();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
