// What the packer and the unpacker of a program agree on. Plain constants only: AssemblyScript and TypeScript read this.

// How probable a one is, is guessed twice, and the guesses are mixed (`model.ts`): by the context and the last bits in it,
// and by the context and the last four things that were told. Either alone leaves a tenth more.
/** A probability that shares out the range has 15 bits, a guess 16. */
export const PROBABILITY_BITS = 15;
/** So many of the last bits in a context. */
export const HISTORY_BITS = 2;
/** What was told last is hashed to so many bits, 16 contexts to a line of the cache; a bit less leaves 1 % more. */
export const TOLD_BITS = 19;
export const LINE_BITS = 4;
/** Of a thing that is told, what the next ones know of it. */
export const TOLD_SHIFT = 8;
export const HASH_CONTEXT = 0x2f0b4c47;
export const HASH_VALUE = 0x3d4d51cb;
export const HASH_PLACE = 0x9e3779b1;
export const HASH_ALL = 0x2c1b3c6d;
/** A guess is what the n bits before have been on average; from so many on it forgets. */
export const MOST_COUNTED = 30;
/** Guesses are mixed as log-odds, in 256ths. Beyond 8, a guess is no surer. */
export const MOST_ODDS = 2047;
export const ODDS_ONE = 8;
/** A weight has 16 bits after the point; it begins with 0.4, and learns by the error times the log-odds, shifted. */
export const WEIGHT_BITS = 16;
export const FIRST_WEIGHT = 26214;
export const LEARN_BITS = 10;

/** The range that is shared out has 23 to 30 bits. */
export const LEAST_RANGE = 0x400000;
export const FIRST_RANGE = 0xffffff;

/** Contexts that a number takes, and where those of its bits begin, eight for each length. */
export const NUMBER = 256;
export const NUMBER_BITS = 32;

/** Where the program is unpacked to, where all bytes are 0. */
export const UNPACKED = 0x661000;

// What a part of a program is.
export const FORM_BYTES = 0; // records of anything
export const FORM_DFA = 1; // an automaton of a shape
export const FORM_TAGGED = 2; // an automaton of rows
export const FORM_ENTRIES = 3; // of fragments
export const FORM_SET = 4; // few bits of many
export const FORM_TRIE = 5; // names or words
export const FORM_CODE = 6; // a module

/** A copy in code has so many bytes at least: a shorter one takes more than its bytes. */
export const COPY_LEAST = 12;

// What a row is told by: the state in whose place this one stood first, in a row that was told by another; the one
// before; one farther away; the one of the automaton before that was walked in step with this one.
export const BY_LIKE = 0;
export const BY_PREVIOUS = 1;
export const BY_FARTHER = 2;
export const BY_STEP = 3;

// What stands in that row.
export const OF_DEAD = 0;
export const OF_ENDING = 1;
export const OF_SELF = 2;
export const OF_OTHER = 3;
export const OF_EXCEPTION = 4;

export const DEAD = 0;
export const STATE = 0x3fff;
export const ACCEPT = 0x8000;
/** A state that has no number yet: the first of its row that is told is 0. */
export const NEW = 0x4000;

// Contexts. A comment says how many stand there, where that is not one.
export const C_FORM = 0; // 8 for each form before
export const C_GAP = 64; // a number
export const C_SIZE = 320; // a number
export const C_STATES = 576; // a number
export const C_START = 832; // a number
export const C_BACK = 1088; // a number
export const C_STRIDE = 1344; // 6 bits
export const C_IS_USED = 1408;
export const C_CLASS = 1424; // three
export const C_CLASS_BYTE = 1472; // 8 bits
export const C_ROWS = 2048; // of shapes, see below
export const C_TAGGED_ROWS = 8192; // of rows
export const C_BYTES = 14336; // 8 bits for each place in a record
export const C_IS_ABOVE = 22528; // 2 for each place
export const C_SET = 22656; // 3 numbers
export const C_LETTERS = 23552; // 6 bits after each letter
export const C_HAS_CHILD = 27648; // 4 after each letter
export const C_HAS_VALUE = 27904; // 8
export const C_IS_AGAIN = 27912; // 3
export const C_VALUE = 27920; // 3 times 16 bits
export const C_RULE = 29696; // a number
export const C_NEAREST = 29952; // a number
export const C_FARTHEST = 30208; // a number
export const C_IS_NEAR = 30464; // 2
export const C_LENGTH = 30472; // 3 bits after each length
export const C_STARTS = 30536; // 4
export const C_CELL_IS_ABOVE = 30544; // 4 for each of 12 cells
export const C_CARE = 30720; // 3 bits after each of 6 kinds of care
export const C_CARE_BYTE = 30784; // 8 bits
export const C_CELL = 32256; // 8 bits after each of 32 letters
export const C_CLASS_RUN = 40448; // 2 numbers
export const C_IS_COPY = 40960; // 2
export const C_COPY_BACK = 41216; // a number
export const C_COPY_LENGTH = 41472; // a number
export const C_CODE = 41728; // 8 bits after each byte
export const CONTEXTS = 107264;

// Those of rows, from `C_ROWS` or `C_TAGGED_ROWS` on.
export const C_BY_STEP = 0; // 2
export const C_BY_LIKE = 2; // 4
export const C_BY_PREVIOUS = 6; // 8
export const C_SAME = 16; // 8 for each way in which a row is told
export const C_ACCEPTS = 80; // 2 for each that stands there
export const C_KEEPS = 96; // by what stands there, as the next ones
export const C_IS_TURNED = 112;
export const C_IS_NEW = 128; // 16
export const C_IS_DEAD = 144;
export const C_IS_SELF = 160;
export const C_IS_LATEST = 176;
export const C_IS_OLDER = 192;
export const C_IS_LATER = 208;
export const C_REPEATS = 224;
export const C_SAME_EXTRA = 225; // 3
export const C_NEXT_EXTRA = 229; // 3
export const C_DISTANCE = 256; // 4 numbers
export const C_EXCEPTIONS = 1280; // 8 numbers
export const C_EXCEPTION_GAP = 3328; // 2 numbers
export const C_OLD = 3840; // 5 numbers
export const C_OLDER = 5120; // a number
export const C_EXTRA = 5376; // 3 numbers

// What counts of most bytes of a fragment, from 1 on: nothing, all of it, a letter in either case, that it is ASCII, a
// nibble. 0: anything else.
export const CARE_1 = 0;
export const CARE_2 = 0xff;
export const CARE_3 = 0xdf;
export const CARE_4 = 0x80;
export const CARE_5 = 0xf0;
