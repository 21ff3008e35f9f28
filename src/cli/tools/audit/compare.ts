import type { Finding } from "./finding.ts";

/** What is found otherwise than in a report. */
export interface Difference extends Omit<Finding, "pseudonym"> {
  /** `added`: only now; `removed`: only in the report; `rule` or `extent`: in both, by another rule or with other ends. */
  readonly change: "added" | "removed" | "rule" | "extent";
  /** The rule that the report has. */
  readonly was?: string;
}

/** Compares findings with those of a report by where they are. */
export class Comparison {
  readonly #before = new Map<string, Finding[]>();
  readonly differences: Difference[] = [];

  constructor(report: readonly Finding[]) {
    for (const finding of report)
      this.#before.set(finding.file, [...(this.#before.get(finding.file) ?? []), finding]);
    for (const list of this.#before.values()) list.sort((a, b) => a.start - b.start);
  }

  add(finding: Finding): void {
    const list = this.#before.get(finding.file) ?? [];
    // Both are in order: what ends before this one begins is in no later one.
    while (list.length > 0 && list[0]!.end <= finding.start) this.#remove(list.shift()!);
    const [was] = list;
    if (was === undefined || was.start >= finding.end) {
      this.#note("added", finding);
      return;
    }
    list.shift();
    if (was.rule !== finding.rule) this.#note("rule", finding, was.rule);
    else if (was.start !== finding.start || was.end !== finding.end) this.#note("extent", finding);
  }

  /** What is left of the report is found no more. */
  end(): readonly Difference[] {
    for (const list of this.#before.values()) for (const finding of list.splice(0)) this.#remove(finding);
    return this.differences;
  }

  #remove(finding: Finding): void {
    this.#note("removed", finding);
  }

  #note(change: Difference["change"], finding: Finding, was?: string): void {
    const { pseudonym: _, ...place } = finding;
    this.differences.push({ ...place, change, ...(was === undefined ? {} : { was }) });
  }
}

/** The differences by rule, then each: `+` added, `-` removed, `~` by another rule or with other ends. */
export function comparisonText(differences: readonly Difference[]): string {
  const counts = new Map<string, number>();
  for (const difference of differences) {
    const name = nameOf(difference);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rules = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  return [
    ...rules.map(([name, count]) => `${String(count).padStart(10)}  ${name}\n`),
    ...differences.map((each) => `${each.file}:${each.line}:${each.column}: ${nameOf(each)}\n`),
  ].join("");
}

function nameOf({ change, rule, was }: Difference): string {
  switch (change) {
    case "added":
      return `+ ${rule}`;
    case "removed":
      return `- ${rule}`;
    case "rule":
      return `~ ${was} is ${rule} now`;
    case "extent":
      return `~ ${rule} has other ends`;
  }
}
