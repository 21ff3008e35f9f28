import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { HANG_MS } from "../long.ts";
import { root } from "../structure/files.ts";
import { type Block, expectation } from "./blocks.ts";

/** Packages that the documents use, besides scrubjay. */
const PACKAGES = [
  "@logtape",
  "@opentelemetry",
  "bunyan",
  "express",
  "fastify",
  "pino",
  "pino-http",
  "pino-pretty",
  "winston",
];

/**
 * Makes an empty project in which the built package is installed.
 *
 * @param installed The folder of the other packages.
 * @param packages Their names, or scopes.
 */
export function createProject(
  installed: string = join(root, "node_modules"),
  packages: readonly string[] = PACKAGES,
): string {
  const project = mkdtempSync(join(tmpdir(), "scrubjay-reader-"));
  const modules = join(project, "node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  writeFileSync(join(project, "package.json"), '{ "name": "reader", "private": true }\n');
  symlinkSync(root, join(modules, "scrubjay"));
  for (const name of packages) symlinkSync(join(installed, name), join(modules, name));
  symlinkSync(join(root, "dist", "scrubjay.cjs"), join(modules, ".bin", "scrubjay"));
  return project;
}

/** Runs a block in a project, as a reader would, and compares what it prints. */
export function expectToPrint(project: string, block: Block, document: string): void {
  const { stdout, stderr, status } = run(project, block, document);
  expect(stdout).toMatch(expectation(block.stdout));
  // npm may have messages of its own.
  expect(stderr.replace(/^npm .*\n/gm, "")).toMatch(expectation(block.stderr));
  expect(status).toBe(0);
}

function run(project: string, { language, code, line }: Block, document: string) {
  // Loggers are quieter in tests.
  const { NODE_ENV: _, TEST: __, VITEST: ___, ...env } = process.env;
  const options = { cwd: project, env, encoding: "utf8", timeout: HANG_MS } as const;
  if (language === "sh") return spawnSync("bash", ["-c", code], options);
  const file = join(project, `${document.replaceAll(/\W/g, "-")}-${line}.mjs`);
  writeFileSync(file, code);
  // Pino's pipelines lose lines when a process ends by itself: this one is ended when its line is there.
  if (code.includes("pipeline } })")) {
    const script = `"$0" --import "data:text/javascript,setInterval(()=>{},1000)" "$1" > "$1.out" &
      until [ -s "$1.out" ]; do sleep 0.05; done; kill $!; cat "$1.out"`;
    return spawnSync("bash", ["-c", script, process.execPath, file], options);
  }
  return spawnSync(process.execPath, [file], options);
}
