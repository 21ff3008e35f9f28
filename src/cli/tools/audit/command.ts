import type { GivenOptions } from "../../flags/given-options.ts";
import { UsageError } from "../../flags/read-flags.ts";
import type { Toolbox } from "../../toolbox.ts";

export type Format = "text" | "json" | "sarif" | "html";

/** What the command line of an audit asks for. */
export interface AuditCommand {
  readonly options: GivenOptions;
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
  readonly keyFile: string | undefined;
}

/**
 * Reads the command line of an audit; undefined if it asks for help.
 *
 * @throws {UsageError} If it is wrong
 */
export function parseAudit(
  args: readonly string[],
  { readCommand, givenOptions }: Pick<Toolbox, "readCommand" | "givenOptions">,
): AuditCommand | undefined {
  const { values, operands, rest } = readCommand("audit", args);
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
    options: givenOptions(values),
    keyFile: last("key-file"),
  };
}

export function auditHelp({ helpRows }: Pick<Toolbox, "helpRows">): string {
  return `Usage: scrubjay audit [flags] FILE ...
       scrubjay audit [flags] -

Finds credentials and reports where they stand, not what they are. Changes
nothing. Unpacks gzip. "-" is standard input.

${helpRows("audit")}

Exit status: 0 nothing found; 1 something found; 2 a file could not be read, or
the command line is wrong.

Example: scrubjay audit --format sarif logs/*.log > scrubjay.sarif
`;
}
