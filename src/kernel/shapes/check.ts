// Named second tests of a match.
import {
  CHECK_CRC32_BASE62,
  CHECK_ENTROPY,
  CHECK_JWT,
  CHECK_LUHN,
  CHECK_MIXED,
  CHECK_MOD_97,
  CHECK_NOT_UUID,
  CHECK_RANDOM,
} from "../abi";
import {
  BACKSLASH,
  CASE,
  COLON,
  DIGIT_0,
  DOT,
  HYPHEN,
  isDigit,
  isLower,
  isUpper,
  LOWER_A,
  LOWER_T,
  SLASH,
  SPACE,
  TILDE,
  UNDERSCORE,
  UPPER_A,
} from "../reading/chars";
import { ALNUM, HEX, is } from "../reading/text";

/** Whether [start, end) passes `check`; `head` is the length of the literal in front. */
export function passes(check: u32, start: usize, end: usize, head: u32): bool {
  if (check == CHECK_CRC32_BASE62) return crc32Base62(start + head, end);
  if (check == CHECK_LUHN) return luhn(start, end);
  if (check == CHECK_ENTROPY) return entropy(start + head, end);
  if (check == CHECK_JWT) return jwt(start, end);
  if (check == CHECK_RANDOM) return random(start, end);
  if (check == CHECK_MIXED) return mixed(start, end);
  if (check == CHECK_MOD_97) return mod97(start, end);
  if (check == CHECK_NOT_UUID) return !hasUuid(start, end);
  return true;
}

/**
 * The last six characters are the CRC-32 (IEEE) of those before, in base 62, digits first, then upper
 * and lower case: GitHub's and npm's tokens.
 * @see https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 */
function crc32Base62(start: usize, end: usize): bool {
  if (end - start < 7) return false;
  let crc: u32 = 0xffffffff;
  for (let p = start; p < end - 6; p++) {
    crc ^= load<u8>(p);
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (0xedb88320 & (0 - (crc & 1)));
  }
  crc = ~crc;
  for (let i: usize = 1; i <= 6; i++) {
    const digit = crc % 62;
    const c = digit < 10 ? DIGIT_0 + digit : digit < 36 ? UPPER_A + digit - 10 : LOWER_A + digit - 36;
    if (load<u8>(end - i) != c) return false;
    crc /= 62;
  }
  return true;
}

/** ISO/IEC 7812-1: doubling every second digit from the right, the digits add up to a multiple of ten. */
function luhn(start: usize, end: usize): bool {
  let sum: u32 = 0;
  let digits: u32 = 0;
  for (let p = end; p > start; p--) {
    const digit = <u32>load<u8>(p - 1) - DIGIT_0;
    if (digit > 9) continue;
    const value = digits & 1 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
    digits++;
  }
  return digits >= 12 && sum % 10 == 0;
}

/**
 * ISO/IEC 7064 MOD 97-10, as ISO 13616 has it: with the first four characters behind the others and letters as 10 to 35,
 * the number leaves one. Blanks do not count.
 */
function mod97(start: usize, end: usize): bool {
  let rest: u32 = 0;
  let head: usize = start;
  for (let count = 0; head < end && count < 4; head++) if (load<u8>(head) != SPACE) count++;
  for (let p = head; p < end; p++) rest = with97(rest, load<u8>(p));
  for (let p = start; p < head; p++) rest = with97(rest, load<u8>(p));
  return rest == 1;
}

function with97(rest: u32, c: u32): u32 {
  if (isDigit(c)) return (rest * 10 + c - DIGIT_0) % 97;
  return c == SPACE ? rest : (rest * 100 + (c | CASE) - LOWER_A + 10) % 97;
}

/** So many bytes tell what kinds of characters there are, and so many how often each is there. */
const KINDS_MOST: usize = 128;
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
class Kinds {
  static hasDigit: bool = false;
  static hasLower: bool = false;
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
function measureKinds(start: usize, end: usize): void {
  end = min(end, start + KINDS_MOST);
  Kinds.hasDigit = Kinds.hasLetter = Kinds.hasLower = false;
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
    if ((lower | upper) != 0) Kinds.hasLetter = true;
    if ((inside & ~(hex | within(a, b, c, d, HYPHEN, 1))) != 0) Kinds.isHex = false;
    lastLower = lower >>> 63;
    lastUpper = upper >>> 63;
    lastDigit = digit >>> 63;
  }
}

/** Whether the first 64 bytes have at least so much Shannon entropy each, in tenths of a bit. */
function hasEntropy(start: usize, end: usize, least: u32): bool {
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

/**
 * What a generator gives and words, paths and counters do not: at least 12 characters, Shannon entropy of
 * 3 bits each, and letters that keep changing with digits. Neighbours differ in kind in 44 % of random
 * base 62, 47 % of hexadecimal, 40 % of base 36, and in under 10 % of `user-profile-20240101`.
 */
function entropy(start: usize, end: usize): bool {
  if (end - start < 12) return false;
  measureKinds(start, end);
  if (!Kinds.hasLetter || !Kinds.hasDigit) return false;
  return Kinds.changes * 8 >= <u32>min(end - start, KINDS_MOST) && hasEntropy(start, end, 30);
}

/** Ids of capitals and digits are not longer: a ULID has 26. */
const MAX_ID: usize = 26;

/**
 * The same for a name that tells little (`key`, `code`): longer, and no hash, UUID or trace id, which are
 * hexadecimal, nor an id of capitals and digits.
 */
function random(start: usize, end: usize): bool {
  if (end - start < 16 || !entropy(start, end) || endsInHash(start, end)) return false;
  if (!Kinds.hasLower && end - start <= MAX_ID) return false;
  return !Kinds.isHex && Kinds.changes * 6 >= <u32>min(end - start, KINDS_MOST) && hasEntropy(start, end, 32);
}

/** `npm-linux-9f86d0…`: words and the hash of what they are about, as the keys of caches are. */
function endsInHash(start: usize, end: usize): bool {
  let p = end;
  while (p > start && end - p <= 64 && is(load<u8>(p - 1), HEX)) p--;
  const length = end - p;
  if (length != 32 && length != 40 && length != 64) return false;
  return p > start && (load<u8>(p - 1) == HYPHEN || load<u8>(p - 1) == UNDERSCORE);
}

/** Whether a UUID stands in [start, end), for itself or between other words: `fleet-180da986-0bb4-4936-8c9a-0e20a0c6d1aa-0`. */
function hasUuid(start: usize, end: usize): bool {
  for (let p = start; p + 36 <= end; p++) {
    if (load<u8>(p + 8) != HYPHEN || !isUuid(p)) continue;
    if ((p == start || !is(load<u8>(p - 1), ALNUM)) && (p + 36 == end || !is(load<u8>(p + 36), ALNUM)))
      return true;
  }
  return false;
}

/** `c265b64d-b8b2-4c8f-912b-a346f34fc63a` */
function isUuid(start: usize): bool {
  for (let i: usize = 0; i < 36; i++) {
    const c = <u32>load<u8>(start + i);
    if (i == 8 || i == 13 || i == 18 || i == 23 ? c != HYPHEN : !is(c, HEX)) return false;
  }
  return true;
}

/** 1 lower case, 2 upper case, 3 digit, 0 anything else. */
function kindOf(c: u32): u32 {
  if (isLower(c)) return 1;
  if (isUpper(c)) return 2;
  return isDigit(c) ? 3 : 0;
}

/** What a password or a token has and a word, a number, a path, a host and a date have not. */
function mixed(start: usize, end: usize): bool {
  if (end - start < MIXED_LEAST) return false;
  let digits = 0;
  let letters = 0;
  let dots = 0;
  let slashes = 0;
  let others = 0;
  for (let p = start; p < end; p++) {
    const c = <u32>load<u8>(p);
    const kind = kindOf(c);
    if (kind == 3) digits++;
    else if (kind != 0) letters++;
    else if (c == DOT) dots++;
    else if (c == SLASH || c == BACKSLASH) slashes++;
    else if (c != HYPHEN && c != UNDERSCORE && c != COLON) others++;
    // A capital or another sign is in no host's name.
    if (kind == 2) others++;
  }
  const first = <u32>load<u8>(start);
  if (first == SLASH || first == TILDE) return false;
  if (slashes > 0 && (dots > 0 || end - start < PATH_MOST)) return false;
  if (dots > 0 && others == 0) return false;
  return letters > 1 && digits > 0 && !isDate(start, end);
}

const MIXED_LEAST: usize = 7;
/** What is longer and holds a slash may be base64. */
const PATH_MOST: usize = 20;

/** `2026-03-02T…`, `20260302T091401Z` */
function isDate(start: usize, end: usize): bool {
  let digits = 0;
  let p = start;
  for (; p < end && (isDigit(load<u8>(p)) || load<u8>(p) == HYPHEN); p++) {
    if (load<u8>(p) != HYPHEN) digits++;
  }
  return digits == 8 && p < end && (<u32>load<u8>(p) | CASE) == LOWER_T;
}

/** A compact JWS or JWE has two or four dots (RFC 7515 section 7.1, RFC 7516 section 7.1). */
function jwt(start: usize, end: usize): bool {
  let dots: u32 = 0;
  for (let p = start; p < end && dots <= 4; p++) if (load<u8>(p) == DOT) dots++;
  return dots == 2 || dots == 4;
}
