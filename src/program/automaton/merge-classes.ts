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
  const numbers = new Map<string, number>();
  const kept: number[] = [];
  const isOfBytes = new Set(classes);
  const numberOf = Array.from({ length: classCount }, (_, column) => {
    const key = isOfBytes.has(column) ? columnOf(table, column) : "the text's end";
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, kept.length);
    return kept.push(column) - 1;
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

function columnOf({ classCount, transitions, stateCount }: Classed, column: number): string {
  let key = "";
  for (let state = 0; state < stateCount; state++) key += `${transitions[state * classCount + column]} `;
  return key;
}
