// Runs the real program, as a user does.
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { HANG_MS } from "../long.ts";

export const root: string = fileURLToPath(new URL("../../", import.meta.url));
export const program: string = join(root, "dist", "scrubjay.cjs");

/** Put together here: nothing that looks like a live token stands in the repository. */
export const TOKEN: string = ["ghp", "_", "1aB2".repeat(9)].join("");

/** A folder for a test file's files, removed at its end. */
export function folderOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `scrubjay-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

export function writeTo(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export interface Result {
  readonly stdout: string;
  readonly bytes: Buffer;
  readonly stderr: string;
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

export function scrubjay(
  args: readonly string[],
  input: string | Uint8Array = "",
  nodeArgs: readonly string[] = [],
): Result {
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, [...nodeArgs, program, ...args], {
    input,
    timeout: HANG_MS,
    maxBuffer: 2 ** 26,
  });
  return { stdout: stdout.toString(), bytes: stdout, stderr: stderr.toString(), status, signal };
}

/** Node's options that run a module's code before the program, in its process. */
export function preload(code: string): readonly string[] {
  return ["--import", `data:text/javascript,${encodeURIComponent(code)}`];
}

/** A line of bash, in which `$S` is the program. */
export function shell(command: string): Pick<Result, "stdout" | "stderr" | "status"> {
  const { stdout, stderr, status } = spawnSync("bash", ["-c", command], {
    encoding: "utf8",
    timeout: HANG_MS,
    env: { ...process.env, S: `${process.execPath} ${program}`, TOKEN },
  });
  return { stdout, stderr, status };
}

/** The program while it runs. */
export interface Running {
  readonly child: ChildProcess;
  /** What has come out so far. */
  output(): string;
  errors(): string;
  /** Resolves when what has come out fits. */
  until(isThere: (output: string) => boolean): Promise<void>;
  readonly ended: Promise<{ readonly status: number | null; readonly signal: NodeJS.Signals | null }>;
}

export function start(
  args: readonly string[],
  options: SpawnOptions = {},
  nodeArgs: readonly string[] = [],
): Running {
  const child = spawn(process.execPath, [...nodeArgs, program, ...args], options);
  let output = "";
  let errors = "";
  let look = (): void => {};
  child.stdout?.on("data", (data) => {
    output += data;
    look();
  });
  child.stderr?.on("data", (data) => {
    errors += data;
  });
  return {
    child,
    output: () => output,
    errors: () => errors,
    until: (isThere) =>
      new Promise((resolve) => {
        look = () => {
          if (isThere(output)) resolve();
        };
        look();
      }),
    ended: new Promise((resolve) => {
      child.once("close", (status, signal) => resolve({ status, signal }));
    }),
  };
}
