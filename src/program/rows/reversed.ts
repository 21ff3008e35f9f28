import type { Node } from "../pattern/pattern-node.ts";

/** The node that matches the same texts backwards. */
export function reversed(node: Node): Node {
  switch (node.kind) {
    case "concat":
      return { kind: "concat", items: node.items.map(reversed).reverse() };
    case "alternate":
      return { kind: "alternate", items: node.items.map(reversed) };
    case "repeat":
      return { ...node, item: reversed(node.item) };
    default:
      return node;
  }
}
