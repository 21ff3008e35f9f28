// The embedded program, packed to a fifth: JavaScript has to be read before it runs. (What inflates in the
// platform itself cannot be had everywhere without waiting.)
//
// Steps: so many words of 16 bits as they are, then so many again from `distance` words before. A step's first
// byte has both numbers, four bits each; 15 goes on in the next bytes, up to one that is not 255.

const LEAST_MATCH = 2;
const MOST_DISTANCE = 0xffff;
/** Earlier places with the same two words that are looked at; twice as many save one byte in a hundred. */
const MOST_TRIES = 64;

/** @param bytes An even number of them */
export function pack(bytes: Uint8Array): Uint8Array {
  const words = new Uint16Array(bytes.slice().buffer);
  const out: number[] = [];
  const places = new Map<number, number[]>();
  const keyAt = (at: number): number => words[at]! * 65_536 + (words[at + 1] ?? 0);
  let packed = 0;
  for (let at = 0; at < words.length; ) {
    const [length, distance] = longestMatch(words, at, places.get(keyAt(at)) ?? []);
    if (length > 0) {
      writeStep(out, words.subarray(packed, at), length, distance);
      packed = at + length;
    }
    for (const end = at + Math.max(length, 1); at < end; at++) {
      const key = keyAt(at);
      const known = places.get(key);
      if (known === undefined) places.set(key, [at]);
      else known.push(at);
    }
  }
  writeStep(out, words.subarray(packed), LEAST_MATCH, 0);
  return Uint8Array.from(out);
}

function longestMatch(
  words: Uint16Array,
  at: number,
  places: readonly number[],
): readonly [length: number, distance: number] {
  let [length, distance] = [0, 0];
  for (let i = places.length - 1; i >= Math.max(0, places.length - MOST_TRIES); i--) {
    const place = places[i]!;
    if (at - place > MOST_DISTANCE) break;
    let same = 0;
    while (at + same < words.length && words[place + same] === words[at + same]) same++;
    if (same > length) [length, distance] = [same, at - place];
  }
  return length < LEAST_MATCH ? [0, 0] : [length, distance];
}

function writeStep(out: number[], literals: Uint16Array, length: number, distance: number): void {
  const more = length - LEAST_MATCH;
  out.push((Math.min(literals.length, 15) << 4) | Math.min(more, 15));
  writeRest(out, literals.length);
  for (const word of literals) out.push(word & 255, word >> 8);
  out.push(distance & 255, distance >> 8);
  writeRest(out, more);
}

function writeRest(out: number[], count: number): void {
  if (count < 15) return;
  let rest = count - 15;
  for (; rest >= 255; rest -= 255) out.push(255);
  out.push(rest);
}

/**
 * @param packed What `pack` gave, as the characters of a string: what `atob` gives
 * @param length Of the bytes that were packed
 */
export function unpack(packed: string, length: number): Uint8Array {
  const words = new Uint16Array(length / 2);
  let at = 0;
  let i = 0;
  // Without a function in it: this runs once, and so mostly in the interpreter, where calls double the time.
  for (;;) {
    const step = packed.charCodeAt(i++);
    let literals = step >> 4;
    for (let more = literals < 15 ? 0 : 255; more === 255; literals += more) more = packed.charCodeAt(i++);
    for (const end = at + literals; at < end; i += 2)
      words[at++] = packed.charCodeAt(i) | (packed.charCodeAt(i + 1) << 8);
    const distance = packed.charCodeAt(i) | (packed.charCodeAt(i + 1) << 8);
    i += 2;
    if (distance === 0) return new Uint8Array(words.buffer);
    let again = step & 15;
    for (let more = again < 15 ? 0 : 255; more === 255; again += more) more = packed.charCodeAt(i++);
    for (const end = at + again + LEAST_MATCH; at < end; at++) words[at] = words[at - distance]!;
  }
}
