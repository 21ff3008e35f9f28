// Where the prefilter looks for fragments (`src/kernel/masks.ts`), as conditions on the ways through a pattern.
import { isDigit } from "./byte-set.ts";
import type { ByteSet } from "./pattern.ts";
import type { Spine } from "./spine.ts";

/** Characters from a word's start on, and token characters anywhere, that make the prefilter look. */
const WORD_RUN = 6;
const LONG_RUN = 16;
const DEEP_RUN = 32;

export const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isAlnum = (byte: number) => isDigit(byte) || isLetter(byte);
const isOneOf = (bytes: string) => (byte: number) => bytes.includes(String.fromCharCode(byte));
export const isToken = (byte: number): boolean => isAlnum(byte) || isOneOf("-_$~")(byte);
const isWord = (byte: number) => isToken(byte) || isOneOf("+/=.:*%\\")(byte);

/**
 * Where `src/kernel/masks.ts` looks for fragments, and of how many bytes. `isSeen` says whether one that
 * ends with step `last` of the way stands there; `startsWord`: a match starts where a word does.
 */
interface Place {
  readonly width: 3 | 4;
  readonly isSeen: (way: Spine, last: number, startsWord: boolean) => boolean;
}

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

/** Whether a place of fragments of `width` bytes is where one that ends with step `last` stands. */
export function isSeenAt(way: Spine, last: number, width: 3 | 4, startsWord: boolean): boolean {
  return PLACES.some((place) => place.width === width && place.isSeen(way, last, startsWord));
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

/** Whether an escape may end right before step `i`: `\\n`, `%3D`, `\\x3d`, `%253D`, `\\u003d`. */
function isBehindEscape(way: Spine, i: number): boolean {
  return [2, 3, 4, 5, 6].some(
    (length) => holdsAll(way, i - length, 1, isOneOf("\\%")) && isChain(way, i - length, i),
  );
}

export function isChain(way: Spine, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (!isNext(way, i)) return false;
  return true;
}

/** Whether the step after `i` is right behind it. */
export function isNext(way: Spine, i: number): boolean {
  const [a, b] = [way[i]!, way[i + 1]];
  return b !== undefined && b.min === a.min + 1 && b.max === a.max + 1;
}

export const members: (set: ByteSet) => readonly number[] = perSet((set) =>
  [...set.keys()].filter((byte) => set[byte] === 1),
);

/** Worked out once for each set: the ways through a pattern share their steps, and they are many. */
export function perSet<T>(work: (set: ByteSet) => T): (set: ByteSet) => T {
  const known = new WeakMap<ByteSet, T>();
  return (set) => {
    const result = known.get(set) ?? work(set);
    known.set(set, result);
    return result;
  };
}
