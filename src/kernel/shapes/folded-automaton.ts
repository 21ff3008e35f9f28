// Automata that lie folded after the program: each is made the first time that it is run. Of a thousand, most programs run
// a few dozen; to read all of them took a fifth of a start, and they were two thirds of its memory.
//
// The host writes zeros where such an automaton belongs, so its count of classes is 0. `build/packing/fold-automata.ts`
// folds them: of its states, each is an earlier one with a few transitions changed.
import {
  DFA_ACCEPT,
  DFA_CLASSES,
  DFA_STARTS,
  DFA_TRANSITIONS,
  P_FOLDED,
  PROGRAM,
  TAGGED_CLASSES,
  TAGGED_ROW,
  TAGGED_STATES,
} from "../abi";
import { word } from "../reading/program-view";

/** A transition that says how far its state is from the next new one. */
const NEAR: u32 = 0x4000;

class Folded {
  /** The next byte. */
  static at: usize = 0;
}

/** Makes the DFA at `dfa` ready to be run. */
// @inline
export function ready(dfa: usize): void {
  if (load<u16>(dfa) == 0) unfold(dfa);
}

/** Makes an automaton of rows ready to be run. */
// @inline
export function readyRows(automaton: usize): void {
  if (load<u32>(automaton) == 0) unfoldRows(automaton);
}

/** Makes the automaton `place` bytes after the program's start as it is run: for who looks at the whole program. */
export function unfoldAt(place: u32, isOfRows: bool): void {
  if (isOfRows) unfoldRows(<usize>PROGRAM + place);
  else unfold(<usize>PROGRAM + place);
}

/** Unfolds the DFA at `dfa`; the kernel stops if there is none. */
function unfold(dfa: usize): void {
  Folded.at = findFolded(<u32>(dfa - PROGRAM));
  const classCount = nextNumber();
  let known: u32 = 0;
  for (let start = dfa + DFA_STARTS; start < dfa + DFA_CLASSES; start += 2) {
    const state = nextNumber();
    store<u16>(start, <u16>state);
    known = max(known, state);
  }
  unfoldTable(dfa + DFA_CLASSES, dfa + DFA_TRANSITIONS, classCount, known);
  store<u16>(dfa, <u16>classCount);
}

/** Unfolds an automaton of rows. */
function unfoldRows(automaton: usize): void {
  Folded.at = findFolded(<u32>(automaton - PROGRAM));
  const classCount = nextNumber();
  for (let address = automaton + 4; address < automaton + TAGGED_CLASSES; address += 4)
    store<u32>(address, nextNumber());
  unfoldTable(automaton + TAGGED_CLASSES, automaton + TAGGED_STATES, TAGGED_ROW + classCount, 1);
  store<u32>(automaton, classCount);
}

/** Unfolds the classes of bytes, and the rows from `first` on, with so many cells each; `known` is the newest state. */
function unfoldTable(classes: usize, first: usize, width: u32, known: u32): void {
  unfoldClasses(classes);
  const rowBytes = (<usize>width) << 1;
  const end = first + <usize>nextNumber() * rowBytes;
  for (let row = first; row < end; row += rowBytes) unfoldRow(row, rowBytes);
  for (let cell = first; cell < end; cell += 2) {
    const transition = <u32>load<u16>(cell);
    if ((transition & NEAR) == 0) continue;
    const state = known + 1 - (transition & (NEAR - 1));
    known = max(known, state);
    store<u16>(cell, <u16>((transition & DFA_ACCEPT) | state));
  }
}

/** The index is sorted by the automata's places: where each belongs, and where it lies folded, u32 each. */
function findFolded(place: u32): usize {
  const index: usize = PROGRAM + word(P_FOLDED);
  let low: u32 = 0;
  let high = load<u32>(index);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (load<u32>(index + ((<usize>middle) << 3), 4) < place) low = middle + 1;
    else high = middle;
  }
  const found = index + ((<usize>low) << 3);
  if (low >= load<u32>(index) || load<u32>(found, 4) != place) unreachable();
  return PROGRAM + load<u32>(found, 8);
}

/** Runs of bytes of one class: how many more than one, and the class. */
function unfoldClasses(classes: usize): void {
  for (let i: usize = 0; i < 256; ) {
    const end = i + <usize>load<u8>(Folded.at) + 1;
    memory.fill(classes + i, load<u8>(Folded.at, 1), end - i);
    Folded.at += 2;
    i = end;
  }
}

/** How far back the state is that it is like, 0: none; how many runs of transitions are others, and these. */
function unfoldRow(row: usize, rowBytes: usize): void {
  const back = <usize>load<u8>(Folded.at++);
  if (back != 0) memory.copy(row, row - back * rowBytes, rowBytes);
  let cell = row;
  for (let runs = nextNumber(); runs > 0; runs--) {
    cell += (<usize>nextNumber()) << 1;
    const end = cell + ((<usize>nextNumber()) << 1);
    const transition = nextTransition();
    for (; cell < end; cell += 2) store<u16>(cell, transition);
  }
}

/** The lowest bit: a match ends; the next: how far the state is from the next new one, otherwise the state. */
function nextTransition(): u16 {
  const number = nextNumber();
  return <u16>((number & 1 ? DFA_ACCEPT : 0) | (number & 2 ? NEAR : 0) | (number >>> 2));
}

/** Seven bits a byte, the lowest ones first; the highest bit: more follow. */
function nextNumber(): u32 {
  let byte = <u32>load<u8>(Folded.at++);
  let number = byte & 0x7f;
  for (let shift: u32 = 7; byte >= 0x80; shift += 7) {
    byte = <u32>load<u8>(Folded.at++);
    number |= (byte & 0x7f) << shift;
  }
  return number;
}
