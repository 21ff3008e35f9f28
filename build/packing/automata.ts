// Packs the rows of automata. A state's row is that of another state but for what is said of it: each state that stands
// there is the same, or is another one here; and in some columns stands something else. The other state is one of its
// own, or one of the automaton before, where both were walked in step up to here.
import * as is from "../../src/kernel/unpack/contexts.ts";
import { chooseReference } from "./choose-reference.ts";
import { packClasses } from "./classes.ts";
import type { Coder } from "./encoder.ts";

/** An automaton in a program's bytes. */
export interface Automaton {
  /** Class of each byte. */
  readonly classes: Uint8Array;
  /** Rows of the states; state 0 is dead, and the others have the numbers in which they appear. */
  readonly rows: Uint16Array;
  /** Words of a row that are no transitions, at its start; where there are none, the last column is no class. */
  readonly extra: number;
  readonly width: number;
  readonly states: number;
  readonly starts: readonly number[];
}

/** Packs the classes and the rows of an automaton. */
export function packAutomaton(coder: Coder, automaton: Automaton, before: Automaton | undefined): void {
  packClasses(coder, automaton.classes, before?.classes);
  const rows = new Rows(coder, automaton, before);
  for (let state = 1; state < automaton.states; state++) rows.pack(state);
}

/** The rows of an automaton, one after the other. */
export class Rows {
  readonly automaton: Automaton;
  readonly before: Automaton | undefined;
  /** The last state that has been met. */
  last: number;
  /** For each state, one that is like it, and the last one that is like it; 0: there is none. */
  readonly likes: Uint16Array;
  readonly #turned: Uint16Array;
  /** The same with the automaton before. */
  readonly partners: Uint16Array;
  readonly partnered: Uint16Array;
  /** The columns of the automaton before. */
  readonly #columns: Uint16Array;
  readonly #coder: Coder;
  readonly #context: number;
  /** Of the row at hand: in whose place each new state stands; its number. */
  #newFrom: number[] = [];
  #newStates: number[] = [];
  #kind: number = is.BY_LIKE;
  #distance = 0;
  readonly #mostExtra = [0, 0, 0];

  constructor(coder: Coder, automaton: Automaton, before: Automaton | undefined) {
    const { width, states, starts, classes, extra } = automaton;
    this.#coder = coder;
    this.#context = extra === 0 ? is.C_ROWS : is.C_TAGGED_ROWS;
    this.automaton = automaton;
    this.before = before;
    this.last = Math.max(...starts);
    this.likes = new Uint16Array(states);
    this.#turned = new Uint16Array(states);
    this.partners = new Uint16Array(states);
    this.partnered = new Uint16Array(before?.states ?? 0);
    this.#columns = new Uint16Array(width - extra);
    if (this.rowOf(is.DEAD).some((to) => to !== is.DEAD)) throw new Error("program: the dead state leads on");
    // Its other words may be any.
    for (let i = 0; i < extra; i++) {
      coder.number(this.#context + is.C_EXTRA + i * is.NUMBER, automaton.rows[i]!);
    }
    if (before === undefined) return;
    for (let byte = 255; byte >= 0; byte--) this.#columns[classes[byte]!] = before.classes[byte]!;
    if (extra === 0) this.#columns[width - 1] = before.width - 1;
    starts.forEach((start, i) => {
      this.#pair(start, before.starts[i]!);
    });
  }

  /** What stands in a row that another can be told by. */
  referenceOf(kind: number, state: number): Uint16Array {
    const isInStep = kind === is.BY_STEP;
    const { rows, extra, width } = isInStep ? this.before! : this.automaton;
    const row = rows.subarray(state * width + extra, (state + 1) * width);
    return isInStep ? this.#columns.map((column) => row[column]!) : row;
  }

  /** The row of a state, its accepting bits among the states. */
  rowOf(state: number): Uint16Array {
    const { rows, extra, width } = this.automaton;
    return rows.subarray(state * width + extra, (state + 1) * width);
  }

  pack(state: number): void {
    const from = this.#packReference(state);
    const row = this.rowOf(state);
    const reference = this.referenceOf(this.#kind, from);
    this.#newFrom = [];
    this.#newStates = [];
    const images = new Map<number, number>();
    reference.forEach((there, i) => {
      if (images.has(there)) return;
      const of =
        there === is.DEAD
          ? is.OF_DEAD
          : there === is.ACCEPT
            ? is.OF_ENDING
            : (there & is.STATE) === from
              ? is.OF_SELF
              : is.OF_OTHER;
      images.set(there, this.#packState(state, row[i]!, this.#predict(there), there, of));
    });
    const told = Array.from(reference, (there) => images.get(there)!);
    this.#packExceptions(state, from, reference, told);
    this.#meetNew(state);
    this.#packExtra(state, from);
  }

  /** Returns the state whose row this one is told by. */
  #packReference(state: number): number {
    const coder = this.#coder;
    const context = this.#context;
    const last = this.#kind;
    const { kind, state: from } = chooseReference(this, state);
    this.#kind = is.BY_STEP;
    const isAfterStep = last === is.BY_STEP ? 1 : 0;
    if (this.partners[state]! > 0 && coder.bit(context + is.C_BY_STEP + isAfterStep, kind === is.BY_STEP)) {
      return from;
    }
    const like = this.likes[state]!;
    const hasLike = like > 0 && like < state - 1;
    this.#kind = is.BY_LIKE;
    if (hasLike && coder.bit(context + is.C_BY_LIKE + last, from === like)) {
      this.#distance = 2;
      return from;
    }
    this.#kind = is.BY_PREVIOUS;
    if (coder.bit(context + is.C_BY_PREVIOUS + last + (hasLike ? 4 : 0), from === state - 1)) {
      this.#distance = 0;
      return from;
    }
    this.#kind = is.BY_FARTHER;
    const distance = state - from;
    coder.number(context + is.C_DISTANCE + this.#distance * is.NUMBER, distance - 2);
    this.#distance = Math.min(distance - 1, 3);
    return from;
  }

  /** What most likely stands in the place of `there`. */
  #predict(there: number): number {
    const state = there & is.STATE;
    if (this.#kind !== is.BY_STEP || state === 0) return there;
    const own = this.partnered[state]!;
    if (own !== 0) return own | (there & is.ACCEPT);
    const known = this.#newFrom.indexOf(state);
    return is.NEW | (known === -1 ? this.#newFrom.length : known) | (there & is.ACCEPT);
  }

  /**
   * @param wanted As it stands in the row
   * @param there What stands in the row that is referred to
   * @returns As it is told: a new state is NEW and its number in this row
   */
  #packState(state: number, wanted: number, predicted: number, there: number, of: number): number {
    const coder = this.#coder;
    const context = this.#context + of;
    const value = this.#asTold(wanted);
    const next = is.NEW | this.#newFrom.length;
    const target = value & ~is.ACCEPT;
    if (target === next) {
      this.#newFrom.push(there & is.STATE);
      this.#newStates.push(wanted & is.STATE);
    }
    if (coder.bit(context + is.C_SAME + this.#kind * 8, value === predicted)) return value;
    const accepted = (predicted >> 15) & 1;
    const accepts = coder.bit(this.#context + is.C_ACCEPTS + of * 2 + accepted, (value & is.ACCEPT) !== 0);
    if (accepts !== (accepted === 1)) {
      if (coder.bit(context + is.C_KEEPS, (value ^ predicted) === is.ACCEPT)) return value;
    }
    const isInStep = this.#kind === is.BY_STEP;
    const turned = isInStep ? 0 : this.#turned[there & is.STATE]!;
    if (turned > 0 && turned !== (predicted & ~is.ACCEPT)) {
      if (coder.bit(context + is.C_IS_TURNED, target === turned)) return value;
    }
    if (coder.bit(context + is.C_IS_NEW + (isInStep ? 8 : 0), target === next)) return value;
    if (coder.bit(context + is.C_IS_DEAD, target === is.DEAD)) return value;
    if (coder.bit(context + is.C_IS_SELF, target === state)) return value;
    const news = next & is.STATE;
    if (news > 0 && coder.bit(context + is.C_IS_LATEST, target === next - 1)) return value;
    if (news > 1 && coder.bit(context + is.C_IS_OLDER, (target & is.NEW) !== 0)) {
      coder.number(this.#context + is.C_OLDER, target & is.STATE);
      return value;
    }
    coder.bit(context + is.C_IS_LATER, target > state);
    coder.number(this.#context + is.C_OLD + of * is.NUMBER, Math.abs(target - state) - 1);
    return value;
  }

  /** As the states of the row are told: one that has no number yet has its place among the row's new ones. */
  #asTold(wanted: number): number {
    const target = wanted & is.STATE;
    if (target <= this.last) return wanted;
    const known = this.#newStates.indexOf(target);
    return is.NEW | (known === -1 ? this.#newStates.length : known) | (wanted & is.ACCEPT);
  }

  #packExceptions(state: number, from: number, reference: Uint16Array, told: readonly number[]): void {
    const coder = this.#coder;
    const row = this.rowOf(state);
    const meant = told.map((value) =>
      (value & is.NEW) === 0 ? value : this.#newStates[value & is.STATE]! | (value & is.ACCEPT),
    );
    const columns = meant.flatMap((value, i) => (value === row[i] ? [] : [i]));
    const isOfDead = from === is.DEAD ? 4 : 0;
    coder.number(this.#context + is.C_EXCEPTIONS + (isOfDead + this.#kind) * is.NUMBER, columns.length);
    let value = -1;
    columns.forEach((column, i) => {
      const gap = column - (i === 0 ? 0 : columns[i - 1]! + 1);
      coder.number(this.#context + is.C_EXCEPTION_GAP + (i === 0 ? 0 : is.NUMBER), gap);
      const own = row[column]!;
      if (i > 0 && coder.bit(this.#context + is.C_REPEATS, this.#asTold(own) === value)) return;
      value = this.#packState(state, own, told[column]!, reference[column]!, is.OF_EXCEPTION);
    });
  }

  /** Notes what the row's new states are like, in the order of its columns, in which they have their numbers. */
  #meetNew(state: number): void {
    this.rowOf(state).forEach((value, column) => {
      const met = value & is.STATE;
      if (met <= this.last) return;
      if (met !== ++this.last) throw new Error("program: states are not numbered as they appear");
      this.#meet(state, met, this.#newFrom[this.#newStates.indexOf(met)]!, column);
    });
  }

  #meet(state: number, met: number, there: number, column: number): void {
    if (this.#kind === is.BY_STEP) {
      if (there === is.DEAD) return;
      this.partners[met] = there;
      this.partnered[there] = met;
      return;
    }
    if (there !== is.DEAD) {
      this.likes[met] = there;
      this.#turned[there] = met;
    }
    const partner = this.partners[state]!;
    if (partner === 0) return;
    const next = this.referenceOf(is.BY_STEP, partner)[column]! & is.STATE;
    if (next !== is.DEAD) this.#pair(met, next);
  }

  #pair(state: number, partner: number): void {
    this.partners[state] = partner;
    if (this.partnered[partner] === 0) this.partnered[partner] = state;
  }

  /** The words that are no transitions: those of the row that this one is told by, the next number, or any. */
  #packExtra(state: number, from: number): void {
    const { rows, width, extra } = this.automaton;
    const other = (this.#kind === is.BY_STEP ? state - 1 : from) * width;
    for (let i = 0; i < extra; i++) {
      const value = rows[state * width + i]!;
      if (this.#coder.bit(this.#context + is.C_SAME_EXTRA + i, value === rows[other + i])) continue;
      const most = this.#mostExtra[i]!;
      if (!this.#coder.bit(this.#context + is.C_NEXT_EXTRA + i, value === most + 1)) {
        this.#coder.number(this.#context + is.C_EXTRA + i * is.NUMBER, value);
      }
      this.#mostExtra[i] = Math.max(most, value);
    }
  }
}
