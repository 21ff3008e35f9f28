// Named second tests of a match.
import {
  CHECK_BITS,
  CHECK_CRC32_BASE62,
  CHECK_ENTROPY,
  CHECK_ISSUED,
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
import { isDigest, issued } from "./issued";
import { hasEntropy, KINDS_MOST, Kinds, measureKinds } from "./kinds";
import { Plain, readPlain } from "./plain-text";

/** Whether [start, end) passes `check`; `head` is the length of the literal in front. */
export function passes(check: u32, start: usize, end: usize, head: u32): bool {
  if (check == CHECK_ISSUED && isDigest(start)) return false;
  readPlain(start, end);
  start = Plain.start;
  end = Plain.end;
  if (check >= <u32>CHECK_BITS) return hasEntropy(start, end, check - CHECK_BITS);
  if (check == CHECK_CRC32_BASE62) return crc32Base62(start + head, end);
  if (check == CHECK_LUHN) return luhn(start, end);
  if (check == CHECK_ENTROPY) return entropy(start + head, end);
  if (check == CHECK_JWT) return jwt(start, end);
  if (check == CHECK_RANDOM) return random(start, end);
  if (check == CHECK_MIXED) return mixed(start, end);
  if (check == CHECK_MOD_97) return mod97(start, end);
  if (check == CHECK_NOT_UUID) return !hasUuid(start, end);
  if (check == CHECK_ISSUED) return issued(start, end);
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
 * ISO/IEC 7064 MOD 97-10, as ISO 13616 has it: with the first four characters after the others and letters as 10 to 35,
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
  if (end - start < 16 || !entropy(start, end) || endsInHash(start, end) || isDate(start, end)) return false;
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
