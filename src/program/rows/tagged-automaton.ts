// Many patterns in one automaton that says which of them have matched: what a DFA for each would say, in one run.
import { byteClasses } from "../automaton/byte-classes.ts";
import { mergeClasses } from "../automaton/merge-classes.ts";
import { mergeStates } from "../automaton/minimise.ts";
import { buildNfa, type Nfa, type NfaState } from "../automaton/nfa.ts";
import type { Node } from "../pattern/pattern-node.ts";

export interface TaggedAutomaton {
  /** Byte to class. */
  readonly classes: Uint8Array;
  readonly classCount: number;
  /** State after state, one entry a class; 0 is the dead state, 1 the start. */
  readonly transitions: Uint16Array;
  /** The numbers of the patterns that have matched in each state, ascending. */
  readonly accepts: readonly (readonly number[])[];
  /** The numbers of the patterns that can match after each state, ascending. */
  readonly reach: readonly (readonly number[])[];
}

const MAX_STATES = 20_000;

/** @throws RangeError if the patterns need too many states together */
export function buildTagged(patterns: readonly Node[]): TaggedAutomaton {
  const { nfa, starts, tagOf } = join(patterns.map((pattern) => buildNfa(pattern)));
  const { ofByte, samples } = byteClasses(nfa);
  const numbers = new Map<string, number>();
  const sets: (readonly number[])[] = [];
  const numberOf = (seeds: readonly number[]): number => {
    const states = close(nfa, seeds);
    const key = states.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    if (sets.length >= MAX_STATES) throw new RangeError("rows: too many states");
    numbers.set(key, sets.length);
    return sets.push(states) - 1;
  };
  numberOf([]);
  numberOf(starts);
  const transitions: number[] = [];
  for (let from = 0; from < sets.length; from++) {
    for (const byte of samples) transitions.push(numberOf(step(nfa, sets[from]!, byte)));
  }
  const accepts = sets.map((states) =>
    states.flatMap((state) => tagOf.get(state) ?? []).sort((a, b) => a - b),
  );
  const merged = mergeStates(
    { classCount: samples.length, transitions: Uint16Array.from(transitions), stateCount: sets.length },
    (state) => accepts[state]!.join(),
  );
  const table = mergeClasses({ classes: ofByte, classCount: samples.length, ...merged });
  const kept = merged.firsts.map((state) => accepts[state]!);
  return {
    classes: table.classes,
    classCount: table.classCount,
    transitions: table.transitions,
    accepts: kept,
    reach: reachOf(kept, table.transitions, table.classCount),
  };
}

/** Numbers in one word of a set. */
const WORD = 31;

function reachOf(
  accepts: readonly (readonly number[])[],
  transitions: Uint16Array,
  width: number,
): readonly (readonly number[])[] {
  const words = Math.ceil((Math.max(0, ...accepts.flat()) + 1) / WORD);
  const own = new Int32Array(accepts.length * words);
  accepts.forEach((tags, state) => {
    for (const tag of tags) own[state * words + Math.floor(tag / WORD)]! |= 1 << (tag % WORD);
  });
  const reached = new Int32Array(own.length);
  // Most states lead to later ones: backwards, few rounds are needed.
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (let state = accepts.length - 1; state > 0; state--) {
      for (let word = 0; word < words; word++) {
        const at = state * words + word;
        let set = reached[at]!;
        for (let i = state * width; i < (state + 1) * width; i++) {
          const next = transitions[i]! * words + word;
          set |= own[next]! | reached[next]!;
        }
        if (set === reached[at]) continue;
        reached[at] = set;
        isChanged = true;
      }
    }
  }
  const numbers = Array.from({ length: words * WORD }, (_, number) => number);
  return accepts.map((_, state) =>
    numbers.filter(
      (number) => (reached[state * words + Math.floor(number / WORD)]! & (1 << (number % WORD))) !== 0,
    ),
  );
}

function join(nfas: readonly Nfa[]): { nfa: Nfa; starts: readonly number[]; tagOf: Map<number, number> } {
  const states: NfaState[] = [];
  const starts: number[] = [];
  const tagOf = new Map<number, number>();
  nfas.forEach((nfa, tag) => {
    const shift = states.length;
    starts.push(nfa.start + shift);
    for (const state of nfa.states) {
      if (state.kind === "match") tagOf.set(states.length, tag);
      if (state.kind === "look") throw new RangeError("rows: a row has no boundaries");
      states.push(
        state.kind === "split"
          ? { kind: "split", nexts: state.nexts.map((next) => next + shift) }
          : state.kind === "byte"
            ? { ...state, next: state.next + shift }
            : state,
      );
    }
  });
  return { nfa: { states, start: 0 }, starts, tagOf };
}

/** The states reached without a byte, splits left out. */
function close({ states }: Nfa, seeds: readonly number[]): readonly number[] {
  const seen = new Set<number>();
  const pending = [...seeds];
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    if (seen.has(state)) continue;
    seen.add(state);
    const at = states[state]!;
    if (at.kind === "split") pending.push(...at.nexts);
  }
  return [...seen].filter((state) => states[state]!.kind !== "split").sort((a, b) => a - b);
}

function step({ states }: Nfa, from: readonly number[], byte: number): readonly number[] {
  return from.flatMap((state) => {
    const at = states[state]!;
    return at.kind === "byte" && at.set[byte] === 1 ? [at.next] : [];
  });
}
