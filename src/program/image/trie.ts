import { NODE_SIZE } from "../../kernel/abi.ts";
import type { ByteWriter } from "../byte-writer.ts";

interface TrieNode {
  readonly children: Map<number, TrieNode>;
  readonly values: [number, number, number];
}

/** Takes words with their values; later ones win over the same earlier ones. */
export interface NameSink {
  /** @param place Which of a node's three values it is */
  add(word: string, place: 0 | 1 | 2, value: number): void;
}

/** Words with values, as the kernel walks them: see `src/kernel/names/name-trie.ts`. */
export class Trie implements NameSink {
  readonly #root: TrieNode = { children: new Map(), values: [0, 0, 0] };

  add(word: string, place: 0 | 1 | 2, value: number): void {
    let node = this.#root;
    for (const c of word) {
      const byte = c.charCodeAt(0);
      let next = node.children.get(byte);
      if (next === undefined) {
        next = { children: new Map(), values: [0, 0, 0] };
        node.children.set(byte, next);
      }
      node = next;
    }
    node.values[place] = value;
  }

  /** Of what was written, in nodes. */
  size = 0;

  /** Nodes one level after another: the children of a node lie side by side, sorted by their bits. */
  write(writer: ByteWriter): number {
    const nodes = [{ node: this.#root, child: 0 }];
    for (const parent of nodes) {
      parent.child = nodes.length;
      const children = [...parent.node.children].sort(([a], [b]) => childBit(a) - childBit(b));
      for (const [, node] of children) nodes.push({ node, child: 0 });
    }
    this.size = nodes.length;
    const start = writer.reserve(nodes.length * NODE_SIZE, 8);
    writer.tell(start, "trie");
    nodes.forEach(({ node, child }, i) => {
      const at = start + i * NODE_SIZE;
      for (const byte of node.children.keys()) {
        const bit = childBit(byte);
        writer.u8(at + (bit >> 3), writer.at(at + (bit >> 3)) | (1 << (bit & 7)));
      }
      writer.u16(at + 8, child);
      node.values.forEach((value, place) => {
        writer.u16(at + 10 + place * 2, value);
      });
    });
    return start;
  }
}

/** Which bit of a node stands for a character, a lower-case letter if it is one: as `child` in the kernel. */
export function childBit(byte: number): number {
  return ((byte >> 1) & 32) | (byte & 31);
}
