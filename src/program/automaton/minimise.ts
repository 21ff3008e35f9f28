import { ACCEPT, type Automaton } from "./automaton.ts";

/**
 * The smallest automaton that matches the same. Dead ends join state 0, so that a scan stops in time.
 *
 * Hopcroft's algorithm, as a counted repeat is a chain of states, for which Moore's takes a round each.
 */
export function minimise(automaton: Automaton): Automaton {
  const { classCount, transitions, starts } = automaton;
  const { numberOf, ...merged } = mergeStates(automaton, (state) => {
    const row = state * classCount;
    let accepting = "";
    for (let column = 0; column < classCount; column++)
      if ((transitions[row + column]! & ACCEPT) !== 0) accepting += `${column} `;
    return accepting;
  });
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
  const partition = new Partition(stateCount, keyOf);
  refine(partition, table);
  // By first state: 0 stays 0, and states that follow in a match stay near in memory.
  const { blockOf } = partition;
  const firsts: number[] = [];
  const numbers = new Int32Array(partition.count).fill(-1);
  for (let state = 0; state < stateCount; state++) {
    const block = blockOf[state]!;
    if (numbers[block]! < 0) numbers[block] = firsts.push(state) - 1;
  }
  const numberOf = (state: number): number => numbers[blockOf[state]!]!;
  const rows = new Uint16Array(firsts.length * classCount);
  firsts.forEach((first, number) => {
    for (let column = 0; column < classCount; column++) {
      const to = transitions[first * classCount + column]!;
      rows[number * classCount + column] = numberOf(to & ~ACCEPT) | (to & ACCEPT);
    }
  });
  return { transitions: rows, stateCount: firsts.length, firsts, numberOf };
}

/**
 * States by block: those of one block are taken for equal until a transition tells them apart. The states of a block
 * stand side by side in one array, those that are marked first.
 */
class Partition {
  readonly blockOf: Uint32Array;
  /** How many blocks there are. */
  count = 0;
  readonly #states: Uint32Array;
  readonly #placeOf: Uint32Array;
  readonly #start: Uint32Array;
  readonly #size: Uint32Array;
  readonly #marked: Uint32Array;
  /** Blocks with a marked state. */
  readonly #touched: Uint32Array;
  #touchedCount = 0;

  /** States by what `keyOf` says of each. */
  constructor(stateCount: number, keyOf: (state: number) => string) {
    const blocks: number[][] = [];
    const numbers = new Map<string, number>();
    for (let state = 0; state < stateCount; state += 1) {
      const key = keyOf(state);
      const block = numbers.get(key) ?? blocks.push([]) - 1;
      numbers.set(key, block);
      blocks[block]!.push(state);
    }
    this.#states = Uint32Array.from(blocks.flat());
    this.blockOf = new Uint32Array(stateCount);
    this.#placeOf = new Uint32Array(stateCount);
    this.#start = new Uint32Array(stateCount);
    this.#size = new Uint32Array(stateCount);
    this.#marked = new Uint32Array(stateCount);
    this.#touched = new Uint32Array(stateCount);
    this.#states.forEach((state, place) => {
      this.#placeOf[state] = place;
    });
    let start = 0;
    for (const block of blocks) {
      this.#start[this.count] = start;
      this.#size[this.count] = block.length;
      for (const state of block) this.blockOf[state] = this.count;
      start += block.length;
      this.count++;
    }
  }

  statesOf(block: number): Uint32Array {
    const start = this.#start[block]!;
    return this.#states.slice(start, start + this.#size[block]!);
  }

  /** Marks a state; once is enough. */
  mark(state: number): void {
    const block = this.blockOf[state]!;
    const place = this.#placeOf[state]!;
    const to = this.#start[block]! + this.#marked[block]!;
    if (place < to) return;
    if (this.#marked[block]!++ === 0) this.#touched[this.#touchedCount++] = block;
    const other = this.#states[to]!;
    this.#states[to] = state;
    this.#placeOf[state] = to;
    this.#states[place] = other;
    this.#placeOf[other] = place;
  }

  /** Splits the blocks of which some states are marked, and some not; each gives its smaller half to a new block. */
  splitMarked(onSplit: (block: number, added: number) => void): void {
    for (let i = 0; i < this.#touchedCount; i++) {
      const block = this.#touched[i]!;
      const [marked, size, start] = [this.#marked[block]!, this.#size[block]!, this.#start[block]!];
      this.#marked[block] = 0;
      if (marked === size) continue;
      const added = this.count++;
      const isFirst = 2 * marked <= size;
      const addedSize = isFirst ? marked : size - marked;
      this.#start[added] = isFirst ? start : start + marked;
      this.#size[added] = addedSize;
      this.#start[block] = isFirst ? start + marked : start;
      this.#size[block] = size - addedSize;
      const end = this.#start[added]! + addedSize;
      for (let at = this.#start[added]!; at < end; at++) this.blockOf[this.#states[at]!] = added;
      onSplit(block, added);
    }
    this.#touchedCount = 0;
  }
}

/** Splits blocks until the states of each lead to the same blocks. */
function refine(partition: Partition, automaton: Transitions): void {
  const { classCount, stateCount } = automaton;
  const { ends, origins } = indexOrigins(automaton);
  const pending = Array.from({ length: partition.count }, (_, block) => block);
  // The smaller half: what is pending of the larger one is pending still, and otherwise it need not be.
  const onSplit = (_: number, added: number): void => void pending.push(added);
  while (pending.length > 0) {
    // A copy: the block may be split by its own transitions, and is still to be used whole.
    const targets = partition.statesOf(pending.pop()!);
    for (let byteClass = 0; byteClass < classCount; byteClass += 1) {
      for (let i = 0; i < targets.length; i++) {
        const at = byteClass * stateCount + targets[i]!;
        for (let from = ends[at]!; from < ends[at + 1]!; from++) partition.mark(origins[from]!);
      }
      partition.splitMarked(onSplit);
    }
  }
}

/** Transitions turned round: for each class and state, a stretch of one array. */
function indexOrigins({ classCount, transitions, stateCount }: Transitions): {
  readonly ends: Uint32Array;
  readonly origins: Uint32Array;
} {
  const ends = new Uint32Array(classCount * stateCount + 1);
  const slotOf = (index: number, byteClass: number): number =>
    byteClass * stateCount + (transitions[index]! & ~ACCEPT);
  for (let state = 0, index = 0; state < stateCount; state++)
    for (let column = 0; column < classCount; column++) ends[slotOf(index++, column) + 1]!++;
  for (let index = 1; index < ends.length; index += 1) ends[index]! += ends[index - 1]!;
  const filled = ends.slice();
  const origins = new Uint32Array(transitions.length);
  for (let state = 0, index = 0; state < stateCount; state++)
    for (let column = 0; column < classCount; column++) origins[filled[slotOf(index++, column)]!++] = state;
  return { ends, origins };
}
