import type { Output, Wait } from "./output.ts";

const NEWLINE = 0x0a;

/** A longer line is written before its end, as with stdio's line buffer: the capacity of a pipe. */
const MOST_BYTES = 65_536;

/** Writes whole lines, so that several programs can write to the same place without mixing lines. */
export class LineOutput implements Output {
  readonly #output: Output;
  /** The start of a line. */
  readonly #bytes: Uint8Array = new Uint8Array(MOST_BYTES);
  #length = 0;

  constructor(output: Output) {
    this.#output = output;
  }

  write(bytes: Uint8Array): Wait {
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    const isLong = (end === 0 ? this.#length : 0) + bytes.length - end > MOST_BYTES;
    const now = isLong ? bytes : bytes.subarray(0, end);
    const whole = now.length > 0 ? this.#takeWith(now) : undefined;
    this.#bytes.set(bytes.subarray(now.length), this.#length);
    this.#length += bytes.length - now.length;
    return whole === undefined ? undefined : this.#output.write(whole);
  }

  end(): Wait {
    const wait = this.#length === 0 ? undefined : this.#output.write(this.#takeWith(new Uint8Array(0)));
    return wait === undefined ? this.#output.end() : wait.then(() => this.#output.end());
  }

  #takeWith(bytes: Uint8Array): Uint8Array {
    if (this.#length === 0) return bytes;
    const whole = new Uint8Array(this.#length + bytes.length);
    whole.set(this.#bytes.subarray(0, this.#length));
    whole.set(bytes, this.#length);
    this.#length = 0;
    return whole;
  }
}
