/** The counts of a redactor. Nothing in it comes from a log. */
export interface Stats {
  /** Bytes that were scanned; UTF-16 units for strings. */
  readonly bytes: number;
  readonly matches: number;
  /** Matches by rule id. Rules without a match are left out. */
  readonly byRule: Readonly<Record<string, number>>;
  /** Lines that were not passed on because they could not be redacted. */
  readonly withheld: number;
}

/** Counts for {@link Stats}. */
export class Tally {
  bytes = 0;
  withheld = 0;
  /** Of the rules that matched, which are few: there may be a thousand redactors. */
  #counts: Map<number, number> = new Map();
  #saved: ReadonlyMap<number, number> = new Map();
  readonly #ruleIds: readonly string[];

  constructor(ruleIds: readonly string[]) {
    this.#ruleIds = ruleIds;
  }

  count(rule: number): void {
    this.#counts.set(rule, (this.#counts.get(rule) ?? 0) + 1);
  }

  /** Remembers the counts of matches for `rollback`. */
  checkpoint(): void {
    this.#saved = new Map(this.#counts);
  }

  /** Takes back the matches that were counted since the last checkpoint. */
  rollback(): void {
    this.#counts = new Map(this.#saved);
  }

  stats(): Stats {
    const byRule: Record<string, number> = {};
    let matches = 0;
    for (const [rule, count] of [...this.#counts].sort(([a], [b]) => a - b)) {
      // Two rules may have one id: a user's may be that of the catalogue.
      const id = this.#ruleIds[rule]!;
      byRule[id] = (byRule[id] ?? 0) + count;
      matches += count;
    }
    return { bytes: this.bytes, matches, byRule, withheld: this.withheld };
  }
}
