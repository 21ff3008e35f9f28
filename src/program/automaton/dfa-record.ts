import { DFA_ACCEPT, DFA_CLASSES, DFA_STARTS, DFA_TRANSITIONS } from "../../kernel/abi.ts";
import type { Dfa } from "./dfa.ts";

/** A DFA as the kernel reads it; see `DFA_*` in the kernel's abi. */
export type DfaRecord = Uint8Array;

export function encodeDfa(dfa: Dfa): DfaRecord {
  const bytes = new Uint8Array(DFA_TRANSITIONS + dfa.transitions.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, dfa.classCount, true);
  dfa.starts.forEach((state, i) => {
    view.setUint16(DFA_STARTS + i * 2, state, true);
  });
  bytes.set(dfa.classes, DFA_CLASSES);
  for (let i = 0; i < dfa.transitions.length; i++)
    view.setUint16(DFA_TRANSITIONS + i * 2, dfa.transitions[i]!, true);
  return bytes;
}

/** How many states a record has, and how many classes of bytes. */
export function sizeOfDfa(record: DfaRecord): { readonly states: number; readonly classes: number } {
  const { states, columns } = new Table(record);
  return { states, classes: columns };
}

/** Orders records by how many classes of bytes they have, and which. */
export function compareClasses(a: DfaRecord, b: DfaRecord): number {
  for (let i = 0; i < DFA_TRANSITIONS; i++) {
    // Not by their starts, which stand between.
    const difference = i < DFA_STARTS || i >= DFA_CLASSES ? a[i]! - b[i]! : 0;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A record opened for reading. What is asked of it goes by byte classes, of which there are few. */
export class Table {
  readonly columns: number;
  readonly states: number;
  readonly starts: readonly number[];
  /** The bytes of each class, as a set of 32: bit n for those whose lowest five are n. */
  readonly bytesOf: Uint32Array;
  readonly #record: DfaRecord;
  readonly #view: DataView;

  constructor(record: DfaRecord) {
    const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
    const width = view.getUint16(0, true);
    const length = (record.length - DFA_TRANSITIONS) / 2;
    this.#record = record;
    // The last column is the text's end.
    this.columns = width - 1;
    this.states = length / width;
    this.starts = [0, 1, 2, 3].map((i) => view.getUint16(DFA_STARTS + i * 2, true));
    this.#view = view;
    this.bytesOf = new Uint32Array(this.columns);
    for (let byte = 0; byte < 256; byte++) this.bytesOf[this.columnOf(byte)]! |= 1 << (byte & 31);
  }

  columnOf(byte: number): number {
    return this.#record[DFA_CLASSES + byte]!;
  }

  /** The state that a byte of the class leads to, 0: none. */
  go(state: number, column: number): number {
    return this.#at(state, column) & ~DFA_ACCEPT;
  }

  /** Whether a match ends in front of a byte of the class, or, after all classes, of the text's end. */
  ends(state: number, column: number): boolean {
    return (this.#at(state, column) & DFA_ACCEPT) !== 0;
  }

  #at(state: number, column: number): number {
    return this.#view.getUint16(DFA_TRANSITIONS + (state * (this.columns + 1) + column) * 2, true);
  }
}

/** Bytes [from, end) that a match can start with, and what can follow each of them. */
export type Starts = readonly (readonly [from: number, end: number, seconds: number])[];

/**
 * The bytes that a match can start with, and the bytes that can follow them as a set of 32: bit n for those whose lowest
 * five are n. All of them, where the one byte may be a match.
 */
export function firstBytes(record: DfaRecord): Starts {
  const table = new Table(record);
  const seconds = Array.from({ length: table.columns }, (_, column) => secondsOf(table, column));
  const runs: [from: number, end: number, seconds: number][] = [];
  for (let byte = 0; byte < 256; byte++) {
    const set = seconds[table.columnOf(byte)]!;
    const last = runs.at(-1);
    if (set === 0) continue;
    if (last?.[1] === byte && last[2] === set) last[1]++;
    else runs.push([byte, byte + 1, set]);
  }
  return runs;
}

/** What begins a colour code, over which a match goes on: ESC, or a backslash. */
const COLOURS = (1 << (0x1b & 31)) | (1 << (0x5c & 31));

/** The bytes that can follow one of the class at a match's start, 0: none starts with it. */
function secondsOf(table: Table, column: number): number {
  const states = new Set(table.starts.map((start) => table.go(start, column)).filter((state) => state !== 0));
  let set = states.size === 0 ? 0 : COLOURS;
  for (const state of states) {
    for (let next = 0; next <= table.columns; next++) {
      if (table.ends(state, next)) return 0xffffffff;
      if (next < table.columns && table.go(state, next) !== 0) set |= table.bytesOf[next]!;
    }
  }
  return set >>> 0;
}

/** Whether a match can hold a line end. */
export function crossesLines(record: DfaRecord): boolean {
  return goesOver(record, (byte) => byte === 10);
}

/** Whether a match can hold one of the bytes that are `wanted`. */
export function goesOver(record: DfaRecord, wanted: (byte: number) => boolean): boolean {
  const table = new Table(record);
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const columns = [...new Set(bytes.filter(wanted).map((byte) => table.columnOf(byte)))];
  for (let state = 0; state < table.states; state++) {
    if (columns.some((column) => table.go(state, column) !== 0)) return true;
  }
  return false;
}

/** The bytes that a match can end with, and those that can stand before them, as sets of 32 like {@link firstBytes}. */
export function lastBytes(record: DfaRecord): { readonly last: number; readonly beforeLast: number } {
  const table = new Table(record);
  const isLast = (state: number) => table.ends(state, table.columns);
  const into = new Uint32Array(table.states);
  const beforeLast = new Set<number>();
  for (let state = 0; state < table.states; state++) {
    for (let column = 0; column < table.columns; column++) {
      const to = table.go(state, column);
      into[to]! |= table.bytesOf[column]!;
      if (to !== 0 && isLast(to)) beforeLast.add(state);
    }
  }
  const join = (states: Iterable<number>) => [...states].reduce((set, state) => set | into[state]!, 0) >>> 0;
  const all = Array.from({ length: table.states }, (_, state) => state);
  return { last: join(all.filter((state) => state !== 0 && isLast(state))), beforeLast: join(beforeLast) };
}

const ENDS_BEFORE_AT = '\t\n\r "<>';

/**
 * Whether every match holds an "@", and none of the bytes at which the kernel gives up the search for it stands before:
 * most URLs have no user, and six patterns begin to match each of them.
 */
export function needsAt(record: DfaRecord): boolean {
  const table = new Table(record);
  const at = table.columnOf(0x40);
  const ends = new Set([...ENDS_BEFORE_AT].map((c) => table.columnOf(c.charCodeAt(0))));
  const seen = new Set(table.starts);
  for (const state of seen) {
    for (let column = 0; column <= table.columns; column++) {
      if (table.ends(state, column)) return false;
      const next = column < table.columns ? table.go(state, column) : 0;
      if (next !== 0 && ends.has(column)) return false;
      if (next !== 0 && column !== at) seen.add(next);
    }
  }
  return true;
}

/** Whether every match starts where a line or a string does: after a letter and in a line, no byte goes on. */
export function startsLine(record: DfaRecord): boolean {
  const table = new Table(record);
  return [1, 2].every((context) => {
    const start = table.starts[context]!;
    for (let column = 0; column <= table.columns; column++) {
      if (table.ends(start, column) || (column < table.columns && table.go(start, column) !== 0))
        return false;
    }
    return true;
  });
}

/** Whether every match holds a line end, raw or as an escape that begins with a backslash. */
export function needsLine(record: DfaRecord): boolean {
  return needsOneOf(record, "\n\\");
}

/** Whether every match holds a quote, raw or as an escape that begins with a backslash. */
export function needsQuote(record: DfaRecord): boolean {
  return needsOneOf(record, "\"'\\");
}

function needsOneOf(record: DfaRecord, characters: string): boolean {
  const table = new Table(record);
  const wanted = new Set([...characters].map((character) => character.charCodeAt(0)));
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const isAlone = (column: number) =>
    bytes.every((byte) => wanted.has(byte) || table.columnOf(byte) !== column);
  const needed = new Set([...wanted].map((byte) => table.columnOf(byte)).filter(isAlone));
  const seen = new Set(table.starts);
  for (const state of seen) {
    for (let column = 0; column <= table.columns; column++) {
      if (table.ends(state, column)) return false;
      const next = column < table.columns && !needed.has(column) ? table.go(state, column) : 0;
      if (next !== 0) seen.add(next);
    }
  }
  return true;
}
