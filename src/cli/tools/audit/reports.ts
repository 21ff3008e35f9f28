import type { Finding, Summary } from "./finding.ts";

/** What reports may need of a finding besides. */
export interface Beside {
  /** Where it ends, as where it starts. */
  readonly endLine: number;
  readonly endColumn: number;
  /** When its line says that it was written, in milliseconds since 1970; undefined if it does not. */
  readonly timeMs: number | undefined;
}

/** Turns findings into a report as they come, so that it takes no memory however many there are. */
export interface AuditReport {
  start(): string;
  finding(finding: Finding, beside: Beside): string;
  end(summary: Summary): string;
}

/** A line for each, as compilers write them: editors jump to these. */
export const textReport: AuditReport = {
  start: () => "",
  finding: ({ file, line, column, rule, confidence, pseudonym }) =>
    `${shownName(file)}:${line}:${column}: ${rule}${pseudonym === undefined ? "" : `#${pseudonym}`} (${confidence} confidence)\n`,
  end: () => "",
};

/** The summary of a text report: a line, and one for each rule. */
export function summaryText(summary: Summary): string {
  const { files, findings, known, byRule, failed } = summary;
  const inFiles = `in ${files} file${files === 1 ? "" : "s"}`;
  const inBaseline = known === undefined ? "" : `, ${known} more in the baseline`;
  const more =
    inBaseline +
    (failed === 0 ? "" : `; ${failed} file${failed === 1 ? "" : "s"} could not be read to the end`);
  if (findings === 0) return `no ${known === undefined ? "" : "new "}credentials found ${inFiles}${more}`;
  const rows = byRule.map(({ rule, findings }) => `\n${String(findings).padStart(10)}  ${rule}`);
  const noun = `${known === undefined ? "" : "new "}credential${findings === 1 ? "" : "s"}`;
  return `${findings} ${noun} found ${inFiles}${more}${rows.join("")}`;
}

/** `{ "findings": […], "summary": {…} }`, a finding a line. */
export class JsonReport implements AuditReport {
  #isFirst = true;

  start(): string {
    return '{"findings":[';
  }

  finding(finding: Finding): string {
    const separator = this.#isFirst ? "\n" : ",\n";
    this.#isFirst = false;
    return separator + JSON.stringify(finding);
  }

  end(summary: Summary): string {
    return `${this.#isFirst ? "" : "\n"}],\n"summary":${JSON.stringify(summary)}}\n`;
  }
}

/** A file's name in a line of text; a name with control characters could pretend to be another line. */
export function shownName(file: string): string {
  const name = file === "-" ? "standard input" : file;
  return /[\x00-\x1f\x7f]/.test(name) ? JSON.stringify(name) : name;
}
