// How probable a one is. A guess is 16 bits and, below them, how many bits it has seen, xored with FIRST, so that of
// memory that is 0 it is one half.
import {
  FIRST_WEIGHT,
  HASH_ALL,
  HASH_PLACE,
  LEARN_BITS,
  LINE_BITS,
  MOST_COUNTED,
  MOST_ODDS,
  ODDS_ONE,
  PROBABILITY_BITS,
  TOLD_BITS,
  WEIGHT_BITS,
} from "./contexts";
import { BY_TOLD, ODDS, PROBABILITIES, RATES } from "./memory";

const FIRST: u32 = 0x80000000;
const ONE: u32 = 1 << PROBABILITY_BITS;
const LEAST: u32 = 16;

/** Writes the tables. The logistic curve follows from itself: it rises by p (1 - p). */
export function startModel(): void {
  let p: u64 = 0x800000;
  for (let i: i32 = 0; i <= MOST_ODDS; i++) {
    const one = min(<u32>p >>> (24 - PROBABILITY_BITS), ONE - LEAST);
    store<u16>(PROBABILITIES + ((<usize>(MOST_ODDS + i)) << 1), <u16>one);
    store<u16>(PROBABILITIES + ((<usize>(MOST_ODDS - i)) << 1), <u16>(ONE - one));
    p += (p * (0x1000000 - p)) >>> (24 + ODDS_ONE);
  }
  let odds: i32 = -MOST_ODDS;
  for (let guess: u32 = 0; guess < 4096; guess++) {
    while (
      odds < MOST_ODDS &&
      <u32>load<u16>(PROBABILITIES + ((<usize>(MOST_ODDS + odds)) << 1)) < guess * 8 + 4
    )
      odds++;
    store<i16>(ODDS + ((<usize>guess) << 1), <i16>odds);
  }
  for (let count: u32 = 0; count <= <u32>MOST_COUNTED; count++) {
    store<u32>(RATES + ((<usize>count) << 2), 65536 / (2 * count + 3));
  }
}

// @inline
export function oddsOf(guess: u32): i32 {
  return <i32>load<i16>(ODDS + ((<usize>((guess ^ FIRST) >>> 20)) << 1));
}

/** Returns how probable a one is by the weighted log-odds. */
// @inline
export function mixOdds(weights: u64, first: i32, second: i32): u32 {
  const sum = (<i32>weights + FIRST_WEIGHT) * first + (<i32>(weights >>> 32) + FIRST_WEIGHT) * second;
  const odds = max(min(sum >> WEIGHT_BITS, MOST_ODDS), -MOST_ODDS);
  return load<u16>(PROBABILITIES + ((<usize>(MOST_ODDS + odds)) << 1));
}

/** Returns the two weights, corrected by the error in 4096ths. */
// @inline
export function correctWeights(weights: u64, first: i32, second: i32, error: i32): u64 {
  const half = 1 << (LEARN_BITS - 1);
  const lower = <i32>weights + ((first * error + half) >> LEARN_BITS);
  const upper = <i32>(weights >>> 32) + ((second * error + half) >> LEARN_BITS);
  return <u64>(<u32>lower) | ((<u64>(<u32>upper)) << 32);
}

/** Returns a guess that has seen a bit more. @param all 0xffff for a one, 0 */
// @inline
export function correctGuess(at: u32, all: i32): u32 {
  const guess = at ^ FIRST;
  const count = guess & 0xffff;
  const one = <i32>(guess >>> 16);
  const moved = one + (((all - one) * load<i32>(RATES + ((<usize>count) << 2))) >> 15);
  return (((<u32>moved) << 16) | min(count + 1, MOST_COUNTED)) ^ FIRST;
}

/** @param told What was told last */
// @inline
export function guessByTold(context: u32, told: u32): usize {
  const line =
    ((told + (context >>> LINE_BITS) * <u32>HASH_PLACE) * <u32>HASH_ALL) >>> (32 - TOLD_BITS + LINE_BITS);
  return BY_TOLD + ((<usize>((line << LINE_BITS) | (context & ((1 << LINE_BITS) - 1)))) << 2);
}
