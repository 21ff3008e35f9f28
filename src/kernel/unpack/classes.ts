import { Before } from "./automaton";
import { C_CLASS, C_CLASS_BYTE, C_CLASS_RUN, NUMBER } from "./contexts";
import { nextBit, nextBits, nextNumber } from "./decoder";
import { COUNTERPARTS } from "./memory";
import { setWord, word } from "./words";

/**
 * Unpacks the class of each byte, by how many are as one would expect: what goes with the class in the automaton before,
 * or without one that of the byte in front. Another is the next class, that of the byte in front or of the capital, or any.
 */
export function unpackClasses(classes: usize): void {
  memory.fill(COUNTERPARTS, 0, 1024);
  const run = C_CLASS_RUN + (Before.isUsed ? NUMBER : 0);
  let next: u32 = 0;
  let expected = nextNumber(run);
  for (let byte: u32 = 0; byte < 256; byte++) {
    const other: u32 = Before.isUsed ? load<u8>(Before.classes + byte) : 0;
    const counterpart = word(COUNTERPARTS, other);
    const inFront: u32 = byte == 0 ? 0 : load<u8>(classes + byte - 1);
    let value = !Before.isUsed ? inFront : counterpart == 0 ? next : counterpart - 1;
    if (expected-- == 0) {
      if (nextBit(C_CLASS) != 0) value = next;
      else if (Before.isUsed && nextBit(C_CLASS + 1) != 0) value = inFront;
      else if (byte >= 97 && byte <= 122 && nextBit(C_CLASS + 2) != 0) value = load<u8>(classes + byte - 32);
      else value = nextBits(C_CLASS_BYTE, 8);
      expected = nextNumber(run);
    }
    store<u8>(classes + byte, <u8>value);
    setWord(COUNTERPARTS, other, value + 1);
    if (value == next) next++;
  }
}
