import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { HANG_MS } from "../long.ts";

/** The built package: worker threads and the command load files, not sources. Run `npm run build` first. */
export function distFile(path: string): string {
  const root = fileURLToPath(new URL("../../dist/", import.meta.url));
  return `${root}/${path}`;
}

/** A credential that no scanner of this repository can see: it is put together here. */
export const TOKEN: string = ["ghp", "_", "x9Yz".repeat(3), "1aB2".repeat(6)].join("");

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/**
 * Runs a module in a process of its own, with `dist(path)`, `TOKEN` and `pino` at hand, and `endsWith(text, files)`,
 * which ends it when that stands in one of the files: pino's pipelines lose lines when a process ends by itself.
 *
 * @param args Read by the script as `process.argv.slice(2)`.
 */
export function runScript(script: string, args: readonly string[] = []): Outcome {
  return spawnSync(process.execPath, argvOf(script, args), OPTIONS);
}

/** The same for tests that wait beside one another. */
export function startScript(script: string, args: readonly string[] = []): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, argvOf(script, args), OPTIONS, (_error, stdout, stderr) =>
      resolve({ stdout, stderr, status: child.exitCode }),
    );
  });
}

const OPTIONS = {
  cwd: fileURLToPath(new URL("../../", import.meta.url)),
  encoding: "utf8",
  timeout: HANG_MS,
  maxBuffer: 2 ** 26,
} as const;

function argvOf(script: string, args: readonly string[]): readonly string[] {
  const prelude = `
    import pino from "pino";
    const TOKEN = ${JSON.stringify(TOKEN)};
    const dist = (path) => ${JSON.stringify(distFile(""))} + path;
    const args = process.argv.slice(1);
    const endsWith = async (text, files) => {
      const { existsSync, readFileSync } = await import("node:fs");
      const isIn = (file) => existsSync(file) && readFileSync(file, "utf8").includes(text);
      setInterval(() => { if (files().some(isIn)) process.exit(); }, 10);
    };
  `;
  return ["--input-type=module", "-e", prelude + script, "--", ...args];
}
