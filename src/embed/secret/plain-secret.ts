// A secret as it was before any notation escaped it: `src/redaction/plain-secret.ts` in units of UTF-16, and to the unit.
import { decode, isAlphanumeric, isSpace, writePoint } from "./utf";

const MOST_LEVELS = 8;
const PERCENT: u32 = 0x25;
const AMPERSAND: u32 = 0x26;
const BACKSLASH: u32 = 0x5c;
const SEMICOLON: u32 = 0x3b;
const HASH: u32 = 0x23;

/** The part of the text that is read, and where what it means is written. */
class Reader {
  static end: usize = 0;
  static to: usize = 0;
}

/**
 * Makes [from, from + 2 * count) plain, in place; `spare` has as much room. Returns how many units are left.
 */
export function makePlain(from: usize, count: i32, spare: usize): i32 {
  for (let level = 0; level < MOST_LEVELS; level++) {
    const length = undoLevel(from, count, spare);
    const isSame = length == count && memory.compare(from, spare, (<usize>count) << 1) == 0;
    if (isSame) break;
    memory.copy(from, spare, (<usize>length) << 1);
    count = length;
  }
  let to = from;
  const end = from + ((<usize>count) << 1);
  for (let p = from; p < end; p += 2) {
    const unit = load<u16>(p);
    if (isSpace(unit)) continue;
    store<u16>(to, unit);
    to += 2;
  }
  return <i32>((to - from) >>> 1);
}

/** Undoes one level of escapes; returns how many units that leaves. */
function undoLevel(from: usize, count: i32, to: usize): i32 {
  Reader.end = from + ((<usize>count) << 1);
  Reader.to = to;
  for (let p = from; p < Reader.end; ) {
    const unit = <u32>load<u16>(p);
    const next =
      unit == BACKSLASH ? escaped(p) : unit == PERCENT ? percents(p) : unit == AMPERSAND ? entity(p) : 0;
    if (next != 0) {
      p = next;
      continue;
    }
    put(unit);
    p += 2;
  }
  return <i32>((Reader.to - to) >>> 1);
}

function put(unit: u32): void {
  store<u16>(Reader.to, <u16>unit);
  Reader.to += 2;
}

/** The unit at `p`; past the end none that means anything. */
function unitAt(p: usize): u32 {
  return p < Reader.end ? <u32>load<u16>(p) : 0xffffffff;
}

/** The value of a hexadecimal digit; 16 for anything else. */
export function hexOf(unit: u32): u32 {
  if (unit - 0x30 < 10) return unit - 0x30;
  const letter = (unit | 0x20) - 0x61;
  return unit < 0x80 && letter < 6 ? letter + 10 : 16;
}

/** So many hexadecimal digits from `p` on as a number, -1 where they are not all there. */
function hexNumber(p: usize, digits: i32): i32 {
  let number: u32 = 0;
  for (let i = 0; i < digits; i++) {
    const digit = hexOf(unitAt(p + ((<usize>i) << 1)));
    if (digit > 15) return -1;
    number = (number << 4) | digit;
  }
  return <i32>number;
}

/** After `\u0041`, `\x41` or `\A`; 0 where nothing follows the backslash. */
function escaped(p: usize): usize {
  const letter = unitAt(p + 2);
  if (letter == 0xffffffff) return 0;
  const kind = letter < 0x80 ? letter | 0x20 : letter;
  const digits = kind == 0x75 ? 4 : kind == 0x78 ? 2 : 0;
  const unit = digits == 0 ? -1 : hexNumber(p + 4, digits);
  if (unit >= 0) {
    put(<u32>unit);
    return p + 4 + ((<usize>digits) << 1);
  }
  // Only these letters in this case.
  if (letter == 0x6e) put(0x0a);
  else if (letter == 0x72) put(0x0d);
  else if (letter == 0x74) put(0x09);
  else if (letter == 0x62) put(0x08);
  else if (letter == 0x66) put(0x0c);
  else put(letter);
  return p + 4;
}

/** After a run of `%41`, which stays where it is not UTF-8; 0 where there is none. */
function percents(p: usize): usize {
  // The bytes go where the run's own units would, of which each takes three.
  const bytes = Reader.to;
  let end = p;
  let count = 0;
  while (unitAt(end) == PERCENT) {
    const byte = hexNumber(end + 2, 2);
    if (byte < 0) break;
    store<u8>(bytes + count++, <u8>byte);
    end += 6;
  }
  if (count == 0) return 0;
  const units = decode(bytes, count, bytes + count + (count & 1), true);
  if (units >= 0) {
    memory.copy(bytes, bytes + count + (count & 1), (<usize>units) << 1);
    Reader.to += (<usize>units) << 1;
  } else {
    memory.copy(bytes, p, end - p);
    Reader.to += end - p;
  }
  return end;
}

/** After `&#65;`, `&#x41;` or `&amp;`; 0 where it is none. */
function entity(p: usize): usize {
  if (unitAt(p + 2) == HASH)
    return unitAt(p + 4) < 0x80 && (unitAt(p + 4) | 0x20) == 0x78
      ? numbered(p, p + 6, 16, 6)
      : numbered(p, p + 4, 10, 7);
  let end = p + 2;
  while (isAlphanumeric(unitAt(end)) || unitAt(end) == 0x5f) end += 2;
  const length = <i32>((end - p - 2) >>> 1);
  if (length < 2 || length > 4 || unitAt(end) != SEMICOLON) return 0;
  const character = namedCharacter(p + 2, length);
  if (character == 0) return 0;
  put(character);
  return end + 2;
}

function numbered(p: usize, digits: usize, radix: u32, most: i32): usize {
  let point: u32 = 0;
  let end = digits;
  for (let digit = hexOf(unitAt(end)); digit < radix; digit = hexOf(unitAt(end))) {
    point = point * radix + digit;
    end += 2;
    if (<i32>((end - digits) >>> 1) > most) return 0;
  }
  if (end == digits || unitAt(end) != SEMICOLON) return 0;
  if (point > 0x10ffff) {
    memory.copy(Reader.to, p, end + 2 - p);
    Reader.to += end + 2 - p;
  } else Reader.to = writePoint(Reader.to, point);
  return end + 2;
}

/** The character of an entity's name in any case; 0 for one that is not known. */
function namedCharacter(at: usize, length: i32): u32 {
  let name: u64 = 0;
  for (let i = 0; i < length; i++) name = (name << 8) | (load<u16>(at + ((<usize>i) << 1)) | 0x20);
  if (name == spelled("amp")) return 0x26;
  if (name == spelled("lt")) return 0x3c;
  if (name == spelled("gt")) return 0x3e;
  if (name == spelled("quot")) return 0x22;
  if (name == spelled("apos")) return 0x27;
  return 0;
}

function spelled(name: string): u64 {
  let spelled: u64 = 0;
  for (let i = 0; i < name.length; i++) spelled = (spelled << 8) | name.charCodeAt(i);
  return spelled;
}
