import type { SpanSink } from "../scanner/session.ts";
import type { Replacing } from "./replacing.ts";

/**
 * Builds the redacted string out of pieces of the one that was scanned as UTF-8, so that what stays is
 * never decoded: not even lone surrogates change.
 */
export class StringSink implements SpanSink {
  readonly #text: string;
  readonly #replacing: Replacing;
  readonly #isAscii: boolean;
  #result = "";
  /** UTF-16 index and byte offset of the same place; spans come in order, so it only goes forward. */
  #index = 0;
  #offset = 0;
  #kept = 0;

  constructor(text: string, isAscii: boolean, replacing: Replacing) {
    this.#text = text;
    this.#isAscii = isAscii;
    this.#replacing = replacing;
  }

  keep(): void {}

  span(_memory: Uint8Array, start: number, end: number, rule: number, flags: number, shift: number): void {
    const from = this.#indexOf(start + shift);
    const to = this.#indexOf(end + shift);
    this.#result += this.#text.slice(this.#kept, from);
    this.#result += this.#replacing.piece(
      from,
      to,
      rule,
      flags,
      () => [...this.#text.slice(from, to)].length,
      () => this.#text.slice(from, to),
    );
    this.#kept = to;
  }

  #indexOf(offset: number): number {
    if (this.#isAscii) return offset;
    while (this.#offset < offset) {
      const unit = this.#text.charCodeAt(this.#index);
      const isPair =
        unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(this.#text.charCodeAt(this.#index + 1));
      this.#offset += unit < 0x80 ? 1 : unit < 0x800 ? 2 : isPair ? 4 : 3;
      this.#index += isPair ? 2 : 1;
    }
    return this.#index;
  }

  finish(): string {
    return this.#result + this.#text.slice(this.#kept);
  }
}

export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
