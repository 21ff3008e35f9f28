import { NODE_SIZE } from "../../kernel/abi.ts";
import { childBit, type NameSink } from "../image/trie.ts";

/** So many nodes have numbers. */
const MAX_NODES = 0x10000;

/** A trie as a program has it, to which words are added. A node's children lie side by side, so they move where one comes. */
export class TrieExtension implements NameSink {
  #bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;
  #count: number;

  /** @param nodes The nodes' bytes, which are changed */
  constructor(nodes: Uint8Array<ArrayBuffer>) {
    this.#bytes = nodes;
    this.#view = new DataView(nodes.buffer);
    this.#count = nodes.length / NODE_SIZE;
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#count * NODE_SIZE);
  }

  /**
   * Returns the word's node.
   *
   * @throws RangeError where there are more nodes than numbers for them
   */
  add(word: string, place: 0 | 1 | 2, value: number): number {
    let node = 0;
    for (const c of word) {
      const bit = childBit(c.charCodeAt(0));
      node = this.#child(node, bit) ?? this.#insert(node, bit);
    }
    this.set(node, place, value);
    return node;
  }

  set(node: number, place: 0 | 1 | 2, value: number): void {
    this.#view.setUint16(node * NODE_SIZE + 10 + place * 2, value, true);
  }

  has(node: number, place: 0 | 1 | 2): boolean {
    return this.#view.getUint16(node * NODE_SIZE + 10 + place * 2, true) !== 0;
  }

  /** What the whole of `word` has at `place`, and forgets it if it is `value`. Returns whether it was. */
  remove(word: string, place: 0 | 1 | 2, value: number): boolean {
    let node: number | undefined = 0;
    for (const c of word) {
      node = this.#child(node, childBit(c.charCodeAt(0)));
      if (node === undefined) return false;
    }
    const at = node * NODE_SIZE + 10 + place * 2;
    if (this.#view.getUint16(at, true) !== value) return false;
    this.#view.setUint16(at, 0, true);
    return true;
  }

  #child(node: number, bit: number): number | undefined {
    const at = node * NODE_SIZE;
    if ((this.#bytes[at + (bit >> 3)]! & (1 << (bit & 7))) === 0) return undefined;
    return this.#view.getUint16(at + 8, true) + this.#before(node, bit);
  }

  /** How many children the node has before the one of `bit`. */
  #before(node: number, bit: number): number {
    const at = node * NODE_SIZE;
    const [low, high] = [this.#view.getUint32(at, true), this.#view.getUint32(at + 4, true)];
    if (bit < 32) return countOnes(low & ((1 << bit) - 1));
    return countOnes(low) + countOnes(bit === 64 ? high : high & ((1 << (bit - 32)) - 1));
  }

  #insert(node: number, bit: number): number {
    const at = node * NODE_SIZE;
    const [before, all] = [this.#before(node, bit), this.#before(node, 64)];
    const from = this.#view.getUint16(at + 8, true) * NODE_SIZE;
    const first = this.#count;
    this.#reserve(all + 1);
    const middle = before * NODE_SIZE;
    this.#bytes.copyWithin(first * NODE_SIZE, from, from + middle);
    this.#bytes.copyWithin((first + before + 1) * NODE_SIZE, from + middle, from + all * NODE_SIZE);
    this.#bytes[at + (bit >> 3)]! |= 1 << (bit & 7);
    this.#view.setUint16(at + 8, first, true);
    return first + before;
  }

  #reserve(nodes: number): void {
    this.#count += nodes;
    if (this.#count > MAX_NODES) throw new RangeError("too many names");
    if (this.#count * NODE_SIZE <= this.#bytes.length) return;
    const bytes = new Uint8Array(Math.min(2 * this.#bytes.length, MAX_NODES * NODE_SIZE));
    bytes.set(this.#bytes);
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer);
  }
}

/** How many bits of a word are 1. */
function countOnes(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
