// What kinds of characters a text has, and how much they differ.
import { DIGIT_0, HYPHEN, isDigit, isLower, isUpper, LOWER_A, UPPER_A } from "../reading/chars";

/** So many bytes tell what kinds of characters there are, and so many how often each is there. */
export const KINDS_MOST: usize = 128;
const COUNTED_MOST: usize = 64;

const counts = memory.data(256);
/** n · log₂ n in parts of 2^16, u32 each. */
const logs = memory.data(4 * 65);
const LOG_UNIT: f64 = 65536;

/** To be called once before the first check. */
export function fillLogs(): void {
  for (let n: usize = 1; n <= COUNTED_MOST; n++) {
    const log = <f64>n * NativeMath.log2(<f64>n) * LOG_UNIT;
    store<u32>(logs + n * 4, <u32>NativeMath.round(log));
  }
}

/** What `measureKinds` found. */
export class Kinds {
  static hasDigit: bool = false;
  static hasLower: bool = false;
  static hasUpper: bool = false;
  static hasLetter: bool = false;
  /** Neighbours of different kinds: lower case, upper case, digits; a capital and what it begins count as one. */
  static changes: u32 = 0;
  static isHex: bool = true;
}

/** Which of 64 bytes are one of `count` from `first` on. */
// @inline
function within(a: v128, b: v128, c: v128, d: v128, first: u32, count: i8): u64 {
  const from = i8x16.splat(<i8>first);
  const most = i8x16.splat(count);
  const low = <u32>(
    (i8x16.bitmask(i8x16.lt_u(i8x16.sub(a, from), most)) |
      (i8x16.bitmask(i8x16.lt_u(i8x16.sub(b, from), most)) << 16))
  );
  const high = <u32>(
    (i8x16.bitmask(i8x16.lt_u(i8x16.sub(c, from), most)) |
      (i8x16.bitmask(i8x16.lt_u(i8x16.sub(d, from), most)) << 16))
  );
  return <u64>low | ((<u64>high) << 32);
}

/** Looks at no more than 128 bytes. */
export function measureKinds(start: usize, end: usize): void {
  end = min(end, start + KINDS_MOST);
  Kinds.hasDigit = Kinds.hasLetter = Kinds.hasLower = Kinds.hasUpper = false;
  Kinds.isHex = true;
  Kinds.changes = 0;
  let lastLower: u64 = 0;
  let lastUpper: u64 = 0;
  let lastDigit: u64 = 0;
  for (let p = start; p < end; p += 64) {
    const outside: u64 = end - p >= 64 ? 0 : 64 - (end - p);
    const inside = ~(<u64>0) >>> outside;
    const a = v128.load(p);
    const b = v128.load(p, 16);
    const c = v128.load(p, 32);
    const d = v128.load(p, 48);
    const lower = within(a, b, c, d, LOWER_A, 26) & inside;
    const upper = within(a, b, c, d, UPPER_A, 26) & inside;
    const digit = within(a, b, c, d, DIGIT_0, 10) & inside;
    const hex = digit | within(a, b, c, d, LOWER_A, 6) | within(a, b, c, d, UPPER_A, 6);
    const behindLower = (lower << 1) | lastLower;
    const behindUpper = (upper << 1) | lastUpper;
    const behindDigit = (digit << 1) | lastDigit;
    const changes =
      (digit & (behindLower | behindUpper)) | (lower & behindDigit) | (upper & (behindLower | behindDigit));
    Kinds.changes += <u32>popcnt(changes);
    if (digit != 0) Kinds.hasDigit = true;
    if (lower != 0) Kinds.hasLower = true;
    if (upper != 0) Kinds.hasUpper = true;
    if ((lower | upper) != 0) Kinds.hasLetter = true;
    if ((inside & ~(hex | within(a, b, c, d, HYPHEN, 1))) != 0) Kinds.isHex = false;
    lastLower = lower >>> 63;
    lastUpper = upper >>> 63;
    lastDigit = digit >>> 63;
  }
}

/** Whether the first 64 bytes have at least so much Shannon entropy each, in tenths of a bit. */
export function hasEntropy(start: usize, end: usize, least: u32): bool {
  const length = min(end - start, COUNTED_MOST);
  memory.fill(counts, 0, 256);
  let sum: u32 = 0;
  for (let p = start; p < start + length; p++) {
    const count = counts + <usize>load<u8>(p);
    const n = <usize>load<u8>(count);
    sum += load<u32>(logs + n * 4 + 4) - load<u32>(logs + n * 4);
    store<u8>(count, <u8>(n + 1));
  }
  // What each character is rounded by is nothing beside it.
  return (load<u32>(logs + length * 4) - sum + COUNTED_MOST) * 10 >= least * <u32>length * <u32>LOG_UNIT;
}

/** Digits and letters, or letters of both cases; with `isAll`, digits and letters of both. */
export function isMixed(p: usize, end: usize, isAll: bool = false): bool {
  let digit = false;
  let upper = false;
  let lower = false;
  for (; p < end; p++) {
    const c = <u32>load<u8>(p);
    if (isDigit(c)) digit = true;
    else if (isUpper(c)) upper = true;
    else if (isLower(c)) lower = true;
  }
  if (isAll) return digit && upper && lower;
  return digit ? upper || lower : upper && lower;
}
