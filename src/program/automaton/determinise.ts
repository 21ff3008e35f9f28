import type { Look } from "../pattern/pattern-node.ts";
import { ACCEPT, type Automaton } from "./automaton.ts";
import { type ByteClasses, CLOSING, type Kind, kindOf, LINE, OTHER, WORD } from "./byte-classes.ts";
import type { Nfa } from "./nfa.ts";
import { type Closure, type Subset, Subsets } from "./subsets.ts";
import { Walk } from "./walk.ts";

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
  const { samples } = classes;
  const kindsOfClasses = samples.map((byte) =>
    endsStrings || kindOf(byte) !== CLOSING ? kindOf(byte) : OTHER,
  );
  const walk = new Walk(nfa, samples);
  const subsets = new Subsets();
  const transitions: number[] = [];
  const known: Known[] = [];

  /** The number of the subset that the walk has reached. */
  const numberOf = (before: Kind): number => {
    const previous = walk.hasLook && (before !== CLOSING || startsStrings) ? before : OTHER;
    return subsets.numberOf(walk, previous);
  };

  walk.visit(NO_SEEDS, 0);
  numberOf(OTHER); // The dead state: its number is 0.
  const start = (kind: Kind): number => {
    walk.visit(Int32Array.of(nfa.start), 1);
    return numberOf(kind);
  };
  const starts = [start(LINE), start(WORD), start(OTHER), start(CLOSING)] as const;
  for (let from = 0; from < subsets.count; from += 1) {
    if (subsets.count > maxStates) return "too-many-states";
    if (walk.work > maxWork) return "too-much-work";
    const subset = subsets.at(from);
    const closures = kinds.map((next) => closureOf(walk, subset, next));
    // Of one kind, the bytes lead to the same states that are in the same of the sets that are looked for here.
    known.length = 0;
    for (let i = 0; i < samples.length; i++) {
      const kind = kindsOfClasses[i]!;
      const { states, sets, accepts } = closures[kind]!;
      walk.work += states.length;
      const key = walk.membership(sets, i) * KINDS.length + kind;
      let there = known.find((each) => each.key === key);
      if (there !== undefined) walk.work += there.steps;
      else {
        const spent = walk.work;
        walk.step(states, i);
        there = { key, number: numberOf(kind), steps: walk.work - spent };
        known.push(there);
      }
      transitions.push(there.number | accepts);
    }
    transitions.push(closures[LINE]!.accepts);
  }
  const classCount = samples.length + 1;
  return { classCount, transitions: Uint16Array.from(transitions), stateCount: subsets.count, starts };
}

const NO_SEEDS = new Int32Array(0);

/** Where bytes lead to, and how many states were looked at to know it. */
interface Known {
  /** What bytes have in common that lead there. */
  readonly key: number;
  readonly number: number;
  readonly steps: number;
}

function closureOf(walk: Walk, subset: Subset, next: Kind): Closure {
  const { states, previous, hasLook } = subset;
  if (hasLook) {
    walk.visit(states, states.length, { previous, next });
    const reached = walk.reached.slice(0, walk.count);
    return { states: reached, sets: walk.setsOf(reached), accepts: walk.isMatch ? ACCEPT : 0 };
  }
  // Nothing to decide; it counts as if there were.
  walk.work += 1 + states.length;
  subset.closure ??= { states, sets: walk.setsOf(states), accepts: subset.isMatch ? ACCEPT : 0 };
  return subset.closure;
}
