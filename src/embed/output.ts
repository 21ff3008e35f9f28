// What the last call has written. Text of a block in which nothing changes, which most are, is not copied: it stays where
// it lies in the haystack.
import { Bytes } from "./bytes";

export class Output {
  static bytes: Bytes = new Bytes();
  static isCopied: bool = false;
  /** What was kept first, as long as nothing is copied. */
  static start: usize = 0;
  static end: usize = 0;
}

export function clearOutput(): void {
  Output.bytes.length = 0;
  Output.isCopied = false;
  Output.start = 0;
  Output.end = 0;
}

/** Adds text that stays. */
export function keep(start: usize, end: usize): void {
  if (!Output.isCopied && Output.start == Output.end) {
    Output.start = start;
    Output.end = end;
  } else written().add(start, <i32>(end - start));
}

/** Where replacements are written: all that stays before them is copied first. */
export function written(): Bytes {
  if (!Output.isCopied) {
    Output.isCopied = true;
    if (Output.end > Output.start) Output.bytes.add(Output.start, <i32>(Output.end - Output.start));
  }
  return Output.bytes;
}

export function outputAddress(): usize {
  return Output.isCopied ? Output.bytes.address : Output.start;
}

export function outputLength(): i32 {
  return Output.isCopied ? Output.bytes.length : <i32>(Output.end - Output.start);
}
