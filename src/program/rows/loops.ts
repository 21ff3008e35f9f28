// States in which a run stays over many characters, as in a string of any length: the kernel passes over these sixteen at a
// time (`src/kernel/rows/tagged.ts`).
import type { TaggedAutomaton } from "./tagged-automaton.ts";

/** The bytes of a set of characters. */
export const LOOP_BYTES = 16;

/** Quotes, what begins an escape, and separators: what a run makes of them is not told by its state. */
const NEVER_PASSED = "\\%&;:=,\"'`";
/** A loop over fewer characters is not worth a look. */
const LOOP_LEAST = 20;

/**
 * The characters that leave a run in `state`, for the kernel to pass over: a byte for each lower nibble, in which a bit
 * for each upper one.
 *
 * @param isInWord Only those of words: what matches in the state is no match within one
 */
export function loopOf(
  { classes, classCount, transitions }: TaggedAutomaton,
  state: number,
  isInWord: boolean,
): number[] {
  const bytes = Array<number>(LOOP_BYTES).fill(0);
  let count = 0;
  for (let c = 0x20; c < 0x7f; c++) {
    if (transitions[state * classCount + classes[c]!] !== state) continue;
    const char = String.fromCharCode(c);
    if (isInWord ? !/[0-9A-Za-z]/.test(char) : NEVER_PASSED.includes(char)) continue;
    bytes[c & 15]! |= 1 << (c >> 4);
    count++;
  }
  return state !== 0 && count >= LOOP_LEAST ? bytes : Array<number>(LOOP_BYTES).fill(0);
}
