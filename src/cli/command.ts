import type { ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import type { Readable } from "node:stream";
import { codeOf } from "./errors.ts";
import { createPipeInput } from "./input/input.ts";
import { HeadIntake } from "./input/input-format.ts";
import { type ByteRedactor, feed } from "./input/redacting.ts";
import { childProcess } from "./output/lazy-modules.ts";
import { type Output, WriteError } from "./output/output.ts";
import { createPipes } from "./output/pipes.ts";
import { copy } from "./pump.ts";
import { complain } from "./report.ts";

/** The exit statuses of shells, env and nohup. */
const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;

const PASSED_ON: readonly NodeJS.Signals[] = ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGUSR2", "SIGCONT"];
/** The terminal sends these to the command as well; a second Ctrl-C would mean "now". */
const FROM_TERMINAL: ReadonlySet<string> = new Set(["SIGINT", "SIGQUIT"]);

const PIPES = ["pipe", "pipe"] as const;

/** One of the command's outputs and where it goes. */
export interface Outlet {
  readonly redactor: ByteRedactor;
  readonly output: Output;
}

/** How a command ended. */
export type CommandEnd = { readonly status: number } | { readonly signal: NodeJS.Signals };

/**
 * Runs a command without a shell and redacts its standard output and standard error separately. It shares our
 * input; signals are passed on.
 *
 * @param failed Called if an output cannot be written. The command then writes to a closed pipe.
 */
export async function runCommand(
  command: readonly string[],
  [out, err]: readonly [out: Outlet, err: Outlet],
  byLine: boolean,
  failed: (error: unknown) => void,
): Promise<CommandEnd> {
  const [name = "", ...args] = command;
  const pipes = createPipes();
  const child = childProcess().spawn(name, args, {
    stdio: ["inherit", ...(pipes?.map(({ write }) => write) ?? PIPES)],
  });
  for (const { write } of pipes ?? []) closeSync(write);
  passSignals(child);
  const ended = endOf(child, name);
  const [stdout, stderr] = [pipes?.[0].read ?? child.stdout!, pipes?.[1].read ?? child.stderr!];
  await Promise.all([drain(stdout, out, byLine, failed), drain(stderr, err, byLine, failed)]);
  return ended;
}

function endOf(child: ChildProcess, name: string): Promise<CommandEnd> {
  return new Promise((resolve) => {
    child.once("error", (error) => {
      const isMissing = codeOf(error) === "ENOENT";
      complain(`${name}: ${isMissing ? "no such command" : `cannot be run: ${codeOf(error)}`}`);
      resolve({ status: isMissing ? NOT_FOUND : NOT_EXECUTABLE });
    });
    child.once("exit", (status, signal) => resolve(signal === null ? { status: status! } : { signal }));
  });
}

async function drain(
  from: number | Readable,
  { redactor, output }: Outlet,
  byLine: boolean,
  failed: (error: unknown) => void,
): Promise<void> {
  const intake = new HeadIntake(redactor, output, { byLine, packsAgain: false, mayAsk: true });
  try {
    if (typeof from === "number") return await copy(createPipeInput(from), intake);
    await feedAll(intake, from);
    await intake.end();
  } catch (error) {
    // The command writes to a closed pipe now, and decides what that means.
    if (!(error instanceof WriteError && error.code === "EPIPE")) failed(error);
  }
}

async function feedAll(intake: HeadIntake, from: Readable): Promise<void> {
  try {
    for await (const chunk of from) await feed(intake, chunk as Uint8Array);
  } catch (error) {
    // Deno reports the end of a child's output this way.
    if (codeOf(error) !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}

function passSignals(child: ChildProcess): void {
  const terminal = hasTerminal();
  for (const signal of PASSED_ON) {
    process.on(signal, () => {
      if (!(terminal && FROM_TERMINAL.has(signal))) child.kill(signal);
    });
  }
}

function hasTerminal(): boolean {
  try {
    closeSync(openSync("/dev/tty", "r"));
    return true;
  } catch {
    return false;
  }
}
