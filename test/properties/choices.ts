import { createRandom } from "../samples/random.ts";

/**
 * The numbers that a generator draws, kept in a list. A case is made anew from its list, so a shorter list with
 * smaller numbers is a simpler case: nothing has to know how to shrink a document or a line. Generators put
 * their simplest alternative first.
 */
export class Choices {
  readonly taken: number[] = [];
  readonly #given: readonly number[] | undefined;
  readonly #random: () => number;

  /** @param source The seed of new numbers, or the list of a case that is made again; after its end all are 0 */
  constructor(source: number | readonly number[]) {
    this.#given = typeof source === "number" ? undefined : source;
    this.#random = typeof source === "number" ? createRandom(source) : () => 0;
  }

  /** A whole number from 0 to `count - 1`. */
  below(count: number): number {
    const given = this.#given?.[this.taken.length];
    const number = given === undefined ? Math.floor(this.#random() * count) : Math.min(given, count - 1);
    this.taken.push(number);
    return number;
  }

  /** True in one of `count` cases. */
  isOneOf(count: number): boolean {
    return this.below(count) === count - 1;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  /** At most `most` items, `usual` on average; each is preceded by the choice whether there is one. */
  list<Item>(usual: number, most: number, item: (index: number) => Item): Item[] {
    const items: Item[] = [];
    while (items.length < most && this.below(usual + 1) > 0) items.push(item(items.length));
    return items;
  }
}

/** Most lists that are tried to make one case simpler. */
const MAX_TRIALS = 3000;

/** Returns the simplest list found for which `holds` is true, beginning with one for which it is. */
export function shrink(choices: readonly number[], holds: (simpler: readonly number[]) => boolean): number[] {
  let best = [...choices];
  let trials = 0;
  const accepts = (simpler: number[]): boolean => {
    if (trials >= MAX_TRIALS) return false;
    trials++;
    if (!holds(simpler)) return false;
    best = simpler;
    return true;
  };
  for (let before = ""; before !== best.join() && trials < MAX_TRIALS; ) {
    before = best.join();
    for (let size = Math.min(16, best.length); size > 0; size = size > 4 ? size >> 1 : size - 1) {
      for (let at = best.length - size; at >= 0; at--) {
        if (at + size > best.length) continue;
        accepts([...best.slice(0, at), ...best.slice(at + size)]);
      }
    }
    for (let at = 0; at < best.length; at++) lower(best, at, accepts);
  }
  return best;
}

/** Makes one number as small as it can be: 0, or by halves, or by one. */
function lower(list: readonly number[], at: number, accepts: (simpler: number[]) => boolean): void {
  let number = list[at]!;
  const isTaken = (smaller: number): boolean => {
    if (!accepts(list.with(at, smaller))) return false;
    number = smaller;
    return true;
  };
  if (number === 0 || isTaken(0)) return;
  for (let step = number >> 1; step > 0; step >>= 1) while (number > step && isTaken(number - step));
}
