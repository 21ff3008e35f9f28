import { NODE_SIZE, TRIE_NODES } from "../kernel/abi.ts";
import type { ByteWriter } from "./byte-writer.ts";

interface TrieNode {
  readonly children: Map<number, TrieNode>;
  readonly values: [number, number, number];
}

/** Words with values, as the kernel walks them: see `src/kernel/name.ts`. */
export class Trie {
  readonly #root: TrieNode = { children: new Map(), values: [0, 0, 0] };

  /** Later words win over the same earlier ones. */
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

  write(writer: ByteWriter): number {
    const nodes: { node: TrieNode; byte: number; sibling: number; child: number }[] = [
      { node: this.#root, byte: 0, sibling: 0, child: 0 },
    ];
    for (let i = 0; i < nodes.length; i++) {
      let previous: (typeof nodes)[number] | undefined;
      for (const [byte, node] of nodes[i]!.node.children) {
        if (previous === undefined) nodes[i]!.child = nodes.length;
        else previous.sibling = nodes.length;
        previous = { node, byte, sibling: 0, child: 0 };
        nodes.push(previous);
      }
    }
    const start = writer.reserve(TRIE_NODES + nodes.length * NODE_SIZE);
    for (const [index, { byte }] of nodes.entries()) {
      if (index > 0 && index <= this.#root.children.size) writer.u16(start + byte * 2, index);
    }
    nodes.forEach(({ node, byte, sibling, child }, i) => {
      const at = start + TRIE_NODES + i * NODE_SIZE;
      writer.u16(at, child);
      writer.u16(at + 2, sibling);
      writer.u8(at + 4, byte);
      node.values.forEach((value, place) => {
        writer.u16(at + 6 + place * 2, value);
      });
    });
    return start;
  }
}
