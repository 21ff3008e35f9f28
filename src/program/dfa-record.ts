import { DFA_ACCEPT, DFA_CLASSES, DFA_STARTS, DFA_TRANSITIONS } from "../kernel/abi.ts";
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
  dfa.transitions.forEach((transition, i) => {
    view.setUint16(DFA_TRANSITIONS + i * 2, transition, true);
  });
  return bytes;
}

/**
 * Each byte that a match can start with, and the bytes that can follow it as a set of 32: bit n for those whose lowest
 * five are n. All of them, where the one byte may be a match.
 */
export function firstBytes(record: DfaRecord): readonly (readonly [byte: number, seconds: number])[] {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const classCount = view.getUint16(0, true);
  const starts = [0, 1, 2, 3].map((i) => view.getUint16(DFA_STARTS + i * 2, true));
  const go = (state: number, byte: number) =>
    view.getUint16(DFA_TRANSITIONS + (state * classCount + record[DFA_CLASSES + byte]!) * 2, true) &
    ~DFA_ACCEPT;
  const isEnd = (state: number) =>
    Array.from(
      { length: classCount },
      (_, column) => DFA_TRANSITIONS + (state * classCount + column) * 2,
    ).some((at) => (view.getUint16(at, true) & DFA_ACCEPT) !== 0);
  return BYTES.flatMap((byte) => {
    const states = new Set(starts.map((start) => go(start, byte)).filter((state) => state !== 0));
    if (states.size === 0) return [];
    if ([...states].some((state) => isEnd(state))) return [[byte, 0xffffffff]];
    const isSecond = (second: number) =>
      COLOURS.has(second) || [...states].some((state) => go(state, second) !== 0);
    return [
      [byte, BYTES.reduce((set, second) => (isSecond(second) ? set | (1 << (second & 31)) : set), 0) >>> 0],
    ];
  });
}

const BYTES: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);
/** What begins a colour code, over which a match goes on: ESC, or a backslash. */
const COLOURS: ReadonlySet<number> = new Set([0x1b, 0x5c]);

/** Whether a match can hold a line end. */
export function crossesLines(record: DfaRecord): boolean {
  return goesOver(record, (byte) => byte === 10);
}

/** Whether a match can hold one of the bytes that are `wanted`. */
export function goesOver(record: DfaRecord, wanted: (byte: number) => boolean): boolean {
  const columns = new Set(BYTES.filter(wanted).map((byte) => record[DFA_CLASSES + byte]!));
  return steps(record).some(({ column }) => columns.has(column));
}

/** The bytes that a match can end with, and those that can stand before them, as sets of 32 like {@link firstBytes}. */
export function lastBytes(record: DfaRecord): { readonly last: number; readonly beforeLast: number } {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const classCount = view.getUint16(0, true);
  const ofColumn = new Uint32Array(classCount);
  for (const byte of BYTES) ofColumn[record[DFA_CLASSES + byte]!]! |= 1 << (byte & 31);
  const all = steps(record);
  const into = new Map<number, number>();
  for (const { column, to } of all) into.set(to, (into.get(to) ?? 0) | ofColumn[column]!);
  const isLast = (state: number) =>
    (view.getUint16(DFA_TRANSITIONS + (state * classCount + classCount - 1) * 2, true) & DFA_ACCEPT) !== 0;
  const ends = all.filter(({ to }) => isLast(to));
  return {
    last: ends.reduce((set, { column }) => set | ofColumn[column]!, 0) >>> 0,
    beforeLast: ends.reduce((set, { from }) => set | (into.get(from) ?? 0), 0) >>> 0,
  };
}

/** The transitions over a byte that leave a match possible. */
function steps(record: DfaRecord): readonly { from: number; column: number; to: number }[] {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const classCount = view.getUint16(0, true);
  const count = (record.length - DFA_TRANSITIONS) / 2;
  return Array.from({ length: count }, (_, i) => ({
    from: Math.floor(i / classCount),
    column: i % classCount,
    to: view.getUint16(DFA_TRANSITIONS + i * 2, true) & ~DFA_ACCEPT,
  })).filter(({ column, to }) => to !== 0 && column < classCount - 1);
}

const ENDS_BEFORE_AT = "\t\n\r \"'<>";

/**
 * Whether every match holds an "@", and none of the bytes at which the kernel gives up the search for it stands before:
 * most URLs have no user, and six patterns begin to match each of them.
 */
export function needsAt(record: DfaRecord): boolean {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const classCount = view.getUint16(0, true);
  const at = record[DFA_CLASSES + 0x40]!;
  const ends = new Set([...ENDS_BEFORE_AT].map((c) => record[DFA_CLASSES + c.charCodeAt(0)]!));
  const seen = new Set([0, 1, 2, 3].map((i) => view.getUint16(DFA_STARTS + i * 2, true)));
  for (const state of seen) {
    for (let column = 0; column < classCount; column++) {
      const to = view.getUint16(DFA_TRANSITIONS + (state * classCount + column) * 2, true);
      const next = to & ~DFA_ACCEPT;
      if ((to & DFA_ACCEPT) !== 0 || (next !== 0 && ends.has(column))) return false;
      if (next !== 0 && column !== at) seen.add(next);
    }
  }
  return true;
}
