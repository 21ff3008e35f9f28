import { MatchSink } from "../redaction/match-sink.ts";
import type { Replacing } from "../redaction/replacing.ts";
import type { Scanner } from "../scanner/scanner.ts";
import { scanString } from "../scanner/text-scan.ts";
import { noWatch, type Watching } from "../scanner/watch.ts";
import { Glance } from "./glance.ts";
import { quoted } from "./json-text.ts";
import { type Leaf, STAND_IN } from "./layout.ts";
import type { Change, LeafRedactor } from "./leaf-redactor.ts";
import { LeafSink } from "./leaf-sink.ts";

/** Answers about names are kept, up to so many. */
const NAMES_MOST = 10_000;

/** A value's JSON is scanned as any text; so a value and its JSON are redacted alike. */
export class LeafScan implements LeafRedactor {
  readonly #scanner: () => Scanner;
  readonly #replacing: () => Replacing;
  readonly redactBytes: (bytes: Uint8Array) => Uint8Array;
  readonly #watching: Watching;
  /** Counts what of a value's JSON was scanned. */
  readonly #counts: { bytes: number };
  readonly #sensitive: Map<string, boolean> = new Map();
  #glance: Glance | undefined;

  constructor(
    scanner: () => Scanner,
    replacing: () => Replacing,
    redactBytes: (bytes: Uint8Array) => Uint8Array,
    watching: Watching = noWatch,
    counts: { bytes: number } = { bytes: 0 },
  ) {
    this.#counts = counts;
    this.#watching = watching;
    this.#scanner = scanner;
    this.#replacing = replacing;
    this.redactBytes = redactBytes;
  }

  redactLeaves(json: string, leaves: readonly Leaf[]): readonly Change[] | undefined {
    this.#counts.bytes += json.length;
    const newSink = (text: string, isAscii: boolean) =>
      new LeafSink(text, isAscii, leaves, this.#replacing());
    return scanString(this.#scanner(), json, newSink, this.#watching())?.finish();
  }

  isClean(value: object, without?: ReadonlySet<symbol>): boolean {
    const glance = this.#glanceNow();
    return glance.isClean(value, this.#watching(), without) && this.#count(glance);
  }

  isCleanText(text: string): boolean {
    const glance = this.#glanceNow();
    return glance.isCleanText(text, this.#watching()) && this.#count(glance);
  }

  #glanceNow(): Glance {
    const scanner = this.#scanner();
    if (this.#glance?.scanner !== scanner) this.#glance = new Glance(scanner, this.#sensitive);
    return this.#glance;
  }

  #count({ size }: Glance): true {
    this.#counts.bytes += size;
    return true;
  }

  isSensitive(name: string): boolean {
    const known = this.#sensitive.get(name);
    if (known !== undefined) return known;
    const start = quoted(name).length;
    const sink = scanString(this.#scanner(), `{${quoted(name)}:{"qq":"${STAND_IN}"}}`, () => new MatchSink());
    const isSensitive = sink?.matches.some(({ end }) => end > start + 2) ?? false;
    if (this.#sensitive.size >= NAMES_MOST) this.#sensitive.clear();
    this.#sensitive.set(name, isSensitive);
    return isSensitive;
  }
}
