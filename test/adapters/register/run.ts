import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect } from "vitest";
import { HANG_MS } from "../../long.ts";
import { distFile, TOKEN } from "../run-script.ts";

export const register: string = distFile("adapters/register.js");
/** `npm run conformance` runs this file on every Node. */
export const node = process.env.SCRUBJAY_NODE ?? process.execPath;
export const REGISTERED: readonly string[] = ["--import", register];

// Under the packages that the scripts import.
export const folder: string = mkdtempSync(
  fileURLToPath(new URL("../../../node_modules/.scrubjay-", import.meta.url)),
);
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** A module with `fs`, `TOKEN` and what it is given as `args`. */
export function fileOf(script: string, name = `script-${files++}.mjs`): string {
  const file = join(folder, name);
  const prelude = `import fs from "node:fs"; const TOKEN = ${JSON.stringify(TOKEN)}; const args = process.argv.slice(2);\n`;
  writeFileSync(file, prelude + script);
  return file;
}

/** Runs a module with scrubjay/register, or with other flags. */
export function run(
  script: string,
  flags: readonly string[] = REGISTERED,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const { stdout, stderr, status } = spawnSync(node, [...flags, fileOf(script), ...args], {
    env: { ...process.env, ...env },
    encoding: "utf8",
    timeout: HANG_MS,
    maxBuffer: 2 ** 26,
  });
  return { stdout, stderr, status };
}

/** The same with and without, for what holds no credential. */
export function expectSame(script: string) {
  const named = ({ stderr, ...rest }: ReturnType<typeof run>) => ({
    ...rest,
    stderr: stderr.replaceAll(/script-\d+/g, ""),
  });
  const plain = named(run(script, []));
  expect(named(run(script))).toEqual(plain);
  return plain;
}
