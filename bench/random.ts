// The same data on every machine and every run.

const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Mulberry32. */
export function createRandom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const text = (length: number, alphabet = alphanumeric) => {
    let out = "";
    for (let i = 0; i < length; i++) out += alphabet[below(alphabet.length)];
    return out;
  };
  const hex = (length: number) => text(length, "0123456789abcdef");
  const pick = (from: readonly string[]) => from[below(from.length)] ?? "";
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
  return { below, text, hex, pick, uuid };
}

export type Random = ReturnType<typeof createRandom>;
