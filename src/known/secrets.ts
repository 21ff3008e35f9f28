import type { Scanner } from "../scanner/scanner.ts";
import type { SpanSink } from "../scanner/span-sink.ts";
import type { Cursor, Watch } from "../scanner/watch.ts";
import { refusalOf, trimmed } from "./checked-secret.ts";
import { KnownValues } from "./known-values.ts";
import type { LearntValues } from "./learnt-values.ts";
import type { KnownSpan, ValueFinder } from "./merged-spans.ts";
import { scanHaystack, scanWatched } from "./watched-scan.ts";

/**
 * Values that are replaced wherever they appear. Nothing of them is shown by any of its methods.
 *
 * @example
 * const addTo = (secrets: Secrets, value: string) => secrets.add(value);
 */
export interface Secrets {
  /**
   * Adds values, from the next text on; those that are there already stay.
   *
   * @param values Each of 8 characters or more that do not read like a word
   * @throws RedactorConfigError for a value that is too short or reads like a word, by its place in the list; then none is added
   */
  add(...values: readonly string[]): void;
  /** Takes values out. Those that are not there are ignored. */
  remove(...values: readonly string[]): void;
  /** How many there are. */
  readonly size: number;
}

const stores = new WeakMap<Secrets, KnownValues>();

/**
 * Makes a set of secrets.
 *
 * @param refuse Throws for what cannot be looked for; what it gets shows nothing of the value
 */
export function createSecrets(values: readonly string[], refuse: (message: string) => never): Secrets {
  const known = new KnownValues();
  const secrets: Secrets = {
    add(...values) {
      for (const [i, value] of values.entries()) {
        const refusal = refusalOf(value);
        if (refusal !== undefined) refuse(`secrets[${i}] ${refusal}`);
      }
      known.add(values.map(trimmed));
    },
    remove(...values) {
      for (const value of values) if (typeof value === "string") known.remove(trimmed(value));
    },
    get size() {
      return known.size;
    },
  };
  stores.set(secrets, known);
  secrets.add(...values);
  return secrets;
}

/** Whether it is what {@link createSecrets} returns. */
export function isSecrets(value: unknown): value is Secrets {
  return typeof value === "object" && value !== null && stores.has(value as Secrets);
}

/** What a redactor needs to know of what it counts. */
export interface WatchRules {
  readonly known: number;
  readonly learnt: number;
  /** The rules whose matches are learnt. */
  isNamed(rule: number): boolean;
  /** A secret as it was before any notation escaped it. */
  plain(written: string): string;
}

const decoder = new TextDecoder();
const NOTHING: readonly KnownSpan[] = [];

/** Looks for secrets and for what was learnt. */
export class ValueWatch implements Watch, ValueFinder {
  readonly learns: boolean;
  readonly #known: KnownValues;
  readonly #learnt: LearntValues | undefined;
  readonly #rules: WatchRules;
  #found: readonly KnownSpan[] = NOTHING;

  constructor(secrets: Secrets, rules: WatchRules, learnt?: LearntValues) {
    this.#known = stores.get(secrets)!;
    this.#learnt = learnt;
    this.#rules = rules;
    this.learns = learnt !== undefined;
  }

  /** Whether there is anything to look for, or to learn. */
  get isAwake(): boolean {
    return this.learns || this.#known.size > 0;
  }

  look(memory: Uint8Array, begin: number, from: number, limit: number, final: boolean): number {
    const { known, learnt } = this.#rules;
    this.#found = NOTHING;
    const held = this.#lookFor(this.#known, known, memory, begin, from, limit, final);
    if (this.#learnt === undefined) return held;
    this.#learnt.expire();
    return Math.min(held, this.#lookFor(this.#learnt.values, learnt, memory, begin, from, limit, final));
  }

  #lookFor(
    values: KnownValues,
    rule: number,
    memory: Uint8Array,
    begin: number,
    from: number,
    limit: number,
    final: boolean,
  ): number {
    if (values.size === 0) return limit;
    const held = values.look(memory, begin, from, limit, final);
    if (values.count > 0)
      this.#found = merged(this.#found, spansOf(values, rule, rule === this.#rules.learnt));
    return held;
  }

  get found(): readonly KnownSpan[] {
    return this.#found;
  }

  isClean(scanner: Scanner, length: number): boolean {
    const { memory, base } = scanner;
    this.look(memory, base, base, base + length, true);
    return this.#found.length === 0;
  }

  scanHaystack<S extends SpanSink>(scanner: Scanner, length: number, sinkFor: () => S): S | undefined {
    return scanHaystack(scanner, length, this, sinkFor);
  }

  advance(
    scanner: Scanner,
    start: Cursor,
    limit: number,
    final: boolean,
    sink: SpanSink,
    shift: number,
  ): Cursor {
    return scanWatched(scanner, this, start, limit, final, sink, shift);
  }

  learn(rule: number, value: Uint8Array): boolean {
    if (this.#learnt === undefined || !this.#rules.isNamed(rule)) return false;
    const plain = this.#rules.plain(decoder.decode(value));
    return !this.#known.has(plain) && this.#learnt.learn(plain);
  }

  /** The value that a text is a form of; undefined: of none. */
  valueOf(text: string): string | undefined {
    return this.#known.valueOf(text) ?? this.#learnt?.values.valueOf(text);
  }
}

function spansOf(values: KnownValues, rule: number, yields: boolean): KnownSpan[] {
  return Array.from({ length: values.count }, (_, i) => ({
    start: values.start(i),
    end: values.end(i),
    rule,
    yields,
  }));
}

/** Both in order, what overlaps as one, under the rule of what begins first. */
function merged(one: readonly KnownSpan[], other: readonly KnownSpan[]): readonly KnownSpan[] {
  if (one.length === 0) return other;
  const all: (KnownSpan & { end: number })[] = [];
  for (const span of [...one, ...other].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end);
    else all.push({ ...span });
  }
  return all;
}
