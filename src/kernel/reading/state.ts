// What the kernel is inside of when a chunk ends. A few integers, whatever the length of the token.
import { STATE, STATE_MEMBERS, STATE_SIZE } from "../abi";
import { Members } from "./members-state";
import { Rows } from "./table-state";

export const MODE_SEARCH: u32 = 0;
/** Inside a value: quoted, or up to a delimiter. */
export const MODE_VALUE: u32 = 1;
/** Inside an array or an object under a sensitive name. */
export const MODE_CONTAINER: u32 = 2;
/** Inside a token that a pattern's DFA follows. */
export const MODE_PATTERN: u32 = 3;
/** Before the next `name=value` of a cookie header. */
export const MODE_COOKIE: u32 = 4;
/** After an element of an array under a sensitive name. */
export const MODE_ELEMENT: u32 = 5;
/** Between the marks of a PEM or PGP block, and inside a run of its body. */
export const MODE_BLOCK: u32 = 6;
export const MODE_BLOCK_RUN: u32 = 7;
/** In what follows a cookie's value: attributes, which stay. */
export const MODE_ATTRIBUTES: u32 = 8;
/** Before the next `name=value` of an Authorization header, and in a value of those that stays. */
export const MODE_PARAMETERS: u32 = 9;
export const MODE_KEPT: u32 = 10;
/** At the end of a line of what may be wrapped, and at the start of the next one. */
export const MODE_WRAP_END: u32 = 11;
export const MODE_WRAP_LINE: u32 = 12;
/** After a value that ends where a record may have been cut. */
export const MODE_CUT: u32 = 13;

/** In `State.array`: the value is an item of a list, a line each, indented by `State.lines`. */
export const LISTED: u32 = 2;

/** In `State.inner` of an element: its string is not a secret, and is searched for others. */
export const TO_SEARCH: u32 = 3;

/** In `State.step` of a value that changes: a new one in the same quotes after an arrow. */
export const CHANGES_QUOTED: u32 = 1;
/** The same without quotes, too. */
export const CHANGES: u32 = 2;
/** Also after "to". */
export const CHANGES_WORD: u32 = 3;
/** The value is a member's, of a name that is a member itself: `"old":"x","new":"y"`. */
export const CHANGES_MEMBER: u32 = 4;

/** The same of a value that is joined to a string in the next line. */
export const JOINED: u32 = 5;

/** In `State.lines` of a value that is no item: it goes on over raw line ends. */
export const OVER_LINES: u32 = 0x10000;

/** In `State.array`: what is stepped through are the rows of an INSERT. */
export const TUPLE: u32 = 3;

/** In `State.array`: what is stepped through are the members of an object or array. */
export const MEMBERS: u32 = 4;

/** In `State.longRun`: so many backslashes of a quoted value have been passed that the rest begins no colour code. */
export const LONG_QUOTED: u32 = 2;

export class State {
  static mode: u32 = 0;
  static rule: u32 = 0;
  /** The quote that ends the value (0: none), how it is written and how often it is escaped. */
  static code: u32 = 0;
  static form: i32 = 0;
  static count: u32 = 0;
  /** Flags of the spans to come. */
  static flags: u32 = 0;
  /** Open brackets; the indent of a YAML block. */
  static depth: u32 = 0;
  /** Open brackets of a container with members; quote that is open inside one without; how a block's quotes are escaped; 1 after the first parameter; BEHIND_LINE; TO_SEARCH. */
  static inner: u32 = 0;
  /** DFA state, the node of a scheme, whether a block's line starts, or which column of a row comes. */
  static step: u32 = 0;
  /** How the separator was written: percent-encoded text ends elsewhere. */
  static separator: i32 = 0;
  /** The value is a query's parameter: any ampersand ends it. */
  static inQuery: bool = false;
  /** VALUE_* of the rule: which delimiters and what follows the value. */
  static kind: u32 = 0;
  /** 1: the value is an element of an array; LISTED; TUPLE. */
  static array: u32 = 0;
  /** Lines since a block began; the indent of a list; a bit for each secret column; the quotes around parameters. */
  static lines: u32 = 0;
  /** In a run of backslashes too long to be an escape. */
  static longRun: u32 = 0;
  /** How often the separator was percent-encoded: what is so more often is no delimiter. */
  static separatorCount: u32 = 0;
  /** 1: where the value is not quoted, its replacement has to be. */
  static wantsQuote: u32 = 0;
  /** Characters of the value so far, if all of them are of what is wrapped, and of its line before it. */
  static width: u32 = 0;
  static column: u32 = 0;
  /** The same after the quote in front of it. */
  static inString: u32 = 0;
  /** 1: a second line as wide as the first has been seen; `width` is theirs. */
  static wrapped: u32 = 0;
  /** How many strings enclose the value: it ends where the innermost of them does. */
  static level: u32 = 0;
}

/** Whether the value is one of a clause of SQL: a string in it may go on over lines. */
export function isInClause(): bool {
  return State.array == 0 && State.lines == OVER_LINES;
}

const IN_TABLE: u32 = 0x80;
const IN_MEMBERS: u32 = 0x40;
const IN_QUERY: u32 = 0x20;

/** In `lines`, of parameters in a string: the code of its quotes, and from here on how often they are escaped. */
export const OUTER_SHIFT: u32 = 8;
export const OUTER_CODE: u32 = 0xff;

/** `from` is where the next scan goes on. */
export function saveState(from: usize): void {
  const s: usize = STATE;
  const inMembers = Members.at != usize.MAX_VALUE;
  if (State.mode == MODE_SEARCH && Rows.mark == 0 && !inMembers) return saveSearch(s);
  // The host takes a first byte of 0 for "inside of nothing".
  const flags = (Rows.mark != 0 ? IN_TABLE : 0) | (inMembers ? IN_MEMBERS : 0);
  store<u32>(s, State.mode | flags | (State.inQuery && State.mode != MODE_SEARCH ? IN_QUERY : 0), 0);
  store<u32>(s, State.rule, 4);
  store<u32>(s, State.code, 8);
  store<i32>(s, State.form, 12);
  store<u32>(s, State.count, 16);
  store<u32>(s, State.flags, 20);
  store<u32>(s, State.depth, 24);
  store<u32>(s, State.inner, 28);
  store<u32>(s, State.step, 32);
  store<u32>(s, State.separator, 36);
  store<u32>(s, State.kind, 40);
  store<u32>(s, State.array, 44);
  store<u32>(s, State.lines, 48);
  store<u32>(s, State.longRun, 52);
  store<u32>(s, State.separatorCount, 56);
  store<u32>(s, State.wantsQuote, 60);
  store<u32>(s, State.width, 64);
  store<u32>(s, State.column, 68);
  store<u32>(s, State.wrapped, 72);
  store<u32>(s, State.inString, 76);
  store<u32>(s, Rows.mark | (Rows.columns << 8) | (Rows.column << 16) | (Rows.level << 24), 80);
  store<u32>(s, Rows.secret, 84);
  store<u32>(s, Rows.rule, 88);
  store<i32>(s, <i32>(Rows.at - from), 92);
  store<u32>(s, State.level, 96);
  store<u32>(s, Rows.escapes, 100);
  const members = s + STATE_MEMBERS;
  store<i32>(members, inMembers ? <i32>(Members.at - from) : 0);
  store<u32>(members, Members.rule, 4);
  store<u32>(members, Members.flags, 8);
  store<u32>(members, Members.depth, 12);
  store<u32>(members, Members.level, 16);
  store<u32>(members, Rows.open, 20);
}

/** Outside of everything, what was known of the last match means nothing. */
function saveSearch(s: usize): void {
  memory.fill(s, 0, STATE_SIZE);
}

export function loadState(from: usize): void {
  const s: usize = STATE;
  const flags = load<u32>(s, 0);
  State.mode = flags & ~(IN_TABLE | IN_MEMBERS | IN_QUERY);
  State.inQuery = (flags & IN_QUERY) != 0;
  State.rule = load<u32>(s, 4);
  State.code = load<u32>(s, 8);
  State.form = load<i32>(s, 12);
  State.count = load<u32>(s, 16);
  State.flags = load<u32>(s, 20);
  State.depth = load<u32>(s, 24);
  State.inner = load<u32>(s, 28);
  State.step = load<u32>(s, 32);
  State.separator = load<i32>(s, 36);
  State.kind = load<u32>(s, 40);
  State.array = load<u32>(s, 44);
  State.lines = load<u32>(s, 48);
  State.longRun = load<u32>(s, 52);
  State.separatorCount = load<u32>(s, 56);
  State.wantsQuote = load<u32>(s, 60);
  State.width = load<u32>(s, 64);
  State.column = load<u32>(s, 68);
  State.wrapped = load<u32>(s, 72);
  State.inString = load<u32>(s, 76);
  State.level = load<u32>(s, 96);
  const members = s + STATE_MEMBERS;
  Members.at = (flags & IN_MEMBERS) != 0 ? from + load<i32>(members) : usize.MAX_VALUE;
  Members.rule = load<u32>(members, 4);
  Members.flags = load<u32>(members, 8);
  Members.depth = load<u32>(members, 12);
  Members.level = load<u32>(members, 16);
  Rows.open = load<u32>(members, 20);
  const rows = load<u32>(s, 80);
  Rows.mark = rows & 255;
  Rows.columns = (rows >>> 8) & 255;
  Rows.column = (rows >>> 16) & 255;
  Rows.level = rows >>> 24;
  Rows.secret = load<u32>(s, 84);
  Rows.escapes = load<u32>(s, 100);
  Rows.rule = load<u32>(s, 88);
  Rows.at = Rows.mark == 0 ? usize.MAX_VALUE : from + load<i32>(s, 92);
}
