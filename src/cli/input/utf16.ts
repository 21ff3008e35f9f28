import type { Output, Wait } from "../output/output.ts";
import type { Intake } from "./intake.ts";
import { feed } from "./redacting.ts";

/** Which byte of a unit is the high one. */
export type ByteOrder = "le" | "be";

const SPACE_BYTES = 65_536;

/** The positions of a unit's low and high byte. */
const placesOf = (order: ByteOrder): readonly [low: number, high: number] =>
  order === "le" ? [0, 1] : [1, 0];

/**
 * Converts UTF-16 to UTF-8, chunk by chunk and without loss: a lone surrogate becomes three bytes, as if it were a
 * character (WTF-8), so that {@link Utf16Encoder} restores it.
 */
export class Utf16Decoder {
  readonly #low: number;
  readonly #high: number;
  /** The first byte of a unit whose second byte has not arrived. */
  #odd: number | undefined;
  /** A high surrogate whose other half has not arrived. */
  #pending = 0;

  constructor(order: ByteOrder) {
    [this.#low, this.#high] = placesOf(order);
  }

  decode(bytes: Uint8Array): Uint8Array {
    const odd = this.#odd;
    const units = odd === undefined ? bytes : Uint8Array.of(odd, ...bytes.subarray(0, 1));
    const out = new Utf8Writer(bytes.length * 2 + 8);
    if (odd !== undefined) {
      if (units.length < 2) return out.bytes();
      this.#unit(units[this.#low]! | (units[this.#high]! << 8), out);
    }
    let at = odd === undefined ? 0 : 1;
    const last = bytes.length - 1;
    for (; at < last; at += 2) this.#unit(bytes[at + this.#low]! | (bytes[at + this.#high]! << 8), out);
    this.#odd = at === last ? bytes[last] : undefined;
    return out.bytes();
  }

  /** The held text, and a last byte that is half a unit. */
  end(): { readonly text: Uint8Array; readonly odd: Uint8Array } {
    const out = new Utf8Writer(4);
    if (this.#pending !== 0) out.point(this.#pending);
    return { text: out.bytes(), odd: this.#odd === undefined ? new Uint8Array(0) : Uint8Array.of(this.#odd) };
  }

  #unit(unit: number, out: Utf8Writer): void {
    if (this.#pending !== 0) {
      const high = this.#pending;
      this.#pending = 0;
      if (isLow(unit)) {
        out.point(0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
        return;
      }
      out.point(high);
    }
    if (unit >= 0xd800 && unit < 0xdc00) this.#pending = unit;
    else out.point(unit);
  }
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

class Utf8Writer {
  readonly #bytes: Uint8Array;
  #end = 0;

  constructor(most: number) {
    this.#bytes = new Uint8Array(most);
  }

  point(point: number): void {
    if (point < 0x80) {
      this.#bytes[this.#end++] = point;
    } else if (point < 0x800) {
      this.#add(0xc0 | (point >> 6), point & 0x3f);
    } else if (point < 0x10000) {
      this.#add(0xe0 | (point >> 12), (point >> 6) & 0x3f, point & 0x3f);
    } else {
      this.#add(0xf0 | (point >> 18), (point >> 12) & 0x3f, (point >> 6) & 0x3f, point & 0x3f);
    }
  }

  #add(head: number, ...rest: readonly number[]): void {
    this.#bytes[this.#end++] = head;
    for (const bits of rest) this.#bytes[this.#end++] = 0x80 | bits;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#end);
  }
}

/** Converts UTF-8, cut anywhere, back to UTF-16. */
export class Utf16Encoder {
  readonly #low: number;
  readonly #high: number;
  #point = 0;
  /** The number of bytes of the character that are missing. */
  #missing = 0;

  constructor(order: ByteOrder) {
    [this.#low, this.#high] = placesOf(order);
  }

  encode(bytes: Uint8Array): Uint8Array {
    const out = new Uint8Array(bytes.length * 2 + 4);
    let end = 0;
    const unit = (value: number): void => {
      out[end + this.#low] = value & 0xff;
      out[end + this.#high] = value >> 8;
      end += 2;
    };
    for (const byte of bytes) {
      if (byte < 0x80) unit(byte);
      else if (byte < 0xc0) {
        this.#point = (this.#point << 6) | (byte & 0x3f);
        if (--this.#missing > 0) continue;
        if (this.#point < 0x10000) unit(this.#point);
        else {
          unit(0xd800 + ((this.#point - 0x10000) >> 10));
          unit(0xdc00 + (this.#point & 0x3ff));
        }
      } else {
        this.#missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
        this.#point = byte & (0x3f >> this.#missing);
      }
    }
    return out.subarray(0, end);
  }
}

/** Writes UTF-8 as UTF-16. */
export class Utf16Output implements Output {
  readonly #encoder: Utf16Encoder;
  readonly #output: Output;

  constructor(order: ByteOrder, output: Output) {
    this.#encoder = new Utf16Encoder(order);
    this.#output = output;
  }

  write(bytes: Uint8Array): Wait {
    return this.#output.write(this.#encoder.encode(bytes));
  }

  end(): Wait {
    return undefined;
  }
}

/** Takes UTF-16 and passes it on as UTF-8. A last half unit goes to `output` unchanged. */
export class Utf16Intake implements Intake {
  readonly #decoder: Utf16Decoder;
  readonly #inner: Intake;
  readonly #output: Output;
  readonly #space = new Uint8Array(SPACE_BYTES);

  constructor(order: ByteOrder, inner: Intake, output: Output) {
    this.#decoder = new Utf16Decoder(order);
    this.#inner = inner;
    this.#output = output;
  }

  space(): Uint8Array {
    return this.#space;
  }

  take(size: number): Wait {
    return feed(this.#inner, this.#decoder.decode(this.#space.subarray(0, size)));
  }

  async end(): Promise<void> {
    const { text, odd } = this.#decoder.end();
    await feed(this.#inner, text);
    await this.#inner.end();
    await this.#output.write(odd);
    await this.#output.end();
  }
}
