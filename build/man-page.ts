// Run by the build: the man page, made of the table of flags.
import type { Flag } from "../src/cli/flags/read-flags.ts";
import { type CommandName, flagsOf } from "../src/cli/flags/table.ts";
import { TOOL_NAMES, TOOLS } from "../src/cli/tool-names.ts";

/** What takes no flag, or not only flags, of each command. */
const USAGE: Readonly<Record<CommandName, readonly string[]>> = {
  filter: ["[flags] [file ...]", "[flags] -- command [argument ...]"],
  audit: ["[flags] file ..."],
  explain: ["[flags] text | - | rule | 'issuer/*'"],
  kafka: ["--brokers host:port --from topic --to topic [flags]"],
  rules: ["[flags] [id ...]"],
  compile: ["[flags] -o file"],
  completion: ["bash | zsh | fish"],
};

const VARIABLES: readonly (readonly [name: string, about: string])[] = [
  ["SCRUBJAY_RULES, SCRUBJAY_KEYS, SCRUBJAY_CENSOR", "as the flags of these names"],
  ["SCRUBJAY_SECRET_ENV, SCRUBJAY_SECRET_FILE", "as the flags of these names"],
  ["SCRUBJAY_CONFIG", "the configuration file"],
  ["SCRUBJAY_HMAC_KEY", "the key of the censor hash: 16 characters or more"],
];

/** The page in roff, for `man scrubjay`. */
export function manPage(version: string): string {
  const lines = [
    `.TH SCRUBJAY 1 "" "scrubjay ${escaped(version)}"`,
    ".SH NAME",
    "scrubjay \\- keep credentials out of logs",
    ".SH SYNOPSIS",
    ...(["filter", ...TOOL_NAMES] as const).flatMap((command) =>
      USAGE[command].flatMap((usage, i) => [
        ...(command === "filter" && i === 0 ? [] : [".br"]),
        `.B ${command === "filter" ? "scrubjay" : `scrubjay ${command}`}`,
        escaped(usage),
      ]),
    ),
    ".SH DESCRIPTION",
    "Copies logs to standard output and replaces the credentials in them.",
    'Reads standard input if no file is given, or for a file named "\\-".',
    "Unpacks gzip.",
    "With a command: runs it and redacts its standard output and standard error.",
    ".SH OPTIONS",
    ...rowsOf("filter"),
    ".SH COMMANDS",
    ...TOOL_NAMES.flatMap((name) => [`.SS scrubjay ${name}`, `${escaped(TOOLS[name])}.`, ...rowsOf(name)]),
    ".SH ENVIRONMENT",
    ...VARIABLES.flatMap(([name, about]) => [".TP", `.B ${escaped(name)}`, escaped(about)]),
    ".SH EXIT STATUS",
    "0 done, or the command's own;",
    "1 something could not be read, written or redacted; 2 wrong command line.",
    ".br",
    "With \\-\\-check: 1 something was replaced, 2 a failure.",
    ".br",
    "Of audit: 0 nothing found, 1 something found, 2 a failure.",
    ".SH EXAMPLES",
    "node app.js 2>&1 | scrubjay \\-\\-censor label",
    ".br",
    "scrubjay audit \\-\\-format sarif logs/*.log > scrubjay.sarif",
  ];
  return `${lines.join("\n")}\n`;
}

function rowsOf(command: CommandName): readonly string[] {
  return flagsOf(command).flatMap((flag) => [".TP", headOf(flag), ...textOf(flag)]);
}

function headOf({ name, short, value, isOptional }: Flag): string {
  const names = [...(short === undefined ? [] : [`-${short}`]), `--${name}`].map(escaped).join(", ");
  if (value === undefined) return `.B ${names}`;
  return isOptional ? `.BR ${names} [=${value}]` : `.BI "${names} " ${value}`;
}

function textOf({ help, forms, more }: Flag): readonly string[] {
  return [help, forms?.join(", "), more].flatMap((text, i) =>
    text === undefined ? [] : [...(i === 0 ? [] : [".br"]), escaped(text)],
  );
}

/** A line must not begin with a dot or a quote, and "-" is a hyphen otherwise. */
const escaped = (text: string): string =>
  text.replaceAll("\\", "\\e").replaceAll("-", "\\-").replace(/^[.']/, "\\&$&");
