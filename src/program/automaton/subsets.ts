import type { Kind } from "./byte-classes.ts";
import type { Walk } from "./walk.ts";

/** A subset whose boundaries are decided. */
export interface Closure {
  readonly states: Int32Array;
  /** Of each class of bytes, those that are in the same sets of its states. */
  readonly groups: Uint8Array;
  readonly accepts: number;
}

/**
 * A state of the automaton: the NFA's states reached so far, without splits but with boundaries that are still open, and
 * what the byte before them was. That byte is forgotten when no boundary can ask for it.
 */
export interface Subset {
  readonly states: Int32Array;
  readonly previous: Kind;
  readonly hasLook: boolean;
  readonly isMatch: boolean;
  /** Without boundaries, it is the same whatever follows. */
  closure?: Closure;
}

/** All states of an automaton that is being made. */
export class Subsets {
  readonly #subsets: Subset[] = [];
  /** Numbers by hash; several subsets can have one. */
  readonly #numbers: Map<number, number | number[]> = new Map();

  get count(): number {
    return this.#subsets.length;
  }

  at(number: number): Subset {
    return this.#subsets[number]!;
  }

  /** The number of what the walk has reached, which is a new one where that was not there. */
  numberOf(walk: Walk, previous: Kind): number {
    const hash = walk.hash ^ previous;
    const found = this.#numbers.get(hash);
    if (typeof found === "number" && this.#isSame(found, walk, previous)) return found;
    if (typeof found === "object") {
      const same = found.find((number) => this.#isSame(number, walk, previous));
      if (same !== undefined) return same;
    }
    const { hasLook, isMatch } = walk;
    const states = walk.reached.slice(0, walk.count);
    const number = this.#subsets.push({ states, previous, hasLook, isMatch }) - 1;
    const others = found === undefined ? [] : typeof found === "number" ? [found] : found;
    this.#numbers.set(hash, others.length === 0 ? number : [...others, number]);
    return number;
  }

  #isSame(number: number, walk: Walk, previous: Kind): boolean {
    const { states, previous: before } = this.#subsets[number]!;
    if (states.length !== walk.count || before !== previous) return false;
    for (let i = 0; i < states.length; i++) if (!walk.has(states[i]!)) return false;
    return true;
  }
}
