import type { SpanSink } from "../scanner/session.ts";
import type { Replacing } from "./replacing.ts";
import { UnitCursor } from "./unit-cursor.ts";

/** A part of the text that is to be replaced whatever is found in it. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The censor failed on it. */
  readonly isFailed?: boolean;
}

/**
 * Builds the redacted string out of pieces of the one that was scanned as UTF-8, so that what stays is
 * never decoded: not even lone surrogates change.
 */
export class StringSink implements SpanSink {
  readonly #text: string;
  readonly #replacing: Replacing;
  readonly #cursor: UnitCursor | undefined;
  #result = "";
  #kept = 0;
  /** Where in the result something is missing, as the censor failed on it. */
  readonly failures: number[] = [];
  readonly #cuts: readonly Cut[] | undefined;
  #nextCut = 0;

  /** @param cuts In order, none overlapping another. A match inside one is none; one around it takes it in. */
  constructor(text: string, isAscii: boolean, replacing: Replacing, cuts?: readonly Cut[]) {
    this.#text = text;
    this.#cuts = cuts;
    this.#cursor = isAscii ? undefined : new UnitCursor(text);
    this.#replacing = replacing;
  }

  keep(): void {}

  span(_memory: Uint8Array, start: number, end: number, rule: number, flags: number, shift: number): void {
    let from = this.#indexOf(start + shift);
    const to = this.#indexOf(end + shift);
    if (this.#cuts !== undefined) {
      this.#cutUpTo(from);
      from = Math.max(from, this.#kept);
      if (from >= to) return;
    }
    this.#result += this.#text.slice(this.#kept, from);
    this.#kept = to;
    try {
      this.#result += this.#replacing.piece(
        from,
        to,
        rule,
        flags,
        () => [...this.#text.slice(from, to)].length,
        () => this.#text.slice(from, to),
      );
    } catch {
      this.failures.push(this.#result.length);
    }
  }

  /** Makes the cuts that begin at `limit` or before it; one that a match has taken in is gone with it. */
  #cutUpTo(limit: number): void {
    for (let cut = this.#cuts![this.#nextCut]; cut !== undefined && cut.start <= limit; ) {
      if (cut.end > this.#kept) {
        this.#result += this.#text.slice(this.#kept, Math.max(cut.start, this.#kept)) + cut.text;
        if (cut.isFailed) this.failures.push(this.#result.length);
        this.#kept = cut.end;
      }
      cut = this.#cuts![++this.#nextCut];
    }
  }

  #indexOf(offset: number): number {
    return this.#cursor?.indexOf(offset) ?? offset;
  }

  finish(): string {
    if (this.#cuts !== undefined) this.#cutUpTo(this.#text.length);
    return this.#result + this.#text.slice(this.#kept);
  }
}
