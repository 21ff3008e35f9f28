import { type GivenOptions, givenOptions } from "./given-options.ts";
import { UsageError } from "./read-flags.ts";
import { helpRows, readCommand } from "./table.ts";

/** What a command line asks for. */
export type Command = { readonly does: "help" } | { readonly does: "version" } | FilterCommand;

export interface FilterCommand extends GivenOptions {
  readonly does: "filter";
  /** Operands in order; `-` is standard input. */
  readonly files: readonly string[];
  /** A program and its arguments, whose output is redacted instead; empty if there is none. */
  readonly run: readonly string[];
  readonly inPlace: boolean;
  /** The suffix of the name under which an old file is kept. */
  readonly suffix: string | undefined;
  readonly dryRun: boolean;
  /** Whether files that are not text are redacted, too. */
  readonly isBinary: boolean;
  readonly byLine: boolean;
  readonly tee: string | undefined;
  /** Whether counts are reported, and how. */
  readonly stats: "text" | "json" | "prometheus" | undefined;
  /** Whether the status says that something was replaced. */
  readonly check: boolean;
  /** What a line is to which a JSON object replies; undefined: lines are copied. */
  readonly reply: "json" | "rawmsg" | "fulljson" | undefined;
  /** The file that has the key of the censor `hash`. */
  readonly keyFile: string | undefined;
}

/**
 * Reads a command line.
 *
 * @param args What follows the program's name.
 * @throws {UsageError} If a flag is unknown, has no value or has one that is not allowed.
 * @example parseCommand(["--censor", "label", "app.log"])
 */
export function parseCommand(args: readonly string[]): Command {
  // `-i.bak`, as in sed and perl: no flag's name begins with a character that a suffix can begin with.
  const read = readCommand("filter", args.map(withLongSuffix));
  const { values, operands: files } = read;
  const run = read.rest === undefined ? undefined : args.slice(args.length - read.rest.length);
  if (values.has("help")) return { does: "help" };
  if (values.has("version")) return { does: "version" };
  const command: FilterCommand = {
    does: "filter",
    files: files.length > 0 ? files : ["-"],
    run: run ?? [],
    inPlace: values.has("in-place"),
    suffix: values.get("in-place")?.findLast((suffix) => suffix !== ""),
    dryRun: values.has("dry-run"),
    isBinary: values.has("binary"),
    byLine: values.has("line-buffered"),
    tee: values.get("tee")?.at(-1),
    stats: statsOf(values.get("stats")),
    check: values.has("check"),
    reply: values.get("reply")?.at(-1) as FilterCommand["reply"],
    keyFile: values.get("key-file")?.at(-1),
    ...givenOptions(values),
  };
  checkTogether(command, files, run !== undefined);
  return command;
}

function withLongSuffix(arg: string): string {
  return /^-i[^=\w-]/.test(arg) ? `--in-place=${arg.slice(2)}` : arg;
}

function checkTogether(
  { run, inPlace, dryRun, suffix, tee, check, observe, reply }: FilterCommand,
  files: readonly string[],
  isRun: boolean,
): void {
  if (isRun && run.length === 0) throw new UsageError("-- needs a command: -- COMMAND [ARG ...]");
  if (isRun && (files.length > 0 || inPlace))
    throw new UsageError("-- starts a command, so no files can be given; for a file named -x, write ./-x");
  if (check && (isRun || inPlace))
    throw new UsageError(
      "--check cannot be used with a command or --in-place: their status says other things",
    );
  if (reply && (isRun || inPlace || files.length > 0))
    throw new UsageError("--reply answers lines of standard input, so it takes no files and no command");
  if (observe && inPlace)
    throw new UsageError(
      "--observe replaces nothing, so no files; to count what would be replaced, use --dry-run",
    );
  if (dryRun && !inPlace) throw new UsageError("--dry-run needs --in-place");
  if (!inPlace) return;
  if (suffix?.includes("/"))
    throw new UsageError(`--in-place=${suffix}: the suffix cannot contain "/"; example: --in-place=.bak`);
  if (files.length === 0 || files.includes("-"))
    throw new UsageError("--in-place needs files; it cannot replace standard input");
  if (tee !== undefined) throw new UsageError("--in-place and --tee cannot be used together");
}

function statsOf(given: readonly string[] | undefined): FilterCommand["stats"] {
  const form = given?.findLast((value) => value !== "") ?? "text";
  return given && (form as FilterCommand["stats"]);
}

/** The help text: at most 40 lines of 80 columns. */
export function helpText(): string {
  return `Usage: scrubjay [flags] [file ...]
       scrubjay [flags] -- command [argument ...]
       scrubjay audit|explain|rules|kafka|compile|completion --help

Copies logs to standard output and replaces the credentials in them. Reads
standard input if no file is given, or for a file named "-". Unpacks gzip.
With a command: runs it and redacts its standard output and standard error.

${helpRows("filter")}

A LIST is separated by commas. Exit status: 0 done, or the command's own;
1 something could not be read, written or redacted; 2 wrong command line.

Example: node app.js 2>&1 | scrubjay --censor label
`;
}
