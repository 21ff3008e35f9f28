import { parseArgs } from "node:util";
import { CENSOR_FORMS } from "../redactor/byte-redactor-with.ts";

/** A flag, for the parser and the help text. */
export interface Flag {
  readonly name: string;
  readonly short?: string;
  /** The name of its value; a flag without one takes no value. */
  readonly value?: string;
  /** Whether its value may be left out; a value follows `=`. */
  readonly isOptional?: true;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  /** The forms of its value, for the help text. */
  readonly forms?: readonly string[];
  /** One more line of the help text. */
  readonly more?: string;
  readonly help: string;
}

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
    value: "json",
    isOptional: true,
    choices: ["json"],
    help: "at the end, report counts by rule on standard error",
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
  readonly stats: "text" | "json" | undefined;
  /** Whether the status says that something was replaced. */
  readonly check: boolean;
  readonly censor: string | undefined;
  /** The file that has the key of the censor `hash`. */
  readonly keyFile: string | undefined;
  readonly rules: readonly string[] | undefined;
  readonly keys: readonly string[] | undefined;
  readonly allow: readonly string[] | undefined;
}

/** A wrong command line; the message is one line. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads a command line.
 *
 * @param args What follows the program's name.
 * @throws {UsageError} If a flag is unknown, has no value or has one that is not allowed.
 * @example parseCommand(["--censor", "label", "app.log"])
 */
export function parseCommand(args: readonly string[]): Command {
  const values = new Map<string, string[]>();
  const files: string[] = [];
  let run: readonly string[] | undefined;
  // Not strict, and read as tokens: Node's own messages have several lines and name no alternatives.
  const { tokens } = parseArgs({
    args: args.map(withLongSuffix),
    options: parserOptions(),
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === "option-terminator") run = args.slice(token.index + 1);
    if (token.kind === "positional" && run === undefined) files.push(token.value);
    if (token.kind !== "option") continue;
    const flag = FLAGS.find(({ name }) => name === token.name);
    if (flag === undefined) throw new UsageError(`unknown flag ${token.rawName}; allowed are ${flagNames()}`);
    const given = values.get(flag.name) ?? [];
    values.set(flag.name, [...given, checkedValue(flag, token.rawName, token.value)]);
  }
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
    stats: values.has("stats") ? (values.get("stats")!.includes("json") ? "json" : "text") : undefined,
    check: values.has("check"),
    censor: values.get("censor")?.join(","),
    keyFile: values.get("key-file")?.at(-1),
    rules: listOf("rules", values),
    keys: listOf("keys", values),
    allow: values.get("allow"),
  };
  checkTogether(command, files, run !== undefined);
  return command;
}

/** Allows `-i.bak`, as in sed and perl: no flag's name begins with a character that a suffix can begin with. */
function withLongSuffix(arg: string): string {
  return /^-i[^=\w-]/.test(arg) ? `--in-place=${arg.slice(2)}` : arg;
}

function checkTogether(
  { run, inPlace, dryRun, suffix, tee, check }: FilterCommand,
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
  if (dryRun && !inPlace) throw new UsageError("--dry-run needs --in-place");
  if (!inPlace) return;
  if (suffix?.includes("/"))
    throw new UsageError(`--in-place=${suffix}: the suffix cannot contain "/"; example: --in-place=.bak`);
  if (files.length === 0 || files.includes("-"))
    throw new UsageError("--in-place needs files; it cannot replace standard input");
  if (tee !== undefined) throw new UsageError("--in-place and --tee cannot be used together");
}

function parserOptions(): Record<string, { type: "string" | "boolean"; short?: string }> {
  return Object.fromEntries(
    FLAGS.map((flag) => [
      flag.name,
      {
        type: flag.value === undefined || flag.isOptional ? "boolean" : "string",
        ...(flag.short === undefined ? {} : { short: flag.short }),
      },
    ]),
  );
}

function checkedValue(flag: Flag, given: string, value: string | undefined): string {
  if (flag.value === undefined) {
    if (value !== undefined) throw new UsageError(`${given} takes no value`);
    return "";
  }
  if (value === undefined && flag.isOptional) return "";
  if (value === undefined || value === "")
    throw new UsageError(`${given} needs a value: ${given} ${flag.value}`);
  if (flag.choices !== undefined && !flag.choices.includes(value))
    throw new UsageError(
      `${given}=${JSON.stringify(value)} is unknown; allowed are ${flag.choices.join(", ")}`,
    );
  return value;
}

function listOf(name: string, values: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const given = values.get(name);
  if (given === undefined) return undefined;
  const items = given.flatMap((list) => list.split(",")).map((item) => item.trim());
  const list = items.filter((item) => item !== "");
  if (list.length === 0) throw new UsageError(`--${name} needs at least one name`);
  return list;
}

function flagNames(): string {
  return FLAGS.map(({ name }) => `--${name}`).join(", ");
}

/** The help text: at most 28 lines of 80 columns. */
export function helpText(): string {
  const rows = FLAGS.map((flag) => {
    const short = flag.short === undefined ? "    " : `-${flag.short}, `;
    const value = flag.isOptional ? `[=${flag.value}]` : flag.value && ` ${flag.value}`;
    const left = `  ${short}--${flag.name}${value ?? ""}`;
    const more = [flag.forms?.join(", "), flag.more].filter((text) => text !== undefined);
    return [`${left.padEnd(23)}${flag.help}`, ...more.map((text) => " ".repeat(23) + text)].join("\n");
  });
  return `Usage: scrubjay [flags] [file ...]
       scrubjay [flags] -- command [argument ...]

Copies logs to standard output and replaces the credentials in them. Reads
standard input if no file is given, or for a file named "-". Unpacks gzip.
With a command: runs it and redacts its standard output and standard error.

${rows.join("\n")}

A LIST is separated by commas. Exit status: 0 done, or the command's own;
1 something could not be read, written or redacted; 2 wrong command line.

Example: node app.js 2>&1 | scrubjay --censor label
`;
}
