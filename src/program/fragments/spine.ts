import type { ByteSet } from "../pattern/byte-set.ts";
import { addLengths, type Length, lengthOf, type Node, repeat, times } from "../pattern/pattern-node.ts";

/** A byte that a match must hold, and its distance from the match's start, in bytes. */
export interface Step {
  readonly set: ByteSet;
  readonly min: number;
  /** May be `Infinity`. */
  readonly max: number;
  /** What was asked of its bytes, as bits, and of what all of them are. */
  readonly answers: Answers;
}

interface Answers {
  asked: number;
  yes: number;
}

const answersOf = perSet((): Answers => ({ asked: 0, yes: 0 }));

/** One way through a pattern: the steps that every match on this way holds, in order. */
export type Spine = readonly Step[];

export interface SpineOptions {
  /** Steps of one spine; what comes later is left out. 96 by default. */
  readonly maxSteps?: number;
  /** Spines altogether; an alternation that would make more is a gap. 64 by default. */
  readonly maxSpines?: number;
}

/** A spine as far as it is known, and how far from the match's start the next byte can be. */
interface Draft {
  /** The last step. Drafts share those before it: each way in an array of its own takes time by their square. */
  readonly last: Link | undefined;
  readonly count: number;
  readonly distance: Length;
}

interface Link {
  readonly step: Step;
  readonly before: Link | undefined;
}

/**
 * The ways through a pattern. Every match follows at least one of them, so an anchor chosen from each is
 * in every match. Boundaries are passed over; what is optional or past the limits only widens the
 * distances after it.
 */
export function spines(node: Node, options: SpineOptions = {}): readonly Spine[] {
  const { maxSteps = 96, maxSpines = 64 } = options;
  const start: Draft = { last: undefined, count: 0, distance: { min: 0, max: 0 } };
  return extend([start], node, maxSteps, maxSpines).map(stepsOf);
}

function stepsOf({ last, count }: Draft): Spine {
  const steps = new Array<Step>(count);
  let at = count;
  for (let link = last; link !== undefined; link = link.before) steps[--at] = link.step;
  return steps;
}

function extend(drafts: readonly Draft[], node: Node, maxSteps: number, maxDrafts: number): readonly Draft[] {
  // Full drafts take no more steps, so the rest of the pattern is of no interest.
  if (drafts.every(({ count }) => count >= maxSteps)) return drafts;
  switch (node.kind) {
    case "empty":
    case "look":
      return drafts;
    case "set":
      return drafts.map((draft) => addStep(draft, node.set, maxSteps));
    case "concat":
      return node.items.reduce((known, item) => extend(known, item, maxSteps, maxDrafts), drafts);
    case "alternate":
      return branch(drafts, node.items, maxSteps, maxDrafts) ?? skip(drafts, lengthOf(node));
    case "repeat": {
      const ways = countsOf(node);
      if (ways !== undefined)
        return branch(drafts, ways, maxSteps, maxDrafts) ?? skip(drafts, lengthOf(node));
      const { min, max } = lengthOf(node.item);
      let known = drafts;
      for (let copy = 0; copy < node.min; copy += 1) {
        const longer = extend(known, node.item, maxSteps, maxDrafts);
        const done = stepCount(longer) === stepCount(known);
        known = done
          ? skip(known, { min: min * (node.min - copy), max: times(max, node.min - copy) })
          : longer;
        if (done) break;
      }
      return skip(known, { min: 0, max: times(max, node.max - node.min) });
    }
  }
}

/** A repeat that may be left out, and one of few counts, as what it can be: each is a way of its own. */
function countsOf(node: Extract<Node, { kind: "repeat" }>): readonly Node[] | undefined {
  const { item, min, max } = node;
  if (max > 3) return min === 0 ? [repeat(item, 0, 0), repeat(item, 1, max)] : undefined;
  return max === min
    ? undefined
    : Array.from({ length: max - min + 1 }, (_, i) => repeat(item, min + i, min + i));
}

/** Every draft by every item, or undefined if that is over the limit. What items leave free goes to inner ones. */
function branch(
  drafts: readonly Draft[],
  items: readonly Node[],
  maxSteps: number,
  maxDrafts: number,
): readonly Draft[] | undefined {
  if (drafts.length * items.length > maxDrafts) return undefined;
  const known: Draft[] = [];
  for (const [index, item] of items.entries()) {
    const reserved = drafts.length * (items.length - 1 - index);
    known.push(...extend(drafts, item, maxSteps, maxDrafts - known.length - reserved));
  }
  return known;
}

const ONE: Length = { min: 1, max: 1 };

function addStep({ last, count, distance }: Draft, set: ByteSet, maxSteps: number): Draft {
  const next = addLengths(distance, ONE);
  if (count >= maxSteps) return { last, count, distance: next };
  const step = { set, min: distance.min, max: distance.max, answers: answersOf(set) };
  return { last: { step, before: last }, count: count + 1, distance: next };
}

function skip(drafts: readonly Draft[], gap: Length): readonly Draft[] {
  return drafts.map(({ last, count, distance }) => ({ last, count, distance: addLengths(distance, gap) }));
}

function stepCount(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, { count }) => sum + count, 0);
}

/** Worked out once for each set: the ways through a pattern share their steps, and they are many. */
export function perSet<T>(work: (set: ByteSet) => T): (set: ByteSet) => T {
  const known = new WeakMap<ByteSet, T>();
  return (set) => {
    const result = known.get(set) ?? work(set);
    known.set(set, result);
    return result;
  };
}
