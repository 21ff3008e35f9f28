import { type ByteSet, bytesWhere, isWord, membersOf, singleByte } from "../pattern/byte-set.ts";
import type { Nfa } from "./nfa.ts";

/** What a boundary sees of a neighbour. The ends of the input count as a newline. */
export type Kind = 0 | 1 | 2 | 3;
export const LINE: Kind = 0;
export const WORD: Kind = 1;
export const OTHER: Kind = 2;
/** What a string, or its part on a line, ends with: a quote, a backslash in front of one, `\r`. */
export const CLOSING: Kind = 3;

/** Bytes that no part of a pattern tells apart, numbered together. */
export interface ByteClasses {
  /** Byte to class. */
  readonly ofByte: Uint8Array;
  /** One byte of each class. */
  readonly samples: readonly number[];
}

const boundarySets: readonly ByteSet[] = [bytesWhere(isWord), singleByte(0x0a), bytesWhere(isClosing)];

export function kindOf(byte: number): Kind {
  return byte === 0x0a ? LINE : isWord(byte) ? WORD : isClosing(byte) ? CLOSING : OTHER;
}

function isClosing(byte: number): boolean {
  return byte === 0x22 || byte === 0x27 || byte === 0x5c || byte === 0x0d;
}

/** The coarsest classes that every set of the automaton, and every boundary in it, is a union of. */
export function byteClasses(nfa: Nfa): ByteClasses {
  const sets = nfa.states.flatMap((state) => (state.kind === "byte" ? [state.set] : []));
  const looks = nfa.states.flatMap((state) => (state.kind === "look" ? [state.look] : []));
  const boundaries = boundarySets.slice(0, looks.includes("string-end") ? 3 : looks.length > 0 ? 2 : 0);
  // Copies of a repeat share their set, so as objects they are few.
  const distinct = new Set([...sets, ...boundaries]);
  const split = new Uint32Array(256);
  let count = 0;
  for (const set of distinct) {
    const numbers = new Map<number, number>();
    for (const byte of membersOf(set)) {
      const number = numbers.get(split[byte]!) ?? ++count;
      numbers.set(split[byte]!, number);
      split[byte] = number;
    }
  }
  return numbered(split);
}

/** Classes are numbered in the order of their first bytes. */
function numbered(split: Uint32Array): ByteClasses {
  const numbers = new Map<number, number>();
  const ofByte = new Uint8Array(256);
  const samples: number[] = [];
  for (let byte = 0; byte < 256; byte++) {
    const number = numbers.get(split[byte]!) ?? samples.push(byte) - 1;
    numbers.set(split[byte]!, number);
    ofByte[byte] = number;
  }
  return { ofByte, samples };
}
