// What the kernel and its host agree on: addresses, record sizes, codes. Plain constants only, so that
// the AssemblyScript compiler and TypeScript read the same file. All sizes in bytes.

/** Results of `scan`, 32-bit words. */
export const RESULT_RESUME = 0x10000; // address at which the next scan goes on
export const RESULT_FRONTIER = 0x10004; // address up to which the output is final
export const RESULT_FLOOR = 0x10008; // address where the last match ended
export const RESULT_FULL = 0x1000c; // 1: the span list is full, scan again from `resume`

/** Strings that are open, see `frames/strings.ts`. */
export const FRAMES = 0x10020;

export const SCAN_FINAL = 1; // what a scan is told of its text: no more bytes will come

/** The state that outlives a chunk: what the kernel is inside of. */
export const STATE = 0x10100;
export const STATE_SIZE = 276;
export const STATE_STRINGS = 104; // there, the strings that are open
export const STATE_MEMBERS = 160; // the members that are looked at after the string that is searched
export const STATE_PENDING = 192; // how many candidates are pending, and these
export const PENDING_MOST = 4;

/** Byte classes, filled by `setup`. */
export const BYTE_CLASS = 0x10300;

/** Two tables of 16 bytes by the lower and the upper nibble: with a bit in common, a byte may end a value. */
export const DELIMITERS = 0x10400;

/** Candidates that were found ahead of where names are looked for; see `shapes/candidate.ts`. */
export const AHEAD = 0x10500;
export const AHEAD_MOST = 1024;
export const CANDIDATE_SIZE = 20;

/** Two tables of stops at which nothing was; see `prefilter/stop-memo.ts`. */
export const STOP_MEMO = 0x16000;
export const STOP_MEMO_BITS = 9;
/** A word for each slot of `FAR_MEMO`. */
export const FAR_TAGS = 0x1a000;

/** Where fragments may end and do, of up to so many blocks of 64 bytes, four masks of 64 bits for each. */
export const STOPS = 0x1b000;
export const STOPS_SIZE = 32;
export const PLACES_BLOCKS = 30;
/** Bitmaps of the same blocks, and of one in front and one after; what is written goes over the end. */
export const BITMAP = 0x1b400;
export const BITMAP_SIZE = 288;

/** Spans: start, end, rule, flags, one word each. */
export const SPANS = 0x20000;
export const SPAN_SIZE = 16;
export const MAX_SPANS = 4000;

/** Memo of where (address, rule, state) leads; it keeps every pattern linear. */
export const MEMO = 0x30000;
export const MEMO_SLOTS = 4096;
export const MEMO_SIZE = 16;

/** Memo of where rows led; see `rows/row-memo.ts`. */
export const ROW_MEMO = 0x40000;
export const ROW_MEMO_BITS = 9;
export const ROW_MEMO_SIZE = 44;

/** Stops of which more had to be read; see `prefilter/stop-memo.ts`. */
export const FAR_MEMO = 0x48000;
export const FAR_MEMO_BITS = 8;
export const FAR_MEMO_SIZE = 128;

/** The program lies here, and the haystack after it. */
export const PROGRAM = 0x68000;
/** Room between the two, in a memory that programs share which are one with changes: for what these add. */
export const CHANGES_ROOM = 0x400000;

/** Bytes before the haystack that the kernel may read, and after it that it overwrites with zeros. */
export const PAD = 256;
/** Bytes before `resume` that the next scan wants to see: the longest look back. */
export const CONTEXT = 256;
/** Bytes before a match that the next scan wants to see: what stands before it on a line that was wrapped. */
export const COLUMNS = 128;
/** A match must be decided within so many bytes of its start. */
export const DECISION_LIMIT = 4096;

// Span flags. The low byte says what the span is, the others what notation it stands in.
export const SPAN_FIRST = 1; // the match begins here (a match over several chunks is several spans)
export const SPAN_LAST = 2; // the match ends here
export const SPAN_QUOTE = 4; // not quoted where the notation wants a string: quote the replacement
export const SPAN_CHECK_PASSED = 8;
export const SPAN_CHECK_FAILED = 16;
export const SPAN_GAVE_UP = 32; // no match: a block has not ended, and what follows here stays
export const SPAN_FORM_SHIFT = 8; // how quotes are written there: one of FORM_*
export const SPAN_COUNT_SHIFT = 16; // how often the quote is escaped

// How a character is written.
export const FORM_RAW = 0;
export const FORM_BACKSLASH = 1; // \" \\\" …
export const FORM_UNICODE = 2; // \u0022
export const FORM_PERCENT = 3; // %22 %2522
export const FORM_ENTITY = 4; // &quot; &#34;
export const FORM_HEX = 5; // \x22 \x5C\x22; of its count, the low byte are backslashes, the next one \x5Cs

// Program header, 32-bit words; offsets are from PROGRAM.
export const P_TABLES = 0; // nibble tables for fragments that no place tells, 0: there are none
export const P_CLASSES = 4; // 2 tables of 16 bytes: byte classes by low and high nibble
export const P_SET = 8; // Bloom filter of fragments and of the last letters of names, folded
export const P_FOLDED = 12; // automata that lie folded: how many u32, and for each, sorted, where it belongs and where it lies u32 each; `shapes/folded-automaton.ts`
export const P_SLOTS = 16; // fragment hash → first entry + 1 (16 bits), what fragments are there (16), what stands around them (32); after all, the first entry of a joint + 1 and that of a tag u32 each; filled by `link`
export const P_ENTRIES = 20;
export const P_KEY_SET = 24; // the last 6 letters of longer names, and the last 3 or 4 of shorter ones
export const P_NAMES = 28; // trie of key names, from the last letter backwards
export const P_RULES = 32;
export const P_INNOCENT = 36; // values that are not secrets, as P_FIRST: the offsets of their DFAs
export const P_INNOCENT_MOST = 40; // they are at most so long
export const P_SCHEMES = 44; // trie of authentication schemes
export const P_FIRST = 48; // first byte → rules that can start with it, the farthest fragment first
export const FIRST_LISTS = 516; // there, after 257 numbers u16, the entries: following bytes u32, rule or offset u32
export const FIRST_SIZE = 8;
export const P_TAIL = 52; // how many bytes before a chunk's end a match can start unseen
export const P_SLOW = 56; // as P_FIRST for rules without a fragment, 0: there are none
export const P_ENTRY_COUNT = 60;
export const P_FIRST_LINES = 64; // as P_FIRST for rules that go on over a line end
export const P_HASH = 68; // what fragments are multiplied with for their hash
export const P_INNOCENT_OWN = 72; // the first of the DFAs that hold for a user's own rules too
export const P_INNOCENT_PHRASES = 76; // those of P_INNOCENT that can hold what ends a value: blanks, commas, brackets
export const P_WORDS = 80; // trie of words that say something about a name: WORD_*
export const P_HEAD_SET = 84; // as P_SET, of the last letters of names that words may follow
export const P_BETWEEN = 88; // automaton of what stands between a name and its value
export const P_BETWEEN_WORDS = 144; // the same where a word follows the name, ` is set to `; 0: none
export const P_BEFORE = 92; // where the automata are of what stands before a name, read backwards: u32 for each group, 0: none
export const P_JOINS = 96; // a record for each row of these
export const P_WRAPS = 100; // automaton of what encloses a value
export const P_WRAP_ROWS = 104;
export const P_ROW_NAMES = 108; // automaton of the whole names that rows ask for, in either case
export const P_ROW_NAMES_EXACT = 148; // of those that are written as they are; 0: none
export const P_LINKED = 112; // SORTED: the entries stand in their order; LINKED: what leads to them is there, too
export const SORTED = 1;
export const LINKED = 2;
export const P_VALUE_FIRST = 124; // automaton of what stands between the name of a value and the name after it
export const P_NAME_NODES = 116; // how many nodes the trie of names has
export const P_AHEAD = 120; // where the automata are of what stands where a value starts, u32 each
export const P_KINDS = 136; // a bit number for each byte, u8
export const P_HARMLESS = 128; // automata of rows that say that there is no value: their count u32
export const HARMLESS_FIRST = 4; // for each symbol, a bit for each row that goes on after it as the first one, v128
export const HARMLESS_SECOND = 4100; // the same as the second
export const HARMLESS_BREAK = 8196; // the same as the first one after the first word
export const HARMLESS_WORD = 3; // which has so many letters or more: in minified code, names have one or two
export const HARMLESS_AUTOMATA = 12292; // where the automaton is u32, and after 8 bytes the names that it is for u64, 0: all
export const HARMLESS_ROWS = 16; // in such an entry, a bit for each of its rows, v128
export const HARMLESS_SIZE = 32;
export const P_INNOCENT_QUOTED = 132; // the first of the DFAs that hold in quotes, too, under a name whose value needs no judging
export const P_ISSUERS = 140; // hashes of words that name issuers of keys: how many u32, and each u32, sorted
export const PROGRAM_HEADER = 160;

// An automaton of rows: class count, address of the lists (of u16: a length, and numbers of rows), address of the sets u32 each, classes u8, and u16 for each
// state, of which 1 is the start: which u16 of the lists the rows begin with that have matched, the set of patterns that can still
// match (a bit for each, the first one's is 2; set 0 is empty; 1 where there are more than 63), and its transitions.
export const TAGGED_CLASSES = 16;
export const TAGGED_STATES = 272;
export const TAGGED_ROW = 3; // words of a state before its transitions

// What rows read in place of a byte.
export const SYMBOL_OWN_QUOTE = 1; // the quote that encloses the name, or the first one after it
export const SYMBOL_OTHER_QUOTE = 2;
export const SYMBOL_UNKNOWN = 3; // a control, an escape that means nothing
export const SYMBOL_LINE = 10;

// A row: what its value has to be, its pattern before the name (0: none; the group in the upper two bits), its separator, flags, the numbers
// of its patterns of the name (0: any) and from the value on, and what ends the value in place of a quote (0: nothing; a
// line end: its line, or the string that it stands in).
export const ROW_SIZE = 7;
export const ROW_KIND = 0; // u8
export const ROW_BEFORE = 1; // u8
export const ROW_SEPARATOR = 2; // u8
export const ROW_FLAGS = 3; // u8
export const ROW_NAME = 4; // u8
export const ROW_AHEAD = 5; // u8
export const ROW_CLOSE = 6; // u8
/** Patterns before a name are in groups: a set of 64 bits, of which the first is free, and an automaton for each. */
export const BEFORE_GROUPS = 4;
export const BEFORE_SHIFT = 6; // of a pattern's number, what tells its group
export const ROW_CAPITALS = 1;
export const ROW_LIST = 2;
export const ROW_PAIR = 4;
export const ROW_OVER_LINES = 8;
export const ROW_BARE_NAME = 16;
export const ROW_ANY = 0;
export const ROW_STRING = 1;
export const ROW_OWN_STRING = 2;
export const ROW_DOUBLE = 3;
export const ROW_SINGLE = 4;
export const ROW_NONE = 5;
export const ROW_GENERATED = 6;
export const ROW_ARGUMENT = 7;
export const ROW_NOT_CODE = 8;
export const ROW_END_OF_LINE = 9;
export const ROW_PRESENT = 10;
export const ROW_OWN_NAME = 11;
export const ROW_OTHER_NAME = 12;
export const ROW_OBJECT = 13;
export const ROW_EMPTY = 14;
export const ROW_WORDS = 15;
export const ROW_ANY_SIGNS = 16;
export const ROW_RANDOM = 17;

export const HASH = 0x9e3779b1; // 2^32 / golden ratio: a multiplier to begin with
// A fragment's hash chooses a word of 64 bits, and by its lowest bits and by others two of these: with one
// bit in as much memory, six times as many of a log's bytes collide.
export const SET_SHIFT = 21; // leaves 11 bits: 16 KB
export const BIT_SHIFT = 7;
export const SLOT_SHIFT = 19; // leaves 13 bits
export const SLOT_COUNT = 8192;
export const TAG_SHIFT = 15; // the next four bits: which bit of a slot stands for the fragment

// Entry: four bytes u32 and which bits of them count u32, three times: in front of the fragment's last four, these
// (of three, and what is known of the one before), after them; rule u16, next u16, nearest u8 and farthest
// u8 distance of the last byte from the match's start, how many bytes the fragment has u8 (one: a joint), whether matches start a line u8.
export const ENTRY_SIZE = 32;
export const ENTRY_NEXT = 26; // the number of the next one of its slot, u16; 0: there is none
// In front of an innocent value's DFA: its last bytes u32 and those before them u32, as sets like that of `setOf`; how
// many bytes such a value has at most u32; the kinds of bytes that it can have u64, those that it must have u64, and those
// that it must have in front of the first byte that may end a value u64.
export const INNOCENT_HEAD = 36;
/** No placeholder of the catalogue is longer: its patterns need no upper bounds, which would cost a state a byte. */
export const PLACEHOLDER_LIMIT = 256;

/** Besides controls and blanks, what ends an unquoted value always, and what may. */
export const ENDS = "\"'`<>";
export const WIDE_STOP = 0xe3; // the first byte of "。" and the like of Chinese and Japanese, which may, too
export const WIDE_SIGN = 0xef; // the same of "，"
export const MAYBE_ENDS = ",;&)]}\\%[|^";

// Trie node: a bit for every character that a child stands for u64, the first child u16, and what ends here, u16
// each: anywhere, at a word's start, only as the whole name (rule + 1, or INNOCENT).
export const NODE_SIZE = 16;
export const INNOCENT = 0xffff;
// Which of a node's three ends: an entry that may be the end of a word, starts with one, is the whole name.
export const PLACE_ANY = 0;
export const PLACE_WORD = 1;
export const PLACE_WHOLE = 2;
export const ENTRY_JOINED = 0x4000; // of an entry that holds only where no "_" stands between its words
export const INNOCENT_PHRASE = 0xfffe; // innocent also where a blank stands between its words, as in a sentence

// Rule record.
export const RULE_SIZE = 32;
export const R_KIND = 0; // u8
export const R_FLAGS = 1; // u8
export const R_CHECK = 2; // u8
export const R_VALUE = 3; // u8: how the value after a key is read
export const R_DFA = 4; // u32
export const R_HEAD_DFA = 8; // u32: DFA of what stands before the capture group; 0: none
export const R_TAIL_LENGTH = 12; // u16: bytes after the capture group
export const R_HEAD_LENGTH = 14; // u16: bytes at least before the body or the capture group
export const R_BODY_LENGTH = 16; // u16: bytes that a full token has after its head
export const R_FRAGMENT_END = 18; // u16: farthest end of the fragment from the match's start
// Of a key rule, u16 each: the rules that hold in its place, 0: none. They have its id and another check.
export const R_QUALIFIED = 12; // where a word that is not known stands after the name
export const R_VENDOR = 14; // where a vendor is named in front
export const R_INDEXED = 16; // where an index follows: `tokens[0]`
export const R_END_DFA = 20; // u32: block rules, DFA of the mark that ends it
export const R_FIRST = 24; // u32: bytes that a match can start with, as a set like that of `setOf`
export const R_SECOND = 28; // u32: bytes that can stand after them
export const KIND_SHAPE = 0;
export const KIND_KEY = 1;
export const KIND_BLOCK = 2;

export const FLAG_RELAXED = 1; // also cut short and overlong
export const FLAG_ANY_WORD = 1; // of a name: in quotes any word is a value
export const FLAG_CHECK_DECIDES = 2;
export const FLAG_CAPTURE = 4; // only the capture group is replaced
export const FLAG_LINE = 64; // a line end, also escaped, stands in front of every capture group
export const FLAG_QUOTE = 128; // a quote, also escaped, stands in front of every capture group
export const FLAG_OWN = 32; // a user's own: placeholders are no exception
export const FLAG_TEXT = 8; // a block of any text, not of base64
export const FLAG_TO_QUOTE = 8; // of a shape: a quote in front of the capture group ends it, too
export const FLAG_AT = 16; // every match holds an "@", and in front of it no blank, line end, double quote, "<" or ">"
export const CHECK_NONE = 0;
export const CHECK_CRC32_BASE62 = 1;
export const CHECK_LUHN = 2;
export const CHECK_ENTROPY = 3;
export const CHECK_JWT = 4;
export const CHECK_RANDOM = 5;
export const CHECK_MIXED = 6;
export const CHECK_NOT_UUID = 7;
export const CHECK_MOD_97 = 8;
export const CHECK_ISSUED = 9;
export const CHECK_BITS = 128; // from here on: at least so many tenths of a bit of entropy a character
export const VALUE_ANY = 0;
export const VALUE_CREDENTIALS = 1;
export const VALUE_COOKIES = 2;
export const VALUE_SET_COOKIE = 3;
export const VALUE_COLUMNS = 5; // the list of columns of an INSERT
export const VALUE_NAMED = 6; // a secret where a member beside it names one
export const VALUE_PARAMS = 4; // the kernel's own: a parameter of credentials

// DFA record: class count u16, three start states u16 (after a line's start, a word byte, another
// byte), 256 byte classes, transitions u16.
export const DFA_STARTS = 2;
export const DFA_CLASSES = 10;
export const DFA_TRANSITIONS = 266;
export const DFA_ACCEPT = 0x8000;
export const SCHEME_OPAQUE = 1;
export const SCHEME_PARAMS = 2;
