import { DFA_ACCEPT, DFA_STARTS, DFA_TRANSITIONS } from "../kernel/abi.ts";

/** Of an automaton whose transitions are folded: its address in the program, and how many transitions it has. */
export type Folded = readonly [at: number, count: number];

/** The bit of a transition that says how far its state is from the next new one, and how far that may be. */
export const NEAR = 0x4000;
export const NEAR_MOST = 8;

/** Makes automata what `build/packing/fold-automata.ts` has folded. */
export function unfoldAutomata(program: Uint8Array, folded: readonly Folded[]): void {
  for (const [at, count] of folded) {
    const starts = new Uint16Array(program.buffer, program.byteOffset + at + DFA_STARTS, 4);
    unfold(
      new Uint16Array(program.buffer, program.byteOffset + at + DFA_TRANSITIONS, count),
      Math.max(...starts),
    );
  }
}

/** @param last The last state that is known */
function unfold(transitions: Uint16Array, last: number): void {
  let known = last;
  for (let i = 0; i < transitions.length; i++) {
    const transition = transitions[i]!;
    if ((transition & NEAR) === 0) continue;
    const state = known + 1 - (transition & (NEAR - 1));
    if (state > known) known = state;
    transitions[i] = (transition & DFA_ACCEPT) | state;
  }
}
