// SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { ReportingDescriptor, Result } from "sarif";
import type { ListedRule } from "../catalogue.ts";
import type { Confidence, Finding, Summary } from "./finding.ts";
import type { AuditReport, Beside } from "./reports.ts";

const LEVELS: Readonly<Record<Confidence, Result.level>> = { high: "error", medium: "warning", low: "note" };

/** The name under which a result has its pseudonym. */
export const PSEUDONYM = "scrubjayPseudonym/v1";

/** One run. Its results come before the tool, of which the rules are known only at the end. */
export class SarifReport implements AuditReport {
  readonly #catalogue: ReadonlyMap<string, ListedRule>;
  readonly #version: string;
  /** Those that found something, by the places in which results name them. */
  readonly #rules = new Map<string, number>();
  #isFirst = true;

  constructor(catalogue: readonly ListedRule[], version: string) {
    this.#catalogue = new Map(catalogue.map((rule) => [rule.id, rule]));
    this.#version = version;
  }

  start(): string {
    return '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","results":[';
  }

  finding(finding: Finding, beside: Beside): string {
    const separator = this.#isFirst ? "\n" : ",\n";
    this.#isFirst = false;
    return separator + JSON.stringify(this.#result(finding, beside));
  }

  end(summary: Summary): string {
    const driver = {
      name: "scrubjay",
      version: this.#version,
      rules: [...this.#rules.keys()].map((id) => this.#descriptor(id)),
    };
    const invocations = [{ executionSuccessful: summary.failed === 0 }];
    const rest = { tool: { driver }, invocations, properties: { summary } };
    return `${this.#isFirst ? "" : "\n"}],\n${JSON.stringify(rest).slice(1)}]}\n`;
  }

  #result(finding: Finding, { endLine, endColumn }: Beside): Result {
    const { file, line, column, start, end, rule, confidence, pseudonym } = finding;
    const ruleIndex = this.#rules.get(rule) ?? this.#rules.size;
    this.#rules.set(rule, ruleIndex);
    return {
      ruleId: rule,
      ruleIndex,
      level: LEVELS[confidence],
      message: { text: `${this.#catalogue.get(rule)?.name ?? rule} was found.` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(file) },
            region: {
              startLine: line,
              startColumn: column,
              endLine,
              endColumn,
              byteOffset: start,
              byteLength: end - start,
            },
          },
        },
      ],
      ...(pseudonym === undefined ? {} : { partialFingerprints: { [PSEUDONYM]: pseudonym } }),
      properties: { confidence },
    };
  }

  #descriptor(id: string): ReportingDescriptor {
    const rule = this.#catalogue.get(id);
    if (rule === undefined) return { id };
    const { name, source } = rule;
    return { id, shortDescription: { text: name }, ...(source === "" ? {} : { helpUri: source }) };
  }
}

/** A file's name as a reference, which is relative to where the command runs. */
export function uriOf(file: string): string {
  if (file === "-") return "stdin";
  if (isAbsolute(file)) return pathToFileURL(file).href;
  // `a:b` would be one of a scheme.
  const path = file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return path.replaceAll("%2F", "/");
}
