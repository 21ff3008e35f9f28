import { type Flag, flagRows, listOf, readFlags, UsageError } from "../../read-flags.ts";

const FORMATS = ["text", "json", "sarif", "html"] as const;
export type Format = (typeof FORMATS)[number];

const FLAGS: readonly Flag[] = [
  { name: "format", value: "NAME", choices: FORMATS, help: FORMATS.join(", ") },
  { name: "baseline", value: "FILE", help: "only what this report (json, sarif) does not have" },
  { name: "compare", value: "FILE", help: "what is found otherwise than in this report (json)" },
  { name: "suspects", help: "only names that no rule covers, as a list of keys" },
  { name: "canary-file", value: "FILE", help: "also the secret in this file, in every form" },
  { name: "rules", value: "LIST", help: "only these rules (ids or globs); !ID turns one off" },
  { name: "keys", value: "LIST", help: "more names whose values are secret" },
  { name: "allow", value: "TEXT", help: "this text is not secret; may be repeated" },
  { name: "config", value: "FILE", help: "options as JSON, as for the filter" },
  { name: "gitleaks", value: "FILE", help: "also the rules of a .gitleaks.toml" },
  { name: "key-file", value: "FILE", help: "the key of pseudonyms; else SCRUBJAY_HMAC_KEY" },
  { name: "help", short: "h", help: "show this help" },
];

/** What the command line of an audit asks for. */
export interface AuditCommand {
  /** In their order; `-` is standard input. */
  readonly files: readonly string[];
  readonly format: Format;
  /** A report of before. */
  readonly baseline: string | undefined;
  /** A report with which the findings are compared. */
  readonly compare: string | undefined;
  /** Whether only suspects are listed. */
  readonly suspects: boolean;
  /** The file of a secret that must not be found. */
  readonly canaryFile: string | undefined;
  readonly config: string | undefined;
  readonly gitleaks: readonly string[] | undefined;
  readonly rules: readonly string[] | undefined;
  readonly keys: readonly string[] | undefined;
  readonly allow: readonly string[] | undefined;
  readonly keyFile: string | undefined;
}

/**
 * Reads the command line of an audit; undefined if it asks for help.
 *
 * @throws {UsageError} If it is wrong
 */
export function parseAudit(args: readonly string[]): AuditCommand | undefined {
  const { values, operands, rest } = readFlags(args, FLAGS);
  if (values.has("help")) return undefined;
  const files = [...operands, ...(rest ?? [])];
  if (files.length === 0) throw new UsageError('no file is given; "-" is standard input');
  const last = (name: string): string | undefined => values.get(name)?.at(-1);
  const compare = last("compare");
  const format = (last("format") ?? "text") as Format;
  if (compare !== undefined && (format === "sarif" || format === "html" || values.has("baseline")))
    throw new UsageError("--compare is reported as text or json, and not together with --baseline");
  const suspects = values.has("suspects");
  if (
    suspects &&
    (format === "sarif" || format === "html" || compare !== undefined || values.has("baseline"))
  )
    throw new UsageError(
      "--suspects is reported as text or json, and not together with --baseline or --compare",
    );
  return {
    files,
    compare,
    suspects,
    canaryFile: last("canary-file"),
    format,
    baseline: last("baseline"),
    config: last("config"),
    gitleaks: values.get("gitleaks"),
    rules: listOf("rules", values),
    keys: listOf("keys", values),
    allow: values.get("allow"),
    keyFile: last("key-file"),
  };
}

export function auditHelp(): string {
  return `Usage: scrubjay audit [flags] FILE ...
       scrubjay audit [flags] -

Finds credentials and reports where they stand, not what they are. Changes
nothing. Unpacks gzip. "-" is standard input.

${flagRows(FLAGS)}

Exit status: 0 nothing found; 1 something found; 2 a file could not be read, or
the command line is wrong.

Example: scrubjay audit --format sarif logs/*.log > scrubjay.sarif
`;
}
