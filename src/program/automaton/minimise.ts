import { ACCEPT, type Automaton } from "./automaton.ts";

/** States by block: those of one block are taken for equal until a transition tells them apart. */
interface Partition {
  readonly blockOf: Uint32Array;
  /** Ascending in each block. */
  readonly blocks: number[][];
}

/** The states from which a state is reached on a class. */
type Origins = (state: number, byteClass: number) => Uint32Array;

/**
 * The smallest automaton that matches the same. Dead ends join state 0, so that a scan stops in time.
 *
 * Hopcroft's algorithm, as a counted repeat is a chain of states, for which Moore's takes a round each.
 */
export function minimise(automaton: Automaton): Automaton {
  const { classCount, transitions, starts } = automaton;
  const { numberOf, ...merged } = mergeStates(automaton, (state) =>
    transitions
      .subarray(state * classCount, (state + 1) * classCount)
      .map((to) => to >>> 15)
      .join(""),
  );
  return {
    classCount,
    transitions: merged.transitions,
    stateCount: merged.stateCount,
    starts: [numberOf(starts[0]), numberOf(starts[1]), numberOf(starts[2]), numberOf(starts[3])],
  };
}

export type Transitions = Pick<Automaton, "classCount" | "transitions" | "stateCount">;

interface Merged {
  readonly transitions: Uint16Array;
  readonly stateCount: number;
  /** Of each state there is now, one that there was. */
  readonly firsts: readonly number[];
  /** The number of a state that there was. */
  readonly numberOf: (state: number) => number;
}

/**
 * Merges states of which no bytes tell that they are two.
 *
 * @param keyOf What tells two states apart besides where they lead
 */
export function mergeStates(table: Transitions, keyOf: (state: number) => string): Merged {
  const { classCount, transitions, stateCount } = table;
  const partition = partitionBy(stateCount, keyOf);
  refine(partition, table);
  // By first state: 0 stays 0, and states that follow in a match stay near in memory.
  const firsts = partition.blocks.map((block) => block[0]!).sort((a, b) => a - b);
  const numbers = new Uint32Array(firsts.length);
  firsts.forEach((first, number) => {
    numbers[partition.blockOf[first]!] = number;
  });
  const numberOf = (state: number): number => numbers[partition.blockOf[state]!]!;
  const rows = new Uint16Array(firsts.length * classCount);
  firsts.forEach((first, number) => {
    const row = transitions.subarray(first * classCount, (first + 1) * classCount);
    rows.set(
      row.map((to) => numberOf(to & ~ACCEPT) | (to & ACCEPT)),
      number * classCount,
    );
  });
  return { transitions: rows, stateCount: firsts.length, firsts, numberOf };
}

/** States by what `keyOf` says of each. */
function partitionBy(stateCount: number, keyOf: (state: number) => string): Partition {
  const blockOf = new Uint32Array(stateCount);
  const blocks: number[][] = [];
  const numbers = new Map<string, number>();
  for (let state = 0; state < stateCount; state += 1) {
    const key = keyOf(state);
    const block = numbers.get(key) ?? blocks.push([]) - 1;
    numbers.set(key, block);
    blocks[block]!.push(state);
    blockOf[state] = block;
  }
  return { blockOf, blocks };
}

/** Splits blocks in place until the states of each lead to the same blocks. */
function refine({ blockOf, blocks }: Partition, automaton: Transitions): void {
  const originsOf = indexOrigins(automaton);
  const pending = new Set(blocks.keys());
  for (const splitter of pending) {
    pending.delete(splitter);
    // A copy's worth: the block may be split by its own transitions, and is still to be used whole.
    const targets = blocks[splitter]!;
    for (let byteClass = 0; byteClass < automaton.classCount; byteClass += 1) {
      const reaching = new Map<number, Set<number>>();
      for (const target of targets) {
        for (const origin of originsOf(target, byteClass)) {
          const block = blockOf[origin]!;
          const states = reaching.get(block);
          if (states === undefined) reaching.set(block, new Set([origin]));
          else states.add(origin);
        }
      }
      for (const [block, states] of reaching) {
        if (states.size === blocks[block]!.length) continue;
        const added = blocks.length;
        const [inside, outside] = [
          [...states].sort((a, b) => a - b),
          blocks[block]!.filter((s) => !states.has(s)),
        ];
        blocks[block] = outside;
        blocks.push(inside);
        for (const state of inside) blockOf[state] = added;
        pending.add(pending.has(block) || inside.length <= outside.length ? added : block);
      }
    }
  }
}

/** Transitions turned round: for each class and state, a stretch of one array. */
function indexOrigins({ classCount, transitions, stateCount }: Transitions): Origins {
  const slot = (state: number, byteClass: number): number => byteClass * stateCount + state;
  const ends = new Uint32Array(classCount * stateCount + 1);
  transitions.forEach((to, index) => {
    ends[slot(to & ~ACCEPT, index % classCount) + 1]! += 1;
  });
  for (let index = 1; index < ends.length; index += 1) ends[index]! += ends[index - 1]!;
  const filled = ends.slice();
  const origins = new Uint32Array(transitions.length);
  transitions.forEach((to, index) => {
    const at = slot(to & ~ACCEPT, index % classCount);
    origins[filled[at]!] = Math.floor(index / classCount);
    filled[at]! += 1;
  });
  return (state, byteClass) => {
    const at = slot(state, byteClass);
    return origins.subarray(ends[at]!, ends[at + 1]!);
  };
}
