import { PROGRAM_HEADER } from "../../kernel/abi.ts";
import type { CompiledProgram, Program } from "../image/program.ts";

/**
 * A program that is another one with changes. What is changed lies behind the other's bytes, and words of the header
 * lead there; the other's bytes stay as they are, and shared.
 */
export class Extension {
  readonly base: CompiledProgram;
  readonly #header: DataView;
  readonly #words = new Map<number, number>();
  readonly #parts: (readonly [at: number, bytes: Uint8Array])[] = [];
  #size: number;

  constructor(base: CompiledProgram) {
    this.base = base;
    this.#header = new DataView(base.slice(0, PROGRAM_HEADER).buffer);
    this.#size = base.size;
  }

  /** A word of the header, as it is by now. */
  word(name: number): number {
    return this.#words.get(name) ?? this.#header.getUint32(name, true);
  }

  /** Makes a word of the header another one. */
  set(name: number, value: number): void {
    this.#words.set(name, value);
  }

  /** A copy of the base's bytes [at, at + length), with room for `more` of them. */
  copy(at: number, length: number, more = 0): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(length + more);
    bytes.set(this.base.slice(at, length));
    return bytes;
  }

  /** Puts `bytes` behind the others, which may still be written to; returns their address. */
  append(bytes: Uint8Array, alignment = 4): number {
    const at = Math.ceil(this.#size / alignment) * alignment;
    this.#parts.push([at, bytes]);
    this.#size = at + bytes.length;
    return at;
  }

  /** @param ruleIds Rule ids by their numbers */
  finish(ruleIds: readonly string[]): Program {
    const base = this.base;
    const words = [...this.#words];
    const parts = [...this.#parts];
    return {
      size: Math.ceil(this.#size / 16) * 16,
      ruleIds,
      load(space) {
        base.load(space.subarray(0, base.size));
        const view = new DataView(space.buffer, space.byteOffset, space.byteLength);
        for (const [name, value] of words) view.setUint32(name, value, true);
        for (const [at, bytes] of parts) space.set(bytes, at);
      },
    };
  }
}
