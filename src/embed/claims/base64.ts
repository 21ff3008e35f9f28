// Base64 as `atob` reads it (https://infra.spec.whatwg.org/#forgiving-base64-decode), and its bytes as text.
import { decodeText, isSpace } from "../secret/utf";

const EQUALS = 0x3d;

/** The text; null where it is not base64. With `isOfUrl`, "-" and "_" stand for "+" and "/", too. */
export function decodeBase64(base64: string, isOfUrl: bool): string | null {
  const bytes = heap.alloc(base64.length + 1);
  const size = decodeBytes(base64, isOfUrl, bytes);
  if (size < 0) {
    heap.free(bytes);
    return null;
  }
  const units = heap.alloc(((<usize>size) << 1) + 2);
  const text = String.UTF16.decodeUnsafe(units, (<usize>decodeText(bytes, size, units)) << 1);
  heap.free(bytes);
  heap.free(units);
  return text;
}

/** How many bytes it has; -1: it is not base64. */
function decodeBytes(base64: string, isOfUrl: bool, to: usize): i32 {
  let held: u32 = 0;
  let count = 0;
  let ends = 0;
  let size = 0;
  for (let i = 0; i < base64.length; i++) {
    const unit = base64.charCodeAt(i);
    if (isSpace(unit) && unit <= 0x20 && unit != 0x0b) continue;
    if (unit == EQUALS) {
      ends++;
      continue;
    }
    const value = digitOf(unit, isOfUrl);
    if (value > 63 || ends > 0) return -1;
    held = (held << 6) | value;
    count++;
    if ((count & 3) == 0) {
      store<u8>(to + size, <u8>(held >>> 16));
      store<u8>(to + size, <u8>(held >>> 8), 1);
      store<u8>(to + size, <u8>held, 2);
      size += 3;
      held = 0;
    }
  }
  const left = count & 3;
  if (left == 1 || (ends > 0 && left + ends != 4) || ends > 2) return -1;
  if (left == 2) store<u8>(to + size++, <u8>(held >>> 4));
  if (left == 3) {
    store<u8>(to + size++, <u8>(held >>> 10));
    store<u8>(to + size++, <u8>(held >>> 2));
  }
  return size;
}

function digitOf(unit: u32, isOfUrl: bool): u32 {
  if (unit - 0x41 < 26) return unit - 0x41;
  if (unit - 0x61 < 26) return unit - 0x61 + 26;
  if (unit - 0x30 < 10) return unit - 0x30 + 52;
  if (unit == 0x2b || (isOfUrl && unit == 0x2d)) return 62;
  if (unit == 0x2f || (isOfUrl && unit == 0x5f)) return 63;
  return 64;
}
