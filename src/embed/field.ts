// A named value: scanned as a member of JSON, as values are in `src/object/`, so that it comes out as it does there.
import {
  RESULT_FLOOR,
  RESULT_FULL,
  RESULT_RESUME,
  SCAN_FINAL,
  SPAN_SIZE,
  SPANS,
  STATE,
  STATE_SIZE,
} from "../kernel/abi";
import { scan } from "../kernel/index";
import { Bytes } from "./bytes";
import { base, CAPACITY } from "./memory";
import { flagsOfContent } from "./notation";
import { keep, written } from "./output";
import { addPiece } from "./replacement";
import { hexDigit } from "./secret/keys";
import { Stream } from "./stream";

/** What JSON has in place of a byte, after a backslash; 0: the byte stays; 1: `u00` and its digits. */
function escapeOf(byte: u32): u32 {
  if (byte == 0x22 || byte == 0x5c) return byte;
  if (byte >= 0x20) return 0;
  if (byte == 8) return 0x62;
  if (byte == 9) return 0x74;
  if (byte == 10) return 0x6e;
  if (byte == 12) return 0x66;
  return byte == 13 ? 0x72 : 1;
}

/** The value that is read, and the same place in it and in its JSON; spans come in order. */
class Place {
  static json: usize = 0;
  static value: usize = 0;
  static end: usize = 0;
}

const value = new Bytes();

/**
 * Redacts the value of so many bytes that lies in the haystack after its name. Returns whether there was room for its
 * JSON.
 */
export function redactField(stream: Stream, nameSize: i32, valueSize: i32): bool {
  value.length = 0;
  value.add(base(), nameSize + valueSize);
  const valueFrom = value.address + nameSize;
  const end = valueFrom + valueSize;
  const nameEnd = writeQuoted(value.address, valueFrom, base() + 1, base() + CAPACITY - 2);
  if (nameEnd == 0) return false;
  const limit = writeQuoted(valueFrom, end, nameEnd + 1, base() + CAPACITY - 2);
  if (limit == 0) return false;
  store<u8>(base(), 0x7b);
  store<u8>(nameEnd, 0x3a);
  store<u8>(limit, 0x7d);
  memory.fill(STATE, 0, STATE_SIZE);
  Place.json = nameEnd + 2;
  Place.value = valueFrom;
  Place.end = end;
  scanMember(stream, nameEnd, limit + 1, valueFrom);
  memory.fill(value.address, 0, value.length);
  return true;
}

function scanMember(stream: Stream, nameEnd: usize, limit: usize, valueFrom: usize): void {
  let kept = valueFrom;
  let floor = base();
  let from = base();
  do {
    const count = scan(base(), floor, from, limit, SCAN_FINAL);
    const last: usize = SPANS + count * SPAN_SIZE;
    for (let span: usize = SPANS; span < last; span += SPAN_SIZE) {
      const end = <usize>load<u32>(span, 4);
      // What is found in the name is not in the value.
      if (<usize>load<u32>(span) < nameEnd - 1 || end <= nameEnd - 1) continue;
      const first = placeOf(load<u32>(span));
      const to = placeOf(end);
      if (first > kept) keep(kept, first);
      const flags = flagsOfContent(load<u32>(span, 12));
      addPiece(stream, first, to, load<u32>(span, 8), flags, first - valueFrom, written());
      kept = to;
    }
    floor = load<u32>(RESULT_FLOOR);
    from = load<u32>(RESULT_RESUME);
  } while (load<u32>(RESULT_FULL) == 1);
  // The copy of the value is wiped: what stays is written out.
  const output = written();
  output.add(kept, <i32>(Place.end - kept));
}

/** Where in the value a place of its JSON is. */
function placeOf(json: usize): usize {
  while (Place.json < json && Place.value < Place.end) {
    const escaped = escapeOf(load<u8>(Place.value++));
    Place.json += escaped == 0 ? 1 : escaped == 1 ? 6 : 2;
  }
  return Place.value;
}

/** Writes [from, end) as a string of JSON to `to`; returns the address after it, or 0 where it does not fit. */
function writeQuoted(from: usize, end: usize, to: usize, most: usize): usize {
  let at = to;
  store<u8>(at++, 0x22);
  for (let p = from; p < end; p++) {
    if (at + 8 > most) return 0;
    const byte = <u32>load<u8>(p);
    const escaped = escapeOf(byte);
    if (escaped == 0) {
      store<u8>(at++, <u8>byte);
      continue;
    }
    store<u8>(at++, 0x5c);
    if (escaped != 1) {
      store<u8>(at++, <u8>escaped);
      continue;
    }
    store<u32>(at, 0x30303075);
    store<u8>(at, hexDigit(byte >>> 4), 3);
    store<u8>(at, hexDigit(byte & 15), 4);
    at += 5;
  }
  store<u8>(at, 0x22);
  return at + 1;
}
