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
  const partition = byAcceptance(automaton);
  refine(partition, automaton);
  const { classCount, transitions, starts } = automaton;
  // By first state: 0 stays 0, and states that follow in a match stay near in memory.
  const firsts = partition.blocks.map((block) => block[0]!).sort((a, b) => a - b);
  const numberOf = new Uint32Array(firsts.length);
  firsts.forEach((first, number) => {
    numberOf[partition.blockOf[first]!] = number;
  });
  const renumber = (state: number): number => numberOf[partition.blockOf[state]!]!;
  const rows = new Uint16Array(firsts.length * classCount);
  firsts.forEach((first, number) => {
    const row = transitions.subarray(first * classCount, (first + 1) * classCount);
    rows.set(
      row.map((to) => renumber(to & ~ACCEPT) | (to & ACCEPT)),
      number * classCount,
    );
  });
  return {
    classCount,
    transitions: rows,
    stateCount: firsts.length,
    starts: [renumber(starts[0]), renumber(starts[1]), renumber(starts[2]), renumber(starts[3])],
  };
}

function byAcceptance({ classCount, transitions, stateCount }: Automaton): Partition {
  const blockOf = new Uint32Array(stateCount);
  const blocks: number[][] = [];
  const numbers = new Map<string, number>();
  for (let state = 0; state < stateCount; state += 1) {
    const row = transitions.subarray(state * classCount, (state + 1) * classCount);
    const key = row.map((to) => to >>> 15).join("");
    const block = numbers.get(key) ?? blocks.push([]) - 1;
    numbers.set(key, block);
    blocks[block]!.push(state);
    blockOf[state] = block;
  }
  return { blockOf, blocks };
}

/** Splits blocks in place until the states of each lead to the same blocks. */
function refine({ blockOf, blocks }: Partition, automaton: Automaton): void {
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
function indexOrigins({ classCount, transitions, stateCount }: Automaton): Origins {
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
