// Where the module of known values works, and what it and its host agree on. Plain constants only.

/** A value that is to be added. */
export const INPUT = 0x10000;
export const INPUT_MOST = 0x10000;
/** Tables of 256 bytes; see `bytes.ts`. */
export const BYTE_TABLES = 0x20000;
/** See `grams.ts`. */
export const PATTERNS = 0x20800;
/** The text, and in front of it what is known of what went before. */
export const HAYSTACK = 0x22000;
export const HAYSTACK_MOST = 0x15f00;
export const CONTEXT = 64;
/** A part of the text without its escapes; for each byte of it, where it begins and ends in the text, u32 each. */
export const VIEW = 0x38000;
export const VIEW_FROM = 0x4e000;
export const VIEW_TO = 0xa6000;
/** How many matches there are, u32. */
export const FOUND_COUNT = 0x21ff8;
/** What was found: start, end, whose it is and nothing, u32 each. */
export const FOUND = 0xfe000;
export const FOUND_SIZE = 16;
export const FOUND_MOST = 0x8000;
/** Base64 and other forms are written here before they are stored. */
export const SCRATCH = 0x17e000;
/** The sets, and after them the forms; their sizes are the host's. */
export const TABLES = 0x180000;

/** A form is not shorter: of what is shorter, texts are full. */
export const FORM_LEAST = 8;
/** From here on, a form is looked for by eight bytes: it has so many from its fourth one on. */
export const LONG_FORM = 11;
/** A longer value is looked for piece by piece, each of which goes on into the next one. */
export const PIECE = 160;
export const PIECE_STEP = 128;
/** An occurrence takes at most so many bytes, however it is escaped. */
export const WRITTEN_MOST = 4096;
/** So much of a form stands on a line before it goes on in the next one; of less, what stands there stays. */
export const FIRST_LINE = 8;

/** In the index of forms: the first eight bytes u64, where the form is u32, and nothing. */
export const ENTRY = 16;
/** Of a form: whose it is u32 (0: nobody's any more), how long u32, and its bytes. */
export const FORM_HEAD = 8;
