/**
 * The counts of a redactor. Nothing in it comes from a log.
 *
 * @example
 * const summary = ({ matches, withheld }: Stats) => `${matches} replaced, ${withheld} withheld`;
 */
export interface Stats {
  /** Bytes that were scanned; UTF-16 units for strings. */
  readonly bytes: number;
  /** As many of them were replaced. */
  readonly replaced: number;
  /** The part of the bytes that was replaced, from 0 to 1: a jump says that something new is logged. */
  readonly share: number;
  readonly matches: number;
  /** Matches by rule id. Rules without a match are left out. */
  readonly byRule: Readonly<Record<string, number>>;
  /** Lines that were not passed on because they could not be redacted. */
  readonly withheld: number;
  /** Milliseconds that it took. After 64 calls, each 64th is measured and counts for all. */
  readonly milliseconds: number;
}

/** So many calls are measured each, and then one of as many: a look at the clock takes a tenth of a short line's time. */
const MEASURED = 64;
/** A larger input is always measured. */
const LARGE = 4096;

const now = (): number =>
  (globalThis as { readonly performance?: { now(): number } }).performance?.now() ?? Date.now();

/** Counts for {@link Stats}. */
export class Tally {
  bytes = 0;
  withheld = 0;
  replaced = 0;
  #savedReplaced = 0;
  #milliseconds = 0;
  #calls = 0;
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
    this.#savedReplaced = this.replaced;
  }

  /** Takes back the matches that were counted since the last checkpoint. */
  rollback(): void {
    this.#counts = new Map(this.#saved);
    this.replaced = this.#savedReplaced;
  }

  /** Whether the next call is one that is measured: {@link measure} then makes it. A number of each would be memory. */
  isMeasured(size = 0): boolean {
    return ++this.#calls <= MEASURED || this.#calls % MEASURED === 0 || size >= LARGE;
  }

  /** Adds the time that a call takes. */
  measure<T>(call: () => T, size = 0): T {
    const calls = this.#calls <= MEASURED || size >= LARGE ? 1 : MEASURED;
    const started = now();
    const result = call();
    this.#milliseconds += (now() - started) * calls;
    return result;
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
    const { bytes, replaced, withheld } = this;
    const milliseconds = Math.round(this.#milliseconds * 1000) / 1000;
    return { bytes, replaced, share: shareOf(replaced, bytes), matches, byRule, withheld, milliseconds };
  }
}

/** The part of `bytes` that `replaced` is. */
export const shareOf = (replaced: number, bytes: number): number =>
  bytes === 0 ? 0 : Math.min(1, replaced / bytes);
