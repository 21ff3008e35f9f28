// Where a rule's fragment may be, 64 bytes at a time, in three masks over one load of the bytes:
//
// - key: a 4-byte fragment of a key name, or one of the shapes' fragments that neither of the others
//   finds, may END here (nibble tables, "Teddy": 8 buckets, 4 bytes deep);
// - stop: punctuation that ends fragments ("_", "-") behind a token character: `ghp_`, `xoxb-`;
// - run: at least 16 token characters START here: `AKIA…`, `AIza…`.
//
// False stops are allowed, a missed one never is. A hash of the fragment then decides.
import {
  PROGRAM, P_CLASSES, P_KEY2_SET, P_KEY3_SET, P_KEY4_SET, P_RUN_SET, P_RUN_SLOTS, P_SLOW, P_STOP_BITS,
  P_STOP_SET, P_STOP_SLOTS, P_TEDDY,
} from "./abi";
import { Best, inSet, resetBest, tryFragment, trySlow, word } from "./shape";
import { Text } from "./text";

export class Prefilter {
  /** The stop that is looked at. */
  static at: usize = 0;
  /** A key name may be around it. */
  static isKey: bool = false;
  /** A shape that starts there needs more text. */
  static waiting: bool = false;

  static block: usize = 0;
  static key: u64 = 0;
  static stop: u64 = 0;
  static run: u64 = 0;
  static slow: u64 = 0;
  /** Token characters of this block and the next one, and whether one stood before this block. */
  static tokens: u64 = 0;
  static punctuation: u64 = 0;
  static nextTokens: u64 = 0;
  static nextPunctuation: u64 = 0;
  static carry: u64 = 0;
}

/** Characters of tokens: class bits 0 to 4 (digits, letters in two parts, "_", "-"). */
const TOKEN_BITS: u32 = 0x1f;

/** Begins at `p`, whatever its alignment. */
export function startPrefilter(p: usize): void {
  Prefilter.block = p - 64;
  classify(p - 64);
  Prefilter.carry = Prefilter.nextTokens >>> 63;
  classify(p);
  Prefilter.key = 0;
  Prefilter.stop = 0;
  Prefilter.run = 0;
  Prefilter.slow = 0;
}

/** Token and punctuation masks of the 64 bytes at `p`; behind an open end, anything may still be a token. */
function classify(p: usize): void {
  const low = v128.load(PROGRAM + word(P_CLASSES));
  const high = v128.load(PROGRAM + word(P_CLASSES), 16);
  const stopBits = i8x16.splat(<i8>word(P_STOP_BITS));
  const tokenBits = i8x16.splat(<i8>TOKEN_BITS);
  const zero = i8x16.splat(0);
  let tokens: u64 = 0;
  let punctuation: u64 = 0;
  for (let i = 0; i < 64; i += 16) {
    const v = v128.load(p + i);
    const classes = v128.and(
      i8x16.swizzle(low, v128.and(v, i8x16.splat(15))),
      i8x16.swizzle(high, i8x16.shr_u(v, 4)),
    );
    tokens |= <u64>(<u32>i8x16.bitmask(i8x16.ne(v128.and(classes, tokenBits), zero)) & 0xffff) << i;
    punctuation |= <u64>(<u32>i8x16.bitmask(i8x16.ne(v128.and(classes, stopBits), zero)) & 0xffff) << i;
  }
  const limit = Text.limit;
  if (p + 64 > limit && !Text.final) tokens |= p >= limit ? ~(<u64>0) : ~(<u64>0) << <u64>(limit - p);
  Prefilter.nextTokens = tokens;
  Prefilter.nextPunctuation = punctuation;
}

/** Positions at which one of the nibble tables' fragments may end. */
function teddy(p: usize): u64 {
  const tables: usize = PROGRAM + word(P_TEDDY);
  const fifteen = i8x16.splat(15);
  const zero = i8x16.splat(0);
  let mask: u64 = 0;
  for (let i = 0; i < 64; i += 16) {
    const at = p + i;
    let v = v128.load(at - 3);
    let buckets = v128.and(
      i8x16.swizzle(v128.load(tables), v128.and(v, fifteen)),
      i8x16.swizzle(v128.load(tables, 16), i8x16.shr_u(v, 4)),
    );
    v = v128.load(at - 2);
    buckets = v128.and(buckets, v128.and(
      i8x16.swizzle(v128.load(tables, 32), v128.and(v, fifteen)),
      i8x16.swizzle(v128.load(tables, 48), i8x16.shr_u(v, 4)),
    ));
    v = v128.load(at - 1);
    buckets = v128.and(buckets, v128.and(
      i8x16.swizzle(v128.load(tables, 64), v128.and(v, fifteen)),
      i8x16.swizzle(v128.load(tables, 80), i8x16.shr_u(v, 4)),
    ));
    v = v128.load(at);
    buckets = v128.and(buckets, v128.and(
      i8x16.swizzle(v128.load(tables, 96), v128.and(v, fifteen)),
      i8x16.swizzle(v128.load(tables, 112), i8x16.shr_u(v, 4)),
    ));
    mask |= <u64>(<u32>i8x16.bitmask(i8x16.ne(buckets, zero)) & 0xffff) << i;
  }
  return mask;
}

/** Bits at which a run of at least 16 ones starts, of which `next` is the continuation. */
function runs16(bits: u64, next: u64): u64 {
  bits &= (bits >>> 1) | (next << 63);
  next &= next >>> 1;
  bits &= (bits >>> 2) | (next << 62);
  next &= next >>> 2;
  bits &= (bits >>> 4) | (next << 60);
  next &= next >>> 4;
  return bits & ((bits >>> 8) | (next << 56));
}

function nextBlock(): bool {
  const p = Prefilter.block + 64;
  if (p >= Text.limit) return false;
  Prefilter.block = p;
  const tokens = Prefilter.nextTokens;
  const punctuation = Prefilter.nextPunctuation;
  classify(p + 64);
  let inside = ~(<u64>0);
  if (p + 64 > Text.limit) inside >>>= <u64>(p + 64 - Text.limit);
  Prefilter.key = teddy(p) & inside;
  Prefilter.stop = punctuation & ((tokens << 1) | Prefilter.carry) & inside;
  Prefilter.run = runs16(tokens, Prefilter.nextTokens) & inside;
  Prefilter.slow = word(P_SLOW) != 0 ? firstBytes(p) & inside : 0;
  Prefilter.carry = tokens >>> 63;
  return true;
}

/** Positions whose byte can start a rule that has no fragment. */
function firstBytes(p: usize): u64 {
  const first: usize = PROGRAM + word(P_SLOW);
  let mask: u64 = 0;
  for (let i: usize = 0; i < 64; i++) {
    const c = <usize>load<u8>(p + i);
    if (load<u16>(first + c * 2) != load<u16>(first + c * 2 + 2)) mask |= <u64>1 << i;
  }
  return mask;
}

/** Goes on to the next stop where something may be; false: there is none up to the limit. */
export function nextStop(): bool {
  const stopSet: usize = PROGRAM + word(P_STOP_SET);
  const runSet: usize = PROGRAM + word(P_RUN_SET);
  const key4: usize = PROGRAM + word(P_KEY4_SET);
  const key3: usize = PROGRAM + word(P_KEY3_SET);
  const key2: usize = PROGRAM + word(P_KEY2_SET);
  for (;;) {
    const all = Prefilter.key | Prefilter.stop | Prefilter.run | Prefilter.slow;
    if (all == 0) {
      if (!nextBlock()) return false;
      continue;
    }
    const bit = all & (0 - all);
    const p = Prefilter.block + <usize>ctz(all);
    const last = load<u32>(p - 3);
    const inKey = (Prefilter.key & bit) != 0;
    const inStop = inKey || (Prefilter.stop & bit) != 0;
    const inRun = (Prefilter.run & bit) != 0;
    const inSlow = (Prefilter.slow & bit) != 0;
    Prefilter.key &= ~bit;
    Prefilter.stop &= ~bit;
    Prefilter.run &= ~bit;
    Prefilter.slow &= ~bit;
    resetBest();
    if (inStop && inSet(stopSet, last >>> 8)) tryFragment(PROGRAM + word(P_STOP_SLOTS), last >>> 8, p - 2);
    if (inRun) {
      const ahead = load<u32>(p) & 0xffffff;
      if (inSet(runSet, ahead)) tryFragment(PROGRAM + word(P_RUN_SLOTS), ahead, p);
    }
    if (inSlow) trySlow(p);
    const folded = last | 0x20202020;
    Prefilter.isKey = inKey && (inSet(key4, folded) || inSet(key3, folded >>> 8) || inSet(key2, folded >>> 16));
    Prefilter.waiting = Best.waiting != 0 && (!Best.found || Best.waiting <= Best.start);
    if (Best.found || Prefilter.waiting || Prefilter.isKey) {
      Prefilter.at = p;
      return true;
    }
  }
  return false;
}
