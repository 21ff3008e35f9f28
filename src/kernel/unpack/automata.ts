// Unpacks automata. A state's row is that of another state but for what is said of it: each state that stands there is
// the same, or is another one here; and in some columns stands something else. `build/packing/` packs them.
import { Before, By, Own } from "./automaton";
import {
  ACCEPT,
  BY_FARTHER,
  BY_LIKE,
  BY_PREVIOUS,
  BY_STEP,
  C_BY_LIKE,
  C_BY_PREVIOUS,
  C_BY_STEP,
  C_DISTANCE,
  C_EXCEPTION_GAP,
  C_EXCEPTIONS,
  C_EXTRA,
  C_NEXT_EXTRA,
  C_REPEATS,
  C_SAME_EXTRA,
  DEAD,
  NEW,
  NUMBER,
  OF_DEAD,
  OF_ENDING,
  OF_EXCEPTION,
  OF_OTHER,
  OF_SELF,
  STATE,
} from "./contexts";
import { nextBit, nextNumber } from "./decoder";
import {
  COLUMNS,
  IMAGED_IN,
  IMAGES,
  LIKES,
  NEW_FROM,
  NEW_NUMBERS,
  PARTNERED,
  PARTNERS,
  TURNED,
} from "./memory";
import { nextState, predict } from "./row-states";
import { half, setHalf, setWord, word } from "./words";

/** What no state and no image of one is. */
const NEVER: u32 = 0xffffffff;

/**
 * Begins with the rows of an automaton.
 *
 * @param context The first of the contexts of its rows
 * @param last The last of its starts
 */
export function startRows(
  context: u32,
  classes: usize,
  rows: usize,
  width: u32,
  extra: u32,
  states: u32,
  last: u32,
): void {
  Own.context = context;
  Own.classes = classes;
  Own.rows = rows;
  Own.width = width;
  Own.extra = extra;
  Own.columns = width - extra;
  Own.last = last;
  By.kind = BY_LIKE;
  By.distance = 0;
  By.mostExtra = 0;
  memory.fill(LIKES, 0, (<usize>states) << 1);
  memory.fill(TURNED, 0, (<usize>states) << 1);
  memory.fill(PARTNERS, 0, (<usize>states) << 1);
  // The dead state leads nowhere, but its other words may be any.
  for (let i: u32 = 0; i < extra; i++) setHalf(rows, i, nextNumber(context + C_EXTRA + i * NUMBER));
  if (!Before.isUsed) return;
  memory.fill(PARTNERED, 0, (<usize>Before.states) << 1);
  for (let byte: i32 = 255; byte >= 0; byte--) {
    setHalf(COLUMNS, load<u8>(classes + byte), load<u8>(Before.classes + byte));
  }
  // The last column of a shape's is no class: the text's end.
  if (extra == 0) setHalf(COLUMNS, width - 1, Before.width - 1);
}

/** Starts of both automata, which are walked in step from there. */
export function pairStarts(start: u32, partner: u32): void {
  setHalf(PARTNERS, start, partner);
  if (half(PARTNERED, partner) == 0) setHalf(PARTNERED, partner, start);
}

export function unpackRow(state: u32): void {
  const from = nextReference(state, By.kind);
  By.news = 0;
  By.row++;
  const isInStep = By.kind == BY_STEP;
  const reference = referenceAt(from);
  const row = rowAt(state);
  if (isInStep) imageColumns(state, from, reference, row);
  else imageRow(state, from, reference, row);
  unpackExceptions(state, row, reference, from == 0 ? 4 : 0);
  if (By.news > 0) numberRow(state, row);
  if (Own.extra > 0) unpackExtra(state, from);
}

/** Fills in the row by another one, eight columns at once: most have what the one before has. */
function imageRow(state: u32, from: u32, reference: usize, row: usize): void {
  const end = reference + ((<usize>Own.columns) << 1);
  let p = reference;
  let to = row;
  while (p < end) {
    const there = <u32>load<u16>(p);
    const image = imageOf(state, from, there);
    const all = i16x8.splat(<i16>there);
    const images = i16x8.splat(<i16>image);
    while (p + 16 <= end && i16x8.all_true(i16x8.eq(v128.load(p), all))) {
      v128.store(to, images);
      p += 16;
      to += 16;
    }
    while (p < end && load<u16>(p) == there) {
      store<u16>(to, <u16>image);
      p += 2;
      to += 2;
    }
  }
}

/** The same by one of the automaton before, which has other columns. */
function imageColumns(state: u32, from: u32, reference: usize, row: usize): void {
  let last: u32 = NEVER;
  let image: u32 = 0;
  const count = Own.columns;
  for (let i: u32 = 0; i < count; i++) {
    const there = half(reference, half(COLUMNS, i));
    if (there != last) {
      last = there;
      image = imageOf(state, from, there);
    }
    setHalf(row, i, image);
  }
}

/** Returns what stands in the row of `state` where `there` stands in that of `from`. */
function imageOf(state: u32, from: u32, there: u32): u32 {
  if (word(IMAGED_IN, there) == By.row) return word(IMAGES, there);
  let role: u32 = OF_OTHER;
  if (there == DEAD) role = OF_DEAD;
  else if (there == ACCEPT) role = OF_ENDING;
  else if ((there & STATE) == from) role = OF_SELF;
  const image = nextState(state, predict(there), there, role);
  setWord(IMAGED_IN, there, By.row);
  setWord(IMAGES, there, image);
  return image;
}

/** Returns the state whose row this one is told by, of the automaton before with BY_STEP. */
function nextReference(state: u32, last: u32): u32 {
  const context = Own.context;
  const partner = Before.isUsed ? half(PARTNERS, state) : 0;
  By.kind = BY_STEP;
  if (partner > 0 && nextBit(context + C_BY_STEP + (last == BY_STEP ? 1 : 0)) != 0) return partner;
  const like = half(LIKES, state);
  const hasLike = like > 0 && like < state - 1;
  By.kind = BY_LIKE;
  if (hasLike && nextBit(context + C_BY_LIKE + last) != 0) {
    By.distance = 2;
    return like;
  }
  By.kind = BY_PREVIOUS;
  if (nextBit(context + C_BY_PREVIOUS + last + (hasLike ? 4 : 0)) != 0) {
    By.distance = 0;
    return state - 1;
  }
  By.kind = BY_FARTHER;
  const distance = nextNumber(context + C_DISTANCE + By.distance * NUMBER) + 2;
  By.distance = min(distance - 1, 3);
  return state - distance;
}

/** Returns the address of the row of transitions that one is told by. */
function referenceAt(from: u32): usize {
  return By.kind == BY_STEP ? Before.rows + ((<usize>from * Before.width + Own.extra) << 1) : rowAt(from);
}

/** Returns the address of a row of transitions. */
function rowAt(state: u32): usize {
  return Own.rows + ((<usize>state * Own.width + Own.extra) << 1);
}

/** Unpacks what stands in some columns, and not what was told of all. */
function unpackExceptions(state: u32, row: usize, reference: usize, isOfDead: u32): void {
  const context = Own.context;
  const count = nextNumber(context + C_EXCEPTIONS + (isOfDead + By.kind) * NUMBER);
  let column: u32 = 0;
  let value: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    column += nextNumber(context + C_EXCEPTION_GAP + (i == 0 ? 0 : NUMBER));
    if (i == 0 || nextBit(context + C_REPEATS) == 0) {
      const there = half(reference, By.kind == BY_STEP ? half(COLUMNS, column) : column);
      value = nextState(state, half(row, column), there, OF_EXCEPTION);
    }
    setHalf(row, column++, value);
  }
}

/** Gives the row's new states their numbers, in the order of its columns. */
function numberRow(state: u32, row: usize): void {
  const count = Own.columns;
  for (let i: u32 = 0; i < count; i++) {
    const value = half(row, i);
    if ((value & NEW) != 0) {
      const told = value & STATE;
      let number = word(NEW_NUMBERS, told);
      if (number == 0) {
        number = ++Own.last;
        setWord(NEW_NUMBERS, told, number);
        meet(state, number, word(NEW_FROM, told), i);
      }
      setHalf(row, i, number | (value & ACCEPT));
    }
  }
}

/** Notes what a new state is like: one in whose place it stands, and one of the automaton before. */
function meet(state: u32, met: u32, there: u32, column: u32): void {
  if (By.kind == BY_STEP) {
    if (there == 0) return;
    setHalf(PARTNERS, met, there);
    setHalf(PARTNERED, there, met);
    return;
  }
  if (there > 0) {
    setHalf(LIKES, met, there);
    setHalf(TURNED, there, met);
  }
  const partner = Before.isUsed ? half(PARTNERS, state) : 0;
  if (partner == 0) return;
  const row = Before.rows + ((<usize>partner * Before.width + Own.extra) << 1);
  const next = half(row, half(COLUMNS, column)) & STATE;
  if (next > 0) pairStarts(met, next);
}

/** Unpacks the words that are no transitions: those of the row that this one is told by, the next number, or any. */
function unpackExtra(state: u32, from: u32): void {
  const other = By.kind == BY_STEP ? state - 1 : from;
  const there = Own.rows + ((<usize>other * Own.width) << 1);
  const here = Own.rows + ((<usize>state * Own.width) << 1);
  const context = Own.context;
  for (let i: u32 = 0; i < Own.extra; i++) {
    let value = half(there, i);
    if (nextBit(context + C_SAME_EXTRA + i) == 0) {
      const shift: u64 = i << 4;
      const most = <u32>(By.mostExtra >>> shift) & 0xffff;
      value = most + 1;
      if (nextBit(context + C_NEXT_EXTRA + i) == 0) value = nextNumber(context + C_EXTRA + i * NUMBER);
      if (value > most) By.mostExtra = (By.mostExtra & ~((<u64>0xffff) << shift)) | ((<u64>value) << shift);
    }
    setHalf(here, i, value);
  }
}
