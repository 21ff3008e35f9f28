import { type Note, readGitleaks } from "../../config/gitleaks/gitleaks.ts";
import { plainRule } from "../../config/own-rules.ts";
import { readGivenText } from "../../node/given-file.ts";
import { compileInnocent, compileRule } from "../../program/extension/compiler.ts";
import type { RedactorOptions } from "../../redactor/byte-redactor-with.ts";

/** Forty times the default file. */
const MAX_BYTES = 4_000_000;

/**
 * The rules of configurations of gitleaks, and what they allow. Rules that cannot be used are named on standard error,
 * each with its reason.
 *
 * @throws UsageError for a file that cannot be read, or is not such a configuration
 */
export function gitleaksOptions(files: readonly string[], complain: (text: string) => void): RedactorOptions {
  const all = files.map((file) => {
    const found = readGitleaks(read(file), file, {
      read,
      compile: (rule) => compileRule(plainRule(rule), true),
    });
    for (const { rule, reason, place = file } of found.unused)
      complain(`${place}: rule ${rule} is not used: ${reason}`);
    const ids = new Set(found.rules.map(({ id }) => id));
    complain(`${file}: ${ids.size} rule${ids.size === 1 ? "" : "s"}${shownWider(found.wider)}`);
    return found;
  });
  return {
    rules: all.flatMap(({ rules }) => rules),
    allow: all.flatMap(({ allowed }) => allowed.filter(isInnocent)).map((pattern) => ({ pattern })),
  };
}

function shownWider(wider: readonly Note[]): string {
  if (wider.length === 0) return "";
  const byReason = new Map<string, string[]>();
  for (const { rule, reason } of wider) byReason.set(reason, [...(byReason.get(reason) ?? []), rule]);
  const reasons = [...byReason].map(([reason, rules]) => `${rules.join(", ")} (${reason})`);
  return `; find more than in gitleaks: ${reasons.join("; ")}`;
}

/** Whether a pattern can be allowed: what is too large for that is found then. */
function isInnocent(pattern: string): boolean {
  try {
    compileInnocent(`(?:${pattern})`, true);
    return true;
  } catch {
    return false;
  }
}

function read(file: string): string {
  return readGivenText(file, `--gitleaks ${file}`, MAX_BYTES);
}
