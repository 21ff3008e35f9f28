import { CENSOR_FORMS } from "../redactor/byte-redactor-with.ts";
import { type Flag, flagRows, listOf, readFlags, UsageError } from "./read-flags.ts";

/** All flags. The parser and the help text are made from this table. */
export const FLAGS: readonly Flag[] = [
  {
    name: "censor",
    value: "NAME",
    forms: CENSOR_FORMS,
    help: "what replaces credentials",
    more: "or RULE=NAME, for one rule or issuer; may be repeated",
  },
  { name: "key-file", value: "FILE", help: "the key of the censor hash; else SCRUBJAY_HMAC_KEY" },
  { name: "rules", value: "LIST", help: "only these rules (ids or globs); !ID turns one off" },
  { name: "keys", value: "LIST", help: "more names whose values are secret" },
  { name: "allow", value: "TEXT", help: "keep this text; may be repeated" },
  { name: "config", value: "FILE", help: "options as JSON; else scrubjay.config.json, if it is here" },
  { name: "gitleaks", value: "FILE", help: "also the rules of a .gitleaks.toml; may be repeated" },
  { name: "secret-env", value: "LIST", help: "values of these variables are secret: 'DB_*'" },
  { name: "secret-file", value: "FILE", help: "its lines are secret values; may be repeated" },
  { name: "learn", help: "values seen under a name are secret without it, too" },
  { name: "keep-only", value: "LIST", help: "of records keep only these values: level,req.method" },
  { name: "observe", help: "only count: replace nothing; with --stats or --check" },
  { name: "tee", value: "FILE", help: "also write the redacted output to FILE" },
  { name: "line-buffered", help: "write whole lines only" },
  {
    name: "in-place",
    short: "i",
    value: "EXT",
    isOptional: true,
    help: "replace the files; keep each old one as FILE + EXT",
  },
  { name: "dry-run", help: "with --in-place: only list what would be replaced" },
  { name: "binary", help: "also redact files that are not text, such as archives" },
  { name: "check", help: "status 1 if something was replaced, 2 on a failure" },
  {
    name: "stats",
    value: "FORM",
    isOptional: true,
    choices: ["json", "prometheus"],
    help: "counts by rule on standard error; json, prometheus",
  },
  { name: "help", short: "h", help: "show this help" },
  { name: "version", short: "V", help: "show the version" },
];

/** What a command line asks for. */
export type Command = { readonly does: "help" } | { readonly does: "version" } | FilterCommand;

export interface FilterCommand {
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
  readonly censor: string | undefined;
  /** The file that has the key of the censor `hash`. */
  readonly keyFile: string | undefined;
  /** The configuration file. */
  readonly config: string | undefined;
  /** Configurations of gitleaks. */
  readonly gitleaks: readonly string[] | undefined;
  readonly rules: readonly string[] | undefined;
  readonly keys: readonly string[] | undefined;
  readonly allow: readonly string[] | undefined;
  /** Names of variables whose values are secret. */
  readonly secretEnv: readonly string[] | undefined;
  readonly secretFiles: readonly string[] | undefined;
  readonly learn: boolean;
  readonly keepOnly: readonly string[] | undefined;
  /** Whether nothing is replaced. */
  readonly observe: boolean;
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
  const read = readFlags(args.map(withLongSuffix), FLAGS);
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
    censor: values.get("censor")?.join(","),
    keyFile: values.get("key-file")?.at(-1),
    config: values.get("config")?.at(-1),
    gitleaks: values.get("gitleaks"),
    rules: listOf("rules", values),
    keys: listOf("keys", values),
    allow: values.get("allow"),
    secretEnv: listOf("secret-env", values),
    secretFiles: values.get("secret-file"),
    learn: values.has("learn"),
    keepOnly: listOf("keep-only", values),
    observe: values.has("observe"),
  };
  checkTogether(command, files, run !== undefined);
  return command;
}

function withLongSuffix(arg: string): string {
  return /^-i[^=\w-]/.test(arg) ? `--in-place=${arg.slice(2)}` : arg;
}

function checkTogether(
  { run, inPlace, dryRun, suffix, tee, check, observe }: FilterCommand,
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
       scrubjay audit|explain|rules --help

Copies logs to standard output and replaces the credentials in them. Reads
standard input if no file is given, or for a file named "-". Unpacks gzip.
With a command: runs it and redacts its standard output and standard error.

${flagRows(FLAGS)}

A LIST is separated by commas. Exit status: 0 done, or the command's own;
1 something could not be read, written or redacted; 2 wrong command line.

Example: node app.js 2>&1 | scrubjay --censor label
`;
}
