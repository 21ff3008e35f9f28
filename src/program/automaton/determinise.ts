import type { Look } from "../pattern/pattern-node.ts";
import { ACCEPT, type Automaton } from "./automaton.ts";
import { type ByteClasses, CLOSING, type Kind, kindOf, LINE, OTHER, WORD } from "./byte-classes.ts";
import type { Nfa } from "./nfa.ts";

/**
 * A state: the NFA's states reached so far, ascending, without splits but with boundaries that are still
 * open, and what the byte before them was. That byte is forgotten when no boundary can ask for it.
 */
interface Subset {
  readonly states: Uint32Array;
  readonly previous: Kind;
}

/** The bytes on both sides of a place in the haystack. */
interface Neighbours {
  readonly previous: Kind;
  readonly next: Kind;
}

/** The states reached without a byte; boundaries are crossed when their neighbours are given, or left open. */
type Visit = (seeds: Iterable<number>, neighbours?: Neighbours) => number[];

const KINDS: readonly Kind[] = [LINE, WORD, OTHER, CLOSING];

/**
 * Subset construction. A boundary is decided when the byte after it is known, so it happens on that
 * byte's transition, between the two; hence acceptance one byte late.
 *
 * @param maxWork upper bound on the NFA states looked at, over all transitions; it bounds the memory too
 */
export function determinise(
  nfa: Nfa,
  classes: ByteClasses,
  maxStates: number,
  maxWork: number,
): Automaton | "too-many-states" | "too-much-work" {
  const looksFor = (look: Look) => nfa.states.some((state) => state.kind === "look" && state.look === look);
  const endsStrings = looksFor("string-end");
  const startsStrings = looksFor("string-start");
  const kinds = endsStrings ? KINDS : KINDS.slice(0, CLOSING);
  const subsets: Subset[] = [];
  const numbers = new Map<string, number>();
  const transitions: number[] = [];
  let work = 0;
  const visit = createVisit(nfa, (steps) => {
    work += steps;
  });

  const numberOf = (seeds: readonly number[], before: Kind): number => {
    const states = Uint32Array.from(visit(seeds)).sort();
    const asked = states.some((state) => nfa.states[state]!.kind === "look");
    const previous = asked && (before !== CLOSING || startsStrings) ? before : OTHER;
    const key = `${previous}:${states.join()}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, subsets.length);
    return subsets.push({ states, previous }) - 1;
  };

  numberOf([], OTHER); // The dead state: its number is 0.
  const start = (kind: Kind): number => numberOf([nfa.start], kind);
  const starts = [start(LINE), start(WORD), start(OTHER), start(CLOSING)] as const;
  for (let from = 0; from < subsets.length; from += 1) {
    if (subsets.length > maxStates) return "too-many-states";
    if (work > maxWork) return "too-much-work";
    const { states, previous } = subsets[from]!;
    const closures = kinds.map((next) => visit(states, { previous, next }));
    const accepts = closures.map((closure) => (isMatch(nfa, closure) ? ACCEPT : 0));
    for (const byte of classes.samples) {
      const kind = endsStrings || kindOf(byte) !== CLOSING ? kindOf(byte) : OTHER;
      work += closures[kind]!.length;
      transitions.push(numberOf(step(nfa, closures[kind]!, byte), kind) | accepts[kind]!);
    }
    transitions.push(accepts[LINE]!);
  }
  const classCount = classes.samples.length + 1;
  return { classCount, transitions: Uint16Array.from(transitions), stateCount: subsets.length, starts };
}

function isMatch(nfa: Nfa, states: readonly number[]): boolean {
  const reaches = (kind: "match" | "no-match") => states.some((state) => nfa.states[state]!.kind === kind);
  return reaches("match") && !reaches("no-match");
}

function step(nfa: Nfa, states: readonly number[], byte: number): readonly number[] {
  const reached: number[] = [];
  for (const state of states) {
    const at = nfa.states[state]!;
    if (at.kind === "byte" && at.set[byte] === 1) reached.push(at.next);
  }
  return reached;
}

function createVisit(nfa: Nfa, spend: (steps: number) => void): Visit {
  // One mark per state, by visit: clearing it each time would cost more than the visit.
  const seen = new Uint32Array(nfa.states.length);
  let visit = 0;
  return (seeds, neighbours) => {
    visit += 1;
    let steps = 1;
    const reached: number[] = [];
    const pending = [...seeds];
    for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
      steps += 1;
      if (seen[state] === visit) continue;
      seen[state] = visit;
      const at = nfa.states[state]!;
      if (at.kind === "split") for (const next of at.nexts) pending.push(next);
      else if (at.kind !== "look" || neighbours === undefined) reached.push(state);
      else if (holds(at.look, neighbours)) pending.push(at.next);
    }
    spend(steps);
    return reached;
  };
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
