import { type ByteSet, union } from "./byte-set.ts";

/** `string-start` and `string-end` are those of a line or of a string in one; no pattern says so, see `in-strings.ts`. */
export type Look = "word-boundary" | "not-word-boundary" | "line-start" | "line-end" | StringLook;
type StringLook = "string-start" | "string-end";

/** A parsed pattern; one `set` is one byte of the haystack. */
export type Node =
  | { readonly kind: "empty" }
  | { readonly kind: "set"; readonly set: ByteSet }
  | { readonly kind: "concat"; readonly items: readonly Node[] }
  | { readonly kind: "alternate"; readonly items: readonly Node[] }
  /** `max` may be `Infinity`. */
  | { readonly kind: "repeat"; readonly item: Node; readonly min: number; readonly max: number }
  | { readonly kind: "look"; readonly look: Look };

/** Bytes that a match takes; `max` may be `Infinity`. */
export interface Length {
  readonly min: number;
  readonly max: number;
}

export const EMPTY: Node = { kind: "empty" };

/**
 * Items one after another, inner sequences opened, so that a rule's leading literal is found at the top
 * whatever groups stand around it. `whole` is one node to leave closed.
 */
export function concat(items: readonly Node[], whole?: Node): Node {
  const flat = items.flatMap((item) => {
    if (item.kind === "empty") return [];
    return item.kind === "concat" && item !== whole ? item.items : [item];
  });
  return flat.length === 0 ? EMPTY : flat.length === 1 ? flat[0]! : { kind: "concat", items: flat };
}

/** One of the items; single bytes become one set, which costs one state where branches cost many. */
export function alternate(items: readonly Node[]): Node {
  if (items.length === 1) return items[0]!;
  const sets = items.flatMap((item) => (item.kind === "set" ? [item.set] : []));
  return sets.length === items.length ? { kind: "set", set: union(sets) } : { kind: "alternate", items };
}

export function repeat(item: Node, min: number, max: number): Node {
  if (max === 0 || item.kind === "empty") return EMPTY;
  return min === 1 && max === 1 ? item : { kind: "repeat", item, min, max };
}

/** How long a match can be; boundaries take no bytes. */
export function lengthOf(node: Node): Length {
  switch (node.kind) {
    case "empty":
    case "look":
      return { min: 0, max: 0 };
    case "set":
      return { min: 1, max: 1 };
    case "concat":
      return node.items.map(lengthOf).reduce(addLengths, { min: 0, max: 0 });
    case "alternate": {
      const lengths = node.items.map(lengthOf);
      return {
        min: lengths.reduce((least, { min }) => Math.min(least, min), Infinity),
        max: lengths.reduce((most, { max }) => Math.max(most, max), 0),
      };
    }
    case "repeat": {
      const { min, max } = lengthOf(node.item);
      return { min: times(min, node.min), max: times(max, node.max) };
    }
  }
}

export function addLengths(a: Length, b: Length): Length {
  return { min: a.min + b.min, max: a.max + b.max };
}

/** Product in which nothing, however often, stays nothing: `0 * Infinity` is `NaN`. */
export function times(length: number, count: number): number {
  return length === 0 || count === 0 ? 0 : length * count;
}
