// Keys of pseudonyms, in the text that `SCRUBJAY_HMAC_KEY` would have: one, or several as `ID:key` with blanks between.
import { BAD_KEY } from "../abi";
import { Bytes } from "../bytes";
import { DIGEST_SIZE, hmac } from "./sha256";
import { decode, encode, isAlphanumeric, isSpace } from "./utf";

/** Characters that a key has at least. */
const KEY_LEAST = 16;
const ID_MOST = 16;
/** So many bytes of a digest are shown, as two digits each. */
const SHOWN = 6;
const COLON: u32 = 0x3a;

/** The key that counts, and what stands before the digits. */
export class Key {
  bytes: Bytes = new Bytes();
  /** Its id and a dot; empty where it is the only one. */
  id: Bytes = new Bytes();

  free(): void {
    memory.fill(this.bytes.address, 0, this.bytes.room);
    this.bytes.free();
    this.id.free();
  }
}

const digest: usize = memory.data(DIGEST_SIZE, 8);

/** Reads the text of keys into `key`: the first one counts. Returns 0 or BAD_KEY. */
export function readKeys(from: usize, size: i32, key: Key): i32 {
  const units = heap.alloc(max(2, (<usize>size) << 1));
  const count = decode(from, size, units, false);
  const result = readUnits(units, units + ((<usize>count) << 1), key);
  memory.fill(units, 0, (<usize>size) << 1);
  heap.free(units);
  return result;
}

function readUnits(from: usize, end: usize, key: Key): i32 {
  const first = skipSpaces(from, end);
  if (first == end) return BAD_KEY;
  const isOnly = skipSpaces(wordEnd(first, end), end) == end;
  for (let p = first; p < end; ) {
    const last = wordEnd(p, end);
    const start = isOnly ? p : afterId(p, last);
    if (start == 0 || last - start < (<usize>KEY_LEAST) << 1) return BAD_KEY;
    if (p == first) {
      encode(start, <i32>((last - start) >>> 1), key.bytes);
      encode(p, isOnly ? 0 : <i32>((start - p) >>> 1) - 1, key.id);
      if (!isOnly) key.id.addText(".");
    }
    p = skipSpaces(last, end);
  }
  return 0;
}

function skipSpaces(p: usize, end: usize): usize {
  while (p < end && isSpace(load<u16>(p))) p += 2;
  return p;
}

function wordEnd(p: usize, end: usize): usize {
  while (p < end && !isSpace(load<u16>(p))) p += 2;
  return p;
}

/** Where the key begins after its id and a colon; 0 where there is no id. */
function afterId(p: usize, end: usize): usize {
  let at = p;
  for (; at < end; at += 2) {
    const unit = load<u16>(at);
    if (!isAlphanumeric(unit) && unit != 0x5f && unit != 0x2d) break;
  }
  const length = <i32>((at - p) >>> 1);
  return length > 0 && length <= ID_MOST && at < end && load<u16>(at) == COLON ? at + 2 : 0;
}

/** Adds the pseudonym of a text of so many units to `to`. */
export function addPseudonym(key: Key, units: usize, count: i32, to: Bytes): void {
  const text = new Bytes();
  encode(units, count, text);
  hmac(key.bytes.address, key.bytes.length, text.address, text.length, digest);
  text.free();
  to.add(key.id.address, key.id.length);
  const at = to.reserve(2 * SHOWN);
  for (let i: usize = 0; i < <usize>SHOWN; i++) {
    const byte = <u32>load<u8>(digest + i);
    store<u8>(at + (i << 1), hexDigit(byte >>> 4));
    store<u8>(at + (i << 1), hexDigit(byte & 15), 1);
  }
  to.length += 2 * SHOWN;
}

export function hexDigit(value: u32): u8 {
  return <u8>(value < 10 ? 0x30 + value : 0x57 + value);
}
