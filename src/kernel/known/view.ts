// A part of the text as it was before anything escaped it, however often: what is read is pushed onto a stack, and
// what is an escape on top of it gives way to what it means. Line ends within a word are left out.
import { AMPERSAND, BACKSLASH, CR, hexValue, is, LF, PERCENT, WRAPS } from "./bytes";
import { VIEW, VIEW_FROM, VIEW_TO } from "./layout";

export class View {
  static length: u32 = 0;
  /** Whether it ends with a line end that is left out if a word goes on after it. */
  static atLineEnd: bool = false;
}

// @inline
export function byteAt(i: u32): u32 {
  return load<u8>(VIEW + i);
}

// @inline
export function fromOf(i: u32): usize {
  return load<u32>(VIEW_FROM + (i << 2));
}

// @inline
export function toOf(i: u32): usize {
  return load<u32>(VIEW_TO + (i << 2));
}

export function resetView(): void {
  View.length = 0;
  View.atLineEnd = false;
}

/** What an escape on top means, which is still to be added. */
class Meant {
  static byte: u32 = 0;
  static from: usize = 0;
  static to: usize = 0;
}

/** Adds a byte that is written in [from, to) of the text. */
export function push(byte: u32, from: usize, to: usize): void {
  Meant.byte = byte;
  Meant.from = from;
  Meant.to = to;
  // What an escape means may end another one; so deep as texts go, no stack would do.
  do add();
  while (reduce());
}

function add(): void {
  const byte = Meant.byte;
  if (View.atLineEnd) {
    // What the next line is indented by.
    if (byte == 32 || byte == 9) return;
    View.atLineEnd = false;
    if (is(WRAPS, byte) || byte == BACKSLASH || byte == PERCENT || byte == AMPERSAND) View.length--;
  }
  if (byte == LF) {
    if (View.length > 0 && byteAt(View.length - 1) == CR) View.length--;
    View.atLineEnd = View.length > 0 && is(WRAPS, byteAt(View.length - 1));
  }
  append(byte, Meant.from, Meant.to);
}

function append(byte: u32, from: usize, to: usize): void {
  const i = View.length++;
  store<u8>(VIEW + i, <u8>byte);
  store<u32>(VIEW_FROM + (i << 2), <u32>from);
  store<u32>(VIEW_TO + (i << 2), <u32>to);
}

/** Takes an escape off the top; whether what it means is still to be added. */
function reduce(): bool {
  const n = View.length;
  if (n < 2 || View.atLineEnd) return false;
  const top = byteAt(n - 1);
  if (byteAt(n - 2) == BACKSLASH) {
    const meant = meantBy(top);
    return meant != NOTHING && replaceTop(2, meant);
  }
  if (n >= 3 && byteAt(n - 3) == PERCENT) {
    const code = hexBefore(2);
    return code < 256 && replaceTop(3, code);
  }
  if (n >= 4 && byteAt(n - 4) == BACKSLASH && byteAt(n - 3) == 120) {
    const code = hexBefore(2);
    return code < 256 && replaceTop(4, code);
  }
  if (n >= 6 && byteAt(n - 6) == BACKSLASH && byteAt(n - 5) == 117) {
    const code = hexBefore(4);
    return code < 0x10000 && replaceByCharacter(6, code);
  }
  return top == 59 && reduceEntity();
}

/** Of a letter or digit that means nothing after a backslash, or only with more of them. */
export const NOTHING: u32 = 0x100;

/** What a byte after a backslash means. */
export function meantBy(byte: u32): u32 {
  switch (byte) {
    case 110:
      return LF;
    case 114:
      return CR;
    case 116:
      return 9;
    case PERCENT:
    case AMPERSAND:
      // They may begin an escape of what follows the backslash.
      return NOTHING;
    default:
      return byte - 48 < 10 || (byte | 0x20) - 97 < 26 ? NOTHING : byte;
  }
}

/** The number of the last digits; more than they can say where one is none. */
function hexBefore(digits: u32): u32 {
  let code: u32 = 0;
  for (let i = View.length - digits; i < View.length; i++) {
    const value = hexValue(byteAt(i));
    if (value > 15) return 0x10000;
    code = (code << 4) | value;
  }
  return code;
}

function replaceTop(count: u32, byte: u32): bool {
  Meant.to = toOf(View.length - 1);
  View.length -= count;
  Meant.from = fromOf(View.length);
  Meant.byte = byte;
  return true;
}

/** Ones beyond ASCII are in no escape. */
function replaceByCharacter(count: u32, code: u32): bool {
  if (code < 0x80) return replaceTop(count, code);
  const to = toOf(View.length - 1);
  View.length -= count;
  let from = fromOf(View.length);
  let point = code;
  const n = View.length;
  if (code >>> 10 == 0x37 && n >= 3 && byteAt(n - 3) == 0xed && byteAt(n - 2) >= 0xa0) {
    // The second half of a pair, of which the first one stands in front as if it were a character.
    const high = ((byteAt(n - 2) & 0x0f) << 6) | (byteAt(n - 1) & 0x3f);
    point = 0x10000 + (high << 10) + (code & 0x3ff);
    View.length -= 3;
    from = fromOf(View.length);
  }
  if (point < 0x800) append(0xc0 | (point >>> 6), from, to);
  else if (point < 0x10000) {
    append(0xe0 | (point >>> 12), from, to);
    append(0x80 | ((point >>> 6) & 0x3f), from, to);
  } else {
    append(0xf0 | (point >>> 18), from, to);
    append(0x80 | ((point >>> 12) & 0x3f), from, to);
    append(0x80 | ((point >>> 6) & 0x3f), from, to);
  }
  append(0x80 | (point & 0x3f), from, to);
  return false;
}

/** `&#65;` and `&#x41;` in at most so many bytes before the semicolon. */
export const ENTITY_MOST: u32 = 10;

function reduceEntity(): bool {
  const end = View.length - 1;
  const first = end > ENTITY_MOST ? end - ENTITY_MOST : 0;
  let start = end;
  while (start > first && byteAt(start) != AMPERSAND) start--;
  if (byteAt(start) != AMPERSAND || end - start < 3) return false;
  let code: u32 = 0;
  if (byteAt(start + 1) != 35) {
    code = namedEntity(start + 1, end - start - 1);
  } else {
    const isHex = (byteAt(start + 2) | 0x20) == 120;
    for (let i = start + (isHex ? 3 : 2); i < end; i++) {
      const value = hexValue(byteAt(i));
      if (value > (isHex ? 15 : 9)) return false;
      code = code * (isHex ? 16 : 10) + value;
    }
  }
  return code != 0 && code < 0x110000 && replaceByCharacter(View.length - start, code);
}

/** Names of HTML, as numbers of their letters. */
function namedEntity(at: u32, length: u32): u32 {
  let name: u32 = 0;
  if (length > 4) return 0;
  for (let i: u32 = 0; i < length; i++) name = (name << 8) | byteAt(at + i) | 0x20;
  switch (name) {
    case 0x616d70:
      return 38;
    case 0x6c74:
      return 60;
    case 0x6774:
      return 62;
    case 0x71756f74:
      return 34;
    case 0x61706f73:
      return 39;
    case 0x736f6c:
      return 47;
    default:
      return 0;
  }
}

/** So deep, an escape is looked for within one that is not complete either. */
const OPEN_MOST: u32 = 4;

/** How many bytes on top may be the start of an escape, of a pair or of a line end that is left out. */
export function openTop(): u32 {
  const n = View.length;
  if (View.atLineEnd) return n > 0 && byteAt(n - 1) == LF ? 1 : 0;
  let top = n;
  for (let i: u32 = 0; i < OPEN_MOST; i++) {
    const open = openBefore(top);
    if (open == 0) break;
    top -= open;
  }
  return n - top;
}

/** The same of what ends at `n`. */
function openBefore(n: u32): u32 {
  // A line feed may follow, also one that is escaped.
  if (n > 0 && byteAt(n - 1) == CR) return 1;
  const least = n > ENTITY_MOST ? n - ENTITY_MOST : 0;
  for (let i = n; i > least; i--) {
    const byte = byteAt(i - 1);
    const size = n - i + 1;
    if (byte == BACKSLASH) return size < 7 ? size + halfBefore(i - 1) : 0;
    if (byte == PERCENT) return size < 3 ? size : 0;
    if (byte == AMPERSAND) return size;
    if (!isInEscape(byte)) break;
  }
  return halfBefore(n);
}

/** The bytes of a pair's first half in front of the i-th byte. */
function halfBefore(i: u32): u32 {
  return i >= 3 && byteAt(i - 3) == 0xed && byteAt(i - 2) >= 0xa0 ? 3 : 0;
}

/** "#", digits and letters. */
function isInEscape(byte: u32): bool {
  return byte == 35 || byte - 48 < 10 || (byte | 0x20) - 97 < 26;
}
