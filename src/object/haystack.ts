import { HOST_CLOSE, HOST_OPEN } from "../kernel/abi.ts";

const NEWLINE = 0x0a;

const encoder = new TextEncoder();

/** Bytes that a leaf takes at most: three for each character, and its marks. */
export function sizeMost(key: string | undefined, text: string): number {
  return 3 * ((key?.length ?? 0) + text.length) + 8;
}

/** In front of a text that is one value of pairs. */
const PAIR = "x=";

/** Writes a leaf from `at` on and notes where its text starts and ends; returns where the next one goes. */
export function lay(
  bytes: Uint8Array,
  key: string | undefined,
  text: string,
  at: number,
  places?: number[],
  index = 0,
  inPair = false,
): number {
  if (key !== undefined) {
    at = write(bytes, key, at);
    bytes[at++] = HOST_OPEN;
  }
  if (inPair) at = write(bytes, PAIR, at);
  if (places !== undefined) places[2 * index] = at;
  at = write(bytes, text, at);
  if (places !== undefined) places[2 * index + 1] = at;
  bytes[at++] = HOST_CLOSE;
  bytes[at++] = NEWLINE;
  return at;
}

/**
 * Most strings in a log are short, and a view of the memory, which `encodeInto` needs, costs as much as
 * writing 60 characters one by one.
 */
const SHORT = 60;

function write(bytes: Uint8Array, text: string, at: number): number {
  const { length } = text;
  if (length <= SHORT) {
    let i = 0;
    for (; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) break;
      bytes[at + i] = code;
    }
    if (i === length) return at + i;
  }
  return at + encoder.encodeInto(text, bytes.subarray(at)).written;
}
