import { REDACTED } from "../redaction/censors.ts";
import { MatchSink } from "../redaction/match-sink.ts";
import type { Replacing } from "../redaction/replacing.ts";
import { StringSink } from "../redaction/string-sink.ts";
import { scanBytes } from "../scanner/haystack-scan.ts";
import type { Scanner } from "../scanner/scanner.ts";
import type { SpanSink } from "../scanner/session.ts";
import type { Leaf, LeafRedactor } from "./leaf.ts";

/** Bytes that UTF-8 never has: the kernel reads them as quotes around a value, whatever it holds. */
const OPEN = 0xfe;
const CLOSE = 0xff;
const NEWLINE = 0x0a;

/** Answers about names are kept, up to so many. */
const NAMES_MOST = 10_000;

const PROBE = "probe=0123456789abcdefghij";

const encoder = new TextEncoder();

/** Where a leaf lies in the haystack of all leaves. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * The strings of a value as one haystack, each behind its name in the notation `name<FE>text<FF>`, so
 * that one scan sees them all and key rules work as in text.
 */
export class LeafScan implements LeafRedactor {
  readonly #scanner: () => Scanner;
  readonly #replacing: () => Replacing;
  readonly redactBytes: (bytes: Uint8Array) => Uint8Array;
  readonly #sensitive: Map<string, boolean> = new Map();
  #haystack: Uint8Array<ArrayBuffer> = new Uint8Array(4096);

  constructor(
    scanner: () => Scanner,
    replacing: () => Replacing,
    redactBytes: (bytes: Uint8Array) => Uint8Array,
  ) {
    this.#scanner = scanner;
    this.#replacing = replacing;
    this.redactBytes = redactBytes;
  }

  redactLeaves(leaves: readonly Leaf[]): readonly string[] {
    const places: Place[] = [];
    let length = 0;
    for (const leaf of leaves) {
      this.#reserve(length + 3 * ((leaf.key?.length ?? 0) + leaf.text.length) + 8);
      length = this.#lay(leaf, length, places);
    }
    const sink = new LeafSink(leaves, places, this.#replacing);
    scanBytes(this.#scanner(), this.#haystack.subarray(0, length), () => sink);
    return sink.finish();
  }

  #lay({ key, text }: Leaf, at: number, places: Place[]): number {
    const haystack = this.#haystack;
    haystack[at++] = CLOSE;
    haystack[at++] = NEWLINE;
    if (key !== undefined) {
      at += encoder.encodeInto(key, haystack.subarray(at)).written;
      haystack[at++] = OPEN;
    }
    const start = at;
    at += encoder.encodeInto(text, haystack.subarray(at)).written;
    places.push({ start, end: at });
    haystack[at++] = CLOSE;
    haystack[at++] = NEWLINE;
    return at;
  }

  #reserve(size: number): void {
    if (size <= this.#haystack.length) return;
    const grown = new Uint8Array(Math.max(size, this.#haystack.length * 2));
    grown.set(this.#haystack);
    this.#haystack = grown;
  }

  isSensitive(key: string): boolean {
    const known = this.#sensitive.get(key);
    if (known !== undefined) return known;
    const places: Place[] = [];
    this.#reserve(3 * (key.length + PROBE.length) + 8);
    const length = this.#lay({ key, text: PROBE }, 0, places);
    const sink = scanBytes(this.#scanner(), this.#haystack.subarray(0, length), () => new MatchSink());
    const isSensitive = (sink?.matches ?? []).some(({ start }) => start >= places[0]!.start);
    if (this.#sensitive.size >= NAMES_MOST) this.#sensitive.clear();
    this.#sensitive.set(key, isSensitive);
    return isSensitive;
  }

  replacement(): string {
    return REDACTED;
  }
}

/** Hands each span to the leaf it lies in. */
class LeafSink implements SpanSink {
  readonly #leaves: readonly Leaf[];
  readonly #places: readonly Place[];
  readonly #replacing: () => Replacing;
  readonly #sinks: Map<number, StringSink> = new Map();
  #leaf = 0;

  constructor(leaves: readonly Leaf[], places: readonly Place[], replacing: () => Replacing) {
    this.#leaves = leaves;
    this.#places = places;
    this.#replacing = replacing;
  }

  keep(): void {}

  span(memory: Uint8Array, start: number, end: number, rule: number, flags: number, shift: number): void {
    const from = start + shift;
    while (this.#leaf < this.#places.length && this.#places[this.#leaf]!.end < from) this.#leaf++;
    const place = this.#places[this.#leaf];
    if (place === undefined || from < place.start) return;
    const to = Math.min(end + shift, place.end);
    let sink = this.#sinks.get(this.#leaf);
    if (sink === undefined) {
      const { text } = this.#leaves[this.#leaf]!;
      sink = new StringSink(text, place.end - place.start === text.length, this.#replacing());
      this.#sinks.set(this.#leaf, sink);
    }
    sink.span(memory, from - place.start, to - place.start, rule, flags, 0);
  }

  finish(): readonly string[] {
    if (this.#sinks.size === 0) return this.#leaves.map(({ text }) => text);
    return this.#leaves.map(({ text }, index) => this.#sinks.get(index)?.finish() ?? text);
  }
}
