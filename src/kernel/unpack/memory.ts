// Where the unpacker works.

/** How probable a one is in each context, u16. */
export const ONES: usize = 0x10000;
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
