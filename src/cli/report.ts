import { writeSync } from "node:fs";
import { prometheusText, type Stats, shareOf } from "../redactor/byte-redactor-with.ts";
import { codeOf, InputError } from "./errors.ts";
import { isTerminal } from "./output/lazy-modules.ts";
import { WriteError } from "./output/output.ts";

const STDERR = 2;

/** Writes a line to standard error. Ignores failures: there is nowhere else to report them. */
export function complain(text: string): void {
  tell(`scrubjay: ${text}\n`);
}

function tell(text: string): void {
  try {
    writeSync(STDERR, text);
  } catch {}
}

/** Reports failures, and counts at the end. */
export class Report {
  /** Whether something failed. */
  isFailed = false;
  /** Whether something was replaced; known at the end. */
  hasMatches = false;
  #counted = sum([]);

  /**
   * Reports the failure of an input or output.
   *
   * @param hint Follows where there is no such file
   */
  fail(what: string, error: unknown, hint = ""): void {
    const isMissing = codeOf(error) === "ENOENT";
    complain(
      error instanceof WriteError
        ? writeProblem(error)
        : `${what}: ${reasonOf(error)}${isMissing ? hint : ""}`,
    );
    this.isFailed = true;
  }

  /** The bytes that other threads have counted. */
  get bytes(): number {
    return this.#counted.bytes;
  }

  /** Adds the counts of another thread. */
  count(stats: Stats): void {
    this.#counted = sum([this.#counted, stats]);
  }

  /** Counts a line that was withheld outside of the redactors. */
  withhold(): void {
    this.#counted = { ...this.#counted, withheld: this.#counted.withheld + 1 };
  }

  /**
   * Reports withheld lines and, if wanted, counts by rule.
   *
   * @param isObserved Whether nothing was replaced
   */
  end(stats: "text" | "json" | "prometheus" | undefined, own: readonly Stats[], isObserved = false): void {
    const all = sum([this.#counted, ...own]);
    this.hasMatches = all.matches > 0;
    if (stats === "prometheus") tell(prometheusText(all));
    else if (stats === "json") tell(`${JSON.stringify(isObserved ? { mode: "observe", ...all } : all)}\n`);
    else if (stats === "text") {
      const styled = isTerminal(STDERR) && hasColours();
      tell(table(all, isObserved ? "found and left" : "replaced", styled ? BOLD : PLAIN));
      if (isTerminal(STDERR) && all.matches > 0) tell(NEXT);
    }
    const lines = all.withheld;
    if (lines === 0) return;
    complain(`withheld ${lines} line${lines === 1 ? "" : "s"} that could not be redacted`);
    this.isFailed = true;
  }
}

function sum(all: readonly Stats[]): Stats {
  const total = (each: "bytes" | "replaced" | "matches" | "withheld" | "milliseconds"): number =>
    all.reduce((so, stats) => so + stats[each], 0);
  const byRule: Record<string, number> = {};
  for (const [rule, count] of all.flatMap((stats) => Object.entries(stats.byRule)))
    byRule[rule] = (byRule[rule] ?? 0) + count;
  const [bytes, replaced] = [total("bytes"), total("replaced")];
  const milliseconds = Math.round(total("milliseconds") * 1000) / 1000;
  const share = shareOf(replaced, bytes);
  return {
    bytes,
    replaced,
    share,
    matches: total("matches"),
    byRule,
    withheld: total("withheld"),
    milliseconds,
  };
}

/** What to do next, for a person at a terminal. */
const NEXT = `  --censor label shows which rule took what; "scrubjay explain -" says why;
  --allow TEXT leaves a value, and --rules '!ID' turns a rule off.
`;

const BOLD = ["\x1b[1m", "\x1b[0m"] as const;
const PLAIN = ["", ""] as const;

/** https://no-color.org/ */
function hasColours(): boolean {
  const { NO_COLOR, TERM } = process.env;
  return (NO_COLOR === undefined || NO_COLOR === "") && TERM !== "dumb";
}

function table(
  { bytes, matches, byRule }: Stats,
  what: string,
  [on, off]: readonly [on: string, off: string],
): string {
  const rows = Object.entries(byRule)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([rule, count]) => `${String(count).padStart(10)}  ${rule}\n`);
  return `${on}scrubjay: ${matches} ${what} in ${bytes} bytes${off}\n${rows.join("")}`;
}

const USAGE_ERRORS = ["UsageError", "RedactorConfigError"];

/** The message for a wrong command line or option; undefined for any other error. */
export function usageProblem(error: unknown): string | undefined {
  // By its name: what the command loads only if needed has its own copy of the class.
  if (!(error instanceof Error && USAGE_ERRORS.includes(error.name))) return undefined;
  return error.message.replaceAll(/\s*\n\s*/g, " ").replace(/ \(in code: [^)]*\)/, "");
}

export function writeProblem({ code, file }: WriteError): string {
  const where = file === undefined ? "cannot write" : `${file}: cannot write`;
  return code === "ENOSPC" ? `${where}: no space left on device (ENOSPC)` : `${where}: ${code}`;
}

/** Errors of the system have a code. Any other error may contain input, so its message is not shown. */
function reasonOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  switch (codeOf(error)) {
    case "ENOENT":
      return "no such file";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EISDIR":
      return "is a directory; name the files in it: scrubjay DIR/*.log";
    case "unknown error":
      return "could not be redacted; the rest was withheld";
    default:
      return `cannot be read: ${codeOf(error)}`;
  }
}
