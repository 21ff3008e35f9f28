import { ACCEPT } from "./automaton.ts";
import type { Dfa } from "./dfa.ts";

const DEAD = 0;
const START = 1;

/**
 * An automaton that matches each of `texts` whole, ASCII in either case. Made letter by letter: by way of a pattern, a
 * thousand of them took over a second.
 *
 * @throws RangeError where it would need more states than have numbers
 */
export function literalsDfa(texts: readonly string[]): Dfa {
  const words = texts.map((text) => new TextEncoder().encode(text).map(lower));
  const classes = new Uint8Array(256);
  const letters = [...new Set(words.flatMap((word) => [...word]))].sort((a, b) => a - b);
  letters.forEach((letter, i) => {
    classes[letter] = i + 1;
    if (letter >= 0x61 && letter <= 0x7a) classes[letter - 0x20] = i + 1;
  });
  // Class 0 is of what no text has; after all of them comes the end.
  const classCount = letters.length + 2;
  const nexts: Map<number, number>[] = [new Map(), new Map()];
  const ends = new Set<number>();
  for (const word of words) {
    let state = START;
    for (const letter of word) {
      const column = classes[letter]!;
      const next = nexts[state]!.get(column) ?? nexts.push(new Map()) - 1;
      nexts[state]!.set(column, next);
      state = next;
    }
    ends.add(state);
  }
  if (nexts.length > ACCEPT) throw new RangeError("too many allowed values");
  const transitions = new Uint16Array(nexts.length * classCount);
  nexts.forEach((columns, state) => {
    const from = state * classCount;
    if (ends.has(state)) transitions.fill(ACCEPT | DEAD, from, from + classCount);
    for (const [column, next] of columns) transitions[from + column]! |= next;
  });
  return { classes, classCount, transitions, stateCount: nexts.length, starts: [START, START, START, START] };
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}
