// How probable a one is, as `src/kernel/unpack/model.ts` says it again: the same numbers to the bit.
import * as is from "../../src/kernel/unpack/contexts.ts";

const ONE = 1 << is.PROBABILITY_BITS;
const HISTORY_MASK = (1 << is.HISTORY_BITS) - 1;
const LEAST = 16;
/** A guess is 16 bits and, below them, how many bits it has seen. */
const FIRST = 0x80000000;

const PROBABILITIES = probabilities();
const ODDS = odds();
const RATES = Int32Array.from({ length: is.MOST_COUNTED + 1 }, (_, count) => 65536 / (2 * count + 3));

/** For log-odds, from the least on. The logistic curve follows from itself: it rises by p (1 - p). */
function probabilities(): Uint16Array {
  const all = new Uint16Array(2 * is.MOST_ODDS + 1);
  let p = 0x800000;
  for (let i = 0; i <= is.MOST_ODDS; i++) {
    const one = Math.min(p >>> (24 - is.PROBABILITY_BITS), ONE - LEAST);
    all[is.MOST_ODDS + i] = one;
    all[is.MOST_ODDS - i] = ONE - one;
    p += Math.floor((p * (0x1000000 - p)) / 2 ** (24 + is.ODDS_ONE));
  }
  return all;
}

/** For the upper 12 bits of a guess. */
function odds(): Int16Array {
  let i = 0;
  return Int16Array.from({ length: 4096 }, (_, guess) => {
    while (i < PROBABILITIES.length - 1 && PROBABILITIES[i]! < guess * 8 + 4) i++;
    return i - is.MOST_ODDS;
  });
}

type Numbers = Uint8Array | Int32Array | Uint32Array;

/** Numbers that remember what they were. */
class Table {
  readonly numbers: Numbers;
  #journal: number[] | undefined;

  constructor(numbers: Numbers) {
    this.numbers = numbers;
  }

  set(at: number, value: number): void {
    this.#journal?.push(at, this.numbers[at]!);
    this.numbers[at] = value;
  }

  remember(): void {
    this.#journal = [];
  }

  restore(): void {
    const journal = this.#journal ?? [];
    for (let i = journal.length - 2; i >= 0; i -= 2) this.numbers[journal[i]!] = journal[i + 1]!;
    this.#journal = undefined;
  }
}

export class Model {
  readonly #history = new Table(new Uint8Array(is.CONTEXTS));
  readonly #weights = new Table(new Int32Array(2 * is.CONTEXTS).fill(is.FIRST_WEIGHT));
  readonly #byHistory = new Table(new Uint32Array(is.CONTEXTS << is.HISTORY_BITS).fill(FIRST));
  readonly #byTold = new Table(new Uint32Array(1 << is.TOLD_BITS).fill(FIRST));
  readonly #tables = [this.#history, this.#weights, this.#byHistory, this.#byTold];
  #told = 0;

  /**
   * How probable a one is; learns that the bit is `bit`.
   *
   * @returns A number of PROBABILITY_BITS
   */
  guess(context: number, bit: boolean): number {
    const weights = this.#weights.numbers;
    const history = this.#history.numbers[context]!;
    const first = (context << is.HISTORY_BITS) | history;
    const second = this.#byToldAt(context);
    const firstOdds = ODDS[this.#byHistory.numbers[first]! >>> 20]!;
    const secondOdds = ODDS[this.#byTold.numbers[second]! >>> 20]!;
    const [firstWeight, secondWeight] = [weights[2 * context]!, weights[2 * context + 1]!];
    const sum = (Math.imul(firstWeight, firstOdds) + Math.imul(secondWeight, secondOdds)) >> is.WEIGHT_BITS;
    const one = PROBABILITIES[is.MOST_ODDS + Math.max(Math.min(sum, is.MOST_ODDS), -is.MOST_ODDS)]!;
    const error = (Number(bit) << 12) - (one >> (is.PROBABILITY_BITS - 12));
    const half = 1 << (is.LEARN_BITS - 1);
    this.#weights.set(2 * context, firstWeight + ((firstOdds * error + half) >> is.LEARN_BITS));
    this.#weights.set(2 * context + 1, secondWeight + ((secondOdds * error + half) >> is.LEARN_BITS));
    correct(this.#byHistory, first, bit);
    correct(this.#byTold, second, bit);
    this.#history.set(context, ((history << 1) | Number(bit)) & HISTORY_MASK);
    return one;
  }

  /** Notes what was told: its bits come once more as they came here. */
  note(context: number, value: number): void {
    this.#told =
      ((this.#told << is.TOLD_SHIFT) +
        Math.imul(context, is.HASH_CONTEXT) +
        Math.imul(value, is.HASH_VALUE)) |
      0;
  }

  /** Forgets what it learns meanwhile. */
  try(use: () => void): void {
    const told = this.#told;
    for (const table of this.#tables) table.remember();
    use();
    for (const table of this.#tables) table.restore();
    this.#told = told;
  }

  #byToldAt(context: number): number {
    const hashed = this.#told + Math.imul(context >> is.LINE_BITS, is.HASH_PLACE);
    const line = Math.imul(hashed, is.HASH_ALL) >>> (32 - is.TOLD_BITS + is.LINE_BITS);
    return (line << is.LINE_BITS) | (context & ((1 << is.LINE_BITS) - 1));
  }
}

function correct(table: Table, at: number, bit: boolean): void {
  const guess = table.numbers[at]!;
  const count = guess & 0xffff;
  const one = guess >>> 16;
  const moved = one + ((((bit ? 0xffff : 0) - one) * RATES[count]!) >> 15);
  table.set(at, ((moved << 16) | Math.min(count + 1, is.MOST_COUNTED)) >>> 0);
}
