import type { Redacted } from "./protocol.ts";

/** What was found in a text, in its order. */
export class Matches {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly which: Uint16Array;
  readonly rules: readonly string[];

  constructor({ starts, ends, which, rules }: Omit<Redacted, "text">) {
    this.starts = starts;
    this.ends = ends;
    this.which = which;
    this.rules = rules;
  }

  static readonly none: Matches = new Matches({
    starts: new Int32Array(),
    ends: new Int32Array(),
    which: new Uint16Array(),
    rules: [],
  });

  /** The number of the first match that ends after `at`. */
  firstAfter(at: number): number {
    let [low, high] = [0, this.ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Counts by rule, the most frequent first. */
  counts(): readonly (readonly [rule: string, count: number])[] {
    const counts = new Array<number>(this.rules.length).fill(0);
    for (const rule of this.which) counts[rule]!++;
    return this.rules
      .map((rule, i) => [rule, counts[i]!] as const)
      .filter(([, count]) => count > 0)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  }

  /** The start of the next match of a rule after `at`, or of its first one. */
  next(rule: string, at: number): number | undefined {
    const number = this.rules.indexOf(rule);
    const places = [...this.starts.keys()]
      .filter((i) => this.which[i] === number)
      .map((i) => this.starts[i]!);
    return places.find((start) => start > at) ?? places[0];
  }

  /**
   * The matches after a change: those before `from` stay, those after `to` move by `shift`, and what is found in between
   * is `between`, whose offsets count from `from`.
   */
  changed(from: number, to: number, shift: number, between: Matches): Matches {
    const before = this.firstAfter(from);
    const after = this.firstAfter(to);
    const rules = [...new Set([...this.rules, ...between.rules])];
    const renumbered = between.rules.map((rule) => rules.indexOf(rule));
    const count = before + between.starts.length + this.starts.length - after;
    const join = (own: Int32Array, theirs: Int32Array): Int32Array => {
      const joined = new Int32Array(count);
      joined.set(own.subarray(0, before));
      joined.set(
        theirs.map((at) => at + from),
        before,
      );
      joined.set(
        own.subarray(after).map((at) => at + shift),
        before + theirs.length,
      );
      return joined;
    };
    const which = new Uint16Array(count);
    which.set(this.which.subarray(0, before));
    which.set(
      between.which.map((rule) => renumbered[rule]!),
      before,
    );
    which.set(this.which.subarray(after), before + between.which.length);
    return new Matches({
      starts: join(this.starts, between.starts),
      ends: join(this.ends, between.ends),
      which,
      rules,
    });
  }
}
