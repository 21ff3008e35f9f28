// Packs bits, each by how probable it is: `src/kernel/unpack/decoder.ts` gives them back.
import { FIRST_RANGE, LEAST_RANGE, NUMBER_BITS, PROBABILITY_BITS } from "../../src/kernel/unpack/contexts.ts";
import { Model } from "./model.ts";

/** Takes bits, and what consists of bits. */
export abstract class Coder {
  protected readonly model: Model;

  constructor(model: Model = new Model()) {
    this.model = model;
  }

  /** @returns `bit` */
  bit(context: number, bit: boolean): boolean {
    this.#code(context, bit);
    this.model.note(context, Number(bit));
    return bit;
  }

  /** A number of any size, the smaller the shorter: how many bits it has, and these, the upper ones by each other. */
  number(context: number, value: number): void {
    if (value < 0) throw new RangeError(`program: ${value} cannot be packed`);
    const bits = 31 - Math.clz32(value + 1);
    for (let i = 0; i < bits; i++) this.#code(context + i, true);
    this.#code(context + bits, false);
    let number = 1;
    for (let i = bits - 1; i >= 0; i--) {
      const upper = number < 8 ? number : 0;
      const bit = (((value + 1) >> i) & 1) === 1;
      this.#code(context + NUMBER_BITS + bits * 8 + upper, bit);
      number = number * 2 + Number(bit);
    }
    this.model.note(context, value);
  }

  /** A number of `size` bits. */
  bits(context: number, value: number, size: number): void {
    let number = 1;
    for (let i = size - 1; i >= 0; i--) {
      const bit = ((value >> i) & 1) === 1;
      this.#code(context + number, bit);
      number = number * 2 + Number(bit);
    }
    this.model.note(context, value);
  }

  #code(context: number, bit: boolean): void {
    this.take(this.model.guess(context, bit), bit);
  }

  /** @param one The probability that it is a one */
  protected abstract take(one: number, bit: boolean): void;
}

export class Encoder extends Coder {
  readonly #out: number[] = [];
  #low = 0;
  #range: number = FIRST_RANGE;

  protected override take(one: number, bit: boolean): void {
    const bound = (this.#range >>> PROBABILITY_BITS) * one;
    if (bit) {
      this.#range = bound;
    } else {
      this.#add(bound);
      this.#range -= bound;
    }
    while (this.#range < LEAST_RANGE) {
      this.#range *= 256;
      this.#shift();
    }
  }

  /** How many bits it would take to go on with what `code` packs. */
  measure(code: (coder: Coder) => void): number {
    const measure = new Measure(this.model);
    this.model.try(() => {
      code(measure);
    });
    return measure.bitCount;
  }

  finish(): Uint8Array {
    for (let i = 0; i < 3; i++) this.#shift();
    return Uint8Array.from(this.#out);
  }

  #add(bound: number): void {
    this.#low += bound;
    let carry = this.#low >>> 24;
    this.#low &= 0xffffff;
    for (let i = this.#out.length - 1; carry > 0; i--) {
      carry += this.#out[i]!;
      this.#out[i] = carry & 255;
      carry >>>= 8;
    }
  }

  #shift(): void {
    this.#out.push(this.#low >>> 16);
    this.#low = (this.#low & 0xffff) << 8;
  }
}

class Measure extends Coder {
  bitCount = 0;

  protected override take(one: number, bit: boolean): void {
    const probability = one / (1 << PROBABILITY_BITS);
    this.bitCount -= Math.log2(bit ? probability : 1 - probability);
  }
}
