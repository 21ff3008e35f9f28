/** Goes through a string and its UTF-8 side by side. */
export class UnitCursor {
  readonly #text: string;
  #index = 0;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The UTF-16 index of a byte offset; offsets come in order. */
  indexOf(offset: number): number {
    while (this.#offset < offset) {
      const unit = this.#text.charCodeAt(this.#index);
      const isPair =
        unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(this.#text.charCodeAt(this.#index + 1));
      this.#offset += unit < 0x80 ? 1 : unit < 0x800 ? 2 : isPair ? 4 : 3;
      this.#index += isPair ? 2 : 1;
    }
    return this.#index;
  }
}

export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
