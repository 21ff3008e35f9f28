import type { ByteSet } from "../pattern/byte-set.ts";
import type { Look } from "../pattern/pattern-node.ts";
import { CLOSING, type Kind, LINE, WORD } from "./byte-classes.ts";
import type { Nfa } from "./nfa.ts";

/** The bytes on both sides of a place in the haystack. */
interface Neighbours {
  readonly previous: Kind;
  readonly next: Kind;
}

/** The kinds of states, as numbers. */
const BYTE = 0;
const SPLIT = 1;
const LOOK = 2;
const MATCH = 3;
const NO_MATCH = 4;
const NUMBERS = { byte: BYTE, split: SPLIT, look: LOOK, match: MATCH, "no-match": NO_MATCH } as const;

/**
 * Finds the states that are reached without a byte. In plain arrays of numbers, as most of the time of a pattern's
 * compilation is spent here.
 */
export class Walk {
  /** The first `count` of them are what was reached: bytes, matches, and boundaries that are open. */
  readonly reached: Int32Array;
  count = 0;
  /** A number of the set that was reached, whatever its order. */
  hash = 0;
  hasLook = false;
  /** Whether a match was reached, and nothing that is none. */
  isMatch = false;
  /** States that were looked at. */
  work = 0;
  readonly #nfa: Nfa;
  readonly #kinds: Uint8Array;
  /** Of a byte, which set it is one of; the sets by classes. */
  readonly #setOf: Int32Array;
  readonly #inSet: Uint8Array;
  readonly #nexts: Int32Array;
  readonly #hashes: Int32Array;
  /** One mark per state, by visit: clearing it each time would cost more than the visit. */
  readonly #seen: Uint32Array;
  #visit = 0;
  #pending: Int32Array;
  readonly #seeds: Int32Array;
  readonly #classCount: number;
  readonly #groups: Map<string, Uint8Array> = new Map();
  /** The same for sets. */
  readonly #rounds: Uint32Array;
  #round = 0;

  constructor(nfa: Nfa, samples: readonly number[]) {
    const { states } = nfa;
    this.#nfa = nfa;
    this.reached = new Int32Array(states.length);
    this.#seen = new Uint32Array(states.length);
    this.#seeds = new Int32Array(states.length);
    this.#pending = new Int32Array(2 * states.length + 64);
    this.#kinds = new Uint8Array(states.length);
    this.#nexts = new Int32Array(states.length);
    this.#hashes = new Int32Array(states.length);
    this.#setOf = new Int32Array(states.length).fill(-1);
    this.#classCount = samples.length;
    const sets = new Map<ByteSet, number>();
    for (let i = 0; i < states.length; i++) {
      const state = states[i]!;
      this.#kinds[i] = NUMBERS[state.kind];
      this.#hashes[i] = hashOf(i);
      if (state.kind !== "byte") continue;
      this.#nexts[i] = state.next;
      const known = sets.get(state.set) ?? sets.size;
      sets.set(state.set, known);
      this.#setOf[i] = known;
    }
    this.#rounds = new Uint32Array(sets.size);
    this.#inSet = new Uint8Array(sets.size * samples.length);
    for (const [set, i] of sets)
      this.#inSet.set(
        samples.map((byte) => set[byte]!),
        i * samples.length,
      );
  }

  /** Which classes of bytes are in the same of the sets that these states look for: a number for each class. */
  groupsOf(states: Int32Array): Uint8Array {
    const sets: number[] = [];
    const round = ++this.#round;
    for (let i = 0; i < states.length; i++) {
      const set = this.#setOf[states[i]!]!;
      if (set < 0 || this.#rounds[set] === round) continue;
      this.#rounds[set] = round;
      sets.push(set);
    }
    // Ascending, so that the same sets are known again.
    const key = sets.sort((a, b) => a - b).join();
    const known = this.#groups.get(key) ?? this.#groupsBy(sets);
    this.#groups.set(key, known);
    return known;
  }

  #groupsBy(sets: readonly number[]): Uint8Array {
    const count = this.#classCount;
    const groups = new Uint8Array(count);
    for (const set of sets) {
      const numbers = new Int16Array(2 * count).fill(-1);
      let next = 0;
      for (let i = 0; i < count; i++) {
        const split = 2 * groups[i]! + this.#inSet[set * count + i]!;
        if (numbers[split]! < 0) numbers[split] = next++;
        groups[i] = numbers[split]!;
      }
    }
    return groups;
  }

  /** Whether a state was reached by the last visit. */
  has(state: number): boolean {
    return this.#seen[state] === this.#visit;
  }

  /** From states of a closure over a byte of a class. */
  step(closure: Int32Array, byteClass: number): void {
    const seeds = this.#seeds;
    let count = 0;
    for (let i = 0; i < closure.length; i++) {
      const state = closure[i]!;
      const set = this.#setOf[state]!;
      if (set >= 0 && this.#inSet[set * this.#classCount + byteClass] === 1)
        seeds[count++] = this.#nexts[state]!;
    }
    this.visit(seeds, count);
  }

  /** @param neighbours Decide boundaries, which are left open without */
  visit(seeds: Int32Array, seedCount: number, neighbours?: Neighbours): void {
    const visit = ++this.#visit;
    const [seen, kinds, reached] = [this.#seen, this.#kinds, this.reached];
    this.#reserve(seedCount);
    let pending = this.#pending;
    pending.set(seedCount === seeds.length ? seeds : seeds.subarray(0, seedCount));
    let open = seedCount;
    let [steps, count, hash] = [1, 0, 0];
    let [hasLook, hasMatch, hasNone] = [false, false, false];
    while (open > 0) {
      const state = pending[--open]!;
      steps++;
      if (seen[state] === visit) continue;
      seen[state] = visit;
      const kind = kinds[state];
      if (kind === SPLIT || (kind === LOOK && neighbours !== undefined)) {
        const at = this.#nfa.states[state]!;
        if (at.kind === "split") {
          this.#reserve(open + at.nexts.length);
          pending = this.#pending;
          for (const next of at.nexts) pending[open++] = next;
        } else if (at.kind === "look" && holds(at.look, neighbours!)) pending[open++] = at.next;
        continue;
      }
      if (kind === LOOK) hasLook = true;
      else if (kind === MATCH) hasMatch = true;
      else if (kind === NO_MATCH) hasNone = true;
      hash = (hash + this.#hashes[state]!) | 0;
      reached[count++] = state;
    }
    this.work += steps;
    this.count = count;
    this.hash = hash;
    this.hasLook = hasLook;
    this.isMatch = hasMatch && !hasNone;
  }

  #reserve(size: number): void {
    if (size < this.#pending.length) return;
    const larger = new Int32Array(2 * size);
    larger.set(this.#pending);
    this.#pending = larger;
  }
}

/** Spreads small numbers over 32 bits: the finalizer of MurmurHash3, which is in the public domain. */
function hashOf(value: number): number {
  let hash = value + 1;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function holds(look: Look, { previous, next }: Neighbours): boolean {
  switch (look) {
    case "line-start":
      return previous === LINE;
    case "line-end":
      return next === LINE;
    case "string-start":
      return previous === LINE || previous === CLOSING;
    case "string-end":
      return next === LINE || next === CLOSING;
    case "word-boundary":
      return (previous === WORD) !== (next === WORD);
    case "not-word-boundary":
      return (previous === WORD) === (next === WORD);
  }
}
