import { isDigit } from "./byte-set.ts";
import type { TableLiteral } from "./nibble-tables.ts";
import type { ByteSet, Node } from "./pattern.ts";
import { frequencyOf, isCommonGram } from "./rarity.ts";
import { type Spine, spines } from "./spine.ts";

/**
 * Three or four bytes that every match of a pattern has at a known distance from its start, and that
 * the prefilter looks at because of where they stand; see `src/kernel/masks.ts`.
 */
export interface Fragment {
  readonly bytes: readonly number[];
  /** Which bits of them count: not that of a letter's case where both may stand there. */
  readonly cares: readonly number[];
  /** Distance from the match's start to the fragment's last byte. */
  readonly nearest: number;
  readonly farthest: number;
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

/** Characters from a word's start on, and token characters anywhere, that make the prefilter look. */
const WORD_RUN = 6;
const LONG_RUN = 16;
const DEEP_RUN = 32;
const MAX_VARIANTS = 512;
const MAX_DISTANCE = 64;
const MAX_SPREAD = 32;
/** Beside the rarity of its bytes, in bits: to have any in the tables at all costs every block a third more. */
const TABLE_COST = 30;
/** A match is not bound to start a word, but in the catalogue it may be looked for only there. */
const ASSUMED_COST = 6;
/** To be part of a word that stands in many a line. */
const COMMON_COST = 8;

const isLetter = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isAlnum = (byte: number) => isDigit(byte) || isLetter(byte);
const isOneOf = (bytes: string) => (byte: number) => bytes.includes(String.fromCharCode(byte));
const isToken = (byte: number) => isAlnum(byte) || isOneOf("-_$~")(byte);
const isWord = (byte: number) => isToken(byte) || isOneOf("+/=.:*%\\")(byte);

/**
 * Where `src/kernel/masks.ts` looks for fragments, and of how many bytes. `isSeen` says whether one that
 * ends with step `last` of the way stands there; `startsWord`: a match starts where a word does.
 */
interface Place {
  readonly width: 3 | 4;
  readonly isSeen: (way: Spine, last: number, startsWord: boolean) => boolean;
}

type Start = "word" | "assumed word" | "anywhere";

const PLACES: readonly Place[] = [
  // Punctuation behind a letter: "ghp_", "sk-", "hvs.".
  {
    width: 3,
    isSeen: (way, last) =>
      holds(way, last, isOneOf("$-._~")) && holds(way, last - 1, isLetter) && isNext(way, last - 1),
  },
  // The second of two of these: "://".
  {
    width: 3,
    isSeen: (way, last) =>
      holds(way, last, isOneOf("/=+")) && holds(way, last - 1, isOneOf("/=+")) && isNext(way, last - 1),
  },
  // The second character of a word of sixteen.
  {
    width: 3,
    isSeen: (way, last, startsWord) =>
      holdsAll(way, last - 1, LONG_RUN, isToken) &&
      isBehind(way, last - 1, (byte) => !isToken(byte), startsWord),
  },
  // What stands behind a "-", "_" or "$" that starts a word: a flag.
  {
    width: 3,
    isSeen: (way, last, startsWord) =>
      holds(way, last - 1, isOneOf("-$_")) &&
      isNext(way, last - 1) &&
      isBehind(way, last - 1, (byte) => !isToken(byte), startsWord),
  },
  // A word's last letter, up to three digits behind it.
  { width: 4, isSeen: endsWord },
  // The first four of a word's characters, if there are six.
  {
    width: 4,
    isSeen: (way, last, startsWord) =>
      holds(way, last - 3, isAlnum) &&
      holdsAll(way, last - 3, WORD_RUN, isWord) &&
      (isBehind(way, last - 3, (byte) => !isAlnum(byte), startsWord) || isBehindEscape(way, last - 3)),
  },
  // Two letters with fourteen more token characters behind them.
  {
    width: 4,
    isSeen: (way, last) =>
      holds(way, last - 3, isLetter) &&
      holds(way, last - 2, isLetter) &&
      holdsAll(way, last - 3, LONG_RUN, isToken),
  },
  // Anything behind 32 token characters.
  {
    width: 4,
    isSeen: (way, last) => holdsAll(way, last - DEEP_RUN, DEEP_RUN, isToken) && isNext(way, last - 1),
  },
];

function endsWord(way: Spine, last: number): boolean {
  if (!holds(way, last, isLetter)) return false;
  for (let next = last + 1; next <= last + 4 && isNext(way, next - 1); next++) {
    if (holds(way, next, (byte) => !isToken(byte))) return true;
    if (!holds(way, next, isDigit)) return false;
  }
  return false;
}

/**
 * Fragments of which every match of `node` holds at least one, or undefined where the pattern has none
 * (`[0-9a-f]{32}` has no rare three bytes).
 */
export function chooseFragments(node: Node, options: FragmentOptions): readonly Fragment[] | undefined {
  const start: Start = startsAtBoundary(node) ? "word" : options.anywhere ? "anywhere" : "assumed word";
  const cut = chooseAll(node, start);
  if (cut?.every(({ window }) => window === undefined) || options.full === undefined) return cut;
  return chooseAll(options.full, start) ?? cut;
}

function startsAtBoundary(node: Node): boolean {
  const first = node.kind === "concat" ? node.items[0] : node;
  return first?.kind === "look" && first.look === "word-boundary";
}

function chooseAll(node: Node, start: Start): readonly Fragment[] | undefined {
  const all = new Map<string, Fragment>();
  for (const way of spines(node, { maxSpines: 256 })) {
    const best = chooseOne(way, start);
    if (best === undefined) return undefined;
    for (const fragment of best) {
      const { bytes, cares, nearest, farthest, window } = fragment;
      all.set(`${bytes}/${cares}/${nearest}/${farthest}/${window !== undefined}`, fragment);
    }
  }
  return [...all.values()];
}

function chooseOne(way: Spine, start: Start): readonly Fragment[] | undefined {
  let best: { readonly cost: number; readonly fragments: () => readonly Fragment[] } | undefined;
  for (let last = 1; last < way.length; last++) {
    const { max, min } = way[last]!;
    if (max > MAX_DISTANCE + 2 || max - min > MAX_SPREAD) continue;
    for (const width of [4, 3] as const) {
      const choices = choicesBefore(way, last, width);
      const count = choices?.reduce((n, { length }) => n * length, 1) ?? Infinity;
      if (choices === undefined || count > MAX_VARIANTS) continue;
      const places = PLACES.filter((place) => place.width === width);
      const isSure = places.some(({ isSeen }) => isSeen(way, last, start === "word"));
      const seen = isSure || (start !== "anywhere" && places.some(({ isSeen }) => isSeen(way, last, true)));
      if (!seen && (width === 4 || last < 2)) continue;
      const cost =
        rarity(choices) + Math.log2(count) / 2 + (isSure ? 0 : seen ? ASSUMED_COST : TABLE_COST) + max / 8;
      if (best !== undefined && cost >= best.cost) continue;
      best = {
        cost,
        fragments: () => fragmentsOf(choices, way[last]!, seen ? undefined : windowOf(way, last)),
      };
    }
  }
  return best?.fragments();
}

/** A byte, and which of its bits count. */
interface Choice {
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

function fragmentsOf(
  choices: readonly (readonly Choice[])[],
  { min: nearest, max: farthest }: Spine[number],
  window: TableLiteral | undefined,
): readonly Fragment[] {
  const combined = choices.reduce<readonly (readonly Choice[])[]>(
    (heads, choice) => heads.flatMap((head) => choice.map((each) => [...head, each])),
    [[]],
  );
  return combined.map((each) => ({
    bytes: each.map(({ byte }) => byte),
    cares: each.map(({ care }) => care),
    nearest,
    farthest,
    ...(window && { window }),
  }));
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
  const share = choices.reduce(
    (bits, choice) =>
      bits +
      Math.log2(
        choice.reduce(
          (sum, { byte, care }) => sum + frequencyOf(byte) + (care === 0xdf ? frequencyOf(byte & 0xdf) : 0),
          0,
        ),
      ),
    0,
  );
  const isCommon =
    choices.every(({ length }) => length === 1) && isCommonGram(choices.map(([only]) => only!.byte | 0x20));
  return isCommon ? share + COMMON_COST : share;
}

/** Whether step `i` is there and every byte of it is so. */
function holds(way: Spine, i: number, is: (byte: number) => boolean): boolean {
  return way[i] !== undefined && members(way[i].set).every(is);
}

/** The same for `count` steps, one right behind the other. */
function holdsAll(way: Spine, first: number, count: number, is: (byte: number) => boolean): boolean {
  for (let i = first; i < first + count; i++) {
    if (!holds(way, i, is) || (i > first && !isNext(way, i - 1))) return false;
  }
  return true;
}

/** Whether what stands right before step `i` is so; before a match's first, what is known of its start counts. */
function isBehind(way: Spine, i: number, is: (byte: number) => boolean, atStart: boolean): boolean {
  return i === 0 ? atStart : holds(way, i - 1, is) && isNext(way, i - 1);
}

/** Whether an escape may end right before step `i`: `\\n`, `%3D`, `%253D`, `\\u003d`. */
function isBehindEscape(way: Spine, i: number): boolean {
  return [2, 3, 5, 6].some((length) => holdsAll(way, i - length, 1, isOneOf("\\%")) && isChain(way, i - length, i));
}

function isChain(way: Spine, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (!isNext(way, i)) return false;
  return true;
}

/** Whether the step after `i` is right behind it. */
function isNext(way: Spine, i: number): boolean {
  const [a, b] = [way[i]!, way[i + 1]];
  return b !== undefined && b.min === a.min + 1 && b.max === a.max + 1;
}

const members = perSet((set: ByteSet): readonly number[] => [...set.keys()].filter((byte) => set[byte] === 1));

/** Worked out once for each set: the ways through a pattern share their steps, and they are many. */
function perSet<T>(work: (set: ByteSet) => T): (set: ByteSet) => T {
  const known = new WeakMap<ByteSet, T>();
  return (set) => {
    const result = known.get(set) ?? work(set);
    known.set(set, result);
    return result;
  };
}
