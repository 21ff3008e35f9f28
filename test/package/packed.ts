// The package as it is published, installed in a folder of its own.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect } from "vitest";
import { HANG_MS } from "../long.ts";

export const root: string = fileURLToPath(new URL("../../", import.meta.url));
/** Holds the tarball and the project. */
export const folder: string = mkdtempSync(join(tmpdir(), "scrubjay-package-"));
export const project: string = join(folder, "project");

export interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync("npm", [...args, "--loglevel=error"], { cwd, encoding: "utf8", maxBuffer: 2 ** 26 });

export const install = (...specs: readonly string[]): string =>
  npm(["install", "--prefer-offline", "--no-audit", ...specs], project);

/** Packs the package and installs it in the project, which is removed at the end of the test file. */
export function installPacked(): Packed {
  afterAll(() => rmSync(folder, { recursive: true }));
  // Scripts are left out: packing would build again, under the feet of the tests that run beside this one.
  const [packed] = JSON.parse(
    npm(["pack", "--ignore-scripts", "--json", "--pack-destination", folder], root),
  );
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{ "name": "empty", "private": true }\n');
  install(join(folder, packed.filename));
  return packed;
}

/** Runs a file of the project; what it prints. */
export function run(name: string, source: string, input = ""): string {
  writeFileSync(join(project, name), source);
  const { stdout, stderr, status } = spawnSync(process.execPath, [name], {
    cwd: project,
    encoding: "utf8",
    input,
    timeout: HANG_MS,
  });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return stdout;
}
