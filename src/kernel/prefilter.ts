// Where a rule's fragment may be, 64 bytes at a time, as masks:
//
// - names: a name's last letters END here (nibble tables, "Teddy": 8 buckets, 4 bytes deep) and so does
//   the word;
// - stops: punctuation that ends fragments ("_", "-", ".", "$") behind a token character (`ghp_`,
//   `xoxb-`), or one of the few fragments that nothing else finds ENDS here (tables of their own);
// - runs: at least 16 token characters START here: `AKIA…`, `AIza…`;
// - slow: the byte can start a rule that has no fragment at all.
//
// False stops are allowed, a missed one never is. A hash of the fragment then decides. A stop costs some
// 8 ns, so their number is what counts. Names shared the shapes' tables at first, by any rare letters of
// theirs: 70 fragments let every fourth byte through. Any word's end as a stop was 96 a KB.
import {
  HASH, PROGRAM, P_CLASSES, P_KEY3_SET, P_KEY4_SET, P_KEY6_SET, P_RUN_SET, P_RUN_SLOTS, P_SLOW, P_STOP_SET, P_STOP_SLOTS,
  P_TEDDY, SET_BITS,
} from "./abi";
import { inSet, word } from "./program";
import { Best, resetBest, tryFragment, trySlow } from "./shape";
import { Text } from "./text";

export class Prefilter {
  /** The stop that is looked at. */
  static at: usize = 0;
  /** A key name may end there. */
  static isKey: bool = false;
  /** A shape that starts there needs more text. */
  static waiting: bool = false;

  static block: usize = 0;
  /** Stops of the block that are not looked at yet, and of which kind each is. */
  static open: u64 = 0;
  static names: u64 = 0;
  static stops: u64 = 0;
  static runs: u64 = 0;
  static slow: u64 = 0;
  /** Whether a token character and a name's end stood right before the block. */
  static lastToken: u64 = 0;
  static lastName: u64 = 0;
  /** Of the block behind: token characters and fragments' punctuation. */
  static tokens: u64 = 0;
  static punctuation: u64 = 0;
  /** What the tables let through. */
  static tableStops: u64 = 0;
  static tableNames: u64 = 0;
}

// Class bits of the first pair of tables: digits 1, letters 2 and 4, "_" 8, "-" 16, "." 32, "$" 64.
const TOKENS: u32 = 0x1f;
const PUNCTUATION: u32 = 0x78;

/** Begins at `p`, whatever its alignment. */
export function startPrefilter(p: usize): void {
  Prefilter.block = p - 64;
  classify(p - 64);
  Prefilter.lastToken = Prefilter.tokens >>> 63;
  lookUpTables(p - 64, 48);
  Prefilter.lastName = Prefilter.tableNames >>> 63;
  Prefilter.open = 0;
  classify(p);
}

/** Class masks of the 64 bytes at `p`; behind an open end, anything may still come. */
function classify(p: usize): void {
  const tables: usize = PROGRAM + word(P_CLASSES);
  const low = v128.load(tables);
  const high = v128.load(tables, 16);
  const fifteen = i8x16.splat(15);
  const zero = i8x16.splat(0);
  const tokenBits = i8x16.splat(<i8>TOKENS);
  const punctuationBits = i8x16.splat(<i8>PUNCTUATION);
  let tokens: u64 = 0;
  let punctuation: u64 = 0;
  for (let i = 0; i < 64; i += 16) {
    const v = v128.load(p + i);
    const classes = v128.and(
      i8x16.swizzle(low, v128.and(v, fifteen)),
      i8x16.swizzle(high, i8x16.shr_u(v, 4)),
    );
    tokens |= bits(i8x16.ne(v128.and(classes, tokenBits), zero)) << i;
    punctuation |= bits(i8x16.ne(v128.and(classes, punctuationBits), zero)) << i;
  }
  const limit = Text.limit;
  if (p + 64 > limit && !Text.final) {
    tokens |= p >= limit ? ~(<u64>0) : ~(<u64>0) << <u64>(limit - p);
  }
  Prefilter.tokens = tokens;
  Prefilter.punctuation = punctuation;
}

/**
 * Where one of the tables' four-byte literals may end, in the 64 bytes at `p` from `from` on. The shapes'
 * literals have two sets of tables: 205 of them in eight buckets let every second byte through.
 */
function lookUpTables(p: usize, from: i32): void {
  const tables: usize = PROGRAM + word(P_TEDDY);
  const fifteen = i8x16.splat(15);
  const zero = i8x16.splat(0);
  let stops: u64 = 0;
  let names: u64 = 0;
  for (let i = from; i < 64; i += 16) {
    const at = p + i;
    let v = v128.load(at - 3);
    let low = v128.and(v, fifteen);
    let high = i8x16.shr_u(v, 4);
    let stop = both(tables, low, high);
    let more = both(tables + 128, low, high);
    let name = both(tables + 256, low, high);
    v = v128.load(at - 2);
    low = v128.and(v, fifteen);
    high = i8x16.shr_u(v, 4);
    stop = v128.and(stop, both(tables + 32, low, high));
    more = v128.and(more, both(tables + 160, low, high));
    name = v128.and(name, both(tables + 288, low, high));
    v = v128.load(at - 1);
    low = v128.and(v, fifteen);
    high = i8x16.shr_u(v, 4);
    stop = v128.and(stop, both(tables + 64, low, high));
    more = v128.and(more, both(tables + 192, low, high));
    name = v128.and(name, both(tables + 320, low, high));
    v = v128.load(at);
    low = v128.and(v, fifteen);
    high = i8x16.shr_u(v, 4);
    stop = v128.and(stop, both(tables + 96, low, high));
    more = v128.and(more, both(tables + 224, low, high));
    name = v128.and(name, both(tables + 352, low, high));
    stops |= bits(i8x16.ne(v128.or(stop, more), zero)) << i;
    names |= bits(i8x16.ne(name, zero)) << i;
  }
  Prefilter.tableStops = stops;
  Prefilter.tableNames = names;
}

@inline
function both(table: usize, low: v128, high: v128): v128 {
  return v128.and(i8x16.swizzle(v128.load(table), low), i8x16.swizzle(v128.load(table, 16), high));
}

@inline
function bits(lanes: v128): u64 {
  return <u64>(<u32>i8x16.bitmask(lanes) & 0xffff);
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
  const tokens = Prefilter.tokens;
  const punctuation = Prefilter.punctuation;
  classify(p + 64);
  lookUpTables(p, 0);
  let inside = ~(<u64>0);
  if (p + 64 > Text.limit) inside >>>= <u64>(p + 64 - Text.limit);
  const tableNames = Prefilter.tableNames;
  let goesOn = (tokens >>> 1) | (Prefilter.tokens << 63);
  // Where the text stops, a name may end or not: it has to be asked.
  if (Text.limit - p - 1 < 64) goesOn &= ~(<u64>1 << <u64>(Text.limit - p - 1));
  // One character may stand behind a name's end: `password1`.
  const names = (tableNames | (tableNames << 1) | Prefilter.lastName) & tokens & ~goesOn & inside;
  const stops = (Prefilter.tableStops | (punctuation & ((tokens << 1) | Prefilter.lastToken))) & inside;
  const runs = runs16(tokens, Prefilter.tokens) & inside;
  const slow = word(P_SLOW) != 0 ? firstBytes(p) & inside : 0;
  Prefilter.names = names;
  Prefilter.stops = stops;
  Prefilter.runs = runs;
  Prefilter.slow = slow;
  Prefilter.lastToken = tokens >>> 63;
  Prefilter.lastName = tableNames >>> 63;
  Prefilter.open = names | stops | runs | slow;
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

/** 1 where the fragment may be in the set, without a branch. */
@inline
function bitOf(set: usize, fragment: u32): u32 {
  const h = (fragment * HASH) >>> (32 - SET_BITS);
  return (load<u8>(set + (h >>> 3)) >>> (h & 7)) & 1;
}

/**
 * Goes on to the next stop where something may be; false: there is none up to the limit.
 *
 * Much of the time goes by here: of some fifty stops a KB the hashes leave a few. So the masks are locals,
 * and there is one branch a stop: with one a hash it was 13 ns, mispredicted.
 */
export function nextStop(): bool {
  const stopSet: usize = PROGRAM + word(P_STOP_SET);
  const runSet: usize = PROGRAM + word(P_RUN_SET);
  const key4: usize = PROGRAM + word(P_KEY4_SET);
  const key3: usize = PROGRAM + word(P_KEY3_SET);
  for (;;) {
    const block = Prefilter.block;
    const names = Prefilter.names;
    const stops = Prefilter.stops;
    const rare = Prefilter.runs | Prefilter.slow;
    let open = Prefilter.open;
    while (open != 0) {
      const i = ctz(open);
      const p = block + <usize>i;
      open &= open - 1;
      const last = load<u32>(p - 3);
      const folded = last | 0x20202020;
      let isKey = <u32>((names >>> i) & 1);
      let isStop = <u32>((stops >>> i) & 1);
      isKey &= bitOf(key4, folded) | bitOf(key3, folded >>> 8) | ((last >>> 30) ^ 1);
      isStop &= bitOf(stopSet, last >>> 8);
      if ((isKey | isStop | <u32>((rare >>> i) & 1)) == 0) continue;
      resetBest();
      if (isKey != 0) isKey = last >>> 24 <= 0x39 ? <u32>endsNameWithDigit(p) : <u32>isSureEnd(p, folded);
      if (isStop != 0) tryFragment(PROGRAM + word(P_STOP_SLOTS), last >>> 8, p - 2);
      if ((rare >>> i) & 1) tryRare(p, i, runSet);
      if (Best.found || Best.waiting != 0 || isKey != 0) {
        Prefilter.open = open;
        Prefilter.isKey = isKey != 0;
        Prefilter.waiting = Best.waiting != 0 && (!Best.found || Best.waiting <= Best.start);
        Prefilter.at = p;
        return true;
      }
    }
    if (!nextBlock()) return false;
  }
  return false;
}

/** Lets the shapes at the stops up to `until` compete with the best one; the stops are used up by it. */
export function extendBest(until: usize): void {
  const stopSet: usize = PROGRAM + word(P_STOP_SET);
  const runSet: usize = PROGRAM + word(P_RUN_SET);
  do {
    while (Prefilter.open != 0) {
      const i = ctz(Prefilter.open);
      const p = Prefilter.block + <usize>i;
      if (p >= until) return;
      Prefilter.open &= Prefilter.open - 1;
      const fragment = load<u32>(p - 3) >>> 8;
      const isStop = ((Prefilter.stops >>> i) & 1) != 0 && inSet(stopSet, fragment);
      if (isStop) tryFragment(PROGRAM + word(P_STOP_SLOTS), fragment, p - 2);
      if (((Prefilter.runs | Prefilter.slow) >>> i) & 1) tryRare(p, i, runSet);
    }
  } while (Prefilter.block + 64 < until && nextBlock());
}

/** The seldom stops: runs, and bytes that start a rule without a fragment. */
function tryRare(p: usize, i: u64, runSet: usize): void {
  if ((Prefilter.runs >>> i) & 1) {
    const ahead = load<u32>(p) & 0xffffff;
    if (inSet(runSet, ahead)) tryFragment(PROGRAM + word(P_RUN_SLOTS), ahead, p);
  }
  if ((Prefilter.slow >>> i) & 1) trySlow(p);
}

/**
 * Four letters let "hostname" and "statusCode" through, 15 words a KB of JSON, each of which costs a walk
 * through the names' trie; six, where a name has six, let two.
 */
function isSureEnd(p: usize, folded: u32): bool {
  const set: usize = PROGRAM + word(P_KEY6_SET);
  const front = <u32>load<u16>(p - 5) | 0x2020;
  return inSet(set, folded ^ (front * HASH)) || inSet(set, folded) || inSet(set, folded >>> 8);
}

function endsName(last: u32): bool {
  const folded = last | 0x20202020;
  return inSet(PROGRAM + word(P_KEY4_SET), folded) || inSet(PROGRAM + word(P_KEY3_SET), folded >>> 8);
}

function endsNameWithDigit(p: usize): bool {
  return endsName(load<u32>(p - 3)) || endsName(load<u32>(p - 4));
}
