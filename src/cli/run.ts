import { closeSync, openSync, readFileSync } from "node:fs";
import { isatty } from "node:tty";
import { createByteRedactor, RedactorConfigError, type RedactorOptions, type Stats } from "../redactor.ts";
import { type Command, helpText, parseCommand, UsageError } from "./flags.ts";
import { codeOf, pump, WriteError, writeAll } from "./pump.ts";

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

/**
 * Runs the command line filter.
 *
 * @param args What follows the program's name.
 * @returns The exit status.
 */
export function run(args: readonly string[]): number {
  try {
    const command = parseCommand(args);
    if (command.does === "filter") return filter(command);
    print(STDOUT, command.does === "help" ? helpText() : `scrubjay ${version()}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UsageError || error instanceof RedactorConfigError) {
      complain(`${error.message.replaceAll(/\s*\n\s*/g, " ")} (scrubjay --help)`);
      return 2;
    }
    if (error instanceof WriteError) return writeFailed(error);
    throw error;
  }
}

type Filter = Extract<Command, { does: "filter" }>;

function filter(command: Filter): number {
  const options = redactorOptions(command);
  // Made before the first byte is read, so that what cannot work is refused before.
  let redactor: ReturnType<typeof createByteRedactor> | undefined = createByteRedactor(options);
  const total = { bytes: 0, matches: 0, withheld: 0, byRule: {} as Record<string, number> };
  let status = 0;
  for (const file of command.files) {
    // One redactor for each: a match does not reach from one file into the next.
    redactor ??= createByteRedactor(options);
    try {
      filterFile(file, redactor);
    } catch (error) {
      if (error instanceof WriteError) return writeFailed(error);
      complain(`${file === "-" ? "standard input" : file}: ${reasonOf(error)}`);
      status = 1;
    }
    add(total, redactor.stats());
    redactor = undefined;
  }
  if (command.stats) print(STDERR, report(total));
  if (total.withheld > 0) {
    complain(`withheld ${total.withheld} line${total.withheld === 1 ? "" : "s"} that could not be redacted`);
    status = 1;
  }
  return status;
}

function redactorOptions({ censor, rules, keys, allow }: Filter): RedactorOptions {
  const given = { censor, rules, keys, allow };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as RedactorOptions;
}

function filterFile(file: string, redactor: ReturnType<typeof createByteRedactor>): void {
  if (file !== "-") {
    const from = openSync(file, "r");
    try {
      pump(from, STDOUT, redactor);
    } finally {
      closeSync(from);
    }
    return;
  }
  if (isatty(STDIN)) {
    complain("reading from the terminal; end with Ctrl-D, or see scrubjay --help");
  } else {
    // Ctrl-C reaches the whole pipeline: the writer ends, its last lines arrive, and so does the end.
    process.on("SIGINT", () => {});
  }
  pump(STDIN, STDOUT, redactor);
}

function add(
  total: { bytes: number; matches: number; withheld: number; byRule: Record<string, number> },
  stats: Stats,
): void {
  total.bytes += stats.bytes;
  total.matches += stats.matches;
  total.withheld += stats.withheld;
  for (const [rule, count] of Object.entries(stats.byRule))
    total.byRule[rule] = (total.byRule[rule] ?? 0) + count;
}

function report({ bytes, matches, byRule }: Pick<Stats, "bytes" | "matches" | "byRule">): string {
  const rows = Object.entries(byRule)
    .filter(([, count]) => count > 0)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([rule, count]) => `${String(count).padStart(10)}  ${rule}\n`);
  return `scrubjay: ${matches} replaced in ${bytes} bytes\n${rows.join("")}`;
}

/** Errors of the system have a code; any other may hold what it failed on, so it is not shown. */
function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case "ENOENT":
      return "no such file";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EISDIR":
      return "is a directory";
    case "unknown error":
      return "could not be redacted; the rest is withheld";
    default:
      return `cannot be read: ${codeOf(error)}`;
  }
}

/** A reader that has enough (`| head`) is no failure. */
function writeFailed(error: WriteError): number {
  if (error.code === "EPIPE") return 0;
  complain(error.code === "ENOSPC" ? "cannot write: no space left on device (ENOSPC)" : error.message);
  return 1;
}

function print(to: number, text: string): void {
  writeAll(to, new TextEncoder().encode(text));
}

function complain(text: string): void {
  try {
    print(STDERR, `scrubjay: ${text}\n`);
  } catch {
    // There is nobody left to tell.
  }
}

/** The package's version: its file is one folder up from the bundle, two from the source. */
function version(): string {
  for (const path of ["../package.json", "../../package.json"]) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as Record<
        string,
        string
      >;
      if (name === "scrubjay") return `${version}`;
    } catch {
      // Not there.
    }
  }
  return "unknown";
}
