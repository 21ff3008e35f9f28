// Which kinds of bytes a match can have and which it must have: told by two masks, most values need no run.
import { type DfaRecord, Table } from "./dfa-record.ts";

/** A set of 64 kinds: bit n of the first word is kind n, of the second kind n + 32. */
export type KindSet = readonly [number, number];

export interface Kinds {
  /** Those of which a whole match can hold a byte. */
  readonly allowed: KindSet;
  /** Those of which it always holds one. */
  readonly needed: KindSet;
  /** The same in front of the first byte for which `ends` says so. */
  readonly neededFirst: KindSet;
}

/**
 * @param kinds A number below 64 for each byte
 */
export function kindsIn(record: DfaRecord, kinds: Uint8Array, ends: (byte: number) => boolean): Kinds {
  const table = new Table(record);
  const columns = kindsOfColumns(table, kinds);
  const ending = new Set(
    Array.from(kinds.keys())
      .filter(ends)
      .map((byte) => table.columnOf(byte)),
  );
  const allowed = fixpoint(table, 0, (state, word, sets) => {
    let some = 0;
    for (let column = 0; column < table.columns; column++) {
      const next = table.go(state, column);
      if (next !== 0) some |= columns[column]!.any[word]! | sets[next * 2 + word]!;
    }
    return some;
  });
  const neededUpTo = (isStop: (column: number) => boolean) =>
    fixpoint(table, -1, (state, word, sets) => {
      if (table.ends(state, table.columns)) return 0;
      let all = -1;
      for (let column = 0; column < table.columns; column++) {
        const next = table.go(state, column);
        if (next === 0) continue;
        all &= isStop(column) ? 0 : columns[column]!.shared[word]! | sets[next * 2 + word]!;
      }
      return all;
    });
  return {
    allowed,
    needed: neededUpTo(() => false),
    neededFirst: neededUpTo((column) => ending.has(column)),
  };
}

/** What holds at the start, where `of` gives a state's set from those of the states after it. */
function fixpoint(
  table: Table,
  first: number,
  of: (state: number, word: number, sets: Int32Array) => number,
): KindSet {
  const sets = new Int32Array(table.states * 2).fill(first);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    // Most states lead to later ones: backwards, few rounds are needed.
    for (let at = sets.length - 1; at >= 2; at--) {
      const set = of(at >> 1, at & 1, sets);
      if (set === sets[at]) continue;
      sets[at] = set;
      isChanged = true;
    }
  }
  const start = table.starts[0]! * 2;
  return [sets[start]! >>> 0, sets[start + 1]! >>> 0];
}

/** Of each column's bytes: a kind that all of them are of, and all kinds. */
function kindsOfColumns(
  table: Table,
  kinds: Uint8Array,
): readonly { readonly shared: KindSet; readonly any: KindSet }[] {
  const any = Array.from({ length: table.columns }, (): [number, number] => [0, 0]);
  kinds.forEach((kind, byte) => {
    any[table.columnOf(byte)]![kind >> 5]! |= 1 << (kind & 31);
  });
  const isOne = ([low, high]: KindSet): boolean =>
    low === 0 ? (high & (high - 1)) === 0 : high === 0 && (low & (low - 1)) === 0;
  return any.map((set) => ({ any: set, shared: isOne(set) ? set : [0, 0] }));
}
