// Unpacks the program that a bundle holds: a module of its own, which runs once. What packs it, and where the format is
// said, is `build/packing/`. It makes what the build has written to the byte; the build makes sure of it.
import { DFA_CLASSES, DFA_STARTS, NODE_SIZE, TAGGED_CLASSES, TAGGED_ROW } from "../abi";
import { pairStarts, startRows, unpackRow } from "./automata";
import { setBefore } from "./automaton";
import { decodeBase64 } from "./base64";
import { unpackClasses } from "./classes";
import {
  C_BACK,
  C_BYTES,
  C_CODE,
  C_COPY_BACK,
  C_COPY_LENGTH,
  C_FORM,
  C_GAP,
  C_HAS_CHILD,
  C_HAS_VALUE,
  C_IS_ABOVE,
  C_IS_AGAIN,
  C_IS_COPY,
  C_IS_USED,
  C_LETTERS,
  C_ROWS,
  C_SET,
  C_SIZE,
  C_START,
  C_STATES,
  C_STRIDE,
  C_TAGGED_ROWS,
  C_VALUE,
  COPY_LEAST,
  FORM_BYTES,
  FORM_CODE,
  FORM_DFA,
  FORM_ENTRIES,
  FORM_SET,
  FORM_TAGGED,
  FORM_TRIE,
  NUMBER,
  UNPACKED,
} from "./contexts";
import { nextBit, nextBits, nextNumber, startDecoder } from "./decoder";
import { unpackEntries } from "./entries";
import { NODE_LETTERS } from "./memory";

/** What was unpacked last of a kind. */
class Last {
  static sets: u32 = 0;
  static dfa: usize = 0;
  static dfaStates: u32 = 0;
  static tagged: usize = 0;
  static taggedStates: u32 = 0;
}

/**
 * Unpacks a program to UNPACKED, where all bytes are 0.
 *
 * @param packed What it is unpacked from, base64
 * @param length Its characters
 */
export function unpack(packed: usize, length: usize): void {
  decodeBase64(packed, length);
  startDecoder(packed);
  let form: u32 = 0;
  let at: usize = UNPACKED;
  for (let parts = nextNumber(C_SIZE); parts > 0; parts--) {
    form = nextBits(C_FORM + form * 8, 3);
    at += nextNumber(C_GAP);
    at += form == FORM_DFA ? unpackDfa(at) : form == FORM_TAGGED ? unpackTagged(at) : unpackPart(form, at);
  }
}

/** Returns the part's size. */
function unpackPart(form: u32, at: usize): usize {
  const size = <usize>nextNumber(C_SIZE);
  switch (form) {
    case FORM_BYTES:
      unpackBytes(at, size, nextBits(C_STRIDE, 6));
      break;
    case FORM_ENTRIES:
      unpackEntries(at, size);
      break;
    case FORM_TRIE:
      unpackTrie(at, size);
      break;
    case FORM_CODE:
      unpackCode(at, size);
      break;
    case FORM_SET:
      unpackSet(at, size, Last.sets++);
      break;
  }
  return size;
}

/**
 * Bytes of records. A record is a copy, as those after it may be, of one farther back; or each of its bytes is the one at
 * its place in the record before, or is told by what has stood there.
 */
function unpackBytes(bytes: usize, size: usize, stride: usize): void {
  let wasCopy: u32 = 0;
  let isAbove: u32 = 0;
  for (let at: usize = 0; at < size; ) {
    wasCopy = nextBit(C_IS_COPY + wasCopy);
    if (wasCopy != 0) {
      const back = (<usize>nextNumber(C_COPY_BACK) + 1) * stride;
      const end = at + (<usize>nextNumber(C_COPY_LENGTH) + 1) * stride;
      // Byte by byte: a copy may begin in itself.
      for (; at < end; at++) store<u8>(bytes + at, load<u8>(bytes + at - back));
      continue;
    }
    for (let place: u32 = 0; place < <u32>stride && at < size; place++) {
      let byte: u32 = at < stride ? 0 : load<u8>(bytes + at - stride);
      isAbove = nextBit(C_IS_ABOVE + place * 2 + isAbove);
      if (isAbove == 0) byte = nextBits(C_BYTES + place * 256, 8);
      store<u8>(bytes + at++, <u8>byte);
    }
  }
}

/** A module's code: copies of what is farther back, and bytes, each by the one in front of it. */
function unpackCode(bytes: usize, size: usize): void {
  let wasCopy: u32 = 0;
  for (let at = bytes; at < bytes + size; ) {
    wasCopy = nextBit(C_IS_COPY + wasCopy);
    if (wasCopy != 0) {
      const back = <usize>nextNumber(C_COPY_BACK) + 1;
      for (const end = at + nextNumber(C_COPY_LENGTH) + COPY_LEAST; at < end; at++)
        store<u8>(at, load<u8>(at - back));
    } else {
      store<u8>(at, <u8>nextBits(C_CODE + <u32>load<u8>(at - 1) * 256, 8));
      at++;
    }
  }
}

/** A set of few bits, by how many are between them. */
function unpackSet(bytes: usize, size: usize, number: u32): void {
  const context = C_SET + min(number, 2) * NUMBER;
  const end = (<u32>size) << 3;
  for (let bit = nextNumber(context); bit < end; bit += nextNumber(context) + 1) {
    const byte = bytes + (bit >>> 3);
    store<u8>(byte, <u8>(<u32>load<u8>(byte) | ((<u32>1) << (bit & 7))));
  }
}

/** A trie's nodes, one level after another: their children's letters, and what ends there. */
function unpackTrie(nodes: usize, size: usize): void {
  const count = <u32>(size / NODE_SIZE);
  store<u8>(NODE_LETTERS, 0);
  let child: u32 = 1;
  let last0: u32 = 0;
  let last1: u32 = 0;
  let last2: u32 = 0;
  for (let node: u32 = 0; node < count; node++) {
    const at = nodes + <usize>node * NODE_SIZE;
    const letter: u32 = load<u8>(NODE_LETTERS + node);
    store<u16>(at, <u16>child, 8);
    let children: u64 = 0;
    let childCount: u32 = 0;
    while (nextBit(C_HAS_CHILD + letter * 4 + min(childCount, 3)) != 0) {
      const own = nextBits(C_LETTERS + letter * 64, 6);
      children |= (<u64>1) << own;
      store<u8>(NODE_LETTERS + child++, <u8>own);
      childCount++;
    }
    store<u64>(at, children);
    const isLeaf: u32 = childCount == 0 ? 4 : 0;
    if (nextBit(C_HAS_VALUE + isLeaf) != 0) {
      last0 = nextValue(0, last0);
      store<u16>(at, <u16>last0, 10);
    }
    if (nextBit(C_HAS_VALUE + 1 + isLeaf) != 0) {
      last1 = nextValue(1, last1);
      store<u16>(at, <u16>last1, 12);
    }
    if (nextBit(C_HAS_VALUE + 2 + isLeaf) != 0) {
      last2 = nextValue(2, last2);
      store<u16>(at, <u16>last2, 14);
    }
  }
}

function nextValue(place: u32, last: u32): u32 {
  if (nextBit(C_IS_AGAIN + place) != 0) return last;
  const upper = nextBits(C_VALUE + place * 512, 8);
  return (upper << 8) | nextBits(C_VALUE + place * 512 + 256, 8);
}

/** Returns the record's size. */
function unpackDfa(at: usize): usize {
  const width = nextNumber(C_SIZE);
  const states = nextNumber(C_STATES);
  store<u16>(at, <u16>width);
  let last: u32 = 0;
  for (let i: usize = 0; i < 4; i++) {
    const start = nextNumber(C_START);
    store<u16>(at + DFA_STARTS + i * 2, <u16>start);
    last = max(last, start);
  }
  const classes = at + DFA_CLASSES;
  const rows = classes + 256;
  const before = Last.dfa;
  const isUsed = before != 0 && nextBit(C_IS_USED) != 0;
  setBefore(before + DFA_CLASSES, before + DFA_CLASSES + 256, load<u16>(before), Last.dfaStates, isUsed);
  unpackClasses(classes);
  startRows(C_ROWS, classes, rows, width, 0, states, last);
  for (let i: usize = 0; isUsed && i < 4; i++) {
    pairStarts(load<u16>(at + DFA_STARTS + i * 2), load<u16>(before + DFA_STARTS + i * 2));
  }
  for (let state: u32 = 1; state < states; state++) unpackRow(state);
  Last.dfa = at;
  Last.dfaStates = states;
  return <usize>DFA_CLASSES + 256 + ((<usize>width * states) << 1);
}

/** Returns the record's size. */
function unpackTagged(at: usize): usize {
  const classCount = nextNumber(C_SIZE);
  const width = classCount + TAGGED_ROW;
  const states = nextNumber(C_STATES);
  store<u32>(at, classCount);
  for (let place: usize = 4; place < <usize>TAGGED_CLASSES; place += 4) {
    store<u32>(at + place, <u32>(at - UNPACKED) - nextNumber(C_BACK));
  }
  const classes = at + TAGGED_CLASSES;
  const rows = classes + 256;
  const before = Last.tagged;
  const isUsed = before != 0 && nextBit(C_IS_USED) != 0;
  const beforeClasses = before + TAGGED_CLASSES;
  setBefore(beforeClasses, beforeClasses + 256, load<u32>(before) + TAGGED_ROW, Last.taggedStates, isUsed);
  unpackClasses(classes);
  startRows(C_TAGGED_ROWS, classes, rows, width, TAGGED_ROW, states, 1);
  if (isUsed) pairStarts(1, 1);
  for (let state: u32 = 1; state < states; state++) unpackRow(state);
  Last.tagged = at;
  Last.taggedStates = states;
  return <usize>TAGGED_CLASSES + 256 + ((<usize>width * states) << 1);
}
