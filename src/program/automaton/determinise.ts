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
  const classCount = samples.length + 1;
  let transitions = new Uint16Array(64 * classCount);
  // Where the classes of a group lead to, and how many states were looked at to know it.
  const known = new Known(samples.length * KINDS.length);

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
    const row = from * classCount;
    if (row + classCount > transitions.length) transitions = doubled(transitions);
    // Of one kind, the bytes lead to the same states that are in the same of the sets that are looked for here.
    for (let i = 0; i < samples.length; i++) {
      const kind = kindsOfClasses[i]!;
      const { states, groups, accepts } = closures[kind]!;
      walk.work += states.length;
      const key = groups[i]! * KINDS.length + kind;
      if (known.asked[key] === from + 1) walk.work += known.steps[key]!;
      else {
        const spent = walk.work;
        walk.step(states, i);
        known.asked[key] = from + 1;
        known.numbers[key] = numberOf(kind);
        known.steps[key] = walk.work - spent;
      }
      transitions[row + i] = known.numbers[key]! | accepts;
    }
    transitions[row + samples.length] = closures[LINE]!.accepts;
  }
  const stateCount = subsets.count;
  return { classCount, transitions: transitions.slice(0, stateCount * classCount), stateCount, starts };
}

function doubled(rows: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const more = new Uint16Array(2 * rows.length);
  more.set(rows);
  return more;
}

const NO_SEEDS = new Int32Array(0);

/** What is known of groups of classes. */
class Known {
  /** The subset that it is known of, from 1. */
  readonly asked: Uint32Array;
  readonly numbers: Uint32Array;
  readonly steps: Uint32Array;

  constructor(size: number) {
    this.asked = new Uint32Array(size);
    this.numbers = new Uint32Array(size);
    this.steps = new Uint32Array(size);
  }
}

function closureOf(walk: Walk, subset: Subset, next: Kind): Closure {
  const { states, previous, hasLook } = subset;
  if (hasLook) {
    walk.visit(states, states.length, { previous, next });
    const reached = walk.reached.slice(0, walk.count);
    const accepts = walk.isMatch ? ACCEPT : 0;
    return { states: reached, groups: walk.groupsOf(reached), accepts };
  }
  // Nothing to decide; it counts as if there were.
  walk.work += 1 + states.length;
  subset.closure ??= { states, groups: walk.groupsOf(states), accepts: subset.isMatch ? ACCEPT : 0 };
  return subset.closure;
}
