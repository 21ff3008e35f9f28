import { parseArgs } from "node:util";
import { CENSOR_NAMES } from "../redactor.ts";

/** One flag, as the parser and the help text see it. */
export interface Flag {
  readonly name: string;
  readonly short?: string;
  /** What its value is called; a flag without one takes none. */
  readonly value?: string;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  readonly help: string;
}

/** Every flag, once: parser and help come from this table. */
export const FLAGS: readonly Flag[] = [
  { name: "censor", value: "NAME", choices: CENSOR_NAMES, help: "what stands in for a credential" },
  { name: "rules", value: "LIST", help: "look only for these rules: ids or globs, with commas" },
  { name: "keys", value: "LIST", help: "further names whose values are secret, with commas" },
  { name: "allow", value: "TEXT", help: "leave this text alone; may be repeated" },
  { name: "stats", help: "at the end, count what was found, by rule, on stderr" },
  { name: "help", short: "h", help: "show this" },
  { name: "version", short: "V", help: "show the version" },
];

/** What a command line asks for. */
export type Command =
  | { readonly does: "help" }
  | { readonly does: "version" }
  | {
      readonly does: "filter";
      /** Operands in order; `-` is standard input. */
      readonly files: readonly string[];
      readonly stats: boolean;
      readonly censor: string | undefined;
      readonly rules: readonly string[] | undefined;
      readonly keys: readonly string[] | undefined;
      readonly allow: readonly string[] | undefined;
    };

/** A command line that cannot be obeyed; the message is one line. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads a command line.
 *
 * @param args What follows the program's name.
 * @throws {UsageError} When a flag is unknown, lacks its value or has one that is not allowed.
 * @example parseCommand(["--censor", "label", "app.log"])
 */
export function parseCommand(args: readonly string[]): Command {
  const values = new Map<string, string[]>();
  const files: string[] = [];
  // Not strict, and read as tokens: Node's own messages run over a line and name no alternatives.
  const { tokens } = parseArgs({ args: [...args], options: parserOptions(), strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional") files.push(token.value);
    if (token.kind !== "option") continue;
    const flag = FLAGS.find(({ name }) => name === token.name);
    if (flag === undefined) throw new UsageError(`unknown flag ${token.rawName}; allowed are ${flagNames()}`);
    const given = values.get(flag.name) ?? [];
    values.set(flag.name, [...given, checkedValue(flag, token.rawName, token.value)]);
  }
  if (values.has("help")) return { does: "help" };
  if (values.has("version")) return { does: "version" };
  return {
    does: "filter",
    files: files.length > 0 ? files : ["-"],
    stats: values.has("stats"),
    censor: values.get("censor")?.at(-1),
    rules: listOf("rules", values),
    keys: listOf("keys", values),
    allow: values.get("allow"),
  };
}

function parserOptions(): Record<string, { type: "string" | "boolean"; short?: string }> {
  return Object.fromEntries(
    FLAGS.map((flag) => [
      flag.name,
      {
        type: flag.value === undefined ? "boolean" : "string",
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
  if (value === undefined || value === "")
    throw new UsageError(`${given} needs a value: ${given} ${flag.value}`);
  if (flag.choices !== undefined && !flag.choices.includes(value)) {
    throw new UsageError(
      `${given} ${JSON.stringify(value)} is unknown; allowed are ${flag.choices.join(", ")}`,
    );
  }
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

/** The help text: at most 24 lines of 80 columns. */
export function helpText(): string {
  const rows = FLAGS.map((flag) => {
    const short = flag.short === undefined ? "    " : `-${flag.short}, `;
    const left = `  ${short}--${flag.name}${flag.value === undefined ? "" : ` ${flag.value}`}`;
    const choices = flag.choices === undefined ? "" : `: ${flag.choices.join(", ")}`;
    return `${left.padEnd(22)}${flag.help}${choices}`;
  });
  return `Usage: scrubjay [flags] [file ...]

Copies logs to standard output with the credentials in them replaced.
Reads standard input when no file is given, or where one is called "-".

${rows.join("\n")}

Exit status: 0 done; 1 a file could not be read, or a line was withheld because
it could not be redacted; 2 the command line makes no sense.

Example: node app.js 2>&1 | scrubjay --censor label
`;
}
