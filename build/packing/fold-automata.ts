// Folds the automata of a program for the file that Node reads: `src/kernel/shapes/folded-automaton.ts` says how, and
// unfolds each when it is first run.
import {
  DFA_ACCEPT,
  DFA_CLASSES,
  DFA_STARTS,
  DFA_TRANSITIONS,
  P_FOLDED,
  TAGGED_CLASSES,
  TAGGED_ROW,
  TAGGED_STATES,
} from "../../src/kernel/abi.ts";
import type { Part } from "../../src/program/parts.ts";
import { ByteList } from "./byte-list.ts";

export type FoldedForm = "dfa" | "tagged";

/** A transition that says how far its state is from the next new one. */
const NEAR = 0x4000;
const NEAR_MOST = 8;

/** How many states back one may be that another is told by. */
const BACK_MOST = 255;

type Row = Uint16Array;

/** What tells the two kinds of automata apart. */
interface Kind {
  /** Where in the record numbers stand that are told one by one, and their bytes each. */
  readonly numbers: { readonly from: number; readonly bytes: 2 | 4 };
  readonly classes: number;
  readonly rows: number;
  /** How many cells stand in a row before its transitions. */
  readonly extra: number;
}

const KINDS: Readonly<Record<FoldedForm, Kind>> = {
  dfa: { numbers: { from: DFA_STARTS, bytes: 2 }, classes: DFA_CLASSES, rows: DFA_TRANSITIONS, extra: 0 },
  tagged: { numbers: { from: 4, bytes: 4 }, classes: TAGGED_CLASSES, rows: TAGGED_STATES, extra: TAGGED_ROW },
};

/** The automaton `record`, folded. */
export function foldAutomaton(record: Uint8Array, form: FoldedForm): Uint8Array {
  const kind = KINDS[form];
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const classCount = view.getUint16(0, true);
  const numbers: number[] = [];
  for (let at = kind.numbers.from; at < kind.classes; at += kind.numbers.bytes)
    numbers.push(kind.numbers.bytes === 2 ? view.getUint16(at, true) : view.getUint32(at, true));
  const rows = rowsOf(view, kind, kind.extra + classCount, form === "dfa" ? Math.max(...numbers) : 1);
  const out = new ByteList();
  for (const number of [classCount, ...numbers]) out.number(number);
  foldClasses(out, record.subarray(kind.classes, kind.rows));
  out.number(rows.length);
  rows.forEach((row, state) => {
    const { back, runs } = nearestOf(rows, state, row);
    out.byte(back);
    out.number(runs.length);
    for (const { skipped, length, cell } of runs) {
      out.number(skipped);
      out.number(length);
      out.number(((cell & ~(DFA_ACCEPT | NEAR)) << 2) | (cell & NEAR ? 2 : 0) | (cell & DFA_ACCEPT ? 1 : 0));
    }
  });
  return out.bytes();
}

/** The cells of each state, those that lead to a new state or near to it saying how far. */
function rowsOf(view: DataView, kind: Kind, width: number, first: number): readonly Row[] {
  let known = first;
  return Array.from({ length: (view.byteLength - kind.rows) / 2 / width }, (_, state) =>
    Uint16Array.from({ length: width }, (_, column) => {
      const cell = view.getUint16(kind.rows + (state * width + column) * 2, true);
      const to = cell & ~DFA_ACCEPT;
      if (to >= NEAR) throw new RangeError(`fold: a cell of an automaton is ${to}`);
      const back = known + 1 - to;
      if (column < kind.extra || to === 0 || back < 0 || back > NEAR_MOST) return cell;
      known = Math.max(known, to);
      return (cell & DFA_ACCEPT) | NEAR | back;
    }),
  );
}

function foldClasses(out: ByteList, classes: Uint8Array): void {
  for (let from = 0; from < 256; ) {
    let end = from + 1;
    while (end < 256 && classes[end] === classes[from]) end++;
    out.byte(end - from - 1);
    out.byte(classes[from]!);
    from = end;
  }
}

/** Transitions that are others than those of the state that it is told by. */
interface Run {
  /** How many are the same in front of it. */
  readonly skipped: number;
  length: number;
  readonly cell: number;
}

/** The state before it that the fewest runs tell from it, or none, which is one without transitions. */
function nearestOf(rows: readonly Row[], state: number, row: Row): { back: number; runs: readonly Run[] } {
  let best = { back: 0, runs: runsOf(new Uint16Array(row.length), row) };
  for (let back = 1; back <= Math.min(state, BACK_MOST) && best.runs.length > 0; back++) {
    const runs = runsOf(rows[state - back]!, row);
    if (runs.length < best.runs.length) best = { back, runs };
  }
  return best;
}

function runsOf(from: Row, row: Row): readonly Run[] {
  const runs: Run[] = [];
  let end = 0;
  row.forEach((cell, column) => {
    if (from[column] === cell) return;
    const last = runs.at(-1);
    if (last !== undefined && end === column && last.cell === cell) last.length++;
    else runs.push({ skipped: column - end, length: 1, cell });
    end = column + 1;
  });
  return runs;
}

/** An automaton of a program: bytes [at, at + size). */
export interface Place extends Part {
  readonly form: FoldedForm;
}

/** Which parts of a program are folded. */
export function automataOf(parts: readonly Part[]): readonly Place[] {
  return parts.flatMap(({ form, at, size }) =>
    form === "dfa" || form === "tagged" ? [{ form, at, size }] : [],
  );
}

/**
 * What lies after a program whose automata at `places` are folded: how many u32, for each where it belongs and where it
 * lies folded u32 each, and these. The program's word `P_FOLDED` leads there.
 *
 * @param places In their order
 */
export function foldAll(program: Uint8Array, places: readonly Place[]): Uint8Array {
  const folded = places.map(({ form, at, size }) => foldAutomaton(program.subarray(at, at + size), form));
  const start = program.length + 4 + 8 * places.length;
  const bytes = new Uint8Array(start - program.length + folded.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, places.length, true);
  let end = start;
  folded.forEach((automaton, i) => {
    view.setUint32(4 + 8 * i, places[i]!.at, true);
    view.setUint32(8 + 8 * i, end, true);
    bytes.set(automaton, end - program.length);
    end += automaton.length;
  });
  new DataView(program.buffer, program.byteOffset).setUint32(P_FOLDED, program.length, true);
  return bytes;
}
