// Where a rule's fragment may be, 64 bytes at a time, as four masks:
//
// - name: a word ENDS here and what follows may lead to a value: `password":`, `--token `;
// - stop: punctuation that ends fragments ("_", "-", ".", "$") behind a token character: `ghp_`, `xoxb-`;
// - run: at least 16 token characters START here: `AKIA…`, `AIza…`;
// - table: one of the few fragments that none of these finds may END here (nibble tables, "Teddy": 8
//   buckets, 4 bytes deep).
//
// False stops are allowed, a missed one never is. A hash of the fragment then decides. Names were in the
// tables at first: 70 fragments let every fourth byte through; by their last letters at a word's end
// they need none.
import {
  PROGRAM, P_CLASSES, P_KEY3_SET, P_KEY4_SET, P_RUN_SET, P_RUN_SLOTS, P_SLOW, P_STOP_SET, P_STOP_SLOTS, P_TEDDY,
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
  /** Stops of the block that are not looked at yet. */
  static open: u64 = 0;
  static name: u64 = 0;
  static stop: u64 = 0;
  static run: u64 = 0;
  static slow: u64 = 0;
  /** Token characters of this block and the next one, and whether one stood before this block. */
  static tokens: u64 = 0;
  static punctuation: u64 = 0;
  static nextTokens: u64 = 0;
  static nextPunctuation: u64 = 0;
  /** Characters that may follow a name. */
  static nextFollow: u64 = 0;
  static carry: u64 = 0;
}

/** Characters of tokens: class bits 0 to 4 (digits, letters in two parts, "_", "-"). */
const TOKEN_BITS: u32 = 0x1f;
/** Punctuation that ends fragments: "_", "-", ".", "$". */
const STOP_BITS: u32 = 0x78;

/** Begins at `p`, whatever its alignment. */
export function startPrefilter(p: usize): void {
  Prefilter.block = p - 64;
  classify(p - 64);
  Prefilter.carry = Prefilter.nextTokens >>> 63;
  classify(p);
  Prefilter.open = 0;
}

/** Masks of the 64 bytes at `p`; behind an open end, anything may still come. */
function classify(p: usize): void {
  const tables: usize = PROGRAM + word(P_CLASSES);
  const low = v128.load(tables);
  const high = v128.load(tables, 16);
  const lowFollow = v128.load(tables, 32);
  const highFollow = v128.load(tables, 48);
  const tokenBits = i8x16.splat(<i8>TOKEN_BITS);
  const stopBits = i8x16.splat(<i8>STOP_BITS);
  const fifteen = i8x16.splat(15);
  const zero = i8x16.splat(0);
  let tokens: u64 = 0;
  let punctuation: u64 = 0;
  let follow: u64 = 0;
  for (let i = 0; i < 64; i += 16) {
    const v = v128.load(p + i);
    const lowNibbles = v128.and(v, fifteen);
    const highNibbles = i8x16.shr_u(v, 4);
    const classes = v128.and(i8x16.swizzle(low, lowNibbles), i8x16.swizzle(high, highNibbles));
    const follows = v128.and(i8x16.swizzle(lowFollow, lowNibbles), i8x16.swizzle(highFollow, highNibbles));
    tokens |= bits(i8x16.ne(v128.and(classes, tokenBits), zero)) << i;
    punctuation |= bits(i8x16.ne(v128.and(classes, stopBits), zero)) << i;
    follow |= bits(i8x16.ne(follows, zero)) << i;
  }
  const limit = Text.limit;
  if (p + 64 > limit && !Text.final) {
    const open = p >= limit ? ~(<u64>0) : ~(<u64>0) << <u64>(limit - p);
    tokens |= open;
    follow |= open;
  }
  Prefilter.nextTokens = tokens;
  Prefilter.nextPunctuation = punctuation;
  Prefilter.nextFollow = follow;
}

// @ts-ignore: decorator
@inline
function bits(lanes: v128): u64 {
  return <u64>(<u32>i8x16.bitmask(lanes) & 0xffff);
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
    mask |= bits(i8x16.ne(buckets, zero)) << i;
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
  const follow = Prefilter.nextFollow;
  classify(p + 64);
  let inside = ~(<u64>0);
  if (p + 64 > Text.limit) inside >>>= <u64>(p + 64 - Text.limit);
  Prefilter.name = tokens & ((follow >>> 1) | (Prefilter.nextFollow << 63)) & inside;
  Prefilter.stop = (teddy(p) | (punctuation & ((tokens << 1) | Prefilter.carry))) & inside;
  Prefilter.run = runs16(tokens, Prefilter.nextTokens) & inside;
  Prefilter.slow = word(P_SLOW) != 0 ? firstBytes(p) & inside : 0;
  Prefilter.carry = tokens >>> 63;
  Prefilter.open = Prefilter.name | Prefilter.stop | Prefilter.run | Prefilter.slow;
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

/**
 * Goes on to the next stop where something may be; false: there is none up to the limit.
 *
 * Most of the time goes by here: 100 to 200 stops a KB, of which the hash leaves a few. So the masks are
 * locals, and are put back only when something was found.
 */
export function nextStop(): bool {
  const stopSet: usize = PROGRAM + word(P_STOP_SET);
  const runSet: usize = PROGRAM + word(P_RUN_SET);
  const key4: usize = PROGRAM + word(P_KEY4_SET);
  const key3: usize = PROGRAM + word(P_KEY3_SET);
  for (;;) {
    const block = Prefilter.block;
    const name = Prefilter.name;
    const stop = Prefilter.stop;
    const run = Prefilter.run;
    const slow = Prefilter.slow;
    let open = Prefilter.open;
    while (open != 0) {
      const bit = open & (0 - open);
      const p = block + <usize>ctz(open);
      open &= open - 1;
      const last = load<u32>(p - 3);
      const folded = last | 0x20202020;
      let isKey = false;
      if ((name & bit) != 0) {
        isKey = inSet(key4, folded) || inSet(key3, folded >>> 8);
        if (!isKey && last >>> 24 <= 0x39) isKey = endsNameWithDigits(p);
      }
      const isStop = (stop & bit) != 0 && inSet(stopSet, last >>> 8);
      const isRun = (run & bit) != 0 && inSet(runSet, load<u32>(p) & 0xffffff);
      if (!isKey && !isStop && !isRun && (slow & bit) == 0) continue;
      resetBest();
      if (isStop) tryFragment(PROGRAM + word(P_STOP_SLOTS), last >>> 8, p - 2);
      if (isRun) tryFragment(PROGRAM + word(P_RUN_SLOTS), load<u32>(p) & 0xffffff, p);
      if ((slow & bit) != 0) trySlow(p);
      if (Best.found || Best.waiting != 0 || isKey) {
        Prefilter.open = open;
        Prefilter.isKey = isKey;
        Prefilter.waiting = Best.waiting != 0 && (!Best.found || Best.waiting <= Best.start);
        Prefilter.at = p;
        return true;
      }
    }
    if (!nextBlock()) return false;
  }
  return false;
}

/** Whether the word that ends at `p`, digits behind it aside, has the last letters of a sensitive name. */
function endsNameWithDigits(p: usize): bool {
  let q = p;
  while (q > p - 8 && q > Text.begin && <u32>load<u8>(q) - 0x30 < 10) q--;
  const folded = load<u32>(q - 3) | 0x20202020;
  return inSet(PROGRAM + word(P_KEY4_SET), folded) || inSet(PROGRAM + word(P_KEY3_SET), folded >>> 8);
}
