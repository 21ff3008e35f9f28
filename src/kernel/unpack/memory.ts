// Where the unpacker works.

/** For log-odds, from the least on, u16: the probability. */
export const PROBABILITIES: usize = 0x10000;
/** For the upper 12 bits of a guess, i16: the log-odds. */
export const ODDS: usize = 0x12000;
/** For each count, u32: how much of the error a bit corrects. */
export const RATES: usize = 0x14000;
/** For each state, with its accepting bit, what stands in its place, u32, and in which row that was, u32. */
export const IMAGES: usize = 0x28000;
export const IMAGED_IN: usize = 0x68000;
/** For each state, u16: one that it is like; the last one that is like it; the one of the automaton before; of that, the own one. */
export const LIKES: usize = 0xa8000;
export const TURNED: usize = 0xb8000;
export const PARTNERS: usize = 0xc8000;
export const PARTNERED: usize = 0xd8000;
/** For each column, u16: that of the automaton before. */
export const COLUMNS: usize = 0xe8000;
/** For each new state of a row, u32: in whose place it stands; its number. */
export const NEW_FROM: usize = 0xe8c00;
export const NEW_NUMBERS: usize = 0xe9000;
/** For each class, u32: the own class that goes with it. */
export const COUNTERPARTS: usize = 0xe9400;
/** For each character of base64, u8: its six bits. */
export const BASE64: usize = 0xe9800;
/** For each node of a trie, u8: by which letter it is reached. */
export const NODE_LETTERS: usize = 0xea000;
/** Zeros, as many as an entry has. */
export const NOTHING: usize = 0xfa000;

// What the model has learnt, where all bytes are 0 at first.
/** For each context, 32 bytes: its two weights, less FIRST_WEIGHT; its last bits; for each of these, a guess. */
export const PLACES: usize = 0x110000;
export const PLACE_SHIFT: usize = 5;
export const LAST_BITS: usize = 8;
export const GUESSES: usize = 16;
/** Guesses by the context and what was told last, u32: see `model.ts`. */
export const BY_TOLD: usize = 0x460000;
