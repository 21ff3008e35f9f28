import type { Keeping } from "./keeping.ts";

/** A longer line is not read as a record: it goes as a whole. */
export const RECORD_MOST: number = 2 ** 20;

const NEWLINE = 0x0a;
const NOTHING = new Uint8Array(0);

/** Lines of a stream, each of which is a record or goes; what has no end yet waits for it. */
export class RecordLines {
  readonly #keeping: Keeping;
  #pending: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;
  /** Whether the line is too long. */
  #isSkipping = false;

  constructor(keeping: Keeping) {
    this.#keeping = keeping;
  }

  /** Takes the next bytes; returns the records that are whole by now. */
  push(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    const out = end === 0 ? NOTHING : this.#take(bytes.subarray(0, end));
    this.#hold(bytes.slice(end));
    return out;
  }

  /** The last line, which has no end. */
  end(): Uint8Array<ArrayBuffer> {
    return this.#size === 0 && !this.#isSkipping ? NOTHING : this.#take(NOTHING);
  }

  #hold(rest: Uint8Array<ArrayBuffer>): void {
    if (rest.length === 0) return;
    this.#pending.push(rest);
    this.#size += rest.length;
    if (this.#size <= RECORD_MOST) return;
    this.#pending = [];
    this.#size = 0;
    this.#isSkipping = true;
  }

  #take(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const whole = joined([...this.#pending, bytes]);
    const wasSkipping = this.#isSkipping;
    this.#pending = [];
    this.#size = 0;
    this.#isSkipping = false;
    let text = "";
    for (let start = 0; start < whole.length || (start === 0 && wasSkipping); ) {
      const newline = whole.indexOf(NEWLINE, start);
      const end = newline < 0 ? whole.length : newline;
      const isTooLong = end - start > RECORD_MOST || (start === 0 && wasSkipping);
      text += isTooLong
        ? this.#keeping.gone(end - start)
        : this.#keeping.ofText(decode(whole.subarray(start, end)));
      if (newline < 0) break;
      text += "\n";
      start = newline + 1;
    }
    return new TextEncoder().encode(text);
  }
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
