import { type ByteMatch, MatchSink } from "../redaction/match-sink.ts";
import { type Replacing, SECRET_MOST } from "../redaction/replacing.ts";
import { StringSink } from "../redaction/string-sink.ts";
import { drainHaystack, scanBytes, startHaystack } from "../scanner/haystack-scan.ts";
import type { Scanner } from "../scanner/scanner.ts";
import type { SpanSink } from "../scanner/session.ts";
import { Glance } from "./glance.ts";
import { lay, sizeMost } from "./haystack.ts";
import type { Leaf, LeafRedactor } from "./leaf.ts";

/** Answers about names are kept, up to so many. */
const NAMES_MOST = 10_000;

const TOKEN = "0123456789abcdefghij";

const encoder = new TextEncoder();

/**
 * The strings of a value as one haystack, each behind its name in the notation `name<FE>text<FF>`, so
 * that one scan sees them all and key rules work as in text.
 */
export class LeafScan implements LeafRedactor {
  readonly #scanner: () => Scanner;
  readonly #replacing: () => Replacing;
  readonly redactBytes: (bytes: Uint8Array) => Uint8Array;
  readonly #sensitive: Map<string, boolean> = new Map();
  #glance: Glance | undefined;
  /** The rule of each name that is sensitive. */
  readonly #rules: Map<string, number> = new Map();
  readonly #pairs: Map<string, boolean> = new Map();
  readonly #staying: Map<string, boolean> = new Map();
  /** Start and end of each leaf in the haystack; used again by the next call. */
  readonly #places: number[] = [];

  constructor(
    scanner: () => Scanner,
    replacing: () => Replacing,
    redactBytes: (bytes: Uint8Array) => Uint8Array,
  ) {
    this.#scanner = scanner;
    this.#replacing = replacing;
    this.redactBytes = redactBytes;
  }

  redactLeaves(leaves: readonly Leaf[]): readonly string[] | undefined {
    const scanner = this.#scanner();
    let most = 0;
    for (const { key, text } of leaves) most += sizeMost(key, text);
    // Straight into the kernel's memory, where it fits.
    const fits = most <= scanner.capacity;
    const bytes = fits ? scanner.haystack : new Uint8Array(most);
    const places = this.#places;
    let length = 0;
    for (let i = 0; i < leaves.length; i++) {
      const { key, text, inPair } = leaves[i]!;
      length = lay(bytes, key, text, length, places, i, inPair);
    }
    if (!fits) {
      const newSink = () => new LeafSink(leaves, places.slice(0, 2 * leaves.length), this.#replacing);
      return scanBytes(scanner, bytes.subarray(0, length), newSink, true)?.finish();
    }
    const count = startHaystack(scanner, length, true);
    if (count === 0) return undefined;
    const sink = new LeafSink(leaves, places.slice(0, 2 * leaves.length), this.#replacing);
    return drainHaystack(scanner, length, count, sink, true).finish();
  }

  isClean(value: object): boolean {
    const scanner = this.#scanner();
    let glance = this.#glance;
    if (glance?.scanner !== scanner) glance = this.#glance = new Glance(scanner, this.#sensitive);
    return glance.isClean(value);
  }

  isSensitive(key: string): boolean {
    const known = this.#sensitive.get(key);
    if (known !== undefined) return known;
    const match = this.#probe(key, `probe=${TOKEN}`);
    if (this.#sensitive.size >= NAMES_MOST) {
      this.#sensitive.clear();
      this.#rules.clear();
      this.#pairs.clear();
      this.#staying.clear();
    }
    this.#sensitive.set(key, match !== undefined);
    if (match !== undefined) this.#rules.set(key, match.rule);
    return match !== undefined;
  }

  stays(key: string, name: string): boolean {
    const pair = JSON.stringify([key, name]);
    let known = this.#staying.get(pair);
    if (known === undefined) {
      // The kernel alone knows such names: it takes the second member, and whether it takes the first is the question.
      const text = `{${JSON.stringify(key)}:{${JSON.stringify(name)}:"${TOKEN}","qq":"${TOKEN}"}}`;
      const sink = scanBytes(this.#scanner(), encoder.encode(text), () => new MatchSink());
      known =
        sink?.matches.length === 1 && sink.matches[0]!.end === encoder.encode(text).length - '"}}'.length;
      if (this.#staying.size >= NAMES_MOST) this.#staying.clear();
      this.#staying.set(pair, known);
    }
    return known;
  }

  takesPairs(key: string): boolean {
    let known = this.#pairs.get(key);
    if (known === undefined) {
      known = this.isSensitive(key) && this.#probe(key, TOKEN) === undefined;
      this.#pairs.set(key, known);
    }
    return known;
  }

  /** What is found in `text` under the name. */
  #probe(key: string, text: string): ByteMatch | undefined {
    const bytes = new Uint8Array(sizeMost(key, text));
    const places: number[] = [];
    const length = lay(bytes, key, text, 0, places, 0);
    const sink = scanBytes(this.#scanner(), bytes.subarray(0, length), () => new MatchSink(), true);
    return sink?.matches.find(({ start }) => start >= places[0]!);
  }

  replacement(key: string, value: unknown): string {
    if (!this.isSensitive(key)) throw new Error("name without a rule");
    return this.#replacing().whole(this.#rules.get(key)!, textOf(value));
  }
}

/** A value as its text would show it; nothing of the value's own class is called. */
function textOf(value: unknown): string {
  if (typeof value !== "object") return String(value);
  if (value instanceof Date)
    return Number.isNaN(Date.prototype.getTime.call(value)) ? "" : Date.prototype.toISOString.call(value);
  if (value instanceof Uint8Array) return new TextDecoder().decode(value.subarray(0, SECRET_MOST + 1));
  return "object";
}

/** Hands each span to the leaf it lies in. */
class LeafSink implements SpanSink {
  readonly #leaves: readonly Leaf[];
  /** Start and end of each leaf. */
  readonly #places: readonly number[];
  readonly #replacing: () => Replacing;
  readonly #sinks: Map<number, StringSink> = new Map();
  #leaf = 0;

  constructor(leaves: readonly Leaf[], places: readonly number[], replacing: () => Replacing) {
    this.#leaves = leaves;
    this.#places = places;
    this.#replacing = replacing;
  }

  keep(): void {}

  span(memory: Uint8Array, start: number, end: number, rule: number, flags: number, shift: number): void {
    const from = start + shift;
    while (this.#leaf < this.#leaves.length && this.#places[2 * this.#leaf + 1]! < from) this.#leaf++;
    if (this.#leaf === this.#leaves.length) return;
    const placeStart = this.#places[2 * this.#leaf]!;
    const placeEnd = this.#places[2 * this.#leaf + 1]!;
    if (from < placeStart) return;
    const to = Math.min(end + shift, placeEnd);
    let sink = this.#sinks.get(this.#leaf);
    if (sink === undefined) {
      const { text } = this.#leaves[this.#leaf]!;
      sink = new StringSink(text, placeEnd - placeStart === text.length, this.#replacing());
      this.#sinks.set(this.#leaf, sink);
    }
    sink.span(memory, from - placeStart, to - placeStart, rule, flags, 0);
  }

  finish(): readonly string[] {
    return this.#leaves.map(({ text }, index) => this.#sinks.get(index)?.finish() ?? text);
  }
}
