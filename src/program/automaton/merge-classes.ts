import type { Transitions } from "./minimise.ts";

interface Classed extends Transitions {
  /** Byte to class. */
  readonly classes: Uint8Array;
}

/**
 * Merges classes of bytes that lead from every state to the same one. There are such where a set of the pattern matters
 * nowhere, such as that of word characters beside a boundary that always holds.
 */
export function mergeClasses<Table extends Classed>(table: Table): Table {
  const { classes, classCount, transitions, stateCount } = table;
  const kept: number[] = [];
  const isOfBytes = new Set(classes);
  const hashes = new Int32Array(classCount);
  for (let state = 0, at = 0; state < stateCount; state++)
    for (let column = 0; column < classCount; column++, at++)
      hashes[column] = Math.imul(hashes[column]! ^ transitions[at]!, PRIME);
  const numberOf = Array.from({ length: classCount }, (_, column) => {
    // The text's end is like no byte.
    const known = isOfBytes.has(column)
      ? kept.findIndex((other) => hashes[other] === hashes[column] && areEqual(table, other, column))
      : -1;
    return known < 0 ? kept.push(column) - 1 : known;
  });
  if (kept.length === classCount) return table;
  const rows = new Uint16Array(stateCount * kept.length);
  for (let state = 0; state < stateCount; state++) {
    kept.forEach((column, i) => {
      rows[state * kept.length + i] = transitions[state * classCount + column]!;
    });
  }
  return {
    ...table,
    classes: classes.map((column) => numberOf[column]!),
    classCount: kept.length,
    transitions: rows,
  };
}

/** As in FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
const PRIME = 0x01000193;

function areEqual({ classCount, transitions, stateCount }: Classed, one: number, other: number): boolean {
  for (let state = 0; state < stateCount; state++) {
    const row = state * classCount;
    if (transitions[row + one] !== transitions[row + other]) return false;
  }
  return true;
}
