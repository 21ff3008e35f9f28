import { type ByteSet, bytesWhere } from "../pattern/byte-set.ts";
import type { Node } from "../pattern/pattern-node.ts";
import type { TableLiteral } from "./nibble-tables.ts";
import { isChain, isLetter, isNext, isToken, jointAt, members, placeAt } from "./places.ts";
import { frequencyOf, isCommonGram } from "./rarity.ts";
import { perSet, type Spine, type Step, spines } from "./spine.ts";

/**
 * Three or four bytes that every match of a pattern has at a known distance from its start, and that
 * the prefilter looks at because of where they stand; see `places.ts`. One byte is a joint.
 */
export interface Fragment {
  readonly bytes: readonly number[];
  /** Which bits of them count: not that of a letter's case where both may stand there. */
  readonly cares: readonly number[];
  /** Distance from the match's start to the fragment's last byte. */
  readonly nearest: number;
  readonly farthest: number;
  /**
   * What stands around them as far as it is known, byte for byte: from seven bytes in front of the last one up to
   * the fragment, and the four after it. "code" is in every line, `?code=` is not.
   */
  readonly before: readonly Choice[];
  readonly after: readonly Choice[];
  /** Where the prefilter looks for it; those that a program holds do not say. */
  readonly place?: string;
  /** Only the nibble tables see it: the bytes that may stand at its last four places. */
  readonly window?: TableLiteral;
}

export interface FragmentOptions {
  /** The pattern of a whole token, where the one at hand is of one that may be cut short. */
  readonly full?: Node;
  /**
   * Every match has to be seen. Without it, as for the catalogue's rules, a match may be overlooked that
   * neither starts a word nor goes on with sixteen token characters.
   */
  readonly anywhere: boolean;
}

const CONTEXT = 4;
const MAX_VARIANTS = 512;
/** Of a pattern in all: more would fill the prefilter, and every text be slower for it. */
const MAX_FRAGMENTS = 2048;
const MAX_DISTANCE = 64;
const MAX_SPREAD = 32;
/** In bits beside the rarity of its bytes: only what no place gives away, for to have any in the tables at all costs a third. */
const TABLE_COST = 1000;
/** A match is not bound to start a word, but in the catalogue it may be looked for only there. */
const ASSUMED_COST = 16;
/** All rules with a joint are tried at each of them, so it is for those that have nothing else, or have it in so many variants. */
const JOINT_VARIANTS = 64;
/** To be part of a word that stands in many a line. */
const COMMON_COST = 12;

type Start = "word" | "assumed word" | "anywhere";

/**
 * Fragments of which every match of `node` holds at least one, or undefined where the pattern has none
 * (`[0-9a-f]{32}` has no rare three bytes).
 */
export function chooseFragments(node: Node, options: FragmentOptions): readonly Fragment[] | undefined {
  const start: Start = startsAtBoundary(node) ? "word" : options.anywhere ? "anywhere" : "assumed word";
  const cut = chooseAll(options.anywhere ? node : withoutToken(node), start);
  if (cut?.every(({ window }) => window === undefined) || options.full === undefined) return cut;
  return chooseAll(options.full, start) ?? cut;
}

/** A word's end as a byte that is no token character: a "-" after it is the one case that is overlooked. */
function withoutToken(node: Node): Node {
  const last = node.kind === "concat" ? node.items.at(-1) : undefined;
  if (node.kind !== "concat" || last?.kind !== "look" || last.look !== "word-boundary") return node;
  return {
    ...node,
    items: [...node.items.slice(0, -1), { kind: "set", set: NO_TOKEN }],
  };
}

/** Not part of the match, so of no fragment either: the text may end there. */
const NO_TOKEN = bytesWhere((byte) => !isToken(byte));

function startsAtBoundary(node: Node): boolean {
  const first = node.kind === "concat" ? node.items[0] : node;
  return first?.kind === "look" && first.look === "word-boundary";
}

function chooseAll(node: Node, start: Start): readonly Fragment[] | undefined {
  const chosen = new Map<string, Chosen>();
  const numbers = new Map<readonly Choice[], number>();
  const numberOf = (choices: readonly Choice[]): number => {
    const number = numbers.get(choices) ?? numbers.size;
    numbers.set(choices, number);
    return number;
  };
  const seen = new Set<Step | undefined>();
  // Most ways have the same fragments as another one: they are spelt out once.
  for (const way of spines(node, { maxSpines: 256 })) {
    const end = way[endOfChoice(way)];
    if (seen.has(end)) continue;
    seen.add(end);
    const best = chooseOne(way, start);
    if (best === undefined) return undefined;
    const { choices, nearest, farthest, place } = best;
    const name = `${choices.map(numberOf)}/${nearest}/${farthest}/${typeof place}`;
    const known = chosen.get(name);
    chosen.set(name, known ? eitherOf(known, best) : best);
  }
  const all = new Map<string, Fragment>();
  for (const each of chosen.values()) {
    for (const fragment of fragmentsOf(each)) {
      const { bytes, cares, nearest, farthest, window } = fragment;
      const name = `${bytes}/${cares}/${nearest}/${farthest}/${window !== undefined}`;
      const known = all.get(name);
      all.set(name, known ? eitherOf(known, fragment) : fragment);
    }
  }
  return all.size > MAX_FRAGMENTS ? undefined : [...all.values()];
}

/**
 * The last step that counts for what is chosen: no fragment ends farther from the match's start, and what is looked at
 * around one is in one chain with it. Ways that share a step share all before it.
 */
function endOfChoice(way: Spine): number {
  let end = 0;
  while (end + 1 < way.length && isInReach(way[end + 1]!)) end++;
  while (isNext(way, end)) end++;
  return end;
}

const isInReach = ({ min, max }: Step): boolean => max <= MAX_DISTANCE + 2 && max - min <= MAX_SPREAD;

/** The fragments of a way through a pattern: one for each combination of choices. */
interface Chosen extends Pick<Fragment, "nearest" | "farthest" | "before" | "after"> {
  readonly choices: readonly (readonly Choice[])[];
  readonly place: string | TableLiteral;
}

function chooseOne(way: Spine, start: Start): Chosen | undefined {
  let best: { readonly cost: number; readonly count: number; readonly chosen: () => Chosen } | undefined;
  let joint: (() => Chosen) | undefined;
  for (let last = 1; last < way.length; last++) {
    const { max, set } = way[last]!;
    if (set === NO_TOKEN) break;
    if (!isInReach(way[last]!)) continue;
    const name = jointAt(way, last, start === "word");
    if (name !== undefined) joint ??= () => chosenAt([choicesOf(set)], way, last, name);
    for (const width of [4, 3] as const) {
      const choices = choicesBefore(way, last, width);
      const count = choices?.reduce((n, { length }) => n * length, 1) ?? Infinity;
      if (choices === undefined || count > MAX_VARIANTS) continue;
      const least = rarity(choices) + Math.log2(count) / 2 + max / 8;
      if (best !== undefined && least >= best.cost) continue;
      const sure = placeAt(way, last, width, start === "word");
      const place = sure ?? (start === "anywhere" ? undefined : placeAt(way, last, width, true));
      if (place === undefined && (width === 4 || last < 2)) continue;
      const cost = least + (sure ? 0 : place ? ASSUMED_COST : TABLE_COST);
      if (best !== undefined && cost >= best.cost) continue;
      best = {
        cost,
        count,
        chosen: () => chosenAt(choices, way, last, place ?? windowOf(way, last)),
      };
    }
  }
  const chosen = best?.chosen();
  const few = typeof chosen?.place === "string" && best!.count <= JOINT_VARIANTS;
  return joint !== undefined && !few ? joint() : chosen;
}

/** A byte, and which of its bits count. */
export interface Choice {
  readonly byte: number;
  readonly care: number;
}

/** What may stand at the `width` places up to step `last`; in front of a match, anything. */
function choicesBefore(way: Spine, last: number, width: number): readonly (readonly Choice[])[] | undefined {
  const first = last - width + 1;
  if (first < -1) return undefined;
  if (!isChain(way, Math.max(0, first), last)) return undefined;
  const choices = way.slice(Math.max(0, first), last + 1).map(({ set }) => choicesOf(set));
  return first < 0 ? [ANY, ...choices] : choices;
}

/** The bytes of a set, both cases of a letter being one choice. */
const choicesOf = perSet((set: ByteSet): readonly Choice[] =>
  members(set).flatMap((byte) => {
    const hasOther = isLetter(byte) && set[byte ^ 0x20] === 1;
    return hasOther && byte < 0x60 ? [] : [{ byte, care: hasOther ? 0xdf : 0xff }];
  }),
);

/** One for every byte that the prefilter tells apart; it folds case by setting the bit of 0x20. */
const ANY: readonly Choice[] = Array.from({ length: 256 }, (_, byte) => ({ byte, care: 0 })).filter(
  ({ byte }) => (byte & 0x20) !== 0,
);

function chosenAt(
  choices: readonly (readonly Choice[])[],
  way: Spine,
  last: number,
  place: string | TableLiteral,
): Chosen {
  const { min: nearest, max: farthest } = way[last]!;
  const before = bitsOf(way, last - CONTEXT - 3, last - choices.length, last);
  const after = bitsOf(way, last + 1, last + CONTEXT, last);
  return { choices, nearest, farthest, before, after, place };
}

function fragmentsOf({ choices, nearest, farthest, before, after, place }: Chosen): readonly Fragment[] {
  const combined = choices.reduce<readonly (readonly Choice[])[]>(
    (heads, choice) => heads.flatMap((head) => choice.map((each) => [...head, each])),
    [[]],
  );
  return combined.map((each) => ({
    bytes: each.map(({ byte }) => byte),
    cares: each.map(({ care }) => care),
    nearest,
    farthest,
    before,
    after,
    ...(typeof place === "string" ? { place } : { window: place }),
  }));
}

const UNKNOWN: Choice = { byte: 0, care: 0 };

/** What all bytes have in common that may stand at the steps `from` to `to`, right in front of `last` or after it. */
function bitsOf(way: Spine, from: number, to: number, last: number): readonly Choice[] {
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const step = from + i;
    const isKnown = way[step] !== undefined && isChain(way, Math.min(step, last), Math.max(step, last));
    return isKnown ? bitsOfSet(way[step]!.set) : UNKNOWN;
  });
}

const bitsOfSet = perSet((set) => members(set).map(exactly).reduce(common));

const exactly = (byte: number): Choice => ({ byte, care: 0xff });

function common(a: Choice, b: Choice): Choice {
  const care = a.care & b.care & ~(a.byte ^ b.byte);
  return { byte: a.byte & care, care };
}

/** One fragment on two ways through the pattern: around it, only what they have in common counts. */
function eitherOf<Either extends Pick<Fragment, "before" | "after">>(a: Either, b: Either): Either {
  return {
    ...a,
    before: a.before.map((choice, i) => common(choice, b.before[i]!)),
    after: a.after.map((choice, i) => common(choice, b.after[i]!)),
  };
}

/** The byte in front of three in the tables counts where it is known. */
function windowOf(way: Spine, last: number): TableLiteral {
  const previous = last > 2 && isNext(way, last - 3) ? members(way[last - 3]!.set) : [];
  return [
    previous.length <= 4 ? previous : [],
    ...[2, 1, 0].map((back) => members(way[last - back]!.set)),
  ] as unknown as TableLiteral;
}

/** The share of log positions that hold one of the combinations, in bits. */
function rarity(choices: readonly (readonly Choice[])[]): number {
  const share = choices.reduce((bits, choice) => bits + bitsOfChoice(choice), 0);
  const isCommon =
    choices.every(({ length }) => length === 1) && isCommonGram(choices.map(([only]) => only!.byte | 0x20));
  return isCommon ? share + COMMON_COST : share;
}

const knownBits = new WeakMap<readonly Choice[], number>();

/** The share of log bytes that are one of a choice's, in bits. */
function bitsOfChoice(choice: readonly Choice[]): number {
  const known = knownBits.get(choice);
  if (known !== undefined) return known;
  const share = choice.reduce(
    (sum, { byte, care }) => sum + frequencyOf(byte) + (care === 0xdf ? frequencyOf(byte & 0xdf) : 0),
    0,
  );
  knownBits.set(choice, Math.log2(share));
  return Math.log2(share);
}
