// What the program says of words, as far as the kernel and its host agree on it; the rest is in `abi.ts`.

// What a word says, as bits of its value in the trie of words.
export const WORD_TURNS = 1; // after a head, it makes the name something else: `token_type`
export const WORD_QUALIFIES = 2; // after a head, the name stays what it is: `password_prod`
export const WORD_NEGATES = 4; // in front of a head, it makes the name something else: `has_password`
export const WORD_OPEN = 8; // in front of a token, it is not a secret: `pk_live_…`
export const WORD_TELLS = 256; // in front of random characters, they are a token: `acme_live_…`
export const WORD_PROVES = 512; // hexadecimal ones, too: `acme_secret_…`
export const WORD_MEMBER = 16; // a member whose name ends in it is not a secret in an object that is one: `createDate`
export const WORD_DESCRIBES = 32; // a member of a schema: `minLength`
export const WORD_ENDS = 128; // as WORD_TURNS after a dot: `token.com`
export const WORD_SHOWS = 64; // the same, and its value is one of those that are described: `default`

// Lists of words in texts (`src/rules/words/text-words.ts`), in the same trie.
export const LIST_KEY_HEADER = 1;
export const LIST_SQL_CONSTANT = 2;
export const LIST_SQL_ROWS = 4;
export const LIST_COOKIE_SETTING = 8;
export const LIST_COOKIE_DATE = 16;
export const LIST_NAME_ELEMENT = 32;
export const LIST_TYPE = 64;
export const LIST_SCHEMA_TYPE = 128;
export const LIST_SCHEMA_REFERENCE = 256;
export const LIST_SETTER = 512;
export const LIST_PAIR_VALUE = 1024;
export const LIST_CHANGE = 2048;
export const LIST_NOTHING = 4096;
export const LIST_SQL_BINDINGS = 8192;
export const LIST_SQL_VERB = 16384;
export const LIST_SENTENCE = 32768;
export const LIST_STREAM = 65536;
export const LIST_RECORD = 131072;
export const LIST_UNDER_VENDOR = 262144;
export const LIST_BYTES = 524288;
export const LIST_RESOURCE = 1048576;
export const LIST_CHANGED = 2097152;
export const LIST_WAS = 4194304;
export const LIST_NOW = 8388608;
