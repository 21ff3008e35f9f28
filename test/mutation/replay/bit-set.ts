/** A set of small numbers. */
export class BitSet {
  readonly #bytes: Uint8Array;

  private constructor(most: number) {
    this.#bytes = new Uint8Array((most >> 3) + 1);
  }

  static of(numbers: readonly number[], most: number): BitSet {
    const set = new BitSet(most);
    for (const number of numbers) set.#bytes[number >> 3]! |= 1 << (number & 7);
    return set;
  }

  has(number: number): boolean {
    return ((this.#bytes[number >> 3] ?? 0) & (1 << (number & 7))) !== 0;
  }
}
