// Where the prefilter looks for fragments (`src/kernel/prefilter/candidate-ends.ts`), as conditions on the ways through a pattern.
import { type ByteSet, isDigit, membersOf } from "../pattern/byte-set.ts";
import { perSet, type Spine } from "./spine.ts";

/** Characters from a word's start on, and token characters anywhere, that make the prefilter look. */
const WORD_RUN = 6;
/** So many characters after a word's first, there is a digit or a capital in what is no word of a language. */
const TURN_MOST = 5;
const LONG_RUN = 16;
const DEEP_RUN = 36;
const NUMBER_LEAST = 6;
const BODY_RUN = 23;

/**
 * What is asked of a byte. All are constants, a bit for each: that all bytes of a set are so is worked out once for each.
 */
interface Is {
  readonly bit: number;
  readonly of: (byte: number) => boolean;
}

let nextBit = 1;

function trait(of: (byte: number) => boolean): Is {
  const bit = nextBit;
  nextBit <<= 1;
  return { bit, of };
}

export const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isAlnum = (byte: number): boolean => isDigit(byte) || isLetter(byte);
const isIn = (bytes: string, byte: number): boolean => bytes.includes(String.fromCharCode(byte));
export const isToken = (byte: number): boolean => isAlnum(byte) || isIn("-_$~", byte);
const isUpper = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;

const oneOf = (bytes: string): Is => trait((byte) => isIn(bytes, byte));
const DIGIT = trait(isDigit);
const LETTER = trait(isLetter);
const ALNUM = trait(isAlnum);
const NO_ALNUM = trait((byte) => !isAlnum(byte));
const TOKEN = trait(isToken);
const NO_TOKEN = trait((byte) => !isToken(byte));
const NO_TOKEN_NOR_DOT = trait((byte) => !isToken(byte) && byte !== 0x2e);
const UPPER = trait(isUpper);
const UPPER_OR_DIGIT = trait((byte) => isDigit(byte) || isUpper(byte));
const LOWER_OR_DIGIT = trait((byte) => isDigit(byte) || (byte >= 0x61 && byte <= 0x7a));
const WORD = trait((byte) => isToken(byte) || isIn("+/=.:*%\\", byte));
const FIRST_SIGN = oneOf("$-._~");
const PATH_SIGN = oneOf("/=+");
const FLAG_SIGN = oneOf("-$_");
const ESCAPE_SIGN = oneOf("\\%");
const DOT_OR_COLON = oneOf(".:");
const TOKEN_SIGN = oneOf("-_$~");
const DASH = oneOf("-_");

/**
 * Where `src/kernel/prefilter/candidate-ends.ts` looks for fragments, and of how many bytes. `isSeen` says whether one that
 * ends with step `last` of the way stands there; `startsWord`: a match starts where a word does.
 */
interface Place {
  /** What stands there, for who asks why a fragment was chosen. */
  readonly name: string;
  readonly width: 3 | 4;
  readonly isSeen: (way: Spine, last: number, startsWord: boolean) => boolean;
}

const PLACES: readonly Place[] = [
  // "ghp_", "sk-", "hvs."
  {
    name: "punctuation after a letter",
    width: 3,
    isSeen: (way, last) =>
      holds(way, last, FIRST_SIGN) && holds(way, last - 1, LETTER) && isNext(way, last - 1),
  },
  // "://"
  {
    name: 'the second of two of "/", "=" and "+"',
    width: 3,
    isSeen: (way, last) =>
      holds(way, last, PATH_SIGN) && holds(way, last - 1, PATH_SIGN) && isNext(way, last - 1),
  },
  {
    name: "the second character of a word of sixteen, one of the two a capital",
    width: 3,
    isSeen: (way, last, startsWord) =>
      holdsAll(way, last - 1, LONG_RUN, TOKEN) &&
      (holds(way, last - 1, UPPER) || holds(way, last, UPPER)) &&
      isBehind(way, last - 1, NO_TOKEN, startsWord),
  },
  // A flag.
  {
    name: 'after a "-", "_" or "$" that starts a word',
    width: 3,
    isSeen: (way, last, startsWord) =>
      holds(way, last - 1, FLAG_SIGN) &&
      isNext(way, last - 1) &&
      isBehind(way, last - 1, NO_TOKEN, startsWord),
  },
  {
    name: "a word of two letters",
    width: 3,
    isSeen: (way, last, startsWord) => endsWord(way, last, NO_TOKEN) && isStart(way, last - 1, startsWord),
  },
  // Up to three digits may stand after the letter.
  {
    name: "a word's last letter",
    width: 4,
    isSeen: (way, last) => endsWord(way, last, NO_TOKEN_NOR_DOT),
  },
  // There are sixteen characters, or six that mix.
  {
    name: "the first four characters of a word that no language has",
    width: 4,
    isSeen: (way, last, startsWord) =>
      (isOdd(way, last - 3) || isLong(way, last - 3)) && isStart(way, last - 3, startsWord),
  },
  {
    name: "two letters with fourteen more token characters after them",
    width: 4,
    isSeen: (way, last) =>
      holds(way, last - 3, LETTER) &&
      holds(way, last - 2, LETTER) &&
      holdsAll(way, last - 3, LONG_RUN, TOKEN),
  },
  {
    name: "after 36 token characters",
    width: 4,
    isSeen: (way, last) => holdsAll(way, last - DEEP_RUN, DEEP_RUN, TOKEN) && isNext(way, last - 1),
  },
];

/** Where tokens that have no rare bytes are seen by one alone: between two runs of their characters. */
const JOINTS: readonly (Omit<Place, "width"> & { readonly sign: Is })[] = [
  {
    name: "a dot or a colon between a number of six digits and 32 token characters",
    sign: DOT_OR_COLON,
    isSeen: (way, last) =>
      holdsAll(way, last - NUMBER_LEAST, NUMBER_LEAST, DIGIT) &&
      isChain(way, last - 1, last + 1) &&
      holdsAll(way, last + 1, 2 * LONG_RUN, TOKEN),
  },
  {
    name: "a dot or a colon between sixteen token characters and sixteen more",
    sign: DOT_OR_COLON,
    isSeen: (way, last) =>
      holdsAll(way, last - LONG_RUN, LONG_RUN, TOKEN) &&
      holds(way, last - 1, ALNUM) &&
      isChain(way, last - 1, last + 1) &&
      holdsAll(way, last + 1, LONG_RUN, TOKEN),
  },
  {
    name: 'a "-" after 36 token characters',
    sign: TOKEN_SIGN,
    isSeen: (way, last) => holdsAll(way, last - DEEP_RUN, DEEP_RUN, TOKEN) && isNext(way, last - 1),
  },
  {
    name: 'a "-" or "_" between the first word of a token, of two to twelve characters, and 23 token characters',
    sign: DASH,
    isSeen: (way, last, startsWord) =>
      startsWord &&
      way[last]!.max <= 12 &&
      isTag(way, last) &&
      isChain(way, last, last + 1) &&
      holdsAll(way, last + 1, BODY_RUN, TOKEN),
  },
];

/** Whether the steps before `last` are two letters or more, and digits after them. */
function isTag(way: Spine, last: number): boolean {
  let letters = 0;
  while (letters < last && holds(way, letters, LETTER)) letters++;
  return letters >= 2 && way.slice(letters, last).every((_, i) => holds(way, letters + i, DIGIT));
}

/** The name of the place of a joint at step `last`; undefined where it is none. */
export function jointAt(way: Spine, last: number, startsWord: boolean): string | undefined {
  return JOINTS.find(({ sign, isSeen }) => holds(way, last, sign) && isSeen(way, last, startsWord))?.name;
}

/**
 * Six characters of a word: after a letter comes a digit, or a capital after a small letter; or it begins
 * with capitals, or is a number of one or four digits.
 */
function isOdd(way: Spine, first: number): boolean {
  if (!holds(way, first, ALNUM) || !holdsAll(way, first, WORD_RUN, WORD)) return false;
  if (isCapitals(way, first)) return true;
  if (holds(way, first, DIGIT)) return [1, 4].some((n) => holds(way, first + n, NO_TOKEN));
  if (!holds(way, first, LETTER)) return false;
  for (let i = first; i < first + TURN_MOST; i++) {
    if (holds(way, i + 1, DIGIT) || (holds(way, i, LOWER_OR_DIGIT) && holds(way, i + 1, UPPER_OR_DIGIT)))
      return true;
  }
  return false;
}

/** Sixteen token characters, of which the first, or the second and the fourth, are letters. */
function isLong(way: Spine, first: number): boolean {
  const isLetterAt = (i: number) => holds(way, first + i, LETTER);
  return holdsAll(way, first, LONG_RUN, TOKEN) && (isLetterAt(0) || (isLetterAt(1) && isLetterAt(3)));
}

/** A capital or a digit, and another capital one or two after it. */
function isCapitals(way: Spine, first: number): boolean {
  return (
    holds(way, first, UPPER_OR_DIGIT) &&
    isChain(way, first, first + 1) &&
    (holds(way, first + 1, UPPER) || (isChain(way, first, first + 2) && holds(way, first + 2, UPPER)))
  );
}

/** Whether a word ends with step `last`, or with up to three digits after it; right after it stands what `isEnd`. */
function endsWord(way: Spine, last: number, isEnd: Is): boolean {
  if (!holds(way, last, LETTER)) return false;
  for (let next = last + 1; next <= last + 4 && isNext(way, next - 1); next++) {
    if (holds(way, next, next === last + 1 ? isEnd : NO_TOKEN)) return true;
    if (!holds(way, next, DIGIT)) return false;
  }
  return false;
}

/** The name of a place of fragments of `width` bytes where one that ends with step `last` stands, if there is one. */
export function placeAt(way: Spine, last: number, width: 3 | 4, startsWord: boolean): string | undefined {
  return PLACES.find((place) => place.width === width && place.isSeen(way, last, startsWord))?.name;
}

/** Whether step `i` is there and every byte of it is so. */
function holds(way: Spine, i: number, is: Is): boolean {
  const step = way[i];
  if (step === undefined) return false;
  const { answers } = step;
  if ((answers.asked & is.bit) === 0) {
    answers.asked |= is.bit;
    if (members(step.set).every(is.of)) answers.yes |= is.bit;
  }
  return (answers.yes & is.bit) !== 0;
}

/** The same for `count` steps, one right after the other. */
function holdsAll(way: Spine, first: number, count: number, is: Is): boolean {
  for (let i = first; i < first + count; i++) {
    if (!holds(way, i, is) || (i > first && !isNext(way, i - 1))) return false;
  }
  return true;
}

/** Whether what stands right before step `i` is so; before a match's first, what is known of its start counts. */
function isBehind(way: Spine, i: number, is: Is, atStart: boolean): boolean {
  return i === 0 ? atStart : holds(way, i - 1, is) && isNext(way, i - 1);
}

/** Whether step `i` is where the kernel sees a word start. */
function isStart(way: Spine, i: number, atStart: boolean): boolean {
  return isBehind(way, i, NO_ALNUM, atStart) || isBehindEscape(way, i);
}

/** Whether an escape may end right before step `i`: `\\n`, `%3D`, `\\x3d`, `%253D`, `\\u003d`. */
function isBehindEscape(way: Spine, i: number): boolean {
  return [2, 3, 4, 5, 6].some(
    (length) => holdsAll(way, i - length, 1, ESCAPE_SIGN) && isChain(way, i - length, i),
  );
}

export function isChain(way: Spine, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (!isNext(way, i)) return false;
  return true;
}

/** Whether the step after `i` is right after it. */
export function isNext(way: Spine, i: number): boolean {
  const [a, b] = [way[i]!, way[i + 1]];
  return b !== undefined && b.min === a.min + 1 && b.max === a.max + 1;
}

export const members: (set: ByteSet) => readonly number[] = perSet(membersOf);
