import type { ByteSet } from "../pattern/byte-set.ts";
import { type Look, type Node, times } from "../pattern/pattern-node.ts";

/** A Thompson state; the numbers are states that follow. */
export type NfaState =
  | { readonly kind: "match" }
  /** Where it is reached, nothing matches. */
  | { readonly kind: "no-match" }
  | { readonly kind: "byte"; readonly set: ByteSet; readonly next: number }
  | { readonly kind: "look"; readonly look: Look; readonly next: number }
  | { readonly kind: "split"; readonly nexts: readonly number[] };

export interface Nfa {
  readonly states: readonly NfaState[];
  readonly start: number;
}

/** States that {@link buildNfa} makes of the node at most: known before any is made, repeats written out. */
export function nfaSize(node: Node): number {
  switch (node.kind) {
    case "empty":
      return 0;
    case "set":
    case "look":
      return 1;
    case "concat":
      return sum(node.items.map(nfaSize));
    case "alternate":
      return 1 + sum(node.items.map(nfaSize));
    case "repeat": {
      const item = nfaSize(node.item);
      const optional = node.max === Infinity ? 1 : node.max - node.min;
      return times(item, node.min) + times(item + 1, optional);
    }
  }
}

/**
 * Built from the end to the start, each node in front of the state that follows it.
 *
 * @param not What matches it as a whole is no match of `node`
 */
export function buildNfa(node: Node, not?: Node): Nfa {
  const states: NfaState[] = [];
  const add = (state: NfaState): number => states.push(state) - 1;

  const before = (item: Node, next: number): number => {
    switch (item.kind) {
      case "empty":
        return next;
      case "set":
        return add({ kind: "byte", set: item.set, next });
      case "look":
        return add({ kind: "look", look: item.look, next });
      case "concat":
        return item.items.reduceRight((after, part) => before(part, after), next);
      case "alternate":
        return add({ kind: "split", nexts: item.items.map((branch) => before(branch, next)) });
      case "repeat": {
        const optional =
          item.max === Infinity ? star(item.item, next) : upTo(item.item, item.max - item.min, next);
        return copies(item.min, optional, (after) => before(item.item, after));
      }
    }
  };
  const star = (item: Node, next: number): number => {
    const nexts = [next];
    const loop = add({ kind: "split", nexts });
    nexts.push(before(item, loop));
    return loop;
  };
  // x{0,3} as (x(x(x)?)?)?, so that a state leads to two others and not to all that follow.
  const upTo = (item: Node, count: number, next: number): number =>
    copies(count, next, (after) => add({ kind: "split", nexts: [before(item, after), next] }));

  const match = add({ kind: "match" });
  const start = before(node, match);
  if (not === undefined) return { states, start };
  const nexts = [start, before(not, add({ kind: "no-match" }))];
  return { states, start: add({ kind: "split", nexts }) };
}

function copies(count: number, next: number, before: (next: number) => number): number {
  let start = next;
  for (let copy = 0; copy < count; copy += 1) start = before(start);
  return start;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
