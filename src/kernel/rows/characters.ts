// The characters after a name as the automata of rows read them: each is read once, for all automata.
import { SYMBOL_LINE } from "../abi";
import { Char } from "../reading/character";
import { at, classOf, END, is, MAYBE_END, Text, WORD } from "../reading/text";
import { readOnTo } from "../reading/window";
import { Position, symbolAt } from "./symbols";

/** So many characters may stand between a name and its value, and so many from there on are looked at. */
export const MAX_BETWEEN: i32 = 320;
export const MAX_AHEAD: i32 = 256;

// What is known of a character: the address after it u32, its symbol u8, how it is written u8, how often u16.
const ENTRY: usize = 8;
const ENTRIES: usize = memory.data(4640);
const MAX_COUNT: u32 = 0xffff;
/** Of a longer word, most automata see no more. */
const WORD_AT_ONCE: usize = 16;

export class Characters {
  static read: i32 = 0;
  static begin: usize = 0;
  /** The first one that was passed over before `read`, if one was. */
  static gap: i32 = 0;
  static hasGap: bool = false;
  /** The character that was asked for last. */
  static symbol: u32 = 0;
  static next: usize = 0;
  static form: i32 = 0;
  static count: u32 = 0;
}

/** Begins anew at `p`. */
export function startCharacters(p: usize): void {
  Characters.read = 0;
  Characters.begin = p;
  Characters.hasGap = false;
}

/** The `i`th character is at `p`; what stands before it was not read. */
export function jumpTo(i: i32, p: usize): void {
  if (i <= Characters.read) return;
  if (!Characters.hasGap) Characters.gap = Characters.read;
  store<u32>(ENTRIES + <usize>(i - 1) * ENTRY, <u32>p);
  Characters.read = i;
  Characters.hasGap = true;
}

/** Makes `p` the first character again, if another one is, and those that were passed over unread. */
// @inline
export function returnTo(p: usize): void {
  if (Characters.begin != p) startCharacters(p);
  if (!Characters.hasGap) return;
  Characters.read = Characters.gap;
  Characters.hasGap = false;
}

/** Returns the address of the `i`th character; those before it have been asked for. */
// @inline
export function addressOf(i: i32): usize {
  return i == 0 ? Characters.begin : load<u32>(ENTRIES + <usize>(i - 1) * ENTRY);
}

/** Gives the `i`th character. Returns whether there is one: a line end stands where the text has its end for good. */
export function getCharacter(i: i32): bool {
  const entry = ENTRIES + <usize>i * ENTRY;
  if (i >= Characters.read && (classOf(at(addressOf(i))) & (END | MAYBE_END)) == 0)
    readPlain(addressOf(i), i);
  if (i < Characters.read) {
    Characters.next = load<u32>(entry);
    Characters.symbol = load<u8>(entry, 4);
    Characters.form = load<u8>(entry, 5);
    Characters.count = load<u16>(entry, 6);
    return true;
  }
  const p = addressOf(i);
  const symbol = symbolAt(p);
  if (p >= Text.limit) {
    Characters.symbol = SYMBOL_LINE;
    Characters.next = p;
    Characters.form = 0;
    return Text.final;
  }
  Characters.symbol = symbol;
  Characters.next = Position.next;
  Characters.form = Char.form;
  Characters.count = min(Char.count, MAX_COUNT);
  store<u32>(entry, <u32>Characters.next);
  store<u8>(entry, symbol, 4);
  store<u8>(entry, Characters.form, 5);
  store<u16>(entry, Characters.count, 6);
  Characters.read = i + 1;
  return true;
}

/** Notes the sign or the letters and digits from `p` on, the `i`th character: raw, they are what they are. */
function readPlain(p: usize, i: i32): void {
  const most = min(Text.limit, p + min(WORD_AT_ONCE, MAX_BETWEEN + MAX_AHEAD - i));
  let entry = ENTRIES + <usize>i * ENTRY;
  const start = p;
  const isWord = is(load<u8>(p), WORD);
  do {
    store<u32>(entry, <u32>p + 1);
    store<u32>(entry, load<u8>(p), 4); // raw, and so not counted
    p++;
    entry += ENTRY;
  } while (isWord && p < most && is(load<u8>(p), WORD));
  Characters.read = i + <i32>(p - start);
  readOnTo(p);
}
