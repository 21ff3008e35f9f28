// What the embedding module and who builds, opens or tests it agree on. Plain constants only, so that the AssemblyScript
// compiler and TypeScript read the same file. Sizes in bytes, numbers little endian. `scrubjay.h` says the same in C.

/** Another major version: a host must be changed. A higher minor one only has more functions or codes. */
export const ABI_MAJOR = 1;
export const ABI_MINOR = 0;

/** Most bytes of one `sj_feed`, `sj_redact` or `sj_field`. */
export const INPUT_MOST = 65_536;
/** Streams that can be open at once in one instance. */
export const STREAMS_MOST = 1024;
/** Most bytes that `sj_alloc` gives. */
export const ALLOC_MOST = 67_108_864;
/** Most bytes of the text that keys are given as. */
export const KEYS_MOST = 65_536;

// Errors: what every function returns in place of a result.
export const BAD_HANDLE = -1;
export const BAD_LENGTH = -2;
export const BAD_ORDER = -3;
export const BAD_POLICY = -4;
export const OTHER_VERSION = -5;
export const OTHER_POLICY = -6;
export const BAD_KEY = -7;
export const NO_KEY = -8;
export const TOO_MANY = -9;
export const BAD_SNAPSHOT = -10;
export const STOPPED = -11;

/** What the build tells the module, in low memory. */
export const TOLD = 0x400;
export const TOLD_IMAGE = 0; // how many bytes the program's image has
export const TOLD_POLICY = 4; // how many bytes the default policy has
/** The default policy lies here, below the kernel's tables. */
export const DEFAULT_POLICY = 0x1000;
export const DEFAULT_POLICY_END = 0x10000;

// A policy: what `scrubjay compile` writes, and what the module holds by default. Offsets are from its start.
export const POLICY_MAGIC = 0x59504a53; // "SJPY"
export const POLICY_VERSION = 1;
export const POLICY_FORMAT = 4; // u32: POLICY_VERSION
export const POLICY_BASE = 8; // the id of the program that it changes
export const POLICY_ID = 24; // its own: the beginning of the SHA-256 of POLICY_BASE and of all after this
export const ID_SIZE = 16;
export const POLICY_LENGTH = 40; // u32: of all of it
export const POLICY_HEADER = 44; // u32: where the program's header is, 0: it stays
export const POLICY_ADDED = 48; // u32: where the bytes are that are added to the program, which are the last
export const POLICY_ADDED_AT = 52; // u32: where in the program they belong
export const POLICY_RULES = 56; // u32: how many rules there are
export const POLICY_IDS = 60; // u32: where their ids are: the offset of each and of the end u32, from here
export const POLICY_CENSORS = 64; // u32: how many censors
export const POLICY_CENSOR_LIST = 68; // u32: where these are
export const POLICY_RULE_CENSORS = 72; // u32: where the number of each rule's censor is, u16
export const POLICY_START = 76;

// A censor.
export const CENSOR_KIND = 0; // u8
export const CENSOR_COUNT = 1; // u8: of CENSOR_KEEP_LAST
export const CENSOR_TEXT = 4; // u32: where its text is
export const CENSOR_LENGTH = 8; // u32: of it
export const CENSOR_SIZE = 12;
export const CENSOR_REDACTED = 0;
export const CENSOR_LABEL = 1;
export const CENSOR_MASK = 2;
export const CENSOR_REMOVE = 3;
export const CENSOR_OWN_TEXT = 4;
export const CENSOR_KEEP_LAST = 5;
export const CENSOR_HASH = 6;
export const CENSOR_CLAIMS = 7;

// A match, as `sj_next_match` gives it.
export const MATCH_START = 0; // u64: offset in the input
export const MATCH_END = 8; // u64
export const MATCH_RULE = 16; // u32: address of the rule's id, which ends with a zero
export const MATCH_RULE_LENGTH = 20; // u32
export const MATCH_CHECK = 24; // u32: 0: the rule has no check, 1: it passed, 2: it failed
export const MATCH_SIZE = 32;
