import { SPAN_FIRST, SPAN_GAVE_UP, SPAN_LAST } from "../kernel/abi.ts";
import type { SpanSink } from "../scanner/session.ts";

/** A match in bytes. */
export interface ByteMatch {
  readonly rule: number;
  readonly start: number;
  end: number;
}

/** Only lists what was found. */
export class MatchSink implements SpanSink {
  readonly matches: ByteMatch[] = [];
  #isOpen = false;

  keep(): void {}

  span(_memory: Uint8Array, start: number, end: number, rule: number, flags: number, shift: number): void {
    if (flags & SPAN_GAVE_UP) return;
    const last = this.matches.at(-1);
    if (this.#isOpen && last !== undefined && (flags & SPAN_FIRST) === 0) last.end = end + shift;
    else this.matches.push({ rule, start: start + shift, end: end + shift });
    this.#isOpen = (flags & SPAN_LAST) === 0;
  }
}
